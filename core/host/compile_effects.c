/* SPDX-License-Identifier: Apache-2.0 */
/* Effects and calendar steps: what answers carry along. */
#include "facts/division.h"
#include "host/compiler.h"

#include <jansson.h>

static const char *const effect_words[ZC_EFFECT_COUNT] = {
    [ZC_EFFECT_EVIDENCE] = "evidence",
    [ZC_EFFECT_METHOD] = "method",
    [ZC_EFFECT_GROUPING] = "grouping",
    [ZC_EFFECT_AUTHORITY] = "authority",
    [ZC_EFFECT_FILING] = "filing",
    [ZC_EFFECT_CERTIFICATE] = "certificate",
    [ZC_EFFECT_POST] = "post",
    [ZC_EFFECT_PREFERENCE] = "preference",
    [ZC_EFFECT_OBLIGATION] = "obligation",
    [ZC_EFFECT_FEE] = "fee",
    [ZC_EFFECT_REFERRAL] = "referral",
    [ZC_EFFECT_QUOTA] = "quota",
    [ZC_EFFECT_VALIDITY] = "validity",
    [ZC_EFFECT_NOTICE] = "notice",
};

/* ---- effects ---- */

/* jansson calls memory that ran out by many names: text that reads well at the second attempt was
 * never wrong. */
static void report_json(zc_compiler *c, const zc_effect *row) {
  json_error_t error;
  json_t *again = json_loads(row->data, JSON_REJECT_DUPLICATES, &error);
  if (again || json_error_code(&error) == json_error_out_of_memory)
    zc_report_memory(c->diag);
  else
    ZC_ROW_ERROR(c, row->at, row->id, "data", "不是 JSON：%s（第 %d 字节）",
                 "is not JSON: %s (byte %d)", error.text, error.position);
  json_decref(again);
}

static void check_data(zc_compiler *c, const zc_effect *row) {
  json_t *data = json_loads(row->data, JSON_REJECT_DUPLICATES, NULL);
  if (!data)
    report_json(c, row);
  else if (!json_is_object(data))
    ZC_ROW_ERROR(c, row->at, row->id, "data", "是 JSON，但不是对象；请写成 %s 的样子",
                 "is JSON, but not an object; write it like %s", "{\"scope\": [\"451229\"]}");
  json_decref(data);
}

static void check_effect(zc_compiler *c, const zc_effect *row) {
  const uint32_t all = ZC_ASSESS | ZC_CONVERT | ZC_UNIT;
  if (row->kind <= ZC_NO_EFFECT || row->kind >= ZC_EFFECT_COUNT)
    ZC_ROW_ERROR(c, row->at, row->id, "kind", "没有种类（kind 为 %u）；请用 ZC_EFFECT_ 开头的一个",
                 "the effect is of no kind (%u); write one of ZC_EFFECT_...", row->kind);
  if (row->questions & ~all)
    ZC_ROW_ERROR(c, row->at, row->id, "questions",
                 "为 %u；请用 ZC_ASSESS、ZC_CONVERT、ZC_UNIT 的组合",
                 "is %u; combine ZC_ASSESS, ZC_CONVERT and ZC_UNIT", row->questions);
  if (row->tracks && row->questions && row->questions != ZC_ASSESS)
    ZC_ROW_ERROR(c, row->at, row->id, "tracks", "“%s”：只有 ZC_ASSESS 的回答才分申报类别",
                 "'%s': only answers to ZC_ASSESS have a track; leave it out or split the row",
                 row->tracks);
  if (row->data)
    check_data(c, row);
}

