/* SPDX-License-Identifier: Apache-2.0 */
#include "workbook.h"

#include <string.h>

/* ---- zip ---- */

static void put_number(zc_buffer *out, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++)
    zc_buffer_putc(out, (char)(value >> (8 * i)));
}

static uint32_t checksum(const char *bytes, size_t length) {
  uint32_t sum = UINT32_MAX;
  for (size_t i = 0; i < length; i++) {
    sum ^= (unsigned char)bytes[i];
    for (int bit = 0; bit < 8; bit++)
      sum = sum >> 1 ^ (UINT32_C(0xEDB88320) & (0 - (sum & 1)));
  }
  return ~sum;
}

/* What stands before a part as well as in the list. */
static void put_about(zc_buffer *out, const zc_test_zip *zip, const char *name, uint32_t sum,
                      uint32_t length) {
  put_number(out, 20, 2);
  put_number(out, zip->flags, 2);
  put_number(out, 0, 2); /* stored */
  put_number(out, 0x00210000, 4);
  put_number(out, sum, 4);
  put_number(out, length, 4);
  put_number(out, zip->claimed_size > 0 ? zip->claimed_size : length, 4);
  put_number(out, (uint32_t)strlen(name), 2);
  put_number(out, 0, 2);
}

void zc_test_zip_add(zc_test_zip *zip, const char *name, const char *text, size_t length) {
  uint32_t sum = checksum(text, length), place = (uint32_t)zip->bytes.length;
  zc_buffer_add(&zip->bytes, "PK\3\4", 4);
  put_about(&zip->bytes, zip, name, sum, (uint32_t)length);
  zc_buffer_puts(&zip->bytes, name);
  zc_buffer_add(&zip->bytes, text, length);
  zc_buffer_add(&zip->list, "PK\1\2\x14\0", 6);
  put_about(&zip->list, zip, name, sum, (uint32_t)length);
  put_number(&zip->list, 0, 2);
  put_number(&zip->list, 0, 4);
  put_number(&zip->list, 0, 4);
  put_number(&zip->list, place, 4);
  zc_buffer_puts(&zip->list, name);
  zip->count++;
  zip->flags = 0;
  zip->claimed_size = 0;
}

void zc_test_zip_end(zc_test_zip *zip) {
  uint32_t place = (uint32_t)zip->bytes.length;
  zc_buffer_add(&zip->bytes, zip->list.data, zip->list.length);
  zc_buffer_add(&zip->bytes, "PK\5\6\0\0\0\0", 8);
  put_number(&zip->bytes, zip->count, 2);
  put_number(&zip->bytes, zip->count, 2);
  put_number(&zip->bytes, (uint32_t)zip->list.length, 4);
  put_number(&zip->bytes, place, 4);
  put_number(&zip->bytes, 0, 2);
}

void zc_test_zip_free(zc_test_zip *zip) {
  zc_buffer_free(&zip->bytes);
  zc_buffer_free(&zip->list);
}

/* ---- workbook ---- */

#define OPENXML "http://schemas.openxmlformats.org/"
#define MAIN    " xmlns=\"" OPENXML "spreadsheetml/2006/main\""
#define TYPE    "Type=\"" OPENXML "officeDocument/2006/relationships/"
#define LIST    "<Relationships xmlns=\"" OPENXML "package/2006/relationships\">"

static void add(zc_test_zip *zip, const char *name, const char *start, const char *text,
                const char *end) {
  zc_buffer whole = {0};
  zc_buffer_puts(&whole, start);
  zc_buffer_puts(&whole, text ? text : "");
  zc_buffer_puts(&whole, end);
  zc_test_zip_add(zip, name, whole.data ? whole.data : "", whole.length);
  zc_buffer_free(&whole);
}

static void add_sheet(zc_test_zip *zip, const zc_test_book *book) {
  zc_buffer whole = {0};
  zc_buffer_puts(&whole, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet" MAIN ">");
  zc_buffer_puts(&whole, book->before ? book->before : "");
  zc_buffer_puts(&whole, "<sheetData>");
  zc_buffer_puts(&whole, book->data ? book->data : "");
  zc_buffer_puts(&whole, "</sheetData>");
  zc_buffer_puts(&whole, book->behind ? book->behind : "");
  zc_buffer_puts(&whole, "</worksheet>");
  if (book->sheet)
    zc_test_zip_add(zip, "xl/worksheets/sheet1.xml", book->sheet, strlen(book->sheet));
  else
    zc_test_zip_add(zip, "xl/worksheets/sheet1.xml", whole.data, whole.length);
  zc_buffer_free(&whole);
}

void zc_test_book_make(zc_test_zip *zip, const zc_test_book *book) {
  add(zip, "[Content_Types].xml", "<Types xmlns=\"" OPENXML "package/2006/content-types\"/>", "",
      "");
  add(zip, "_rels/.rels", LIST "<Relationship Id=\"a\" " TYPE "officeDocument\" Target=\"",
      "xl/workbook.xml", "\"/></Relationships>");
  add(zip, "xl/workbook.xml",
      book->workbook ? ""
                     : "<workbook" MAIN " xmlns:r=\"" OPENXML
                       "officeDocument/2006/relationships\">",
      book->workbook ? book->workbook : book->properties,
      book->workbook ? ""
                     : "<sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"r1\"/>"
                       "<sheet name=\"说明\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>");
  add(zip, "xl/_rels/workbook.xml.rels", LIST,
      book->relations
          ? book->relations
          : "<Relationship Id=\"r1\" " TYPE "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            "<Relationship Id=\"r2\" " TYPE "worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
            "<Relationship Id=\"r3\" " TYPE "sharedStrings\" Target=\"sharedStrings.xml\"/>"
            "<Relationship Id=\"r4\" " TYPE "styles\" Target=\"./styles.xml\"/>"
            "<Relationship Id=\"r5\" " TYPE "externalLink\" TargetMode=\"External\" "
            "Target=\"file:///elsewhere.xlsx\"/>",
      "</Relationships>");
  add_sheet(zip, book);
  add(zip, "xl/worksheets/sheet2.xml", "", book->second ? book->second : "<worksheet" MAIN "/>",
      "");
  add(zip, "xl/sharedStrings.xml", "<sst" MAIN ">", book->strings, "</sst>");
  add(zip, "xl/styles.xml", "<styleSheet" MAIN ">", book->styles, "</styleSheet>");
  zc_test_zip_end(zip);
}
