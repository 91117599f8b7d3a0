/* SPDX-License-Identifier: Apache-2.0 */
/* Answers to other questions that conditions name (core/compile/answers.c), and effects tied to a
 * conversion's result. */
#include "base/memory.h"
#include "nodes.h"
#include "support/region.h"
#include "tests.h"

#define DAY    "2024-06-01"
#define BEFORE "2019-12-31"
#define TEXT   .text = {.zh = "一句话。"}

static const zc_document documents[] = {
    {ZC_ROW, .id = "d", .number = "一号", .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
     .from = "2020-01-01"},
};
static const zc_clause clauses[] = {{ZC_ROW, .id = "x", .document = "d", .clause = "一"}};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}, {ZC_ROW, .track = "general"}};
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "x.unit", .when = "series == health", .grassroots = "unit_level <= township",
     TEXT},
    {ZC_ROW, .id = "x.other", .grassroots = "given(unit_kind) and not unit_agri_subdistrict", TEXT},
};
static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "x.region", .when = "held_title_region != this_region", .otherwise = ZC_REASSESS,
     TEXT},
    {ZC_ROW, .id = "x.move", .when = "purpose == move", .keeps = "destination_is_grassroots",
     .kept = ZC_VALID, .otherwise = ZC_REFUSED, TEXT},
    {ZC_ROW, .id = "x.other", .keeps = "held_title_level <= intermediate and unit_is_grassroots",
     .kept = ZC_VALID, .otherwise = ZC_REASSESS, TEXT},
};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "x.grassroots", .kind = ZC_SCOPE, .needs = "unit_is_grassroots", TEXT},
    {ZC_ROW, .id = "x.base", .kind = ZC_SCOPE, .needs = "current_title_is_base", TEXT},
};
static const zc_effect effects[] = {
    {ZC_ROW, .id = "x.anew", .kind = ZC_EFFECT_NOTICE, .questions = ZC_CONVERT,
     .results = "reassess refused", TEXT},
    {ZC_ROW, .id = "x.any", .kind = ZC_EFFECT_NOTICE, .questions = ZC_CONVERT, TEXT},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .conversions = ZC_TABLE(conversions),
                                   .units = ZC_TABLE(units),
                                   .effects = ZC_TABLE(effects)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

#define WORD(fact, word)                                                                           \
  { fact, zc_word_index(&region, fact, word) }

static int holds(const zc_region *region, const char *rule, const char *day,
                 const zc_known *known) {
  return zc_condition_worth(region, zc_test_rule(region, rule)->holds, day, known);
}

static void a_rule_names_what_the_unit_question_answers(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known clinic[] = {WORD("series", "health"), WORD("unit_level", "village"), {NULL, 0}};
  const zc_known hospital[] = {WORD("series", "health"), WORD("unit_level", "county"), {NULL, 0}};
  CU_ASSERT_EQUAL(holds(&region, "x.grassroots", DAY, clinic), 1);
  CU_ASSERT_EQUAL(holds(&region, "x.grassroots", DAY, hospital), 0);
  CU_ASSERT_EQUAL(holds(&region, "x.grassroots", DAY, NULL), -1);
  zc_region_free(&region);
}

static void the_current_title_is_a_base_while_convert_calls_it_valid(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known valid[] = {WORD("series", "health"),
                            WORD("unit_level", "village"),
                            WORD("current_title_level", "intermediate"),
                            WORD("current_title_track", "targeted"),
                            {NULL, 0}};
  const zc_known high[] = {WORD("series", "health"),
                           WORD("unit_level", "village"),
                           WORD("current_title_level", "deputy_senior"),
                           {NULL, 0}};
  /* The title of the conversion question is another one. */
  const zc_known held[] = {WORD("series", "health"),
                           WORD("unit_level", "village"),
                           WORD("held_title_level", "clerk"),
                           WORD("purpose", "move"),
                           {NULL, 0}};
  CU_ASSERT_EQUAL(holds(&region, "x.base", DAY, valid), 1);
  CU_ASSERT_EQUAL(holds(&region, "x.base", DAY, high), 0);
  CU_ASSERT_EQUAL(holds(&region, "x.base", DAY, held), -1);
  CU_ASSERT_EQUAL(holds(&region, "x.base", BEFORE, valid), -1);
  zc_region_free(&region);
}

static int64_t conversion(const zc_region *region, const zc_known *known) {
  zc_slot worth = zc_node_worth(region, region->conversion_result, DAY, known);
  return worth.lo == worth.hi ? worth.lo : -1;
}

static void in_convert_the_series_is_that_of_the_title_held(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known health[] = {{"held_title_region", 0},
                             WORD("purpose", "move"),
                             WORD("held_title_series", "health"),
                             WORD("series", "agriculture"),
                             WORD("destination_unit_level", "village"),
                             {NULL, 0}};
  const zc_known away[] = {{"held_title_region", 0},
                           WORD("purpose", "move"),
                           WORD("held_title_series", "health"),
                           WORD("unit_level", "village"),
                           WORD("destination_unit_level", "county"),
                           {NULL, 0}};
  CU_ASSERT_EQUAL(conversion(&region, health), ZC_VALID);
  CU_ASSERT_EQUAL(conversion(&region, away), ZC_REFUSED);
  zc_region_free(&region);
}

static void a_destination_is_judged_by_its_own_facts(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  /* What `given` asks of the unit it asks of the destination. */
  const zc_known kind[] = {{"held_title_region", 0},
                           WORD("purpose", "move"),
                           WORD("held_title_series", "agriculture"),
                           WORD("destination_unit_kind", "agricultural_station"),
                           {NULL, 0}};
  const zc_known present[] = {{"held_title_region", 0},
                              WORD("purpose", "move"),
                              WORD("held_title_series", "agriculture"),
                              WORD("unit_kind", "agricultural_station"),
                              {NULL, 0}};
  CU_ASSERT_EQUAL(conversion(&region, kind), ZC_VALID);
  CU_ASSERT_EQUAL(conversion(&region, present), ZC_REFUSED);
  zc_region_free(&region);
}

static void a_finding_shows_the_facts_of_an_answer(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_compiled_rule *rule = zc_test_rule(&region, "x.grassroots");
  CU_ASSERT_EQUAL_FATAL(rule->mention_count, 4);
  CU_ASSERT_EQUAL(rule->mentions[0].fact, ZC_F_series);
  CU_ASSERT_EQUAL(rule->mentions[1].fact, ZC_F_unit_level);
  CU_ASSERT_EQUAL(rule->mentions[2].fact, ZC_F_unit_agri_subdistrict);
  CU_ASSERT_EQUAL(rule->mentions[3].fact, ZC_F_unit_kind);
  CU_ASSERT_EQUAL(rule->mentions[0].form, ZC_NEED_NONE);
  zc_region_free(&region);
}

static void an_effect_is_tied_to_a_result(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_known elsewhere[] = {{"held_title_region", 1}, {NULL, 0}};
  const zc_known kept[] = {{"held_title_region", 0},
                           WORD("purpose", "move"),
                           WORD("held_title_series", "health"),
                           WORD("destination_unit_level", "village"),
                           {NULL, 0}};
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.effects[0].applies, DAY, elsewhere), 1);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.effects[0].applies, DAY, kept), 0);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, region.effects[1].applies, DAY, kept), 1);
  zc_region_free(&region);
}

