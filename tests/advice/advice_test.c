/* SPDX-License-Identifier: Apache-2.0 */
/* Advice that can be told by thinking, on a region of a few rules. */
#include "support/asking.h"
#include "tests.h"

#include <string.h>

#define DAY "2021-10-15"

static const zc_document documents[] = {
    {ZC_ROW, .id = "d1", .number = "号〔2021〕1号", .title = {"甲", "One"},
     .issuer = {"局", "Office"}, .from = "2021-01-01"},
    {ZC_ROW, .id = "d2", .number = "号〔2020〕9号", .title = {"乙", "Two"},
     .issuer = {"局", "Office"}, .from = "2020-01-01", .until = "2021-12-31"},
};

static const zc_clause clauses[] = {{ZC_ROW, .id = "t", .document = "d1", .clause = "一"},
                                    {ZC_ROW, .id = "u", .document = "d2", .clause = "一"}};

static const zc_track tracks[] = {{ZC_ROW, .track = "general"}};

#define TEXT .text = {"一句。", "A sentence."}
static const zc_rule rules[] = {
    {ZC_ROW, .id = "t.hours", .kind = ZC_REQUIREMENT,
     .needs = "continuing_education_hours >= 90 hours", TEXT},
    {ZC_ROW, .id = "t.ethics", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", TEXT},
    {ZC_ROW, .id = "t.gap", .kind = ZC_REQUIREMENT, .when = "exam_passed",
     .needs = "exam_score <= 300 points", TEXT},
    {ZC_ROW, .id = "t.late", .kind = ZC_DEADLINE, .when = "urban_unit",
     .needs = "application_date <= 2021-10-31", TEXT},
    {ZC_ROW, .id = "t.place", .kind = ZC_SCOPE, .needs = "unit_division under 450225", TEXT},
    {ZC_ROW, .id = "t.choice", .kind = ZC_CHOICE, .needs = "not applied_other_track_this_year",
     TEXT},
    {ZC_ROW, .id = "t.village", .kind = ZC_REQUIREMENT, .when = "overseas_returnee",
     .needs = "village_service_months_this_year >= 3 months", TEXT},
    {ZC_ROW, .id = "u.old", .kind = ZC_REQUIREMENT, .needs = "not hardship_area", TEXT},
};

static const zc_line lines[] = {
    {ZC_ROW, .target = "intermediate", .held = "assistant", .fact = "months_in_current_title",
     .floor = "48 months"},
    {ZC_ROW, .target = "deputy_senior", .held = "assistant", .fact = "months_in_current_title",
     .floor = "120 months"},
    {ZC_ROW, .target = "full_senior", .held = "assistant", .fact = "months_in_current_title",
     .floor = "121 months"},
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "t.years", .rank = ZC_RANK_BASELINE, .lines = ZC_TABLE(lines), TEXT},
    {ZC_ROW, .id = "t.best", .rank = ZC_RANK_EXCEPTIONAL, .when = "target_level == clerk",
     .needs = "outstanding_performance and outstanding_contribution and "
              "rural_service_months >= 24 months",
     TEXT},
};

static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .routes = ZC_TABLE(routes)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

/* All but the last requirement, so that a test adds what it is about. */
#define HOLDER   "track=general current_title_level=assistant unit_division=450225 "
#define PERSON   HOLDER "exam_passed=false "
#define MID      "target_level=intermediate "
#define MONTHS48 "months_in_current_title=48 "
#define HOURS    "continuing_education_hours=90 "
#define ETHICS   "ethics_passed=true "

static void write_value(const zc_region *region, const zc_change *c, char *text, size_t room) {
  const zc_fact *f = &region->vocabulary.facts[c->fact];
  char day[11];
  if (f->type == ZC_DATE) {
    zc_day_format((zc_day)c->value.lo, day);
    snprintf(text, room, "%s=%s", f->name, day);
  } else if (f->type == ZC_ENUM) {
    snprintf(text, room, "%s=%s", f->name,
             region->vocabulary.enums[f->enumeration].words[c->value.lo].word);
  } else if (f->type == ZC_DIVISION) {
    snprintf(text, room, "%s=%s", f->name, c->text);
  } else {
    snprintf(text, room, "%s=%lld", f->name, (long long)c->value.lo);
  }
}

