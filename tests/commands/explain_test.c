/* SPDX-License-Identifier: Apache-2.0 */
/* assess --explain: what a person can act on. */
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

static const char doctor[] = "tests/samples/guangxi_doctor.json";

static void expect_no_out(program *p, const char *part) {
  const char *text = zc_buffer_text(&p->out);
  int found = !text || strstr(text, part);
  if (found)
    printf("\nnot expected: %s\nin:\n%s\n", part, text ? text : "(out of memory)");
  CU_ASSERT(!found);
}

static void a_refusal_says_by_how_much_and_what_proves_it(void) {
  program p = {0};
  RUN(&p, "assess", "--explain", "--region", "guangxi", "--as-of", "2021-10-15", "--facts", doctor,
      "--set", "exam_score=50");
  program_expect_status(&p, 0);
  program_expect_out(&p, "examination score: 50 points (needed: at least 55 points; 5 points "
                         "short)\n");
  program_expect_out(&p, "\nWhat proves it\n");
  program_expect_out(&p, "  examination score: the result of the examination\n");
  RUN(&p, "assess", "--explain", "--region", "guangxi", "--as-of", "2021-10-15", "--facts", doctor,
      "--lang", "zh", "--set", "pilot_county_months=10");
  program_expect_out(&p, "取得现有职称月数：50个月（要求：不少于60个月，还差10个月）\n");
  program_expect_out(&p, "  其他情况不变，最早可在 2022-08-01 申报。\n");
  program_expect_out(&p, "  取得现有职称月数：现有职称证书（取得日期）\n");
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--facts", doctor, "--set",
      "exam_score=50");
  program_expect_out(&p, "50 points (needed: at least 55 points)\n");
  expect_no_out(&p, "What proves it");
  expect_no_out(&p, "zhicheng compare");
  program_free(&p);
}

static void a_date_that_is_missed_counts_in_days(void) {
  program p = {0};
  RUN(&p, "assess", "--explain", "--region", "inner_mongolia", "--as-of", "2024-06-01", "--facts",
      "tests/samples/inner_mongolia_agronomist.json", "--set", "application_date=2024-07-02");
  program_expect_status(&p, 0);
  program_expect_out(&p, "2024-07-02 (needed: not after 2024-06-29; 3 days too late)\n");
  program_free(&p);
}

static void another_track_that_would_do_is_named(void) {
  program p = {0};
  RUN(&p, "assess", "--explain", "--region", "guangxi", "--as-of", "2021-10-15", "--set",
      "track=targeted", "--set", "target_level=deputy_senior", "--set", "series=engineering",
      "--set", "education=bachelor", "--set", "current_title_level=intermediate", "--set",
      "months_in_current_title=70", "--set", "unit_division=450102", "--set",
      "civil_servant=false");
  program_expect_status(&p, 0);
  program_expect_out(&p, "May not apply\n");
  program_expect_out(&p, "\nOn another track, all else the same\n"
                         "  ✓ general: may apply, by review. ");
  program_expect_out(&p, "\n  Other regions: `zhicheng compare` puts them side by side.\n");
  expect_no_out(&p, "✓ targeted");
  program_free(&p);
}

static void an_open_question_names_the_fact_to_find_out_next(void) {
  program p = {0};
  RUN(&p, "assess", "--explain", "--region", "guangxi", "--as-of", "2021-10-15", "--lang", "zh",
      "--set", "track=general", "--set", "target_level=deputy_senior", "--set",
      "series=engineering", "--set", "current_title_level=intermediate");
  program_expect_status(&p, 0);
  program_expect_out(&p, "  最值得先弄清：学历；证明材料：学历证书或学信网验证报告\n");
  program_expect_out(&p, "\n证明材料\n  学历：学历证书或学信网验证报告\n");
  program_expect_out(&p, "\n换一类别申报（其余不变）\n");
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--set", "track=general",
      "--set", "target_level=deputy_senior", "--set", "series=engineering", "--set",
      "current_title_level=intermediate");
  program_expect_out(&p, "  Most useful to find out next: education; proved by the diploma");
  expect_no_out(&p, "What proves it");
  program_free(&p);
}

static void json_stays_as_it_is(void) {
  program plain = {0}, explained = {0};
  RUN(&plain, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--facts", doctor, "--set",
      "exam_score=54", "--format", "json");
  RUN(&explained, "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--facts", doctor,
      "--set", "exam_score=54", "--format", "json", "--explain");
  program_expect_status(&explained, 0);
  CU_ASSERT(plain.out.length == explained.out.length &&
            memcmp(plain.out.data, explained.out.data, plain.out.length) == 0);
  RUN(&plain, "unit", "--region", "guangxi", "--explain");
  program_expect_status(&plain, 2);
  program_expect_err(&plain, "option --explain does not go with the command unit");
  program_free(&plain);
  program_free(&explained);
}

static void every_shared_fact_has_a_proof_in_both_languages(void) {
  program p = {0};
  size_t i;
  json_t *fact;
  RUN(&p, "facts", "--region", "urumqi", "--format", "json");
  json_t *root = program_json(&p);
  json_array_foreach(root, i, fact) {
    const char *name = json_string_value(json_object_get(fact, "name"));
    const json_t *proof = json_object_get(fact, "proof");
    int fits = strchr(name, '.') ? json_is_null(proof)
                                 : json_is_string(json_object_get(proof, "zh")) &&
                                       json_is_string(json_object_get(proof, "en"));
    if (!fits)
      printf("\nthe proof of %s in proofs.def\n", name);
    CU_ASSERT(fits);
  }
  json_decref(root);
  program_free(&p);
}

void test_commands_explain(CU_pSuite suite) {
  CU_add_test(suite, "a refusal says by how much, from when and what proves it",
              a_refusal_says_by_how_much_and_what_proves_it);
  CU_add_test(suite, "a date that is missed counts in days", a_date_that_is_missed_counts_in_days);
  CU_add_test(suite, "another track that would do is named", another_track_that_would_do_is_named);
  CU_add_test(suite, "an open question names the fact to find out next",
              an_open_question_names_the_fact_to_find_out_next);
  CU_add_test(suite, "JSON stays as it is, and other questions have no --explain",
              json_stays_as_it_is);
  CU_add_test(suite, "every shared fact has a proof in both languages, a region's own has none",
              every_shared_fact_has_a_proof_in_both_languages);
}
