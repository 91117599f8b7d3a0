/* SPDX-License-Identifier: Apache-2.0 */
/* The description as one list: that of describe.c, and that of plugin.h's rows, whose schema leaves
 * the limits of numbers to the compiler. */
#include "base/mix.h"
#include "compile/engine_version.h"
#include "facts/shared.h"
#include "image/format.h"
#include "image/image.h"

#include <string.h>

/* ---- the limits of plugin.h's numbers, which its schema leaves to the compiler ---- */

typedef struct limit {
  zc_row_kind rows;
  uint32_t offset, most;
} limit;

static const limit limits[] = {
    {ZC_ROWS_FACT, offsetof(zc_fact_row, type), ZC_TYPE_COUNT - 1},
    {ZC_ROWS_FACT, offsetof(zc_fact_row, unit), ZC_UNIT_COUNT - 1},
    {ZC_ROWS_PARAMETER, offsetof(zc_parameter, type), ZC_TYPE_COUNT - 1},
    {ZC_ROWS_PARAMETER, offsetof(zc_parameter, unit), ZC_UNIT_COUNT - 1},
    {ZC_ROWS_RULE, offsetof(zc_rule, kind), ZC_KIND_COUNT - 1},
    {ZC_ROWS_ROUTE, offsetof(zc_route, rank), ZC_RANK_COUNT - 1},
    {ZC_ROWS_ROUTE, offsetof(zc_route, mode), ZC_MODE_COUNT - 1},
    {ZC_ROWS_CONVERSION, offsetof(zc_conversion, kept), ZC_RESULT_COUNT - 1},
    {ZC_ROWS_CONVERSION, offsetof(zc_conversion, otherwise), ZC_RESULT_COUNT - 1},
    {ZC_ROWS_STEP, offsetof(zc_step, unit), ZC_MONTHS},
    {ZC_ROWS_EFFECT, offsetof(zc_effect, kind), ZC_EFFECT_COUNT - 1},
    {ZC_ROWS_FUNCTION, offsetof(zc_function, type), ZC_TYPE_COUNT - 1},
    {ZC_ROWS_FUNCTION, offsetof(zc_function, unit), ZC_UNIT_COUNT - 1},
};

static int64_t most_of(zc_row_kind rows, uint32_t offset) {
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    if (limits[i].rows == rows && limits[i].offset == offset)
      return limits[i].most;
  return UINT32_MAX;
}

/* ---- all of them alike ---- */

/* Every row of plugin.h begins with its place in the source. */
static const zc_image_field place_fields[] = {
    {.name = "at.file",
     .offset = offsetof(zc_place, file),
     .form = ZC_IMAGE_TEXT,
     .width = 8,
     .may_lack = 1},
    {.name = "at.line", .offset = offsetof(zc_place, line), .form = ZC_IMAGE_BITS, .width = 4},
    {.name = "at.reserved",
     .offset = offsetof(zc_place, reserved),
     .form = ZC_IMAGE_NOTHING,
     .width = 4},
};

static zc_image_field from_schema(zc_row_kind rows, const zc_field *f) {
  zc_image_field field = {.name = f->name, .offset = (uint16_t)f->offset, .width = 8};
  switch (f->form) {
  case ZC_FIELD_STRING:
    field.form = ZC_IMAGE_TEXT;
    field.may_lack = f->need == ZC_MAY_LACK;
    break;
  case ZC_FIELD_U32:
    field.form = ZC_IMAGE_NUMBER;
    field.width = 4;
    field.hi = most_of(rows, f->offset);
    break;
  case ZC_FIELD_I64:
    field.form = ZC_IMAGE_BITS;
    break;
  case ZC_FIELD_TABLE:
    field.form = ZC_IMAGE_TABLE;
    field.width = sizeof(zc_table);
    field.of = (uint8_t)f->rows;
    break;
  case ZC_FIELD_CALL:
    field.form = ZC_IMAGE_NOTHING;
    break;
  }
  return field;
}

typedef struct plan_maker {
  zc_image_plan *plan;
  uint32_t used, kind;
} plan_maker;

static void add_field(plan_maker *m, const zc_image_field *field) {
  m->plan->fields[m->used++] = *field;
  m->plan->shapes[m->kind].count++;
}

