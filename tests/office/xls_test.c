/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks of the old kind (.xls) as rows of cells, and what is refused of them. */
#include "showing.h"
#include "support/records.h"
#include "support/sweep.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

/* The parts of a workbook while it is made. */
typedef struct old_book {
  zc_buffer globals, cells, body, stream, file;
} old_book;

static void free_book(old_book *b) {
  zc_buffer_free(&b->globals);
  zc_buffer_free(&b->cells);
  zc_buffer_free(&b->body);
  zc_buffer_free(&b->stream);
  zc_buffer_free(&b->file);
}

static void finish(old_book *b) {
  zc_test_stream_make(&b->stream, 0x0600, &b->globals, &b->cells);
  zc_test_compound_make(&b->file, "Workbook", &b->stream);
}

/* What is read of it, or why it is refused, has this text; the book is freed. */
static void expect(old_book *b, const char *expected) {
  char *shown = zc_test_show_table(b->file.data, b->file.length, NULL);
  CU_ASSERT_PTR_NOT_NULL(strstr(shown, expected));
  if (!strstr(shown, expected))
    printf("\n%s\n", shown);
  free(shown);
  free_book(b);
}

static void add_cell(old_book *b, uint32_t type) {
  zc_test_put_record(&b->cells, type, &b->body);
}

static void add_global(old_book *b, uint32_t type) {
  zc_test_put_record(&b->globals, type, &b->body);
}

static void add_number(old_book *b, uint32_t row, uint32_t column, uint32_t style, double value) {
  zc_test_put_place(&b->body, row, column, style);
  zc_test_put_double(&b->body, value);
  add_cell(b, 0x0203);
}

static void add_shared(old_book *b, uint32_t row, uint32_t column, uint32_t string) {
  zc_test_put_place(&b->body, row, column, 0);
  zc_test_put_32(&b->body, string);
  add_cell(b, 0x00FD);
}

/* Style 0 is general, 1 a date that is built in, 2 one that is declared, 3 has two decimals. */
static void add_styles(old_book *b) {
  static const uint16_t code[] = {'y', 'y', 'y', 'y', 0x5E74};
  static const uint16_t formats[] = {0, 14, 164, 2};
  zc_test_put_16(&b->body, 164);
  zc_test_put_wide(&b->body, 2, code, 5);
  add_global(b, 0x041E);
  for (size_t i = 0; i < 4; i++) {
    zc_test_put_16(&b->body, 0);
    zc_test_put_16(&b->body, formats[i]);
    add_global(b, 0x00E0);
  }
}

/* Texts 0 "ab", 1 学历 with a run of formatting and a phonetic part, 2 "abc历" that goes on in a
 * record of its own in the other width, 3 a character beyond 16 bits. */
static void add_strings(old_book *b) {
  static const uint16_t wide[] = {0x5B66, 0x5386, 0xD840, 0xDC00, 0xD840};
  zc_test_put_32(&b->body, 5);
  zc_test_put_32(&b->body, 5);
  zc_test_put_text(&b->body, 2, "ab");
  zc_test_put_16(&b->body, 2);
  zc_buffer_putc(&b->body, 1 | 4 | 8);
  zc_test_put_16(&b->body, 1);
  zc_test_put_32(&b->body, 3);
  zc_test_put_16(&b->body, wide[0]);
  zc_test_put_16(&b->body, wide[1]);
  zc_buffer_add(&b->body, "rrrrppp", 7);
  zc_test_put_16(&b->body, 4);
  zc_buffer_add(&b->body, "\0abc", 4);
  add_global(b, 0x00FC);
  zc_buffer_putc(&b->body, 1);
  zc_test_put_16(&b->body, wide[1]);
  zc_test_put_wide(&b->body, 2, wide + 2, 2);
  zc_test_put_wide(&b->body, 2, wide + 4, 1);
  add_global(b, 0x003C);
}

