/* SPDX-License-Identifier: Apache-2.0 */
#include "support/people.h"
#include "base/memory.h"
#include "facts/division.h"
#include "host/host.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

enum { ELIGIBLE = 40, STEPS = 80, TRIES = 8 };

const char *const zc_test_regions[] = {"guangxi", "inner_mongolia", "shandong", "urumqi", NULL};

/* ---- one person ---- */

void zc_person_init(zc_person *person, const zc_region *region) {
  zc_diagnostics diag = {0};
  *person = (zc_person){.codes = zc_calloc(region->vocabulary.fact_count, sizeof *person->codes)};
  CU_ASSERT_PTR_NOT_NULL_FATAL(person->codes);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&person->facts, &region->vocabulary, &diag), ZC_OK);
}

void zc_person_free(zc_person *person) {
  if (person->codes)
    zc_facts_free(&person->facts);
  zc_free(person->codes);
  *person = (zc_person){0};
}

/* The text of a value of those types that keep one. */
static void write_code(zc_person *person, uint32_t fact) {
  const zc_vocabulary *v = person->facts.vocabulary;
  zc_slot slot = person->facts.slots[fact];
  char *code = person->codes[fact];
  if (v->facts[fact].type == ZC_DIVISION)
    zc_division_format((zc_division){slot.lo, slot.hi}, code);
  else if (v->facts[fact].type == ZC_REGION)
    snprintf(code, sizeof person->codes[fact], "%s",
             slot.lo                                     ? "elsewhere"
             : v->region_id && strlen(v->region_id) < 16 ? v->region_id
                                                         : "");
  else if (v->facts[fact].type == ZC_STRING)
    strcpy(code, "甲");
  else if (v->facts[fact].type == ZC_DATE && slot.lo < slot.hi)
    zc_partial_date_format(slot, code);
  else
    return;
  person->facts.texts[fact] = code;
}

void zc_person_give(zc_person *person, uint32_t fact, zc_slot value) {
  person->facts.slots[fact] = value;
  person->facts.given[fact] = 1;
  person->facts.texts[fact] = NULL;
  write_code(person, fact);
}

void zc_person_forget(zc_person *person, uint32_t fact) {
  const zc_fact *f = &person->facts.vocabulary->facts[fact];
  person->facts.slots[fact] = (zc_slot){f->min, f->max};
  person->facts.given[fact] = 0;
  person->facts.texts[fact] = NULL;
}

void zc_person_copy(zc_person *to, const zc_person *from) {
  uint32_t count = from->facts.vocabulary->fact_count;
  memcpy(to->facts.slots, from->facts.slots, count * sizeof *to->facts.slots);
  memcpy(to->facts.given, from->facts.given, count);
  memcpy(to->codes, from->codes, count * sizeof *to->codes);
  for (uint32_t f = 0; f < count; f++)
    to->facts.texts[f] = from->facts.texts[f] ? to->codes[f] : NULL;
  to->as_of = from->as_of;
  to->strict = from->strict;
}

/* ---- facts that may stand together ---- */

static void keep_before(zc_person *person, uint32_t fact, zc_day last) {
  if (person->facts.given[fact] && person->facts.slots[fact].lo > last)
    zc_person_forget(person, fact);
}

/* No title date after the day asked about, no month fact beside its date, no unit code (its check
 * character would say which is right). */
static void make_valid(zc_person *person) {
  keep_before(person, ZC_F_facts_as_of, person->as_of);
  zc_slot applied = person->facts.slots[ZC_F_application_date];
  if (person->facts.given[ZC_F_application_date] && applied.lo < person->as_of &&
      !zc_same_year((zc_day)applied.lo, person->as_of))
    zc_person_forget(person, ZC_F_application_date);
  keep_before(person, ZC_F_held_title_date, person->as_of);
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++) {
    keep_before(person, zc_dated_months_of[i].date, person->as_of);
    if (person->facts.given[zc_dated_months_of[i].date])
      zc_person_forget(person, zc_dated_months_of[i].months);
  }
  zc_person_forget(person, ZC_F_unit_code);
  zc_person_forget(person, ZC_F_destination_unit_code);
}

const zc_answer *zc_people_ask(zc_people *p, zc_question question, const zc_person *person) {
  const zc_answer *answer = NULL;
  zc_status status = zc_ask(p->workspace, question, &person->facts, person->as_of, person->strict,
                            &answer, &p->diag);
  if (status != ZC_OK) {
    printf("\n%s", zc_diagnostics_text(&p->diag));
    zc_person_show(p, person);
  }
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  return answer;
}

/* ---- people who are eligible ---- */

static zc_slot range_of(const zc_people *p, uint32_t fact) {
  const zc_fact *f = &p->region.vocabulary.facts[fact];
  return (zc_slot){f->min, f->max};
}

