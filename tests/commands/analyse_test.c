/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng analyse: what is found in the rules of a region or of a plugin file. */
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

#define BAD(folder) ZC_BUILD_DIR "/bad_plugins/" folder "/north.so"

static void a_finding_tells_where_what_when_and_who(void) {
  program p = {0};
  RUN(&p, "analyse", BAD("flaw_contained"));
  program_expect_status(&p, 1);
  program_expect_out(&p, "tests/bad_plugins/flaw_contained/north.c:8: north.ethics.long (route): "
                         "whoever comes this way comes by north.ethics.short as well "
                         "[contained_in:north.ethics.short]\n"
                         "    track targeted, from 2024-01-01 on\n"
                         "    for example on 2024-01-01: track=targeted specialty_months=24 "
                         "urban_unit=true: north.ethics.long is met, north.ethics.short is met\n"
                         "north: editions and tracks: 4; found: 1, not accepted: 1\n");
  RUN(&p, "analyse", "--lang", "zh", BAD("flaw_contained"));
  program_expect_status(&p, 1);
  program_expect_out(&p, "north.ethics.long（route）：凡走得通这条途径的人，也走得通 "
                         "north.ethics.short");
  program_expect_out(&p, "    申报类别 targeted，2024-01-01 起\n");
  program_free(&p);
}

static void what_is_accepted_fails_nothing_and_has_its_reason(void) {
  program p = {0};
  RUN(&p, "analyse", "--region", "inner_mongolia");
  program_expect_status(&p, 0);
  program_expect_out(&p, "plugins/inner_mongolia/nm55_scope.c:");
  program_expect_out(&p, "    accepted (plugins/inner_mongolia/nm55_scope.c:");
  program_expect_out(&p, "another document; the rule is there to be cited.");
  program_expect_out(&p, ", not accepted: 0\n");
  RUN(&p, "analyse");
  program_expect_status(&p, 0);
  program_expect_out(&p, "guangxi: ");
  program_expect_out(&p, "urumqi: ");
  program_free(&p);
}

static const char *text_at(const json_t *object, const char *key) {
  const char *text = json_string_value(json_object_get(object, key));
  return text ? text : "";
}

static void json_is_the_same_in_every_language(void) {
  program zh = {0}, en = {0};
  json_error_t error;
  RUN(&zh, "analyse", "--format", "json", "--lang", "zh", BAD("flaw_acceptance"));
  RUN(&en, "analyse", "--format", "json", "--lang", "en", BAD("flaw_acceptance"));
  program_expect_status(&zh, 1);
  program_expect_status(&en, 1);
  CU_ASSERT_EQUAL_FATAL(zh.out.length, en.out.length);
  CU_ASSERT_EQUAL(memcmp(zh.out.data, en.out.data, zh.out.length), 0);
  json_t *root = json_loadb(en.out.data, en.out.length, JSON_REJECT_DUPLICATES, &error);
  CU_ASSERT_FATAL(json_is_array(root));
  const json_t *region = json_array_get(root, 0);
  CU_ASSERT_STRING_EQUAL(text_at(region, "region"), "north");
  CU_ASSERT_EQUAL(json_integer_value(json_object_get(region, "open")), 1);
  const json_t *findings = json_object_get(region, "findings");
  CU_ASSERT_EQUAL_FATAL(json_array_size(findings), 2);
  const json_t *accepted = json_array_get(findings, 0), *stale = json_array_get(findings, 1);
  CU_ASSERT_STRING_EQUAL(text_at(accepted, "finding"), "shadowed_by:north.ethics");
  CU_ASSERT_STRING_EQUAL(text_at(accepted, "question"), "assess");
  const json_t *example = json_object_get(accepted, "example");
  CU_ASSERT_STRING_EQUAL(text_at(example, "as_of"), "2024-01-01");
  CU_ASSERT(json_is_false(json_object_get(json_object_get(example, "facts"), "ethics_passed")));
  CU_ASSERT_STRING_EQUAL(text_at(json_object_get(example, "states"), "north.ethics"), "unmet");
  const json_t *time = json_array_get(json_object_get(accepted, "holds"), 0);
  CU_ASSERT_STRING_EQUAL(text_at(time, "track"), "targeted");
  CU_ASSERT(json_is_null(json_object_get(time, "until")));
  const json_t *reason = json_object_get(json_object_get(accepted, "accepted"), "reason");
  CU_ASSERT_STRING_EQUAL(text_at(reason, "en"), "The document says both.");
  CU_ASSERT(json_is_null(json_object_get(stale, "accepted")));
  CU_ASSERT(json_is_null(json_object_get(stale, "example")));
  json_decref(root);
  program_free(&zh);
  program_free(&en);
}

static void what_cannot_be_analysed_is_refused(void) {
  program p = {0};
  RUN(&p, "analyse", "--region", "guangxi", BAD("flaw_contained"));
  program_expect_status(&p, 2);
  program_expect_err(&p, "either --region or a plugin file, not both");
  RUN(&p, "analyse", BAD("bad_condition"));
  program_expect_status(&p, 3);
  program_expect_err(&p, "bad_condition/north.c:");
  RUN(&p, "analyse", "--region", "nowhere");
  program_expect_status(&p, 2);
  program_free(&p);
}

void test_commands_analyse(CU_pSuite suite) {
  CU_add_test(suite, "a finding tells where it is, what is wrong, when, and shows a person",
              a_finding_tells_where_what_when_and_who);
  CU_add_test(suite, "what is accepted fails nothing, and its reason is told",
              what_is_accepted_fails_nothing_and_has_its_reason);
  CU_add_test(suite, "JSON has the same in every language", json_is_the_same_in_every_language);
  CU_add_test(suite, "a region and a file together, a plugin that is refused, no region: errors",
              what_cannot_be_analysed_is_refused);
}
