/* SPDX-License-Identifier: Apache-2.0 */
/* How assess comes to its verdict, on a region of a few rules. */
#include "support/asking.h"
#include "tests.h"

#define DAY "2021-10-15"

static const zc_document documents[] = {
    {ZC_ROW, .id = "d1", .number = "号〔2021〕1号", .title = {"甲", "One"},
     .issuer = {"局", "Office"}, .from = "2021-01-01", .until = "2022-12-31"},
};

static const zc_clause clauses[] = {{ZC_ROW, .id = "t", .document = "d1", .clause = "一"}};

static const zc_track tracks[] = {
    {ZC_ROW, .track = "general", .from = "2021-01-01", .until = "2022-12-31"},
    {ZC_ROW, .track = "targeted"},
    {ZC_ROW, .track = "farmer", .from = "2021-01-01", .until = "2022-12-31",
     .referral = "t.farmer"},
};

#define TEXT .text = {"一句。", "A sentence."}
static const zc_rule rules[] = {
    {ZC_ROW, .id = "t.period", .kind = ZC_SCOPE, .flags = ZC_BINDS_ALWAYS, .tracks = "targeted",
     .from = "ever", .until = "ever", .needs = "as_of >= 2021-01-01", TEXT},
    {ZC_ROW, .id = "t.honest", .kind = ZC_REQUIREMENT, .flags = ZC_BINDS_ALWAYS, .until = "ever",
     .needs = "not integrity_barred", TEXT},
    {ZC_ROW, .id = "t.hours", .kind = ZC_REQUIREMENT, .tracks = "general targeted",
     .needs = "continuing_education_hours >= 90 hours", TEXT},
    {ZC_ROW, .id = "t.posts", .kind = ZC_QUOTA, .tracks = "general targeted",
     .needs = "post_vacancy", TEXT},
    {ZC_ROW, .id = "t.free", .kind = ZC_WAIVER, .tracks = "general targeted", .needs = "urban_unit",
     .waives = "t.hours", TEXT},
    {ZC_ROW, .id = "t.early", .kind = ZC_WAIVER, .tracks = "general targeted",
     .needs = "hardship_area", .months = "12 months", .reduces = "years", TEXT},
    {ZC_ROW, .id = "t.earlier", .kind = ZC_WAIVER, .tracks = "general targeted",
     .needs = "outstanding_contribution", .months = "40 months", .reduces = "t.years", TEXT},
    {ZC_ROW, .id = "t.farmer", .kind = ZC_REFERRAL, .tracks = "farmer", TEXT},
};

static const zc_line years[] = {
    {ZC_ROW, .target = "intermediate", .education = "bachelor", .held = "assistant",
     .fact = "months_in_current_title", .floor = "48 months"},
};

static const zc_route routes[] = {
    /* The order of the table is not that of the ranks. */
    {ZC_ROW, .id = "t.long", .rank = ZC_RANK_EXCEPTIONAL, .tracks = "general targeted",
     .needs = "county_months >= 360 months", .waives = "t.posts", TEXT},
    {ZC_ROW, .id = "t.years", .rank = ZC_RANK_BASELINE, .tracks = "general targeted",
     .lines = ZC_TABLE(years), .group = "years", TEXT},
    {ZC_ROW, .id = "t.trained", .rank = ZC_RANK_RELAXED, .tracks = "general",
     .when = "target_level == clerk", .needs = "specialty_training", TEXT},
    {ZC_ROW, .id = "t.untrained", .rank = ZC_RANK_RELAXED, .tracks = "general",
     .when = "target_level == clerk", .needs = "not specialty_training", TEXT},
    {ZC_ROW, .id = "t.exam", .rank = ZC_RANK_EXAM, .mode = ZC_EXAM, .flags = ZC_EXCLUSIVE,
     .tracks = "general", .when = "series_exam_mode == exam_only", .needs = "exam_passed", TEXT},
};

static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .routes = ZC_TABLE(routes)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

#define GENERAL                                                                                    \
  "track=general target_level=intermediate education=bachelor current_title_level=assistant "
#define HOURS "continuing_education_hours=90 "
#define POSTS "post_vacancy=true "
#define YEARS "months_in_current_title=48 "

static void expect(const zc_answer *answer, zc_verdict verdict, const char *route) {
  CU_ASSERT_EQUAL(answer->verdict, verdict);
  CU_ASSERT_STRING_EQUAL(asking_route(answer), route);
}

