/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of a region's documents: what carries each out, and what is wrong with the list. */
#include "cases/sentences.h"
#include "host/host.h"
#include "support/program.h"
#include "support/sweep.h"
#include "tests.h"
#include <string.h>

#define PLUGIN ZC_BUILD_DIR "/template/template.so"

typedef struct list {
  zc_region region;
  zc_buffer problems;
  zc_sentence_counts counts;
} list;

static void open_list(list *l) {
  memset(l, 0, sizeof *l);
  CU_ASSERT_EQUAL_FATAL(zc_region_load(&l->region, PLUGIN, NULL, NULL), ZC_OK);
}

static void close_list(list *l) {
  zc_buffer_free(&l->problems);
  zc_region_free(&l->region);
}

static void check_length(list *l, const char *text, size_t length, zc_lang lang) {
  zc_diagnostics diag = {.lang = lang};
  zc_buffer_free(&l->problems);
  memset(&l->problems, 0, sizeof l->problems);
  CU_ASSERT_EQUAL(
      zc_sentences_check(&l->region, "s.tsv", text, length, &l->problems, &l->counts, &diag),
      ZC_OK);
  CU_ASSERT_EQUAL(diag.errors, 0);
  zc_diagnostics_free(&diag);
}

static void expect(list *l, const char *text, const char *problems) {
  check_length(l, text, strlen(text), ZC_LANG_EN);
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&l->problems), problems);
}

static void whatever_carries_a_sentence_is_known(void) {
  list l;
  open_list(&l);
  expect(&l,
         "# place\tcarriers\treason\n\n"
         "template-2024-1 一\ttemplate.training training_hours_needed fact.education\n"
         "template-2024-1 二\t template.plan.notice  template.service.evidence \t\n"
         "template-2024-1 三\ttemplate.no_paper template.valid.move base.place\tin part\r\n"
         "template-2024-1 四\t\tits purpose",
         "");
  CU_ASSERT_EQUAL(l.counts.sentences, 4);
  CU_ASSERT_EQUAL(l.counts.passed, 4);
  CU_ASSERT_EQUAL(l.counts.failed, 0);
  close_list(&l);
}

static void a_carrier_that_is_not_there_is_told_with_the_one_meant(void) {
  list l;
  open_list(&l);
  expect(&l,
         "template-2024-1 一\ttemplate.trainin x\n"
         "template-2024-1 二\tfact.degree counting_day\n",
         "s.tsv:1: there is no rule, effect, step or parameter template.trainin; did you mean "
         "'template.training'?\n"
         "s.tsv:1: there is no rule, effect, step or parameter x\n"
         "s.tsv:2: there is no rule, effect, step or parameter fact.degree\n"
         "s.tsv:2: there is no rule, effect, step or parameter counting_day\n");
  CU_ASSERT_EQUAL(l.counts.passed, 0);
  CU_ASSERT_EQUAL(l.counts.failed, 2);
  close_list(&l);
}

static void a_sentence_needs_a_carrier_or_a_reason(void) {
  static const char nothing[] =
      "has neither a rule, effect, step or parameter that carries it out nor a reason why nothing "
      "does\n";
  char problems[512];
  list l;
  open_list(&l);
  snprintf(problems, sizeof problems, "s.tsv:1: %ss.tsv:2: %ss.tsv:3: %s", nothing, nothing,
           nothing);
  expect(&l, "template-2024-1 一\ntemplate-2024-1 二\t\ntemplate-2024-1 三\t \t \n", problems);
  close_list(&l);
}

