/* SPDX-License-Identifier: Apache-2.0 */
/* The analysis of rules (core/engine/analyse.h): each class by a plugin that has it
 * (tests/bad_plugins/flaw_*), then what is no flaw although it looks like one. */
#include "base/memory.h"
#include "engine/analyse.h"
#include "host/host.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define TEXT .text = {.zh = "一句话。"}

/* ---- one plugin for each class ---- */

typedef struct expected {
  const char *folder, *rule, *finding;
  uint32_t line;
  const char *facts; /* of the example, "name=value" with blanks between; NULL: no example */
  int state;
  const char *other;
  int other_state;
  int is_accepted;
} expected;

#define ALL "flaw_"
static const expected all[] = {
    {ALL "always_true", "north.ethics.months", "always_true", 6,
     "track=targeted current_title_level=clerk", ZC_MET, NULL, 0, 0},
    {ALL "always_false", "north.ethics.study", "always_false", 6,
     "track=targeted target_level=clerk", ZC_UNMET, NULL, 0, 0},
    {ALL "never_applies", "north.ethics.senior", "never_applies", 6,
     "track=targeted target_level=clerk", ZC_NOT_APPLICABLE, NULL, 0, 0},
    {ALL "lifts_nothing", "north.ethics.waiver", "lifts_nothing", 6,
     "track=targeted urban_unit=true ethics_passed=true", ZC_MET, NULL, 0, 0},
    {ALL "shadowed", "north.ethics.weaker", "shadowed_by:north.ethics", 6,
     "track=targeted ethics_passed=false", ZC_UNMET, "north.ethics", ZC_UNMET, 0},
    {ALL "shadowed", "north.ethics.either", "shadowed_by:north.ethics+north.ethics.study", 10, NULL,
     ZC_UNMET, NULL, ZC_UNMET, 0},
    {ALL "contained", "north.ethics.long", "contained_in:north.ethics.short", 8,
     "track=targeted specialty_months=24 urban_unit=true", ZC_MET, "north.ethics.short", ZC_MET, 0},
    {ALL "contradicts", "north.ethics.low", "contradicts:north.ethics.high", 8,
     "track=targeted target_level=clerk education=none", ZC_MET, "north.ethics.high", ZC_UNMET, 0},
    {ALL "contradicts", "north.ethics.route", "contradicts:north.ethics.high", 12,
     "track=targeted target_level=clerk education=junior_college", ZC_MET, "north.ethics.high",
     ZC_UNMET, 0},
    {ALL "constant_test", "north.ethics.months",
     "constant_test:months_in_current_title >= 0 months", 6, "track=targeted urban_unit=true",
     ZC_MET, NULL, 0, 0},
    {ALL "constant_test", "north.ethics.months", "constant_test:specialty_months > 1200 months", 6,
     "track=targeted urban_unit=true", ZC_MET, NULL, 0, 0},
    {ALL "unread_fact", "north.herd", "unread_fact", 6, "north.herd=500", ZC_MET, NULL, 0, 0},
    {ALL "unused_parameter", "north_months", "unused_parameter", 9, NULL, 0, NULL, 0, 0},
    {ALL "acceptance", "north.ethics.weaker", "shadowed_by:north.ethics", 6,
     "track=targeted ethics_passed=false", ZC_UNMET, "north.ethics", ZC_UNMET, 1},
    {ALL "acceptance", "north.ethics", "always_true", 12, NULL, 0, NULL, 0, 0},
};
#define COUNT (sizeof all / sizeof all[0])

static const zc_flaw *find(const zc_analysis *a, const char *rule, const char *finding) {
  for (uint32_t i = 0; i < a->count; i++)
    if (strcmp(a->flaws[i].rule, rule) == 0 && strcmp(a->flaws[i].finding, finding) == 0)
      return &a->flaws[i];
  return NULL;
}

static void expect_facts(const zc_analysis *a, const zc_flaw_person *p, const char *wanted) {
  zc_buffer text = {0};
  for (uint32_t i = 0; i < p->fact_count; i++)
    zc_buffer_printf(&text, "%s%s=%s", i ? " " : "",
                     a->region->vocabulary.facts[p->facts[i].fact].name, p->facts[i].text);
  const char *found = zc_buffer_text(&text);
  CU_ASSERT_PTR_NOT_NULL_FATAL(found);
  if (strcmp(found, wanted) != 0)
    printf("\nwanted %s\nfound  %s\n", wanted, found);
  CU_ASSERT_STRING_EQUAL(found, wanted);
  zc_buffer_free(&text);
}

