/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng compare: one person in every region and track. */
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

static const char doctor[] = "tests/samples/guangxi_doctor.json";

static const json_t *answer_of(const json_t *root, const char *region, const char *track) {
  size_t i;
  json_t *answer;
  json_array_foreach(json_object_get(root, "answers"), i, answer) {
    if (strcmp(json_string_value(json_object_get(answer, "region")), region) == 0 &&
        strcmp(json_string_value(json_object_get(answer, "track")), track) == 0)
      return answer;
  }
  printf("\nno answer of %s, %s\n", region, track);
  CU_FAIL_FATAL("a region or track is not listed");
  return NULL;
}

static void expect_word(const json_t *answer, const char *key, const char *wanted) {
  const char *got = json_string_value(json_object_get(answer, key));
  int same = got ? wanted && strcmp(got, wanted) == 0 : !wanted;
  if (!same) {
    printf("\n%s of %s: wanted %s, got %s\n", key,
           json_string_value(json_object_get(answer, "region")), wanted ? wanted : "null",
           got ? got : "null");
  }
  CU_ASSERT(same);
}

static void every_region_and_track_answers(void) {
  static const char *const columns[][2] = {
      {"guangxi", "targeted"},       {"guangxi", "general"},         {"urumqi", "targeted"},
      {"urumqi", "general"},         {"shandong", "targeted"},       {"shandong", "general"},
      {"inner_mongolia", "general"}, {"inner_mongolia", "targeted"}, {"inner_mongolia", "green"},
      {"inner_mongolia", "farmer"}};
  program p = {0};
  RUN(&p, "compare", "--as-of", "2021-10-15", "--format", "json", "--facts", doctor);
  json_t *root = program_json(&p);
  CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "answers")), 10);
  for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
    answer_of(root, columns[i][0], columns[i][1]);
  json_decref(root);
  program_free(&p);
}

/* The same facts, asked in one region: every member that both have is the same. */
static void expect_as_assessed(const json_t *answer, const char *track) {
  static const char *const keys[] = {"edition", "counted_to", "verdict",       "mode",
                                     "route",   "missing",    "missing_exact", "rules_digest"};
  char setting[32];
  program p = {0};
  snprintf(setting, sizeof setting, "track=%s", track);
  RUN(&p, "assess", "--region", json_string_value(json_object_get(answer, "region")), "--as-of",
      "2021-10-15", "--format", "json", "--facts", doctor, "--set", setting);
  json_t *assessed = program_json(&p);
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
    int same = json_equal(json_object_get(answer, keys[i]), json_object_get(assessed, keys[i]));
    if (!same)
      printf("\n%s differs from what assess says\n", keys[i]);
    CU_ASSERT(same);
  }
  json_decref(assessed);
  program_free(&p);
}

static void each_answer_is_that_of_assess(void) {
  program p = {0};
  size_t i;
  json_t *answer;
  RUN(&p, "compare", "--as-of", "2021-10-15", "--format", "json", "--facts", doctor);
  json_t *root = program_json(&p);
  json_array_foreach(json_object_get(root, "answers"), i, answer) {
    expect_as_assessed(answer, json_string_value(json_object_get(answer, "track")));
  }
  json_decref(root);
  program_free(&p);
}

static void what_is_not_met_is_named_with_its_clause(void) {
  program p = {0};
  RUN(&p, "compare", "--as-of", "2021-10-15", "--format", "json", "--facts", doctor);
  json_t *root = program_json(&p);
  const json_t *answer = answer_of(root, "guangxi", "targeted");
  expect_word(answer, "verdict", "eligible");
  expect_word(answer, "route", "gx.edu.deputy");
  CU_ASSERT_EQUAL(json_array_size(json_object_get(answer, "unmet")), 0);
  answer = answer_of(root, "urumqi", "targeted");
  expect_word(answer, "route", NULL);
  const json_t *unmet = json_object_get(answer, "unmet");
  const json_t *last = json_array_get(unmet, json_array_size(unmet) - 1);
  expect_word(json_array_get(unmet, 0), "rule", "base.place");
  expect_word(last, "rule", "urq.start");
  expect_word(json_array_get(json_object_get(last, "cites"), 0), "clause", "文末");
  json_decref(root);
  program_free(&p);
}

static void text_is_a_table_with_reasons_below(void) {
  program p = {0};
  RUN(&p, "compare", "--as-of", "2021-10-15", "--facts", doctor);
  program_expect_status(&p, 0);
  program_expect_out(&p, "Guangxi           targeted        may apply         gx.edu.deputy\n");
  program_expect_out(&p, "\nUrumqi, targeted\n  ✗ The unit lies in this region.\n");
  RUN(&p, "compare", "--as-of", "2024-06-01", "--lang", "zh", "--set",
      "target_level=deputy_senior");
  program_expect_out(&p, "内蒙古            农牧民          还不能确定        由其他文件规定\n");
  program_expect_out(&p,
                     "广西壮族自治区    通用            还不能确定        这一天没有收录文件\n");
  program_free(&p);
}

static void errors_are_told_once(void) {
  program p = {0};
  RUN(&p, "compare", "--set", "educaton=master", "--set", "held_title_region=guangxi");
  program_expect_status(&p, 2);
  program_expect_err(&p, "education");
  const char *text = zc_buffer_text(&p.err);
  const char *first = strstr(text, "educaton");
  CU_ASSERT(first && !strstr(first + 1, "educaton"));
  RUN(&p, "compare", "--region", "guangxi");
  program_expect_status(&p, 2);
  program_free(&p);
}

void test_compare_compare(CU_pSuite suite) {
  CU_add_test(suite, "every region and track answers", every_region_and_track_answers);
  CU_add_test(suite, "each answer is that of assess", each_answer_is_that_of_assess);
  CU_add_test(suite, "what is not met is named with its clause",
              what_is_not_met_is_named_with_its_clause);
  CU_add_test(suite, "text is a table with the reasons below", text_is_a_table_with_reasons_below);
  CU_add_test(suite, "errors of the facts are told once", errors_are_told_once);
}
