/* SPDX-License-Identifier: Apache-2.0 */
/* The shared strings of a workbook: plain and rich text, without the marks of how to say it. */
#include "base/memory.h"
#include "office/xlsx_book.h"
#include "office/xml.h"

#include <string.h>

typedef struct strings {
  zc_xml xml;
  zc_xlsx_book *book;
  zc_buffer raw, text; /* of the string in hand */
  int in_text, in_phonetic;
} strings;

static int hex_of(char c) {
  const char *digits = "0123456789ABCDEF";
  const char *at = c == '\0' ? NULL : strchr(digits, c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c);
  return at ? (int)(at - digits) : -1;
}

/* The character of "_x000D_", or -1. */
static int escaped(const char *text, size_t length) {
  int value = 0;
  if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return -1;
  for (int i = 2; i < 6; i++) {
    int digit = hex_of(text[i]);
    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value > 0 && value < 0x80 ? value : -1;
}

void zc_xlsx_add_text(zc_buffer *out, const char *text, size_t length) {
  while (length > 0) {
    const char *mark = memchr(text, '_', length);
    size_t plain = mark ? (size_t)(mark - text) : length;
    zc_buffer_add(out, text, plain);
    text += plain;
    length -= plain;
    if (length == 0)
      break;
    int character = escaped(text, length);
    size_t used = character < 0 ? 1 : 7;
    zc_buffer_putc(out, character < 0 ? '_' : (char)character);
    text += used;
    length -= used;
  }
}

static void on_start(void *context, const char *name, const char **attributes) {
  strings *s = context;
  (void)attributes;
  if (strcmp(name, "si") == 0)
    zc_buffer_clear(&s->raw);
  else if (strcmp(name, "rPh") == 0)
    s->in_phonetic = 1;
  else if (strcmp(name, "t") == 0)
    s->in_text = !s->in_phonetic;
}

static void on_end(void *context, const char *name) {
  strings *s = context;
  if (strcmp(name, "rPh") == 0)
    s->in_phonetic = 0;
  if (strcmp(name, "t") == 0)
    s->in_text = 0;
  if (strcmp(name, "si") != 0)
    return;
  zc_buffer_clear(&s->text);
  zc_xlsx_add_text(&s->text, s->raw.data, s->raw.length);
  zc_status status = s->text.failed || s->raw.failed || s->book->strings.count == UINT32_MAX
                         ? zc_report_memory(s->xml.diag)
                         : zc_string_pool_add(&s->book->strings, s->text.data ? s->text.data : "",
                                              (uint32_t)s->text.length, s->xml.diag);
  if (status != ZC_OK)
    zc_xml_stop(&s->xml, status);
}

static void on_text(void *context, const char *text, size_t length) {
  strings *s = context;
  if (!s->in_text)
    return;
  zc_buffer_add(&s->raw, text, length);
  if (s->raw.length > ZC_CELL_LIMIT)
    zc_xml_stop(&s->xml, zc_package_damaged(&s->book->package, s->xml.name, s->xml.diag));
}

zc_status zc_xlsx_read_strings(zc_xlsx_book *book, zc_diagnostics *diag) {
  static const zc_xml_events events = {on_start, on_end, on_text};
  strings s = {.book = book};
  if (book->strings_part < 0)
    return ZC_OK;
  zc_status status = zc_xml_read(&s.xml, &book->package, book->strings_part, "sharedStrings.xml",
                                 &events, &s, diag);
  zc_buffer_free(&s.raw);
  zc_buffer_free(&s.text);
  return status == ZC_OK ? zc_string_pool_finish(&book->strings, diag) : status;
}
