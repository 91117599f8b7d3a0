/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng test: cases that pass, fail and cannot be read, coverage, JUnit, recording. */
#include "support/program.h"
#include "tests.h"

#include <string.h>
#include <sys/stat.h>

static const char good[] = "[a.good.case]\n"
                           "title = 八县之一的单位在定向范围之内\n"
                           "as_of = 2021-10-15\n"
                           "rule = gx.scope.county\n"
                           "shows = met\n"
                           "fact.track = targeted\n"
                           "fact.unit_division = 451229\n"
                           "finding.gx.scope.county = met\n"
                           "verdict = undetermined\n"
                           "need.gx.choice.applied_other_track_this_year = = false\n"
                           "edition = gx-2020-88\n"
                           "counted_to = 2021-10-15\n"
                           "effect.gx.certificate = listed\n";

/* Runs Guangxi's plugin against one file of cases. */
static void run_cases(program *p, const char *text, const char *option, const char *value) {
  char folder[64];
  folder_make(folder);
  folder_write(folder, "x.ini", text);
  RUN(p, "test", "--region", "guangxi", "--cases", folder, option, value);
  folder_remove(folder);
}

static void cases_that_hold_pass(void) {
  program p = {0};
  run_cases(&p, good, NULL, NULL);
  program_expect_out(&p, "1 passed, 0 failed\n");
  RUN(&p, "test", "plugins/guangxi/cases/early.ini");
  program_expect_status(&p, 0);
  program_expect_out(&p, " passed, 0 failed\n");
  program_free(&p);
}

static void a_failing_case_names_itself_the_expectation_and_the_rule(void) {
  program p = {0};
  run_cases(&p,
            "[wrong]\n"
            "title = 这个用例有意写错\n"
            "as_of = 2021-10-15\n"
            "rule = gx.scope.county\n"
            "shows = unmet\n"
            "fact.track = targeted\n"
            "fact.unit_division = 451229\n"
            "fact.applied_other_track_this_year = true\n"
            "verdict = eligible\n"
            "missing = education\n"
            "effect.gx.certificate = absent\n",
            NULL, NULL);
  program_expect_status(&p, 1);
  program_expect_out(&p, "x.ini:1: FAILED [wrong] 这个用例有意写错\n");
  program_expect_out(&p, "    line 9: verdict: expected eligible, got ineligible\n");
  program_expect_out(&p, "    line 10: missing: expected education, got none\n");
  program_expect_out(&p, "    line 11: effect.gx.certificate: expected absent, got listed\n");
  program_expect_out(&p, "    shows: expected gx.scope.county to be unmet, got met\n");
  program_expect_out(&p, "gx.choice is unmet");
  program_expect_out(&p, "    rule gx.scope.county: plugins/guangxi/scope.c:");
  program_expect_out(&p, "0 passed, 1 failed\n");
  program_free(&p);
}

static void a_boundary_case_has_to_stand_at_the_boundary(void) {
  static const char format[] = "[edge]\n"
                               "title = 满四年的界限\n"
                               "as_of = 2021-10-15\n"
                               "rule = gx.edu.mid\n"
                               "shows = boundary\n"
                               "fact.track = targeted\n"
                               "fact.target_level = intermediate\n"
                               "fact.education = high_school\n"
                               "fact.current_title_level = assistant\n"
                               "fact.pilot_county_months = 0\n"
                               "fact.months_in_current_title = %d\n";
  static const int months[] = {46, 47, 48, 49};
  static const int passes[] = {0, 1, 1, 0};
  program p = {0};
  for (int i = 0; i < 4; i++) {
    char text[512];
    snprintf(text, sizeof text, format, months[i]);
    run_cases(&p, text, NULL, NULL);
    program_expect_out(&p, passes[i] ? "1 passed, 0 failed\n"
                                     : "no fact of gx.edu.mid stands at its threshold\n");
  }
  program_free(&p);
}

static void coverage_names_rules_and_the_kinds_they_lack(void) {
  program p = {0};
  run_cases(&p, good, "--rule", "gx.scope.county");
  program_expect_status(&p, 1);
  program_expect_out(&p,
                     "scope gx.scope.county lacks a case: unmet unknown (plugins/guangxi/scope.c:");
  program_expect_out(&p, "unit gx.scope.county lacks a case: met unmet unknown (");
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&p.out), "gx.choice"));
  run_cases(&p,
            "[exempt]\n"
            "exempt.gx.scope.county = met unmet unknown: 仅供试验\n",
            "--rule", "gx.scope.county");
  program_expect_status(&p, 0);
  program_free(&p);
}

static void an_exemption_that_nothing_needs_is_told(void) {
  program p = {0};
  char text[1024];
  snprintf(text, sizeof text, "%s[exempt]\nexempt.gx.choice = unmet: 试验\n%s", good,
           "[choice]\n"
           "title = 同一年度申报两类\n"
           "as_of = 2021-10-15\n"
           "fact.track = targeted\n"
           "fact.applied_other_track_this_year = true\n"
           "finding.gx.choice = unmet\n");
  run_cases(&p, text, "--rule", "gx.choice");
  program_expect_status(&p, 1);
  program_expect_out(&p, "choice gx.choice is exempt, yet a case shows it: unmet (");
  program_free(&p);
}