static void give_any(zc_people *p, zc_person *person, uint32_t fact, zc_random *r) {
  zc_person_give(person, fact,
                 zc_test_value(&p->values, fact, range_of(p, fact), person->as_of, r));
  make_valid(person);
}

/* Gives one more fact such that the person may still become eligible. */
static int give_one(zc_people *p, zc_person *person, uint32_t fact, zc_random *r) {
  for (int i = 0; i < TRIES; i++) {
    give_any(p, person, fact, r);
    if (zc_people_ask(p, ZC_Q_ASSESS, person)->verdict != ZC_INELIGIBLE)
      return 1;
    zc_person_forget(person, fact);
  }
  return 0;
}

/* From nothing known to "eligible". 0: this way did not lead there. */
static int lead_to_eligible(zc_people *p, zc_person *person, zc_random *r) {
  uint32_t facts = p->region.vocabulary.fact_count;
  give_any(p, person, ZC_F_track, r);
  if (zc_random_chance(r, 60))
    give_any(p, person, ZC_F_target_level, r);
  for (int i = 0; i < 6; i++) {
    uint32_t fact = zc_random_below(r, facts);
    if (!person->facts.given[fact] && (p->values.reads[fact] & 1u))
      give_one(p, person, fact, r);
  }
  for (int i = 0; i < STEPS; i++) {
    const zc_answer *answer = zc_people_ask(p, ZC_Q_ASSESS, person);
    if (answer->verdict == ZC_ELIGIBLE)
      return 1;
    if (answer->verdict == ZC_INELIGIBLE || !answer->missing_count)
      return 0;
    give_one(p, person, answer->missing[zc_random_below(r, answer->missing_count)], r);
  }
  return 0;
}

static void forget_all(zc_person *person) {
  for (uint32_t f = 0; f < person->facts.vocabulary->fact_count; f++)
    zc_person_forget(person, f);
}

/* The first people must be found; after that as many as so many tries yield. */
static void find_eligible(zc_people *p) {
  zc_random r = zc_random_of(p->region.id, 0);
  for (int i = 0; i < 8 * ELIGIBLE && p->eligible_count < ELIGIBLE; i++) {
    zc_person *person = &p->eligible[p->eligible_count];
    forget_all(person);
    person->as_of = zc_test_day(&p->values, &r);
    p->eligible_count += (uint32_t)lead_to_eligible(p, person, &r);
  }
  CU_ASSERT_FATAL(p->eligible_count >= ELIGIBLE / 2);
}

/* ---- the people of a region ---- */

static zc_people *opened[sizeof zc_test_regions / sizeof *zc_test_regions];

static void close_all(void) {
  for (size_t i = 0; i < sizeof opened / sizeof *opened; i++) {
    zc_people *p = opened[i];
    if (!p)
      continue;
    for (uint32_t j = 0; j < ELIGIBLE; j++)
      zc_person_free(&p->eligible[j]);
    zc_free(p->eligible);
    zc_person_free(&p->drawn);
    zc_facts_free(&p->counted);
    zc_test_values_free(&p->values);
    zc_workspace_free(p->workspace);
    zc_region_free(&p->region);
    zc_diagnostics_free(&p->diag);
    zc_free(p);
    opened[i] = NULL;
  }
}

static zc_people *people_open(const char *region) {
  char path[256];
  zc_people *p = zc_calloc(1, sizeof *p);
  CU_ASSERT_PTR_NOT_NULL_FATAL(p);
  snprintf(path, sizeof path, "%s/plugins/%s.so", ZC_BUILD_DIR, region);
  zc_status status = zc_region_load(&p->region, path, NULL, &p->diag);
  if (status != ZC_OK)
    printf("\n%s", zc_diagnostics_text(&p->diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_region_digest(&p->region, &p->diag), ZC_OK);
  p->workspace = zc_workspace_new(&p->region);
  p->eligible = zc_calloc(ELIGIBLE, sizeof *p->eligible);
  CU_ASSERT_FATAL(p->workspace && p->eligible);
  zc_test_values_make(&p->values, p->workspace);
  for (uint32_t i = 0; i < ELIGIBLE; i++)
    zc_person_init(&p->eligible[i], &p->region);
  zc_person_init(&p->drawn, &p->region);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&p->counted, &p->region.vocabulary, &p->diag), ZC_OK);
  find_eligible(p);
  return p;
}

zc_people *zc_people_of(const char *region) {
  static int registered;
  size_t i = 0;
  while (strcmp(zc_test_regions[i], region) != 0)
    i++;
  if (!registered)
    registered = atexit(close_all) == 0;
  if (!opened[i])
    opened[i] = people_open(region);
  return opened[i];
}

/* ---- drawing ---- */

