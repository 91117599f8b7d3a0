/* SPDX-License-Identifier: Apache-2.0 */
#include "office/xlsx_book.h"

#include "base/memory.h"
#include "office/xml.h"

#include <string.h>

/* ---- names of parts ---- */

/* The part that `target` names, seen from the folder of the part `from`, without "." and "..".
 * NULL: out of memory. */
static const char *resolve(zc_arena *arena, const char *from, const char *target) {
  const char *slash = strrchr(from, '/');
  size_t folder = slash && target[0] != '/' ? (size_t)(slash - from) + 1 : 0;
  char *name = zc_arena_alloc(arena, folder + strlen(target) + 2), *to = name;
  if (!name)
    return NULL;
  memcpy(name, from, folder);
  to += folder;
  for (const char *at = target; *at != '\0';) {
    size_t length = strcspn(at, "/");
    int is_up = length == 2 && at[0] == '.' && at[1] == '.';
    if (is_up && to > name)
      for (to--; to > name && to[-1] != '/';)
        to--;
    if (length > 0 && !is_up && !(length == 1 && at[0] == '.')) {
      memcpy(to, at, length);
      to += length;
      if (at[length] == '/')
        *to++ = '/';
    }
    at += length + (at[length] == '/');
  }
  *to = '\0';
  return name;
}

/* ---- relations ---- */

/* A list of relations (.rels), as one looks for something in it. */
typedef struct relations {
  zc_xml xml;
  zc_xlsx_book *book;
  const char *from;     /* the part whose relations they are */
  const char *document; /* of the package: the workbook's part */
  int lacks_memory;
} relations;

static int ends_with(const char *text, const char *end) {
  size_t length = strlen(text), size = strlen(end);
  return length >= size && strcmp(text + length - size, end) == 0;
}

static void take_sheet_part(zc_xlsx_book *book, const char *id, int64_t part) {
  for (uint32_t i = 0; i < book->sheet_count; i++)
    if (strcmp(book->places[i].relation, id) == 0)
      book->places[i].part = part;
}

static void on_relation(void *context, const char *name, const char **attributes) {
  relations *r = context;
  const char *type = zc_xml_attribute(attributes, "Type");
  const char *target = zc_xml_attribute(attributes, "Target");
  const char *id = zc_xml_attribute(attributes, "Id");
  const char *mode = zc_xml_attribute(attributes, "TargetMode");
  if (strcmp(name, "Relationship") != 0 || !type || !target || !id ||
      (mode && strcmp(mode, "External") == 0))
    return;
  const char *part = resolve(&r->book->arena, r->from, target);
  if (!part) {
    zc_xml_stop(&r->xml, zc_report_memory(r->xml.diag));
    return;
  }
  if (ends_with(type, "/officeDocument"))
    r->document = part;
  else if (ends_with(type, "/sharedStrings"))
    r->book->strings_part = zc_package_find(&r->book->package, part);
  else if (ends_with(type, "/styles"))
    r->book->styles_part = zc_package_find(&r->book->package, part);
  else if (ends_with(type, "/worksheet"))
    take_sheet_part(r->book, id, zc_package_find(&r->book->package, part));
}

/* Reads the relations of the part `from` ("" is the package). */
static zc_status read_relations(zc_xlsx_book *book, const char *from, const char **document,
                                zc_diagnostics *diag) {
  static const zc_xml_events events = {.start = on_relation};
  relations r = {.book = book, .from = from};
  const char *slash = strrchr(from, '/');
  zc_buffer name = {0};
  zc_buffer_add(&name, from, slash ? (size_t)(slash - from) + 1 : 0);
  zc_buffer_puts(&name, "_rels/");
  zc_buffer_puts(&name, slash ? slash + 1 : from);
  zc_buffer_puts(&name, ".rels");
  const char *path = zc_buffer_text(&name);
  int64_t part = path ? zc_package_find(&book->package, path) : -1;
  zc_status status = !path ? zc_report_memory(diag)
                     : part < 0
                         ? zc_package_damaged(&book->package, path, diag)
                         : zc_xml_read(&r.xml, &book->package, part, path, &events, &r, diag);
  *document = r.document;
  zc_buffer_free(&name);
  return status;
}

/* ---- the workbook ---- */