static void the_first_route_by_rank_is_named(void) {
  asking a;
  asking_open(&a, &plugin);
  const zc_answer *r = asking_assess(&a, DAY, GENERAL HOURS POSTS YEARS "county_months=360");
  expect(r, ZC_ELIGIBLE, "t.years");
  CU_ASSERT_EQUAL(asking_state(r, "t.long"), ZC_MET);
  expect(asking_assess(&a, DAY, GENERAL HOURS POSTS YEARS "county_months=359"), ZC_ELIGIBLE,
         "t.years");
  r = asking_assess(&a, DAY, GENERAL HOURS POSTS "months_in_current_title=47 county_months=360");
  expect(r, ZC_ELIGIBLE, "t.long");
  CU_ASSERT_EQUAL(asking_state(r, "t.years"), ZC_UNMET);
  expect(asking_assess(&a, DAY, GENERAL HOURS POSTS "months_in_current_title=47 county_months=359"),
         ZC_INELIGIBLE, "");
  asking_close(&a);
}

static void what_a_route_lifts_counts_with_that_route_only(void) {
  asking a;
  asking_open(&a, &plugin);
  const zc_answer *r =
      asking_assess(&a, DAY, GENERAL HOURS YEARS "post_vacancy=false county_months=360");
  expect(r, ZC_ELIGIBLE, "t.long");
  CU_ASSERT_EQUAL(asking_state(r, "t.posts"), ZC_WAIVED);
  CU_ASSERT_EQUAL(asking_state(r, "t.years"), ZC_MET);
  r = asking_assess(&a, DAY, GENERAL HOURS YEARS "post_vacancy=false county_months=359");
  expect(r, ZC_INELIGIBLE, "");
  CU_ASSERT_EQUAL(asking_state(r, "t.posts"), ZC_UNMET);
  /* Whether there is a post does not matter on that route, known or not. */
  r = asking_assess(&a, DAY, GENERAL HOURS "months_in_current_title=47 county_months=360");
  expect(r, ZC_ELIGIBLE, "t.long");
  CU_ASSERT_EQUAL(asking_state(r, "t.posts"), ZC_WAIVED);
  CU_ASSERT_EQUAL(r->missing_count, 0);
  asking_close(&a);
}

static void a_general_waiver_lifts_whatever_the_route(void) {
  asking a;
  char missing[256];
  asking_open(&a, &plugin);
  const zc_answer *r =
      asking_assess(&a, DAY, GENERAL POSTS YEARS "continuing_education_hours=89 urban_unit=true");
  expect(r, ZC_ELIGIBLE, "t.years");
  CU_ASSERT_EQUAL(asking_state(r, "t.hours"), ZC_WAIVED);
  r = asking_assess(&a, DAY, GENERAL POSTS YEARS "urban_unit=true");
  expect(r, ZC_ELIGIBLE, "t.years");
  CU_ASSERT_EQUAL(asking_state(r, "t.hours"), ZC_WAIVED);
  r = asking_assess(&a, DAY, GENERAL POSTS YEARS);
  expect(r, ZC_UNDETERMINED_VERDICT, "");
  CU_ASSERT_EQUAL(asking_state(r, "t.hours"), ZC_UNKNOWN);
  CU_ASSERT_STRING_EQUAL(asking_missing(r, missing), "continuing_education_hours");
  a.strict = 1;
  r = asking_assess(&a, DAY,
                    GENERAL POSTS YEARS "continuing_education_hours=89 "
                                        "integrity_barred=false series_exam_mode=none "
                                        "title_revoked=false county_months=0");
  expect(r, ZC_UNDETERMINED_VERDICT, "");
  CU_ASSERT_STRING_EQUAL(asking_missing(r, missing), "urban_unit");
  asking_close(&a);
}

static void months_off_add_up_and_never_pass_zero(void) {
  asking a;
  asking_open(&a, &plugin);
#define MONTHS(n) GENERAL HOURS POSTS "county_months=0 months_in_current_title=" n " "
  expect(asking_assess(&a, DAY, MONTHS("36") "hardship_area=true"), ZC_ELIGIBLE, "t.years");
  expect(asking_assess(&a, DAY, MONTHS("35") "hardship_area=true"), ZC_INELIGIBLE, "");
  expect(asking_assess(&a, DAY, MONTHS("8") "outstanding_contribution=true"), ZC_ELIGIBLE,
         "t.years");
  expect(asking_assess(&a, DAY, MONTHS("7") "outstanding_contribution=true"), ZC_INELIGIBLE, "");
  expect(asking_assess(&a, DAY, MONTHS("0") "hardship_area=true outstanding_contribution=true"),
         ZC_ELIGIBLE, "t.years");
#undef MONTHS
  asking_close(&a);
}