static void list_shows(zc_compiler *c, const zc_effect *row, zc_compiled_effect *effect) {
  const zc_vocabulary *v = &c->region->vocabulary;
  uint32_t room = 0;
  const char *cursor = row->shows, *word;
  size_t length;
  while (cursor && zc_next_word(&cursor, &word, &length))
    room++;
  effect->shows = zc_compiler_alloc(c, room * sizeof *effect->shows);
  if (!effect->shows)
    return;
  cursor = row->shows;
  while (cursor && zc_next_word(&cursor, &word, &length)) {
    int32_t fact = zc_fact_find(v, word, length);
    zc_suggestion s = {.best = fact < 0 ? zc_fact_suggest(v, word, length) : NULL};
    if (fact >= 0)
      effect->shows[effect->show_count++] = (uint32_t)fact;
    else
      ZC_ROW_ERROR(c, row->at, row->id, "shows", "没有叫“%.*s”的事实%s",
                   "there is no fact '%.*s'%s", (int)length, word, zc_hint_make(c->diag, &s).text);
  }
}

static void compile_effect(zc_compiler *c, const zc_effect *row, zc_compiled_effect *effect) {
  check_effect(c, row);
  effect->row = row;
  effect->kind = row->kind < ZC_EFFECT_COUNT ? effect_words[row->kind] : NULL;
  effect->questions = row->questions ? row->questions : ZC_ASSESS;
  zc_law_row law = {&row->at, row->id, row->clauses, row->from, row->until};
  zc_law_compile(c, &law, &effect->law, &effect->span);
  if (zc_compiler_stopped(c))
    return;
  list_shows(c, row, effect);
  zc_node_id in_force =
      zc_in_force_node(c, effect->span, zc_tracks_read(c, &row->at, row->id, row->tracks));
  effect->applies =
      zc_and(c, in_force, zc_condition_compile(c, &row->at, row->id, "when", row->when, NULL));
}

void zc_effects_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_EFFECT];
  zc_region *region = c->region;
  region->effects = zc_compiler_alloc(c, rows->count * sizeof *region->effects);
  zc_named_row *named = zc_compiler_scratch(c, rows->count * sizeof *named);
  if (!region->effects || !named)
    return;
  for (uint32_t i = 0; i < rows->count && !zc_compiler_stopped(c); i++) {
    const zc_effect *row = rows->items[i];
    named[i] = (zc_named_row){row->id, &row->at};
    compile_effect(c, row, &region->effects[region->effect_count++]);
  }
  if (!zc_compiler_stopped(c))
    zc_ids_check(c, named, rows->count);
}

/* ---- steps ---- */

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

static void read_due(zc_compiler *c, const zc_step *row, zc_compiled_step *step) {
  if (read_month_day(row->due, &step->month, &step->day))
    return;
  zc_suggestion s = {.wanted = row->due, .wanted_length = strlen(row->due)};
  for (uint32_t i = 0; i < c->region->parameters.count; i++) {
    const zc_named_parameter *p = &c->region->parameters.parameters[i];
    if (p->type != ZC_DATE)
      continue;
    if (strcmp(p->name, row->due) == 0)
      step->parameter = p;
    zc_suggest(&s, p->name);
  }
  if (!step->parameter)
    ZC_ROW_ERROR(c, row->at, row->id, "due", "“%s”既不是 08-31 样子的日子，也不是日期参数的名称%s",
                 "'%s' is neither a day like 08-31 nor the name of a date parameter%s", row->due,
                 zc_hint_make(c->diag, &s).text);
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
  if (row->division && zc_division_parse(row->division, strlen(row->division), &division))
    ZC_ROW_ERROR(c, row->at, row->id, "division", "“%s”不是 6、9 或 12 位的行政区划代码",
                 "'%s' is not a division code of 6, 9 or 12 digits", row->division);
  if (row->from_year && row->until_year && row->from_year > row->until_year)
    ZC_ROW_ERROR(c, row->at, row->id, "until_year", "最后一年 %u 早于第一年 %u",
                 "the last year %u is before the first year %u", row->until_year, row->from_year);
}

static void compile_step(zc_compiler *c, const zc_step *row, zc_compiled_step *step) {
  zc_span span = {ZC_DAY_MIN, ZC_DAY_MAX};
  step->row = row;
  step->anchor = -1;
  check_step(c, row);
  /* Years of its own take the place of the document's days. */
  zc_law_row law = {&row->at, row->id, row->clauses, row->from_year ? "ever" : NULL,
                    row->until_year ? "ever" : NULL};
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
