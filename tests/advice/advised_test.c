/* SPDX-License-Identifier: Apache-2.0 */
/* Advice is true, least and at the threshold: everything advised is asked again here, and so is
 * what must not do. */
#include "advice/advice.h"
#include "engine/gate.h"
#include "support/property.h"
#include <string.h>

enum { DAYS = 300, YEARS = 10 };

typedef struct counts {
  zc_advisor *advisor;
  unsigned long long asked, sets, earliest;
} counts;

static zc_verdict verdict_of(property *p, const zc_person *person) {
  const zc_answer *a = NULL;
  zc_status status = zc_ask(p->again, ZC_Q_ASSESS, &person->facts, person->as_of, person->strict,
                            &a, &p->people->diag);
  if (status != ZC_OK)
    property_fail(p, person, "refused: %s", zc_diagnostics_text(&p->people->diag));
  return status == ZC_OK ? a->verdict : ZC_UNDETERMINED_VERDICT;
}

/* ---- changes ---- */

static void apply(zc_person *to, const zc_person *from, const zc_change_set *set, uint32_t which) {
  zc_person_copy(to, from);
  for (uint32_t i = 0; i < set->count; i++)
    if (which >> i & 1)
      zc_person_give(to, set->items[i].fact, set->items[i].value);
}

static const char *name_of(const property *p, uint32_t fact) {
  return p->people->region.vocabulary.facts[fact].name;
}

/* A number that could be nearer to what it is now would not be at its threshold. */
static void check_threshold(property *p, const zc_person *person, const zc_change_set *set,
                            uint32_t item) {
  const zc_change *c = &set->items[item];
  const zc_fact *f = &p->people->region.vocabulary.facts[c->fact];
  if (!person->facts.given[c->fact] || (f->type != ZC_INT && f->type != ZC_DATE))
    return;
  int64_t now = person->facts.slots[c->fact].lo;
  int64_t nearer = c->value.lo + (c->value.lo > now ? -1 : 1);
  apply(p->other, person, set, (1u << set->count) - 1);
  zc_person_give(p->other, c->fact, (zc_slot){nearer, nearer});
  if (verdict_of(p, p->other) == ZC_ELIGIBLE)
    property_fail(p, person, "%s %lld is advised, but %lld would do", f->name,
                  (long long)c->value.lo, (long long)nearer);
}

static void check_set(property *p, const zc_person *person, const zc_change_set *set) {
  uint32_t whole = (1u << set->count) - 1;
  for (uint32_t i = 0; i < set->count; i++) {
    const zc_fact *f = &p->people->region.vocabulary.facts[set->items[i].fact];
    if (f->changeable != ZC_CHANGEABLE)
      property_fail(p, person, "%s cannot be changed, and is advised", f->name);
  }
  for (uint32_t part = 0; part <= whole; part++) {
    apply(p->other, person, set, part);
    int eligible = verdict_of(p, p->other) == ZC_ELIGIBLE;
    if (eligible != (part == whole))
      property_fail(p, person, "changes from %s on: part %x of %x is %seligible",
                    name_of(p, set->items[0].fact), part, whole, eligible ? "" : "not ");
  }
  for (uint32_t i = 0; i < set->count; i++)
    check_threshold(p, person, set, i);
}

/* Two sets are different, and none is part of another one. */
static void check_distinct(property *p, const zc_person *person, const zc_advice *advice) {
  for (uint32_t i = 0; i < advice->set_count; i++)
    for (uint32_t j = i + 1; j < advice->set_count; j++) {
      const zc_change_set *less = &advice->sets[i], *more = &advice->sets[j];
      uint32_t same = 0;
      for (uint32_t a = 0; a < less->count; a++)
        for (uint32_t b = 0; b < more->count; b++)
          same += less->items[a].fact == more->items[b].fact;
      if (less->count > more->count || same == less->count)
        property_fail(p, person, "set %u is larger than set %u, or part of it", i, j);
    }
}

/* The value of a fact with a set of changes made; -1: not known. */
static int64_t changed(const zc_person *person, const zc_change_set *set, uint32_t fact) {
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i].fact == fact)
      return set->items[i].value.lo;
  zc_slot slot = person->facts.slots[fact];
  return person->facts.given[fact] && slot.lo == slot.hi ? slot.lo : -1;
}

