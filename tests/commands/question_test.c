/* SPDX-License-Identifier: Apache-2.0 */
/* Questions as people ask them: facts from files, standard input and settings. */
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

static void expect_word(program *p, const char *key, const char *wanted) {
  json_t *root = program_json(p);
  const char *got = json_string_value(json_object_get(root, key));
  if (!got || strcmp(got, wanted) != 0)
    printf("\n%s: wanted %s, got %s\n", key, wanted, got ? got : "(no text)");
  CU_ASSERT(got && strcmp(got, wanted) == 0);
  json_decref(root);
}

static const char doctor[] = "tests/samples/guangxi_doctor.json";

static void facts_come_from_a_file_or_standard_input_or_settings(void) {
  program p = {0};
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--format", "json", "--facts",
      doctor);
  expect_word(&p, "verdict", "eligible");
  expect_word(&p, "route", "gx.edu.deputy");
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--format", "json", "--facts",
      doctor, "--set", "exam_score=54");
  expect_word(&p, "verdict", "ineligible");
  p.input = "[facts]\nheld_title_track = general\npurpose = stay\nheld_title_region = guangxi\n";
  RUN(&p, "convert", "--region=guangxi", "--as-of=2021-10-15", "--format=json", "--facts", "-");
  expect_word(&p, "result", "valid");
  program_free(&p);
}

static void errors_of_reading_and_of_days_are_told_together(void) {
  program p = {.input = "{\"educaton\": \"x\", \"held_title_date\": \"2030-01-01\", "
                        "\"other_track_title_date\": \"2020-01-01\", "
                        "\"months_since_other_track_title\": 3}"};
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--facts", "-", "--set",
      "trck=targeted", "--set", "current_title_date=2030-01-01");
  program_expect_status(&p, 2);
  program_expect_err(&p, "1:2: at /educaton: error: ");
  program_expect_err(&p, "--set: error: there is no fact named \"trck\"");
  program_expect_err(&p, "at /held_title_date: error: held_title_date (2030-01-01)");
  program_expect_err(&p, "--set: error: current_title_date (2030-01-01)");
  program_expect_err(&p, "at /months_since_other_track_title: error: ");
  program_free(&p);
}

static void strict_assumes_nothing(void) {
  program p = {0};
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--format", "json", "--facts",
      doctor, "--strict");
  json_t *root = program_json(&p);
  CU_ASSERT_EQUAL(json_object_size(json_object_get(root, "assumed")), 0);
  json_decref(root);
  program_free(&p);
}

static void the_answer_is_the_same_for_every_language(void) {
  program p = {0};
  program q = {0};
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--format", "json", "--facts",
      doctor, "--lang", "zh");
  RUN(&q, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--format", "json", "--facts",
      doctor, "--lang", "en");
  CU_ASSERT_EQUAL_FATAL(p.out.length, q.out.length);
  CU_ASSERT_EQUAL(memcmp(p.out.data, q.out.data, p.out.length), 0);
  program_free(&p);
  program_free(&q);
}

static void text_begins_with_the_verdict(void) {
  program p = {0};
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--facts", doctor, "--lang",
      "zh");
  program_expect_status(&p, 0);
  CU_ASSERT_EQUAL(strncmp(zc_buffer_text(&p.out), "可以申报", strlen("可以申报")), 0);
  RUN(&p, "unit", "--region", "guangxi", "--as-of", "2021-10-15", "--set", "unit_division=450102");
  program_expect_status(&p, 0);
  CU_ASSERT_EQUAL(
      strncmp(zc_buffer_text(&p.out), "The unit is not grassroots", strlen("The unit is not")), 0);
  program_free(&p);
}

static void a_day_without_edition_is_undetermined(void) {
  program p = {0};
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2019-10-15", "--format", "json", "--set",
      "track=general");
  json_t *root = program_json(&p);
  json_t *findings = json_object_get(root, "findings");
  CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "edition")), 0);
  CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "missing")), 0);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(root, "verdict")), "undetermined");
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(json_array_get(findings, 0), "rule")),
                         "no_edition");
  json_decref(root);
  program_free(&p);
}

