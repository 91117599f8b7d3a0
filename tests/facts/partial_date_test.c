/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/partial_date.h"
#include "reading.h"
#include "tests.h"
#include <string.h>

static zc_day day(const char *text) {
  zc_day d = 0;
  CU_ASSERT_EQUAL(zc_day_parse(text, &d), 0);
  return d;
}

static void a_month_or_a_year_is_all_its_days(void) {
  CHECK_VALUE(zc_facts_read_json, "{\"current_title_date\": \"2019-07\"}", "current_title_date",
              day("2019-07-01"), day("2019-07-31"));
  CHECK_VALUE(zc_facts_read_ini, "[facts]\nqualification_date = 2020-02\n", "qualification_date",
              day("2020-02-01"), day("2020-02-29"));
  CHECK_VALUE(zc_facts_read_json, "{\"held_title_date\": \"2019\"}", "held_title_date",
              day("2019-01-01"), day("2019-12-31"));
  CHECK_VALUE(zc_facts_read_json, "{\"exam_valid_until\": \"2199-12\"}", "exam_valid_until",
              day("2199-12-01"), ZC_DAY_MAX);
}

static void other_forms_are_refused(void) {
  static const char *const texts[] = {"2019-7", "2019-",   "2019-07-", "201907",
                                      "19",     "2019-0a", "20l9"};
  static const char *const lacking[] = {"2019-13", "2019-00", "1899", "2200", "2200-01"};
  zc_slot days;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    CU_ASSERT_EQUAL(zc_partial_date_parse(texts[i], strlen(texts[i]), &days), -1);
  for (size_t i = 0; i < sizeof lacking / sizeof *lacking; i++)
    CU_ASSERT_EQUAL(zc_partial_date_parse(lacking[i], strlen(lacking[i]), &days), -2);
  CHECK_REFUSED(zc_facts_read_json, "{\"current_title_date\": \"2019-13\"}",
                "f:1:24: at /current_title_date: error: current_title_date: there is no day "
                "2019-13; give one that exists, from 1900 to 2199\n");
}

static void some_facts_are_whole_days(void) {
  CHECK_REFUSED(zc_facts_read_json, "{\"application_date\": \"2024-05\"}",
                "f:1:22: at /application_date: error: application_date is a whole day such as "
                "2024-06-29; \"2024-05\" is a month or a year\n");
  CHECK_REFUSED(zc_facts_read_ini, "[facts]\nfacts_as_of = 2024\n",
                "f:2: error: facts_as_of is a whole day such as 2024-06-29; \"2024\" is a month or "
                "a year\n");
  CHECK_REFUSED(zc_facts_read_json, "{\"meeting_date\": \"2024-5-1\"}",
                "f:1:18: at /meeting_date: error: meeting_date is a date such as 2024-06-29, not "
                "\"2024-5-1\"\n");
}

static void check_shown(const char *first, const char *last, const char *wanted) {
  char text[23];
  zc_partial_date_format((zc_slot){day(first), day(last)}, text);
  CU_ASSERT_STRING_EQUAL(text, wanted);
}

static void days_are_shown_as_they_were_given_where_none_is_out(void) {
  check_shown("2019-07-01", "2019-07-31", "2019-07");
  check_shown("2019-01-01", "2019-12-31", "2019");
  check_shown("2019-07-01", "2019-07-15", "2019-07-01..2019-07-15");
  check_shown("2019-07-02", "2019-07-02", "2019-07-02");
}

/* ---- counting ---- */

typedef struct counted {
  zc_reading given;
  zc_facts facts;
  zc_status status;
} counted;

static void count(counted *c, const char *text, zc_month_precision precision) {
  zc_reading_make(&c->given, zc_facts_read_json, text, strlen(text));
  CU_ASSERT_EQUAL_FATAL(c->given.status, ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&c->facts, &c->given.vocabulary, &c->given.diag), ZC_OK);
  c->given.facts.precision = precision;
  c->status = zc_facts_count(&c->given.facts, day("2024-06-29"), day("2024-06-29"), &c->facts,
                             &c->given.diag);
}

