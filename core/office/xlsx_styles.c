/* SPDX-License-Identifier: Apache-2.0 */
/* The styles of cells, of which only the number formats matter. */
#include "base/memory.h"
#include "office/xlsx_book.h"
#include "office/xml.h"

#include <string.h>

enum { MOST_STYLES = 1 << 20, MOST_FORMATS = 1 << 16 };

/* A number format that the workbook declares. */
typedef struct declared_format {
  uint32_t number;
  zc_number_format format;
} declared_format;

typedef struct styles {
  zc_xml xml;
  zc_xlsx_book *book;
  declared_format *declared;
  uint32_t declared_count, declared_room, style_room;
  int in_cells; /* within cellXfs, whose order the cells count */
} styles;

/* Room for one more; the list may move. 0, or -1: out of memory. */
static int make_room(void **list, uint32_t count, uint32_t *room, size_t size) {
  if (count < *room)
    return 0;
  uint32_t more = *room > 0 ? *room * 2 : 64;
  void *larger = zc_realloc(*list, more * size);
  if (!larger)
    return -1;
  *list = larger;
  *room = more;
  return 0;
}

static int declare(styles *s, const char **attributes) {
  int64_t number = zc_xml_number(zc_xml_attribute(attributes, "numFmtId"), UINT32_MAX);
  const char *code = zc_xml_attribute(attributes, "formatCode");
  if (number < 0 || !code || s->declared_count == MOST_FORMATS)
    return 0;
  if (make_room((void **)&s->declared, s->declared_count, &s->declared_room, sizeof *s->declared) !=
      0)
    return -1;
  s->declared[s->declared_count++] =
      (declared_format){(uint32_t)number, zc_number_format_read(code, strlen(code))};
  return 0;
}

static zc_number_format format_of(const styles *s, uint32_t number) {
  for (uint32_t i = 0; i < s->declared_count; i++)
    if (s->declared[i].number == number)
      return s->declared[i].format;
  return zc_number_format_built_in(number);
}

static int add_style(styles *s, const char **attributes) {
  zc_xlsx_book *book = s->book;
  int64_t number = zc_xml_number(zc_xml_attribute(attributes, "numFmtId"), UINT32_MAX);
  if (book->format_count == MOST_STYLES)
    return 0;
  if (make_room((void **)&book->formats, book->format_count, &s->style_room,
                sizeof *book->formats) != 0)
    return -1;
  book->formats[book->format_count++] = format_of(s, number < 0 ? 0 : (uint32_t)number);
  return 0;
}

static void on_start(void *context, const char *name, const char **attributes) {
  styles *s = context;
  int failed = 0;
  if (strcmp(name, "numFmt") == 0)
    failed = declare(s, attributes);
  else if (strcmp(name, "cellXfs") == 0)
    s->in_cells = 1;
  else if (s->in_cells && strcmp(name, "xf") == 0)
    failed = add_style(s, attributes);
  if (failed)
    zc_xml_stop(&s->xml, zc_report_memory(s->xml.diag));
}

static void on_end(void *context, const char *name) {
  styles *s = context;
  if (strcmp(name, "cellXfs") == 0)
    s->in_cells = 0;
}

zc_status zc_xlsx_read_styles(zc_xlsx_book *book, zc_diagnostics *diag) {
  static const zc_xml_events events = {.start = on_start, .end = on_end};
  styles s = {.book = book};
  if (book->styles_part < 0)
    return ZC_OK;
  zc_status status =
      zc_xml_read(&s.xml, &book->package, book->styles_part, "styles.xml", &events, &s, diag);
  zc_free(s.declared);
  return status;
}