static void a_place_names_a_document_and_stands_once(void) {
  list l;
  open_list(&l);
  expect(&l,
         "template-2024-1 二\t\ta\n"
         "template-2024 一\t\ta\n"
         "template-2024-1\t\ta\n"
         "\ttemplate.scope\n"
         "template-2024-1 二\t\ta\n",
         "s.tsv:2: a place begins with the id of a document, and there is no document "
         "template-2024; did you mean 'template-2024-1'?\n"
         "s.tsv:3: the clause and the sentence are to stand behind the document's id\n"
         "s.tsv:4: a place begins with the id of a document, and there is no document \n"
         "s.tsv:5: 'template-2024-1 二' stands on line 1 already\n");
  CU_ASSERT_EQUAL(l.counts.passed, 1);
  CU_ASSERT_EQUAL(l.counts.failed, 4);
  close_list(&l);
}

static void lines_that_cannot_be_read_are_told(void) {
  list l;
  open_list(&l);
  expect(&l, "template-2024-1 一\t\ta\tb\ntemplate-2024-1 \xe4\xb8\t\ta\n",
         "s.tsv:1: has more than three fields; a line is place, carriers and reason with tabs "
         "between\n"
         "s.tsv:2: has control characters or is not valid UTF-8\n"
         "s.tsv: no sentence of the document template-2024-1 is listed\n");
  CU_ASSERT_EQUAL(l.counts.failed, 3);
  check_length(&l, "", 0, ZC_LANG_ZH);
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&l.problems),
                         "s.tsv: 没有列出文件 template-2024-1 的任何一句\n");
  CU_ASSERT_EQUAL(l.counts.failed, 1);
  close_list(&l);
}

static zc_status check_again(void *context, zc_diagnostics *diag) {
  static const char text[] = "template-2024-1 一\ttemplate.skope\ntemplate-2024-1 一\n";
  list *l = context;
  zc_buffer problems = {0};
  zc_status status =
      zc_sentences_check(&l->region, "s.tsv", text, sizeof text - 1, &problems, &l->counts, diag);
  zc_buffer_free(&problems);
  return status;
}

static void memory_that_runs_out_is_an_error(void) {
  list l;
  open_list(&l);
  CU_ASSERT(zc_sweep_memory(check_again, &l) > 0);
  close_list(&l);
}

static void the_check_of_clauses_reads_the_list_beside_the_plugin(void) {
  program p = {0};
  RUN(&p, "clauses", "--check", "--plugins", ZC_BUILD_DIR "/template");
  program_expect_status(&p, 0);
  program_expect_out(&p, "sentences: 23, each with what carries it out, or why nothing does:\n");
  program_expect_out(&p, "42 passed, 0 failed\n");
  RUN(&p, "clauses", "--check", "--plugins", ZC_BUILD_DIR "/bad_plugins/stale_sentence");
  program_expect_status(&p, 1);
  program_expect_out(&p, "stale_sentence/north/sentences.tsv:3: there is no rule, effect, step or "
                         "parameter north.ethic; did you mean 'north.ethics'?\n");
  program_expect_out(&p, "1 passed, 2 failed\n");
  RUN(&p, "clauses", "--check", "--plugins", ZC_BUILD_DIR "/bad_plugins/idle_clause");
  program_expect_err(&p, "there is no list of the documents' sentences");
  program_free(&p);
}

void test_cases_sentences(CU_pSuite suite) {
  CU_add_test(suite, "rules, effects, steps, parameters and derivations carry a sentence",
              whatever_carries_a_sentence_is_known);
  CU_add_test(suite, "a carrier that is not there is told with the one that was meant",
              a_carrier_that_is_not_there_is_told_with_the_one_meant);
  CU_add_test(suite, "a sentence without carrier and reason is told",
              a_sentence_needs_a_carrier_or_a_reason);
  CU_add_test(suite, "a place names a document of the region and stands once",
              a_place_names_a_document_and_stands_once);
  CU_add_test(suite, "a line that cannot be read is told, and a document without a sentence",
              lines_that_cannot_be_read_are_told);
  CU_add_test(suite, "memory that runs out is an error", memory_that_runs_out_is_an_error);
  CU_add_test(suite, "clauses --check reads the list beside the plugin",
              the_check_of_clauses_reads_the_list_beside_the_plugin);
}
