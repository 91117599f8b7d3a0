/* SPDX-License-Identifier: Apache-2.0 */
/* Which rows of the tables are not what they were: by their texts, and by what they ask once
 * compiled. */
#include "compare/diff.h"

#include <string.h>

/* Tables whose rows have an id and reach a user. */
static const zc_row_kind kinds[] = {ZC_ROWS_DOCUMENT, ZC_ROWS_CLAUSE,     ZC_ROWS_RULE,
                                    ZC_ROWS_ROUTE,    ZC_ROWS_CONVERSION, ZC_ROWS_UNIT,
                                    ZC_ROWS_STEP,     ZC_ROWS_EFFECT,     ZC_ROWS_PROHIBITION};
enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static const void *field_at(const void *row, const zc_field *field) {
  return (const char *)row + field->offset;
}

static const char *string_at(const void *row, const zc_field *field) {
  const char *text;
  memcpy(&text, field_at(row, field), sizeof text);
  return text ? text : "";
}

static uint64_t number_at(const void *row, const zc_field *field) {
  uint32_t narrow;
  uint64_t wide;
  if (field->form == ZC_FIELD_U32) {
    memcpy(&narrow, field_at(row, field), sizeof narrow);
    return narrow;
  }
  memcpy(&wide, field_at(row, field), sizeof wide);
  return wide;
}

/* The id of a row: the first field of every table here. */
static const char *id_of(const void *row, zc_row_kind kind) {
  return string_at(row, &zc_row_schemas[kind].fields[0]);
}

static int fields_differ(const void *a, const void *b, const zc_field *field);

static uint64_t rows_differ(const void *a, const void *b, zc_row_kind kind) {
  const zc_row_schema *schema = &zc_row_schemas[kind];
  uint64_t fields = 0;
  for (uint32_t i = 0; i < schema->field_count; i++)
    fields |= (uint64_t)fields_differ(a, b, &schema->fields[i]) << i;
  return fields;
}

static int tables_differ(const zc_table *a, const zc_table *b, zc_row_kind kind) {
  int differ = a->count != b->count;
  for (uint32_t i = 0; i < a->count && !differ; i++) {
    differ = rows_differ((const char *)a->rows + (size_t)i * a->stride,
                         (const char *)b->rows + (size_t)i * b->stride, kind) != 0;
  }
  return differ;
}

static int fields_differ(const void *a, const void *b, const zc_field *field) {
  switch (field->form) {
  case ZC_FIELD_STRING:
    return strcmp(string_at(a, field), string_at(b, field)) != 0;
  case ZC_FIELD_TABLE:
    return tables_differ(field_at(a, field), field_at(b, field), field->rows);
  case ZC_FIELD_CALL: /* code has no text that could be compared */
    return 0;
  default:
    return number_at(a, field) != number_at(b, field);
  }
}

/* ---- what a row asks ---- */

static const zc_compiled_rule *compiled(const zc_region *r, zc_row_kind kind, const char *id) {
  const zc_compiled_rule *list = kind == ZC_ROWS_CONVERSION ? r->conversions
                                 : kind == ZC_ROWS_UNIT     ? r->units
                                                            : r->rules;
  uint32_t count = kind == ZC_ROWS_CONVERSION ? r->conversion_count
                   : kind == ZC_ROWS_UNIT     ? r->unit_count
                                              : r->rule_count;
  int has_rules = kind == ZC_ROWS_RULE || kind == ZC_ROWS_ROUTE || kind == ZC_ROWS_CONVERSION ||
                  kind == ZC_ROWS_UNIT;
  for (uint32_t i = 0; has_rules && i < count; i++)
    if (strcmp(list[i].id, id) == 0)
      return &list[i];
  return NULL;
}

static int nodes_differ(const zc_diff *d, zc_node_id a, zc_node_id b) {
  return d->prints[0][a] != d->prints[1][b];
}

/* Whether a route that decides alone asks something else: every rule then applies where that route
 * does not, and yet has not changed itself. */
