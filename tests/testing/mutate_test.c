/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng test --mutate: what cases notice, what they do not, and the cases that would. The plugin
 * is tests/bad_plugins/blind_cases. */
#include "support/program.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

#define PLUGINS ZC_BUILD_DIR "/bad_plugins/blind_cases"

/* Far from the threshold on both sides. */
static const char far_away[] = "[long]\n"
                               "title = 任职六十个月的符合。\n"
                               "as_of = 2024-06-01\n"
                               "fact.track = targeted\n"
                               "fact.target_level = intermediate\n"
                               "fact.months_in_current_title = 60\n"
                               "finding.north.tenure = met\n"
                               "[short]\n"
                               "title = 任职三十个月的不符合。\n"
                               "as_of = 2024-06-01\n"
                               "fact.track = targeted\n"
                               "fact.target_level = intermediate\n"
                               "fact.months_in_current_title = 30\n"
                               "finding.north.tenure = unmet\n";

static void mutate(program *p, const char *cases, const char *more, const char *rule) {
  char folder[64];
  folder_make(folder);
  folder_write(folder, "a.ini", cases);
  if (more)
    folder_write(folder, "b.ini", more);
  RUN(p, "test", "--mutate", "--plugins", PLUGINS, "--region", "north", "--cases", folder,
      rule ? "--rule" : NULL, rule);
  folder_remove(folder);
}

static void a_change_that_no_case_notices_is_named_with_its_place(void) {
  program p = {0};
  mutate(&p, far_away, NULL, "north.tenure");
  program_expect_status(&p, 1);
  program_expect_out(&p, "tests/bad_plugins/blind_cases/north.c:7: no case notices: north.tenure: "
                         "needs: 48 -> 49\n");
  program_expect_out(&p, "no case notices: north.tenure: needs: 48 -> 47\n");
  program_expect_out(&p, "no case notices: north.tenure: needs: >= -> >\n");
  program_expect_out(&p, "no case notices: north.tenure: when: intermediate -> assistant\n");
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&p.out), "north.tenure: row: here -> removed"));
  program_free(&p);
}

/* The cases of a report: all from the line that announces them, to be kept as they stand. */
static char *proposed(program *p) {
  char *text = strdup(zc_buffer_text(&p->out));
  char *start = strstr(text, "\n# Cases");
  CU_ASSERT_PTR_NOT_NULL_FATAL(start);
  memmove(text, start, strlen(start) + 1);
  return text;
}

static void the_cases_that_it_proposes_notice_all_that_got_through(void) {
  program p = {0};
  mutate(&p, far_away, NULL, "north.tenure");
  char *cases = proposed(&p);
  CU_ASSERT_PTR_NOT_NULL(strstr(cases, "fact.months_in_current_title = 48\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(cases, "finding.north.tenure = "));
  mutate(&p, far_away, cases, "north.tenure");
  program_expect_status(&p, 0);
  program_expect_out(&p, " 0 get through\n");
  free(cases);
  program_free(&p);
}

static void a_change_that_changes_nothing_for_anybody_is_proven_so(void) {
  program p = {0};
  mutate(&p, far_away, NULL, "north.work");
  const char *out = zc_buffer_text(&p.out);
  CU_ASSERT_PTR_NULL(strstr(out, "12 -> 13"));
  CU_ASSERT_PTR_NULL(strstr(out, "12 -> 11"));
  CU_ASSERT_PTR_NOT_NULL(strstr(out, "no case notices: north.work: needs: 24 -> 25\n"));
  CU_ASSERT_PTR_NULL(strstr(out, " 0 are proven to change nothing"));
  program_free(&p);
}

static void an_accepted_change_fails_nothing_and_an_idle_acceptance_does(void) {
  program p = {0};
  mutate(&p, far_away, NULL, NULL);
  program_expect_out(&p, "north.c:16: accepts a change that a case notices or that is none: "
                         "north.ethics: mutant:flags: nothing -> ZC_BINDS_ALWAYS\n");
  program_free(&p);
}

static void a_case_that_fails_already_notices_everything_so_it_is_refused(void) {
  program p = {0};
  mutate(&p,
         "[wrong]\ntitle = 有意写错。\nas_of = 2024-06-01\nfact.track = targeted\n"
         "finding.north.ethics = met\n",
         NULL, NULL);
  program_expect_status(&p, 1);
  program_expect_err(&p, "a.ini:1: error: [wrong] fails as it is");
  program_free(&p);
}

static void the_report_is_chinese_where_asked_for(void) {
  program p = {0};
  RUN(&p, "test", "--mutate", "--region", "guangxi", "--rule", "gx.choice", "--lang", "zh");
  program_expect_status(&p, 0);
  program_expect_out(&p, "guangxi：");
  program_expect_out(&p, "漏过 0");
  program_free(&p);
}

static void options_that_do_not_go_together_are_refused(void) {
  program p = {0};
  RUN(&p, "test", "--mutate", "--coverage", "--region", "guangxi");
  program_expect_status(&p, 2);
  RUN(&p, "test", "--mutate", "plugins/guangxi/cases/early.ini");
  program_expect_status(&p, 2);
  RUN(&p, "test", "--mutate", "--format", "json", "--region", "guangxi");
  program_expect_status(&p, 2);
  RUN(&p, "test", "--mutate", "--region", "guangxi", "--rule", "gx.nothing");
  program_expect_status(&p, 2);
  program_free(&p);
}

void test_testing_mutate(CU_pSuite suite) {
  CU_add_test(suite, "a change that no case notices is named with its place",
              a_change_that_no_case_notices_is_named_with_its_place);
  CU_add_test(suite, "the cases that it proposes notice all that got through",
              the_cases_that_it_proposes_notice_all_that_got_through);
  CU_add_test(suite, "a change that changes nothing for anybody is proven so",
              a_change_that_changes_nothing_for_anybody_is_proven_so);
  CU_add_test(suite, "an accepted change fails nothing and an idle acceptance does",
              an_accepted_change_fails_nothing_and_an_idle_acceptance_does);
  CU_add_test(suite, "a case that fails already notices everything so it is refused",
              a_case_that_fails_already_notices_everything_so_it_is_refused);
  CU_add_test(suite, "the report is chinese where asked for",
              the_report_is_chinese_where_asked_for);
  CU_add_test(suite, "options that do not go together are refused",
              options_that_do_not_go_together_are_refused);
}
