/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks that are written come back as they went in. */
#include "base/memory.h"
#include "office/workbook_writer.h"
#include "showing.h"
#include "support/sweep.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FILE_NAME ZC_BUILD_DIR "/tests/office_writer.xlsx"

static const char *const headings[] = {"编号", "=1+1"};

static zc_status put_rows(zc_workbook_writer *w, zc_diagnostics *diag) {
  static const zc_cell cells[] = {
      {.text = "2019-07-01", .length = 10, .kind = ZC_CELL_DATE, .day = 18078},
      {.text = "2016.07", .length = 7, .kind = ZC_CELL_NUMBER},
      {.text = "110101199003070011", .length = 18, .kind = ZC_CELL_NUMBER},
      {.text = "TRUE", .length = 4, .kind = ZC_CELL_BOOL},
      {.text = "", .kind = ZC_CELL_EMPTY},
      {.text = "#N/A", .length = 4, .kind = ZC_CELL_ERROR}};
  static const char *const texts[] = {"110101199003070011", "=1+1", "+1", "-1", "@a",
                                      "http://a",           "a\tb"};
  uint32_t people, rejects;
  zc_status status = zc_workbook_writer_sheet(w, "结果", headings, 2, &people, diag);
  if (status == ZC_OK)
    status = zc_workbook_writer_sheet(w, "退回", NULL, 0, &rejects, diag);
  for (size_t i = 0; status == ZC_OK && i < sizeof texts / sizeof texts[0]; i++)
    zc_workbook_writer_text(w, people, texts[i], strlen(texts[i]),
                            (zc_cell_colour)(i % ZC_COLOUR_COUNT));
  if (status == ZC_OK)
    status = zc_workbook_writer_row(w, people, diag);
  if (status != ZC_OK)
    return status;
  zc_workbook_writer_text(w, rejects, "x\xFFy", 3, ZC_COLOUR_NONE);
  status = zc_workbook_writer_row(w, rejects, diag);
  for (size_t i = 0; status == ZC_OK && i < sizeof cells / sizeof cells[0]; i++)
    zc_workbook_writer_cell(w, people, &cells[i]);
  return status == ZC_OK ? zc_workbook_writer_row(w, people, diag) : status;
}

static zc_status write_book(void *context, zc_diagnostics *diag) {
  zc_workbook_writer *w;
  zc_output output = {.file = -1};
  (void)context;
  zc_status status = zc_workbook_writer_new(&w, diag);
  if (status == ZC_OK)
    status = put_rows(w, diag);
  if (status == ZC_OK)
    status = zc_output_open(&output, FILE_NAME, diag);
  if (status == ZC_OK)
    status = zc_workbook_writer_finish(w, &output, diag);
  if (status == ZC_OK)
    status = zc_output_close(&output, diag);
  zc_output_drop(&output);
  zc_workbook_writer_free(w);
  return status;
}

/* What is read of a sheet of the file. */
static char *read_back(const char *sheet) {
  zc_table_options options = {.sheet = sheet};
  FILE *file = fopen(FILE_NAME, "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  static char bytes[1 << 20];
  size_t length = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  return zc_test_show_table(bytes, length, &options);
}

static void expect(const char *sheet, const char *expected) {
  char *shown = read_back(sheet);
  CU_ASSERT_STRING_EQUAL(shown, expected);
  if (strcmp(shown, expected) != 0)
    printf("\n%s\n", shown);
  free(shown);
}

static void what_is_written_is_read_back(void) {
  CU_ASSERT_EQUAL(write_book(NULL, NULL), ZC_OK);
  expect("结果", "1:编号|=1+1;2:110101199003070011|=1+1|+1|-1|@a|http://a|a\tb;"
                 "3:@2019-07-01|#2016.07|110101199003070011|?TRUE||#N/A;");
  expect("退回", "1:x\xEF\xBF\xBDy;");
  unlink(FILE_NAME);
}

static void a_text_that_no_cell_takes_is_cut_and_counted(void) {
  zc_workbook_writer *w;
  zc_output output = {.file = -1};
  zc_buffer text = {0};
  uint32_t sheet;
  for (int i = 0; i < 32768; i++)
    zc_buffer_puts(&text, "字");
  CU_ASSERT_EQUAL_FATAL(zc_workbook_writer_new(&w, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_workbook_writer_sheet(w, "a", NULL, 0, &sheet, NULL), ZC_OK);
  zc_workbook_writer_text(w, sheet, text.data, text.length - 3, ZC_COLOUR_NONE);
  CU_ASSERT_EQUAL(zc_workbook_writer_cut(w), 0);
  zc_workbook_writer_text(w, sheet, text.data, text.length, ZC_COLOUR_NONE);
  CU_ASSERT_EQUAL(zc_workbook_writer_cut(w), 1);
  CU_ASSERT_EQUAL(zc_workbook_writer_row(w, sheet, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_open(&output, FILE_NAME, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_workbook_writer_finish(w, &output, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_close(&output, NULL), ZC_OK);
  zc_output_drop(&output);
  char *shown = read_back(NULL);
  CU_ASSERT_EQUAL(strlen(shown), 2 + 3 * 32767 + 1 + 3 * 32767 + 1);
  free(shown);
  zc_buffer_free(&text);
  zc_workbook_writer_free(w);
  unlink(FILE_NAME);
}

/* Rows without cells fill a sheet fast. */
static void a_full_sheet_goes_on_in_another(void) {
  zc_workbook_writer *w;
  zc_output output = {.file = -1};
  uint32_t sheet;
  CU_ASSERT_EQUAL_FATAL(zc_workbook_writer_new(&w, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_workbook_writer_sheet(w, "结果", headings, 2, &sheet, NULL), ZC_OK);
  for (uint32_t i = 0; i < 1048575; i++)
    CU_ASSERT_EQUAL_FATAL(zc_workbook_writer_row(w, sheet, NULL), ZC_OK);
  zc_workbook_writer_text(w, sheet, "last", 4, ZC_COLOUR_NONE);
  CU_ASSERT_EQUAL(zc_workbook_writer_row(w, sheet, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_open(&output, FILE_NAME, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_workbook_writer_finish(w, &output, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_close(&output, NULL), ZC_OK);
  zc_output_drop(&output);
  expect("结果", "1:编号|=1+1;");
  expect("结果2", "1:编号|=1+1;2:last;");
  zc_workbook_writer_free(w);
  unlink(FILE_NAME);
}

static void workbooks_are_written_or_not_whichever_allocation_fails(void) {
  CU_ASSERT(zc_sweep_memory(write_book, NULL) > 0);
  unlink(FILE_NAME);
}

void test_office_writer(CU_pSuite suite) {
  CU_add_test(suite, "what is written is read back", what_is_written_is_read_back);
  CU_add_test(suite, "a text that no cell takes is cut and counted",
              a_text_that_no_cell_takes_is_cut_and_counted);
  CU_add_test(suite, "a full sheet goes on in another", a_full_sheet_goes_on_in_another);
  CU_add_test(suite, "workbooks are written or not whichever allocation fails",
              workbooks_are_written_or_not_whichever_allocation_fails);
}
