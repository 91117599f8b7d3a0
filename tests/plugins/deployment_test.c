/* SPDX-License-Identifier: Apache-2.0 */
/* What the regions answer once a deployment has entered values that their documents leave to later
 * ones: no case of the tree can show it, since the tree holds none of them. */
#include "support/program.h"
#include "tests.h"

#include <stdio.h>
#include <string.h>

/* A deployment that has entered from when two series of Shandong have grassroots titles. */
static const char series[] = "[series_established]\nsource = Notice 5\nalways agriculture = "
                             "2021-06-01\nalways 3710 arts = 2021-01-01\n";

typedef struct deployment {
  char folder[64], config[128];
} deployment;

static void deploy(deployment *d, const char *file, const char *text) {
  folder_make(d->folder);
  snprintf(d->config, sizeof d->config, "%s/c.ini", d->folder);
  folder_write(d->folder, "c.ini", "[zhicheng]\noverrides = .\n");
  folder_write(d->folder, file, text);
}

/* The state of sd.scope.series on the targeted track. */
static void expect_series(const deployment *d, const char *as_of, const char *name,
                          const char *division, const char *state) {
  program p = {0};
  char wanted[128];
  snprintf(wanted, sizeof wanted,
           "\"rule\":\"sd.scope.series\",\"kind\":\"scope\",\"clauses\":[\"sd.scope.series\"],"
           "\"state\":\"%s\"",
           state);
  RUN(&p, "assess", "--region", "shandong", "--config", d->config, "--as-of", as_of, "--format",
      "json", "--set", "track=targeted", "--set", name, "--set", division);
  program_expect_out(&p, wanted);
  program_free(&p);
}

static void a_series_has_grassroots_titles_from_the_day_entered(void) {
  deployment d;
  deploy(&d, "shandong.ini", series);
  expect_series(&d, "2021-05-31", "series=agriculture", "unit_division=370103", "unmet");
  expect_series(&d, "2021-06-01", "series=agriculture", "unit_division=370103", "met");
  expect_series(&d, "2021-06-01", "series=arts", "unit_division=371082", "met");
  expect_series(&d, "2020-12-31", "series=arts", "unit_division=371082", "unmet");
  expect_series(&d, "2021-06-01", "series=arts", "unit_division=370103", "unknown");
  expect_series(&d, "2021-06-01", "series=engineering", "unit_division=371082", "unknown");
  folder_remove(d.folder);
}

static void the_general_review_drops_its_preference_by_then(void) {
  static const char *const days[] = {"2021-05-31", "2021-06-01"};
  deployment d;
  program p = {0};
  deploy(&d, "shandong.ini", series);
  for (int i = 0; i < 2; i++) {
    RUN(&p, "assess", "--region", "shandong", "--config", d.config, "--as-of", days[i], "--format",
        "json", "--set", "track=general", "--set", "series=agriculture");
    const char *text = zc_buffer_text(&p.out);
    CU_ASSERT_EQUAL(strstr(text, "\"rule\":\"sd.no_tilt\"") != NULL, i);
  }
  program_free(&p);
  folder_remove(d.folder);
}

static void missing_is_empty_while_the_day_is_not_entered(void) {
  program p = {0};
  RUN(&p, "assess", "--region", "shandong", "--as-of", "2021-06-01", "--format", "json", "--set",
      "track=targeted", "--set", "series=engineering");
  program_expect_out(&p, "\"verdict\":\"undetermined\"");
  program_expect_out(&p, "\"missing\":[]");
  program_expect_out(&p, "series_established");
  program_free(&p);
}

/* A batch's summary tells its rules with the values of the day asked about. */
static void a_summary_has_the_values_of_its_day(void) {
  static const char *const days[][2] = {{"2021-06-01", "waits 5 years."},
                                        {"2022-06-01", "waits 3 years."}};
  deployment d;
  program p = {0};
  char people[128];
  deploy(&d, "shandong.ini", "[lock_years]\nsource = Notice 9\nalways = 5\n2022-01-01 = 3\n");
  folder_write(d.folder, "people.csv",
               "id,track,target_level,other_track_title_level,"
               "months_since_other_track_same_level\n"
               "p1,general,intermediate,intermediate,12\n");
  snprintf(people, sizeof people, "%s/people.csv", d.folder);
  for (int i = 0; i < 2; i++) {
    char out[128];
    snprintf(out, sizeof out, "%s/out%d.csv", d.folder, i);
    RUN(&p, "batch", "--region", "shandong", "--config", d.config, "--as-of", days[i][0], people,
        "--out", out);
    program_expect_status(&p, 0);
    program_expect_err(&p, days[i][1]);
  }
  program_free(&p);
  folder_remove(d.folder);
}