static void add_formula(old_book *b, uint32_t column, const char result[8], uint32_t flags) {
  zc_test_put_place(&b->body, 1, column, 0);
  zc_buffer_add(&b->body, result, 8);
  zc_test_put_16(&b->body, flags);
  add_cell(b, 0x0006);
}

static void cells_are_what_they_hold(void) {
  old_book b = {0};
  add_styles(&b);
  add_strings(&b);
  for (uint32_t i = 0; i < 5; i++)
    add_shared(&b, 0, i, i);
  add_formula(&b, 0, "\0\0\0\0\0\0\xFF\xFF", 0);
  zc_test_put_text(&b.body, 2, "result");
  add_cell(&b, 0x0207);
  add_formula(&b, 1, "\1\0\1\0\0\0\xFF\xFF", 0);
  add_formula(&b, 2, "\2\0\x2A\0\0\0\xFF\xFF", 0);
  add_formula(&b, 3, "\3\0\0\0\0\0\xFF\xFF", 0);
  add_formula(&b, 4, "\0\0\0\0\0\0\xF8\x3F", 0);
  add_formula(&b, 5, "\0\0\0\0\0\0\0\0", 3);
  zc_test_put_place(&b.body, 2, 0, 0);
  zc_test_put_text(&b.body, 2, "own");
  add_cell(&b, 0x0204);
  zc_test_put_place(&b.body, 2, 1, 0);
  zc_test_put_16(&b.body, 0x0107);
  add_cell(&b, 0x0205);
  zc_test_put_place(&b.body, 2, 2, 0);
  zc_test_put_16(&b.body, 0);
  add_cell(&b, 0x0205);
  finish(&b);
  expect(&b, "1:ab|学历|abc历|𠀀|\xEF\xBF\xBD;2:result|?TRUE|!#N/A||#1.5|=;3:own|!#DIV/0!|?FALSE;");
}

static void numbers_and_dates_are_told_by_their_formats(void) {
  old_book b = {0};
  add_styles(&b);
  add_number(&b, 0, 0, 0, 2016.07);
  add_number(&b, 0, 1, 1, 43647.5);
  add_number(&b, 0, 2, 2, 43647);
  add_number(&b, 0, 3, 3, 2016.1);
  zc_test_put_place(&b.body, 0, 4, 0);
  zc_test_put_32(&b.body, 201607u << 2 | 3);
  add_cell(&b, 0x027E);
  zc_test_put_16(&b.body, 0);
  zc_test_put_16(&b.body, 5);
  zc_test_put_16(&b.body, 0);
  zc_test_put_32(&b.body, 12u << 2 | 2);
  zc_test_put_16(&b.body, 0);
  zc_test_put_32(&b.body, (uint32_t)-5 << 2 | 2);
  zc_test_put_16(&b.body, 6);
  add_cell(&b, 0x00BD);
  finish(&b);
  expect(&b, "1:#2016.07|@2019-07-01|@2019-07-01|#2016.1|#2016.07|#12|#-5;");
}

static void merges_and_hidden_rows_are_known(void) {
  old_book b = {0};
  zc_test_put_16(&b.body, 1);
  while (b.body.length < 12)
    zc_buffer_putc(&b.body, 0);
  zc_test_put_32(&b.body, 0x20);
  add_cell(&b, 0x0208);
  add_number(&b, 0, 0, 0, 1);
  add_number(&b, 1, 1, 0, 2);
  zc_test_put_16(&b.body, 1);
  zc_test_put_16(&b.body, 0);
  zc_test_put_16(&b.body, 1);
  zc_test_put_16(&b.body, 0);
  zc_test_put_16(&b.body, 0);
  add_cell(&b, 0x00E5);
  finish(&b);
  expect(&b, "1:#1;2h:^#1|#2;");
}