static void text_of_a_day_without_edition_lists_the_days_that_have_one(void) {
  program p = {0};
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2026-01-01", "--set", "track=general");
  program_expect_status(&p, 0);
  program_expect_out(&p, "It cannot be told yet whether this person may apply\n"
                         "No document on record of this region speaks of this day. There are:\n");
  program_expect_out(&p, "  人社专技司函〔2020〕88号  ");
  program_free(&p);
}

static void advice_tells_what_waiting_depends_on(void) {
  program p = {0};
  RUN(&p, "assess", "--region", "urumqi", "--as-of", "2022-10-10", "--facts",
      "tests/samples/urumqi_teacher.json", "--set", "months_in_current_title=10");
  program_expect_out(&p, "from 2025-12-10 on it depends on what is not known: continuing education "
                         "completed.\n");
  RUN(&p, "assess", "--region", "inner_mongolia", "--as-of", "2023-10-01", "--facts",
      "tests/samples/inner_mongolia_agronomist.json", "--set", "application_date=2023-10-01",
      "--set", "current_title_date=2019-02-01");
  program_expect_out(&p, "  With nothing else changed: from 2024-01-01 on (education and tenure "
                         "by national practice) (documents by then: 内人社发〔2022〕55号, "
                         "内人社办发〔2024〕85号)");
  program_free(&p);
}

static void a_calendar_takes_its_dates_from_settings(void) {
  program p = {0};
  RUN(&p, "calendar", "--region", "urumqi", "--year", "2023", "--set",
      "review_start_date=2023-10-09");
  program_expect_status(&p, 0);
  program_expect_out(&p, "2023-08-31");
  program_expect_out(&p, "--set review_end_date=DATE");
  program_expect_out(&p,
                     "is not set: application_deadline, to be entered in `overrides`/urumqi.ini");
  RUN(&p, "calendar", "--region", "guangxi", "--year", "2020", "--format", "json");
  json_t *root = program_json(&p);
  json_t *first = json_array_get(json_object_get(root, "steps"), 0);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(first, "due")), "2020-04-30");
  CU_ASSERT_EQUAL(json_integer_value(json_object_get(root, "year")), 2020);
  json_decref(root);
  RUN(&p, "calendar", "--region", "guangxi", "--year", "2020", "--set", "metting_date=2020-01-01");
  program_expect_status(&p, 2);
  program_expect_err(&p, "meeting_date");
  program_free(&p);
}

static void facts_and_regions_are_listed(void) {
  program p = {0};
  RUN(&p, "facts", "--format", "json");
  json_t *root = program_json(&p);
  json_t *first = json_array_get(root, 0);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(first, "name")), "track");
  CU_ASSERT_EQUAL(json_array_size(json_object_get(first, "values")), 4);
  json_decref(root);
  RUN(&p, "facts", "--region", "guangxi", "--lang", "zh");
  program_expect_status(&p, 0);
  program_expect_out(&p, "target_level  申报层级  [enum]");
  program_expect_out(&p, "clerk（员级） < assistant");
  program_expect_out(&p, "  标记 paper\n");
  RUN(&p, "facts");
  program_expect_out(&p,
                     "paper_count  papers  [int 0-1000000000 pieces]  0 unless given  tag paper");
  RUN(&p, "regions", "--format", "json");
  root = program_json(&p);
  CU_ASSERT(json_array_size(root) >= 4);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(json_array_get(root, 0), "status")),
                         "loaded");
  json_decref(root);
  program_free(&p);
}