/* Asks the engine about the example again. */
static void expect_states(const zc_analysis *a, const zc_flaw *flaw) {
  const zc_flaw_person *p = flaw->person;
  zc_workspace *ws = zc_workspace_new(a->region);
  zc_facts facts;
  const zc_answer *answer = NULL;
  int seen = 0;
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&facts, &a->region->vocabulary, NULL), ZC_OK);
  CU_ASSERT_PTR_NOT_NULL_FATAL(ws);
  for (uint32_t i = 0; i < p->fact_count; i++) {
    char setting[128];
    const char *list[] = {setting};
    snprintf(setting, sizeof setting, "%s=%s", a->region->vocabulary.facts[p->facts[i].fact].name,
             p->facts[i].text);
    CU_ASSERT_EQUAL(zc_facts_set(&facts, list, 1, NULL), ZC_OK);
  }
  CU_ASSERT_EQUAL_FATAL(zc_ask(ws, flaw->question, &facts, p->as_of, 0, &answer, NULL), ZC_OK);
  for (uint32_t i = 0; i < answer->finding_count; i++) {
    const zc_finding *f = &answer->findings[i];
    if (strcmp(f->rule->id, flaw->rule) == 0) {
      CU_ASSERT_EQUAL(f->state, p->state);
      seen++;
    } else if (p->other && strcmp(f->rule->id, p->other) == 0) {
      CU_ASSERT_EQUAL(f->state, p->other_state);
      seen++;
    }
  }
  CU_ASSERT_EQUAL(seen, 1 + (p->other != NULL));
  zc_facts_free(&facts);
  zc_workspace_free(ws);
}

static void expect_flaw(const zc_analysis *a, const expected *e) {
  char file[128];
  const zc_flaw *flaw = find(a, e->rule, e->finding);
  if (!flaw) {
    printf("\n%s: %s is not found\n", e->folder, e->finding);
    CU_FAIL("a flaw is not found");
    return;
  }
  snprintf(file, sizeof file, "tests/bad_plugins/%s/north.c", e->folder);
  CU_ASSERT_STRING_EQUAL(flaw->at.file, file);
  CU_ASSERT_EQUAL(flaw->at.line, e->line);
  CU_ASSERT_EQUAL(flaw->acceptance != NULL, e->is_accepted);
  if (e->facts) {
    CU_ASSERT_PTR_NOT_NULL_FATAL(flaw->person);
    CU_ASSERT_EQUAL((int)flaw->person->state, e->state);
    expect_facts(a, flaw->person, e->facts);
  }
  if (e->other) {
    CU_ASSERT_PTR_NOT_NULL_FATAL(flaw->person->other);
    CU_ASSERT_STRING_EQUAL(flaw->person->other, e->other);
    CU_ASSERT_EQUAL((int)flaw->person->other_state, e->other_state);
  }
  if (flaw->person && flaw->question != ZC_Q_CALENDAR)
    expect_states(a, flaw);
}

static uint32_t of_folder(const char *folder) {
  uint32_t count = 0;
  for (size_t i = 0; i < COUNT; i++)
    count += strcmp(all[i].folder, folder) == 0;
  return count;
}

static void each_class_is_found_where_it_is(void) {
  for (size_t i = 0; i < COUNT; i++) {
    char path[256];
    zc_region region;
    zc_analysis analysis;
    snprintf(path, sizeof path, ZC_BUILD_DIR "/bad_plugins/%s/north.so", all[i].folder);
    CU_ASSERT_EQUAL_FATAL(zc_region_load(&region, path, NULL, NULL), ZC_OK);
    CU_ASSERT_EQUAL_FATAL(zc_analyse(&analysis, &region), ZC_OK);
    expect_flaw(&analysis, &all[i]);
    CU_ASSERT_EQUAL(analysis.count, of_folder(all[i].folder));
    CU_ASSERT_EQUAL(analysis.inexact_count, 0);
    zc_analysis_free(&analysis);
    zc_region_free(&region);
  }
}

/* ---- regions made in memory ---- */

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

/* The region of one chapter, analysed; fails where a section was too large. */
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
    if (!find(&analysis, wanted[2 * count], wanted[2 * count + 1])) {
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
      {ZC_ROW, .id = "test.a.first", .when = "purpose in {stay, move}", .kept = ZC_VALID,
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
  static const char *const wanted[] = {"test.a.second",
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
  const zc_flaw *flaw = find(&analysis, "test.a.months", "always_true");
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
  CU_ASSERT_PTR_NOT_NULL(find(&analysis, "test.a.weaker", "shadowed_by:test.a.one"));
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

static void memory_that_runs_out_is_told(void) {
  zc_region region;
  zc_analysis analysis;
  CU_ASSERT_EQUAL_FATAL(
      zc_region_load(&region, ZC_BUILD_DIR "/bad_plugins/flaw_shadowed/north.so", NULL, NULL),
      ZC_OK);
  zc_memory_fail(0, 0);
  CU_ASSERT_EQUAL(zc_analyse(&analysis, &region), ZC_OK);
  unsigned long count = zc_memory_count();
  zc_analysis_free(&analysis);
  CU_ASSERT(count > 20);
  for (unsigned long nth = 1; nth <= count; nth++) {
    zc_memory_fail(nth, 1);
    zc_status status = zc_analyse(&analysis, &region);
    zc_memory_fail(0, 0);
    if (status != ZC_NO_RESOURCE)
      printf("\nallocation %lu of %lu\n", nth, count);
    CU_ASSERT_EQUAL(status, ZC_NO_RESOURCE);
    zc_analysis_free(&analysis);
  }
  zc_region_free(&region);
}

void test_engine_analyse(CU_pSuite suite) {
  CU_add_test(suite, "each class of flaws is found in the plugin that has it, with a person",
              each_class_is_found_where_it_is);
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
  CU_add_test(suite, "memory that runs out is told, wherever it does",
              memory_that_runs_out_is_told);
}
