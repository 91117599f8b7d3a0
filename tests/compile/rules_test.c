/* SPDX-License-Identifier: Apache-2.0 */
/* Rules, routes and what links them (core/compile/rules.c, compile_routes.c,
 * compile_links.c, compile_tracks.c). */
#include "base/memory.h"
#include "nodes.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define DAY  "2024-06-01"
#define TEXT .text = {.zh = "一句话。"}

static const zc_track tracks[] = {
    {ZC_ROW, .track = "targeted"},
    {ZC_ROW, .track = "general"},
    {ZC_ROW, .track = "farmer", .referral = "test.farmer"},
};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "test.everywhere", .kind = ZC_SCOPE, .needs = "ethics_passed", TEXT},
    {ZC_ROW, .id = "test.targeted", .kind = ZC_CHOICE, .tracks = "targeted",
     .when = "series == health", .needs = "ethics_passed", TEXT},
    {ZC_ROW, .id = "test.always", .kind = ZC_QUOTA, .flags = ZC_BINDS_ALWAYS,
     .needs = "ethics_passed", TEXT},
    {ZC_ROW, .id = "test.newer", .kind = ZC_SCOPE, .from = "2025-01-01",
     .replaces = "test.everywhere", .needs = "unit_government_run", TEXT},
    {ZC_ROW, .id = "test.years", .kind = ZC_WAIVER, .needs = "urban_unit", .months = "12 months",
     .reduces = "*", TEXT},
    {ZC_ROW, .id = "test.contribution", .kind = ZC_WAIVER, .needs = "outstanding_contribution",
     .months = "60 months", .reduces = "ladder", .waives = "test.always", TEXT},
    {ZC_ROW, .id = "test.farmer", .kind = ZC_REFERRAL, .tracks = "farmer", TEXT},
    {ZC_ROW, .id = "test.lock", .kind = ZC_LOCK, .needs = "ethics_passed", TEXT},
    {ZC_ROW, .id = "test.yields", .kind = ZC_SCOPE, .flags = ZC_YIELDS_TO_EXAM,
     .needs = "ethics_passed", TEXT},
    {ZC_ROW, .id = "test.asks", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", TEXT},
};
static const zc_line lines[] = {
    {ZC_ROW, .target = "deputy_senior", .education = "bachelor", .held = "intermediate",
     .fact = "months_in_current_title", .floor = "60 months"},
    {ZC_ROW, .target = "deputy_senior", .education = "doctor"},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "test.late", .rank = ZC_RANK_EXCEPTIONAL, .needs = "outstanding_performance",
     TEXT},
    {ZC_ROW, .id = "test.lines", .rank = ZC_RANK_BASELINE, .lines = ZC_TABLE(lines),
     .group = "ladder", .waives = "test.everywhere test.targeted", TEXT},
    {ZC_ROW, .id = "test.exam", .rank = ZC_RANK_EXAM, .mode = ZC_EXAM, .flags = ZC_EXCLUSIVE,
     .when = "series_exam_mode == exam_only", .needs = "exam_passed", TEXT},
    {ZC_ROW, .id = "test.second", .rank = ZC_RANK_BASELINE, .needs = "outstanding_performance",
     TEXT},
};
static const zc_chapter chapter = {
    .tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(rules), .routes = ZC_TABLE(routes)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

static void routes_are_tried_by_rank(void) {
  static const char *const order[] = {"test.exam", "test.lines", "test.second", "test.late"};
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL_FATAL(region.route_count, 4);
  for (int i = 0; i < 4; i++)
    CU_ASSERT_STRING_EQUAL(region.rules[region.routes[i]].id, order[i]);
  CU_ASSERT_STRING_EQUAL(region.rules[10].id, "test.late");
  CU_ASSERT_STRING_EQUAL(region.rules[10].kind, "route");
  CU_ASSERT_STRING_EQUAL(region.rules[1].kind, "choice");
  zc_region_free(&region);
}

static void a_rule_asks_for_its_tracks_only(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known targeted[] = {{"track", zc_word_index(&region, "track", "targeted")}, {NULL, 0}};
  const zc_known general[] = {{"track", zc_word_index(&region, "track", "general")}, {NULL, 0}};
  const zc_compiled_rule *all = zc_test_rule(&region, "test.everywhere");
  const zc_compiled_rule *one = zc_test_rule(&region, "test.targeted");
  CU_ASSERT_EQUAL(zc_condition_worth(&region, all->in_force, DAY, NULL), 1);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, one->in_force, DAY, NULL), -1);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, one->in_force, DAY, targeted), 1);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, one->in_force, DAY, general), 0);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, one->applies, DAY, targeted), -1);
  zc_region_free(&region);
}

