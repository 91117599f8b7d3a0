/* SPDX-License-Identifier: Apache-2.0 */
#include "reading.h"
#include "tests.h"
#include <string.h>

/* Sets on top of what a file gave; the messages and, if all is well, the value of exam_score. */
static void check_settings(const char *const *settings, uint32_t count, const char *messages,
                           int64_t score, unsigned line) {
  static const char text[] = "{\"exam_score\": 60, \"unit_name\": \"x\"}";
  zc_reading r;
  char condition[1000];
  zc_reading_make(&r, zc_facts_read_json, text, sizeof text - 1);
  zc_status status = zc_facts_set(&r.facts, settings, count, &r.diag);
  const char *got = zc_diagnostics_text(&r.diag);
  snprintf(condition, sizeof condition, "messages are:\n%s    expected:\n%s", got, messages);
  CU_assertImplementation(!strcmp(got, messages), line, condition, __FILE__, "", CU_FALSE);
  CU_ASSERT_EQUAL(status, *messages ? ZC_BAD_INPUT : ZC_OK);
  if (!*messages)
    CU_ASSERT_EQUAL(r.facts.slots[ZC_F_exam_score].lo, score);
  zc_reading_free(&r);
}
#define CHECK(messages, score, ...)                                                                \
  check_settings((const char *const[]){__VA_ARGS__},                                               \
                 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), messages, score,     \
                 __LINE__)

static void settings_override_the_file(void) {
  CHECK("", 75, "exam_score=75");
  CHECK("", 60, "degree=master", "unit_name=a=b 职称");
}

static void settings_are_read_by_type_and_every_error_is_told(void) {
  CHECK("--set: error: \"exam_score\" is to be NAME=VALUE, such as target_level=intermediate\n"
        "--set: error: \"=5\" is to be NAME=VALUE, such as target_level=intermediate\n"
        "--set: error: degree has no value; give one, or leave the fact out where it is not known\n"
        "--set: error: there is no fact named \"exam_scor\"; did you mean \"exam_score\"?\n"
        "--set: error: ethics_passed is true or false, not \"1\"\n"
        "--set: error: exam_pass_line is a whole number such as 36, not \"+5\"\n"
        "--set: error: county_months: 1201 is out of range; it lies between 0 and 1200\n"
        "--set: error: township_months: -1 is out of range; it lies between 0 and 1200\n"
        "--set: error: paper_count: 99999999999999999999999 is out of range; it lies between 0 and "
        "1000000000\n"
        "--set: error: exam_valid_until: there is no day 2024-06-31; give one that exists, from "
        "1900 to 2199\n",
        0, "exam_score", "=5", "degree=", "exam_scor=5", "ethics_passed=1", "exam_pass_line=+5",
        "county_months=1201", "township_months=-1", "paper_count=99999999999999999999999",
        "exam_valid_until=2024-06-31");
}

static void the_same_name_in_two_settings_is_an_error(void) {
  CHECK("--set: error: exam_score is set more than once; keep one --set of it\n", 0, "exam_score=1",
        "degree=master", "exam_score=1");
}

void test_facts_setting(CU_pSuite suite) {
  CU_add_test(suite, "settings override what the file gave", settings_override_the_file);
  CU_add_test(suite, "settings are read by type, and every error is told",
              settings_are_read_by_type_and_every_error_is_told);
  CU_add_test(suite, "the same name in two settings is an error, whatever the values",
              the_same_name_in_two_settings_is_an_error);
}