/* Ruling a9: nobody is sent to a level at or below that of the title held on that track, nor to a
 * track whose document is not in force. */
static void check_sensible(property *p, const zc_person *person, const zc_change_set *set) {
  const zc_region *region = &p->people->region;
  int64_t track = changed(person, set, ZC_F_track), own = ZC_W_track_general;
  if (person->facts.given[ZC_F_current_title_track])
    own = person->facts.slots[ZC_F_current_title_track].lo;
  int is_own = track == own || (track == ZC_W_track_green && own == ZC_W_track_general);
  uint32_t title = is_own ? ZC_F_current_title_level : ZC_F_other_track_title_level;
  int64_t held = changed(person, set, title);
  if (is_own && changed(person, set, ZC_F_title_revoked) == 1)
    held = -1;
  for (uint32_t i = 0; i < set->count; i++) {
    int64_t value = set->items[i].value.lo;
    if (set->items[i].fact == ZC_F_target_level && track >= 0 && value <= held)
      property_fail(p, person, "sent to level %d of track %d, which is held", (int)value,
                    (int)track);
    if (set->items[i].fact == ZC_F_track &&
        zc_gate_of(region, (uint32_t)value, person->as_of) != ZC_GATE_OPEN)
      property_fail(p, person, "sent to track %d, which is not open", (int)value);
  }
}

static int advises_only(const zc_advice *advice, uint32_t fact) {
  for (uint32_t i = 0; i < advice->set_count; i++)
    if (advice->sets[i].count == 1 && advice->sets[i].items[0].fact == fact)
      return 1;
  return 0;
}

/* Whether a title of that level may be held already, on some track. */
static int may_hold(const zc_person *person, int64_t level) {
  return level <= person->facts.slots[ZC_F_current_title_level].hi ||
         level <= person->facts.slots[ZC_F_other_track_title_level].hi;
}

/* A single change that would do is advised, while there is room for it. */
static void check_single(property *p, const zc_person *person, const zc_advice *advice) {
  const zc_vocabulary *v = &p->people->region.vocabulary;
  if (advice->set_count == ZC_MAX_CHANGE_SETS && advice->sets[ZC_MAX_CHANGE_SETS - 1].count == 1)
    return;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    const zc_fact *fact = &v->facts[f];
    if (fact->changeable != ZC_CHANGEABLE || !(p->people->values.reads[f] & 1u) ||
        advises_only(advice, f))
      continue;
    for (int i = 0; i < 4; i++) {
      int64_t value = zc_test_value_exact(&p->people->values, f, (zc_slot){fact->min, fact->max},
                                          person->as_of, &p->random);
      zc_person_copy(p->other, person);
      zc_person_give(p->other, f, (zc_slot){value, value});
      if (f == ZC_F_track || (f == ZC_F_target_level && may_hold(person, value)))
        continue; /* nobody is sent to a title that he holds */
      if (verdict_of(p, p->other) == ZC_ELIGIBLE) {
        property_fail(p, person, "%s %lld alone would do, and is not advised", fact->name,
                      (long long)value);
        break;
      }
    }
  }
}

/* ---- waiting ---- */

static int is_eligible_on(property *p, const zc_person *person, zc_day since, zc_day day) {
  zc_day counted_to = zc_counting_day(p->again, ZC_Q_ASSESS, &person->facts, day);
  zc_facts_grow(&person->facts, person->as_of, since, counted_to, &p->facts);
  return zc_assess(p->again, &p->facts, day, counted_to, person->strict)->verdict == ZC_ELIGIBLE;
}

/* Days before the earliest one: some at random, some just before it, some where a month is full. */
static zc_day day_before(property *p, zc_day first, zc_day since, zc_day end) {
  zc_random *r = &p->random;
  int32_t span = end - first;
  zc_day day = first + (zc_day)zc_random_below(r, (uint32_t)span);
  if (zc_random_chance(r, 20))
    day = end - 1 - (zc_day)zc_random_below(r, span < 40 ? (uint32_t)span : 40);
  else if (zc_random_chance(r, 30))
    day = zc_add_months(since, zc_full_months(since, day));
  else if (zc_random_chance(r, 20) && p->people->values.days.count)
    day = (zc_day)p->people->values.days.items[zc_random_below(r, p->people->values.days.count)];
  return day < first ? first : day >= end ? end - 1 : day;
}

