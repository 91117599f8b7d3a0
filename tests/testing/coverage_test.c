/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng test --coverage: what cases show of the conditions inside rules. The plugin is
 * tests/bad_plugins/blind_cases. */
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define PLUGINS ZC_BUILD_DIR "/bad_plugins/blind_cases"

static const char met[] = "[long]\n"
                          "title = 任职六十个月的符合。\n"
                          "as_of = 2024-06-01\n"
                          "fact.track = targeted\n"
                          "fact.target_level = intermediate\n"
                          "fact.months_in_current_title = 60\n"
                          "finding.north.tenure = met\n";
static const char failing[] = "[short]\n"
                              "title = 有意写错。\n"
                              "as_of = 2024-06-01\n"
                              "fact.track = targeted\n"
                              "fact.target_level = intermediate\n"
                              "fact.months_in_current_title = 30\n"
                              "finding.north.tenure = met\n";

/* Runs the cases with --coverage and one more option; `html`: the name of a page to write. */
static void cover(program *p, const char *cases, const char *more, const char *rule,
                  const char *option, const char *value) {
  char folder[64];
  folder_make(folder);
  folder_write(folder, "a.ini", cases);
  if (more)
    folder_write(folder, "b.ini", more);
  RUN(p, "test", "--coverage", "--plugins", PLUGINS, "--region", "north", "--cases", folder,
      "--rule", rule, option, value);
  folder_remove(folder);
}

static void a_condition_is_asked_to_be_true_false_unknown_and_decisive(void) {
  program p = {0};
  cover(&p, met, NULL, "north.tenure", NULL, NULL);
  program_expect_status(&p, 1);
  program_expect_out(&p,
                     "north.c:7: north.tenure, needs: `months_in_current_title >= 48` was never "
                     "false, unknown, decisive while false\n");
  program_expect_out(&p, "north.tenure, when: `target_level >= intermediate` was never false, "
                         "unknown, decisive while false\n");
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&p.out), "`months_in_current_title >= 48` was never "
                                                    "true"));
  program_free(&p);
}

static void a_case_that_fails_shows_nothing(void) {
  program p = {0};
  cover(&p, met, failing, "north.tenure", NULL, NULL);
  program_expect_out(&p, "1 passed, 1 failed\n");
  program_expect_out(&p, "`months_in_current_title >= 48` was never false, unknown, decisive while "
                         "false\n");
  program_expect_out(&p, "requirement north.tenure lacks a case: unmet ");
  program_free(&p);
}

static void the_cases_that_it_proposes_show_all_that_lacks(void) {
  program p = {0};
  cover(&p, met, NULL, "north.tenure", NULL, NULL);
  char *text = strdup(zc_buffer_text(&p.out));
  char *start = strstr(text, "\n# Cases");
  CU_ASSERT_PTR_NOT_NULL_FATAL(start);
  cover(&p, met, start, "north.tenure", NULL, NULL);
  program_expect_out(&p, " 0 lack\n");
  free(text);
  program_free(&p);
}

static void what_nobody_can_show_is_not_asked_for(void) {
  program p = {0};
  cover(&p, met, NULL, "north.work", NULL, NULL);
  /* Who has 24 months has 12, so the second half is never the one that fails. */
  program_expect_out(&p, "`specialty_months >= 12` was never true, false, unknown, decisive while "
                         "true\n");
  program_expect_out(
      &p, "`specialty_months >= 24 months` was never true, false, unknown, decisive while "
          "true, decisive while false\n");
  program_free(&p);
}

static void json_has_each_condition_with_what_was_shown(void) {
  program p = {0};
  cover(&p, met, NULL, "north.tenure", "--format", "json");
  json_t *document = json_loads(zc_buffer_text(&p.out), 0, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(document);
  json_t *region = json_array_get(json_object_get(document, "regions"), 0);
  json_t *conditions = json_object_get(region, "conditions");
  CU_ASSERT_EQUAL(json_array_size(conditions), 2);
  json_t *needs = json_array_get(conditions, 1);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(needs, "text")),
                         "months_in_current_title >= 48");
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(needs, "true")), "shown");
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(needs, "false")), "lacking");
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(needs, "decided_true")), "shown");
  json_t *sum = json_object_get(region, "sum");
  CU_ASSERT_EQUAL(json_integer_value(json_object_get(sum, "conditions")), 2);
  CU_ASSERT_EQUAL(json_integer_value(json_object_get(sum, "shown")), 4);
  json_decref(document);
  program_free(&p);
}