typedef struct workbook {
  zc_xml xml;
  zc_xlsx_book *book;
  uint32_t room;
} workbook;

static zc_status add_sheet(workbook *w, const char **attributes, zc_diagnostics *diag) {
  zc_xlsx_book *book = w->book;
  const char *name = zc_xml_attribute(attributes, "name");
  const char *state = zc_xml_attribute(attributes, "state");
  const char *id = NULL;
  for (const char **a = attributes; *a; a += 2)
    if (strchr(*a, ':') && strcmp(zc_xml_local(*a), "id") == 0)
      id = a[1];
  if (book->sheet_count == ZC_MOST_SHEETS)
    return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = book->package.file},
                     "工作表多于 %d 张；请分成几个文件",
                     "more than %d sheets; make several files of it", ZC_MOST_SHEETS);
  zc_table_sheet *sheet = &book->sheets[book->sheet_count];
  zc_xlsx_sheet *place = &book->places[book->sheet_count];
  *sheet = (zc_table_sheet){
      .name = zc_arena_copy(&book->arena, name ? name : "", name ? strlen(name) : 0),
      .is_visible = !state || strcmp(state, "visible") == 0};
  *place = (zc_xlsx_sheet){
      .relation = zc_arena_copy(&book->arena, id ? id : "", id ? strlen(id) : 0), .part = -1};
  book->sheet_count++;
  return sheet->name && place->relation ? ZC_OK : zc_report_memory(diag);
}

static void on_workbook(void *context, const char *name, const char **attributes) {
  workbook *w = context;
  if (strcmp(name, "workbookPr") == 0)
    w->book->has_1904_days = zc_xml_flag(attributes, "date1904");
  if (strcmp(name, "sheet") != 0)
    return;
  zc_status status = add_sheet(w, attributes, w->xml.diag);
  if (status != ZC_OK)
    zc_xml_stop(&w->xml, status);
}

static zc_status read_workbook(zc_xlsx_book *book, const char *document, zc_diagnostics *diag) {
  static const zc_xml_events events = {.start = on_workbook};
  workbook w = {.book = book};
  int64_t part = zc_package_find(&book->package, document);
  if (part < 0)
    return zc_package_damaged(&book->package, document, diag);
  book->sheets = zc_arena_alloc(&book->arena, ZC_MOST_SHEETS * sizeof *book->sheets);
  book->places = zc_arena_alloc(&book->arena, ZC_MOST_SHEETS * sizeof *book->places);
  if (!book->sheets || !book->places)
    return zc_report_memory(diag);
  return zc_xml_read(&w.xml, &book->package, part, document, &events, &w, diag);
}

/* The workbook's part, where the package is a workbook. */
static zc_status find_document(zc_xlsx_book *book, const char **document, zc_diagnostics *diag) {
  *document = NULL;
  if (zc_package_find(&book->package, "_rels/.rels") >= 0) {
    zc_status status = read_relations(book, "", document, diag);
    if (status != ZC_OK)
      return status;
  }
  if (*document && !strstr(*document, "word/") && !strstr(*document, "ppt/"))
    return ZC_OK;
  return zc_report(
      diag, ZC_BAD_INPUT, &(zc_where){.file = book->package.file},
      "这不是 Excel 工作簿（可能是 Word 文档或普通压缩包）；请给出 .xlsx 文件",
      "this is no workbook but a document of another kind or a plain zip; name an .xlsx "
      "file");
}

zc_status zc_xlsx_book_open(zc_xlsx_book *book, zc_office_file *file, zc_diagnostics *diag) {
  const char *document = NULL, *other;
  *book = (zc_xlsx_book){.strings_part = -1, .styles_part = -1};
  zc_string_pool_make(&book->strings);
  zc_status status = zc_package_open(&book->package, file, diag);
  if (status == ZC_OK)
    status = find_document(book, &document, diag);
  if (status == ZC_OK)
    status = read_workbook(book, document, diag);
  if (status == ZC_OK && document)
    status = read_relations(book, document, &other, diag);
  return status == ZC_OK ? zc_xlsx_read_styles(book, diag) : status;
}

void zc_xlsx_book_close(zc_xlsx_book *book) {
  zc_string_pool_free(&book->strings);
  zc_free(book->formats);
  zc_arena_free(&book->arena);
  if (book->package.zip)
    zc_package_close(&book->package);
}
