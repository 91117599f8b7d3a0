/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The whole way of a question: counting day, months on it, answer. Where the counting day hangs on
 * facts that are not known, months lie between those of the days that it may be; findings are those
 * of the intervals, and the outcome is drawn for each day with the completions that lead to it.
 */
#include "base/assert.h"
#include "engine/workspace.h"
#include <string.h>

/* ---- which days ---- */

static zc_inputs counting_inputs(const zc_workspace *ws, const zc_facts *given, zc_day as_of) {
  /* The counting day is a date even where nothing may be assumed: it is then the one that holds for
   * whoever is not known to be an exception. */
  return (zc_inputs){given->slots, given->given, ws->region->functions, as_of, 0, NULL};
}

static int is_day(int64_t day) {
  return day >= ZC_DAY_MIN && day <= ZC_DAY_MAX;
}

static zc_slot day_of(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of) {
  zc_inputs in = counting_inputs(ws, given, as_of);
  ZC_ASSERT(question < ZC_Q_CALENDAR);
  zc_plan_run(&ws->counting, &ws->region->program, &in, ws->values);
  zc_slot day = ws->values[ws->region->counting_days[question]];
  /* A parameter without a value reaches beyond the calendar, and a forged image may lead there. */
  return is_day(day.lo) && is_day(day.hi) ? day : (zc_slot){as_of, as_of};
}

/* The days that completions lead to, ascending. */
static void list_days(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of) {
  zc_days *d = &ws->days;
  zc_slot day = day_of(ws, question, given, as_of);
  zc_inputs in = counting_inputs(ws, given, as_of);
  int64_t values[ZC_MAX_DAYS];
  d->is_exact = 1;
  d->count = 1;
  d->items[0] = (zc_day)day.lo;
  if (day.lo == day.hi)
    return;
  zc_diagrams_begin(ws->diagrams, &in, ws->values, ws->counting_nodes.nodes,
                    ws->counting_nodes.count);
  zc_ref drawn = zc_diagram_of(ws->diagrams, ws->region->counting_days[question]);
  uint32_t count = zc_diagram_values(ws->diagrams, drawn, values, ZC_MAX_DAYS);
  d->is_exact = count && zc_diagrams_exact(ws->diagrams);
  for (uint32_t i = 0; i < count; i++)
    d->is_exact &= is_day(values[i]);
  if (!d->is_exact) {
    d->items[1] = (zc_day)day.hi;
    d->count = 2;
    return;
  }
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = i;
    for (; at > 0 && d->items[at - 1] > values[i]; at--)
      d->items[at] = d->items[at - 1];
    d->items[at] = (zc_day)values[i];
  }
  d->count = count;
}

zc_day zc_counting_day(zc_workspace *ws, zc_question question, const zc_facts *given,
                       zc_day as_of) {
  return (zc_day)day_of(ws, question, given, as_of).lo;
}

zc_day zc_last_counting_day(zc_workspace *ws, zc_question question, const zc_facts *given,
                            zc_day as_of) {
  return (zc_day)day_of(ws, question, given, as_of).hi;
}

/* ---- months ---- */

static zc_status count_on(const zc_days *d, zc_day as_of, zc_day day, zc_facts *out,
                          zc_diagnostics *diag) {
  if (d->since == ZC_NO_DAY)
    return zc_facts_count(d->given, as_of, day, out, diag);
  zc_facts_grow(d->given, d->from, d->since, day, out);
  return ZC_OK;
}

/* The facts between those of all days: what is known on each of them. */
static void widen(zc_facts *all, const zc_facts *one) {
  for (uint32_t i = 0; i < all->vocabulary->fact_count; i++) {
    zc_slot *slot = &all->slots[i];
    slot->lo = one->slots[i].lo < slot->lo ? one->slots[i].lo : slot->lo;
    slot->hi = one->slots[i].hi > slot->hi ? one->slots[i].hi : slot->hi;
    all->given[i] |= one->given[i];
  }
}