/* Sets as "a=1 b=2; c=3" and the earliest day, "never" for none. */
static void expect(asking *a, const char *day, const char *facts, const char *sets,
                   const char *earliest) {
  const zc_advice *advice = asking_advise(a, day, facts);
  char found[1024] = "", first[11] = "never";
  for (uint32_t i = 0; i < advice->set_count; i++)
    for (uint32_t j = 0; j < advice->sets[i].count; j++) {
      size_t at = strlen(found);
      at += (size_t)snprintf(found + at, sizeof found - at, "%s", j ? " " : i ? "; " : "");
      write_value(&a->region, &advice->sets[i].items[j], found + at, sizeof found - at);
    }
  if (advice->has_earliest)
    zc_day_format(advice->earliest, first);
  if (strcmp(found, sets) != 0 || strcmp(first, earliest) != 0)
    printf("\n%s %s\nwanted: %s | %s\nfound:  %s | %s\n", day, facts, sets, earliest, found, first);
  CU_ASSERT_STRING_EQUAL(found, sets);
  CU_ASSERT_STRING_EQUAL(first, earliest);
}

static void numbers_are_advised_at_their_threshold(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, DAY, PERSON MID MONTHS48 ETHICS "continuing_education_hours=50",
         "continuing_education_hours=90", "never");
  expect(&a, DAY, HOLDER MID MONTHS48 ETHICS HOURS "exam_passed=true exam_score=400",
         "exam_score=300; exam_passed=0", "never");
  expect(&a, DAY,
         PERSON "target_level=clerk " HOURS ETHICS "rural_service_months=23 "
                "outstanding_performance=true outstanding_contribution=true",
         "rural_service_months=24", "2021-11-15");
  asking_close(&a);
}

static void the_smallest_changes_come_first(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, DAY, PERSON MID MONTHS48 "ethics_passed=false continuing_education_hours=50",
         "ethics_passed=1 continuing_education_hours=90", "never");
  /* To another level that is open already, or what this level still asks for. */
  expect(&a, DAY, PERSON "target_level=clerk " MONTHS48 ETHICS HOURS "rural_service_months=0",
         "target_level=intermediate; "
         "rural_service_months=24 outstanding_performance=1 outstanding_contribution=1",
         "never");
  asking_close(&a);
}

static void what_is_not_known_stays_unknown(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, DAY, PERSON MID MONTHS48 "ethics_passed=false",
         "ethics_passed=1 continuing_education_hours=90", "never");
  expect(&a, DAY, PERSON MID "months_in_current_title=40 " ETHICS, "", "never");
  asking_close(&a);
}

static void places_are_advised_as_codes(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, DAY,
         "track=general current_title_level=assistant exam_passed=false "
         "unit_division=450226 " MID MONTHS48 ETHICS HOURS,
         "unit_division=450225", "never");
  asking_close(&a);
}

static void waiting_ends_when_the_months_are_full(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, DAY, PERSON MID ETHICS HOURS "months_in_current_title=40", "", "2022-06-15");
  expect(&a, DAY, PERSON MID ETHICS HOURS "months_in_current_title=47", "", "2021-11-15");
  /* Counted earlier: two of the eight months are over. */
  expect(&a, DAY, PERSON MID ETHICS HOURS "months_in_current_title=40 facts_as_of=2021-08-10", "",
         "2022-04-10");
  expect(&a, DAY, PERSON MID ETHICS HOURS "current_title_date=2018-03-09", "", "2022-03-09");
  asking_close(&a);
}

static void waiting_ends_on_the_last_day_of_a_shorter_month(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, "2021-10-31", PERSON MID ETHICS HOURS "months_in_current_title=40", "", "2022-06-30");
  expect(&a, "2021-10-31", PERSON MID ETHICS HOURS "months_in_current_title=44", "", "2022-02-28");
  expect(&a, "2022-02-28", PERSON MID ETHICS HOURS "months_in_current_title=47", "", "2022-03-28");
  expect(&a, DAY, PERSON MID ETHICS HOURS "current_title_date=2018-02-28", "", "2022-02-28");
  expect(&a, "2023-10-15", PERSON MID ETHICS HOURS "current_title_date=2020-02-29", "",
         "2024-02-29");
  asking_close(&a);
}

static void waiting_ends_when_another_edition_begins(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, DAY, PERSON MID MONTHS48 ETHICS HOURS "hardship_area=true", "", "2022-01-01");
  expect(&a, DAY, PERSON MID "months_in_current_title=45 " ETHICS HOURS "hardship_area=true", "",
         "2022-01-15");
  asking_close(&a);
}

/* As names with blanks between, and the day on which they begin to decide. */
static void expect_possible(asking *a, const char *facts, const char *day, const char *names) {
  const zc_advice *advice = asking_advise(a, DAY, facts);
  char first[11] = "never", found[256] = "";
  if (advice->has_possible)
    zc_day_format(advice->possible, first);
  for (uint32_t i = 0; i < advice->deciding_count; i++) {
    size_t at = strlen(found);
    snprintf(found + at, sizeof found - at, "%s%s", i ? " " : "",
             a->region.vocabulary.facts[advice->deciding[i]].name);
  }
  CU_ASSERT_STRING_EQUAL(first, day);
  CU_ASSERT_STRING_EQUAL(found, names);
}

