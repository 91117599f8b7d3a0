/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an answer takes for granted: the assumed values that a finding reads, and those without
 * which the outcome would be another for some completion of the unknown facts. For the latter the
 * nodes that hang on the fact (wiring.h) are computed once more with other values; where intervals
 * do not tell, diagrams with the fact left open do. Where they are not exact, the fact is listed.
 */
#include "base/memory.h"
#include "engine/kinds.h"
#include "engine/workspace.h"

/* An outcome that intervals do not tell. */
#define OPEN INT64_MAX

typedef enum judgement { SAME, OTHER, UNSURE } judgement;

/* ---- making ---- */

static const zc_compiled_rule *rows_of(const zc_region *r, zc_question question, uint32_t *count) {
  *count = question == ZC_Q_ASSESS    ? r->rule_count
           : question == ZC_Q_CONVERT ? r->conversion_count
                                      : r->unit_count;
  return question == ZC_Q_ASSESS ? r->rules : question == ZC_Q_CONVERT ? r->conversions : r->units;
}

/* Adds the assumed ones among facts that are named; `facts` NULL: only counts them. */
static uint32_t add_named(const zc_region *r, const zc_mention *list, uint32_t count,
                          uint32_t *facts, uint32_t at) {
  for (uint32_t i = 0; i < count; i++) {
    if (!r->vocabulary.facts[list[i].fact].assumed)
      continue;
    if (facts)
      facts[at] = list[i].fact;
    at++;
  }
  return at;
}

static uint32_t add_row(const zc_region *r, const zc_compiled_rule *row, uint32_t *facts,
                        uint32_t at) {
  at = add_named(r, row->mentions, row->mention_count, facts, at);
  for (uint32_t i = 0; i < row->line_count; i++)
    at = add_named(r, row->lines[i].mentions, row->lines[i].mention_count, facts, at);
  return at;
}

static int make_mentions(const zc_region *r, zc_question question, zc_assumed_mentions *m) {
  uint32_t rows, all = 0, at = 0;
  const zc_compiled_rule *row = rows_of(r, question, &rows);
  for (uint32_t i = 0; i < rows; i++)
    all = add_row(r, &row[i], NULL, all);
  m->first = zc_calloc((size_t)rows + 1, sizeof *m->first);
  m->facts = zc_calloc((size_t)all + 1, sizeof *m->facts);
  for (uint32_t i = 0; m->first && m->facts && i < rows; i++)
    m->first[i + 1] = at = add_row(r, &row[i], m->facts, at);
  return m->first && m->facts;
}

/* The nodes of the question's outcome. */
static uint32_t list_ends(const zc_region *r, zc_question question, zc_node_id *ends) {
  uint32_t count = 0;
  if (question != ZC_Q_ASSESS) {
    ends[count++] = zc_result_node(r, question);
    return count;
  }
  ends[count++] = r->passes;
  ends[count++] = r->always_passes;
  for (uint32_t i = 0; i < r->rule_count; i++)
    if (zc_rule_refers(&r->rules[i]))
      ends[count++] = r->rules[i].applies;
  return count;
}

int zc_assuming_make(zc_workspace *ws) {
  const zc_region *r = ws->region;
  zc_node_id *ends = zc_calloc((size_t)r->rule_count + 2, sizeof *ends);
  int ok = ends != NULL;
  for (int q = 0; ok && q < ZC_Q_CALENDAR; q++) {
    uint32_t count = list_ends(r, (zc_question)q, ends);
    const zc_slice *slice = &ws->deciding[q];
    ok = zc_wiring_make(&ws->wiring[q], r, slice->nodes, slice->count, ends, count) &&
         make_mentions(r, (zc_question)q, &ws->mentions[q]);
  }
  zc_free(ends);
  return ok && zc_change_log_make(&ws->log, ws->wiring, ZC_Q_CALENDAR);
}

void zc_assuming_free(zc_workspace *ws) {
  for (int q = 0; q < ZC_Q_CALENDAR; q++) {
    zc_wiring_free(&ws->wiring[q]);
    zc_free(ws->mentions[q].first);
    zc_free(ws->mentions[q].facts);
  }
  zc_change_log_free(&ws->log);
}

