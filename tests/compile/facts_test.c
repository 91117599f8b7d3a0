/* SPDX-License-Identifier: Apache-2.0 */
/* What rules read for each fact (core/compile/facts.c). */
#include "base/memory.h"
#include "nodes.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define DAY   "2024-06-01"
#define LABEL .label = {.zh = "标签", .en = "label"}

static zc_value add_up(const zc_value *arguments, uint32_t count) {
  zc_value sum = {0, 1, 0};
  for (uint32_t i = 0; i < count; i++) {
    sum.value += arguments[i].value;
    sum.known &= arguments[i].known;
  }
  return sum;
}

static const zc_document documents[] = {
    {ZC_ROW, .id = "d", .number = "一号", .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
     .from = "2024-01-01", .until = "2024-12-31"},
};
static const zc_clause clauses[] = {{ZC_ROW, .id = "x", .document = "d", .clause = "一"}};
/* Each stands on one that comes later, so they are made in another order than they are written. */
static const zc_fact_row facts[] = {
    {ZC_ROW, .name = "test.third", .type = ZC_INT, .max = 100, .assumed = "test.second + 1", LABEL},
    {ZC_ROW, .name = "test.second", .type = ZC_INT, .max = 100, .assumed = "test.first + 1", LABEL},
    {ZC_ROW, .name = "test.first", .type = ZC_INT, .max = 100, .assumed = "10", LABEL},
    {ZC_ROW, .name = "test.bare", .type = ZC_INT, .max = 100, LABEL},
};
static const zc_derivation derivations[] = {
    {ZC_ROW, .fact = "education", .clause = "x",
     .value = "if technician_class == senior_worker and education < junior_college then "
              "junior_college else education"},
};
static const zc_function functions[] = {
    {ZC_ROW, .name = "test.sum", .reads = "test.first test.bare", .type = ZC_INT, .max = 200,
     .call = add_up},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "test.rule", .kind = ZC_SCOPE, .needs = "test.sum >= 15",
     .text = {.zh = "一句话。"}},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .facts = ZC_TABLE(facts),
                                   .derivations = ZC_TABLE(derivations),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .functions = ZC_TABLE(functions)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

static zc_slot fact_worth(const zc_region *region, const char *fact, const char *as_of,
                          const zc_known *known) {
  int32_t index = zc_fact_find(&region->vocabulary, fact, strlen(fact));
  CU_ASSERT_FATAL(index >= 0);
  return zc_node_worth(region, region->fact_nodes[index], as_of, known);
}

static void assumed_values_stand_on_one_another(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known first[] = {{"test.first", 40}, {NULL, 0}};
  const zc_known second[] = {{"test.second", 70}, {"test.first", 40}, {NULL, 0}};
  CU_ASSERT_EQUAL(fact_worth(&region, "test.third", DAY, NULL).lo, 12);
  CU_ASSERT_EQUAL(fact_worth(&region, "test.third", DAY, first).hi, 42);
  CU_ASSERT_EQUAL(fact_worth(&region, "test.third", DAY, second).lo, 71);
  zc_slot bare = fact_worth(&region, "test.bare", DAY, NULL);
  CU_ASSERT_EQUAL(bare.lo, 0);
  CU_ASSERT_EQUAL(bare.hi, 100);
  zc_region_free(&region);
}

static void a_derivation_holds_while_its_document_does(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  int64_t high_school = zc_word_index(&region, "education", "high_school");
  int64_t college = zc_word_index(&region, "education", "junior_college");
  const zc_known worker[] = {
      {"education", high_school},
      {"technician_class", zc_word_index(&region, "technician_class", "senior_worker")},
      {NULL, 0}};
  CU_ASSERT_EQUAL(fact_worth(&region, "education", "2024-12-31", worker).lo, college);
  CU_ASSERT_EQUAL(fact_worth(&region, "education", "2025-01-01", worker).lo, high_school);
  zc_region_free(&region);
}