/* Every fact given with the same chance. */
static void draw_facts(zc_people *p, zc_person *person, uint32_t percent, zc_random *r) {
  for (uint32_t f = 0; f < p->region.vocabulary.fact_count; f++)
    if (zc_random_chance(r, p->region.vocabulary.facts[f].assumed ? percent / 3 : percent))
      give_any(p, person, f, r);
}

/* Facts that `assess` does not read, for the other questions. */
static void draw_others(zc_people *p, zc_person *person, zc_random *r) {
  for (uint32_t f = 0; f < p->region.vocabulary.fact_count; f++)
    if (!person->facts.given[f] && !(p->values.reads[f] & 1u) && p->values.reads[f] &&
        zc_random_chance(r, 70))
      give_any(p, person, f, r);
}

/* Months become the date that gives them on the counting day. */
static void months_to_date(zc_people *p, zc_person *person, zc_random *r) {
  if (!person->facts.given[ZC_F_months_in_current_title])
    return;
  zc_day counted_to = zc_counting_day(p->workspace, ZC_Q_ASSESS, &person->facts, person->as_of);
  int32_t months = (int32_t)person->facts.slots[ZC_F_months_in_current_title].lo;
  zc_day date = zc_add_months(counted_to, -months) - (zc_day)zc_random_below(r, 28);
  if (date > person->as_of)
    return;
  zc_person_forget(person, ZC_F_months_in_current_title);
  zc_person_give(person, ZC_F_current_title_date, (zc_slot){date, date});
}

static void change_some(zc_people *p, zc_person *person, zc_random *r) {
  static const uint32_t forgotten[] = {0, 0, 0, 2, 10, 30, 60, 95};
  uint32_t facts = p->region.vocabulary.fact_count;
  if (zc_random_chance(r, 15))
    person->as_of = zc_test_day(&p->values, r);
  for (uint32_t i = zc_random_below(r, 5); i > 0; i--) {
    uint32_t fact = zc_random_below(r, facts);
    if (p->values.reads[fact] & 1u)
      give_any(p, person, fact, r);
  }
  uint32_t percent = forgotten[zc_random_below(r, sizeof forgotten / sizeof *forgotten)];
  for (uint32_t f = 0; f < facts; f++)
    if (person->facts.given[f] && zc_random_chance(r, percent))
      zc_person_forget(person, f);
}

/* Of some days only the month or the year is known. */
static void make_partial(zc_person *person, zc_random *r) {
  static const size_t lengths[] = {4, 7, 7};
  const zc_vocabulary *v = person->facts.vocabulary;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    char text[11];
    zc_slot days;
    if (v->facts[f].type != ZC_DATE || !person->facts.given[f] || zc_fact_is_whole_day(f) ||
        !zc_random_chance(r, 50))
      continue;
    zc_day_format((zc_day)person->facts.slots[f].lo, text);
    CU_ASSERT_FATAL(zc_partial_date_parse(text, lengths[zc_random_below(r, 3)], &days) == 0);
    zc_person_give(person, f, days);
  }
}

/* Months beside a partial date that some day of it gives. */
static void give_months(zc_people *p, zc_person *person, zc_random *r) {
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++) {
    zc_slot day = person->facts.slots[zc_dated_months_of[i].date];
    uint32_t months = zc_dated_months_of[i].months;
    if (!person->facts.given[zc_dated_months_of[i].date] || day.lo == day.hi ||
        !zc_random_chance(r, 30))
      continue;
    zc_day to = zc_counting_day(p->workspace, ZC_Q_ASSESS, &person->facts, person->as_of);
    if (person->facts.given[ZC_F_facts_as_of])
      to = (zc_day)person->facts.slots[ZC_F_facts_as_of].lo;
    zc_month_count count = {person->as_of, to, to, 1200, ZC_PRECISION_NONE};
    zc_slot range = zc_count_date(day, -1, &count).months;
    int64_t given = range.lo + zc_random_below(r, (uint32_t)(range.hi - range.lo) + 1);
    zc_person_give(person, months, (zc_slot){given, given});
  }
}

zc_person *zc_people_draw(zc_people *p, uint64_t row) {
  static const uint32_t given[] = {5, 30, 60, 90, 100};
  zc_random r = zc_random_of(p->region.id, row + 1);
  zc_person *person = &p->drawn;
  if (zc_random_chance(&r, 20)) {
    forget_all(person);
    person->as_of = zc_test_day(&p->values, &r);
    draw_facts(p, person, given[zc_random_below(&r, sizeof given / sizeof *given)], &r);
  } else {
    zc_person_copy(person, &p->eligible[zc_random_below(&r, p->eligible_count)]);
    change_some(p, person, &r);
    draw_others(p, person, &r);
    if (zc_random_chance(&r, 40))
      months_to_date(p, person, &r);
  }
  person->strict = zc_random_chance(&r, 8);
  make_partial(person, &r);
  make_valid(person);
  give_months(p, person, &r);
  return person;
}
