/* SPDX-License-Identifier: Apache-2.0 */
/* What answers say of a date of which only the year is known. */
#include "county.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

static const zc_answer *ask(county *c) {
  return COUNTY_ASK(c, ZC_Q_ASSESS, "track=general", "target_level=intermediate",
                    "education=bachelor", "current_title_level=assistant",
                    "current_title_date=2017", "unit_division=450226");
}

static void write_json(zc_buffer *out, county *c) {
  zc_json_writer *writer = zc_json_writer_new(&c->region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(writer);
  zc_json_answer(out, writer, ask(c));
  zc_json_writer_free(writer);
}

static void json_has_the_range_of_months_and_the_date_in_missing(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  write_json(&out, &c);
  const char *text = zc_buffer_text(&out);
  zc_test_contains(text, "{\"name\":\"months_in_current_title\",\"value\":null,\"low\":42,"
                         "\"high\":53,\"needs\":\">= 48\"}");
  zc_test_contains(text, "\"missing\":[\"current_title_date\"],\"missing_exact\":true");
  zc_test_contains(text, "\"verdict\":\"undetermined\"");
  zc_buffer_free(&out);
  county_close(&c);
}

static void text_says_that_the_day_decides(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  zc_text_answer(&out, ask(&c), ZC_LANG_ZH);
  zc_test_contains(zc_buffer_text(&out),
                   "  ? 取得现有职称日期（取决于是2017年的哪一天）  current_title_date\n");
  zc_buffer_clear(&out);
  zc_text_answer(&out, ask(&c), ZC_LANG_EN);
  zc_test_contains(zc_buffer_text(&out), "  ? date of the current title (the day in 2017 decides)"
                                         "  current_title_date\n");
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_day_that_was_taken_is_assumed(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  c.facts.precision = ZC_PRECISION_FIRST;
  write_json(&out, &c);
  zc_test_contains(zc_buffer_text(&out), "\"current_title_date\":\"2017-01-01\"");
  zc_test_contains(zc_buffer_text(&out), "\"months_in_current_title\",\"value\":53,");
  zc_buffer_clear(&out);
  zc_text_answer(&out, ask(&c), ZC_LANG_ZH);
  zc_test_contains(zc_buffer_text(&out), "取得现有职称日期：2017-01-01  current_title_date\n");
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_date_is_shown_as_given(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  zc_json_writer *writer = zc_json_writer_new(&c.region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(writer);
  zc_json_answer(&out, writer,
                 COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "test.sum=1", "test.day=2021-10"));
  zc_test_contains(zc_buffer_text(&out), "{\"name\":\"test.day\",\"value\":\"2021-10\",");
  zc_test_contains(zc_buffer_text(&out), "\"test.day\"");
  zc_json_writer_free(writer);
  zc_buffer_free(&out);
  county_close(&c);
}

void test_report_partial_date(CU_pSuite suite) {
  CU_add_test(suite, "JSON has the range of months, and the date in missing",
              json_has_the_range_of_months_and_the_date_in_missing);
  CU_add_test(suite, "text says that the day decides", text_says_that_the_day_decides);
  CU_add_test(suite, "a day that was taken is assumed", a_day_that_was_taken_is_assumed);
  CU_add_test(suite, "a partial date is shown as given", a_date_is_shown_as_given);
}
