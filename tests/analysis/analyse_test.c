/* SPDX-License-Identifier: Apache-2.0 */
/* The analysis of rules (core/analysis/analyse.h) over small regions: what it finds, and what is no
 * flaw although it looks like one. */
#include "analysis/flaws.h"
#include "support/region.h"
#include "tests.h"

#define TEXT .text = {.zh = "一句话。"}

static const zc_document documents[] = {
    {ZC_ROW, .id = "test-2024", .number = "试〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01", .until = "2025-12-31"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "test.a", .document = "test-2024", .clause = "一"},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}, {ZC_ROW, .track = "general"}};

#define LAW                                                                                        \
  .documents = ZC_TABLE(documents), .clauses = ZC_TABLE(clauses), .tracks = ZC_TABLE(tracks)

/* The region of one chapter, analysed; fails where a view was too large. */
static void analyse(zc_region *region, zc_analysis *analysis, const zc_chapter *chapter) {
  const zc_chapter *const list[] = {chapter};
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  CU_ASSERT_EQUAL_FATAL(zc_test_region(region, &plugin), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_analyse(analysis, region), ZC_OK);
  CU_ASSERT_EQUAL(analysis->inexact_count, 0);
}

/* `wanted`: pairs of rule and finding, ended by NULL; these and no others are found. */
static void expect_all(const zc_chapter *chapter, const char *const *wanted) {
  zc_region region;
  zc_analysis analysis;
  uint32_t count = 0;
  analyse(&region, &analysis, chapter);
  for (; wanted[2 * count]; count++)
    if (!flaw_of(&analysis, wanted[2 * count], wanted[2 * count + 1])) {
      printf("\n%s %s is not found\n", wanted[2 * count], wanted[2 * count + 1]);
      CU_FAIL("a flaw is not found");
    }
  if (analysis.count != count)
    for (uint32_t i = 0; i < analysis.count; i++)
      printf("\nfound %s %s", analysis.flaws[i].rule, analysis.flaws[i].finding);
  CU_ASSERT_EQUAL(analysis.count, count);
  zc_analysis_free(&analysis);
  zc_region_free(&region);
}

static void rows_that_no_question_reaches_are_told(void) {
  static const zc_conversion conversions[] = {
      {ZC_ROW, .id = "test.a.first", .when = "purpose in {employ, move}", .kept = ZC_VALID,
       .otherwise = ZC_REASSESS, .keeps = "urban_unit", TEXT},
      {ZC_ROW, .id = "test.a.second", .when = "purpose == move and urban_unit",
       .keeps = "ethics_passed", .kept = ZC_VALID, .otherwise = ZC_INVALID, TEXT},
      {ZC_ROW, .id = "test.a.third", .when = "purpose == exchange and urban_unit",
       .keeps = "urban_unit or ethics_passed", .kept = ZC_VALID, .otherwise = ZC_INVALID, TEXT},
      {ZC_ROW, .id = "test.a.last", .otherwise = ZC_UNDETERMINED, TEXT},
  };
  static const zc_unit_row units[] = {
      {ZC_ROW, .id = "test.a.town", .when = "unit_level <= township", .grassroots = "true", TEXT},
      {ZC_ROW, .id = "test.a.village", .when = "unit_level == village", .grassroots = "false",
       TEXT},
  };
  static const zc_effect effects[] = {
      {ZC_ROW, .id = "test.a.effect", .kind = ZC_EFFECT_NOTICE,
       .when = "education == doctor and education <= bachelor", TEXT},
  };
  static const zc_chapter chapter = {LAW, .conversions = ZC_TABLE(conversions),
                                     .units = ZC_TABLE(units), .effects = ZC_TABLE(effects)};
  static const char *const wanted[] = {"test.a.first",
                                       "keeps_outside",
                                       "test.a.second",
                                       "shadowed_by:test.a.first",
                                       "test.a.third",
                                       "always_true",
                                       "test.a.village",
                                       "shadowed_by:test.a.town",
                                       "test.a.effect",
                                       "never_applies",
                                       NULL};
  expect_all(&chapter, wanted);
}

