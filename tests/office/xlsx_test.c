/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks as rows of cells: kinds of cells, numbers and their formats, merges, sheets. */
#include "office/number_format.h"
#include "office/string_pool.h"
#include "showing.h"
#include "support/sweep.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

static void expect(const zc_test_book *book, const char *sheet, const char *expected) {
  char *shown = zc_test_book_show(book, sheet);
  CU_ASSERT_STRING_EQUAL(shown, expected);
  if (strcmp(shown, expected) != 0)
    printf("\n%s\n", shown);
  free(shown);
}

#define EXPECT(expected, ...) expect(&(zc_test_book){__VA_ARGS__}, NULL, expected)

static void cells_are_what_they_hold(void) {
  EXPECT(
      "1:姓名|甲乙;3:#12|?TRUE|?FALSE|!#N/A|正文;4:结果|#3.5|=|||#7;",
      .strings = "<si><t>姓名</t></si><si><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r>"
                 "<rPh sb=\"0\" eb=\"1\"><t>jia</t></rPh></si><si><t/></si>",
      .data =
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
          "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" s=\"1\"/></row>"
          "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c></row>"
          "<row r=\"3\"><c><v>12</v></c><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>"
          "<c t=\"e\"><v>#N/A</v></c><c t=\"inlineStr\"><is><t>正</t><rPh><t>zheng</t></rPh>"
          "<r><t>文</t></r></is></c></row>"
          "<row><c t=\"str\"><f>A1&amp;B1</f><v>结果</v></c><c><f>1+2.5</f><v>3.5</v></c>"
          "<c><f>NOW()</f></c><c t=\"str\"><f>\"\"</f><v></v></c><c r=\"F4\"><v>7</v></c></row>");
}

static void numbers_keep_the_digits_that_are_stored(void) {
  EXPECT(
      "1:#2016.07|#2016.07|#110101199003070011|#110101199003070000|#0.05|#-12.5|#0.1|#123456.789;",
      .data = "<row><c><v>2016.07</v></c><c><v>2016.0699999999999</v></c>"
              "<c><v>110101199003070011</v></c><c><v>1.1010119900307E+17</v></c>"
              "<c><v>5.0000000000000003E-2</v></c><c><v>-12.5</v></c>"
              "<c><v>0.10000000000000001</v></c><c><v>123456.78900000001</v></c></row>");
}

/* Styles 0 to 7. */
static const char styles[] =
    "<numFmts count=\"4\"><numFmt numFmtId=\"176\" "
    "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
    "<numFmt numFmtId=\"177\" formatCode=\"0.00_ \"/><numFmt numFmtId=\"178\" "
    "formatCode=\"[h]:mm\"/>"
    "<numFmt numFmtId=\"179\" formatCode=\"[$-804]&quot;d&quot;0\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/>"
    "<xf numFmtId=\"178\"/><xf numFmtId=\"179\"/><xf numFmtId=\"31\"/><xf "
    "numFmtId=\"20\"/></cellXfs>";

#define DATES                                                                                      \
  "<row><c s=\"1\"><v>43647</v></c><c s=\"2\"><v>43647.75</v></c><c s=\"3\"><v>43647</v></c>"      \
  "<c s=\"4\"><v>1.5</v></c><c s=\"5\"><v>3</v></c><c s=\"6\"><v>61</v></c><c "                    \
  "s=\"7\"><v>2</v></c>"                                                                           \
  "<c s=\"1\"><v>60</v></c><c s=\"1\"><v>1</v></c><c s=\"1\"><v>-3</v></c>"                        \
  "<c t=\"d\"><v>2019-07-01T08:00:00</v></c></row>"

static void dates_are_numbers_with_a_format_of_dates(void) {
  EXPECT("1:@2019-07-01|@2019-07-01|#43647|#1.5|#3|@1900-03-01|#2|#60|@1900-01-01|#-3|@2019-07-01;",
         .styles = styles, .data = DATES);
  EXPECT("1:@2023-07-02|@2023-07-02|#43647|#1.5|#3|@1904-03-02|#2|@1904-03-01|@1904-01-02|#-3|"
         "@2019-07-01;",
         .styles = styles, .data = DATES, .properties = "<workbookPr date1904=\"1\"/>");
}

static void number_formats_say_how_many_decimals_are_shown(void) {
  static const struct {
    const char *code;
    int is_date, decimals;
  } rows[] = {{"General", 0, -1},
              {"G/通用格式", 0, -1},
              {"0", 0, 0},
              {"0.00", 0, 2},
              {"#,##0.0;[Red]-#,##0.0", 0, 1},
              {"0.00%", 0, -1},
              {"0.00E+00", 0, -1},
              {"@", 0, -1},
              {"yyyy-mm-dd", 1, -1},
              {"mmm", 1, -1},
              {"h:mm:ss", 0, -1},
              {"[m]", 0, -1},
              {"m/d/yy h:mm", 1, -1},
              {"[$-F800]dddd", 1, -1},
              {"\"day\"0.0", 0, 1},
              {"aaaa", 1, -1},
              {"h:mm AM/PM", 0, -1},
              {"mm:ss.0", 0, -1},
              {"\"unclosed", 0, -1}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    zc_number_format format = zc_number_format_read(rows[i].code, strlen(rows[i].code));
    CU_ASSERT_EQUAL(format.is_date, rows[i].is_date);
    CU_ASSERT_EQUAL(format.decimals, rows[i].decimals);
  }
}