static void release(counted *c) {
  zc_facts_free(&c->facts);
  zc_reading_free(&c->given);
}

static void check(const char *text, zc_month_precision precision, const char *first,
                  const char *last, int64_t least, int64_t most, unsigned line) {
  counted c;
  char condition[200];
  count(&c, text, precision);
  zc_slot days = c.facts.slots[ZC_F_current_title_date];
  zc_slot months = c.facts.slots[ZC_F_months_in_current_title];
  snprintf(condition, sizeof condition, "days %lld..%lld, months %lld..%lld", (long long)days.lo,
           (long long)days.hi, (long long)months.lo, (long long)months.hi);
  int same = days.lo == day(first) && days.hi == day(last) && months.lo == least &&
             months.hi == most && (c.facts.open.count == 1) == (least < most);
  CU_assertImplementation(c.status == ZC_OK && same, line, condition, __FILE__, "", CU_FALSE);
  release(&c);
}
#define CHECK_COUNT(text, precision, first, last, least, most)                                     \
  check(text, precision, first, last, least, most, __LINE__)

static void months_are_those_that_some_day_gives(void) {
  CHECK_COUNT("{\"current_title_date\": \"2019-06\"}", ZC_PRECISION_NONE, "2019-06-01",
              "2019-06-30", 59, 60);
  CHECK_COUNT("{\"current_title_date\": \"2019\"}", ZC_PRECISION_NONE, "2019-01-01", "2019-12-31",
              53, 65);
  CHECK_COUNT("{\"current_title_date\": \"1923\"}", ZC_PRECISION_NONE, "1923-01-01", "1923-12-31",
              1200, 1200);
}

static void a_title_is_not_of_a_later_day_than_the_one_asked_about(void) {
  CHECK_COUNT("{\"current_title_date\": \"2024\"}", ZC_PRECISION_NONE, "2024-01-01", "2024-06-29",
              0, 5);
  CHECK_COUNT("{\"current_title_date\": \"2024\"}", ZC_PRECISION_LAST, "2024-06-29", "2024-06-29",
              0, 0);
  counted c;
  count(&c, "{\"current_title_date\": \"2024-07\"}", ZC_PRECISION_NONE);
  CU_ASSERT_EQUAL(c.status, ZC_BAD_INPUT);
  CU_ASSERT_STRING_EQUAL(
      zc_diagnostics_text(&c.given.diag),
      "f: at /current_title_date: error: current_title_date (2024-07) lies after "
      "the day asked about, 2024-06-29; correct it, or ask for a later day with "
      "--as-of\n");
  release(&c);
  count(&c, "{\"held_title_date\": \"2024\"}", ZC_PRECISION_NONE);
  CU_ASSERT_EQUAL(c.facts.slots[ZC_F_held_title_date].hi, day("2024-06-29"));
  release(&c);
}

static void months_beside_a_partial_date_decide(void) {
  CHECK_COUNT("{\"current_title_date\": \"2019\", \"months_in_current_title\": 60}",
              ZC_PRECISION_NONE, "2019-05-30", "2019-06-29", 60, 60);
  CHECK_COUNT("{\"current_title_date\": \"2019\", \"months_in_current_title\": 60}",
              ZC_PRECISION_FIRST, "2019-05-30", "2019-05-30", 60, 60);
  CHECK_COUNT("{\"current_title_date\": \"2019\", \"months_in_current_title\": 58, "
              "\"facts_as_of\": \"2024-04-29\"}",
              ZC_PRECISION_NONE, "2019-05-30", "2019-06-29", 60, 60);
  counted c;
  count(&c, "{\"current_title_date\": \"2019\", \"months_in_current_title\": 66}",
        ZC_PRECISION_NONE);
  CU_ASSERT_EQUAL(c.status, ZC_BAD_INPUT);
  CU_ASSERT_STRING_EQUAL(
      zc_diagnostics_text(&c.given.diag),
      "f: at /months_in_current_title: error: months_in_current_title is 66, but "
      "from current_title_date (2019) to 2024-06-29 there are 53-65 full months; "
      "correct or remove one of them\n");
  release(&c);
}