static void shared_facts_take_what_the_vocabulary_says(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  int64_t assistant = zc_word_index(&region, "current_title_level", "assistant");
  const zc_known revoked[] = {{"current_title_level", assistant}, {"title_revoked", 1}, {NULL, 0}};
  const zc_known targeted[] = {
      {"current_title_level", assistant},
      {"current_title_track", zc_word_index(&region, "current_title_track", "targeted")},
      {"track", zc_word_index(&region, "track", "general")},
      {"months_in_current_title", 30},
      {NULL, 0}};
  CU_ASSERT_EQUAL(fact_worth(&region, "current_title_level", DAY, revoked).hi, 0);
  CU_ASSERT_EQUAL(fact_worth(&region, "other_track_title_level", DAY, targeted).lo, assistant);
  CU_ASSERT_EQUAL(fact_worth(&region, "months_since_other_track_title", DAY, targeted).hi, 30);
  CU_ASSERT_EQUAL(fact_worth(&region, "other_track_title_level", DAY, NULL).lo, 0);
  CU_ASSERT_NOT_EQUAL(region.derived_when[ZC_F_other_track_title_level], ZC_NO_NODE);
  CU_ASSERT_EQUAL(region.derived_when[ZC_F_education], ZC_NO_NODE);
  zc_slot division = fact_worth(&region, "unit_division", DAY, NULL);
  CU_ASSERT_EQUAL(division.lo, region.division_lo);
  CU_ASSERT_EQUAL(division.hi, region.division_hi);
  zc_region_free(&region);
}

static void a_function_reads_what_rules_read(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known five[] = {{"test.bare", 5}, {NULL, 0}}, four[] = {{"test.bare", 4}, {NULL, 0}};
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.rules[0].holds, DAY, five), 1);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.rules[0].holds, DAY, four), 0);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.rules[0].holds, DAY, NULL), -1);
  zc_region_free(&region);
}

static void the_counting_day_is_an_expression(void) {
  zc_region_plugin counted = plugin;
  zc_region region;
  zc_test_region(&region, &counted);
  zc_slot day = zc_node_worth(&region, region.counting_days[ZC_Q_ASSESS], DAY, NULL);
  zc_slot as_of = zc_node_worth(&region, zc_node_as_of(&region.program), DAY, NULL);
  CU_ASSERT_EQUAL(day.lo, as_of.lo);
  zc_region_free(&region);
  counted.counting_day = "if as_of >= 2024-01-01 then 2024-06-29 else as_of";
  counted.counting_clause = "x";
  zc_test_region(&region, &counted);
  zc_day deadline = 0;
  zc_day_parse("2024-06-29", &deadline);
  CU_ASSERT_EQUAL(zc_node_worth(&region, region.counting_days[ZC_Q_ASSESS], DAY, NULL).hi,
                  deadline);
  CU_ASSERT_EQUAL(zc_node_worth(&region, region.counting_days[ZC_Q_ASSESS], "2023-12-31", NULL).hi,
                  deadline - 181);
  zc_region_free(&region);
}

static void a_counting_day_without_a_value_is_the_day_asked_about(void) {
  static const zc_parameter due[] = {
      {ZC_ROW, .name = "due", .type = ZC_DATE, .label = {.zh = "截止日"}, .optional = 1}};
  static const zc_chapter chapter_with_due = {.parameters = ZC_TABLE(due)};
  static const zc_chapter *const list[] = {&chapter_with_due};
  static const char *const texts[] = {"due", "if as_of >= 2024-01-01 then due else as_of",
                                      "max(due, 2024-01-01)"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    zc_region_plugin counted = ZC_TEST_PLUGIN(list);
    zc_region region;
    counted.counting_day = texts[i];
    zc_test_region(&region, &counted);
    zc_slot as_of = zc_node_worth(&region, zc_node_as_of(&region.program), DAY, NULL);
    zc_slot day = zc_node_worth(&region, region.counting_days[ZC_Q_ASSESS], DAY, NULL);
    CU_ASSERT(i == 2 || (day.lo == as_of.lo && day.hi == as_of.lo));
    CU_ASSERT(day.lo > ZC_DAY_MIN);
    zc_region_free(&region);
  }
}