static void merges_go_down_and_not_across(void) {
  EXPECT(
      "1:题;2:a|b|c;3:某县||1;4:^某县||2;6:乙|x||z;8:^乙|y;",
      .data =
          "<row><c t=\"str\"><v>题</v></c><c t=\"str\"><v>隐</v></c></row>"
          "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c><c t=\"str\"><v>c</v></c></row>"
          "<row><c t=\"str\"><v>某县</v></c><c/><c t=\"str\"><v>1</v></c></row>"
          "<row><c t=\"str\"><v>旧</v></c><c t=\"str\"><v>旧</v></c><c t=\"str\"><v>2</v></c></row>"
          "<row><c/></row>"
          "<row r=\"6\"><c t=\"str\"><v>乙</v></c><c t=\"str\"><v>x</v></c><c/>"
          "<c t=\"str\"><v>z</v></c></row><row><c r=\"A7\"/></row>"
          "<row r=\"8\"><c r=\"B8\" t=\"str\"><v>y</v></c></row>",
      .behind = "<mergeCells count=\"4\"><mergeCell ref=\"A6:A9\"/><mergeCell ref=\"A1:C1\"/>"
                "<mergeCell ref=\"A3:B5\"/><mergeCell ref=\"E5:E6\"/></mergeCells>");
}

static void hidden_rows_and_columns_are_read_and_noted(void) {
  zc_test_zip zip = {0};
  zc_table_source *source;
  zc_buffer out = {0}, notes = {0};
  zc_test_book_make(
      &zip,
      &(zc_test_book){
          .before = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"16384\" "
                    "hidden=\"1\"/></cols>",
          .data =
              "<row><c><v>1</v></c><c><v>2</v></c></row><row hidden=\"1\"><c><v>3</v></c></row>",
          .second = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"});
  CU_ASSERT_EQUAL_FATAL(zc_test_open_table(&source, zip.bytes.data, zip.bytes.length, NULL, NULL),
                        ZC_OK);
  CU_ASSERT_EQUAL(zc_test_show_rows(source, &out, NULL), ZC_OK);
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&out), "1:#1|#2;2h:#3;");
  zc_table_source_notes(source, ZC_LANG_EN, &notes);
  CU_ASSERT_STRING_EQUAL(
      zc_buffer_text(&notes),
      "only sheet '名册' was read; others that are filled: 说明; choose with --sheet\n"
      "hidden rows were read as well: 1\nhidden columns were read as well: 1\n");
  CU_ASSERT_EQUAL(zc_table_source_progress(source), zip.bytes.length);
  zc_table_source_close(source);
  zc_buffer_free(&out);
  zc_buffer_free(&notes);
  zc_test_zip_free(&zip);
}

#define TWO_SHEETS(first, second)                                                                  \
  "<workbook xmlns:r=\"x\"><sheets><sheet " first " r:id=\"r1\"/><sheet " second                   \
  " r:id=\"r2\"/></sheets></workbook>"
#define FILLED "<worksheet><sheetData><row><c><v>22</v></c></row></sheetData></worksheet>"
#define ONE    "<row><c><v>1</v></c></row>"

static void the_sheet_is_the_first_visible_one_that_is_filled(void) {
  zc_test_book plain = {.data = ONE, .second = FILLED};
  zc_test_book hidden = {.data = ONE,
                         .second = FILLED,
                         .workbook = TWO_SHEETS("name=\"a\" state=\"hidden\"", "name=\"b\"")};
  zc_test_book twice = {
      .data = ONE, .second = FILLED, .workbook = TWO_SHEETS("name=\"a\"", "name=\"a\"")};
  expect(&plain, NULL, "1:#1;");
  expect(&plain, "说明", "1:#22;");
  expect(&plain, "2", "1:#22;");
  expect(&plain, "3", "f: error: there is no sheet '3'; there are: 1 名册, 2 说明\n");
  expect(&hidden, NULL, "1:#22;");
  expect(&hidden, "a", "1:#1;");
  expect(&twice, NULL, "1:#1;");
  expect(&twice, "a", "f: error: several sheets are named 'a'; give --sheet a number: 1 a, 2 a\n");
  EXPECT("1:#22;", .data = "<row><c s=\"1\"/></row>", .second = FILLED);
  EXPECT(
      "f: error: all visible sheets are empty; if the people stand in a hidden one, name it with "
      "--sheet\n",
      .data = "");
}

