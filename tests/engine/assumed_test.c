/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an answer says it takes for granted: every assumed fact of which another value, for some
 * completion of the unknown facts, gives another outcome. In random regions all values and all
 * completions are tried, in the plugins' regions some for every assumed fact.
 */
#include "base/memory.h"
#include "support/brute_force.h"
#include "support/property.h"
#include "support/random_region.h"
#include "support/region.h"
#include <string.h>

enum { FEW = 1000, QUESTIONS = 3, SHOWN = 3, TRIES = 4 };

static int names(const zc_answer *a, uint32_t fact) {
  for (uint32_t i = 0; i < a->assumed_count; i++)
    if (a->assumed[i] == fact)
      return 1;
  return 0;
}

/* Whether a finding that applies names the fact. */
static int is_mentioned(const zc_answer *a, uint32_t fact) {
  for (uint32_t i = 0; i < a->finding_count; i++) {
    const zc_compiled_rule *r = a->findings[i].rule;
    for (uint32_t j = 0; a->findings[i].state != ZC_NOT_APPLICABLE && j < r->mention_count; j++)
      if (r->mentions[j].fact == fact)
        return 1;
  }
  return 0;
}

/* ---- random regions ---- */

typedef struct tried {
  random_region g;
  brute_force brute;
  zc_workspace *workspace;
  zc_facts facts;
  zc_random random;
  zc_day as_of;
  uint8_t *verdicts; /* of each completion, with what is assumed */
  unsigned failures;
  uint64_t asked, listed, inexact;
} tried;

static void give(tried *t, uint32_t fact, int64_t value) {
  t->facts.slots[fact] = (zc_slot){value, value};
  t->facts.given[fact] = 1;
}

static int is_open(const tried *t, const random_fact *f) {
  return !t->facts.given[f->index] && !f->assumed[0];
}

/* Half of the facts; the others are unknown or assumed. */
static void draw_facts(tried *t) {
  uint32_t percent = zc_random_below(&t->random, 90);
  zc_facts_clear(&t->facts);
  t->as_of = zc_day_of(2024, 3, 31);
  give(t, ZC_F_track, ZC_W_track_general);
  for (uint32_t i = 0; i < t->g.fact_count; i++) {
    const random_fact *f = &t->g.facts[i];
    if (zc_random_chance(&t->random, f->assumed[0] ? percent / 2 : percent))
      give(t, f->index, f->points[zc_random_below(&t->random, f->low_count)]);
  }
}

/* Begins with the unknown facts as axes. */
static void begin(tried *t) {
  brute_begin(&t->brute, &t->facts, t->as_of, 0);
  t->brute.frozen = 1;
  for (uint32_t i = 0; i < t->g.fact_count; i++)
    if (is_open(t, &t->g.facts[i]))
      brute_add(&t->brute, t->g.facts[i].index, t->g.facts[i].points, t->g.facts[i].low_count, 0);
}

static void keep_verdicts(tried *t) {
  begin(t);
  brute_run(&t->brute);
  t->verdicts = zc_realloc(t->verdicts, t->brute.count);
  CU_ASSERT_PTR_NOT_NULL_FATAL(t->verdicts);
  for (uint32_t i = 0; i < t->brute.count; i++)
    t->verdicts[i] = (uint8_t)brute_verdict(t->brute.region, t->brute.people[i]);
}

/* Whether another value of the fact gives some completion another verdict. */
static int matters(tried *t, const random_fact *f, int64_t assumed) {
  brute_force *b = &t->brute;
  begin(t);
  b->slots[f->index] = (zc_slot){assumed, assumed};
  b->is_given[f->index] = 1;
  brute_add(b, f->index, f->points, f->low_count, 0);
  brute_run(b);
  uint32_t axis = b->axis_count - 1;
  for (uint32_t i = 0; i < b->count; i++)
    if (f->points[brute_place(b, i, axis)] != assumed &&
        brute_verdict(b->region, b->people[i]) != t->verdicts[i / f->low_count])
      return 1;
  return 0;
}

static void fail(tried *t, const random_fact *f, const zc_answer *a, const char *what) {
  if (t->failures++ >= SHOWN)
    return;
  printf("\n");
  random_region_show(&t->g);
  printf("    verdict %d, %s: %s; given", (int)a->verdict, f->name, what);
  for (uint32_t i = 0; i < t->g.fact_count; i++)
    if (t->facts.given[t->g.facts[i].index])
      printf(" %s=%lld", t->g.facts[i].name, (long long)t->facts.slots[t->g.facts[i].index].lo);
  printf("\n");
}