static void a_rule_gives_way_to_the_one_that_replaces_it(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_compiled_rule *old = zc_test_rule(&region, "test.everywhere");
  CU_ASSERT_EQUAL(zc_condition_worth(&region, old->in_force, "2024-12-31", NULL), 1);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, old->in_force, "2025-01-01", NULL), 0);
  zc_region_free(&region);
}

static void an_exclusive_route_leaves_only_what_binds_always(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known exam[] = {
      {"series_exam_mode", zc_word_index(&region, "series_exam_mode", "exam_only")}, {NULL, 0}};
  CU_ASSERT_EQUAL(
      zc_condition_worth(&region, zc_test_rule(&region, "test.always")->applies, DAY, exam), 1);
  CU_ASSERT_EQUAL(
      zc_condition_worth(&region, zc_test_rule(&region, "test.exam")->applies, DAY, exam), 1);
  CU_ASSERT_EQUAL(
      zc_condition_worth(&region, zc_test_rule(&region, "test.everywhere")->applies, DAY, exam), 0);
  CU_ASSERT_EQUAL(
      zc_condition_worth(&region, zc_test_rule(&region, "test.lines")->applies, DAY, exam), 0);
  CU_ASSERT_EQUAL(
      zc_condition_worth(&region, zc_test_rule(&region, "test.lines")->applies, DAY, NULL), 1);
  zc_region_free(&region);
}

/* How a rule applies beside an examination that decides alone, on a track. */
static int beside_exam(const char *rule, uint32_t flags, const char *track) {
  zc_route exam = routes[2];
  exam.flags = flags;
  zc_rule all[ZC_COUNT(rules)];
  memcpy(all, rules, sizeof all);
  all[5].reduces = "*"; /* there is no ladder here */
  const zc_chapter own = {
      .tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(all), .routes = {&exam, 1, sizeof exam}};
  const zc_chapter *const list[] = {&own};
  const zc_region_plugin of_exam = ZC_TEST_PLUGIN(list);
  zc_region region;
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&region, &of_exam), ZC_OK);
  const zc_known known[] = {
      {"series_exam_mode", zc_word_index(&region, "series_exam_mode", "exam_only")},
      {"track", zc_word_index(&region, "track", track)},
      {NULL, 0}};
  int applies = zc_condition_worth(&region, zc_test_rule(&region, rule)->applies, DAY, known);
  zc_region_free(&region);
  return applies;
}

static void where_the_exam_decides_scope_choice_and_lock_bind_on_the_targeted_track(void) {
  const uint32_t decides = ZC_EXCLUSIVE | ZC_EXAM_DECIDES;
  CU_ASSERT_EQUAL(beside_exam("test.everywhere", decides, "targeted"), 1);
  CU_ASSERT_EQUAL(beside_exam("test.lock", decides, "targeted"), 1);
  CU_ASSERT_EQUAL(beside_exam("test.yields", decides, "targeted"), 0);
  CU_ASSERT_EQUAL(beside_exam("test.asks", decides, "targeted"), 0);
  CU_ASSERT_EQUAL(beside_exam("test.everywhere", decides, "general"), 0);
  CU_ASSERT_EQUAL(beside_exam("test.lock", decides, "general"), 0);
  CU_ASSERT_EQUAL(beside_exam("test.everywhere", ZC_EXCLUSIVE, "targeted"), 0);
  CU_ASSERT_EQUAL(beside_exam("test.always", decides, "general"), 1);
}

/* The outcome of the route for a bachelor with some months as intermediate. */
static int ladder(const zc_region *region, int64_t months, int64_t urban, int64_t contribution) {
  const zc_known known[] = {
      {"target_level", zc_word_index(region, "target_level", "deputy_senior")},
      {"education", zc_word_index(region, "education", "bachelor")},
      {"current_title_level", zc_word_index(region, "current_title_level", "intermediate")},
      {"months_in_current_title", months},
      {"urban_unit", urban},
      {"outstanding_contribution", contribution},
      {NULL, 0}};
  return zc_condition_worth(region, zc_test_rule(region, "test.lines")->holds, DAY, known);
}

static void waivers_lower_a_floor_but_not_below_zero(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL(ladder(&region, 60, 0, 0), 1);
  CU_ASSERT_EQUAL(ladder(&region, 59, 0, 0), 0);
  CU_ASSERT_EQUAL(ladder(&region, 48, 1, 0), 1);
  CU_ASSERT_EQUAL(ladder(&region, 47, 1, 0), 0);
  CU_ASSERT_EQUAL(ladder(&region, 0, 1, 1), 1);
  zc_region_free(&region);
}