/* Whether every day makes the same facts: nothing is counted to it. */
static int is_same_on_all(const zc_days *d) {
  const zc_facts *first = &d->facts[0];
  size_t count = first->vocabulary->fact_count;
  for (uint32_t i = 1; i < d->count; i++)
    if (memcmp(first->slots, d->facts[i].slots, count * sizeof *first->slots) != 0 ||
        memcmp(first->given, d->facts[i].given, count) != 0)
      return 0;
  return 1;
}

/* The facts of each day, and ws->counted between them. Days on which facts contradict one another
 * are none that they may be counted to. */
static zc_status count_days(zc_workspace *ws, zc_day as_of, zc_diagnostics *diag) {
  zc_days *d = &ws->days;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < d->count; i++)
    if (count_on(d, as_of, d->items[i], &d->facts[kept], NULL) == ZC_OK)
      d->items[kept++] = d->items[i];
  if (!kept)
    return count_on(d, as_of, d->items[0], &ws->counted, diag);
  zc_facts_take(&ws->counted, &d->facts[0]);
  for (uint32_t i = 1; i < kept; i++)
    widen(&ws->counted, &d->facts[i]);
  ws->counted.open.count = 0;
  d->count = kept;
  return ZC_OK;
}

/* ---- answers ---- */

static const zc_answer *answer(zc_workspace *ws, zc_question question, zc_day as_of,
                               zc_day counted_to, int strict) {
  return question == ZC_Q_ASSESS    ? zc_assess(ws, &ws->counted, as_of, counted_to, strict)
         : question == ZC_Q_CONVERT ? zc_convert(ws, &ws->counted, as_of, counted_to, strict)
                                    : zc_unit_question(ws, &ws->counted, as_of, counted_to, strict);
}

static void forget_days(zc_workspace *ws) {
  ws->days.count = 0;
  ws->days.is_exact = 1;
}

/* Lists the days and counts to them; *counted_to is the one day, or ZC_NO_DAY. */
static zc_status count(zc_workspace *ws, zc_question question, zc_day as_of, zc_day *counted_to,
                       zc_diagnostics *diag) {
  zc_days *d = &ws->days;
  list_days(ws, question, d->given, as_of);
  *counted_to = d->items[0];
  if (d->count == 1) {
    forget_days(ws);
    return count_on(d, as_of, *counted_to, &ws->counted, diag);
  }
  zc_status status = count_days(ws, as_of, diag);
  *counted_to = d->count > 1 ? ZC_NO_DAY : d->items[0];
  if (status != ZC_OK || d->count == 1 || is_same_on_all(d))
    forget_days(ws);
  return status;
}

zc_status zc_ask_check(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of,
                       zc_diagnostics *diag) {
  zc_day counted_to;
  ws->days.given = given;
  ws->days.since = ZC_NO_DAY;
  zc_status status = count(ws, question, as_of, &counted_to, diag);
  forget_days(ws);
  return status;
}

zc_status zc_ask(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of,
                 int strict, const zc_answer **out, zc_diagnostics *diag) {
  zc_day counted_to;
  ws->days.given = given;
  ws->days.since = ZC_NO_DAY;
  zc_status status = count(ws, question, as_of, &counted_to, diag);
  if (status == ZC_OK)
    *out = answer(ws, question, as_of, counted_to, strict);
  forget_days(ws);
  return status;
}

const zc_answer *zc_ask_later(zc_workspace *ws, zc_question question, const zc_facts *given,
                              zc_day from, zc_day since, zc_day as_of, int strict) {
  zc_day counted_to;
  ws->days.given = given;
  ws->days.from = from;
  ws->days.since = since;
  zc_status status = count(ws, question, as_of, &counted_to, NULL);
  ZC_ASSERT(status == ZC_OK);
  (void)status;
  const zc_answer *made = answer(ws, question, as_of, counted_to, strict);
  forget_days(ws);
  return made;
}