static char *read_text(const char *path) {
  char *text = calloc(1, 1 << 16);
  FILE *file = fopen(path, "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT_FATAL(fread(text, 1, (1 << 16) - 1, file) > 0);
  fclose(file);
  return text;
}

static void the_page_colours_conditions_and_needs_no_network(void) {
  program p = {0};
  char folder[64];
  char path[128];
  folder_make(folder);
  snprintf(path, sizeof path, "%s/page.html", folder);
  cover(&p, met, NULL, "north.tenure", "--html", path);
  char *page = read_text(path);
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<span class=\"part mark\">months_in_current_title &gt;= 48"
                                      "</span>"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "Four years in the present title."));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "was never false, unknown, decisive while false</li>"));
  CU_ASSERT_PTR_NULL(strstr(page, "http"));
  CU_ASSERT_PTR_NULL(strstr(page, "<script"));
  free(page);
  folder_remove(folder);
  program_free(&p);
}

static void a_page_that_cannot_be_written_is_an_error(void) {
  program p = {0};
  cover(&p, met, NULL, "north.tenure", "--html", "/nowhere/page.html");
  program_expect_status(&p, 4);
  program_expect_err(&p, "/nowhere/page.html");
  program_free(&p);
}

static void a_region_without_conversions_of_its_own_owes_no_cases_of_them(void) {
  program p = {0};
  RUN(&p, "test", "--plugins", ZC_BUILD_DIR "/bad_plugins/national_rows", "--region", "north",
      "--cases", "tests/bad_plugins/national_rows");
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&p.out), "base.convert"));
  program_expect_out(&p, "base.place lacks a case");
  program_free(&p);
}

static void all_errors_of_a_case_file_are_told_at_once(void) {
  program p = {0};
  cover(&p,
        "[one]\ntitle = 没有日期。\nfact.track = trageted\nverdict = eligible\n"
        "[two]\ntitle = 写错的键。\nas_of = 2024-06-01\nwrong\nfact.education = phd\n"
        "finding.north.ethics = met\n",
        NULL, "north.ethics", NULL, NULL);
  program_expect_status(&p, 2);
  program_expect_err(&p, "[one] lacks as_of");
  program_expect_err(&p, "trageted");
  program_expect_err(&p, "a.ini:8: ");
  program_expect_err(&p, "phd");
  program_free(&p);
}

void test_testing_coverage(CU_pSuite suite) {
  CU_add_test(suite, "a condition is asked to be true false unknown and decisive",
              a_condition_is_asked_to_be_true_false_unknown_and_decisive);
  CU_add_test(suite, "a case that fails shows nothing", a_case_that_fails_shows_nothing);
  CU_add_test(suite, "the cases that it proposes show all that lacks",
              the_cases_that_it_proposes_show_all_that_lacks);
  CU_add_test(suite, "what nobody can show is not asked for",
              what_nobody_can_show_is_not_asked_for);
  CU_add_test(suite, "json has each condition with what was shown",
              json_has_each_condition_with_what_was_shown);
  CU_add_test(suite, "the page colours conditions and needs no network",
              the_page_colours_conditions_and_needs_no_network);
  CU_add_test(suite, "a page that cannot be written is an error",
              a_page_that_cannot_be_written_is_an_error);
  CU_add_test(suite, "a region without conversions of its own owes no cases of them",
              a_region_without_conversions_of_its_own_owes_no_cases_of_them);
  CU_add_test(suite, "all errors of a case file are told at once",
              all_errors_of_a_case_file_are_told_at_once);
}
