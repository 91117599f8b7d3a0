/* SPDX-License-Identifier: Apache-2.0 */
/* convert and unit: rows read from the top, the first that decides answers (ARCHITECTURE.md,
 * Convert, unit, calendar). */
#include "base/assert.h"
#include "engine/workspace.h"

/* Whether a row of the law itself is in force: without one the day has no edition. */
static int any_law(const zc_compiled_rule *rows, uint32_t count, zc_day as_of) {
  for (uint32_t i = 0; i < count; i++)
    if (rows[i].law.document_count && as_of >= rows[i].span.from && as_of <= rows[i].span.until)
      return 1;
  return 0;
}

static int is_open(zc_workspace *ws, const zc_compiled_rule *rows, uint32_t count) {
  if (any_law(rows, count, ws->answer.as_of))
    return 1;
  ws->answer.no_edition = 1;
  zc_answer_find(&ws->answer, &zc_rule_no_edition, ZC_UNKNOWN);
  return 0;
}

static zc_ref draw_result(zc_workspace *ws, const zc_inputs *in) {
  (void)in;
  return zc_diagram_of(ws->diagrams, zc_result_node(ws->region, ws->answer.question));
}

static zc_ref draw(zc_workspace *ws, const zc_inputs *in, zc_question question) {
  const zc_slice *slice = &ws->deciding[question];
  if (zc_has_days(ws))
    return zc_days_draw(ws, in, draw_result);
  zc_diagrams_begin(ws->diagrams, in, ws->values, slice->nodes, slice->count);
  return draw_result(ws, in);
}

/* The value of the question's result node over all completions; -1: they differ, and `missing` says
 * by which facts. */
static int64_t resolve(zc_workspace *ws, const zc_inputs *in, zc_question question,
                       zc_node_id result) {
  zc_slot value = ws->values[result];
  if (value.lo == value.hi)
    return value.lo;
  zc_ref diagram = draw(ws, in, question);
  int64_t leaf;
  if (zc_diagrams_exact(ws->diagrams) && zc_diagram_is_leaf(ws->diagrams, diagram, &leaf))
    return leaf == ZC_NEVER_KNOWN ? -1 : leaf;
  zc_answer_missing(ws, diagram);
  return -1;
}

/* Findings of rows of which the first that decides answers: later rows do not apply any more. */
static void find_rows(zc_workspace *ws, const zc_compiled_rule *rows, uint32_t count) {
  zc_slot reached = {1, 1};
  for (uint32_t i = 0; i < count; i++) {
    const zc_compiled_rule *r = &rows[i];
    if (zc_false(ws->values[r->in_force]))
      continue;
    zc_slot applies = zc_and(reached, ws->values[r->applies]), holds = ws->values[r->holds];
    zc_state state = zc_state_of_choice(applies, holds);
    int open_end = (state == ZC_MET && r->kept == ZC_UNDETERMINED) ||
                   (state == ZC_UNMET && r->otherwise == ZC_UNDETERMINED);
    zc_answer_find(&ws->answer, r, open_end ? ZC_UNKNOWN : state);
    zc_slot decides = zc_or(r->kept != ZC_GO_ON ? holds : (zc_slot){0, 0},
                            r->otherwise != ZC_GO_ON ? zc_not(holds) : (zc_slot){0, 0});
    if (r->kept != ZC_GO_ON && r->otherwise != ZC_GO_ON)
      decides = (zc_slot){1, 1};
    reached = zc_and(reached, zc_not(zc_and(applies, decides)));
  }
}

const zc_answer *zc_convert(zc_workspace *ws, const zc_facts *counted, zc_day as_of,
                            zc_day counted_to, int strict) {
  const zc_region *r = ws->region;
  zc_inputs in = {counted->slots, counted->given, r->functions, as_of, strict, &counted->open};
  zc_answer_begin(ws, ZC_Q_CONVERT, &in, counted, as_of, counted_to);
  if (is_open(ws, r->conversions, r->conversion_count)) {
    int64_t result = resolve(ws, &in, ZC_Q_CONVERT, r->conversion_result);
    ZC_ASSERT(result < ZC_RESULT_COUNT && result != ZC_GO_ON);
    ws->answer.result = result < 0 ? ZC_UNDETERMINED : (zc_result)result;
    find_rows(ws, r->conversions, r->conversion_count);
  }
  zc_answer_end(ws, &in, 1);
  return &ws->answer;
}

const zc_answer *zc_unit_question(zc_workspace *ws, const zc_facts *counted, zc_day as_of,
                                  zc_day counted_to, int strict) {
  const zc_region *r = ws->region;
  zc_inputs in = {counted->slots, counted->given, r->functions, as_of, strict, &counted->open};
  zc_answer_begin(ws, ZC_Q_UNIT, &in, counted, as_of, counted_to);
  if (is_open(ws, r->units, r->unit_count)) {
    ws->answer.grassroots = (int)resolve(ws, &in, ZC_Q_UNIT, r->unit_result);
    ZC_ASSERT(ws->answer.grassroots >= -1 && ws->answer.grassroots <= 1);
    find_rows(ws, r->units, r->unit_count);
  }
  zc_answer_end(ws, &in, 0);
  return &ws->answer;
}
