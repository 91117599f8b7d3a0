/* SPDX-License-Identifier: Apache-2.0 */
/* Conversions, units, effects, steps and prohibitions (core/compile/conversions.c,
 * compile_effects.c, compile_prohibitions.c). */
#include "base/memory.h"
#include "nodes.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define DAY  "2024-06-01"
#define TEXT .text = {.zh = "一句话。"}
#define LAW  .documents = ZC_TABLE(documents), .clauses = ZC_TABLE(clauses)

static const zc_document documents[] = {
    {ZC_ROW, .id = "d", .number = "一号", .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
     .from = "2020-01-01", .until = "2024-12-31"},
};
static const zc_clause clauses[] = {{ZC_ROW, .id = "x", .document = "d", .clause = "一"}};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}, {ZC_ROW, .track = "general"}};

static void check_parts(const zc_chapter *chapter, const char *const *parts) {
  const zc_chapter *const list[] = {chapter};
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  char *text = zc_test_refusal(&plugin, NULL, ZC_LANG_EN);
  for (; *parts; parts++)
    zc_test_contains(text, *parts);
  zc_free(text);
}

/* ---- conversions and units ---- */

static int64_t conversion(const zc_region *region, const zc_known *known) {
  zc_slot worth = zc_node_worth(region, region->conversion_result, DAY, known);
  return worth.lo == worth.hi ? worth.lo : -1;
}

static void the_first_conversion_that_decides_answers(void) {
  static const zc_conversion rows[] = {
      {ZC_ROW, .id = "test.revoked", .when = "title_revoked", .otherwise = ZC_INVALID, TEXT},
      {ZC_ROW, .id = "test.look", .keeps = "destination_grassroots", .kept = ZC_GO_ON,
       .otherwise = ZC_REASSESS, TEXT},
      {ZC_ROW, .id = "test.catalog", .keeps = "unit_in_catalog", .kept = ZC_VALID,
       .otherwise = ZC_REFUSED, TEXT},
  };
  static const zc_chapter chapter = {.conversions = ZC_TABLE(rows)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  static const zc_known revoked[] = {{"title_revoked", 1}, {NULL, 0}};
  static const zc_known away[] = {{"destination_grassroots", 0}, {NULL, 0}};
  static const zc_known here[] = {{"destination_grassroots", 1}, {"unit_in_catalog", 1}, {NULL, 0}};
  static const zc_known out[] = {{"destination_grassroots", 1}, {"unit_in_catalog", 0}, {NULL, 0}};
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL(conversion(&region, revoked), ZC_INVALID);
  CU_ASSERT_EQUAL(conversion(&region, away), ZC_REASSESS);
  CU_ASSERT_EQUAL(conversion(&region, here), ZC_VALID);
  CU_ASSERT_EQUAL(conversion(&region, out), ZC_REFUSED);
  CU_ASSERT_EQUAL(conversion(&region, NULL), -1);
  CU_ASSERT_EQUAL(region.conversion_count, 3);
  CU_ASSERT_STRING_EQUAL(region.conversions[0].kind, "conversion");
  CU_ASSERT_EQUAL(region.conversions[1].otherwise, ZC_REASSESS);
  zc_region_free(&region);
}

static void no_conversion_leaves_the_question_open(void) {
  static const zc_chapter chapter = {.tracks = ZC_TABLE(tracks)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL(conversion(&region, NULL), ZC_UNDETERMINED);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.unit_result, DAY, NULL), 0);
  zc_region_free(&region);
}

static void the_first_unit_row_that_applies_answers(void) {
  static const zc_unit_row rows[] = {
      {ZC_ROW, .id = "test.health", .when = "series == health", .grassroots = "unit_government_run",
       TEXT},
      {ZC_ROW, .id = "test.rest", .grassroots = "false", TEXT},
  };
  static const zc_chapter chapter = {.units = ZC_TABLE(rows)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_test_region(&region, &plugin);
  int64_t health = zc_word_index(&region, "series", "health");
  const zc_known run[] = {{"series", health}, {"unit_government_run", 1}, {NULL, 0}};
  const zc_known other[] = {{"series", health + 1}, {"unit_government_run", 1}, {NULL, 0}};
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.unit_result, DAY, run), 1);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.unit_result, DAY, other), 0);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.unit_result, DAY, run + 1), -1);
  zc_region_free(&region);
}

