/* SPDX-License-Identifier: Apache-2.0 */
/* Ternary diagrams: conditions for everybody, with facts that are not given, and on every day. */
#include "base/memory.h"
#include "logic/ternary.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_document documents[] = {
    {ZC_ROW, .id = "t-2024", .number = "试〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01", .until = "2024-12-31"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "t.a", .document = "t-2024", .clause = "一"},
};
#define RULE(id_, needs_)                                                                          \
  {                                                                                                \
    ZC_ROW, .id = id_, .kind = ZC_REQUIREMENT, .clauses = "t.a", .needs = needs_, .text = {        \
      .zh = "一句话。"                                                                         \
    }                                                                                              \
  }
static const zc_rule rules[] = {
    RULE("t.a", "specialty_months >= 24 and ethics_passed"),
    RULE("t.same", "not (specialty_months < 24 or not ethics_passed)"),
    RULE("t.later", "specialty_months >= 25 and ethics_passed"),
    RULE("t.always", "ethics_passed or not ethics_passed"),
    RULE("t.known", "known(ethics_passed)"),
    RULE("t.given", "given(outstanding_contribution) and outstanding_contribution"),
    RULE("t.assumed", "outstanding_contribution"),
    RULE("t.day", "as_of >= 2024-07-01"),
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

typedef struct drawing {
  zc_region region;
  zc_ternary *t;
  zc_node_id map[4096];
  zc_example example;
  uint8_t given[256];
  zc_slot slots[256];
} drawing;

static void open_drawing(drawing *d) {
  memset(d, 0, sizeof *d);
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&d->region, &plugin), ZC_OK);
  CU_ASSERT_FATAL(d->region.program.count < 4096 && d->region.vocabulary.fact_count < 256);
  d->t = zc_ternary_new(&d->region.vocabulary, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(d->t);
  CU_ASSERT_FATAL(zc_ternary_take(d->t, &d->region.program, d->map));
  d->example = (zc_example){.given = d->given, .slots = d->slots};
}

static void close_drawing(drawing *d) {
  zc_ternary_free(d->t);
  zc_region_free(&d->region);
}

static zc_node_id condition(const drawing *d, const char *rule) {
  for (uint32_t i = 0; i < d->region.rule_count; i++)
    if (strcmp(d->region.rules[i].id, rule) == 0)
      return d->map[d->region.rules[i].holds];
  CU_FAIL_FATAL("no such rule");
  return 0;
}

/* Begins with two conditions and draws where they differ. */
static zc_ref difference(drawing *d, const char *a, const char *b) {
  zc_node_id roots[] = {condition(d, a), condition(d, b)};
  CU_ASSERT_FATAL(zc_ternary_begin(d->t, roots, 2));
  zc_ref ref =
      zc_ternary_differ(d->t, zc_ternary_of(d->t, roots[0]), zc_ternary_of(d->t, roots[1]));
  CU_ASSERT_FALSE(zc_ternary_inexact(d->t));
  return ref;
}

static void conditions_that_say_the_same_have_one_diagram(void) {
  static drawing d;
  open_drawing(&d);
  CU_ASSERT_EQUAL(difference(&d, "t.a", "t.same"), 0);
  CU_ASSERT_FALSE(zc_ternary_find(d.t, 0, 0, &d.example));
  close_drawing(&d);
}

static void a_difference_of_one_month_is_found_with_the_person(void) {
  static drawing d;
  open_drawing(&d);
  zc_ref ref = difference(&d, "t.a", "t.later");
  CU_ASSERT_NOT_EQUAL(ref, 0);
  for (uint32_t seed = 0; seed < 20; seed++) {
    CU_ASSERT_TRUE_FATAL(zc_ternary_find(d.t, ref, seed, &d.example));
    CU_ASSERT_TRUE(d.given[ZC_F_specialty_months]);
    CU_ASSERT_EQUAL(d.slots[ZC_F_specialty_months].lo, 24);
    CU_ASSERT_EQUAL(d.slots[ZC_F_specialty_months].hi, 24);
    /* Where ethics are known to have failed, both are false. */
    CU_ASSERT_FALSE(d.given[ZC_F_ethics_passed] && d.slots[ZC_F_ethics_passed].lo == 0);
  }
  close_drawing(&d);
}

