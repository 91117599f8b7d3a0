/* SPDX-License-Identifier: Apache-2.0 */
/* Effects: what answers carry along. */
#include "base/assert.h"
#include "base/json.h"
#include "compile/compiler.h"
#include "engine/answer.h"

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

static void read_data(zc_compiler *c, const zc_effect *row, zc_compiled_effect *effect) {
  json_error_t error;
  json_t *data = zc_json_load(row->data, strlen(row->data), JSON_REJECT_DUPLICATES, &error);
  if (!data && json_error_code(&error) == json_error_out_of_memory)
    zc_report_memory(c->diag);
  else if (!data)
    ZC_ROW_ERROR(c, row->at, row->id, "data", "不是 JSON：%s（第 %d 字节）",
                 "is not JSON: %s (byte %d)", error.text, error.position);
  else if (!json_is_object(data))
    ZC_ROW_ERROR(c, row->at, row->id, "data", "是 JSON，但不是对象；请写成 %s 的样子",
                 "is JSON, but not an object; write it like %s", "{\"scope\": [\"451229\"]}");
  effect->is_duty = json_is_string(json_object_get(data, "duty_of"));
  json_decref(data);
}

static void check_effect(zc_compiler *c, const zc_effect *row) {
  const uint32_t all = ZC_ASSESS | ZC_CONVERT | ZC_UNIT;
  if (row->kind == ZC_NO_EFFECT || row->kind >= ZC_EFFECT_COUNT)
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
}

/* The answers to `convert` with which the effect is listed. */
static uint64_t read_results(zc_compiler *c, const zc_effect *row) {
  const char *cursor = row->results, *word;
  size_t length;
  uint64_t mask = 0;
  if (!row->results)
    return UINT64_MAX;
  if (row->questions != ZC_CONVERT)
    ZC_ROW_ERROR(c, row->at, row->id, "results", "“%s”：只有单独写 ZC_CONVERT 的效果才有转换结果",
                 "'%s': only an effect of ZC_CONVERT alone has a result", row->results);
  while (zc_next_word(&cursor, &word, &length)) {
    uint64_t bit = 0;
    for (int i = ZC_VALID; i < ZC_RESULT_COUNT; i++) {
      const char *known = zc_result_word((zc_result)i);
      if (strlen(known) == length && memcmp(known, word, length) == 0)
        bit = UINT64_C(1) << i;
    }
    if (!bit)
      ZC_ROW_ERROR(
          c, row->at, row->id, "results",
          "没有结果“%.*s”；请用 valid、invalid、reassess、exchange、refused、undetermined",
          "there is no result '%.*s'; write valid, invalid, reassess, exchange, refused or "
          "undetermined",
          (int)length, word);
    mask |= bit;
  }
  return mask;
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
    ZC_ASSERT(effect->show_count < room);
    if (fact >= 0)
      effect->shows[effect->show_count++] = (uint32_t)fact;
    else
      ZC_ROW_ERROR(c, row->at, row->id, "shows", "没有叫“%.*s”的事实%s",
                   "there is no fact '%.*s'%s", (int)length, word, zc_hint_make(c->diag, &s).text);
  }
}

static void compile_effect(zc_compiler *c, const zc_effect *row, zc_compiled_effect *effect) {
  check_effect(c, row);
  if (row->data)
    read_data(c, row, effect);
  effect->row = row;
  effect->kind = row->kind < ZC_EFFECT_COUNT ? effect_words[row->kind] : NULL;
  effect->questions = row->questions ? row->questions : ZC_ASSESS;
  zc_law_row law = {&row->at, row->id, row->clauses, row->from, row->until, 0};
  zc_law_compile(c, &law, &effect->law, &effect->span);
  if (zc_compiler_stopped(c))
    return;
  list_shows(c, row, effect);
  zc_node_id in_force =
      zc_in_force_node(c, effect->span, zc_tracks_read(c, &row->at, row->id, row->tracks));
  zc_answers_at(c, effect->questions == ZC_CONVERT ? ZC_IN_CONVERT : ZC_IN_ASSESS);
  zc_node_id when = zc_condition_compile(c, &row->at, row->id, "when", row->when, NULL);
  zc_sentence_compile(c, &row->at, row->id, &row->text, &effect->text, effect->said, NULL);
  effect->results = read_results(c, row);
  effect->gate = in_force;
  if (row->results)
    effect->gate =
        zc_and(c, in_force,
               zc_node_set(&c->region->program, c->region->conversion_result, effect->results));
  effect->asked = zc_and(c, in_force, when);
  effect->applies = zc_and(c, effect->gate, when);
}

/* Effects of one question have ids of their own; rows of different questions may share one, where a
 * clause asks for other conditions in each. */
static void check_ids(zc_compiler *c, const zc_rows *rows, zc_named_row *named) {
  uint32_t count = 0;
  for (uint32_t question = ZC_ASSESS; question <= ZC_UNIT; question <<= 1) {
    uint32_t errors = c->diag->errors;
    for (uint32_t i = count = 0; i < rows->count; i++) {
      const zc_effect *row = rows->items[i];
      if ((row->questions ? row->questions : ZC_ASSESS) & question)
        named[count++] = (zc_named_row){row->id, &row->at};
    }
    zc_ids_check(c, named, count);
    if (c->diag->errors > errors)
      return; /* a row of two questions is told once */
  }
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
    compile_effect(c, row, &region->effects[region->effect_count++]);
  }
  if (!zc_compiler_stopped(c))
    check_ids(c, rows, named);
}
