/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng diff: the two versions of tests/bad_plugins/versions.h, and one on two days. */
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

#define OLDER ZC_BUILD_DIR "/bad_plugins/version_1/north.so"
#define NEWER ZC_BUILD_DIR "/bad_plugins/version_2/north.so"

static const char *text_of(const json_t *object, const char *key) {
  const char *text = json_string_value(json_object_get(object, key));
  return text ? text : "";
}

static const json_t *change_of(const json_t *root, const char *id) {
  size_t i;
  json_t *change;
  json_array_foreach(json_object_get(root, "changes"), i, change) {
    if (strcmp(text_of(change, "id"), id) == 0)
      return change;
  }
  return NULL;
}

static void expect_change(const json_t *root, const char *id, const char *kind,
                          const char *answers) {
  const json_t *change = change_of(root, id);
  CU_ASSERT_PTR_NOT_NULL_FATAL(change);
  CU_ASSERT_STRING_EQUAL(text_of(change, "change"), kind);
  if (strcmp(text_of(change, "answers_change"), answers) != 0) {
    printf("\n%s: wanted that %s changes, got %s\n", id, answers,
           text_of(change, "answers_change"));
    CU_FAIL("another outcome of the search for a person");
  }
}

static void rows_are_told(void) {
  program p = {0};
  RUN(&p, "diff", OLDER, NEWER, "--as-of", "2024-03-01", "--format", "json");
  json_t *root = program_json(&p);
  expect_change(root, "north.hours", "changed", "somebody");
  expect_change(root, "north.tenure", "changed", "somebody");
  expect_change(root, "north.gone", "removed", "somebody");
  expect_change(root, "north.ethics", "changed", "");
  CU_ASSERT_PTR_NULL(change_of(root, "north.later"));
  CU_ASSERT(json_is_false(json_object_get(change_of(root, "north.ethics"), "decides")));
  CU_ASSERT_STRING_EQUAL(text_of(change_of(root, "north.tenure"), "parameter"), "tenure_years");
  json_decref(root);
  program_free(&p);
}

static void what_changes_nobodys_answer_is_proven(void) {
  program p = {0};
  RUN(&p, "diff", OLDER, NEWER, "--as-of", "2024-03-01", "--format", "json");
  json_t *root = program_json(&p);
  expect_change(root, "north.again", "added", "nobody");
  json_decref(root);
  RUN(&p, "diff", OLDER, NEWER, "--as-of", "2024-03-01", "--lang", "en");
  program_expect_out(&p, "nobody's answer changes (proven)");
  program_free(&p);
}

/* The person of an example, asked of a plugin alone. */
static void expect_verdict(const json_t *facts, const char *folder, const char *verdict) {
  program p = {0};
  char *text = json_dumps(facts, 0);
  char wanted[64];
  p.input = text;
  RUN(&p, "assess", "--plugins", folder, "--region", "north", "--as-of", "2024-03-01", "--facts",
      "-", "--format", "json");
  snprintf(wanted, sizeof wanted, "\"verdict\":\"%s\"", verdict);
  program_expect_status(&p, 0);
  program_expect_out(&p, wanted);
  free(text);
  program_free(&p);
}

static void examples_are_answered_as_told(void) {
  static const char *const rows[] = {"north.hours", "north.tenure", "north.gone"};
  program p = {0};
  RUN(&p, "diff", OLDER, NEWER, "--as-of", "2024-03-01", "--format", "json");
  json_t *root = program_json(&p);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const json_t *example = json_object_get(change_of(root, rows[i]), "example");
    CU_ASSERT_PTR_NOT_NULL_FATAL(example);
    CU_ASSERT_STRING_NOT_EQUAL(text_of(example, "old"), text_of(example, "new"));
    expect_verdict(json_object_get(example, "facts"), ZC_BUILD_DIR "/bad_plugins/version_1",
                   text_of(example, "old"));
    expect_verdict(json_object_get(example, "facts"), ZC_BUILD_DIR "/bad_plugins/version_2",
                   text_of(example, "new"));
  }
  json_decref(root);
  program_free(&p);
}

static void two_days_of_one_version_are_compared(void) {
  program p = {0};
  RUN(&p, "diff", NEWER, NEWER, "--as-of", "2024-03-01", "--to", "2025-03-01", "--format", "json");
  json_t *root = program_json(&p);
  CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "changes")), 1);
  expect_change(root, "north.later", "added", "somebody");
  json_decref(root);
  RUN(&p, "diff", NEWER, NEWER, "--as-of", "2024-03-01", "--lang", "en");
  program_expect_out(&p, "Nothing differs");
  program_free(&p);
}

static void parameters_are_told_with_both_values(void) {
  program p = {0};
  RUN(&p, "diff", OLDER, NEWER, "--as-of", "2024-03-01", "--lang", "en");
  program_expect_out(&p, "tenure_years");
  program_expect_out(&p, "- 5");
  program_expect_out(&p, "+ 4");
  program_free(&p);
}