/* Case files that cannot be read, and a part of what is said. */
static const char *const broken[][2] = {
    {"[a]\nas_of = 2021-10-15\nverdict = eligible\n", "x.ini:1: error: [a] lacks title"},
    {"[a]\ntitle = x\nverdict = eligible\n", "[a] lacks as_of"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\n", "[a] lacks any expectation"},
    {"[a]\ntitle = x\nas_of = 2021-02-30\nverdict = eligible\n",
     "x.ini:3: error: [a] as_of: '2021-02-30' is no value"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nverdikt = eligible\n",
     "no key 'verdikt'; did you mean verdict?"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nshows = met\n", "[a] lacks rule"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nrule = gx.early\nshows = often\n", "shows: 'often'"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nverdict = yes\n",
     "x.ini:4: error: [a] verdict: 'yes' is no value for it; it is one of: eligible ineligible "
     "undetermined none"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nfinding.gx.early = fulfilled\n",
     "finding.gx.early: 'fulfilled' is no value for it; it is one of: met unmet"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nfinding.gx.erly = met\n",
     "no rule 'gx.erly' for this question; did you mean gx.early"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nfact.educaton = master\nverdict = eligible\n",
     "x.ini:4: error: [a] there is no fact 'educaton'; did you mean education"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nfact.education = phd\nverdict = eligible\n", "x.ini:4"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\ndue.gx.schedule.plan = none\n",
     "has no 'due.gx.schedule.plan'"},
    {"[a]\ntitle = x\nquestion = calendar\nverdict = eligible\nyear = 2020\n", "has no 'verdict'"},
    {"[a]\ntitle = x\nquestion = calendar\ndue.gx.schedule.plan = none\n", "[a] lacks year"},
    {"[a]\ntitle = x\nquestion = why\nas_of = 2021-10-15\nverdict = eligible\n", "question: 'why'"},
    {"[a]\ntitle = x\nas_of = 2021-10-15\nstrict = 1\nverdict = eligible\n", "strict: '1'"},
    {"[exempt]\nexempt.gx.early = met\n", "it is written exempt.<rule> = <kind>: <reason>"},
    {"[exempt]\nexempt.gx.early = never: x\n", "it is written exempt.<rule> = <kind>: <reason>"},
    {"[exempt]\nexempt.gx.erly = met: x\n", "this region has no such rule"},
    {"title = x\n", "x.ini:1"},
};

static void case_files_that_are_wrong_are_told_with_their_lines(void) {
  program p = {0};
  for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    run_cases(&p, broken[i][0], NULL, NULL);
    program_expect_status(&p, 2);
    program_expect_err(&p, broken[i][1]);
  }
  program_free(&p);
}

static void results_are_also_junit(void) {
  program p = {0};
  char folder[64];
  char file[128];
  folder_make(folder);
  snprintf(file, sizeof file, "%s/junit.xml", folder);
  folder_write(folder, "x<&\xFF.ini", good);
  RUN(&p, "test", "--region", "guangxi", "--cases", folder, "--junit", file);
  FILE *xml = fopen(file, "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(xml);
  char text[2048];
  size_t length = fread(text, 1, sizeof text - 1, xml);
  text[length] = '\0';
  fclose(xml);
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "<testsuite name=\"guangxi\" tests=\"1\" failures=\"0\">"));
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "/x&lt;&amp;\xEF\xBF\xBD.ini\" line="));
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "name=\"a.good.case: 八县之一的单位在定向范围之内\""));
  folder_remove(folder);
  program_free(&p);
}

static void a_recorded_case_passes(void) {
  program p = {0};
  RUN(&p, "test", "--record", "--region", "guangxi", "--as-of", "2021-10-15", "--facts",
      "tests/samples/guangxi_doctor.json", "--id", "gx.recorded", "--title", "录下的用例", "--rule",
      "gx.early");
  program_expect_status(&p, 0);
  program_expect_out(&p, "[gx.recorded]\ntitle = 录下的用例\nquestion = assess\n");
  program_expect_out(&p, "rule = gx.early\nshows = met\n");
  program_expect_out(&p, "fact.unit_division = 451229100\n");
  char text[8192];
  CU_ASSERT_FATAL(p.out.length < sizeof text);
  memcpy(text, zc_buffer_text(&p.out), p.out.length + 1);
  run_cases(&p, text, NULL, NULL);
  program_expect_out(&p, "1 passed, 0 failed\n");
  RUN(&p, "test", "--record", "--region", "guangxi", "--id", "a", "--title", "x", "--set",
      "unit_name=a;b");
  program_expect_status(&p, 2);
  program_expect_err(&p, "cannot stand in an INI file");
  program_free(&p);
}

static void a_pipe_among_the_cases_is_not_waited_for(void) {
  program p = {0};
  char folder[64], path[128];
  folder_make(folder);
  snprintf(path, sizeof path, "%s/a.ini", folder);
  CU_ASSERT_EQUAL_FATAL(mkfifo(path, 0600), 0);
  RUN(&p, "test", "--region", "guangxi", "--cases", folder);
  program_expect_status(&p, 2);
  program_expect_err(&p, "a regular file is wanted here");
  folder_remove(folder);
  program_free(&p);
}

void test_cases_cases(CU_pSuite suite) {
  CU_add_test(suite, "cases that hold pass", cases_that_hold_pass);
  CU_add_test(suite, "a failing case names itself, the expectation and the rule",
              a_failing_case_names_itself_the_expectation_and_the_rule);
  CU_add_test(suite, "a boundary case has to stand at the boundary",
              a_boundary_case_has_to_stand_at_the_boundary);
  CU_add_test(suite, "coverage names rules and the kinds of cases that they lack",
              coverage_names_rules_and_the_kinds_they_lack);
  CU_add_test(suite, "an exemption that nothing needs is told",
              an_exemption_that_nothing_needs_is_told);
  CU_add_test(suite, "case files that are wrong are told with their lines",
              case_files_that_are_wrong_are_told_with_their_lines);
  CU_add_test(suite, "results are also JUnit", results_are_also_junit);
  CU_add_test(suite, "a pipe among the cases is not waited for",
              a_pipe_among_the_cases_is_not_waited_for);
  CU_add_test(suite, "a recorded case passes", a_recorded_case_passes);
}