static void whether_a_fact_is_given_is_asked_too(void) {
  static const zc_conversion conversions[] = {
      {ZC_ROW, .id = "test.a.told", .when = "given(destination_grassroots)", .kept = ZC_VALID,
       .otherwise = ZC_REASSESS, .keeps = "destination_grassroots", TEXT},
      {ZC_ROW, .id = "test.a.untold", .when = "not given(destination_grassroots)", .kept = ZC_VALID,
       .otherwise = ZC_INVALID, .keeps = "urban_unit", TEXT},
  };
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "test.a.known", .kind = ZC_REQUIREMENT, .when = "known(specialty_months)",
       .needs = "specialty_months >= 12 months", TEXT},
      {ZC_ROW, .id = "test.a.unknown", .kind = ZC_REQUIREMENT,
       .when = "not known(specialty_months)", .needs = "urban_unit", TEXT},
      {ZC_ROW, .id = "test.a.neither", .kind = ZC_REQUIREMENT,
       .when = "not known(specialty_months) and known(specialty_months)", .needs = "urban_unit",
       TEXT},
  };
  static const zc_chapter chapter = {LAW, .rules = ZC_TABLE(rules),
                                     .conversions = ZC_TABLE(conversions)};
  static const char *const wanted[] = {"test.a.neither", "never_applies", NULL};
  expect_all(&chapter, wanted);
}

static void what_the_day_decides_is_no_flaw(void) {
  static const zc_parameter_value values[] = {
      {ZC_ROW, .value = "0", .source = "试〔2024〕1号 一"},
      {ZC_ROW, .from = "2025-01-01", .value = "12", .source = "试〔2024〕1号 一"},
  };
  static const zc_parameter parameters[] = {
      {ZC_ROW, .name = "test_deadline", .type = ZC_DATE, .label = {.zh = "截止日"}, .optional = 1},
      {ZC_ROW, .name = "test_months", .type = ZC_INT, .unit = ZC_MONTH, .label = {.zh = "月数"},
       .values = ZC_TABLE(values)},
  };
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "test.a.begin", .kind = ZC_SCOPE, .from = "ever", .until = "ever",
       .needs = "as_of >= 2024-01-01", TEXT},
      {ZC_ROW, .id = "test.a.deadline", .kind = ZC_DEADLINE, .when = "known(test_deadline)",
       .needs = "application_date <= test_deadline", TEXT},
      {ZC_ROW, .id = "test.a.months", .kind = ZC_REQUIREMENT,
       .needs = "specialty_months >= test_months", TEXT},
  };
  static const zc_chapter chapter = {LAW, .parameters = ZC_TABLE(parameters),
                                     .rules = ZC_TABLE(rules)};
  static const char *const wanted[] = {"test.a.months", "always_true", NULL};
  expect_all(&chapter, wanted);
  zc_region region;
  zc_analysis analysis;
  analyse(&region, &analysis, &chapter);
  const zc_flaw *flaw = flaw_of(&analysis, "test.a.months", "always_true");
  zc_day first, last;
  zc_day_parse("2024-01-01", &first);
  zc_day_parse("2024-12-31", &last);
  CU_ASSERT_PTR_NOT_NULL_FATAL(flaw);
  CU_ASSERT_EQUAL_FATAL(flaw->time_count, 2);
  for (uint32_t i = 0; i < 2; i++) {
    CU_ASSERT_EQUAL(flaw->times[i].from, first);
    CU_ASSERT_EQUAL(flaw->times[i].until, last);
  }
  CU_ASSERT_NOT_EQUAL(flaw->times[0].track, flaw->times[1].track);
  zc_analysis_free(&analysis);
  zc_region_free(&region);
}

