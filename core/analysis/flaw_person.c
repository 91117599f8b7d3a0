/* SPDX-License-Identifier: Apache-2.0 */
/* A person who shows a flaw: first all facts that any condition of the view reads, with the
 * values by which the diagram comes to its leaf 1, then as few of them as the engine needs to give
 * the same states. */
#include "analysis/analyst.h"

#include <stdio.h>
#include <string.h>

#define NOT_CHOSEN (ZC_NEVER_KNOWN + 1)

/* ---- choosing values ---- */

static void choose_path(zc_analyst *a, zc_ref condition) {
  zc_diagrams *d = a->view.diagrams;
  for (int32_t fact; (fact = zc_diagram_fact(d, condition)) >= 0;) {
    const int64_t *points;
    uint32_t count = zc_diagram_pieces(d, (uint32_t)fact, &points), piece = 0;
    while (piece + 1 < count &&
           !zc_edition_view_some(&a->view, zc_diagram_child(d, condition, piece)))
      piece++;
    a->chosen[fact] = points[piece];
    condition = zc_diagram_child(d, condition, piece);
  }
}

/* Everything else that is read: the lowest value. A fact is given unless not giving it was chosen.
 */
static void choose(zc_analyst *a, zc_ref condition) {
  uint32_t facts = a->region->vocabulary.fact_count;
  const int64_t *points;
  for (uint32_t i = 0; i < 2 * facts; i++)
    a->chosen[i] = NOT_CHOSEN;
  choose_path(a, condition);
  for (uint32_t f = 0; f < facts; f++) {
    if (a->chosen[f] == NOT_CHOSEN && zc_diagram_pieces(a->view.diagrams, f, &points))
      a->chosen[f] = points[0];
    if (a->chosen[f] == ZC_NEVER_KNOWN || a->chosen[facts + f] == 0)
      a->chosen[f] = NOT_CHOSEN;
  }
  if (a->view.track >= 0)
    a->chosen[ZC_F_track] = a->view.track;
}

/* ---- as given ---- */

/* The last value that no condition tells apart from this one. */
static int64_t end_of_piece(const zc_analyst *a, uint32_t fact, int64_t value) {
  const int64_t *points;
  uint32_t count = zc_diagram_pieces(a->view.diagrams, fact, &points);
  for (uint32_t i = 0; i < count; i++)
    if (points[i] > value)
      return points[i] - 1;
  return a->region->vocabulary.facts[fact].max;
}

/* A code that ends in zeros stands for all that lies under it: one below is taken. */
static int64_t whole_division(const zc_analyst *a, uint32_t fact, int64_t value) {
  return value % 1000 == 0 && end_of_piece(a, fact, value) > value ? value + 1 : value;
}

static const char *value_text(zc_analyst *a, uint32_t fact, int64_t value) {
  const zc_vocabulary *v = &a->region->vocabulary;
  const zc_fact *f = &v->facts[fact];
  char text[32];
  switch (f->type) {
  case ZC_BOOL:
    return value ? "true" : "false";
  case ZC_ENUM:
    return v->enums[f->enumeration].words[value].word;
  case ZC_REGION:
    return value ? "elsewhere" : a->region->id;
  case ZC_DATE:
    zc_day_format((zc_day)value, text);
    break;
  case ZC_DIVISION:
    snprintf(text, sizeof text, "%012lld", (long long)whole_division(a, fact, value));
    break;
  case ZC_INT:
    snprintf(text, sizeof text, "%lld", (long long)value);
    break;
  default:
    return "x";
  }
  char *kept = zc_arena_copy(&a->out->arena, text, strlen(text));
  a->failed |= !kept;
  return kept;
}