/* One assumed fact that is doubted. */
typedef struct doubt {
  zc_workspace *ws;
  const zc_inputs *in;
  const zc_assumed_fact *fact;
  int64_t outcome; /* of the answer */
  int is_mixed;    /* completions of the answer are known to differ */
} doubt;

/* ---- what a finding reads ---- */

/* Whether rules read the fact's assumed value rather than a given or derived one. What is assumed
 * may itself be open: then nothing is assumed. */
static int is_assumed(const zc_workspace *ws, const zc_inputs *in, uint32_t fact) {
  const zc_fact *f = &ws->region->vocabulary.facts[fact];
  zc_node_id derived = ws->region->derived_when[fact];
  if (in->given[fact] || in->strict || !f->assumed ||
      (derived != ZC_NO_NODE && !zc_false(ws->values[derived])))
    return 0;
  zc_slot value = ws->values[ws->region->fact_nodes[fact]];
  return value.lo == value.hi || value.lo > f->min || value.hi < f->max;
}

static void mark_findings(zc_workspace *ws, const zc_inputs *in) {
  const zc_answer *a = &ws->answer;
  const zc_assumed_mentions *m = &ws->mentions[a->question];
  uint32_t count;
  const zc_compiled_rule *rows = rows_of(ws->region, a->question, &count);
  for (uint32_t i = 0; i < a->finding_count; i++) {
    size_t bytes = (size_t)((uintptr_t)a->findings[i].rule - (uintptr_t)rows);
    size_t row = bytes / sizeof *rows; /* those of the engine's own are none of them */
    if (a->findings[i].state == ZC_NOT_APPLICABLE || row >= count)
      continue;
    for (uint32_t j = m->first[row]; j < m->first[row + 1]; j++)
      ws->marks[m->facts[j]] |= (uint8_t)is_assumed(ws, in, m->facts[j]);
  }
}

/* ---- by intervals ---- */

static int64_t outcome_of(const zc_workspace *ws) {
  zc_slot value;
  if (ws->answer.question == ZC_Q_ASSESS)
    return zc_assess_outcome(ws, &value) ? value.lo : OPEN;
  value = ws->values[zc_result_node(ws->region, ws->answer.question)];
  return value.lo == value.hi ? value.lo : OPEN;
}

/* The values as they are where the fact is given as `value`. 0: no end is reached. */
static int change(const doubt *d, zc_slot value, zc_slot given) {
  zc_workspace *ws = d->ws;
  zc_wiring_restore(&ws->log, ws->values);
  return zc_wiring_change(&ws->wiring[ws->answer.question], &ws->region->program, d->in, d->fact,
                          value, given, ws->values, &ws->log);
}

static judgement judge(const doubt *d, zc_slot value) {
  static const zc_slot yes = {1, 1};
  int is_reached = change(d, value, yes);
  int64_t now = outcome_of(d->ws);
  if (!is_reached)
    return SAME;
  if (now == OPEN || (d->outcome == OPEN && !d->is_mixed))
    return UNSURE;
  return now == d->outcome ? SAME : OTHER;
}

/* Every other word or truth value. */
static judgement judge_words(const doubt *d, int64_t assumed) {
  const zc_fact *f = &d->ws->region->vocabulary.facts[d->fact->fact];
  judgement all = SAME;
  for (int64_t word = f->min; word <= f->max; word++) {
    if (word == assumed || (f->type == ZC_ENUM && !(f->words >> word & 1)))
      continue;
    judgement one = judge(d, (zc_slot){word, word});
    if (one == OTHER)
      return OTHER;
    all = one == UNSURE ? UNSURE : all;
  }
  return all;
}

/* The values that the fact could be given; an application of an earlier year is refused. */
static zc_slot range_of(const doubt *d) {
  const zc_fact *f = &d->ws->region->vocabulary.facts[d->fact->fact];
  zc_slot range = {f->min, f->max};
  if (d->fact->fact == ZC_F_application_date)
    range.lo = zc_day_of(zc_civil_of(d->in->as_of).year, 1, 1);
  return range;
}

/* All values at once, then the ends of their range. */
static judgement judge_range(const doubt *d) {
  zc_slot range = range_of(d);
  judgement all = judge(d, range);
  if (all != UNSURE)
    return all;
  return judge(d, (zc_slot){range.hi, range.hi}) == OTHER ||
                 judge(d, (zc_slot){range.lo, range.lo}) == OTHER
             ? OTHER
             : UNSURE;
}

