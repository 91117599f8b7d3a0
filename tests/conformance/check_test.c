/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng check: what is right passes, and what is wrong is told by the test that finds it
 * (core/conformance/; the plugins are those of tests/bad_plugins). */
#include "base/memory.h"
#include "conformance/conformance.h"
#include "support/program.h"
#include "support/region.h"
#include "tests.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define BAD ZC_BUILD_DIR "/bad_plugins/"

static void the_regions_of_this_tree_conform(void) {
  static const char *const regions[] = {"guangxi", "inner_mongolia", "shandong", "urumqi"};
  char path[256];
  program p = {0};
  for (size_t i = 0; i < sizeof regions / sizeof *regions; i++) {
    snprintf(path, sizeof path, ZC_BUILD_DIR "/plugins/%s.so", regions[i]);
    RUN(&p, "check", path, "--reproduce", "1");
    program_expect_status(&p, 0);
    program_expect_out(&p, "nothing is wrong. Region ");
    program_expect_out(&p, "✓ order: ");
    program_expect_out(&p, " 0 failed, 1 skipped; seed 1\n");
  }
  program_free(&p);
}

typedef struct zc_finding_of {
  const char *plugin, *test, *says;
} zc_finding_of;

static const zc_finding_of findings[] = {
    {"missing_note", "note", "not a Zhicheng plugin"},
    {"missing_symbol", "symbol", "missing symbol"},
    {"other_abi", "abi", "other ABI: wanted 1.0 to"},
    {"struct_size", "sizes", "wrong struct size"},
    {"note_differs", "tables", "the note and the object differ"},
    {"image_huge", "file", "huge tables"},
    {"exports_more", "exports", "exports more than its object: helper;"},
    {"opens_crash", "startup", "functions run when it is opened (constructors)"},
    {"closes_crash", "startup", "functions run when it is closed (destructors)"},
    {"table_count", "tables", "its 60000 rows (112 bytes apart) reach out of"},
    {"table_pointer", "tables", "table_pointer/north.c:6: error: clauses, id: leads out of"},
    {"table_huge", "tables", "they are huge"},
    {"stray_chapter", "chapters", "the chapter 'north_more' stands in no list of chapters"},
    {"steering_text", "tables",
     "north.ethics.red, text.zh: at byte 4 there is a control character"},
    {"steering_text", "tables", "north.ethics.turned, text.zh: at byte 4 there is a control"},
    {"steering_text", "tables", "north.ethics.turned, text.en: at byte 4 there is a control"},
    {"unknown_document", "citations", "cites the document 'north-2042'"},
    {"duplicate_fact", "facts", "a fact of this name already"},
    {"no_source", "parameters", "has no source"},
    {"bad_condition", "rules", ":19: error: north.ethics.a, needs: "},
    {"duplicate_rule", "rules", "this id is taken"},
    {"forbidden_fact", "prohibitions", "north.ethics.no_paper forbids"},
    {"flaw_always_false", "analysis", "nobody to whom it applies meets it [always_false]"},
    {"scores_clock", "imports", "time (clocks and random numbers)"},
    {"scores_crash", "functions", "function north.score: it crashed: wrong arithmetic"},
    {"scores_facts", "functions", "it changed the facts that it is given"},
    {"scores_past", "functions", "around the facts"},
    {"scores_tables", "functions", "it wrote to its own read-only tables"},
    {"scores_state", "functions", "the same arguments gave 1 and then 2"},
    {"scores_memory", "imports", "malloc (memory)"},
    {"scores_range", "functions", "is outside the declared range 0 to 100"},
    {"scores_file", "functions", "it opens files"},
    {"scores_exit", "functions", "it ended the process by exit(2)"},
};

static void expect_finding(program *p, const zc_finding_of *f) {
  char path[256], line[64];
  snprintf(path, sizeof path, BAD "%s/%s.so", f->plugin, "north");
  snprintf(line, sizeof line, "✗ %s: ", f->test);
  RUN(p, "check", path, "--reproduce", "1");
  if (p->status != 1)
    printf("\n%s\n", path);
  program_expect_status(p, 1);
  program_expect_out(p, line);
  program_expect_out(p, f->says);
  program_expect_out(p, "what to do: ");
}

static void what_is_wrong_is_told_by_the_test_that_finds_it(void) {
  program p = {0};
  for (size_t i = 0; i < sizeof findings / sizeof *findings; i++)
    expect_finding(&p, &findings[i]);
  program_free(&p);
}

static void a_test_without_ground_is_skipped_and_says_why(void) {
  program p = {0};
  RUN(&p, "check", BAD "opens_crash/north.so");
  program_expect_out(&p, "– rules: ");
  program_expect_out(&p, "skipped: the test startup did not pass");
  RUN(&p, "check", BAD "duplicate_region/north.so");
  program_expect_status(&p, 0);
  program_expect_out(&p, "– functions: ");
  program_expect_out(&p, "skipped: it has no functions");
  RUN(&p, "check", BAD "analysis_open/north.so");
  program_expect_status(&p, 0);
  program_expect_out(&p, "– analysis: ");
  program_expect_out(&p, "skipped: not looked at: 1 (too many");
  program_free(&p);
}

static void a_plugin_of_the_first_abi_conforms(void) {
  program p = {0};
  RUN(&p, "check", BAD "abi_1_0/north.so");
  program_expect_status(&p, 0);
  program_expect_out(&p, "ABI 1.0");
  program_free(&p);
}

