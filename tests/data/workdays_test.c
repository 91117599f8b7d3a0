/* SPDX-License-Identifier: Apache-2.0 */
#include "data/data.h"
#include "tests.h"

static const zc_workdays *const standard = &zc_data_standard.workdays;

static zc_day day(const char *text) {
  zc_day d = 0;
  CU_ASSERT_EQUAL(zc_day_parse(text, &d), 0);
  return d;
}

static void every_year_has_its_number_of_working_days(void) {
  static const int counts[] = {249, 250, 249, 249, 251, 248, 248}; /* 2020 to 2026 */
  for (int i = 0; i < 7; i++) {
    int works = 0;
    for (zc_day d = zc_day_of(2020 + i, 1, 1); d < zc_day_of(2021 + i, 1, 1); d++)
      works += zc_is_workday(standard, d) == 1;
    CU_ASSERT_EQUAL(works, counts[i]);
  }
}

static void working_days_are_counted_from_the_next_day_on(void) {
  static const struct {
    const char *from;
    int32_t count;
    const char *to;
  } rows[] = {{"2022-11-30", 15, "2022-12-21"}, {"2022-11-14", -15, "2022-10-24"},
              {"2024-09-30", 15, "2024-10-25"}, {"2025-01-22", 5, "2025-02-05"},
              {"2024-05-03", 0, "2024-05-03"},  {"2024-05-10", 1, "2024-05-11"},
              {"2024-05-12", -1, "2024-05-11"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    zc_day to = 0;
    CU_ASSERT_EQUAL(zc_add_workdays(standard, day(rows[i].from), rows[i].count, &to), 0);
    CU_ASSERT_EQUAL(to, day(rows[i].to));
  }
}

static void days_beyond_the_table_are_not_guessed(void) {
  zc_day first = standard->first, last = standard->last, to;
  CU_ASSERT_EQUAL(first, day("2020-01-01"));
  CU_ASSERT_EQUAL(last, day("2026-12-31"));
  CU_ASSERT_EQUAL(zc_is_workday(standard, first - 1), -1);
  CU_ASSERT_EQUAL(zc_is_workday(standard, last + 1), -1);
  CU_ASSERT_EQUAL(zc_add_workdays(standard, last, 1, &to), -1);
  CU_ASSERT_EQUAL(zc_add_workdays(standard, first, -1, &to), -1);
  CU_ASSERT_EQUAL(zc_add_workdays(standard, last, -1, &to), 0);
  CU_ASSERT_EQUAL(zc_add_workdays(standard, first, INT32_MAX, &to), -1);
  CU_ASSERT_EQUAL(zc_add_workdays(standard, last, INT32_MIN, &to), -1);
}

void test_data_workdays(CU_pSuite suite) {
  CU_add_test(suite, "every year of the table has its number of working days",
              every_year_has_its_number_of_working_days);
  CU_add_test(suite, "working days are counted from the next day on",
              working_days_are_counted_from_the_next_day_on);
  CU_add_test(suite, "days beyond the table are not guessed",
              days_beyond_the_table_are_not_guessed);
}
