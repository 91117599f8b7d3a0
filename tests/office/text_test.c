/* SPDX-License-Identifier: Apache-2.0 */
/* Text files as rows of cells: separators, encodings, quotes; and what is no text. */
#include "office/table_reader.h"
#include "showing.h"
#include "support/sweep.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

static void expect(const char *text, size_t length, const char *expected) {
  char *shown = zc_test_show_table(text, length, NULL);
  CU_ASSERT_STRING_EQUAL(shown, expected);
  if (strcmp(shown, expected) != 0)
    printf("\n%s\n", shown);
  free(shown);
}

#define EXPECT(text, expected) expect(text, sizeof(text) - 1, expected)

static void rows_are_cells_with_the_line_on_which_they_begin(void) {
  EXPECT("a,b\n1,2\r\n\n\"x\ny\",\"q\"\"\"\n3", "1:a|b;2:1|2;4:x\ny|q\";6:3;");
  EXPECT(",,\na,,\n,\"\",c\n", "2:a;3:||c;");
  EXPECT("a,b\n1,\"2\n3,4\n", "1:a|b;2!4;3:3|4;");
  EXPECT("a\n\"b\" c\nd\n", "1:a;2!4;3:d;");
  EXPECT("学\n\xE5\n2", "1:学;2!5;3:2;");
  EXPECT("\xEF\xBB\xBF学\n\0\n2", "1:学;2!6;3:2;");
}

static void the_separator_is_the_one_that_splits_into_most_cells(void) {
  EXPECT("编号;姓名;学历\n1;甲,乙;本科\n", "1:编号|姓名|学历;2:1|甲,乙|本科;");
  EXPECT("编号\t姓名\n1\t甲\n", "1:编号|姓名;2:1|甲;");
  EXPECT("某县申报名单\n编号,姓名\n1,甲\n", "1:某县申报名单;2:编号|姓名;3:1|甲;");
}

/* Only 学历 is known. */
static uint32_t count_known(void *context, const zc_table_row *row) {
  uint32_t known = 0;
  (void)context;
  for (uint32_t i = 0; i < row->count; i++)
    known += row->cells[i].length == 6 && memcmp(row->cells[i].text, "学历", 6) == 0;
  return known;
}

static void known_headings_decide_which_separator_it_is(void) {
  static const char text[] = "说明,一,二,三,四\n学历;姓名\n本科;甲\n";
  zc_table_options options = {.known = count_known};
  char *shown = zc_test_show_table(text, sizeof text - 1, &options);
  CU_ASSERT_STRING_EQUAL(shown, "1:说明,一,二,三,四;2:学历|姓名;3:本科|甲;");
  free(shown);
}

static void encodings_are_told_by_mark_or_bytes(void) {
  EXPECT("\xEF\xBB\xBF学历\n本科\n", "1:学历;2:本科;");
  EXPECT("\xD1\xA7\xC0\xFA,b\n\xB1\xBE\xBF\xC6,c\n", "1:学历|b;2:本科|c;");
  EXPECT("\xFF\xFE\x66\x5B\x86\x53\t\0b\0\n\0", "1:学历|b;");
  EXPECT("\xFE\xFF\x5B\x66\x53\x86\0,\0b\0\n", "1:学历|b;");
  EXPECT("\xFF\xFE\x66\x5B\n\0\x00\xD8\n\0b\0", "1:学;2!5;3:b;");
}

static void bytes_that_are_no_text_are_refused_as_a_whole(void) {
  EXPECT("a\0b\n",
         "f: error: this is no text in UTF-8, in UTF-16 with a mark or in GB18030, and no "
         ".xlsx or .xls workbook; open it in a spreadsheet program and save it as .xlsx\n");
  EXPECT("\x8F\xFF\n\xFF\n",
         "f: error: this is no text in UTF-8, in UTF-16 with a mark or in GB18030, and no "
         ".xlsx or .xls workbook; open it in a spreadsheet program and save it as .xlsx\n");
}

static void pages_and_old_workbooks_are_told_by_their_bytes(void) {
  static const char *const starts[] = {"<html><table>", "\n <?xml version='1.0'?>",
                                       "\x09\x08\x08\x00", "\x09\x04\x06\x00"};
  for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
    char *shown = zc_test_show_table(starts[i], i < 2 ? strlen(starts[i]) : 4, NULL);
    CU_ASSERT_PTR_NOT_NULL(strstr(shown, "save it as .xlsx"));
    free(shown);
  }
  zc_table_source *source;
  CU_ASSERT_EQUAL(zc_test_open_table(&source, " {\"a\":1}\n", 9, NULL, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_table_source_about(source)->kind, ZC_OFFICE_NDJSON);
  zc_table_source_close(source);
}

