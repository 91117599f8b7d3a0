/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/csv_header.h"
#include "base/memory.h"
#include "facts/reader.h"
#include <stdlib.h>
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

zc_status zc_csv_header_return(const zc_where *where, zc_diagnostics *diag) {
  return zc_report(diag, ZC_BAD_INPUT, where,
                   "列名里有回车符：各行似乎只以回车结尾；请另存为以换行（LF 或 CRLF）结尾的文件",
                   "a column name has a carriage return: the lines seem to end with that alone; "
                   "save the file with lines that end with LF or CRLF");
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
    return zc_csv_header_return(&where, diag);
  if (!zc_is_id_name(kept))
    return ZC_OK;
  if (header->id >= 0)
    return zc_report(diag, ZC_BAD_INPUT, &where, "id 和 编号 两列都是编号；请只留一列",
                     "the columns id and 编号 both hold the ids; keep one");
  header->id = (int32_t)field;
  return ZC_OK;
}

zc_status zc_csv_header_fault(zc_row_fault fault, const zc_where *where, zc_diagnostics *diag) {
  switch (fault) {
  case ZC_ROW_EMPTY:
    return zc_report(diag, ZC_BAD_INPUT, where, "第一行是空的；请写列名，如 id,track,target_level",
                     "the first line is empty; write the names of the columns, such as "
                     "id,track,target_level");
  case ZC_ROW_BYTES:
  case ZC_ROW_NUL:
    return zc_report(diag, ZC_BAD_INPUT, where,
                     "列名不是 UTF-8 文本；请另存为 UTF-8，或用 --encoding 指明编码",
                     "the names of the columns are no UTF-8 text; save the file as UTF-8, or name "
                     "its encoding with --encoding");
  default:
    return zc_report(diag, ZC_BAD_INPUT, where, "列名一行过长或引号没有成对；请检查第一行",
                     "the line of column names is too long or has a quote that is not closed; "
                     "look at the first line");
  }
}

/* Names in their order, those that are equal in the order of their columns. */
static int compare_fields(const void *a, const void *b, void *context) {
  const zc_csv_header *header = context;
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  int order = strcmp(header->names[x], header->names[y]);
  return order ? order : x < y ? -1 : 1;
}

static zc_status check_repeats(zc_csv_header *header, const char *file, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  uint32_t *fields = zc_arena_alloc(&header->arena, (header->count + 1) * sizeof *fields);
  if (!fields)
    return zc_report_memory(diag);
  for (uint32_t i = 0; i < header->count; i++)
    fields[i] = i;
  qsort_r(fields, header->count, sizeof *fields, compare_fields, header);
  for (uint32_t i = 1; i < header->count; i++) {
    const char *name = header->names[fields[i]];
    if (*name && !strcmp(header->names[fields[i - 1]], name))
      status = zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = file, .line = 1},
                         "第 %u 列和第 %u 列都叫“%s”；请改名或删去一列",
                         "columns %u and %u are both named \"%s\"; rename or remove one",
                         fields[i - 1] + 1, fields[i] + 1, zc_show_text(name, strlen(name)).text);
  }
  return status;
}

zc_status zc_csv_header_read(zc_csv_header *header, const char *file, const char *text,
                             size_t length, zc_diagnostics *diag) {
  zc_csv_fields fields = {0};
  *header = (zc_csv_header){.id = -1};
  if (length > ZC_ROW_LIMIT)
    return zc_csv_header_fault(ZC_ROW_LONG, &(zc_where){.file = file, .line = 1}, diag);
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
    status = zc_csv_header_fault(fault, &(zc_where){.file = file, .line = 1}, diag);
  } else {
    header->names = zc_arena_alloc(&header->arena, count * sizeof *header->names);
    status = header->names ? ZC_OK : zc_report_memory(diag);
  }
  for (uint32_t i = 0; header->names && i < count && header->count == i; i++) {
    zc_status name = read_name(header, &fields, file, diag);
    status = name > status ? name : status;
  }
  if (header->names && status != ZC_NO_RESOURCE) {
    zc_status repeats = check_repeats(header, file, diag);
    status = repeats > status ? repeats : status;
  }
  zc_csv_fields_free(&fields);
  return status;
}

void zc_csv_header_free(zc_csv_header *header) {
  zc_arena_free(&header->arena);
  *header = (zc_csv_header){.id = -1};
}

/* The first fact from `from` on that has the Chinese label; -1: none. */
static int32_t find_label(const zc_vocabulary *v, const char *label, uint32_t from) {
  for (uint32_t i = from; i < v->fact_count; i++)
    if (v->facts[i].zh && !strcmp(v->facts[i].zh, label))
      return (int32_t)i;
  return -1;
}

int32_t zc_csv_header_fact(const zc_csv_header *header, uint32_t field, const zc_vocabulary *v) {
  const char *name = header->names[field];
  if ((int32_t)field == header->id)
    return -1;
  int32_t fact = zc_fact_find(v, name, strlen(name));
  return fact >= 0 ? fact : find_label(v, name, 0);
}

/* `columns` (by fact): the column that holds it, from 1; 0: none so far. */
static zc_status check_column(const zc_csv_header *header, uint32_t field, const char *file,
                              const zc_vocabulary *v, uint32_t *columns, zc_diagnostics *diag) {
  zc_where where = {.file = file, .line = 1};
  const char *name = header->names[field];
  int32_t fact = zc_csv_header_fact(header, field, v);
  if (fact < 0)
    return ZC_OK;
  int32_t other =
      strcmp(v->facts[fact].name, name) == 0 ? -1 : find_label(v, name, (uint32_t)fact + 1);
  if (other >= 0)
    return zc_report(diag, ZC_BAD_INPUT, &where,
                     "“%s”是 %s 和 %s 两个事实的中文名；请以事实的名称为列名",
                     "\"%s\" is the label of two facts, %s and %s; name the column as the fact",
                     name, v->facts[fact].name, v->facts[other].name);
  uint32_t before = columns[fact];
  columns[fact] = field + 1;
  return before ? zc_report(diag, ZC_BAD_INPUT, &where, "“%s”和“%s”两列是同一个事实 %s；请只留一列",
                            "the columns \"%s\" and \"%s\" are the same fact, %s; keep one",
                            header->names[before - 1], name, v->facts[fact].name)
                : ZC_OK;
}

zc_status zc_csv_header_check(const zc_csv_header *header, const char *file, const zc_vocabulary *v,
                              zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  uint32_t *columns = zc_calloc((size_t)v->fact_count + 1, sizeof *columns);
  if (!columns)
    return zc_report_memory(diag);
  for (uint32_t i = 0; i < header->count; i++) {
    zc_status checked = check_column(header, i, file, v, columns, diag);
    status = checked > status ? checked : status;
  }
  zc_free(columns);
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
              zc_show_text(name, strlen(name)).text, near);
}