static void wrong_conversions_and_units_are_reported(void) {
  static const zc_conversion rows[] = {
      {ZC_ROW, .id = "test.a", .kept = 12, TEXT},
      {ZC_ROW, .id = "test.a", .keeps = "track", .kept = ZC_VALID, TEXT},
  };
  static const zc_unit_row units[] = {{ZC_ROW, .id = "test.u", TEXT},
                                      {ZC_ROW, .id = "y.u", .grassroots = "true", TEXT}};
  static const zc_chapter chapter = {.conversions = ZC_TABLE(rows), .units = ZC_TABLE(units)};
  static const char *const parts[] = {
      "test.a, kept: kept is 12",      "test.a, id: this id is taken",
      ":1: error: test.a, keeps: ",    "test.u, grassroots: is missing",
      "y.u, clauses: cites no clause", NULL};
  check_parts(&chapter, parts);
}

/* ---- effects ---- */

static void an_effect_applies_on_its_tracks_and_days(void) {
  static const zc_effect rows[] = {
      {ZC_ROW, .id = "x.a", .kind = ZC_EFFECT_POST, .tracks = "targeted", .data = "{\"a\": [1]}",
       .shows = "unit_division post_level_before_targeted", TEXT},
      {ZC_ROW, .id = "x.b", .kind = ZC_EFFECT_NOTICE, .questions = ZC_CONVERT | ZC_UNIT,
       .when = "unit_in_catalog", TEXT},
  };
  static const zc_chapter chapter = {LAW, .tracks = ZC_TABLE(tracks), .effects = ZC_TABLE(rows)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known targeted[] = {{"track", zc_word_index(&region, "track", "targeted")}, {NULL, 0}};
  const zc_known listed[] = {{"unit_in_catalog", 1}, {NULL, 0}};
  const zc_compiled_effect *effects = region.effects;
  CU_ASSERT_EQUAL_FATAL(region.effect_count, 2);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, effects[0].applies, DAY, targeted), 1);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, effects[0].applies, "2025-01-01", targeted), 0);
  CU_ASSERT_EQUAL(effects[0].questions, ZC_ASSESS);
  CU_ASSERT_EQUAL(effects[0].show_count, 2);
  CU_ASSERT_STRING_EQUAL(effects[0].kind, "post");
  CU_ASSERT_EQUAL(zc_condition_worth(&region, effects[1].applies, DAY, listed), 1);
  CU_ASSERT_EQUAL(effects[1].questions, ZC_CONVERT | ZC_UNIT);
  zc_region_free(&region);
}

/* A clause may ask for other conditions in each question; in one, the id would not say which row is
 * meant. */
static void effects_of_different_questions_may_share_an_id(void) {
  static const zc_effect shared[] = {
      {ZC_ROW, .id = "x.a", .kind = ZC_EFFECT_POST, .when = "unit_in_catalog", TEXT},
      {ZC_ROW, .id = "x.a", .kind = ZC_EFFECT_POST, .questions = ZC_CONVERT, TEXT},
      {ZC_ROW, .id = "x.a", .kind = ZC_EFFECT_NOTICE, .questions = ZC_UNIT, TEXT},
  };
  static const zc_effect taken[] = {
      {ZC_ROW, .id = "x.a", .kind = ZC_EFFECT_POST, .questions = ZC_CONVERT, TEXT},
      {ZC_ROW, .id = "x.a", .kind = ZC_EFFECT_POST, .questions = ZC_ASSESS | ZC_CONVERT, TEXT},
      {ZC_ROW, .id = "x.b", .kind = ZC_EFFECT_POST, .questions = ZC_ASSESS | ZC_CONVERT, TEXT},
      {ZC_ROW, .id = "x.b", .kind = ZC_EFFECT_POST, .questions = ZC_ASSESS | ZC_CONVERT, TEXT},
  };
  static const zc_chapter fine = {LAW, .effects = ZC_TABLE(shared)};
  static const zc_chapter wrong[] = {{LAW, .effects = {taken, 2, sizeof *taken}},
                                     {LAW, .effects = {taken + 2, 2, sizeof *taken}}};
  static const zc_chapter *const list[] = {&fine};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL(region.effect_count, 3);
  zc_region_free(&region);
  for (int i = 0; i < 2; i++) {
    const zc_chapter *const refused[] = {&wrong[i]};
    const zc_region_plugin other = ZC_TEST_PLUGIN(refused);
    char *text = zc_test_refusal(&other, NULL, ZC_LANG_EN);
    const char *told = strstr(text, "id: this id is taken");
    CU_ASSERT_PTR_NOT_NULL_FATAL(told);
    CU_ASSERT_PTR_NULL(strstr(told + 1, "id: this id is taken")); /* once, not for each question */
    zc_free(text);
  }
}