static void prefixes_and_escapes_are_understood(void) {
  EXPECT(
      "1:a\r_b|#5;2:^a\r_b|#6;",
      .sheet =
          "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:v>"
          "a_x000D__x005F_b</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row><x:row><x:c r=\"B2\"><x:v>6"
          "</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref=\"A1:A2\"/>"
          "</x:mergeCells></x:worksheet>");
}

static void the_last_row_and_column_are_read(void) {
  zc_buffer rows = {0};
  zc_buffer_puts(&rows, "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>");
  for (int i = 0; i < 32767; i++)
    zc_buffer_puts(&rows, "字");
  zc_buffer_puts(&rows, "</v></c></row>");
  char *shown = zc_test_book_show(&(zc_test_book){.data = zc_buffer_text(&rows)}, NULL);
  CU_ASSERT(strncmp(shown, "1048576:||", 10) == 0);
  CU_ASSERT_EQUAL(strlen(shown), 8 + 16383 + 3 * 32767 + 1);
  free(shown);
  zc_buffer_free(&rows);
}

/* More texts than stay in memory: those of the temporary file come out as they went in. */
static void texts_that_do_not_fit_into_memory_are_read_all_the_same(void) {
  zc_string_pool pool;
  char text[4096];
  const char *got;
  uint32_t length, count = 9000, wrong = 0;
  int is_kept;
  memset(text, 'x', sizeof text);
  zc_string_pool_make(&pool);
  for (uint32_t i = 0; i < count; i++) {
    int size = snprintf(text, sizeof text, "%u", i);
    text[size] = 'x';
    CU_ASSERT_EQUAL_FATAL(zc_string_pool_add(&pool, text, i % 4096, NULL), ZC_OK);
  }
  CU_ASSERT_EQUAL(zc_string_pool_finish(&pool, NULL), ZC_OK);
  for (uint32_t i = 0; i < count * 2; i++) {
    uint32_t index = i < count ? i : (i * 7919) % count;
    CU_ASSERT_EQUAL_FATAL(zc_string_pool_get(&pool, index, &got, &length, &is_kept, NULL), ZC_OK);
    wrong += length != index % 4096 || (length > 8 && strtoul(got, NULL, 10) != index);
  }
  CU_ASSERT_EQUAL(wrong, 0);
  CU_ASSERT(pool.file < 0 || pool.length > ZC_POOL_MEMORY);
  zc_string_pool_free(&pool);
}

static zc_status read_book(void *context, zc_diagnostics *diag) {
  const zc_test_zip *zip = context;
  zc_table_source *source;
  zc_buffer out = {0};
  zc_status status = zc_test_open_table(&source, zip->bytes.data, zip->bytes.length, NULL, diag);
  if (status == ZC_OK)
    status = zc_test_show_rows(source, &out, diag);
  zc_table_source_close(source);
  zc_buffer_free(&out);
  return status;
}

static void workbooks_are_read_or_refused_whichever_allocation_fails(void) {
  zc_test_zip zip = {0};
  zc_test_book_make(
      &zip,
      &(zc_test_book){.strings = "<si><t>姓名</t></si>",
                      .styles = styles,
                      .before = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>",
                      .data = "<row><c t=\"s\"><v>0</v></c><c "
                              "s=\"1\"><v>43647</v></c></row><row><c r=\"B2\"><v>1</v></c></row>",
                      .behind = "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"});
  CU_ASSERT(zc_sweep_memory(read_book, &zip) > 0);
  zc_test_zip_free(&zip);
}

void test_office_xlsx(CU_pSuite suite) {
  CU_add_test(suite, "cells are what they hold", cells_are_what_they_hold);
  CU_add_test(suite, "numbers keep the digits that are stored",
              numbers_keep_the_digits_that_are_stored);
  CU_add_test(suite, "dates are numbers with a format of dates",
              dates_are_numbers_with_a_format_of_dates);
  CU_add_test(suite, "number formats say how many decimals are shown",
              number_formats_say_how_many_decimals_are_shown);
  CU_add_test(suite, "merges go down and not across", merges_go_down_and_not_across);
  CU_add_test(suite, "hidden rows and columns are read and noted",
              hidden_rows_and_columns_are_read_and_noted);
  CU_add_test(suite, "the sheet is the first visible one that is filled",
              the_sheet_is_the_first_visible_one_that_is_filled);
  CU_add_test(suite, "prefixes and escapes are understood", prefixes_and_escapes_are_understood);
  CU_add_test(suite, "the last row and column are read", the_last_row_and_column_are_read);
  CU_add_test(suite, "texts that do not fit into memory are read all the same",
              texts_that_do_not_fit_into_memory_are_read_all_the_same);
  CU_add_test(suite, "workbooks are read or refused whichever allocation fails",
              workbooks_are_read_or_refused_whichever_allocation_fails);
}