static void check_earliest(property *p, const zc_person *person, zc_day since,
                           const zc_advice *advice) {
  zc_day first = person->as_of + 1;
  zc_day end = advice->has_earliest ? advice->earliest : zc_add_months(person->as_of, 12 * YEARS);
  char day[11];
  if (advice->has_earliest && !is_eligible_on(p, person, since, end)) {
    zc_day_format(end, day);
    property_fail(p, person, "not eligible on the earliest day advised, %s", day);
  }
  for (int i = 0; i < DAYS && end > first; i++) {
    zc_day before = day_before(p, first, since, end);
    if (!is_eligible_on(p, person, since, before))
      continue;
    zc_day_format(before, day);
    property_fail(p, person, "eligible already on %s", day);
    return;
  }
}

/* ---- one person ---- */

/* Somebody who is eligible loses some months, or has some facts drawn anew. */
static void spoil(property *p, zc_person *person) {
  const zc_vocabulary *v = &p->people->region.vocabulary;
  for (int i = 0; i < 12; i++) {
    uint32_t f = zc_random_below(&p->random, v->fact_count);
    const zc_fact *fact = &v->facts[f];
    int64_t now = person->facts.slots[f].lo;
    if (!person->facts.given[f] || !(p->people->values.reads[f] & 1u))
      continue;
    int64_t less = (int64_t)zc_random_below(&p->random, 40);
    if (fact->changeable == ZC_GROWS && now >= less)
      zc_person_give(person, f, (zc_slot){now - less, now - less});
    else if (fact->changeable == ZC_CHANGEABLE && f != ZC_F_track &&
             zc_random_chance(&p->random, 40))
      zc_person_give(person, f,
                     zc_test_value(&p->people->values, f, (zc_slot){fact->min, fact->max},
                                   person->as_of, &p->random));
  }
}

/* Months beside a date cannot change alone, and may not fit another counting day. */
static void leave_dates_alone(zc_person *person) {
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++)
    if (person->facts.given[zc_dated_months_of[i].date])
      zc_person_forget(person, zc_dated_months_of[i].months);
}

static void check_person(property *p, zc_person *person) {
  counts *c = p->own;
  leave_dates_alone(person);
  const zc_answer *answer = zc_people_ask(p->people, ZC_Q_ASSESS, person);
  if (answer->verdict == ZC_ELIGIBLE) {
    spoil(p, person);
    answer = zc_people_ask(p->people, ZC_Q_ASSESS, person);
  }
  if (answer->verdict != ZC_INELIGIBLE)
    return;
  zc_day since = answer->counted_to;
  const zc_advice *advice =
      zc_advise(c->advisor, p->people->workspace, &person->facts, person->strict);
  c->asked++;
  c->sets += advice->set_count;
  c->earliest += advice->has_earliest != 0;
  for (uint32_t i = 0; i < advice->set_count; i++)
    check_set(p, person, &advice->sets[i]);
  for (uint32_t i = 0; i < advice->set_count; i++)
    check_sensible(p, person, &advice->sets[i]);
  check_distinct(p, person, advice);
  check_single(p, person, advice);
  check_earliest(p, person, since, advice);
}

static void begin(property *p) {
  counts *c = p->own;
  *c = (counts){.advisor = zc_advisor_new(&p->people->region)};
  CU_ASSERT_PTR_NOT_NULL_FATAL(c->advisor);
}

static void end(property *p) {
  counts *c = p->own;
  zc_advisor_free(c->advisor);
  property_note("  %s: advice to %llu people, %llu sets of changes, %llu earliest days\n",
                p->people->region.id, c->asked, c->sets, c->earliest);
}

static void advice_is_true_and_least(void) {
  counts c = {0};
  property_run("advised", 300, 10, check_person, begin, end, &c);
}

void test_advice_advised(CU_pSuite suite) {
  CU_add_test(suite, "advice leads to eligible, nothing less does, and no earlier day is eligible",
              advice_is_true_and_least);
}
