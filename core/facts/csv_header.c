/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/csv_header.h"
#include "facts/reader.h"
#include <string.h>

/* Blanks around a name are none of it. */
static zc_csv_field trim(zc_csv_field field) {
  while (field.length && (field.text[0] == ' ' || field.text[0] == '\t')) {
    field.text++;
    field.length--;
  }
  while (field.length &&
         (field.text[field.length - 1] == ' ' || field.text[field.length - 1] == '\t'))
    field.length--;
  return field;
}

static zc_status read_name(zc_csv_header *header, const zc_csv_fields *fields, const char *file,
                           zc_diagnostics *diag) {
  uint32_t field = header->count;
  zc_csv_field raw = zc_csv_field_at(fields, 0, field);
  char *room = zc_arena_alloc(&header->arena, raw.length + 1);
  if (!room)
    return zc_report_memory(diag);
  zc_csv_field name = trim(zc_csv_value(raw, room));
  char *kept = zc_arena_copy(&header->arena, name.text, name.length);
  if (!kept)
    return zc_report_memory(diag);
  header->names[header->count++] = kept;
  zc_where where = {.file = file, .line = 1};
  if (raw.length && raw.text[0] != '"' && memchr(raw.text, '\r', raw.length))
    return zc_report(diag, ZC_BAD_INPUT, &where,
                     "列名里有回车符：各行似乎只以回车结尾；请另存为以换行（LF 或 CRLF）结尾的文件",
                     "a column name has a carriage return: the lines seem to end with that alone; "
                     "save the file with lines that end with LF or CRLF");
  for (uint32_t i = 0; i < field; i++)
    if (*kept && !strcmp(header->names[i], kept))
      return zc_report(diag, ZC_BAD_INPUT, &where, "第 %u 列和第 %u 列都叫“%s”；请改名或删去一列",
                       "columns %u and %u are both named \"%s\"; rename or remove one", i + 1,
                       field + 1, zc_show(kept, name.length).text);
  if (!zc_is_id_name(kept))
    return ZC_OK;
  if (header->id >= 0)
    return zc_report(diag, ZC_BAD_INPUT, &where, "id 和 编号 两列都是编号；请只留一列",
                     "the columns id and 编号 both hold the ids; keep one");
  header->id = (int32_t)field;
  return ZC_OK;
}

static zc_status report_row(zc_row_fault fault, const char *file, zc_diagnostics *diag) {
  zc_where where = {.file = file, .line = 1};
  switch (fault) {
  case ZC_ROW_EMPTY:
    return zc_report(diag, ZC_BAD_INPUT, &where, "第一行是空的；请写列名，如 id,track,target_level",
                     "the first line is empty; write the names of the columns, such as "
                     "id,track,target_level");
  case ZC_ROW_BYTES:
  case ZC_ROW_NUL:
    return zc_report(diag, ZC_BAD_INPUT, &where,
                     "列名不是 UTF-8 文本；请另存为 UTF-8，或用 --encoding 指明编码",
                     "the names of the columns are no UTF-8 text; save the file as UTF-8, or name "
                     "its encoding with --encoding");
  default:
    return zc_report(diag, ZC_BAD_INPUT, &where, "列名一行过长或引号没有成对；请检查第一行",
                     "the line of column names is too long or has a quote that is not closed; "
                     "look at the first line");
  }
}

zc_status zc_csv_header_read(zc_csv_header *header, const char *file, const char *text,
                             size_t length, zc_diagnostics *diag) {
  zc_csv_fields fields = {0};
  *header = (zc_csv_header){.id = -1};
  if (length > ZC_ROW_LIMIT)
    return report_row(ZC_ROW_LONG, file, diag);
  zc_status status = zc_csv_fields_make(&fields);
  if (status == ZC_OK)
    status = zc_csv_split(&fields, text, length, 1);
  if (status != ZC_OK) {
    zc_csv_fields_free(&fields);
    return zc_report_memory(diag);
  }
  uint32_t count = fields.rows ? fields.first[1] : 0;
  zc_row_fault fault = fields.rows ? (zc_row_fault)fields.fault[0] : ZC_ROW_EMPTY;
  if (fault != ZC_ROW_FINE && fault != ZC_ROW_MANY) {
    status = report_row(fault, file, diag);
  } else {
    header->names = zc_arena_alloc(&header->arena, count * sizeof *header->names);
    status = header->names ? ZC_OK : zc_report_memory(diag);
  }
  for (uint32_t i = 0; header->names && i < count && header->count == i; i++) {
    zc_status name = read_name(header, &fields, file, diag);
    status = name > status ? name : status;
  }
  zc_csv_fields_free(&fields);
  return status;
}

void zc_csv_header_free(zc_csv_header *header) {
  zc_arena_free(&header->arena);
  *header = (zc_csv_header){.id = -1};
}

int32_t zc_csv_header_fact(const zc_csv_header *header, uint32_t field, const zc_vocabulary *v) {
  const char *name = header->names[field];
  if ((int32_t)field == header->id)
    return -1;
  int32_t fact = zc_fact_find(v, name, strlen(name));
  for (uint32_t i = 0; fact < 0 && i < v->fact_count; i++)
    if (v->facts[i].zh && !strcmp(v->facts[i].zh, name))
      fact = (int32_t)i;
  return fact;
}

zc_status zc_csv_header_check(const zc_csv_header *header, const char *file, const zc_vocabulary *v,
                              zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < header->count; i++) {
    int32_t fact = zc_csv_header_fact(header, i, v);
    for (uint32_t j = 0; fact >= 0 && j < i; j++)
      if (zc_csv_header_fact(header, j, v) == fact)
        status = zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = file, .line = 1},
                           "“%s”和“%s”两列是同一个事实 %s；请只留一列",
                           "the columns \"%s\" and \"%s\" are the same fact, %s; keep one",
                           header->names[j], header->names[i], v->facts[fact].name);
  }
  return status;
}

void zc_csv_header_warn(const zc_csv_header *header, uint32_t field, const char *file,
                        const zc_vocabulary *v, zc_diagnostics *diag) {
  const char *name = header->names[field];
  const char *near = zc_fact_suggest(v, name, strlen(name));
  if (near)
    zc_report(diag, ZC_OK, &(zc_where){.file = file, .line = 1},
              "“%s”不是事实，这一列原样保留；若指 %s，请改正列名",
              "\"%s\" is no fact and the column is kept as it is; if %s is meant, correct the name",
              zc_show(name, strlen(name)).text, near);
}