static void wrong_effects_are_reported(void) {
  static const zc_effect rows[] = {
      {ZC_ROW, .id = "x.a", .data = "[1]", TEXT},
      {ZC_ROW, .id = "x.a", .kind = ZC_EFFECT_FEE, .data = "{\"a\": 1", TEXT},
      {ZC_ROW, .id = "x.b", .kind = ZC_EFFECT_FEE, .questions = 64, .shows = "trak", TEXT},
      {ZC_ROW, .id = "x.c", .kind = ZC_EFFECT_FEE, .questions = ZC_CONVERT, .tracks = "general",
       TEXT},
      {ZC_ROW, .id = "x.d", .kind = ZC_EFFECT_FEE, .data = "{\"a\": 1, \"a\": 2}", TEXT},
  };
  static const zc_chapter chapter = {LAW, .effects = ZC_TABLE(rows)};
  static const char *const parts[] = {"x.a, kind: the effect is of no kind (0)",
                                      "x.a, data: is JSON, but not an object",
                                      "x.a, id: this id is taken",
                                      "x.a, data: is not JSON: ",
                                      "x.b, questions: is 64",
                                      "x.b, shows: there is no fact 'trak'; did you mean 'track'?",
                                      "x.c, tracks: 'general': only answers to ZC_ASSESS",
                                      "x.d, data: is not JSON: duplicate object key",
                                      NULL};
  check_parts(&chapter, parts);
}

/* ---- steps ---- */

static void a_step_is_due_on_a_day_or_from_an_anchor(void) {
  static const zc_parameter parameters[] = {
      {ZC_ROW, .name = "last_day", .type = ZC_DATE, .label = {.zh = "截止日"}, .optional = 1}};
  static const zc_step rows[] = {
      {ZC_ROW, .id = "x.a", .due = "08-31", TEXT},
      {ZC_ROW, .id = "x.b", .due = "last_day", .from_year = 2022, .until_year = 2030,
       .replaces = "x.a", .division = "4512", TEXT},
      {ZC_ROW, .id = "x.c", .anchor = "review_start_date", .offset = -15, .unit = ZC_WORKDAYS,
       TEXT},
  };
  static const zc_chapter chapter = {LAW, .parameters = ZC_TABLE(parameters),
                                     .steps = ZC_TABLE(rows)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_compiled_step *steps = region.steps;
  CU_ASSERT_EQUAL_FATAL(region.step_count, 3);
  CU_ASSERT_EQUAL(steps[0].month, 8);
  CU_ASSERT_EQUAL(steps[0].day, 31);
  CU_ASSERT_EQUAL(steps[0].from_year, 2020);
  CU_ASSERT_EQUAL(steps[0].until_year, 2024);
  CU_ASSERT_STRING_EQUAL(steps[1].parameter->name, "last_day");
  CU_ASSERT_EQUAL(steps[1].until_year, 2030);
  CU_ASSERT_EQUAL_FATAL(steps[1].replaces.count, 1);
  CU_ASSERT_EQUAL(steps[1].replaces.items[0], 0);
  CU_ASSERT_STRING_EQUAL(steps[1].row->division, "4512");
  CU_ASSERT_EQUAL(steps[2].anchor, ZC_F_review_start_date);
  CU_ASSERT_EQUAL(steps[0].anchor, -1);
  zc_region_free(&region);
}

static void wrong_steps_are_reported(void) {
  static const zc_step rows[] = {
      {ZC_ROW, .id = "x.a", .due = "02-30", TEXT},
      {ZC_ROW, .id = "x.b", TEXT},
      {ZC_ROW, .id = "x.c", .anchor = "education", .unit = ZC_DAYS, .replaces = "x.x", TEXT},
      {ZC_ROW, .id = "x.d", .anchor = "meeting_date", .division = "45129", TEXT},
      {ZC_ROW, .id = "x.d", .due = "01-01", .from_year = 2024, .until_year = 2023, TEXT},
  };
  static const zc_chapter chapter = {LAW, .steps = ZC_TABLE(rows)};
  static const char *const parts[] = {"x.a, due: '02-30' is neither a day like 08-31",
                                      "x.b, due: write either `due` or `anchor`",
                                      "x.c, anchor: 'education' is not a date fact",
                                      "x.c, replaces: there is no step 'x.x'",
                                      "x.d, unit: the unit is 0",
                                      "x.d, division: '45129' is not a division; write 2, 4, 6",
                                      "x.d, id: this id is taken",
                                      "x.d, until_year: the last year 2023 is before",
                                      NULL};
  check_parts(&chapter, parts);
}

/* ---- prohibitions ---- */

static const zc_prohibition no_papers[] = {
    {ZC_ROW, .id = "x.no_paper", .tags = "paper project", .tracks = "targeted", TEXT}};
static const zc_fact_row papered[] = {{ZC_ROW, .name = "test.points", .type = ZC_INT,
                                       .unit = ZC_PIECE, .max = 100,
                                       .assumed = "min(paper_count, 100)", .label = {.zh = "分"}}};

static void no_deciding_rule_reads_a_forbidden_fact(void) {
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "x.direct", .kind = ZC_SCOPE, .needs = "ethics_passed and paper_count >= 1",
       TEXT},
      {ZC_ROW, .id = "x.default", .kind = ZC_SCOPE, .when = "test.points >= 3",
       .needs = "urban_unit", TEXT},
      {ZC_ROW, .id = "x.waiver", .kind = ZC_WAIVER, .needs = "project_count >= 1",
       .waives = "x.direct", TEXT},
  };
  static const zc_line lines[] = {{ZC_ROW, .when = "impact_factor >= 5", .education = "doctor"}};
  static const zc_route routes[] = {
      {ZC_ROW, .id = "x.route", .rank = ZC_RANK_BASELINE, .lines = ZC_TABLE(lines), TEXT}};
  static const zc_chapter chapter = {LAW,
                                     .facts = ZC_TABLE(papered),
                                     .tracks = ZC_TABLE(tracks),
                                     .rules = ZC_TABLE(rules),
                                     .routes = ZC_TABLE(routes),
                                     .prohibitions = ZC_TABLE(no_papers)};
  static const char *const parts[] = {
      "x.direct, needs: reads 'paper_count' (tag paper), which x.no_paper forbids",
      "x.default, when: reads 'paper_count'",
      "x.waiver, needs: reads 'project_count' (tag project)",
      "x.route, lines and needs: reads 'impact_factor'",
      "rows_test.c:",
      NULL};
  check_parts(&chapter, parts);
}