static void an_answer_never_rests_on_itself(void) {
  static const zc_unit_row own_unit[] = {
      {ZC_ROW, .id = "x.unit", .grassroots = "unit_is_grassroots", TEXT}};
  static const zc_conversion own_title[] = {
      {ZC_ROW, .id = "x.held", .keeps = "current_title_is_base", .kept = ZC_VALID, TEXT}};
  static const zc_effect effects_of_assess[] = {
      {ZC_ROW, .id = "x.effect", .kind = ZC_EFFECT_NOTICE, .results = "valid", TEXT},
      {ZC_ROW, .id = "x.word", .kind = ZC_EFFECT_NOTICE, .questions = ZC_CONVERT,
       .results = "valid good", TEXT}};
  static const zc_chapter bad = {.documents = ZC_TABLE(documents),
                                 .clauses = ZC_TABLE(clauses),
                                 .tracks = ZC_TABLE(tracks),
                                 .units = ZC_TABLE(own_unit),
                                 .conversions = ZC_TABLE(own_title),
                                 .effects = ZC_TABLE(effects_of_assess)};
  static const zc_chapter *const list[] = {&bad};
  static const zc_region_plugin bad_plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {
      "x.unit, grassroots: `unit_is_grassroots` is the answer to another question",
      "x.held, keeps: `current_title_is_base` is the answer to another question",
      "x.effect, results: 'valid': only an effect of ZC_CONVERT alone has a result",
      "x.word, results: there is no result 'good'"};
  char *text = zc_test_refusal(&bad_plugin, NULL, ZC_LANG_EN);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    zc_test_contains(text, parts[i]);
  zc_free(text);
}