static void a_precision_takes_the_first_or_the_last_day(void) {
  CHECK_COUNT("{\"current_title_date\": \"2019-06\"}", ZC_PRECISION_FIRST, "2019-06-01",
              "2019-06-01", 60, 60);
  CHECK_COUNT("{\"current_title_date\": \"2019-06\"}", ZC_PRECISION_LAST, "2019-06-30",
              "2019-06-30", 59, 59);
  counted c;
  count(&c, "{\"exam_valid_until\": \"2025-03\", \"current_title_date\": \"2019-06-02\"}",
        ZC_PRECISION_LAST);
  CU_ASSERT_EQUAL(c.facts.slots[ZC_F_exam_valid_until].lo, day("2025-03-31"));
  CU_ASSERT_EQUAL(c.facts.slots[ZC_F_current_title_date].lo, day("2019-06-02"));
  release(&c);
}

static void as_time_runs_on_no_day_is_added(void) {
  counted c;
  count(&c, "{\"current_title_date\": \"2024\"}", ZC_PRECISION_NONE);
  zc_facts_grow(&c.given.facts, day("2024-06-29"), day("2024-06-29"), day("2025-06-29"), &c.facts);
  CU_ASSERT_EQUAL(c.facts.slots[ZC_F_current_title_date].hi, day("2024-06-29"));
  CU_ASSERT_EQUAL(c.facts.slots[ZC_F_months_in_current_title].lo, 12);
  CU_ASSERT_EQUAL(c.facts.slots[ZC_F_months_in_current_title].hi, 17);
  release(&c);
}

static void a_later_setting_of_a_whole_day_leaves_no_text(void) {
  static const char *const settings[] = {"current_title_date=2019-07-02"};
  zc_reading r;
  static const char text[] = "{\"current_title_date\": \"2019-07\"}";
  zc_reading_make(&r, zc_facts_read_json, text, sizeof text - 1);
  CU_ASSERT_STRING_EQUAL(r.facts.texts[ZC_F_current_title_date], "2019-07");
  CU_ASSERT_EQUAL(zc_facts_set(&r.facts, settings, 1, &r.diag), ZC_OK);
  CU_ASSERT_PTR_NULL(r.facts.texts[ZC_F_current_title_date]);
  zc_reading_free(&r);
}

void test_facts_partial_date(CU_pSuite suite) {
  CU_add_test(suite, "a month or a year is all its days", a_month_or_a_year_is_all_its_days);
  CU_add_test(suite, "other forms are refused", other_forms_are_refused);
  CU_add_test(suite, "some facts are whole days", some_facts_are_whole_days);
  CU_add_test(suite, "days are shown as they were given where none is out",
              days_are_shown_as_they_were_given_where_none_is_out);
  CU_add_test(suite, "months are those that some day gives", months_are_those_that_some_day_gives);
  CU_add_test(suite, "a title is not of a later day than the one asked about",
              a_title_is_not_of_a_later_day_than_the_one_asked_about);
  CU_add_test(suite, "months beside a partial date decide", months_beside_a_partial_date_decide);
  CU_add_test(suite, "a precision takes the first or the last day",
              a_precision_takes_the_first_or_the_last_day);
  CU_add_test(suite, "as time runs on no day is added", as_time_runs_on_no_day_is_added);
  CU_add_test(suite, "a later setting of a whole day leaves no text",
              a_later_setting_of_a_whole_day_leaves_no_text);
}