static int exclusive_differs(const zc_diff *d) {
  const zc_region *old = &d->regions[0];
  for (uint32_t i = 0; i < old->rule_count; i++) {
    const zc_compiled_rule *a = &old->rules[i];
    const zc_compiled_rule *b =
        (a->flags & ZC_EXCLUSIVE) ? compiled(&d->regions[1], ZC_ROWS_RULE, a->id) : a;
    if (!b || (b != a && nodes_differ(d, a->applies, b->applies)))
      return 1;
  }
  return 0;
}

static int asks_differently(const zc_diff *d, const zc_row_change *c) {
  const zc_compiled_rule *a = c->rule[0], *b = c->rule[1];
  if (!a || !b)
    return a != b;
  return nodes_differ(d, a->in_force, b->in_force) || nodes_differ(d, a->holds, b->holds) ||
         (nodes_differ(d, a->applies, b->applies) && !exclusive_differs(d));
}

/* Whether the name stands in a condition, and not as a part of a longer one. */
static int mentions(const char *text, const char *name) {
  size_t length = strlen(name);
  for (const char *at = text; (at = strstr(at, name)); at += length) {
    static const char inside[] = "abcdefghijklmnopqrstuvwxyz0123456789_.";
    int begins = at == text || !strchr(inside, at[-1]);
    if (begins && (at[length] == '\0' || !strchr(inside, at[length])))
      return 1;
  }
  return 0;
}

static int row_mentions(const void *row, zc_row_kind kind, const char *name) {
  const zc_row_schema *schema = &zc_row_schemas[kind];
  for (uint32_t i = 0; i < schema->field_count; i++) {
    const zc_field *field = &schema->fields[i];
    if (field->form == ZC_FIELD_STRING && strncmp(field->name, "text.", 5) != 0 &&
        mentions(string_at(row, field), name))
      return 1;
    if (field->form == ZC_FIELD_TABLE) {
      const zc_table *table = field_at(row, field);
      for (uint32_t j = 0; j < table->count; j++)
        if (row_mentions((const char *)table->rows + (size_t)j * table->stride, field->rows, name))
          return 1;
    }
  }
  return 0;
}

static const char *parameter_of(const zc_diff *d, const zc_row_change *c) {
  for (uint32_t i = 0; i < d->parameter_count; i++)
    if (row_mentions(c->row[1], c->rows, d->parameters[i].name))
      return d->parameters[i].name;
  return NULL;
}

/* Whether a waiver that takes months off the floors of routes is another one than it was; it stands
 * in the list itself, and the routes that only it changes need not. */
static int waiver_differs(const zc_diff *d) {
  for (uint32_t i = 0; i < d->change_count; i++) {
    const zc_row_change *c = &d->changes[i];
    const zc_rule *row = c->row[1] ? c->row[1] : c->row[0];
    if (c->rows == ZC_ROWS_RULE && c->decides && row->reduces)
      return 1;
  }
  return 0;
}

/* ---- all rows ---- */

/* Two days of one version: what is not in force on a day is not there on it. */
static int is_there(const zc_diff *d, const zc_row_change *c, int side) {
  if (!c->rule[side] || d->days[0] == d->days[1])
    return c->row[side] != NULL;
  zc_span span = c->rule[side]->span;
  return d->days[side] >= span.from && d->days[side] <= span.until;
}

static zc_status keep(zc_diff *d, const zc_row_change *change) {
  if (d->change_count == d->change_room) {
    uint32_t room = d->change_room * 2 + 64;
    zc_row_change *grown = zc_realloc(d->changes, room * sizeof *grown);
    if (!grown)
      return zc_report_memory(d->diag);
    d->changes = grown;
    d->change_room = room;
  }
  d->changes[d->change_count++] = *change;
  return ZC_OK;
}

static zc_status compare_rows(zc_diff *d, zc_row_change *c) {
  for (int side = 0; side < 2; side++)
    c->rule[side] = c->row[side] ? compiled(&d->regions[side], c->rows, c->id) : NULL;
  int there[2] = {is_there(d, c, 0), is_there(d, c, 1)};
  if (!there[0] && !there[1])
    return ZC_OK;
  c->kind = !there[0] ? ZC_ROW_ADDED : !there[1] ? ZC_ROW_REMOVED : ZC_ROW_CHANGED;
  if (c->kind != ZC_ROW_CHANGED) {
    c->decides = c->rule[there[1]] != NULL;
    return keep(d, c);
  }
  c->fields = rows_differ(c->row[0], c->row[1], c->rows);
  c->decides = asks_differently(d, c);
  c->parameter = parameter_of(d, c);
  c->decides |= c->parameter && c->rule[1];
  if (c->rows == ZC_ROWS_ROUTE && c->fields == 0 && !c->parameter && waiver_differs(d))
    return ZC_OK;
  return c->fields != 0 || c->decides ? keep(d, c) : ZC_OK;
}