/* One stays refused, one may apply now for the shorter tenure, one no longer for the hours, one row
 * is no person. */
static const char people[] =
    "id,track,target_level,series,education,current_title_level,months_in_current_title,"
    "ethics_passed,continuing_education_hours,employer_assessed,unit_division\n"
    "1,targeted,intermediate,health,bachelor,assistant,59,false,90,true,150221\n"
    "2,targeted,intermediate,health,bachelor,assistant,48,true,90,true,150221\n"
    "3,targeted,intermediate,legal,bachelor,assistant,60,true,72,true,150102\n"
    "4,targeted,intermediate,health,bachelor,assistant,sixty,true,72,true,150221\n";

static void expect_count(const json_t *object, const char *key, int wanted) {
  json_int_t got = json_integer_value(json_object_get(object, key));
  if (got != wanted) {
    printf("\n%s: wanted %d, got %lld\n", key, wanted, (long long)got);
    CU_FAIL("another number of people");
  }
}

static void people_of_a_file_are_counted_by_reason(void) {
  program p = {0};
  char folder[64], path[128];
  folder_make(folder);
  folder_write(folder, "people.csv", people);
  snprintf(path, sizeof path, "%s/people.csv", folder);
  RUN(&p, "diff", OLDER, NEWER, path, "--as-of", "2024-03-01", "--format", "json");
  json_t *root = program_json(&p);
  const json_t *population = json_object_get(root, "population");
  expect_count(population, "rows", 4);
  expect_count(population, "rejected", 1);
  expect_count(population, "changed", 2);
  expect_count(population, "unexplained", 0);
  expect_count(json_object_get(population, "series"), "health", 1);
  expect_count(json_object_get(population, "series"), "legal", 1);
  expect_count(json_object_get(population, "divisions"), "1502", 1);
  expect_count(json_object_get(population, "levels"), "intermediate", 2);
  expect_count(change_of(root, "north.tenure"), "people", 1);
  expect_count(change_of(root, "north.hours"), "people", 1);
  json_decref(root);
  folder_remove(folder);
  program_free(&p);
}

/* Of a row beyond the limit nothing is read, its first byte neither. */
static void a_row_that_is_too_long_is_no_person(void) {
  enum { LONG = (1 << 20) + 100 };
  program p = {0};
  char folder[64], path[128];
  zc_buffer text = {0};
  zc_buffer_puts(&text, "months_in_current_title\n1\n");
  for (int i = 0; i < LONG; i++)
    zc_buffer_putc(&text, '7');
  zc_buffer_puts(&text, "\n3\n");
  folder_make(folder);
  folder_write(folder, "people.csv", zc_buffer_text(&text));
  snprintf(path, sizeof path, "%s/people.csv", folder);
  RUN(&p, "diff", OLDER, NEWER, path, "--as-of", "2024-03-01", "--format", "json");
  json_t *root = program_json(&p);
  expect_count(json_object_get(root, "population"), "rows", 3);
  expect_count(json_object_get(root, "population"), "rejected", 1);
  json_decref(root);
  zc_buffer_free(&text);
  folder_remove(folder);
  program_free(&p);
}

static void mistakes_are_told(void) {
  program p = {0};
  RUN(&p, "diff", OLDER);
  program_expect_status(&p, 2);
  RUN(&p, "diff", OLDER, ZC_BUILD_DIR "/plugins/guangxi.so");
  program_expect_status(&p, 2);
  program_expect_err(&p, "two versions of one region");
  RUN(&p, "diff", OLDER, NEWER, "--to", "2025-02-29");
  program_expect_status(&p, 2);
  program_expect_err(&p, "--to");
  RUN(&p, "diff", OLDER, ZC_BUILD_DIR "/plugins/nowhere.so");
  program_expect_status(&p, 3);
  program_free(&p);
}

void test_compare_diff(CU_pSuite suite) {
  CU_add_test(suite, "rows added, removed and changed are told, and whether they decide",
              rows_are_told);
  CU_add_test(suite, "a change that changes nobody's answer is proven to",
              what_changes_nobodys_answer_is_proven);
  CU_add_test(suite, "each example is answered as told by either version",
              examples_are_answered_as_told);
  CU_add_test(suite, "two days of one version are compared by what is in force on them",
              two_days_of_one_version_are_compared);
  CU_add_test(suite, "a parameter is told with its values before and after",
              parameters_are_told_with_both_values);
  CU_add_test(suite, "a row that is too long is no person", a_row_that_is_too_long_is_no_person);
  CU_add_test(suite, "people of a file are counted by what they share, each with the reason",
              people_of_a_file_are_counted_by_reason);
  CU_add_test(suite, "missing operands, two regions and impossible days are told",
              mistakes_are_told);
}
