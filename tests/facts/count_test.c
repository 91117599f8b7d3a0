/* SPDX-License-Identifier: Apache-2.0 */
#include "reading.h"
#include "tests.h"
#include <string.h>

/* Facts counted for a question of `as_of` with the months on `counting_day`. */
typedef struct zc_counted {
  zc_reading given;
  zc_facts facts;
  zc_status status;
} zc_counted;

static zc_day day(const char *text) {
  zc_day d = 0;
  CU_ASSERT_EQUAL(zc_day_parse(text, &d), 0);
  return d;
}

static void count(zc_counted *c, const char *text, const char *as_of, const char *counting_day) {
  zc_reading_make(&c->given, zc_facts_read_json, text, strlen(text));
  CU_ASSERT_EQUAL_FATAL(c->given.status, ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&c->facts, &c->given.vocabulary, &c->given.diag), ZC_OK);
  c->status =
      zc_facts_count(&c->given.facts, day(as_of), day(counting_day), &c->facts, &c->given.diag);
}

static void release(zc_counted *c) {
  zc_facts_free(&c->facts);
  zc_reading_free(&c->given);
}

/* The fact is known with this value; -1: not known. */
static void check(const char *text, const char *as_of, const char *counting_day,
                  zc_shared_fact fact, int64_t value, unsigned line) {
  zc_counted c;
  char condition[200];
  count(&c, text, as_of, counting_day);
  zc_slot slot = c.facts.slots[fact];
  int64_t got = c.facts.given[fact] ? slot.lo : -1;
  snprintf(condition, sizeof condition, "%s is %lld; expected %lld",
           c.given.vocabulary.facts[fact].name, (long long)got, (long long)value);
  CU_assertImplementation(c.status == ZC_OK && got == value && (got < 0 || slot.hi == slot.lo),
                          line, condition, __FILE__, "", CU_FALSE);
  release(&c);
}
#define CHECK(text, as_of, counting_day, fact, value)                                              \
  check(text, as_of, counting_day, fact, value, __LINE__)

static void check_refused(const char *text, const char *as_of, const char *messages,
                          unsigned line) {
  zc_counted c;
  char condition[1500];
  count(&c, text, as_of, as_of);
  const char *got = zc_diagnostics_text(&c.given.diag);
  snprintf(condition, sizeof condition, "messages are:\n%s    expected:\n%s", got, messages);
  CU_assertImplementation(c.status == ZC_BAD_INPUT && !strcmp(got, messages), line, condition,
                          __FILE__, "", CU_FALSE);
  release(&c);
}
#define CHECK_REFUSED_COUNT(text, as_of, messages) check_refused(text, as_of, messages, __LINE__)

static void months_come_from_their_dates_on_the_counting_day(void) {
  CHECK("{\"current_title_date\": \"2020-01-31\"}", "2024-10-01", "2024-06-29",
        ZC_F_months_in_current_title, 52);
  CHECK("{\"current_title_date\": \"2020-01-31\"}", "2020-02-29", "2020-02-29",
        ZC_F_months_in_current_title, 1);
  CHECK("{\"current_title_date\": \"2020-02-29\"}", "2021-02-28", "2021-02-28",
        ZC_F_months_in_current_title, 12);
  CHECK("{\"other_track_title_date\": \"2020-02-29\"}", "2021-02-28", "2021-02-28",
        ZC_F_months_since_other_track_title, 12);
  CHECK("{\"qualification_date\": \"2020-02-29\"}", "2021-02-28", "2021-02-28",
        ZC_F_months_in_qualification, 12);
  CHECK("{\"qualification_date\": \"2020-01-31\"}", "2024-10-01", "2024-06-29",
        ZC_F_months_in_qualification, 52);
  CHECK("{}", "2021-02-28", "2021-02-28", ZC_F_months_in_current_title, -1);
}