/* assess, calendar and regions say the same of the last day of each year. */
static void the_deadline_of_a_year_ends_with_its_year(void) {
  static const char ini[] = "[application_deadline]\nsource = Notice 7\n"
                            "2022-01-01 = 2022-10-31\n2024-01-01 = 2024-10-31\n";
  static const char *const years[] = {"2022", "2023", "2024", "2025"};
  static const int has_value[] = {1, 0, 1, 0};
  program p = {0};
  char folder[64], config[128], day[24], applied[64];
  folder_make(folder);
  snprintf(config, sizeof config, "%s/c.ini", folder);
  folder_write(folder, "c.ini", "[zhicheng]\noverrides = .\n");
  folder_write(folder, "urumqi.ini", ini);
  for (int i = 0; i < 4; i++) {
    snprintf(day, sizeof day, "%s-12-31", years[i]);
    snprintf(applied, sizeof applied, "application_date=%s-11-01", years[i]);
    RUN(&p, "assess", "--config", config, "--region", "urumqi", "--as-of", day, "--set",
        "track=targeted", "--set", applied, "--format", "json");
    program_expect_out(&p, has_value[i]
                               ? "\"urq.start.deadline\",\"kind\":\"deadline\","
                                 "\"clauses\":[\"urq.start\"],\"state\":\"unmet\""
                               : "\"urq.start.deadline\",\"kind\":\"deadline\","
                                 "\"clauses\":[\"urq.start\"],\"state\":\"not_applicable\"");
    snprintf(day, sizeof day, "%s-10-31", years[i]);
    RUN(&p, "calendar", "--config", config, "--region", "urumqi", "--year", years[i]);
    program_expect_out(&p, has_value[i] ? day : "is not set: application_deadline");
    RUN(&p, "regions", "--config", config, "--year", years[i]);
    CU_ASSERT_EQUAL(!strstr(zc_buffer_text(&p.out), "out of date: application_deadline"),
                    has_value[i]);
  }
  RUN(&p, "regions", "--config", config, "--year", "2021");
  program_expect_out(&p, "      application_deadline  last day of the year's applications\n");
  RUN(&p, "calendar", "--config", config, "--region", "urumqi", "--year", "2023", "--format",
      "json");
  program_expect_out(&p, "\"due\":null,\"needs\":\"application_deadline\"");
  folder_write(folder, "urumqi.ini",
               "[application_deadline]\nsource = Notice 7\n"
               "2022-01-01 health = 2022-10-31\n");
  RUN(&p, "calendar", "--config", config, "--region", "urumqi", "--year", "2022");
  program_expect_out(&p, "the day of that year differs by division or series: "
                         "application_deadline");
  folder_write(folder, "urumqi.ini",
               "[application_deadline]\nsource = Notice 7\n"
               "always = 2022-10-31\n");
  RUN(&p, "calendar", "--config", config, "--region", "urumqi", "--year", "2022");
  program_expect_status(&p, 3);
  program_expect_err(&p,
                     "urumqi.ini:3: error: application_deadline: the parameter is set anew each "
                     "year; write the first day of the value, like 2024-01-01");
  folder_remove(folder);
  program_free(&p);
}