/* ---- by diagrams ---- */

static zc_ref draw(const doubt *d, const zc_inputs *in) {
  zc_workspace *ws = d->ws;
  if (ws->answer.question == ZC_Q_ASSESS)
    return zc_assess_verdict(ws, in);
  return zc_diagram_of(ws->diagrams, zc_result_node(ws->region, ws->answer.question));
}

/* Whether the outcome depends on the fact once it is left open; where conditions ask whether it is
 * given, also whether it is another function of the other facts than that of the answer. */
static int matters_by_diagrams(const doubt *d) {
  static const zc_slot yes = {1, 1}, either = {0, 1};
  zc_workspace *ws = d->ws;
  const zc_slice *slice = &ws->deciding[ws->answer.question];
  uint32_t fact = d->fact->fact;
  zc_facts_take(&ws->doubted, ws->answer.facts);
  ws->doubted.slots[fact] = range_of(d);
  ws->doubted.given[fact] = 1;
  zc_inputs in = *d->in;
  in.slots = ws->doubted.slots;
  in.given = ws->doubted.given;
  change(d, range_of(d), d->fact->asks_given ? either : yes);
  zc_diagrams_begin(ws->diagrams, &in, ws->values, slice->nodes, slice->count);
  change(d, range_of(d), yes);
  zc_diagrams_see(ws->diagrams, &in, ws->values);
  zc_ref open = draw(d, &in);
  int depends = zc_diagram_depends(ws->diagrams, open, fact);
  if (!depends && d->fact->asks_given) {
    zc_wiring_restore(&d->ws->log, d->ws->values);
    zc_diagrams_see(ws->diagrams, d->in, ws->values);
    depends = draw(d, d->in) != open;
  }
  return depends || !zc_diagrams_exact(ws->diagrams);
}

/* ---- all of it ---- */

static int matters(const doubt *d) {
  const zc_fact *f = &d->ws->region->vocabulary.facts[d->fact->fact];
  zc_slot assumed = d->ws->values[d->ws->region->fact_nodes[d->fact->fact]];
  judgement found = UNSURE;
  if (assumed.lo == assumed.hi)
    found = f->type == ZC_BOOL || f->type == ZC_ENUM ? judge_words(d, assumed.lo) : judge_range(d);
  int does = found == UNSURE ? matters_by_diagrams(d) : found == OTHER;
  zc_wiring_restore(&d->ws->log, d->ws->values);
  return does;
}

/* The outcome as the answer has it: a number, or OPEN. */
static int64_t answered(const zc_workspace *ws) {
  const zc_answer *a = &ws->answer;
  if (a->question == ZC_Q_ASSESS && a->verdict != ZC_UNDETERMINED_VERDICT)
    return a->verdict == ZC_ELIGIBLE;
  return outcome_of(ws);
}

static void mark_doubts(zc_workspace *ws, const zc_inputs *in) {
  const zc_answer *a = &ws->answer;
  const zc_wiring *wiring = &ws->wiring[a->question];
  const zc_compiled_rule *route = a->route;
  doubt d = {ws, in, NULL, answered(ws), a->missing_count > 0 && a->missing_exact};
  for (uint32_t i = 0; i < wiring->fact_count; i++) {
    d.fact = &wiring->facts[i];
    if (!ws->marks[d.fact->fact] && is_assumed(ws, in, d.fact->fact) && matters(&d))
      ws->marks[d.fact->fact] = 1;
  }
  ws->answer.route = route;
}

/* Partial dates that were taken as their first or last day. */
static void mark_taken_days(zc_workspace *ws) {
  const zc_answer *a = &ws->answer;
  for (uint32_t f = 0; a->facts->precision && f < a->facts->vocabulary->fact_count; f++)
    if (zc_answer_takes_day(a, f))
      ws->marks[f] = 1;
}

void zc_answer_assumed(zc_workspace *ws, const zc_inputs *in) {
  zc_answer *a = &ws->answer;
  if (ws->skips_assumed)
    return;
  mark_findings(ws, in);
  if (!in->strict && !(a->no_edition && a->question != ZC_Q_ASSESS))
    mark_doubts(ws, in);
  mark_taken_days(ws);
  a->assumed_count = zc_marks_take(ws, a->assumed);
}