static void a_date_between_counting_day_and_day_asked_gives_no_months(void) {
  CHECK("{\"current_title_date\": \"2024-08-01\"}", "2024-10-01", "2024-06-29",
        ZC_F_months_in_current_title, 0);
  CHECK("{\"current_title_date\": \"2024-10-01\"}", "2024-10-01", "2024-06-29",
        ZC_F_months_in_current_title, 0);
}

static void derived_months_stay_in_their_range(void) {
  CHECK("{\"current_title_date\": \"1900-01-01\"}", "2024-10-01", "2024-10-01",
        ZC_F_months_in_current_title, 1200);
}

/* Nobody is employed on a targeted title who does not hold one. */
static void months_on_a_targeted_title_grow_for_its_holders_alone(void) {
#define EMPLOYED(fact, track) "{\"" fact "\": 10, " track "\"facts_as_of\": \"2024-01-31\"}"
#define TARGETED(track)                                                                            \
  EMPLOYED("employed_months_in_targeted_title", track), "2024-10-01", "2024-06-30",                \
      ZC_F_employed_months_in_targeted_title
  check(TARGETED(""), 10, __LINE__);
  check(TARGETED("\"current_title_track\": \"general\", "), 10, __LINE__);
  check(TARGETED("\"current_title_track\": \"targeted\", "), 15, __LINE__);
  check(TARGETED("\"held_title_track\": \"targeted\", "), 15, __LINE__);
  check(TARGETED("\"held_title_track\": \"general\", "), 10, __LINE__);
  check(TARGETED("\"held_title_track\": \"targeted\", \"current_title_track\": \"general\", "), 15,
        __LINE__);
  CHECK(EMPLOYED("employed_months_in_general_title", "\"current_title_track\": \"general\", "),
        "2024-10-01", "2024-06-30", ZC_F_employed_months_in_general_title, 15);
#undef TARGETED
#undef EMPLOYED
}

static void month_facts_grow_from_the_day_of_the_facts(void) {
#define GIVEN(name) "{\"" name "\": 10, \"facts_as_of\": \"2024-01-31\"}"
  CHECK(GIVEN("specialty_months"), "2024-10-01", "2024-06-30", ZC_F_specialty_months, 15);
  CHECK(GIVEN("rural_service_months"), "2024-10-01", "2024-06-30", ZC_F_rural_service_months, 15);
  CHECK(GIVEN("months_in_current_title"), "2024-10-01", "2024-06-30", ZC_F_months_in_current_title,
        15);
  CHECK(GIVEN("months_in_qualification"), "2024-10-01", "2024-06-30", ZC_F_months_in_qualification,
        15);
  CHECK(GIVEN("village_service_months_this_year"), "2024-10-01", "2024-06-30",
        ZC_F_village_service_months_this_year, 10);
  CHECK(GIVEN("exam_score"), "2024-10-01", "2024-06-30", ZC_F_exam_score, 10);
  CHECK(GIVEN("specialty_months"), "2024-01-31", "2023-12-31", ZC_F_specialty_months, 9);
#undef GIVEN
  CHECK("{\"specialty_months\": 1199, \"facts_as_of\": \"2020-01-01\"}", "2024-01-01", "2024-01-01",
        ZC_F_specialty_months, 1200);
  CHECK("{\"facts_as_of\": \"2020-01-01\"}", "2024-01-01", "2024-01-01", ZC_F_specialty_months, -1);
}

static void months_that_agree_with_their_date_are_taken(void) {
  CHECK("{\"current_title_date\": \"2020-01-31\", \"months_in_current_title\": 52}", "2024-10-01",
        "2024-06-29", ZC_F_months_in_current_title, 52);
  /* 48 on the day of the facts, four more on the counting day */
  CHECK("{\"current_title_date\": \"2020-01-31\", \"months_in_current_title\": 48, "
        "\"facts_as_of\": \"2024-01-31\"}",
        "2024-10-01", "2024-06-29", ZC_F_months_in_current_title, 52);
}