static void a_rule_that_a_route_or_waiver_leaves_alone_decides(void) {
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "test.a.degree", .kind = ZC_REQUIREMENT, .needs = "education >= bachelor",
       TEXT},
      /* Implied by the first one, but the route lifts the first one only. */
      {ZC_ROW, .id = "test.a.college", .kind = ZC_REQUIREMENT,
       .needs = "education >= junior_college", TEXT},
      /* The waiver does not reach everybody. */
      {ZC_ROW, .id = "test.a.ethics", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", TEXT},
      {ZC_ROW, .id = "test.a.waiver", .kind = ZC_WAIVER, .needs = "urban_unit",
       .waives = "test.a.ethics", TEXT},
      {ZC_ROW, .id = "test.a.weaker", .kind = ZC_REQUIREMENT,
       .needs = "ethics_passed or specialty_months >= 12 months", TEXT},
  };
  static const zc_route routes[] = {
      {ZC_ROW, .id = "test.a.short", .rank = ZC_RANK_BASELINE, .waives = "test.a.degree",
       .needs = "specialty_months >= 60 months", TEXT},
      /* Longer than the first route, but without its years it asks for the degree. */
      {ZC_ROW, .id = "test.a.young", .rank = ZC_RANK_RELAXED,
       .needs = "specialty_months >= 24 months", TEXT},
  };
  static const zc_chapter chapter = {LAW, .rules = ZC_TABLE(rules), .routes = ZC_TABLE(routes)};
  static const char *const wanted[] = {NULL};
  expect_all(&chapter, wanted);
}

static void a_requirement_that_a_waiver_always_lifts_never_decides(void) {
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "test.a.ethics", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", TEXT},
      {ZC_ROW, .id = "test.a.waiver", .kind = ZC_WAIVER, .needs = "not ethics_passed or urban_unit",
       .waives = "test.a.ethics", TEXT},
  };
  static const zc_chapter chapter = {LAW, .rules = ZC_TABLE(rules)};
  static const char *const wanted[] = {"test.a.ethics", "shadowed_by:test.a.waiver", NULL};
  expect_all(&chapter, wanted);
}

/* Functions are asked about words and bools as they are. */
static zc_value is_two(const zc_value *arguments, uint32_t count) {
  (void)count;
  return (zc_value){arguments[0].value && arguments[1].value,
                    arguments[0].known & arguments[1].known, 0};
}

static void functions_are_looked_through(void) {
  static const zc_function functions[] = {
      {ZC_ROW, .name = "test.both", .reads = "urban_unit ethics_passed", .type = ZC_BOOL,
       .call = is_two},
  };
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "test.a.both", .kind = ZC_REQUIREMENT, .needs = "test.both", TEXT},
      {ZC_ROW, .id = "test.a.one", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", TEXT},
  };
  static const zc_chapter chapter = {LAW, .rules = ZC_TABLE(rules),
                                     .functions = ZC_TABLE(functions)};
  static const char *const wanted[] = {"test.a.one", "shadowed_by:test.a.both", NULL};
  expect_all(&chapter, wanted);
}

/* Nothing can be split where two unknown numbers meet in a function. */
static zc_value sum_of(const zc_value *arguments, uint32_t count) {
  (void)count;
  return (zc_value){arguments[0].value + arguments[1].value,
                    arguments[0].known & arguments[1].known, 0};
}

