/* SPDX-License-Identifier: Apache-2.0 */
/* Steps of the calendar: when they are due, in which years, and which take the place of others. */
#include "base/assert.h"
#include "compile/compiler.h"
#include "facts/division.h"

/* "08-31": a day that every year has. */
static int read_month_day(const char *text, int32_t *month, int32_t *day) {
  char date[11] = "2023-";
  zc_day found;
  if (strlen(text) != 5)
    return 0;
  memcpy(date + 5, text, 6);
  if (zc_day_parse(date, &found))
    return 0;
  zc_civil civil = zc_civil_of(found);
  *month = civil.month;
  *day = civil.day;
  return 1;
}

static void report_lost_due(zc_compiler *c, const zc_step *row) {
  zc_suggestion s = {.wanted = row->due, .wanted_length = strlen(row->due)};
  for (uint32_t i = 0; i < c->region->parameters.count; i++)
    if (c->region->parameters.parameters[i].type == ZC_DATE)
      zc_suggest(&s, c->region->parameters.parameters[i].name);
  ZC_ROW_ERROR(c, row->at, row->id, "due", "“%s”既不是 08-31 样子的日子，也不是日期参数的名称%s",
               "'%s' is neither a day like 08-31 nor the name of a date parameter%s", row->due,
               zc_hint_make(c->diag, &s).text);
}

static void read_due(zc_compiler *c, const zc_step *row, zc_compiled_step *step) {
  if (read_month_day(row->due, &step->month, &step->day))
    return;
  for (uint32_t i = 0; i < c->region->parameters.count; i++) {
    const zc_named_parameter *p = &c->region->parameters.parameters[i];
    if (p->type == ZC_DATE && strcmp(p->name, row->due) == 0)
      step->parameter = p;
  }
  if (!step->parameter)
    report_lost_due(c, row);
}

static void read_anchor(zc_compiler *c, const zc_step *row, zc_compiled_step *step) {
  const zc_vocabulary *v = &c->region->vocabulary;
  step->anchor = zc_fact_find(v, row->anchor, strlen(row->anchor));
  if (step->anchor >= 0 && v->facts[step->anchor].type == ZC_DATE)
    return;
  zc_suggestion s = {.best = zc_fact_suggest(v, row->anchor, strlen(row->anchor))};
  ZC_ROW_ERROR(c, row->at, row->id, "anchor", "“%s”不是日期事实%s", "'%s' is not a date fact%s",
               row->anchor, zc_hint_make(c->diag, &s).text);
}

static void check_step(zc_compiler *c, const zc_step *row) {
  zc_division division;
  if (!row->due == !row->anchor)
    ZC_ROW_ERROR(c, row->at, row->id, "due", "%s 和 anchor 要填写其中一个，也只能填写一个",
                 "write either `%s` or `anchor`, not both", "due");
  if (row->unit > ZC_MONTHS || (row->anchor && row->unit == ZC_FIXED))
    ZC_ROW_ERROR(c, row->at, row->id, "unit",
                 "单位为 %u；有 anchor 的步骤请用 ZC_DAYS、ZC_WORKDAYS 或 ZC_MONTHS",
                 "the unit is %u; a step with an anchor counts ZC_DAYS, ZC_WORKDAYS or ZC_MONTHS",
                 row->unit);
  if (row->division && zc_division_parse_prefix(row->division, strlen(row->division), &division))
    ZC_ROW_ERROR(
        c, row->at, row->id, "division", "“%s”不是行政区划代码；请写 2、4、6、9 或 12 位数字",
        "'%s' is not a division; write 2, 4, 6, 9 or 12 digits of its code", row->division);
  if (row->from_year && row->until_year && row->from_year > row->until_year)
    ZC_ROW_ERROR(c, row->at, row->id, "until_year", "最后一年 %u 早于第一年 %u",
                 "the last year %u is before the first year %u", row->until_year, row->from_year);
}

static void compile_step(zc_compiler *c, const zc_step *row, zc_compiled_step *step) {
  zc_span span = {ZC_DAY_MIN, ZC_DAY_MAX};
  step->row = row;
  step->anchor = -1;
  check_step(c, row);
  zc_text_plain_check(c, &row->at, row->id, &row->text);
  /* Years of its own take the place of the document's days. */
  zc_law_row law = {&row->at,
                    row->id,
                    row->clauses,
                    row->from_year ? "ever" : NULL,
                    row->until_year ? "ever" : NULL,
                    0};
  zc_law_compile(c, &law, &step->law, &span);
  step->from_year = row->from_year ? (int32_t)row->from_year : zc_civil_of(span.from).year;
  step->until_year = row->until_year ? (int32_t)row->until_year : zc_civil_of(span.until).year;
  if (row->due)
    read_due(c, row, step);
  if (row->anchor)
    read_anchor(c, row, step);
}

static int32_t find_step(const zc_region *region, const char *id, size_t length) {
  for (uint32_t i = 0; i < region->step_count; i++)
    if (strlen(region->steps[i].row->id) == length &&
        memcmp(region->steps[i].row->id, id, length) == 0)
      return (int32_t)i;
  return -1;
}

static void link_step(zc_compiler *c, zc_compiled_step *step) {
  uint32_t room = 0;
  const char *cursor = step->row->replaces, *word;
  size_t length;
  while (cursor && zc_next_word(&cursor, &word, &length))
    room++;
  step->replaces.items = zc_compiler_alloc(c, room * sizeof *step->replaces.items);
  if (!step->replaces.items)
    return;
  cursor = step->row->replaces;
  while (cursor && zc_next_word(&cursor, &word, &length)) {
    int32_t found = find_step(c->region, word, length);
    ZC_ASSERT(step->replaces.count < room);
    if (found >= 0)
      step->replaces.items[step->replaces.count++] = (uint32_t)found;
    else
      ZC_ROW_ERROR(c, step->row->at, step->row->id, "replaces", "没有编号为“%.*s”的步骤",
                   "there is no step '%.*s'", (int)length, word);
  }
}

void zc_steps_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_STEP];
  zc_region *region = c->region;
  region->steps = zc_compiler_alloc(c, rows->count * sizeof *region->steps);
  zc_named_row *named = zc_compiler_scratch(c, rows->count * sizeof *named);
  if (!region->steps || !named)
    return;
  for (uint32_t i = 0; i < rows->count && !zc_compiler_stopped(c); i++) {
    const zc_step *row = rows->items[i];
    named[i] = (zc_named_row){row->id, &row->at};
    compile_step(c, row, &region->steps[region->step_count++]);
  }
  for (uint32_t i = 0; i < region->step_count && !zc_compiler_stopped(c); i++)
    link_step(c, &region->steps[i]);
  if (!zc_compiler_stopped(c))
    zc_ids_check(c, named, rows->count);
}