static void a_prohibition_guards_its_tracks_and_days(void) {
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "x.general", .kind = ZC_SCOPE, .tracks = "general",
       .needs = "paper_count >= 1", TEXT},
      {ZC_ROW, .id = "x.later", .kind = ZC_SCOPE, .from = "2025-01-01", .until = "ever",
       .needs = "paper_count >= 1", TEXT},
      {ZC_ROW, .id = "x.prize", .kind = ZC_SCOPE, .needs = "award_count >= 1", TEXT},
  };
  static const zc_chapter chapter = {LAW, .tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(rules),
                                     .prohibitions = ZC_TABLE(no_papers)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  static const zc_prohibition unknown_tag[] = {{ZC_ROW, .id = "x.tag", .tags = "papers", TEXT}};
  static const zc_chapter wrong = {LAW, .prohibitions = ZC_TABLE(unknown_tag)};
  static const char *const parts[] = {
      "x.tag, tags: no fact carries the tag 'papers'; did you mean 'paper'?", NULL};
  zc_region region;
  zc_test_region(&region, &plugin);
  zc_region_free(&region);
  check_parts(&wrong, parts);
}

void test_compile_rows(CU_pSuite suite) {
  CU_add_test(suite, "the first conversion that applies and decides gives the result",
              the_first_conversion_that_decides_answers);
  CU_add_test(suite, "without conversions the result is undetermined",
              no_conversion_leaves_the_question_open);
  CU_add_test(suite, "the first unit row that applies says whether the unit is grassroots",
              the_first_unit_row_that_applies_answers);
  CU_add_test(suite, "wrong conversions and units are reported",
              wrong_conversions_and_units_are_reported);
  CU_add_test(suite, "effects of different questions may share an id",
              effects_of_different_questions_may_share_an_id);
  CU_add_test(suite, "an effect applies on its tracks and days, and to its questions",
              an_effect_applies_on_its_tracks_and_days);
  CU_add_test(suite, "wrong effects are reported", wrong_effects_are_reported);
  CU_add_test(suite, "a step is due on a day of the year, by a parameter or from an anchor",
              a_step_is_due_on_a_day_or_from_an_anchor);
  CU_add_test(suite, "wrong steps are reported", wrong_steps_are_reported);
  CU_add_test(suite, "a rule that decides reads no forbidden fact, directly or through a default",
              no_deciding_rule_reads_a_forbidden_fact);
  CU_add_test(suite, "a prohibition guards its own tracks, days and tags",
              a_prohibition_guards_its_tracks_and_days);
}