/* Where the diagrams find no room the fact is listed all the same. */
static void compare(tried *t, const zc_answer *a, const random_fact *f) {
  zc_slot value = a->values[t->g.region.fact_nodes[f->index]];
  if (t->facts.given[f->index] || !f->assumed[0] || value.lo != value.hi)
    return;
  int is_listed = names(a, f->index), does = matters(t, f, value.lo);
  t->asked++;
  t->listed += (uint64_t)is_listed;
  if (does && !is_listed)
    fail(t, f, a, "another value matters, and it is not listed");
  if (!does && is_listed && !is_mentioned(a, f->index))
    t->inexact++;
}

static void ask(tried *t) {
  draw_facts(t);
  const zc_answer *a = zc_assess(t->workspace, &t->facts, t->as_of, t->as_of, 0);
  keep_verdicts(t);
  for (uint32_t i = 0; i < t->g.fact_count; i++)
    compare(t, a, &t->g.facts[i]);
}

static void look_at_region(tried *t, uint64_t number) {
  random_region_make(&t->g, "assumed", number);
  t->random = zc_random_of("assumed questions", number);
  t->workspace = zc_workspace_new(&t->g.region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(t->workspace);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&t->facts, &t->g.region.vocabulary, NULL), ZC_OK);
  brute_open(&t->brute, &t->g.region);
  for (int i = 0; i < QUESTIONS; i++)
    ask(t);
  brute_close(&t->brute);
  zc_facts_free(&t->facts);
  zc_workspace_free(t->workspace);
  random_region_free(&t->g);
}

static void assumed_are_the_facts_whose_other_values_matter(void) {
  static tried t;
  uint64_t regions = property_rows(FEW, 100);
  memset(&t, 0, sizeof t);
  for (uint64_t i = 0; i < regions; i++)
    look_at_region(&t, i);
  property_note("  assumed: %llu facts, %llu listed, %llu of them not shown to matter\n",
                (unsigned long long)t.asked, (unsigned long long)t.listed,
                (unsigned long long)t.inexact);
  CU_ASSERT_EQUAL(t.failures, 0);
  CU_ASSERT(100 * t.inexact <= t.listed);
  zc_free(t.verdicts);
}

/* ---- the plugins' regions ---- */

static int outcome_of(const zc_answer *a) {
  return a->question == ZC_Q_ASSESS    ? (int)a->verdict
         : a->question == ZC_Q_CONVERT ? (int)a->result
                                       : a->grassroots;
}

/* A decided answer that rests on a fact which is not listed is the same with any other value. */
static void check_person(property *p, zc_person *person) {
  const zc_vocabulary *v = &p->people->region.vocabulary;
  uint32_t pick = zc_random_below(&p->random, 10);
  zc_question question = pick < 6 ? ZC_Q_ASSESS : pick < 8 ? ZC_Q_CONVERT : ZC_Q_UNIT;
  const zc_answer *a = zc_people_ask(p->people, question, person);
  int outcome = outcome_of(a), is_open = a->missing_count > 0;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    if (person->strict || !v->facts[f].assumed || a->facts->given[f] || names(a, f) ||
        !(p->people->values.reads[f] >> question & 1) || f == ZC_F_application_date)
      continue;
    zc_node_id derived = p->people->region.derived_when[f];
    zc_slot now = a->values[p->people->region.fact_nodes[f]];
    if (now.lo != now.hi || (derived != ZC_NO_NODE && a->values[derived].hi))
      continue;
    for (int i = 0; i < TRIES; i++) {
      int64_t value =
          zc_test_value_exact(&p->people->values, f, (zc_slot){v->facts[f].min, v->facts[f].max},
                              person->as_of, &p->random);
      const zc_answer *again;
      zc_facts_take(&p->facts, &person->facts);
      p->facts.slots[f] = (zc_slot){value, value};
      p->facts.given[f] = 1;
      if (zc_ask(p->again, question, &p->facts, person->as_of, 0, &again, NULL) != ZC_OK ||
          again->counted_to != a->counted_to)
        continue;
      if (outcome_of(again) != outcome || (again->missing_count > 0) != is_open)
        property_fail(p, person, "question %d: %s is not listed, and %lld gives %d for %d",
                      (int)question, v->facts[f].name, (long long)value, outcome_of(again),
                      outcome);
    }
  }
}

static void facts_that_are_not_listed_change_nothing(void) {
  property_run("assumed", 300, 2, check_person, NULL, NULL, NULL);
}

void test_engine_assumed(CU_pSuite suite) {
  CU_add_test(suite, "assumed are the facts of which another value gives another verdict",
              assumed_are_the_facts_whose_other_values_matter);
  CU_add_test(suite, "with any value of an assumed fact that is not listed the answer is the same",
              facts_that_are_not_listed_change_nothing);
}