static void a_name_of_a_later_minor_gives_way_to_a_parameter(void) {
  static const zc_parameter own[] = {{ZC_ROW, .name = "retired", .type = ZC_INT, .unit = ZC_MONTH,
                                      .label = {.zh = "工龄"}, .optional = 1},
                                     {ZC_ROW, .name = "unit_is_grassroots", .type = ZC_BOOL,
                                      .label = {.zh = "基层"}, .optional = 1}};
  static const zc_rule own_rules[] = {
      {ZC_ROW, .id = "x.own", .kind = ZC_SCOPE,
       .needs = "specialty_months >= retired and unit_is_grassroots", TEXT}};
  static const zc_chapter old = {.documents = ZC_TABLE(documents),
                                 .clauses = ZC_TABLE(clauses),
                                 .tracks = ZC_TABLE(tracks),
                                 .parameters = ZC_TABLE(own),
                                 .rules = ZC_TABLE(own_rules)};
  static const zc_chapter *const list[] = {&old};
  static const char ini[] =
      "[retired]\nsource = 一号\nunit = month\nalways = 24\n[unit_is_grassroots]\n"
      "source = 一号\nalways = true\n";
  zc_region_plugin of_today = ZC_TEST_PLUGIN(list), of_then = of_today;
  zc_region region;
  of_then.abi_minor = 2;
  CU_ASSERT_EQUAL_FATAL(zc_test_region_with(&region, &of_then, ini, NULL, NULL), ZC_OK);
  const zc_known known[] = {{"specialty_months", 24}, {NULL, 0}};
  const zc_known less[] = {{"specialty_months", 23}, {NULL, 0}};
  CU_ASSERT_EQUAL(holds(&region, "x.own", DAY, known), 1);
  CU_ASSERT_EQUAL(holds(&region, "x.own", DAY, less), 0);
  zc_region_free(&region);
  char *text = zc_test_refusal(&of_today, ini, ZC_LANG_EN);
  zc_test_contains(text, "retired, name: is already the name of a fact");
  zc_free(text);
}

void test_compile_answers(CU_pSuite suite) {
  CU_add_test(suite, "a rule names what the unit question answers",
              a_rule_names_what_the_unit_question_answers);
  CU_add_test(suite, "the current title is a base while convert calls it valid",
              the_current_title_is_a_base_while_convert_calls_it_valid);
  CU_add_test(suite, "in convert the series is that of the title held",
              in_convert_the_series_is_that_of_the_title_held);
  CU_add_test(suite, "a destination is judged by its own facts",
              a_destination_is_judged_by_its_own_facts);
  CU_add_test(suite, "a finding shows the facts of an answer",
              a_finding_shows_the_facts_of_an_answer);
  CU_add_test(suite, "an effect is tied to a result", an_effect_is_tied_to_a_result);
  CU_add_test(suite, "an answer never rests on itself", an_answer_never_rests_on_itself);
  CU_add_test(suite, "a name of a later minor ABI gives way to a parameter of an older plugin",
              a_name_of_a_later_minor_gives_way_to_a_parameter);
}