/* Ruling b3: a prefecture or committee may close earlier than 29 June, never later; the notice of
 * the committee for examination and review may name a later day. */
static void applications_close_by_the_29th_of_june(void) {
  deployment d;
  program p = {0};
  deploy(&d, "inner_mongolia.ini",
         "[application_deadline]\nsource = Notice 1\n2024-01-01 1502 = 2024-06-20\n"
         "2024-01-01 accounting = 2024-06-15\n"
         "[exam_review_deadline]\nsource = Notice 2\n2024-01-01 accounting = 2024-08-31\n");
  static const char *const asked[][3] = {
      {"unit_division=150202", "series=health", "\"value\":\"2024-06-20\",\"source\":\"Notice 1\""},
      {"unit_division=150102", "series=accounting", "\"value\":\"2024-06-15\""},
      {"unit_division=150102", "series=health", "\"value\":\"2024-06-29\""}};
  for (int i = 0; i < 3; i++) {
    RUN(&p, "assess", "--region", "inner_mongolia", "--config", d.config, "--as-of", "2024-06-01",
        "--format", "json", "--set", "track=general", "--set", "target_level=intermediate", "--set",
        asked[i][0], "--set", asked[i][1]);
    program_expect_out(&p, asked[i][2]);
  }
  RUN(&p, "assess", "--region", "inner_mongolia", "--config", d.config, "--as-of", "2024-08-01",
      "--format", "json", "--set", "track=general", "--set", "target_level=deputy_senior", "--set",
      "series=accounting", "--set", "series_exam_mode=exam_and_review");
  program_expect_out(&p, "\"counted_to\":\"2024-08-31\"");
  folder_write(d.folder, "inner_mongolia.ini",
               "[application_deadline]\nsource = Notice 1\n2024-01-01 1502 = 2024-06-30\n");
  RUN(&p, "assess", "--region", "inner_mongolia", "--config", d.config, "--as-of", "2024-06-01");
  program_expect_status(&p, 3);
  program_expect_err(&p,
                     "inner_mongolia.ini:3: error: application_deadline: 2024-06-30 is too late; "
                     "it can be 06-29 at the latest");
  program_free(&p);
  folder_remove(d.folder);
}

/* What a targeted title of Urumqi is worth to a teacher at the grassroots elsewhere in Xinjiang. */
static void the_region_says_what_a_title_of_urumqi_is_worth_elsewhere(void) {
  static const char *const values[][2] = {
      {"true", "valid"}, {"false", "reassess"}, {"none", "undetermined"}};
  static const char *const purposes[] = {"purpose=move", "purpose=employ"};
  program p = {0};
  for (int i = 0; i < 6; i++) {
    char ini[96], wanted[64];
    deployment d;
    snprintf(ini, sizeof ini, "[valid_in_region]\nsource = Notice 9\nalways = %s\n",
             values[i / 2][0]);
    snprintf(wanted, sizeof wanted, "\"result\":\"%s\"", values[i / 2][1]);
    deploy(&d, "urumqi.ini", ini);
    RUN(&p, "convert", "--region", "urumqi", "--config", d.config, "--as-of", "2022-10-15",
        "--format", "json", "--set", purposes[i % 2], "--set", "held_title_track=targeted", "--set",
        "held_title_region=urumqi", "--set", "held_title_series=school_teacher", "--set",
        "destination_division=654002", "--set", "destination_unit_level=township", "--set",
        "destination_unit_nature=public_institution");
    program_expect_out(&p, wanted);
    program_expect_out(&p, "\"missing\":[]");
    folder_remove(d.folder);
  }
  program_free(&p);
}

void test_plugins_deployment(CU_pSuite suite) {
  CU_add_test(suite, "a series of Shandong has grassroots titles from the day entered",
              a_series_has_grassroots_titles_from_the_day_entered);
  CU_add_test(suite, "from that day the general review gives the grassroots no preference",
              the_general_review_drops_its_preference_by_then);
  CU_add_test(suite, "nothing is missing from the applicant while the day is not entered",
              missing_is_empty_while_the_day_is_not_entered);
  CU_add_test(suite, "Inner Mongolia's applications close by 29 June, earlier where one says so",
              applications_close_by_the_29th_of_june);
  CU_add_test(suite, "the summary of a batch has the values of the day asked about",
              a_summary_has_the_values_of_its_day);
  CU_add_test(suite, "Xinjiang says what a title of Urumqi is worth at its grassroots elsewhere",
              the_region_says_what_a_title_of_urumqi_is_worth_elsewhere);
}