static void waiting_may_leave_what_is_not_known_to_decide(void) {
  asking a;
  asking_open(&a, &plugin);
  expect_possible(&a, PERSON MID "months_in_current_title=40 ", "2022-06-15",
                  "ethics_passed continuing_education_hours");
  expect_possible(&a, PERSON MID "months_in_current_title=40 " HOURS ETHICS, "never", "");
  expect_possible(&a, PERSON MID MONTHS48 "ethics_passed=false", "never", "");
  asking_close(&a);
}

static void the_documents_of_the_earliest_day_are_named(void) {
  asking a;
  asking_open(&a, &plugin);
  const zc_advice *advice =
      asking_advise(&a, DAY, PERSON MID MONTHS48 ETHICS HOURS "hardship_area=true");
  CU_ASSERT_EQUAL_FATAL(advice->edition_count, 1);
  CU_ASSERT_STRING_EQUAL(advice->edition[0]->id, "d1");
  advice = asking_advise(&a, DAY, PERSON MID "months_in_current_title=47 " ETHICS HOURS);
  CU_ASSERT_EQUAL(advice->edition_count, 2);
  asking_close(&a);
}

static void waiting_is_looked_at_for_ten_years(void) {
  asking a;
  asking_open(&a, &plugin);
#define NEW PERSON ETHICS HOURS "months_in_current_title=0 "
  expect(&a, DAY, NEW "target_level=deputy_senior", "", "2031-10-15");
  expect(&a, DAY, NEW "target_level=full_senior", "", "never");
#undef NEW
  asking_close(&a);
}

/* Facts of a year are taken as false or 0 from the next year on (a11). */
static void facts_of_a_year_start_anew_at_new_year(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, "2021-12-31", PERSON MID MONTHS48 ETHICS HOURS "applied_other_track_this_year=true",
         "", "2022-01-01");
  expect(&a, "2021-01-01", PERSON MID MONTHS48 ETHICS HOURS "applied_other_track_this_year=true",
         "", "2022-01-01");
#define VILLAGE PERSON MID ETHICS HOURS "overseas_returnee=true village_service_months_this_year=3 "
  expect(&a, "2021-10-15", VILLAGE "months_in_current_title=46", "", "2021-12-15");
  expect(&a, "2021-10-15", VILLAGE "months_in_current_title=45", "", "never");
#undef VILLAGE
  asking_close(&a);
}

static void a_day_of_application_stays_where_it_is_given(void) {
  asking a;
  asking_open(&a, &plugin);
#define SHORT PERSON MID ETHICS HOURS "urban_unit=true months_in_current_title=47 "
  expect(&a, DAY, SHORT "application_date=2021-10-31", "", "2021-11-15");
  expect(&a, DAY, SHORT, "", "never");
#undef SHORT
  asking_close(&a);
}

static void only_the_ineligible_are_advised(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, DAY, PERSON MID MONTHS48 ETHICS HOURS, "", "never");
  CU_ASSERT_EQUAL(asking_assess(&a, DAY, PERSON MID MONTHS48 ETHICS)->verdict,
                  ZC_UNDETERMINED_VERDICT);
  expect(&a, DAY, PERSON MID MONTHS48 ETHICS, "", "never");
  asking_close(&a);
}

void test_advice_advice(CU_pSuite suite) {
  CU_add_test(suite, "numbers are advised at their threshold",
              numbers_are_advised_at_their_threshold);
  CU_add_test(suite, "the smallest changes come first", the_smallest_changes_come_first);
  CU_add_test(suite, "what is not known stays unknown", what_is_not_known_stays_unknown);
  CU_add_test(suite, "places are advised as codes", places_are_advised_as_codes);
  CU_add_test(suite, "waiting ends when the months are full",
              waiting_ends_when_the_months_are_full);
  CU_add_test(suite, "waiting ends on the last day of a shorter month",
              waiting_ends_on_the_last_day_of_a_shorter_month);
  CU_add_test(suite, "waiting ends when another edition begins",
              waiting_ends_when_another_edition_begins);
  CU_add_test(suite, "waiting may leave what is not known to decide",
              waiting_may_leave_what_is_not_known_to_decide);
  CU_add_test(suite, "the documents of the earliest day are named",
              the_documents_of_the_earliest_day_are_named);
  CU_add_test(suite, "waiting is looked at for ten years", waiting_is_looked_at_for_ten_years);
  CU_add_test(suite, "facts of a year start anew at New Year",
              facts_of_a_year_start_anew_at_new_year);
  CU_add_test(suite, "a day of application stays where it is given",
              a_day_of_application_stays_where_it_is_given);
  CU_add_test(suite, "only the ineligible are advised", only_the_ineligible_are_advised);
}