static zc_flaw_person *write_person(zc_analyst *a) {
  uint32_t facts = a->region->vocabulary.fact_count, count = 0;
  for (uint32_t f = 0; f < facts; f++)
    count += a->chosen[f] != NOT_CHOSEN;
  zc_flaw_person *p = zc_analyst_alloc(a, sizeof *p);
  if (!p)
    return NULL;
  p->as_of = a->view.from;
  p->facts = zc_analyst_alloc(a, count * sizeof *p->facts);
  for (uint32_t f = 0; f < facts && p->facts; f++)
    if (a->chosen[f] != NOT_CHOSEN)
      p->facts[p->fact_count++] = (zc_flaw_fact){f, value_text(a, f, a->chosen[f])};
  return a->failed ? NULL : p;
}

/* ---- asking the engine ---- */

static int put_fact(zc_analyst *a, uint32_t fact, const char *text) {
  return zc_facts_put_text(&a->facts, fact, text, strlen(text), &(zc_where){0}, NULL) == ZC_OK;
}

static const zc_answer *ask(zc_analyst *a, zc_question question, const zc_flaw_person *p,
                            uint32_t without) {
  const zc_answer *answer = NULL;
  zc_facts_clear(&a->facts);
  for (uint32_t i = 0; i < p->fact_count; i++)
    if (i != without && !put_fact(a, p->facts[i].fact, p->facts[i].text))
      return NULL;
  if (zc_ask(a->workspace, question, &a->facts, p->as_of, 0, &answer, NULL) != ZC_OK)
    return NULL;
  return answer;
}

static int state_of(const zc_answer *answer, const zc_compiled_rule *rule, zc_state *state) {
  for (uint32_t i = 0; i < answer->finding_count; i++)
    if (answer->findings[i].rule == rule) {
      *state = answer->findings[i].state;
      return 1;
    }
  return 0;
}

/* A rule that is met or unmet, but may not apply, shows nothing. */
static int surely_applies(const zc_answer *answer, const zc_compiled_rule *rule) {
  return zc_true(answer->values[rule->applies]);
}

static int has_effect(const zc_answer *answer, const zc_compiled_effect *effect) {
  for (uint32_t i = 0; i < answer->effect_count; i++)
    if (answer->effects[i] == effect)
      return 1;
  return 0;
}

/* Whether the answer shows what it should; `other` becomes the row that does. */
static int shows(const zc_answer *answer, const zc_witness *w, const char **other) {
  zc_state state;
  if (!answer)
    return 0;
  if (w->effect)
    return has_effect(answer, w->effect) == w->is_shown;
  if (!state_of(answer, w->rule, &state) || state != w->state ||
      (state != ZC_NOT_APPLICABLE && !surely_applies(answer, w->rule)))
    return 0;
  for (uint32_t i = 0; i < w->picked_count; i++) {
    const zc_compiled_rule *row = &w->others[w->picked[i]];
    if (state_of(answer, row, &state) && state == w->other_state && surely_applies(answer, row)) {
      *other = row->id;
      return 1;
    }
  }
  return w->picked_count == 0;
}

static int moves(const zc_flaw_person *p, uint32_t without) {
  for (uint32_t i = 0; i < p->fact_count; i++)
    if (i != without && p->facts[i].fact == ZC_F_purpose)
      return strcmp(p->facts[i].text, "move") == 0;
  return 0;
}

/* The fact by which `unit` is told of a conversion's: the series of the title is that asked about;
 * who moves is asked about the unit moved to. Otherwise the fact itself. */
static uint32_t of_unit(uint32_t fact, int is_move) {
  if (fact == ZC_F_held_title_series)
    return ZC_F_series;
  for (size_t i = 0; is_move && i < ZC_ARRIVALS; i++) {
    if (fact == zc_arrivals[i].destination)
      return zc_arrivals[i].unit;
    if (fact == zc_arrivals[i].unit)
      return zc_arrivals[i].destination;
  }
  return fact;
}

