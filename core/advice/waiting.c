/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The earliest day. A verdict changes with time only on few days: where a condition compares the
 * day itself, where a month of some count becomes full, and around dates that were given. Those
 * days are gathered, and each is asked in turn.
 */
#include "advice/advisor.h"
#include "base/assert.h"
#include <string.h>

#define YEARS ZC_WAITING_YEARS

static void add_day(zc_advisor *a, int64_t day, zc_day first, zc_day last) {
  ZC_ASSERT(last - first < ZC_WAITING_DAYS);
  if (day >= first && day <= last)
    a->days[day - first] = 1;
}

/* Every month from a day on. */
static void add_months_from(zc_advisor *a, zc_day from, zc_day first, zc_day last) {
  if (from > last)
    return;
  int32_t passed = zc_full_months(from, first);
  for (int32_t i = passed; i <= passed + YEARS * 12 + 1; i++)
    add_day(a, zc_add_months(from, i), first, last);
}

/* Days that conditions name, and the days after them. */
static void add_days_of_conditions(zc_advisor *a, zc_day first, zc_day last) {
  const zc_program *p = &a->region->program;
  for (uint32_t i = 0; i < p->count; i++) {
    const zc_node *n = &p->nodes[i];
    if (n->op == ZC_OP_RANGE && p->nodes[n->a].type == ZC_DATE) {
      add_day(a, n->imm, first, last);
      if (n->imm2 < ZC_DAY_MAX)
        add_day(a, n->imm2 + 1, first, last);
    } else if (n->op == ZC_OP_CONST && n->type == ZC_DATE) {
      add_day(a, n->imm, first, last);
      add_day(a, n->imm + 1, first, last);
    }
  }
  for (uint32_t i = 0; i < a->region->track_count; i++) {
    add_day(a, a->region->tracks[i].span.from, first, last);
    add_day(a, (int64_t)a->region->tracks[i].span.until + 1, first, last);
  }
}

/* Facts of a year start anew with the next. */
static void add_new_years(zc_advisor *a, zc_day first, zc_day last) {
  int32_t year = zc_civil_of(first).year;
  for (int32_t i = 0; i <= YEARS; i++)
    if (year + i <= zc_civil_of(last).year)
      add_day(a, zc_day_of(year + i, 1, 1), first, last);
}

/* Where months from a day that was given are full, and where it begins and ends itself. */
static void add_days_around(zc_advisor *a, zc_day given, zc_day first, zc_day last) {
  add_day(a, given, first, last);
  add_day(a, given + 1, first, last);
  add_months_from(a, given, first, last);
}

static void gather_days(zc_advisor *a, const zc_facts *given, zc_day since, zc_day first,
                        zc_day last) {
  const zc_vocabulary *v = &a->region->vocabulary;
  memset(a->days, 0, ZC_WAITING_DAYS);
  add_new_years(a, first, last);
  add_months_from(a, since, first, last);
  add_days_of_conditions(a, first, last);
  for (uint32_t f = 0; f < v->fact_count; f++) {
    if (v->facts[f].type != ZC_DATE || !given->given[f])
      continue;
    zc_slot day = given->slots[f];
    add_days_around(a, (zc_day)day.lo, first, last);
    if (day.lo == day.hi)
      continue;
    add_days_around(a, (zc_day)day.hi, first, last);
    if (day.hi >= first) /* of a title: then it ends on the day asked about */
      add_days_around(a, first - 1, first, last);
  }
}

static const zc_answer *answer_on(zc_advisor *a, const zc_facts *given, zc_day from, zc_day since,
                                  zc_day day, int strict) {
  return zc_ask_later(a->workspace, ZC_Q_ASSESS, given, from, since, day, strict);
}

static void keep_earliest(zc_advisor *a, const zc_answer *then, zc_advice *out) {
  out->has_earliest = 1;
  out->earliest = then->as_of;
  out->is_national = zc_is_national(then);
  ZC_ASSERT(then->edition_count <= a->region->document_count);
  memcpy(a->edition, then->edition, then->edition_count * sizeof *a->edition);
  out->edition = a->edition;
  out->edition_count = then->edition_count;
}

static void keep_possible(zc_advisor *a, const zc_answer *then, zc_advice *out) {
  out->has_possible = 1;
  out->possible = then->as_of;
  ZC_ASSERT(then->missing_count <= a->region->vocabulary.fact_count);
  memcpy(a->deciding, then->missing, then->missing_count * sizeof *a->deciding);
  out->deciding = a->deciding;
  out->deciding_count = then->missing_count;
}

void zc_advise_waiting(zc_advisor *a, const zc_facts *given, const zc_answer *answer, int strict,
                       zc_advice *out) {
  zc_day first = answer->as_of + 1, last = zc_add_months(answer->as_of, YEARS * 12);
  if (last > ZC_DAY_MAX)
    last = ZC_DAY_MAX;
  zc_day since = zc_last_counting_day(a->workspace, ZC_Q_ASSESS, given, answer->as_of);
  gather_days(a, given, since, first, last);
  for (zc_day day = first; day <= last; day++) {
    if (!a->days[day - first])
      continue;
    const zc_answer *then = answer_on(a, given, answer->as_of, since, day, strict);
    if (then->verdict == ZC_ELIGIBLE) {
      keep_earliest(a, then, out);
      return;
    }
    /* Where nothing is missing, no document speaks of the day. */
    if (!out->has_possible && then->verdict == ZC_UNDETERMINED_VERDICT && then->missing_count)
      keep_possible(a, then, out);
  }
}