/* A deployment of Urumqi that has entered the close of applications for 2022 and taken it away. */
static void parameters_of_earlier_years_and_without_a_value_are_told(void) {
  static const char ini[] = "[application_deadline]\nsource = Notice 7\n2021-03-01 = 2021-10-31\n"
                            "2022-03-01 health = 2022-11-30\n2022-01-01 = none\n"
                            "[baseline_local]\nsource = Notice 8\nalways 6501 = true\n"
                            "[valid_in_region]\nsource = Notice 9\nalways = none\n";
  program p = {0};
  char folder[64], config[128];
  folder_make(folder);
  snprintf(config, sizeof config, "%s/c.ini", folder);
  folder_write(folder, "c.ini", "[zhicheng]\noverrides = .\n");
  folder_write(folder, "urumqi.ini", ini);
  RUN(&p, "regions", "--config", config, "--year", "2023");
  program_expect_status(&p, 0);
  program_expect_out(&p, "    out of date: application_deadline, whose latest value is of "
                         "2022-03-01, before 2023 and ended with its year (");
  program_expect_out(&p,
                     "/urumqi.ini:4)\n    not entered here, as the documents leave it to others ("
                     "rules about it do without it, or\n    are undetermined):\n      "
                     "valid_in_region  whether the title stays valid at the grassroots ");
  RUN(&p, "regions", "--config", config, "--year", "2023", "--lang", "zh");
  program_expect_out(
      &p, "参数过期：application_deadline 最晚的值自 2022-03-01 起，早于 2023 年，已随当年失效"
          "（");
  program_expect_out(&p, "这里尚未录入的数据（涉及它的规则不计它，或因此不能确定）：\n      "
                         "valid_in_region  流动到自治区其他地方的基层单位是否有效");
  RUN(&p, "regions", "--config", config, "--year", "2023", "--format", "json");
  program_expect_out(&p, "\"stale\":[{\"parameter\":\"application_deadline\","
                         "\"latest\":\"2022-03-01\",\"source\":\"Notice 7\",\"file\":\"");
  program_expect_out(&p, "/urumqi.ini\",\"line\":4}],\"unset\":[\"valid_in_region\"]");
  RUN(&p, "regions", "--config", config, "--year", "2022", "--format", "json");
  program_expect_out(&p, "\"stale\":[],\"unset\":[\"valid_in_region\"]");
  folder_write(folder, "urumqi.ini",
               "[application_deadline]\nsource = Notice 1\n1999-01-01 = 1999-10-31\n");
  RUN(&p, "regions", "--config", config);
  program_expect_out(&p, "out of date: application_deadline, whose latest value is of 1999-01-01");
  program_expect_out(&p, "or\n    are undetermined):\n      baseline_local  a standard of the "
                         "place's own is in force\n      valid_in_region  whether ");
  RUN(&p, "regions", "--config", config, "--year", "23");
  program_expect_status(&p, 2);
  program_expect_err(&p, "--year: '23' is no year");
  folder_remove(folder);
  program_free(&p);
}

static void eval_shows_a_value_and_the_facts_behind_it(void) {
  program p = {0};
  RUN(&p, "eval", "specialty_months >= 4 years", "--set", "specialty_months=48");
  program_expect_status(&p, 0);
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&p.out), "true\n  specialty_months = 48\n");
  RUN(&p, "eval", "max(specialty_months, 3 months)");
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&p.out), "unknown\n  specialty_months = unknown\n");
  RUN(&p, "eval", "2 years");
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&p.out), "24 months\n");
  RUN(&p, "eval", "education", "--set", "education=master");
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&p.out), "master\n  education = master\n");
  RUN(&p, "eval", "as_of + 1 days", "--as-of", "2020-02-28");
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&p.out), "2020-02-29\n");
  RUN(&p, "eval", "unit_division under region_division", "--region", "guangxi");
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&p.out), "true\n  unit_division = 450000\n");
  RUN(&p, "eval", "--region", "guangxi", "--strict", "--", "unit_division under region_division");
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&p.out), "unknown\n  unit_division = unknown\n");
  RUN(&p, "eval", "specialty_mnths >= 4");
  program_expect_status(&p, 2);
  program_expect_err(&p, "column 1");
  program_expect_err(&p, "specialty_months");
  program_free(&p);
}

/* The trial of its functions did not try this score. */
static void a_plugin_that_crashes_over_some_facts_is_named(void) {
#if !defined(__SANITIZE_ADDRESS__)
  program p = {0};
  const char *folder = ZC_BUILD_DIR "/bad_plugins/scores_rarely";
  RUN(&p, "assess", "--plugins", folder, "--region", "north", "--as-of", "2024-05-01", "--set",
      "track=targeted", "--set", "exam_score=776");
  program_expect_status(&p, 0);
  RUN(&p, "assess", "--plugins", folder, "--region", "north", "--as-of", "2024-05-01", "--set",
      "track=targeted", "--set", "exam_score=777");
  program_expect_status(&p, 3);
  program_expect_err(&p, "scores_rarely/north.so crashed over these facts");
  program_free(&p);
#endif
}