static void what_holds_of_every_value_is_still_unknown_of_one_that_is_not_given(void) {
  static drawing d;
  open_drawing(&d);
  zc_node_id always = condition(&d, "t.always");
  CU_ASSERT_TRUE_FATAL(zc_ternary_begin(d.t, &always, 1));
  zc_ref ref = zc_ternary_of(d.t, always);
  CU_ASSERT_EQUAL(zc_ternary_is(d.t, ref, 0, 0), 0);
  CU_ASSERT_TRUE(zc_ternary_find(d.t, zc_ternary_is(d.t, ref, 0, 1), 0, &d.example));
  CU_ASSERT_FALSE(d.given[ZC_F_ethics_passed]);
  CU_ASSERT_TRUE(zc_ternary_find(d.t, zc_ternary_is(d.t, ref, 1, 1), 0, &d.example));
  CU_ASSERT_TRUE(d.given[ZC_F_ethics_passed]);
  /* It is true of just those of whom the fact is known. */
  ref = difference(&d, "t.always", "t.known");
  CU_ASSERT_TRUE(zc_ternary_find(d.t, ref, 0, &d.example));
  CU_ASSERT_FALSE(d.given[ZC_F_ethics_passed]);
  close_drawing(&d);
}

static void an_assumed_fact_is_never_unknown_and_given_is_told_apart(void) {
  static drawing d;
  open_drawing(&d);
  zc_node_id assumed = condition(&d, "t.assumed");
  CU_ASSERT_TRUE_FATAL(zc_ternary_begin(d.t, &assumed, 1));
  CU_ASSERT_EQUAL(zc_ternary_is(d.t, zc_ternary_of(d.t, assumed), 0, 1), 0);
  /* It is assumed to be false, so whether it was given says nothing more. */
  CU_ASSERT_EQUAL(difference(&d, "t.assumed", "t.given"), 0);
  close_drawing(&d);
}

static void an_example_stands_on_the_usual_day_where_that_will_do(void) {
  static drawing d;
  open_drawing(&d);
  zc_node_id day = condition(&d, "t.day");
  CU_ASSERT_TRUE_FATAL(zc_ternary_begin(d.t, &day, 1));
  zc_ref ref = zc_ternary_of(d.t, day);
  zc_ternary_usual_day(d.t, zc_day_of(2024, 10, 15));
  CU_ASSERT_TRUE(zc_ternary_find(d.t, ref, 0, &d.example));
  CU_ASSERT_EQUAL(d.example.as_of, zc_day_of(2024, 10, 15));
  zc_ternary_usual_day(d.t, zc_day_of(2024, 6, 1));
  CU_ASSERT_TRUE(zc_ternary_find(d.t, ref, 0, &d.example));
  CU_ASSERT_EQUAL(d.example.as_of, zc_day_of(2024, 7, 1));
  close_drawing(&d);
}

static void room_that_is_not_there_is_told(void) {
  static drawing d;
  open_drawing(&d);
  for (unsigned long nth = 1; nth < 10; nth++) {
    zc_memory_fail(nth, 0);
    zc_ternary *t = zc_ternary_new(&d.region.vocabulary, NULL);
    zc_memory_fail(0, 0);
    CU_ASSERT_PTR_NULL(t);
    zc_ternary_free(t);
  }
  zc_node_id always = condition(&d, "t.always");
  zc_memory_fail(1, 1);
  CU_ASSERT_FALSE(zc_ternary_begin(d.t, &always, 1));
  zc_memory_fail(0, 0);
  close_drawing(&d);
}

void test_logic_ternary(CU_pSuite suite) {
  CU_add_test(suite, "conditions that say the same have one diagram",
              conditions_that_say_the_same_have_one_diagram);
  CU_add_test(suite, "a difference of one month is found, with a person who shows it",
              a_difference_of_one_month_is_found_with_the_person);
  CU_add_test(suite, "what holds of every value is still unknown of a fact that is not given",
              what_holds_of_every_value_is_still_unknown_of_one_that_is_not_given);
  CU_add_test(suite, "an assumed fact is never unknown",
              an_assumed_fact_is_never_unknown_and_given_is_told_apart);
  CU_add_test(suite, "an example stands on the usual day where that will do",
              an_example_stands_on_the_usual_day_where_that_will_do);
  CU_add_test(suite, "room that is not there is told", room_that_is_not_there_is_told);
}