static void an_exclusive_route_decides_alone(void) {
  asking a;
  asking_open(&a, &plugin);
#define EXAM "track=general series_exam_mode=exam_only "
  const zc_answer *r = asking_assess(&a, DAY, EXAM "exam_passed=true");
  expect(r, ZC_ELIGIBLE, "t.exam");
  CU_ASSERT_EQUAL(r->route->mode, ZC_EXAM);
  CU_ASSERT_EQUAL(asking_state(r, "t.hours"), ZC_NOT_APPLICABLE);
  CU_ASSERT_EQUAL(asking_state(r, "t.years"), ZC_NOT_APPLICABLE);
  CU_ASSERT_EQUAL(asking_state(r, "t.honest"), ZC_MET);
  expect(asking_assess(&a, DAY,
                       GENERAL HOURS POSTS YEARS "series_exam_mode=exam_only exam_passed=false"),
         ZC_INELIGIBLE, "");
  r = asking_assess(&a, DAY, EXAM "exam_passed=true integrity_barred=true");
  expect(r, ZC_INELIGIBLE, "");
  CU_ASSERT_EQUAL(asking_state(r, "t.honest"), ZC_UNMET);
#undef EXAM
  asking_close(&a);
}

static void a_day_without_a_document_is_left_open(void) {
  asking a;
  asking_open(&a, &plugin);
  const zc_answer *r = asking_assess(&a, "2020-12-31", GENERAL HOURS POSTS YEARS);
  expect(r, ZC_UNDETERMINED_VERDICT, "");
  CU_ASSERT_EQUAL(asking_state(r, "no_edition"), ZC_UNKNOWN);
  CU_ASSERT_EQUAL(r->missing_count, 0);
  CU_ASSERT_EQUAL(r->edition_count, 0);
  r = asking_assess(&a, "2023-01-01", GENERAL);
  expect(r, ZC_UNDETERMINED_VERDICT, "");
  CU_ASSERT_EQUAL(asking_state(r, "no_edition"), ZC_UNKNOWN);
  CU_ASSERT_EQUAL(r->missing_count, 0);
  asking_close(&a);
}

static void a_rule_that_always_binds_refuses_on_any_day(void) {
  asking a;
  asking_open(&a, &plugin);
  const zc_answer *r = asking_assess(&a, "2020-12-31", "track=targeted");
  expect(r, ZC_INELIGIBLE, "");
  CU_ASSERT_EQUAL(asking_state(r, "t.period"), ZC_UNMET);
  r = asking_assess(&a, "2023-01-01", "track=general integrity_barred=true");
  expect(r, ZC_INELIGIBLE, "");
  CU_ASSERT_EQUAL(asking_state(r, "t.honest"), ZC_UNMET);
  asking_close(&a);
}

static void a_referral_is_undetermined_with_nothing_missing(void) {
  asking a;
  asking_open(&a, &plugin);
  const zc_answer *r = asking_assess(&a, DAY, "track=farmer");
  expect(r, ZC_UNDETERMINED_VERDICT, "");
  CU_ASSERT_EQUAL(asking_state(r, "t.farmer"), ZC_UNKNOWN);
  CU_ASSERT_EQUAL(r->missing_count, 0);
  CU_ASSERT_EQUAL(asking_state(r, "no_edition"), -1);
  expect(asking_assess(&a, DAY, "track=farmer integrity_barred=true"), ZC_INELIGIBLE, "");
  asking_close(&a);
}

static void a_track_that_the_region_lacks_is_refused(void) {
  asking a;
  asking_open(&a, &plugin);
  const zc_answer *r = asking_assess(&a, DAY, "track=green");
  expect(r, ZC_INELIGIBLE, "");
  CU_ASSERT_EQUAL(asking_state(r, "base.track"), ZC_UNMET);
  asking_close(&a);
}

static void an_unknown_track_is_missing(void) {
  asking a;
  char missing[256];
  asking_open(&a, &plugin);
  const zc_answer *r = asking_assess(
      &a, DAY,
      "target_level=intermediate education=bachelor current_title_level=assistant " HOURS POSTS
          YEARS "county_months=0");
  expect(r, ZC_UNDETERMINED_VERDICT, "");
  CU_ASSERT_EQUAL(asking_state(r, "base.track"), ZC_UNKNOWN);
  CU_ASSERT_STRING_EQUAL(asking_missing(r, missing), "track");
  asking_close(&a);
}

