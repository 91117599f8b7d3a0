/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks that are refused as a whole: each with what to do about it. */
#include "showing.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

/* The bytes are refused with a message that has all of the parts. */
static void refuse(const char *bytes, size_t length, const char *what, const char *cure) {
  char *shown = zc_test_show_table(bytes, length, NULL);
  int fits = strstr(shown, "f: error: ") && strstr(shown, what) && strstr(shown, cure);
  CU_ASSERT(fits);
  if (!fits)
    printf("\n%s wants: %s, %s\n", shown, what, cure);
  free(shown);
}

static void refuse_book(const zc_test_book *book, const char *what) {
  zc_test_zip zip = {0};
  zc_test_book_make(&zip, book);
  refuse(zip.bytes.data, zip.bytes.length, what, ".xlsx");
  zc_test_zip_free(&zip);
}

#define REFUSE(what, ...) refuse_book(&(zc_test_book){__VA_ARGS__}, what)
#define ONE               "<row><c><v>1</v></c></row>"

static void a_file_that_is_cut_short_is_told_as_that(void) {
  zc_test_zip zip = {0};
  zc_test_book_make(&zip, &(zc_test_book){.data = ONE});
  for (size_t length = 4; length < zip.bytes.length; length += 97)
    refuse(zip.bytes.data, length, "the workbook is damaged or cut short", "download it again");
  char *value = memmem(zip.bytes.data, zip.bytes.length, "<v>1", 4);
  CU_ASSERT_PTR_NOT_NULL_FATAL(value);
  value[3] = '2'; /* the part's sum is wrong now */
  refuse(zip.bytes.data, zip.bytes.length, "the workbook is damaged", "download it again");
  zc_test_zip_free(&zip);
}

static void a_password_is_to_be_removed(void) {
  zc_test_zip zip = {.flags = 1};
  zc_test_zip_add(&zip, "xl/workbook.xml", "x", 1);
  zc_test_zip_end(&zip);
  refuse(zip.bytes.data, zip.bytes.length, "has a password", "remove the password");
  zc_test_zip_free(&zip);
}

static void bombs_are_not_unpacked(void) {
  static const uint32_t sizes[][2] = {{3u << 30, 2u << 30}, {300000, 0}, {UINT32_MAX - 1, 0}};
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    zc_test_zip zip = {.claimed_size = sizes[i][0]};
    zc_test_zip_add(&zip, "a", "x", 1);
    zip.claimed_size = sizes[i][1];
    zc_test_zip_add(&zip, "b", "x", 1);
    zc_test_zip_end(&zip);
    refuse(zip.bytes.data, zip.bytes.length, "more than 4 GiB or 200 times its size",
           "several files of it");
    zc_test_zip_free(&zip);
  }
}

static void document_types_and_entities_are_refused(void) {
  static const char bomb[] =
      "<!DOCTYPE w [<!ENTITY a \"xx\"><!ENTITY b \"&a;&a;\">]>"
      "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData>"
      "</worksheet>";
  REFUSE("declares a document type (DTD)", .sheet = bomb);
  REFUSE("declares a document type (DTD)", .data = ONE, .second = bomb);
  REFUSE("declares a document type (DTD)", .data = ONE,
         .workbook = "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><w/>");
  REFUSE("is damaged or cut short", .data = "<row><c t=\"str\"><v>&b;</v></c></row>");
}

static void rows_and_cells_out_of_place_are_refused(void) {
  REFUSE("sheet '名册', row 1, column B: refers to a text that is not there",
         .strings = "<si><t>a</t></si>",
         .data = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>");
  REFUSE("refers to a text that is not there", .data = "<row><c t=\"s\"><v>-1</v></c></row>");
  REFUSE("the number of the row behind it is wrong", .data = "<row r=\"-1\"><c><v>1</v></c></row>");
  REFUSE("the number of the row behind it is wrong",
         .data = "<row r=\"1048577\"><c><v>1</v></c></row>");
  REFUSE("the number of the row behind it is wrong", .data =
                                                         "<row r=\"2\"><c><v>1</v></c></row><row "
                                                         "r=\"2\"><c><v>1</v></c></row>");
  REFUSE("the place of the cell", .data = "<row><c r=\"XFE1\"><v>1</v></c></row>");
  REFUSE("the place of the cell",
         .data = "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>");
  REFUSE("the number of the row behind it is wrong",
         .data = "<row><row><c><v>1</v></c></row></row>");
  REFUSE("the place of the cell", .data = "<row><c><c><v>1</v></c></c></row>");
  REFUSE("the place of the cell", .data = "<row><c r=\"A2\"><v>1</v></c></row>");
}

static void parts_that_are_wrong_or_missing_are_refused(void) {
  REFUSE("is damaged or cut short", .sheet = "<worksheet><sheetData><row><c><v>1</v></c></row>");
  REFUSE("is damaged or cut short", .data = ONE, .workbook = "<workbook><sheets>");
  REFUSE("is damaged or cut short", .data = ONE, .styles = "<numFmts>");
  REFUSE("is damaged or cut short", .data = ONE, .strings = "<si>");
}

static void a_workbook_without_a_filled_sheet_is_told_as_that(void) {
  char *shown = zc_test_book_show(&(zc_test_book){.data = ONE, .relations = ""}, NULL);
  CU_ASSERT_STRING_EQUAL(shown, "f: error: all visible sheets are empty; if the people stand in a "
                                "hidden one, name it with --sheet\n");
  free(shown);
  shown = zc_test_book_show(&(zc_test_book){.data = ONE, .relations = ""}, "1");
  CU_ASSERT_PTR_NOT_NULL(strstr(shown, "is damaged or cut short (名册)"));
  free(shown);
}

/* A zip with one part. */
static void refuse_zip(const char *name, const char *text, const char *what) {
  zc_test_zip zip = {0};
  zc_test_zip_add(&zip, name, text, strlen(text));
  zc_test_zip_end(&zip);
  refuse(zip.bytes.data, zip.bytes.length, what, ".xlsx");
  zc_test_zip_free(&zip);
}

static void other_kinds_of_files_are_named(void) {
  refuse_zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument");
  refuse_zip("xl/workbook.bin", "x", "binary workbook (.xlsb)");
  refuse_zip("a.txt", "x", "a document of another kind or a plain zip");
  refuse_zip("_rels/.rels",
             "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
             "Target=\"word/document.xml\"/></Relationships>",
             "a document of another kind or a plain zip");
  refuse("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, "a document of another kind", ".xlsx");
}

void test_office_refusal(CU_pSuite suite) {
  CU_add_test(suite, "a file that is cut short is told as that",
              a_file_that_is_cut_short_is_told_as_that);
  CU_add_test(suite, "a password is to be removed", a_password_is_to_be_removed);
  CU_add_test(suite, "bombs are not unpacked", bombs_are_not_unpacked);
  CU_add_test(suite, "document types and entities are refused",
              document_types_and_entities_are_refused);
  CU_add_test(suite, "rows and cells out of place are refused",
              rows_and_cells_out_of_place_are_refused);
  CU_add_test(suite, "parts that are wrong or missing are refused",
              parts_that_are_wrong_or_missing_are_refused);
  CU_add_test(suite, "a workbook without a filled sheet is told as that",
              a_workbook_without_a_filled_sheet_is_told_as_that);
  CU_add_test(suite, "other kinds of files are named", other_kinds_of_files_are_named);
}
