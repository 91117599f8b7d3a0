/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "office/xlsx_sheet.h"

#include <string.h>

enum { READ_BYTES = 64 << 10, MARK_BYTES = 64 /* of the end tag, with its prefix */ };

typedef struct merges {
  const zc_xml_library *expat;
  XML_Parser parser;
  zc_spread *spread;
  int has_failed;
} merges;

static void XMLCALL on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  merges *m = data;
  zc_merge merge;
  if (strcmp(zc_xml_local(name), "mergeCell") != 0)
    return;
  const char *place = zc_xml_attribute(attributes, "ref");
  place = place ? zc_cell_place(place, &merge.first_row, &merge.first_column) : NULL;
  if (!place || *place != ':' || !zc_cell_place(place + 1, &merge.last_row, &merge.last_column) ||
      merge.last_row < merge.first_row || merge.last_column < merge.first_column)
    return;
  m->has_failed |= zc_spread_add(m->spread, merge) != 0;
}

/* What is wrong in what follows the rows is found when the rows are read. */
static void take_tail(merges *m, const char *text, size_t length) {
  m->expat->XML_Parse(m->parser, text, (int)length, XML_FALSE);
}

/* Where the rows have ended: behind "</sheetData>", which may have a prefix. NULL: they go on. */
static const char *find_end(const char *text, size_t length) {
  static const char mark[] = "sheetData>";
  const char *end = text + length, *found;
  for (const char *at = text; (found = memmem(at, (size_t)(end - at), mark, sizeof mark - 1));) {
    const char *tag = found;
    at = found + sizeof mark - 1;
    while (tag > text && found - tag < MARK_BYTES && *tag != '<')
      tag--;
    if (tag[0] == '<' && tag[1] == '/')
      return at;
  }
  return NULL;
}

/* Passes the rows; hands over what follows. */
static zc_status pass_rows(merges *m, zc_package_part *part, char *text, zc_diagnostics *diag) {
  size_t kept = 0, count;
  int is_behind = 0;
  zc_status status;
  while ((status = zc_package_part_read(part, text + kept, READ_BYTES, &count, diag)) == ZC_OK &&
         count > 0) {
    size_t length = kept + count;
    const char *from = is_behind ? NULL : find_end(text, length);
    if (from) {
      is_behind = 1;
      take_tail(m, "<rest>", 6);
      take_tail(m, from, (size_t)(text + length - from));
      kept = 0;
    } else if (is_behind) {
      take_tail(m, text, length);
      kept = 0;
    } else {
      kept = length < MARK_BYTES ? length : MARK_BYTES;
      memmove(text, text + length - kept, kept);
    }
  }
  return status;
}

zc_status zc_xlsx_read_merges(zc_xlsx_book *book, uint32_t sheet, zc_spread *spread,
                              zc_diagnostics *diag) {
  static const XML_Memory_Handling_Suite memory = {zc_alloc, zc_realloc, zc_free};
  merges m = {.expat = zc_xml_library_load(diag), .spread = spread};
  zc_package_part part;
  if (!m.expat)
    return ZC_NO_RESOURCE;
  zc_status status = zc_package_part_open(&part, &book->package, book->places[sheet].part, diag);
  char *text = zc_alloc(READ_BYTES + MARK_BYTES);
  m.parser = m.expat->XML_ParserCreate_MM(NULL, &memory, NULL);
  if (status == ZC_OK && (!text || !m.parser))
    status = zc_report_memory(diag);
  if (status == ZC_OK && text) {
    m.expat->XML_SetUserData(m.parser, &m);
    m.expat->XML_SetElementHandler(m.parser, on_start, NULL);
    status = pass_rows(&m, &part, text, diag);
  }
  if (m.parser)
    m.expat->XML_ParserFree(m.parser);
  zc_free(text);
  zc_package_part_close(&part);
  zc_spread_sort(spread);
  return status == ZC_OK && m.has_failed ? zc_report_memory(diag) : status;
}