static void what_holds_either_way_is_not_missing(void) {
  asking a;
  asking_open(&a, &plugin);
  const zc_answer *r =
      asking_assess(&a, DAY, "track=general target_level=clerk county_months=0 " HOURS POSTS);
  CU_ASSERT_EQUAL(r->verdict, ZC_ELIGIBLE);
  CU_ASSERT_EQUAL(r->missing_count, 0);
  CU_ASSERT_STRING_EQUAL(asking_route(r), "t.trained");
  CU_ASSERT_EQUAL(asking_state(r, "t.trained"), ZC_UNKNOWN);
  asking_close(&a);
}

/* Routes of any day, which together leave nobody out. */
static const zc_route halves[] = {
    {ZC_ROW, .id = "t.many", .rank = ZC_RANK_BASELINE, .from = "ever", .until = "ever",
     .needs = "county_months >= 12 months", TEXT},
    {ZC_ROW, .id = "t.few", .rank = ZC_RANK_EXCEPTIONAL, .from = "ever", .until = "ever",
     .needs = "county_months < 12 months", TEXT},
};
static const zc_track one_track[] = {{ZC_ROW, .track = "general"}};
static const zc_chapter chapter_of_halves = {.documents = ZC_TABLE(documents),
                                             .clauses = ZC_TABLE(clauses),
                                             .tracks = ZC_TABLE(one_track),
                                             .routes = ZC_TABLE(halves)};

static void routes_that_leave_nobody_out_name_one(void) {
  static const zc_chapter *const halves_only[] = {&chapter_of_halves};
  static const zc_region_plugin plugin_of_halves = ZC_TEST_PLUGIN(halves_only);
  asking a;
  asking_open(&a, &plugin_of_halves);
  expect(asking_assess(&a, DAY, GENERAL), ZC_ELIGIBLE, "t.many");
  expect(asking_assess(&a, DAY, GENERAL "county_months=3"), ZC_ELIGIBLE, "t.few");
  asking_close(&a);
}

/* A function of ten numbers that each have seven values: all completions are 282 million. */
static unsigned long sum_calls;
static zc_value sum_of(const zc_value *arguments, uint32_t count) {
  zc_value sum = {0, 1, 0};
  sum_calls++;
  for (uint32_t i = 0; i < count; i++) {
    sum.value += arguments[i].value;
    sum.known &= arguments[i].known;
  }
  return sum;
}

#define SEVEN(name_)                                                                               \
  {                                                                                                \
    ZC_ROW, .name = name_, .type = ZC_INT, .max = 6, .label = {.zh = "甲" }                        \
  }

static void a_function_of_too_many_unknown_facts_leaves_a_superset(void) {
  static const zc_fact_row facts[] = {
      SEVEN("test.a"), SEVEN("test.b"), SEVEN("test.c"), SEVEN("test.d"), SEVEN("test.e"),
      SEVEN("test.f"), SEVEN("test.g"), SEVEN("test.h"), SEVEN("test.i"), SEVEN("test.j")};
  static const zc_function functions[] = {
      {ZC_ROW, .name = "test.sum",
       .reads = "test.a test.b test.c test.d test.e test.f test.g test.h test.i test.j",
       .type = ZC_INT, .min = 0, .max = 60, .call = sum_of}};
  static const zc_rule sums[] = {
      {ZC_ROW, .id = "t.sum", .kind = ZC_REQUIREMENT, .needs = "test.sum >= 30", TEXT}};
  static const zc_route open[] = {
      {ZC_ROW, .id = "t.open", .rank = ZC_RANK_BASELINE, .needs = "education >= bachelor", TEXT}};
  static const zc_track general[] = {{ZC_ROW, .track = "general"}};
  static const zc_chapter counting = {.documents = ZC_TABLE(documents),
                                      .clauses = ZC_TABLE(clauses),
                                      .tracks = ZC_TABLE(general),
                                      .facts = ZC_TABLE(facts),
                                      .functions = ZC_TABLE(functions),
                                      .rules = ZC_TABLE(sums),
                                      .routes = ZC_TABLE(open)};
  static const zc_chapter *const list[] = {&counting};
  static const zc_region_plugin counter = ZC_TEST_PLUGIN(list);
  asking a;
  asking_open(&a, &counter);
  sum_calls = 0;
  const zc_answer *answer = asking_assess(&a, DAY, "track=general education=bachelor");
  CU_ASSERT_EQUAL(answer->verdict, ZC_UNDETERMINED_VERDICT);
  CU_ASSERT_FALSE(answer->missing_exact);
  CU_ASSERT_EQUAL(answer->missing_count, 10);
  CU_ASSERT(sum_calls < 1000000);
  /* With most of them known, all completions of the rest are tried. */
  answer = asking_assess(&a, DAY,
                         "track=general education=bachelor test.a=6 test.b=6 test.c=6 test.d=6 "
                         "test.e=5 test.f=0 test.g=0");
  CU_ASSERT_EQUAL(answer->missing_count, 3);
  CU_ASSERT(answer->missing_exact);
  asking_close(&a);
}

