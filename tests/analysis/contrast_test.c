/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two forms of a random region against the plain way: a condition is changed a little, or said in
 * other words. Where the two are said to be the same, nobody tells them apart, whatever is given
 * and whatever is not; where they are said to differ, the example does.
 */
#include "analysis/variant.h"
#include "host/host.h"
#include "support/brute_force.h"
#include "support/property.h"
#include "support/random_region.h"

#include <string.h>

enum { FEW = 100, EXAMPLES = 3, SHOWN = 3 };

typedef struct contrasting {
  random_region g;
  zc_region changed;
  zc_buffer text; /* the condition that is changed */
  uint32_t row;   /* where it stands */
  zc_variant variant;
  brute_force own, other;
  zc_facts facts;
  zc_day as_of;
  zc_random random;
  unsigned failures;
  uint64_t drawn, said[ZC_CONTRAST_NO_MEMORY + 1];
} contrasting;

static void show_facts(const contrasting *c, const zc_facts *facts) {
  printf("   ");
  for (uint32_t f = 0; f < c->g.region.vocabulary.fact_count; f++)
    if (facts->given[f])
      printf(" %s=%lld", c->g.region.vocabulary.facts[f].name, (long long)facts->slots[f].lo);
  printf("\n");
}

static void fail(contrasting *c, uint32_t rule, const char *what, const zc_facts *person) {
  if (c->failures++ >= SHOWN)
    return;
  printf("\n");
  random_region_show(&c->g);
  printf("    row %u changed: %s\n    as of %d, %s %s:\n", c->row, zc_buffer_text(&c->text),
         (int)c->as_of, c->g.region.rules[rule].id, what);
  show_facts(c, person);
}

/* ---- two forms ---- */

static void compile_changed(contrasting *c) {
  const char *when[RANDOM_ROWS], *needs[RANDOM_ROWS];
  for (int i = 0; i < RANDOM_ROWS; i++) {
    when[i] = c->g.when[i].length ? zc_buffer_text(&c->g.when[i]) : NULL;
    needs[i] = zc_buffer_text(&c->g.needs[i]);
  }
  c->row = RANDOM_ROWS - 1 - zc_random_below(&c->random, RANDOM_ROWS);
  int is_when = when[c->row] && zc_random_chance(&c->random, 30);
  const char **changed = is_when ? &when[c->row] : &needs[c->row];
  zc_buffer_clear(&c->text);
  random_change(&c->g, &c->text, *changed, &c->random);
  *changed = zc_buffer_text(&c->text);
  CU_ASSERT_PTR_NOT_NULL_FATAL(*changed);
  random_region_compile(&c->g, &c->changed, when, needs);
}

/* Everybody: each fact has each of its values, or is not given. */
static void run(const contrasting *c, brute_force *b) {
  brute_begin(b, &c->facts, c->as_of, 0);
  for (uint32_t i = 0; i < c->g.fact_count; i++)
    brute_add(b, c->g.facts[i].index, c->g.facts[i].points, c->g.facts[i].point_count, 1);
  brute_run(b);
}

/* ---- comparing ---- */

/* Somebody for whom the rule has another state; -1: nobody. */
static int64_t differing(const contrasting *c, uint32_t rule) {
  for (uint32_t i = 0; i < c->own.count; i++)
    if (c->own.people[i] != c->other.people[i] &&
        brute_state(&c->g.region, c->own.people[i], rule) !=
            brute_state(&c->changed, c->other.people[i], rule))
      return i;
  return -1;
}

static zc_contrast contrast_of(contrasting *c, uint32_t rule, zc_ref *difference) {
  for (uint32_t i = 0; i < c->variant.count; i++)
    if (c->variant.views[i].question == ZC_Q_ASSESS &&
        strcmp(c->variant.views[i].id, c->g.region.rules[rule].id) == 0)
      return zc_variant_contrast(&c->variant, i, difference);
  return ZC_CONTRAST_NONE;
}

static zc_state state_in(brute_force *b, const zc_facts *facts, zc_day as_of, uint32_t rule) {
  brute_begin(b, facts, as_of, 0);
  brute_run(b);
  return brute_state(b->region, b->people[0], rule);
}

/* The example as facts: of each piece its first value, as cases are written. */
static void take(const contrasting *c, const zc_example *example, zc_facts *facts) {
  zc_facts_clear(facts);
  for (uint32_t f = 0; f < c->g.region.vocabulary.fact_count; f++) {
    if (!example->given[f])
      continue;
    facts->given[f] = 1;
    facts->slots[f] = (zc_slot){example->slots[f].lo, example->slots[f].lo};
  }
}