static void months_that_disagree_with_their_date_are_refused(void) {
  CHECK_REFUSED_COUNT("{\"current_title_date\": \"2020-01-31\", \"months_in_current_title\": 51}",
                      "2024-06-29",
                      "f: at /months_in_current_title: error: months_in_current_title is 51, but "
                      "from current_title_date (2020-01-31) to 2024-06-29 there are 52 full "
                      "months; correct or remove one of them\n");
  CHECK_REFUSED_COUNT("{\"other_track_title_date\": \"2020-01-31\", "
                      "\"months_since_other_track_title\": 52, \"facts_as_of\": \"2024-01-31\"}",
                      "2024-06-29",
                      "f: at /months_since_other_track_title: error: "
                      "months_since_other_track_title is 52, but from other_track_title_date "
                      "(2020-01-31) to 2024-01-31 there are 48 full months; correct or remove one "
                      "of them\n");
  CHECK_REFUSED_COUNT("{\"qualification_date\": \"2020-01-31\", \"months_in_qualification\": 51}",
                      "2024-06-29",
                      "f: at /months_in_qualification: error: months_in_qualification is 51, but "
                      "from qualification_date (2020-01-31) to 2024-06-29 there are 52 full "
                      "months; correct or remove one of them\n");
}

static void days_after_the_day_asked_about_are_refused_together(void) {
#define AFTER(name)                                                                                \
  "f: at /" name ": error: " name                                                                  \
  " (2024-06-30) lies after the day asked about, 2024-06-29; correct it, or ask for a later day "  \
  "with --as-of\n"
  CHECK_REFUSED_COUNT(
      "{\"held_title_date\": \"2024-06-30\", \"other_track_title_date\": \"2024-06-30\", "
      "\"current_title_date\": \"2024-06-30\", \"qualification_date\": \"2024-06-30\", "
      "\"exam_valid_until\": \"2026-01-01\", \"application_date\": \"2026-01-01\"}",
      "2024-06-29",
      AFTER("current_title_date") AFTER("other_track_title_date") AFTER("qualification_date")
          AFTER("held_title_date"));
#undef AFTER
}

static void months_may_be_counted_ahead(void) {
  CHECK("{\"specialty_months\": 60, \"facts_as_of\": \"2024-06-29\"}", "2024-03-01", "2024-06-29",
        ZC_F_specialty_months, 60);
}

#define COUNTED(months, day) "{\"specialty_months\": " months ", \"facts_as_of\": \"" day "\"}"

/* A month that has begun between the two days counts as one. */
static void months_shrink_to_an_earlier_counting_day(void) {
  CHECK(COUNTED("60", "2024-10-01"), "2024-10-01", "2024-06-29", ZC_F_specialty_months, 56);
  CHECK(COUNTED("60", "2024-07-29"), "2024-10-01", "2024-06-29", ZC_F_specialty_months, 59);
  CHECK(COUNTED("60", "2024-07-30"), "2024-10-01", "2024-06-29", ZC_F_specialty_months, 58);
  CHECK(COUNTED("60", "2024-06-30"), "2024-10-01", "2024-06-29", ZC_F_specialty_months, 59);
  CHECK(COUNTED("2", "2024-10-01"), "2024-10-01", "2024-06-29", ZC_F_specialty_months, 0);
}

static void facts_counted_after_both_days_are_refused(void) {
  CHECK_REFUSED_COUNT(
      COUNTED("60", "2024-06-30"), "2024-06-29",
      "f: at /facts_as_of: error: facts_as_of (2024-06-30) lies after the day asked "
      "about, 2024-06-29, and after 2024-06-29, to which months are counted; correct "
      "it, or ask for a later day with --as-of\n");
}