/* Each takes a month off or does not: sixteen million completions, which are no more than
 * twenty-five floors. */
static void many_waivers_that_take_months_off_are_answered(void) {
  enum { WAIVERS = 24 };
  static char names[WAIVERS][16], ids[WAIVERS][16];
  static zc_fact_row facts[WAIVERS];
  static zc_rule waivers[WAIVERS];
  static const zc_track general[] = {{ZC_ROW, .track = "general"}};
  static const zc_route open[] = {{ZC_ROW, .id = "t.years", .rank = ZC_RANK_BASELINE,
                                   .lines = ZC_TABLE(years), .group = "years", TEXT}};
  static const zc_chapter many = {.documents = ZC_TABLE(documents),
                                  .clauses = ZC_TABLE(clauses),
                                  .tracks = ZC_TABLE(general),
                                  .facts = ZC_TABLE(facts),
                                  .rules = ZC_TABLE(waivers),
                                  .routes = ZC_TABLE(open)};
  static const zc_chapter *const list[] = {&many};
  static const zc_region_plugin counter = ZC_TEST_PLUGIN(list);
  asking a;
  for (int i = 0; i < WAIVERS; i++) {
    snprintf(names[i], sizeof names[i], "test.w%d", i);
    snprintf(ids[i], sizeof ids[i], "t.w%d", i);
    facts[i] = (zc_fact_row){ZC_ROW, .name = names[i], .type = ZC_BOOL, .label = {.zh = names[i]}};
    waivers[i] = (zc_rule){ZC_ROW,
                           .id = ids[i],
                           .kind = ZC_WAIVER,
                           .tracks = "general",
                           .needs = names[i],
                           .months = "1 month",
                           .reduces = "years",
                           TEXT};
  }
  asking_open(&a, &counter);
  const zc_answer *answer = asking_assess(&a, DAY, GENERAL "months_in_current_title=25");
  CU_ASSERT_EQUAL(answer->verdict, ZC_UNDETERMINED_VERDICT);
  CU_ASSERT_EQUAL(answer->missing_count, WAIVERS);
  CU_ASSERT(answer->missing_exact);
  expect(asking_assess(&a, DAY, GENERAL "months_in_current_title=23"), ZC_INELIGIBLE, "");
  asking_close(&a);
}

void test_engine_assess(CU_pSuite suite) {
  CU_add_test(suite, "many waivers that take months off are answered",
              many_waivers_that_take_months_off_are_answered);
  CU_add_test(suite, "a function of too many unknown facts leaves a superset",
              a_function_of_too_many_unknown_facts_leaves_a_superset);
  CU_add_test(suite, "the first route that is met, by rank, is named",
              the_first_route_by_rank_is_named);
  CU_add_test(suite, "what a route lifts counts with that route only",
              what_a_route_lifts_counts_with_that_route_only);
  CU_add_test(suite, "a general waiver lifts whatever the route",
              a_general_waiver_lifts_whatever_the_route);
  CU_add_test(suite, "months taken off a floor add up and never pass zero",
              months_off_add_up_and_never_pass_zero);
  CU_add_test(suite, "an exclusive route decides alone, but for rules that always bind",
              an_exclusive_route_decides_alone);
  CU_add_test(suite, "a day without a document is left open with nothing missing",
              a_day_without_a_document_is_left_open);
  CU_add_test(suite, "a rule that always binds refuses on any day",
              a_rule_that_always_binds_refuses_on_any_day);
  CU_add_test(suite, "a referral is undetermined with nothing missing",
              a_referral_is_undetermined_with_nothing_missing);
  CU_add_test(suite, "a track that the region lacks is refused",
              a_track_that_the_region_lacks_is_refused);
  CU_add_test(suite, "an unknown track is missing", an_unknown_track_is_missing);
  CU_add_test(suite, "what holds either way is not missing", what_holds_either_way_is_not_missing);
  CU_add_test(suite, "routes that leave nobody out name one",
              routes_that_leave_nobody_out_name_one);
}