static void a_code_in_no_table_is_told(void) {
  program p = {0};
  RUN(&p, "unit", "--region", "guangxi", "--set", "unit_division=450199");
  program_expect_status(&p, 0);
  program_expect_err(&p, "warning: unit_division: the division code 450199 stands in no table; it "
                         "is placed by its digits alone");
  RUN(&p, "unit", "--region", "guangxi", "--set", "unit_division=450102", "--lang", "zh");
  program_expect_status(&p, 0);
  CU_ASSERT_EQUAL(p.err.length, 0);
  RUN(&p, "assess", "--region", "guangxi", "--set", "unit_division=450102999", "--lang", "zh");
  program_expect_err(&p, "警告：unit_division：区划代码表中没有 450102999；");
  RUN(&p, "convert", "--region", "guangxi", "--set", "held_title_division=451281", "--lang", "zh");
  program_expect_err(&p,
                     "警告：held_title_division：451281 是已撤销的区划：宜州市，2016 撤销，现为 "
                     "451203 广西壮族自治区河池市宜州区（");
  program_free(&p);
}

static void a_region_without_a_way_says_so(void) {
  program p = {0};
  RUN(&p, "assess", "--plugins", ZC_BUILD_DIR "/bad_plugins/scores_length", "--region", "north",
      "--as-of", "2024-06-01", "--set", "ethics_passed=true", "--set", "track=targeted");
  program_expect_out(&p, "The documents on record list no way to apply on this day");
  RUN(&p, "assess", "--plugins", ZC_BUILD_DIR "/bad_plugins/scores_length", "--region", "north",
      "--as-of", "2024-06-01", "--set", "ethics_passed=true", "--set", "track=targeted", "--lang",
      "zh");
  program_expect_out(&p, "没有列出任何申报途径");
  program_free(&p);
}

void test_commands_question(CU_pSuite suite) {
  CU_add_test(suite, "a region without a way to apply says so", a_region_without_a_way_says_so);
  CU_add_test(suite, "a division code in no table is told", a_code_in_no_table_is_told);
  CU_add_test(suite, "text of a day without edition lists the days that have one",
              text_of_a_day_without_edition_lists_the_days_that_have_one);
  CU_add_test(suite, "advice tells what waiting depends on", advice_tells_what_waiting_depends_on);
  CU_add_test(suite, "facts come from a file, or standard input, or settings",
              facts_come_from_a_file_or_standard_input_or_settings);
  CU_add_test(suite, "errors of reading and errors of days are told together",
              errors_of_reading_and_of_days_are_told_together);
  CU_add_test(suite, "--strict assumes nothing", strict_assumes_nothing);
  CU_add_test(suite, "the JSON answer is the same for every language",
              the_answer_is_the_same_for_every_language);
  CU_add_test(suite, "text begins with the verdict", text_begins_with_the_verdict);
  CU_add_test(suite, "a day without an edition is undetermined",
              a_day_without_edition_is_undetermined);
  CU_add_test(suite, "a calendar takes its dates from settings",
              a_calendar_takes_its_dates_from_settings);
  CU_add_test(suite, "facts and regions are listed", facts_and_regions_are_listed);
  CU_add_test(suite, "the deadline of a year ends with its year",
              the_deadline_of_a_year_ends_with_its_year);
  CU_add_test(suite, "regions tells which parameters are of an earlier year or have no value",
              parameters_of_earlier_years_and_without_a_value_are_told);
  CU_add_test(suite, "a plugin that crashes over some facts is named",
              a_plugin_that_crashes_over_some_facts_is_named);
  CU_add_test(suite, "eval shows a value and the facts behind it",
              eval_shows_a_value_and_the_facts_behind_it);
}