static void what_cannot_be_split_is_named_and_the_rest_is_analysed(void) {
  static const zc_function functions[] = {
      {ZC_ROW, .name = "test.sum", .reads = "specialty_months township_months", .type = ZC_INT,
       .unit = ZC_MONTH, .min = 0, .max = 2400, .call = sum_of},
  };
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "test.a.sum", .kind = ZC_REQUIREMENT, .needs = "test.sum >= 60 months", TEXT},
      {ZC_ROW, .id = "test.a.one", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", TEXT},
      {ZC_ROW, .id = "test.a.weaker", .kind = ZC_REQUIREMENT,
       .needs = "ethics_passed or urban_unit", TEXT},
      /* What an opaque waiver may lift is not said to hide anything. */
      {ZC_ROW, .id = "test.a.lifted", .kind = ZC_REQUIREMENT, .needs = "frontline_teaching", TEXT},
      {ZC_ROW, .id = "test.a.hidden", .kind = ZC_REQUIREMENT,
       .needs = "frontline_teaching or urban_unit", TEXT},
      {ZC_ROW, .id = "test.a.waiver", .kind = ZC_WAIVER, .needs = "test.sum >= 120 months",
       .waives = "test.a.lifted", TEXT},
  };
  static const zc_chapter chapter = {LAW, .rules = ZC_TABLE(rules),
                                     .functions = ZC_TABLE(functions)};
  const zc_chapter *const list[] = {&chapter};
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_analysis analysis;
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&region, &plugin), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_analyse(&analysis, &region), ZC_OK);
  CU_ASSERT_EQUAL(analysis.count, 1);
  CU_ASSERT_PTR_NOT_NULL(flaw_of(&analysis, "test.a.weaker", "shadowed_by:test.a.one"));
  CU_ASSERT_EQUAL_FATAL(analysis.inexact_count, 4); /* two rules, two tracks */
  for (uint32_t i = 0; i < 4; i++) {
    CU_ASSERT_PTR_NOT_NULL_FATAL(analysis.inexact[i].rule);
    CU_ASSERT_STRING_EQUAL(analysis.inexact[i].rule, i % 2 ? "test.a.waiver" : "test.a.sum");
  }
  zc_analysis_free(&analysis);
  zc_region_free(&region);
}

static void facts_that_are_shown_or_forbidden_are_not_idle(void) {
  static const zc_fact_row facts[] = {
      {ZC_ROW, .name = "test.shown", .type = ZC_BOOL, .label = {.zh = "甲"}},
      {ZC_ROW, .name = "test.papers", .type = ZC_BOOL, .tag = "paper", .label = {.zh = "乙"}},
      {ZC_ROW, .name = "test.idle", .type = ZC_BOOL, .tag = "honour", .label = {.zh = "丙"}},
  };
  static const zc_effect effects[] = {
      {ZC_ROW, .id = "test.a.effect", .kind = ZC_EFFECT_NOTICE, .shows = "test.shown", TEXT},
  };
  static const zc_prohibition prohibitions[] = {
      {ZC_ROW, .id = "test.a", .tags = "paper", TEXT},
  };
  static const zc_chapter chapter = {LAW, .facts = ZC_TABLE(facts), .effects = ZC_TABLE(effects),
                                     .prohibitions = ZC_TABLE(prohibitions)};
  static const char *const wanted[] = {"test.idle", "unread_fact", NULL};
  expect_all(&chapter, wanted);
}

void test_analysis_analyse(CU_pSuite suite) {
  CU_add_test(suite, "conversions, unit rows and effects that no question reaches are told",
              rows_that_no_question_reaches_are_told);
  CU_add_test(suite, "whether a fact is given or known is asked, too",
              whether_a_fact_is_given_is_asked_too);
  CU_add_test(suite, "what a day or a value still to come decides is no flaw, and times are told",
              what_the_day_decides_is_no_flaw);
  CU_add_test(suite, "a rule that decides for those whom a route or waiver frees of another stays",
              a_rule_that_a_route_or_waiver_leaves_alone_decides);
  CU_add_test(suite, "a requirement that a waiver always lifts never decides",
              a_requirement_that_a_waiver_always_lifts_never_decides);
  CU_add_test(suite, "functions of words and bools are looked through",
              functions_are_looked_through);
  CU_add_test(suite, "a rule that cannot be split exactly is named, and the rest is analysed",
              what_cannot_be_split_is_named_and_the_rest_is_analysed);
  CU_add_test(suite, "a fact that is shown, or that a prohibition keeps out of rules, is not idle",
              facts_that_are_shown_or_forbidden_are_not_idle);
}
