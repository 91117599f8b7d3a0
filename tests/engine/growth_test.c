/* SPDX-License-Identifier: Apache-2.0 */
/* More education, more months and more hours never make an eligible person ineligible, unless a
 * clause says so. */
#include "support/property.h"
#include <string.h>

/* The clauses that say so, each for one fact. */
typedef struct exception {
  const char *region, *fact, *clause;
} exception;

static const exception exceptions[] = {
    {NULL, NULL, NULL},
};

/* Months beside a partial date decide about its day, and cannot change alone. */
static int is_beside_date(const zc_person *person, uint32_t months) {
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++)
    if (zc_dated_months_of[i].months == months)
      return person->facts.given[zc_dated_months_of[i].date];
  return 0;
}

static int is_exception(const property *p, uint32_t fact) {
  const char *name = p->people->region.vocabulary.facts[fact].name;
  for (const exception *e = exceptions; e->region; e++)
    if (!strcmp(e->region, p->people->region.id) && !strcmp(e->fact, name))
      return 1;
  return 0;
}

/* Facts of which more is meant to be no worse. */
static int may_grow(const zc_fact *fact, uint32_t index) {
  return (fact->type == ZC_INT && (fact->unit == ZC_MONTH || fact->unit == ZC_HOUR)) ||
         index == ZC_F_education || index == ZC_F_degree;
}

static void check_more(property *p, const zc_person *person, uint32_t fact) {
  const zc_fact *f = &p->people->region.vocabulary.facts[fact];
  int64_t now = person->facts.slots[fact].lo;
  zc_person_copy(p->other, person);
  for (int i = 0; i < 3 && now < f->max; i++) {
    int64_t more = zc_test_value_exact(&p->people->values, fact, (zc_slot){now + 1, f->max},
                                       person->as_of, &p->random);
    zc_person_give(p->other, fact, (zc_slot){more, more});
    if (zc_people_ask(p->people, ZC_Q_ASSESS, p->other)->verdict != ZC_ELIGIBLE)
      property_fail(p, person, "eligible, but not with %s %lld", f->name, (long long)more);
  }
}

/* An earlier date of a title is more months with it. */
static void check_earlier(property *p, const zc_person *person, uint32_t fact) {
  zc_day now = (zc_day)person->facts.slots[fact].lo;
  zc_day earlier = zc_add_months(now, -1 - (int32_t)zc_random_below(&p->random, 60));
  zc_person_copy(p->other, person);
  zc_person_give(p->other, fact, (zc_slot){earlier, earlier});
  if (zc_people_ask(p->people, ZC_Q_ASSESS, p->other)->verdict != ZC_ELIGIBLE)
    property_fail(p, person, "eligible, but not with an earlier %s",
                  p->people->region.vocabulary.facts[fact].name);
}

static void check_person(property *p, zc_person *person) {
  const zc_vocabulary *v = &p->people->region.vocabulary;
  if (zc_people_ask(p->people, ZC_Q_ASSESS, person)->verdict != ZC_ELIGIBLE)
    return;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    if (!person->facts.given[f] || !(p->people->values.reads[f] & 1u) || is_exception(p, f) ||
        is_beside_date(person, f))
      continue;
    if (may_grow(&v->facts[f], f))
      check_more(p, person, f);
  }
  if (person->facts.given[ZC_F_current_title_date] &&
      !person->facts.given[ZC_F_months_in_current_title])
    check_earlier(p, person, ZC_F_current_title_date);
}

static void more_is_never_worse(void) {
  property_run("growth", 3000, 1, check_person, NULL, NULL, NULL);
}

void test_engine_growth(CU_pSuite suite) {
  CU_add_test(suite, "more education, months or hours never make an eligible person ineligible",
              more_is_never_worse);
}