static void look_at_examples(contrasting *c, uint32_t rule, zc_ref difference) {
  uint8_t given[256];
  zc_slot slots[256];
  zc_example example = {.given = given, .slots = slots};
  zc_facts facts;
  CU_ASSERT_FATAL(c->g.region.vocabulary.fact_count <= 256);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&facts, &c->g.region.vocabulary, NULL), ZC_OK);
  for (uint32_t seed = 0; seed < EXAMPLES; seed++) {
    int found = zc_ternary_find(c->variant.ternary, difference, seed, &example);
    CU_ASSERT(found);
    if (!found)
      break;
    take(c, &example, &facts);
    if (state_in(&c->own, &facts, example.as_of, rule) ==
        state_in(&c->other, &facts, example.as_of, rule))
      fail(c, rule, "is the same for the example", &facts);
  }
  zc_facts_free(&facts);
}

static void compare_rule(contrasting *c, uint32_t rule, int64_t person) {
  zc_ref difference = 0;
  zc_contrast said = contrast_of(c, rule, &difference);
  c->said[said]++;
  if (said == ZC_CONTRAST_NONE && person >= 0) {
    brute_facts(&c->own, (uint32_t)person, &c->facts);
    fail(c, rule, "is said to be the same, but is not for", &c->facts);
  }
  if (said == ZC_CONTRAST_FOUND)
    look_at_examples(c, rule, difference);
}

static void compare(contrasting *c) {
  int64_t persons[RANDOM_ROWS];
  c->as_of = zc_day_of(2024 + (int32_t)zc_random_below(&c->random, 2), 3, 31);
  run(c, &c->own);
  run(c, &c->other);
  for (uint32_t rule = 0; rule < RANDOM_ROWS; rule++)
    persons[rule] = differing(c, rule);
  CU_ASSERT_FATAL(zc_variant_compare(&c->variant, &c->changed));
  for (uint32_t rule = 0; rule < RANDOM_ROWS; rule++)
    compare_rule(c, rule, persons[rule]);
}

static void look_at_region(contrasting *c, uint64_t number) {
  random_region_make(&c->g, "contrast", number);
  c->random = zc_random_of("contrast changes", number);
  compile_changed(c);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&c->facts, &c->g.region.vocabulary, NULL), ZC_OK);
  c->facts.slots[ZC_F_track] = (zc_slot){ZC_W_track_targeted, ZC_W_track_targeted};
  c->facts.given[ZC_F_track] = 1;
  brute_open(&c->own, &c->g.region);
  brute_open(&c->other, &c->changed);
  CU_ASSERT_FATAL(zc_variant_open(&c->variant, &c->g.region));
  compare(c);
  zc_variant_close(&c->variant);
  brute_close(&c->own);
  brute_close(&c->other);
  zc_facts_free(&c->facts);
  zc_region_free(&c->changed);
  random_region_free(&c->g);
}

/* Few rows may be left unsure; some are the same and some differ. */
static void check_shares(const contrasting *c) {
  unsigned long long same = c->said[ZC_CONTRAST_NONE], differ = c->said[ZC_CONTRAST_FOUND];
  unsigned long long unsure = c->said[ZC_CONTRAST_UNSURE];
  int few = 100 * unsure <= (same + differ + unsure);
  property_note("  contrast: %llu rows the same, %llu differ, %llu unsure, %u failures\n", same,
                differ, unsure, c->failures);
  if (!few)
    printf("\n  %llu of %llu rows are unsure\n", unsure, same + differ + unsure);
  CU_ASSERT(few);
  CU_ASSERT(same > 0 && differ > 0);
}

static void forms_said_to_be_the_same_are_so_for_everybody(void) {
  static contrasting c;
  uint64_t regions = property_rows(FEW, 200);
  memset(&c, 0, sizeof c);
  for (uint64_t i = 0; i < regions; i++)
    look_at_region(&c, i);
  if (regions >= FEW) /* of a handful, shares say nothing */
    check_shares(&c);
  CU_ASSERT_EQUAL(c.failures, 0);
  CU_ASSERT_EQUAL(c.said[ZC_CONTRAST_NO_MEMORY], 0);
  zc_buffer_free(&c.text);
}

void test_analysis_contrast(CU_pSuite suite) {
  CU_add_test(suite, "two forms are the same for everybody, or an example tells them apart",
              forms_said_to_be_the_same_are_so_for_everybody);
}
