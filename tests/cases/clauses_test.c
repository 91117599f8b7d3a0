/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng clauses: what carries out each clause, which cases exercise it, and what lacks either.
 */
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

#define IDLE ZC_BUILD_DIR "/bad_plugins/idle_clause"

static json_t *list_of(program *p) {
  json_t *root = program_json(p);
  CU_ASSERT_FATAL(json_is_array(root));
  return root;
}

static const json_t *clause_of(const json_t *list, const char *id) {
  size_t i;
  json_t *clause;
  json_array_foreach(list, i, clause) {
    const char *name = json_string_value(json_object_get(clause, "id"));
    if (name && strcmp(name, id) == 0)
      return clause;
  }
  printf("\nno clause %s\n", id);
  CU_FAIL("a clause is not listed");
  return NULL;
}

static void expect_member(const json_t *clause, const char *key, const char *wanted) {
  const json_t *names = json_object_get(clause, key);
  size_t i;
  json_t *name;
  json_array_foreach(names, i, name) {
    if (strcmp(json_string_value(name), wanted) == 0)
      return;
  }
  printf("\n%s of %s lack %s\n", key, json_string_value(json_object_get(clause, "id")), wanted);
  CU_FAIL("a name is not listed");
}

static void a_clause_tells_its_document_and_what_carries_it(void) {
  static const char *const keys[] = {"id",    "document", "clause", "rules",
                                     "steps", "effects",  "cases"};
  program p = {0};
  RUN(&p, "clauses", "--region", "guangxi", "--format", "json");
  json_t *list = list_of(&p);
  const json_t *clause = clause_of(list, "gx.certificate");
  CU_ASSERT_EQUAL(json_object_size(clause), sizeof keys / sizeof keys[0]);
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
    CU_ASSERT_PTR_NOT_NULL(json_object_get(clause, keys[i]));
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(clause, "document")), "gx-2020-88");
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(clause, "clause")), "四（四）");
  expect_member(clause, "rules", "gx.certificate");
  expect_member(clause, "effects", "gx.certificate");
  expect_member(clause_of(list, "gx.schedule"), "steps", "gx.schedule.plan");
  expect_member(clause_of(list, "gx.schedule"), "cases", "calendar.2020");
  json_decref(list);
  program_free(&p);
}

static void what_no_answer_shows_has_cases_too(void) {
  program p = {0};
  RUN(&p, "clauses", "--format", "json");
  json_t *list = list_of(&p);
  expect_member(clause_of(list, "nm55.no_pass_rate"), "rules", "nm55.no_pass_rate");
  expect_member(clause_of(list, "nm55.no_pass_rate"), "cases", "targeted.no_pass_rate");
  expect_member(clause_of(list, "nm85.edu.parity"), "rules", "fact.education");
  expect_member(clause_of(list, "nm85.cutoff"), "rules", "counting_day");
  expect_member(clause_of(list, "nm85.cutoff"), "cases", "cutoff");
  json_decref(list);
  program_free(&p);
}

static void every_clause_of_the_regions_is_carried_and_has_a_case(void) {
  program p = {0};
  RUN(&p, "clauses", "--check");
  program_expect_status(&p, 0);
  program_expect_out(&p, " passed, 0 failed\n");
  program_free(&p);
}

static void a_clause_that_lacks_something_fails_the_check(void) {
  program p = {0};
  RUN(&p, "clauses", "--check", "--plugins", IDLE);
  program_expect_status(&p, 1);
  program_expect_out(&p, "good.h:17: north.ethics (north-2024 一): no case exercises it\n");
  program_expect_out(&p, "idle_clause/north.c:6: north.idle (north-2024 二): no rule, step or "
                         "effect carries it out\n");
  program_expect_out(&p, "clauses: 2, each to be carried out by a rule, step or effect and "
                         "exercised by a case:\n0 passed, 2 failed\n");
  program_expect_err(&p, "there is no folder of cases");
  RUN(&p, "clauses", "--plugins", IDLE, "--lang", "zh");
  program_expect_status(&p, 0);
  program_expect_out(&p, "north.idle  north-2024 二\n    没有规则、日程或附带事项执行它\n");
  program_free(&p);
}

static void wrong_usage_is_refused(void) {
  program p = {0};
  RUN(&p, "clauses", "--check", "--format", "json");
  program_expect_status(&p, 2);
  program_expect_err(&p, "--check and --format do not go together");
  RUN(&p, "clauses", "--region", "guangx");
  program_expect_status(&p, 2);
  program_expect_err(&p, "did you mean guangxi?");
  RUN(&p, "clauses", "--plugins", "tests/commands");
  program_expect_status(&p, 2);
  program_expect_err(&p, "holds no plugin that could be loaded");
  program_free(&p);
}

void test_cases_clauses(CU_pSuite suite) {
  CU_add_test(suite, "a clause tells its document, its number and what carries it out",
              a_clause_tells_its_document_and_what_carries_it);
  CU_add_test(suite, "prohibitions, derivations and the counting day have cases too",
              what_no_answer_shows_has_cases_too);
  CU_add_test(suite, "every clause of the regions is carried out and has a case",
              every_clause_of_the_regions_is_carried_and_has_a_case);
  CU_add_test(suite, "a clause without rule, step or effect, or without a case, fails the check",
              a_clause_that_lacks_something_fails_the_check);
  CU_add_test(suite, "wrong usage is refused with the cure", wrong_usage_is_refused);
}