static void add_table_row(plan_maker *m, zc_row_kind rows) {
  const zc_row_schema *schema = &zc_row_schemas[rows];
  m->plan->shapes[m->kind].name = schema->name;
  m->plan->shapes[m->kind].size = schema->size;
  for (size_t i = 0; i < sizeof place_fields / sizeof *place_fields; i++)
    add_field(m, &place_fields[i]);
  for (uint32_t i = 0; i < schema->field_count; i++) {
    zc_image_field field = from_schema(rows, &schema->fields[i]);
    add_field(m, &field);
  }
}

static void add_chapter(plan_maker *m) {
  m->plan->shapes[m->kind].name = "chapters";
  m->plan->shapes[m->kind].size = sizeof(zc_chapter);
  for (uint32_t kind = 0; kind < ZC_CHAPTER_KINDS; kind++) {
    zc_image_field field = {.name = zc_row_schemas[kind].name,
                            .offset = (uint16_t)(kind * sizeof(zc_table)),
                            .form = ZC_IMAGE_TABLE,
                            .width = sizeof(zc_table),
                            .of = (uint8_t)kind};
    add_field(m, &field);
  }
}

static void add_image_row(plan_maker *m) {
  const zc_image_row *row = &zc_image_rows[m->kind];
  m->plan->shapes[m->kind].name = row->name;
  m->plan->shapes[m->kind].size = row->size;
  m->plan->shapes[m->kind].check = row->check;
  for (uint32_t i = 0; i < row->count; i++)
    add_field(m, &row->fields[i]);
}

void zc_image_plan_make(zc_image_plan *plan) {
  plan_maker m = {plan, 0, 0};
  memset(plan->shapes, 0, sizeof plan->shapes);
  for (; m.kind < ZC_IMAGE_KINDS; m.kind++) {
    plan->shapes[m.kind].first = m.used;
    if (m.kind < ZC_ROW_KINDS)
      add_table_row(&m, (zc_row_kind)m.kind);
    else if (m.kind == ZC_IMAGE_DOCUMENT)
      add_table_row(&m, ZC_ROWS_DOCUMENT);
    else if (m.kind == ZC_IMAGE_CLAUSE)
      add_table_row(&m, ZC_ROWS_CLAUSE);
    else if (m.kind == ZC_IMAGE_CHAPTER)
      add_chapter(&m);
    else
      add_image_row(&m);
  }
}

/* ---- the layout ---- */

static uint64_t mix_text(uint64_t h, const char *text) {
  for (; text && *text; text++)
    h = zc_mix(h, (unsigned char)*text);
  return zc_mix(h, text ? 1 : 2);
}

static uint64_t mix_shape(uint64_t h, const zc_image_plan *plan, uint32_t kind) {
  const struct zc_image_shape *shape = &plan->shapes[kind];
  h = zc_mix(h, shape->size);
  for (uint32_t i = 0; i < shape->count; i++) {
    const zc_image_field *f = &plan->fields[shape->first + i];
    h = zc_mix(h, (uint64_t)f->offset << 32 | (uint64_t)f->form << 16 | (uint64_t)f->of << 8 |
                      f->type);
    h = zc_mix(h, (uint64_t)f->hi);
  }
  return h;
}

static uint64_t mix_shared_fact(uint64_t h, const zc_fact *f) {
  h = mix_text(h, f->name);
  h = zc_mix(h, (uint64_t)f->type << 32 | (uint64_t)f->unit);
  h = zc_mix(h, (uint64_t)f->min);
  return zc_mix(h, (uint64_t)f->max);
}

uint64_t zc_image_layout(const zc_image_plan *plan) {
  uint64_t h = mix_text(1, ZC_ENGINE_VERSION);
  for (uint32_t kind = 0; kind < ZC_IMAGE_KINDS; kind++)
    h = mix_shape(h, plan, kind);
  for (uint32_t i = 0; i < ZC_SHARED_FACTS; i++)
    h = mix_shared_fact(h, &zc_shared_facts[i]);
  for (uint32_t i = 0; i < zc_shared_lists[ZC_SHARED_LISTS].first; i++)
    h = mix_text(h, zc_shared_word_rows[i].word);
  return h;
}

uint64_t zc_image_version(void) {
  zc_image_plan plan;
  zc_image_plan_make(&plan);
  return zc_image_layout(&plan);
}