/* A deputy senior application of somebody with a deputy senior title of one track. */
static int built_on(const char *track, const char *title, uint32_t minor) {
  zc_region_plugin of = plugin;
  zc_region region;
  of.abi_minor = minor;
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&region, &of), ZC_OK);
  const zc_known known[] = {
      {"track", zc_word_index(&region, "track", track)},
      {"target_level", zc_word_index(&region, "target_level", "deputy_senior")},
      {"education", zc_word_index(&region, "education", "bachelor")},
      {"current_title_level", zc_word_index(&region, "current_title_level", "deputy_senior")},
      {"current_title_track", zc_word_index(&region, "current_title_track", title)},
      {"months_in_current_title", 60},
      {NULL, 0}};
  int holds = zc_condition_worth(&region, zc_test_rule(&region, "test.lines")->holds, DAY, known);
  zc_region_free(&region);
  return holds;
}

static void a_targeted_title_of_the_level_stands_for_the_one_below(void) {
  CU_ASSERT_EQUAL(built_on("general", "targeted", ZC_ABI_MINOR), 1);
  CU_ASSERT_EQUAL(built_on("general", "general", ZC_ABI_MINOR), 0);
  CU_ASSERT_EQUAL(built_on("targeted", "targeted", ZC_ABI_MINOR), 0);
  CU_ASSERT_EQUAL(built_on("general", "targeted", 2), 0);
}

static void a_line_shows_what_it_asks(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_compiled_rule *route = zc_test_rule(&region, "test.lines");
  CU_ASSERT_EQUAL_FATAL(route->line_count, 2);
  CU_ASSERT_EQUAL_FATAL(route->lines[0].mention_count, 4);
  CU_ASSERT_EQUAL(route->lines[0].mentions[0].fact, ZC_F_target_level);
  CU_ASSERT_EQUAL(route->lines[0].mentions[0].form, ZC_NEED_EQ);
  CU_ASSERT_EQUAL(route->lines[0].mentions[1].fact, ZC_F_education);
  CU_ASSERT_EQUAL(route->lines[0].mentions[1].form, ZC_NEED_GE);
  CU_ASSERT_EQUAL(route->lines[0].mentions[2].fact, ZC_F_current_title_level);
  CU_ASSERT_EQUAL(route->lines[0].mentions[3].fact, ZC_F_months_in_current_title);
  const zc_known urban[] = {{"urban_unit", 1}, {"outstanding_contribution", 0}, {NULL, 0}};
  CU_ASSERT_EQUAL(zc_node_worth(&region, route->lines[0].mentions[3].value, DAY, urban).lo, 48);
  CU_ASSERT_EQUAL(route->lines[1].mention_count, 2);
  zc_region_free(&region);
}

static void waivers_and_referrals_name_rules_by_index(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_compiled_rule *route = zc_test_rule(&region, "test.lines");
  CU_ASSERT_EQUAL_FATAL(route->waives.count, 2);
  CU_ASSERT_STRING_EQUAL(region.rules[route->waives.items[1]].id, "test.targeted");
  const zc_compiled_rule *waiver = zc_test_rule(&region, "test.contribution");
  CU_ASSERT_EQUAL_FATAL(waiver->waives.count, 1);
  CU_ASSERT_STRING_EQUAL(region.rules[waiver->waives.items[0]].id, "test.always");
  CU_ASSERT_EQUAL_FATAL(region.track_count, 3);
  CU_ASSERT_EQUAL_FATAL(region.tracks[2].referral, 6);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.rules[6].holds, DAY, NULL), -1);
  zc_region_free(&region);
}

/* ---- what is refused ---- */

static void wrong_rules_are_all_reported(void) {
  static const zc_rule wrong[] = {
      {ZC_ROW, .id = "test.a", .needs = "ethics_passed", TEXT},
      {ZC_ROW, .id = "test.a", .kind = ZC_SCOPE, TEXT},
      {ZC_ROW, .id = "test.b", .kind = ZC_WAIVER, .needs = "ethics_passed", TEXT},
      {ZC_ROW, .id = "test.c", .kind = ZC_WAIVER, .needs = "ethics_passed", .months = "1 month",
       TEXT},
      {ZC_ROW, .id = "test.d", .kind = ZC_SCOPE, .needs = "ethics_passed", .waives = "test.a",
       TEXT},
      {ZC_ROW, .id = "test.e", .kind = ZC_SCOPE, .needs = "ethics_pased", .tracks = "target", TEXT},
      {ZC_ROW, .id = "test.f", .kind = ZC_WAIVER, .needs = "ethics_passed",
       .waives = "test.x test.b", TEXT},
      {ZC_ROW, .id = "test.g", .kind = ZC_SCOPE, .needs = "ethics_passed", .replaces = "test.y"},
      {ZC_ROW, .id = "Test.H", .kind = ZC_SCOPE, .needs = "ethics_passed", TEXT},
      {ZC_ROW, .kind = ZC_SCOPE, .needs = "ethics_passed", TEXT},
  };
  static const zc_chapter bad = {.tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(wrong)};
  static const zc_chapter *const list[] = {&bad};
  static const zc_region_plugin bad_plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {
      "test.a, kind: the rule is of no kind (0)",
      "test.a, id: this id is taken by the row at tests/compile/rules_test.c:",
      "test.a, needs: is missing",
      "test.b, waives: this waiver lifts nothing",
      "test.c, reduces: reduces is missing",
      "test.d, waives: only a rule of kind ZC_WAIVER",
      "test.e, needs: ",
      "ethics_passed",
      "test.e, tracks: there is no track 'target'; did you mean 'targeted'?",
      "test.f, waives: there is no rule 'test.x'",
      "test.f, waives: 'test.b' is a route or a waiver",
      "test.g, replaces: there is no rule 'test.y'",
      "test.g, text.zh: is missing",
      "'Test.H' is not an id",
      "rules, id: is missing",
      "farmer, referral: there is no rule 'test.farmer'",
  };
  char *text = zc_test_refusal(&bad_plugin, NULL, ZC_LANG_EN);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    zc_test_contains(text, parts[i]);
  zc_free(text);
}