static void no_degree_is_taken_where_the_education_given_is_below_bachelor(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  zc_node_id degree = region.fact_nodes[ZC_F_degree];
  const zc_known college[] = {{"education", zc_word_index(&region, "education", "junior_college")},
                              {NULL, 0}};
  const zc_known bachelor[] = {{"education", zc_word_index(&region, "education", "bachelor")},
                               {NULL, 0}};
  CU_ASSERT_EQUAL(zc_node_worth(&region, degree, DAY, college).hi, 0);
  CU_ASSERT_EQUAL(zc_node_worth(&region, degree, DAY, bachelor).hi, 3);
  CU_ASSERT_EQUAL(zc_node_worth(&region, degree, DAY, NULL).hi, 3);
  zc_region_free(&region);
}

/* ---- what is refused ---- */

static void circles_and_unknown_names_are_reported(void) {
  static const zc_fact_row wrong[] = {
      {ZC_ROW, .name = "test.a", .type = ZC_INT, .max = 9, .assumed = "test.b", LABEL},
      {ZC_ROW, .name = "test.b", .type = ZC_INT, .max = 9, .assumed = "test.a", LABEL},
      {ZC_ROW, .name = "test.c", .type = ZC_INT, .max = 9, .assumed = "true", LABEL},
      {ZC_ROW, .name = "test.d", .type = ZC_INT, .max = 9, .assumed = "test.high", LABEL},
  };
  static const zc_derivation lost[] = {
      {ZC_ROW, .fact = "eductaion", .value = "education"},
      {ZC_ROW, .fact = "education", .value = "education", .clause = "y"},
  };
  static const zc_function wrong_functions[] = {
      {ZC_ROW, .name = "sum", .reads = "educaton", .type = ZC_ENUM, .min = 3, .call = add_up},
      {ZC_ROW, .name = "test.a", .reads = "education", .type = ZC_INT, .min = 3, .call = add_up},
      {ZC_ROW, .name = "test.high", .reads = "education", .type = ZC_INT, .min = 3, .call = add_up},
      {ZC_ROW, .name = "test.none", .reads = "education", .type = ZC_INT},
  };
  static const zc_chapter bad = {.facts = ZC_TABLE(wrong),
                                 .derivations = ZC_TABLE(lost),
                                 .functions = ZC_TABLE(wrong_functions)};
  static const zc_chapter *const list[] = {&bad};
  zc_region_plugin bad_plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {
      "test.a, value: what stands in for this fact depends on the fact itself",
      "test.c, assumed: ",
      "eductaion, fact: there is no fact 'eductaion'; did you mean 'education'?",
      "education, clause: there is no clause 'y'",
      "sum, name: the name of a function begins with the region id 'test'",
      "sum, reads: there is no fact 'educaton'",
      "sum, type: the type is 4",
      "test.a, name: 'test.a' is already the name of a fact",
      "test.a, min: the unit 0 or the range is wrong",
      "test.high, min: the unit 0 or the range is wrong",
      "test.none, call: is missing",
      "test, counting_clause: there is no clause 'z'",
      "error: test, counting_day: ",
  };
  bad_plugin.counting_clause = "z";
  bad_plugin.counting_day = "true";
  char *text = zc_test_refusal(&bad_plugin, NULL, ZC_LANG_EN);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    zc_test_contains(text, parts[i]);
  zc_free(text);
}

void test_compile_facts(CU_pSuite suite) {
  CU_add_test(suite, "a counting day without a value is the day asked about",
              a_counting_day_without_a_value_is_the_day_asked_about);
  CU_add_test(suite, "no degree is taken where the education as given is below bachelor",
              no_degree_is_taken_where_the_education_given_is_below_bachelor);
  CU_add_test(suite, "an assumed value sees what rules read for the facts it names",
              assumed_values_stand_on_one_another);
  CU_add_test(suite, "a derivation is in force with the document of its clause",
              a_derivation_holds_while_its_document_does);
  CU_add_test(suite, "shared facts are assumed, derived and revised as the vocabulary says",
              shared_facts_take_what_the_vocabulary_says);
  CU_add_test(suite, "a function of the plugin reads the facts as rules do",
              a_function_reads_what_rules_read);
  CU_add_test(suite, "months are counted to the day that the region's expression gives",
              the_counting_day_is_an_expression);
  CU_add_test(suite, "facts that stand on themselves and names that nobody knows are reported",
              circles_and_unknown_names_are_reported);
}
