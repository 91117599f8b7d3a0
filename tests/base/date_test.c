/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "tests.h"
#include <string.h>

static zc_day day(const char *text) {
  zc_day d = 0;
  CU_ASSERT_EQUAL(zc_day_parse(text, &d), 0);
  return d;
}

static void every_day_of_the_range_converts_back(void) {
  CU_ASSERT_EQUAL(day("1900-01-01"), ZC_DAY_MIN);
  CU_ASSERT_EQUAL(day("2199-12-31"), ZC_DAY_MAX);
  CU_ASSERT_EQUAL(day("1970-01-01"), 0);
  int wrong = 0;
  for (zc_day d = ZC_DAY_MIN; d <= ZC_DAY_MAX; d++) {
    char text[11];
    zc_day back = 0;
    zc_day_format(d, text);
    wrong += zc_day_parse(text, &back) != 0 || back != d;
  }
  CU_ASSERT_EQUAL(wrong, 0);
}

static void a_text_that_is_no_date_is_told_from_a_day_that_does_not_exist(void) {
  static const char *const malformed[] = {"",           "2024",       "2024-6-29",   "2024-06-2",
                                          "2024/06/29", "20240629",   "2024-06-29 ", "24-06-29",
                                          "2024-0a-29", "2024-06-2x", "-024-06-29"};
  static const char *const missing[] = {"2023-02-29", "2024-02-30", "2024-04-31", "2024-13-01",
                                        "2024-00-10", "2024-01-00", "1899-12-31", "2200-01-01",
                                        "1900-02-29", "2100-02-29"};
  zc_day d;
  for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++)
    CU_ASSERT_EQUAL(zc_day_parse(malformed[i], &d), -1);
  for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
    CU_ASSERT_EQUAL(zc_day_parse(missing[i], &d), -2);
  CU_ASSERT_EQUAL(zc_day_parse("2000-02-29", &d), 0);
}

static void a_month_is_full_on_the_same_day_or_on_the_last_of_a_shorter_month(void) {
  static const struct {
    const char *from, *to;
    int32_t months;
  } rows[] = {
      {"2020-01-31", "2020-02-29", 1},  {"2020-02-29", "2021-02-28", 12},
      {"2020-01-31", "2020-02-28", 0},  {"2020-01-15", "2020-02-14", 0},
      {"2020-01-15", "2020-02-15", 1},  {"2020-02-29", "2020-03-28", 0},
      {"2020-02-29", "2020-03-29", 1},  {"2020-12-31", "2021-01-30", 0},
      {"2020-12-31", "2021-01-31", 1},  {"2020-08-31", "2020-09-30", 1},
      {"2019-06-29", "2024-06-29", 60}, {"2019-06-30", "2024-06-29", 59},
      {"2024-06-29", "2024-06-29", 0},  {"2024-06-30", "2024-06-29", 0},
      {"2024-06-30", "2020-01-01", 0},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    CU_ASSERT_EQUAL(zc_full_months(day(rows[i].from), day(rows[i].to)), rows[i].months);
}

static void added_months_end_on_the_same_day_or_the_last_of_the_month(void) {
  CU_ASSERT_EQUAL(zc_add_months(day("2020-01-31"), 1), day("2020-02-29"));
  CU_ASSERT_EQUAL(zc_add_months(day("2020-02-29"), 12), day("2021-02-28"));
  CU_ASSERT_EQUAL(zc_add_months(day("2024-03-31"), -1), day("2024-02-29"));
  CU_ASSERT_EQUAL(zc_add_months(day("2024-01-15"), -13), day("2022-12-15"));
  CU_ASSERT_EQUAL(zc_add_months(day("2024-06-29"), 0), day("2024-06-29"));
}

static void full_months_and_added_months_agree(void) {
  zc_day from = day("2019-01-01");
  int wrong = 0;
  for (zc_day d = from; d < from + 800; d++)
    for (int32_t months = 0; months < 30; months++) {
      zc_day then = zc_add_months(d, months);
      wrong += zc_full_months(d, then) != months;
      wrong += months > 0 && zc_full_months(d, then - 1) != months - 1;
    }
  CU_ASSERT_EQUAL(wrong, 0);
}

static void months_beyond_the_calendar_stop_at_its_ends(void) {
  char text[11];
  zc_day_format(zc_add_months(0, INT32_MAX), text);
  CU_ASSERT_STRING_EQUAL(text, "9999-12-01");
  zc_day_format(zc_add_months(0, INT32_MIN), text);
  CU_ASSERT_STRING_EQUAL(text, "0001-01-01");
}

static void today_lies_in_the_range_of_dates(void) {
  zc_day today = zc_today_shanghai();
  CU_ASSERT(today > day("2024-01-01") && today < ZC_DAY_MAX);
}

void test_base_date(CU_pSuite suite) {
  CU_add_test(suite, "every day from 1900 to 2199 converts to text and back",
              every_day_of_the_range_converts_back);
  CU_add_test(suite, "a text that is no date is told from a day that does not exist",
              a_text_that_is_no_date_is_told_from_a_day_that_does_not_exist);
  CU_add_test(suite, "a month is full on the same day or on the last day of a shorter month",
              a_month_is_full_on_the_same_day_or_on_the_last_of_a_shorter_month);
  CU_add_test(suite, "added months end on the same day or on the last day of the month",
              added_months_end_on_the_same_day_or_the_last_of_the_month);
  CU_add_test(suite, "full months between a day and the same day n months later are n",
              full_months_and_added_months_agree);
  CU_add_test(suite, "months beyond the calendar stop at its ends",
              months_beyond_the_calendar_stop_at_its_ends);
  CU_add_test(suite, "today is a day of this century", today_lies_in_the_range_of_dates);
}