static void wrong_routes_are_all_reported(void) {
  static const zc_line wrong_lines[] = {
      {ZC_ROW, .target = "none", .education = "bachelors"},
      {ZC_ROW, .fact = "paper_count", .floor = "3 months"},
      {ZC_ROW, .fact = "months_in_title", .floor = "3 hours"},
      {ZC_ROW, .floor = "3 months"},
  };
  static const zc_route wrong[] = {
      {ZC_ROW, .id = "test.a", .rank = ZC_RANK_BASELINE, .lines = ZC_TABLE(wrong_lines), TEXT},
      {ZC_ROW, .id = "test.b", .mode = 9, .flags = 8, TEXT},
      {ZC_ROW, .id = "test.c", .rank = ZC_RANK_BASELINE, .needs = "true", .replaces = "test.d",
       TEXT},
      {ZC_ROW, .id = "test.d", .rank = ZC_RANK_BASELINE, .needs = "true", .replaces = "test.c",
       TEXT},
  };
  static const zc_rule waiver[] = {{ZC_ROW, .id = "test.w", .kind = ZC_WAIVER, .needs = "true",
                                    .months = "1 month", .reduces = "test.e", TEXT}};
  static const zc_chapter bad = {.rules = ZC_TABLE(waiver), .routes = ZC_TABLE(wrong)};
  static const zc_chapter *const list[] = {&bad};
  static const zc_region_plugin bad_plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {
      "test.a, target: 'none' is no word of target_level",
      "test.a, education: 'bachelors' is no word of education; did you mean 'bachelor'?",
      "test.a, fact: 'paper_count' is not counted in months",
      "test.a, fact: there is no fact 'months_in_title'",
      "error: test.a, floor: ",
      "test.a, fact: fact is missing",
      "test.b, rank: the rank is 0",
      "test.b, mode: the mode is 9",
      "test.b, flags: the flags 8",
      "test.b, lines: the route has neither lines nor needs",
      "replaces: rule 'test.c' replaces itself",
      "test.w, reduces: there is no route with the id or group 'test.e'",
  };
  char *text = zc_test_refusal(&bad_plugin, NULL, ZC_LANG_EN);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    zc_test_contains(text, parts[i]);
  zc_free(text);
}

void test_compile_rules(CU_pSuite suite) {
  CU_add_test(suite, "a targeted title of the level applied for stands for the one below it",
              a_targeted_title_of_the_level_stands_for_the_one_below);
  CU_add_test(suite, "where the exam decides, scope, choice and lock bind on the targeted track",
              where_the_exam_decides_scope_choice_and_lock_bind_on_the_targeted_track);
  CU_add_test(suite, "routes are tried by rank, then in the order of the tables",
              routes_are_tried_by_rank);
  CU_add_test(suite, "a rule is in force on its tracks, and one of every track asks for none",
              a_rule_asks_for_its_tracks_only);
  CU_add_test(suite, "a rule is not in force while one that replaces it is",
              a_rule_gives_way_to_the_one_that_replaces_it);
  CU_add_test(suite, "where an exclusive route applies, only rules that bind always apply",
              an_exclusive_route_leaves_only_what_binds_always);
  CU_add_test(suite, "waivers that are met lower a floor, each once, and never below zero",
              waivers_lower_a_floor_but_not_below_zero);
  CU_add_test(suite, "a line shows level, education, title held and months, with the lowered floor",
              a_line_shows_what_it_asks);
  CU_add_test(suite, "what waivers lift and where a track is referred to are rules by index",
              waivers_and_referrals_name_rules_by_index);
  CU_add_test(suite, "every rule that is wrong is reported with its field",
              wrong_rules_are_all_reported);
  CU_add_test(suite, "every route that is wrong is reported with its field",
              wrong_routes_are_all_reported);
}