static void an_application_of_an_earlier_year_is_refused(void) {
  CHECK("{\"application_date\": \"2024-01-01\"}", "2024-06-29", "2024-06-29", ZC_F_specialty_months,
        -1);
  CHECK("{\"application_date\": \"2025-01-01\"}", "2024-06-29", "2024-06-29", ZC_F_specialty_months,
        -1);
  CHECK_REFUSED_COUNT(
      "{\"application_date\": \"2023-12-31\"}", "2024-06-29",
      "f: at /application_date: error: application_date (2023-12-31) lies in a year "
      "before that of the day asked about, 2024-06-29; correct it, or ask for a day "
      "of that year with --as-of\n");
}

/* What the facts of a year are on a day: -1: unknown and not given, -2: unknown and nothing is
 * assumed of it. */
static int64_t of_the_year(const char *text, const char *as_of) {
  zc_counted c;
  count(&c, text, as_of, as_of);
  zc_slot slot = c.facts.slots[ZC_F_applied_other_track_this_year];
  int64_t worth = !c.facts.given[ZC_F_applied_other_track_this_year] ? -1
                  : slot.lo == slot.hi                               ? slot.lo
                                                                     : -2;
  release(&c);
  return worth;
}

static void facts_of_a_year_belong_to_it(void) {
  static const char in_2024[] =
      "{\"applied_other_track_this_year\": true, \"facts_as_of\": \"2024-03-01\"}";
  CU_ASSERT_EQUAL(of_the_year(in_2024, "2024-12-31"), 1);
  CU_ASSERT_EQUAL(of_the_year(in_2024, "2025-01-01"), -2);
  CU_ASSERT_EQUAL(of_the_year("{\"facts_as_of\": \"2024-03-01\"}", "2025-01-01"), -2);
  CU_ASSERT_EQUAL(of_the_year("{\"applied_other_track_this_year\": true}", "2025-01-01"), 1);
  CU_ASSERT_EQUAL(of_the_year("{}", "2025-01-01"), -1);
}

/* The same once a later day is asked about: -1 as above. */
static int64_t of_a_later_year(const char *text, const char *later) {
  zc_counted c;
  count(&c, text, "2024-06-29", "2024-06-29");
  zc_facts_grow(&c.given.facts, day("2024-06-29"), day("2024-06-29"), day(later), &c.facts);
  zc_slot slot = c.facts.slots[ZC_F_applied_other_track_this_year];
  int64_t worth = c.facts.given[ZC_F_applied_other_track_this_year] ? slot.hi : -1;
  release(&c);
  return worth;
}

static void a_later_year_starts_anew(void) {
  static const char applied[] =
      "{\"applied_other_track_this_year\": true, \"application_date\": \"2024-06-01\"}";
  CU_ASSERT_EQUAL(of_a_later_year(applied, "2024-12-31"), 1);
  CU_ASSERT_EQUAL(of_a_later_year(applied, "2025-01-01"), 0);
  zc_counted c;
  count(&c, applied, "2024-06-29", "2024-06-29");
  zc_facts_grow(&c.given.facts, day("2024-06-29"), day("2024-06-29"), day("2024-12-31"), &c.facts);
  CU_ASSERT_EQUAL(c.facts.given[ZC_F_application_date], 1);
  zc_facts_grow(&c.given.facts, day("2024-06-29"), day("2024-06-29"), day("2025-01-01"), &c.facts);
  CU_ASSERT_EQUAL(c.facts.given[ZC_F_application_date], 0);
  release(&c);
}