static void gaps_and_overlaps_of_documents_are_told(void) {
  program p = {0};
  RUN(&p, "check", ZC_BUILD_DIR "/plugins/inner_mongolia.so");
  program_expect_out(&p, "overlap: nm-2022-55 and nm-2024-85 are both in force from 2024-01-01 to "
                         "2024-12-31");
  RUN(&p, "check", ZC_BUILD_DIR "/plugins/guangxi.so", "--lang", "zh");
  program_expect_out(&p, "2023-12-31 之后没有文件施行");
  program_expect_out(&p, "没有发现问题");
  program_free(&p);
}

static json_t *json_of(program *p, const char *path) {
  RUN(p, "check", path, "--format", "json", "--reproduce", "7");
  json_t *root = json_loadb(p->out.data, p->out.length, 0, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(root);
  return root;
}

static json_t *test_of(json_t *root, const char *id) {
  json_t *tests = json_object_get(root, "tests"), *test;
  size_t i;
  json_array_foreach(tests, i, test) {
    if (strcmp(json_string_value(json_object_get(test, "id")), id) == 0)
      return test;
  }
  return NULL;
}

static void expect_text(const json_t *object, const char *key, const char *text) {
  const char *found = json_string_value(json_object_get(object, key));
  CU_ASSERT_PTR_NOT_NULL_FATAL(found);
  CU_ASSERT_STRING_EQUAL(found, text);
}

static void machines_read_the_same_report(void) {
  program p = {0};
  json_t *root = json_of(&p, BAD "scores_range/north.so");
  program_expect_status(&p, 1);
  expect_text(root, "region", "north");
  expect_text(root, "seed", "7");
  CU_ASSERT(json_is_false(json_object_get(root, "passed")));
  CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "tests")), zc_conformance_test_count);
  expect_text(test_of(root, "functions"), "result", "failed");
  expect_text(json_object_get(test_of(root, "functions"), "title"), "en",
              "Functions depend on their arguments alone and leave nothing behind.");
  CU_ASSERT_EQUAL(json_array_size(json_object_get(test_of(root, "functions"), "messages")), 1);
  CU_ASSERT(json_is_object(json_object_get(test_of(root, "functions"), "cure")));
  expect_text(test_of(root, "rules"), "result", "passed");
  CU_ASSERT(json_is_null(json_object_get(test_of(root, "rules"), "cure")));
  expect_text(test_of(root, "questions"), "result", "skipped");
  json_decref(root);
  root = json_of(&p, "tests/samples/urumqi_clinic.ini");
  CU_ASSERT(json_is_null(json_object_get(root, "region")));
  expect_text(test_of(root, "file"), "result", "failed");
  json_decref(root);
  program_free(&p);
}

static void a_seed_makes_the_same_people(void) {
  program p = {0};
  char first[512] = "";
  for (int i = 0; i < 2; i++) {
    RUN(&p, "check", BAD "scores_state/north.so", "--reproduce", "99");
    const char *line = strstr(zc_buffer_text(&p.out), "north.score: ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(line);
    if (i == 0)
      snprintf(first, sizeof first, "%s", line);
    CU_ASSERT_EQUAL(strncmp(first, line, strlen(first)), 0);
  }
  RUN(&p, "check", BAD "scores_state/north.so", "--reproduce", "many");
  program_expect_status(&p, 2);
  program_expect_err(&p, "--reproduce: 'many' is no seed");
  RUN(&p, "check", BAD "scores_state/north.so", "--reproduce", "99999999999999999999");
  program_expect_status(&p, 2);
  program_free(&p);
}

static void lack_of_memory_is_no_verdict(void) {
  zc_subject subject = {.file = BAD "duplicate_region/north.so", .seed = 1};
  zc_conformance_result *results = calloc(zc_conformance_test_count, sizeof *results);
  CU_ASSERT_PTR_NOT_NULL_FATAL(results);
  for (unsigned long nth = 1; nth < 16; nth += 5) {
    zc_diagnostics diag = {0};
    zc_memory_fail(nth, 1);
    zc_status status = zc_conformance_run(&subject, results, &diag);
    zc_memory_fail(0, 0);
    CU_ASSERT_EQUAL(status, ZC_NO_RESOURCE);
    zc_conformance_free(results);
    zc_diagnostics_free(&diag);
  }
  free(results);
}

void test_conformance_check(CU_pSuite suite) {
  CU_add_test(suite, "the regions of this tree conform", the_regions_of_this_tree_conform);
  CU_add_test(suite, "what is wrong is told by the test that finds it",
              what_is_wrong_is_told_by_the_test_that_finds_it);
  CU_add_test(suite, "a test without ground is skipped and says why",
              a_test_without_ground_is_skipped_and_says_why);
  CU_add_test(suite, "a plugin of the first ABI conforms", a_plugin_of_the_first_abi_conforms);
  CU_add_test(suite, "gaps and overlaps of documents are told",
              gaps_and_overlaps_of_documents_are_told);
  CU_add_test(suite, "machines read the same report", machines_read_the_same_report);
  CU_add_test(suite, "a seed makes the same people", a_seed_makes_the_same_people);
  CU_add_test(suite, "lack of memory is no verdict about the plugin", lack_of_memory_is_no_verdict);
}