/* Whether `unit` calls the unit that the conversion is about not grassroots. */
static int is_outside(zc_analyst *a, const zc_flaw_person *p, uint32_t without) {
  const zc_answer *answer = NULL;
  int is_move = moves(p, without);
  zc_facts_clear(&a->facts);
  for (uint32_t i = 0; i < p->fact_count; i++)
    if (i != without && p->facts[i].fact != ZC_F_series &&
        !put_fact(a, of_unit(p->facts[i].fact, is_move), p->facts[i].text))
      return 0;
  return zc_ask(a->workspace, ZC_Q_UNIT, &a->facts, p->as_of, 0, &answer, NULL) == ZC_OK &&
         answer->grassroots == 0;
}

/* Whether the person without that fact shows the flaw. */
static int shows_without(zc_analyst *a, zc_question question, const zc_witness *w,
                         zc_flaw_person *p, uint32_t without) {
  if (!shows(ask(a, question, p, without), w, &p->other))
    return 0;
  return !w->is_outside || is_outside(a, p, without);
}

/* Leaves out every fact without which the answer is the same; the track stays, it is the question.
 */
static void leave_out(zc_analyst *a, zc_question question, const zc_witness *w, zc_flaw_person *p) {
  for (uint32_t i = p->fact_count; i-- > 0;) {
    if (p->facts[i].fact == ZC_F_track || !shows_without(a, question, w, p, i))
      continue;
    p->fact_count--;
    for (uint32_t j = i; j < p->fact_count; j++)
      p->facts[j] = p->facts[j + 1];
  }
}

zc_flaw_person *zc_flaw_person_find(zc_analyst *a, zc_question question,
                                    const zc_witness *witness) {
  if (!zc_edition_view_some(&a->view, witness->condition))
    return NULL;
  choose(a, witness->condition);
  zc_flaw_person *p = write_person(a);
  if (!p || !shows_without(a, question, witness, p, UINT32_MAX))
    return NULL;
  leave_out(a, question, witness, p);
  shows_without(a, question, witness, p, UINT32_MAX);
  p->state = !witness->effect ? witness->state : witness->is_shown ? ZC_MET : ZC_NOT_APPLICABLE;
  p->other_state = witness->other_state;
  return p;
}

/* ---- a fact alone ---- */

/* What an answer decides, as a number that differs where the decision does. */
static uint64_t decision_of(const zc_answer *answer) {
  uint64_t mark = (uint64_t)answer->verdict * 64 + (uint64_t)answer->result * 4 +
                  (uint64_t)(answer->grassroots + 1);
  for (uint32_t i = 0; i < answer->finding_count; i++)
    mark = mark * 31 + (uint64_t)answer->findings[i].state;
  return mark;
}

/* 0: the answers to all questions are the same. */
static int matters(zc_analyst *a, zc_flaw_person *lowest, zc_flaw_person *highest) {
  for (int q = 0; q < ZC_Q_CALENDAR; q++) {
    const zc_answer *answer = ask(a, (zc_question)q, lowest, UINT32_MAX);
    uint64_t low = answer ? decision_of(answer) : 0;
    answer = ask(a, (zc_question)q, highest, UINT32_MAX);
    if (!answer || decision_of(answer) != low)
      return 1;
  }
  return 0;
}

zc_flaw_person *zc_fact_idle(zc_analyst *a, uint32_t fact) {
  const zc_fact *f = &a->region->vocabulary.facts[fact];
  zc_flaw_fact *given = zc_analyst_alloc(a, 2 * sizeof *given);
  zc_flaw_person *p = zc_analyst_alloc(a, 2 * sizeof *p);
  if (!given || !p)
    return NULL;
  for (int end = 0; end < 2; end++) {
    given[end] = (zc_flaw_fact){fact, value_text(a, fact, end ? f->max : f->min)};
    p[end] =
        (zc_flaw_person){.as_of = a->days[a->day_count - 1], .facts = &given[end], .fact_count = 1};
  }
  return a->failed || matters(a, &p[0], &p[1]) ? NULL : &p[1];
}