typedef struct row_list {
  const void *items[ZC_MAX_ROWS];
  uint32_t count;
} row_list;

static void list_rows(const zc_region *region, zc_row_kind kind, row_list *list) {
  list->count = 0;
  for (uint32_t i = 0; i < region->plugin->chapter_count; i++) {
    const zc_table *table = zc_chapter_table(region->plugin->chapters[i], kind);
    for (uint32_t j = 0; j < table->count; j++)
      list->items[list->count++] = (const char *)table->rows + (size_t)j * table->stride;
  }
}

static const void *find_row(const row_list *list, zc_row_kind kind, const char *id) {
  for (uint32_t i = 0; i < list->count; i++)
    if (strcmp(id_of(list->items[i], kind), id) == 0)
      return list->items[i];
  return NULL;
}

/* The rows of the new side in their order, then those that are gone. */
static zc_status compare_kind(zc_diff *d, zc_row_kind kind, row_list lists[2]) {
  zc_status status = ZC_OK;
  list_rows(&d->regions[0], kind, &lists[0]);
  list_rows(&d->regions[1], kind, &lists[1]);
  for (int side = 1; side >= 0; side--) {
    for (uint32_t i = 0; i < lists[side].count && status == ZC_OK; i++) {
      zc_row_change c = {.rows = kind, .id = id_of(lists[side].items[i], kind)};
      c.row[side] = lists[side].items[i];
      c.row[1 - side] = find_row(&lists[1 - side], kind, c.id);
      if (side == 1 || !c.row[1])
        status = compare_rows(d, &c);
    }
  }
  return status;
}

zc_status zc_diff_rows(zc_diff *diff) {
  zc_status status = ZC_OK;
  row_list *lists = zc_alloc(2 * sizeof *lists);
  if (!lists)
    return zc_report_memory(diff->diag);
  for (int i = 0; i < (int)KIND_COUNT && status == ZC_OK; i++)
    status = compare_kind(diff, kinds[i], lists);
  zc_free(lists);
  return status;
}

/* ---- telling ---- */

const char *zc_diff_table(const zc_row_change *change) {
  return zc_row_schemas[change->rows].name;
}

const char *zc_diff_field(const zc_row_change *change, uint32_t field) {
  return zc_row_schemas[change->rows].fields[field].name;
}

static void write_field(zc_buffer *out, const void *row, const zc_field *field);

static void write_rows(zc_buffer *out, const zc_table *table, zc_row_kind kind) {
  const zc_row_schema *schema = &zc_row_schemas[kind];
  for (uint32_t i = 0; i < table->count; i++) {
    const void *row = (const char *)table->rows + (size_t)i * table->stride;
    const char *separator = i > 0 ? "\n" : "";
    for (uint32_t j = 0; j < schema->field_count; j++) {
      if (schema->fields[j].form == ZC_FIELD_STRING && *string_at(row, &schema->fields[j])) {
        zc_buffer_printf(out, "%s%s: ", separator, schema->fields[j].name);
        write_field(out, row, &schema->fields[j]);
        separator = "; ";
      }
    }
  }
}

static void write_field(zc_buffer *out, const void *row, const zc_field *field) {
  switch (field->form) {
  case ZC_FIELD_STRING:
    zc_buffer_puts(out, string_at(row, field));
    break;
  case ZC_FIELD_TABLE:
    write_rows(out, field_at(row, field), field->rows);
    break;
  case ZC_FIELD_CALL:
    break;
  default:
    zc_buffer_int(out, (int64_t)number_at(row, field));
  }
}

void zc_diff_value(zc_buffer *out, const zc_row_change *change, uint32_t field, int side) {
  if (change->row[side])
    write_field(out, change->row[side], &zc_row_schemas[change->rows].fields[field]);
}