static void first_rows_are_shown_and_handed_out_again(void) {
  zc_table_source *source;
  zc_buffer text = {0}, out = {0};
  const zc_table_row *rows;
  uint32_t count;
  for (int i = 1; i <= 40; i++)
    zc_buffer_printf(&text, "%d,x\n", i);
  CU_ASSERT_EQUAL_FATAL(zc_test_open_table(&source, text.data, text.length, NULL, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_table_source_head(source, &rows, &count, NULL), ZC_OK);
  CU_ASSERT_EQUAL(count, 30);
  CU_ASSERT(rows[29].number == 30 && memcmp(rows[29].cells[0].text, "30", 2) == 0);
  CU_ASSERT_EQUAL(zc_test_show_rows(source, &out, NULL), ZC_OK);
  CU_ASSERT_PTR_NOT_NULL(strstr(zc_buffer_text(&out), "30:30|x;31:31|x;"));
  CU_ASSERT(strncmp(zc_buffer_text(&out), "1:1|x;2:2|x;", 12) == 0);
  zc_table_source_close(source);
  zc_buffer_free(&text);
  zc_buffer_free(&out);
}

static void a_row_longer_than_a_mebibyte_costs_itself_alone(void) {
  zc_buffer text = {0};
  zc_buffer_puts(&text, "a,b\n\"");
  for (int i = 0; i < 700000; i++)
    zc_buffer_puts(&text, "xyz");
  zc_buffer_puts(&text, "\n1,2\n");
  expect(text.data, text.length, "1:a|b;2!7;3:1|2;");
  zc_buffer_free(&text);
}

static void serial_numbers_are_days_of_either_system(void) {
  static const struct {
    int64_t serial;
    int has_1904_days;
    const char *day; /* NULL: there is none */
  } rows[] = {{1, 0, "1900-01-01"},     {59, 0, "1900-02-28"}, {60, 0, NULL},
              {61, 0, "1900-03-01"},    {0, 0, NULL},          {-1, 1, NULL},
              {43647, 0, "2019-07-01"}, {0, 1, "1904-01-01"},  {42185, 1, "2019-07-01"}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    zc_day day;
    char text[11] = "";
    int none = zc_serial_day(rows[i].serial, rows[i].has_1904_days, &day) != 0;
    CU_ASSERT_EQUAL(none, !rows[i].day);
    if (!none)
      zc_day_format(day, text);
    CU_ASSERT_STRING_EQUAL(text, rows[i].day ? rows[i].day : "");
  }
}

static void columns_have_letters(void) {
  CU_ASSERT_STRING_EQUAL(zc_letters_of(0).text, "A");
  CU_ASSERT_STRING_EQUAL(zc_letters_of(25).text, "Z");
  CU_ASSERT_STRING_EQUAL(zc_letters_of(26).text, "AA");
  CU_ASSERT_STRING_EQUAL(zc_letters_of(16383).text, "XFD");
  CU_ASSERT_STRING_EQUAL(zc_letters_of(UINT32_MAX).text, "MWLQKWV");
}

static zc_status read_all(void *context, zc_diagnostics *diag) {
  const char *text = context;
  zc_table_source *source;
  zc_buffer out = {0};
  const zc_table_row *rows;
  uint32_t count;
  zc_status status = zc_test_open_table(&source, text, strlen(text), NULL, diag);
  if (status == ZC_OK)
    status = zc_table_source_head(source, &rows, &count, diag);
  if (status == ZC_OK)
    status = zc_test_show_rows(source, &out, diag);
  zc_table_source_close(source);
  zc_buffer_free(&out);
  return status;
}

static void text_is_read_or_refused_whichever_allocation_fails(void) {
  CU_ASSERT(zc_sweep_memory(read_all, "\xD1\xA7\xC0\xFA,\"b\"\n\xB1\xBE\xBF\xC6,c\n") > 0);
}

void test_office_text(CU_pSuite suite) {
  CU_add_test(suite, "rows are cells with the line on which they begin",
              rows_are_cells_with_the_line_on_which_they_begin);
  CU_add_test(suite, "the separator is the one that splits into most cells",
              the_separator_is_the_one_that_splits_into_most_cells);
  CU_add_test(suite, "known headings decide which separator it is",
              known_headings_decide_which_separator_it_is);
  CU_add_test(suite, "encodings are told by mark or bytes", encodings_are_told_by_mark_or_bytes);
  CU_add_test(suite, "bytes that are no text are refused as a whole",
              bytes_that_are_no_text_are_refused_as_a_whole);
  CU_add_test(suite, "pages and old workbooks are told by their bytes",
              pages_and_old_workbooks_are_told_by_their_bytes);
  CU_add_test(suite, "first rows are shown and handed out again",
              first_rows_are_shown_and_handed_out_again);
  CU_add_test(suite, "a row longer than a mebibyte costs itself alone",
              a_row_longer_than_a_mebibyte_costs_itself_alone);
  CU_add_test(suite, "serial numbers are days of either system",
              serial_numbers_are_days_of_either_system);
  CU_add_test(suite, "columns have letters", columns_have_letters);
  CU_add_test(suite, "text is read or refused whichever allocation fails",
              text_is_read_or_refused_whichever_allocation_fails);
}
