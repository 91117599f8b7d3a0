/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions for many people (decide.h) are those of zc_assess: verdict, route and every rule. */
#include "base/memory.h"
#include "engine/decide.h"
#include "support/property.h"
#include <string.h>

enum { VARIANTS = 40 };

typedef struct counts {
  unsigned long long decided, by_bits, deciders, fast;
} counts;

static zc_state state_in(const zc_answer *a, const zc_compiled_rule *rule) {
  for (uint32_t i = 0; i < a->finding_count; i++)
    if (a->findings[i].rule == rule)
      return a->findings[i].state;
  return ZC_NOT_APPLICABLE;
}

static const char *id_of(const zc_compiled_rule *route) {
  return route ? route->id : "none";
}

static void compare(property *p, const zc_person *person, zc_decider *decider, zc_day counted_to) {
  const zc_region *region = &p->people->region;
  counts *c = p->own;
  CU_ASSERT_EQUAL_FATAL(
      zc_facts_count(&person->facts, person->as_of, counted_to, &p->facts, &p->people->diag),
      ZC_OK);
  const zc_answer *wanted =
      zc_assess(p->again, &p->facts, person->as_of, counted_to, person->strict);
  const zc_decision *found = zc_decide(decider, &p->facts);
  c->decided++;
  c->by_bits += found->answer == NULL;
  if (found->verdict != wanted->verdict || found->route != wanted->route) {
    property_fail(p, person, "verdict %d by %s, decided as %d by %s", (int)wanted->verdict,
                  id_of(wanted->route), (int)found->verdict, id_of(found->route));
    return;
  }
  for (uint32_t i = 0; i < region->rule_count; i++) {
    zc_state state = state_in(wanted, &region->rules[i]), bits = zc_decision_state(decider, i);
    if (state != bits) {
      property_fail(p, person, "%s is %d, decided as %d", region->rules[i].id, (int)state,
                    (int)bits);
      return;
    }
  }
}

/* Another person with the same facts given and on the same track. */
static void vary(property *p, const zc_person *person) {
  const zc_vocabulary *v = &p->people->region.vocabulary;
  uint32_t changes = zc_random_below(&p->random, 6);
  for (uint32_t f = 0; f < v->fact_count; f++) {
    const zc_fact *fact = &v->facts[f];
    if (!person->facts.given[f] || f == ZC_F_track || fact->type == ZC_DATE ||
        !zc_random_chance(&p->random, changes * 5))
      continue;
    zc_person_give(p->other, f,
                   zc_test_value(&p->people->values, f, (zc_slot){fact->min, fact->max},
                                 person->as_of, &p->random));
  }
}

static void check_person(property *p, zc_person *person) {
  counts *c = p->own;
  if (!person->facts.given[ZC_F_track])
    return;
  zc_day counted_to = zc_counting_day(p->again, &person->facts, person->as_of);
  CU_ASSERT_EQUAL_FATAL(
      zc_facts_count(&person->facts, person->as_of, counted_to, &p->facts, &p->people->diag),
      ZC_OK);
  zc_decider *decider =
      zc_decider_new(&p->people->region, p->facts.given, person->as_of, counted_to,
                     (uint32_t)person->facts.slots[ZC_F_track].lo, person->strict);
  CU_ASSERT_PTR_NOT_NULL_FATAL(decider);
  c->deciders++;
  c->fast += zc_decider_is_fast(decider) != 0;
  compare(p, person, decider, counted_to);
  /* A code below county level may tell of a subdistrict, which is one fact more. */
  int settled = !person->facts.given[ZC_F_unit_division] ||
                person->facts.given[ZC_F_unit_in_county_seat_subdistrict];
  for (int i = 0; i < VARIANTS && settled; i++) {
    zc_person_copy(p->other, person);
    vary(p, person);
    compare(p, p->other, decider, counted_to);
  }
  zc_decider_free(decider);
}

static void begin(property *p) {
  *(counts *)p->own = (counts){0};
}

static void end(property *p) {
  const counts *c = p->own;
  property_note("  %s: %llu decisions of %llu deciders (%llu of them by bits); %llu by bits\n",
                p->people->region.id, c->decided, c->deciders, c->fast, c->by_bits);
}

static void decisions_are_answers(void) {
  counts c = {0};
  property_run("decide", 150, VARIANTS, check_person, begin, end, &c);
}

/* Every allocation on the way is refused once; what was made before it is freed. */
static void check_memory(property *p, zc_person *person) {
  const zc_region *region = &p->people->region;
  unsigned *deciders = p->own;
  if (!person->facts.given[ZC_F_track] || *deciders)
    return;
  zc_decider *decider = NULL;
  unsigned long refused = 0;
  while (!decider && refused < 10000) {
    zc_memory_fail(++refused, 0);
    decider = zc_decider_new(region, person->facts.given, person->as_of, person->as_of,
                             (uint32_t)person->facts.slots[ZC_F_track].lo, person->strict);
    if (decider && zc_memory_count() >= refused) {
      CU_ASSERT_FALSE(zc_decider_is_fast(decider));
      zc_decider_free(decider);
      decider = NULL;
    }
  }
  zc_memory_fail(0, 0);
  CU_ASSERT(refused > 20);
  CU_ASSERT_PTR_NOT_NULL(decider);
  *deciders += decider != NULL;
  zc_decider_free(decider);
}

static void begin_memory(property *p) {
  *(unsigned *)p->own = 0;
}

static void end_memory(property *p) {
  CU_ASSERT_EQUAL(*(unsigned *)p->own, 1);
}

static void a_decider_without_memory_is_none_or_a_slow_one(void) {
  unsigned deciders = 0;
  property_run("memory", 30, 1, check_memory, begin_memory, end_memory, &deciders);
}

void test_engine_decide(CU_pSuite suite) {
  CU_add_test(suite, "a decision has the verdict, the route and the findings of the answer",
              decisions_are_answers);
  CU_add_test(suite, "a decider that lacks memory is none, or hands every row to assess",
              a_decider_without_memory_is_none_or_a_slow_one);
}