static void a_subdistrict_code_tells_that_the_unit_lies_in_one(void) {
#define SUBDISTRICT(text, value)                                                                   \
  CHECK(text, "2024-01-01", "2024-01-01", ZC_F_unit_in_county_seat_subdistrict, value)
#define UNIT(code) "{\"unit_division\": \"" code "\"}"
  SUBDISTRICT(UNIT("110101001"), 1);
  SUBDISTRICT(UNIT("110101001001"), 1);
  SUBDISTRICT(UNIT("110101"), -1);
  SUBDISTRICT(UNIT("441900101"), -1); /* a town */
  SUBDISTRICT(UNIT("990101001"), -1); /* not in the table */
  SUBDISTRICT("{\"unit_division\": \"110101001\", \"unit_in_county_seat_subdistrict\": false}", 0);
#undef UNIT
#define DESTINATION(text, value)                                                                   \
  CHECK(text, "2024-01-01", "2024-01-01", ZC_F_destination_in_subdistrict, value)
  DESTINATION("{\"destination_division\": \"110101001\"}", 1);
  DESTINATION("{\"destination_division\": \"110101\"}", -1);
  DESTINATION("{\"destination_division\": \"110101001\", \"destination_in_subdistrict\": false}",
              0);
  DESTINATION("{\"unit_division\": \"110101001\"}", -1);
#undef DESTINATION
#undef SUBDISTRICT
}

static void places_in_other_media_are_told_too(void) {
  static const char text[] = "[facts]\n\ncurrent_title_date = 2025-01-01\n";
  static const char *const settings[] = {"held_title_date=2025-01-01"};
  zc_reading r;
  zc_facts counted;
  zc_reading_make(&r, zc_facts_read, text, sizeof text - 1);
  CU_ASSERT_EQUAL(zc_facts_set(&r.facts, settings, 1, &r.diag), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&counted, &r.vocabulary, &r.diag), ZC_OK);
  CU_ASSERT_EQUAL(zc_facts_count(&r.facts, day("2024-01-01"), day("2024-01-01"), &counted, &r.diag),
                  ZC_BAD_INPUT);
  const char *messages = zc_diagnostics_text(&r.diag);
  CU_ASSERT_PTR_NOT_NULL(strstr(messages, "f:3: error: current_title_date (2025-01-01)"));
  CU_ASSERT_PTR_NOT_NULL(strstr(messages, "--set: error: held_title_date (2025-01-01)"));
  zc_facts_free(&counted);
  zc_reading_free(&r);
}

void test_facts_count(CU_pSuite suite) {
  CU_add_test(suite, "months shrink to an earlier counting day, a begun month counting as one",
              months_shrink_to_an_earlier_counting_day);
  CU_add_test(suite, "facts counted after the day asked about and the counting day are refused",
              facts_counted_after_both_days_are_refused);
  CU_add_test(suite, "an application of an earlier year is refused",
              an_application_of_an_earlier_year_is_refused);
  CU_add_test(suite, "facts of a year belong to it", facts_of_a_year_belong_to_it);
  CU_add_test(suite, "in a later year facts of the year and the application start anew",
              a_later_year_starts_anew);
  CU_add_test(suite, "months come from their dates on the counting day",
              months_come_from_their_dates_on_the_counting_day);
  CU_add_test(suite, "a date between the counting day and the day asked about gives no months",
              a_date_between_counting_day_and_day_asked_gives_no_months);
  CU_add_test(suite, "derived months stay in the range of their fact",
              derived_months_stay_in_their_range);
  CU_add_test(suite, "month facts grow from the day of the facts, but those of one year",
              month_facts_grow_from_the_day_of_the_facts);
  CU_add_test(suite, "months employed on a targeted title grow for holders of one alone",
              months_on_a_targeted_title_grow_for_its_holders_alone);
  CU_add_test(suite, "months that agree with their date are taken",
              months_that_agree_with_their_date_are_taken);
  CU_add_test(suite, "months that disagree with their date are refused",
              months_that_disagree_with_their_date_are_refused);
  CU_add_test(suite, "title dates after the day asked about are refused, all together",
              days_after_the_day_asked_about_are_refused_together);
  CU_add_test(suite, "months may be counted ahead of the day asked about",
              months_may_be_counted_ahead);
  CU_add_test(suite, "the code of a subdistrict tells that the unit lies in one",
              a_subdistrict_code_tells_that_the_unit_lies_in_one);
  CU_add_test(suite, "errors of counting name the INI line or --set",
              places_in_other_media_are_told_too);
}