/* More than 4096 bytes do not lie in small blocks; those that a chart has are passed. */
static void long_streams_and_charts_are_passed_through(void) {
  old_book b = {0};
  for (uint32_t row = 0; row < 400; row++)
    add_number(&b, row, 0, 0, row);
  zc_test_put_32(&b.body, 0x00200600);
  add_cell(&b, 0x0809);
  add_number(&b, 900, 0, 0, 1);
  add_cell(&b, 0x000A);
  add_number(&b, 400, 0, 0, 7);
  finish(&b);
  expect(&b, "400:#399;401:#7;");
}

static void what_cannot_be_read_is_refused_with_what_to_do(void) {
  old_book locked = {0}, early = {0}, other = {0}, cut = {0}, string = {0}, order = {0};
  zc_test_put_32(&locked.body, 0);
  add_global(&locked, 0x002F);
  finish(&locked);
  expect(&locked,
         "f: error: the workbook has a password; open it, remove the password and save it");
  zc_test_stream_make(&early.stream, 0x0500, &early.globals, &early.cells);
  zc_test_compound_make(&early.file, "Workbook", &early.stream);
  expect(&early, "older than Excel 97 (BIFF8); open it and save it as .xlsx");
  zc_buffer_putc(&other.stream, 0);
  zc_test_compound_make(&other.file, "WordDocument", &other.stream);
  expect(&other, "no workbook but a document of another kind");
  finish(&cut);
  cut.file.length -= 900;
  expect(&cut, "the workbook is damaged or cut short");
  add_shared(&string, 0, 0, 3);
  finish(&string);
  expect(&string, "the workbook is damaged or cut short");
  add_number(&order, 1, 0, 0, 1);
  add_number(&order, 0, 0, 0, 1);
  finish(&order);
  expect(&order, "the workbook is damaged or cut short");
}

static void names_of_streams_tell_what_the_file_is(void) {
  static const char *const names[] = {"Book", "EncryptedPackage"};
  static const char *const messages[] = {"older than Excel 97", "has a password"};
  for (size_t i = 0; i < 2; i++) {
    old_book b = {0};
    zc_buffer_putc(&b.stream, 0);
    zc_test_compound_make(&b.file, names[i], &b.stream);
    expect(&b, messages[i]);
  }
}

static zc_status read_book(void *context, zc_diagnostics *diag) {
  const zc_buffer *file = context;
  zc_table_source *source;
  zc_buffer out = {0};
  zc_status status = zc_test_open_table(&source, file->data, file->length, NULL, diag);
  if (status == ZC_OK)
    status = zc_test_show_rows(source, &out, diag);
  zc_table_source_close(source);
  zc_buffer_free(&out);
  return status;
}

static void workbooks_are_read_or_refused_whichever_allocation_fails(void) {
  old_book b = {0};
  add_styles(&b);
  add_strings(&b);
  add_shared(&b, 0, 0, 1);
  add_number(&b, 1, 1, 1, 43647);
  zc_test_put_16(&b.body, 1);
  zc_test_put_16(&b.body, 0);
  zc_test_put_16(&b.body, 1);
  zc_test_put_32(&b.body, 0);
  add_cell(&b, 0x00E5);
  finish(&b);
  CU_ASSERT(zc_sweep_memory(read_book, &b.file) > 0);
  free_book(&b);
}

void test_office_xls(CU_pSuite suite) {
  CU_add_test(suite, "cells are what they hold", cells_are_what_they_hold);
  CU_add_test(suite, "numbers and dates are told by their formats",
              numbers_and_dates_are_told_by_their_formats);
  CU_add_test(suite, "merges and hidden rows are known", merges_and_hidden_rows_are_known);
  CU_add_test(suite, "long streams and charts are passed through",
              long_streams_and_charts_are_passed_through);
  CU_add_test(suite, "what cannot be read is refused with what to do",
              what_cannot_be_read_is_refused_with_what_to_do);
  CU_add_test(suite, "names of streams tell what the file is",
              names_of_streams_tell_what_the_file_is);
  CU_add_test(suite, "workbooks are read or refused whichever allocation fails",
              workbooks_are_read_or_refused_whichever_allocation_fails);
}
