/* SPDX-License-Identifier: Apache-2.0 */
/* Vocabulary and readers while memory runs out. */
#include "base/memory.h"
#include "reading.h"
#include "support/sweep.h"
#include "tests.h"
#include <string.h>

static zc_vocabulary vocabulary;

static void make_vocabulary(void) {
  zc_memory_setup();
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&vocabulary, NULL, NULL), ZC_OK);
}

typedef struct zc_input {
  zc_reader *read;
  const char *text;
  zc_status expected; /* with memory enough; such a run counts as a success */
} zc_input;

static zc_status run_reader(void *context, zc_diagnostics *diag) {
  const zc_input *input = context;
  zc_facts facts;
  zc_status status = zc_facts_init(&facts, &vocabulary, diag);
  if (status == ZC_OK)
    status = input->read(&facts, "f", input->text, strlen(input->text), diag);
  zc_facts_free(&facts);
  return status == input->expected ? ZC_OK : status;
}

static void readers_survive_every_failed_allocation(void) {
  zc_input inputs[] = {
      {zc_facts_read_json,
       "{\"unit_name\": \"一个名字很长的单位，长到解析器要换一块更大的内存来放它\", "
       "\"education\": \"master\", \"unit_division\": \"451229\", \"exam_score\": 60}",
       ZC_OK},
      {zc_facts_read_json,
       "{\"education\": \"x\", \"education\": 1, \"foo\": [99999999999999999999", ZC_BAD_INPUT},
      {zc_facts_read_ini, "[facts]\nunit_name = x\ncurrent_title_date = 2019-07\n", ZC_OK},
      {zc_facts_read_ini, "[facts]\nunit_name = x;\neducation = x\nfoo = 1\n[facts]\n",
       ZC_BAD_INPUT},
  };
  make_vocabulary();
  for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
    CU_ASSERT(zc_sweep_memory(run_reader, &inputs[i]) > 0);
  zc_vocabulary_free(&vocabulary);
}

static zc_status run_settings(void *context, zc_diagnostics *diag) {
  static const char *const settings[] = {"unit_name=x", "unit_division=451229",
                                         "held_title_date=2019", "held_title_region=there"};
  zc_facts facts;
  zc_status status = zc_facts_init(&facts, &vocabulary, diag);
  (void)context;
  if (status == ZC_OK)
    status = zc_facts_set(&facts, settings, 4, diag);
  zc_facts_free(&facts);
  return status;
}

/* Days from columns have no text yet. */
static zc_status run_naming(void *context, zc_diagnostics *diag) {
  zc_facts facts;
  zc_status status = zc_facts_init(&facts, &vocabulary, diag);
  (void)context;
  if (status == ZC_OK) {
    facts.slots[ZC_F_current_title_date] = (zc_slot){18078, 18108};
    facts.given[ZC_F_current_title_date] = 1;
    status = zc_facts_name_days(&facts, diag);
  }
  if (status == ZC_OK)
    CU_ASSERT_STRING_EQUAL(facts.texts[ZC_F_current_title_date], "2019-07");
  zc_facts_free(&facts);
  return status;
}

static zc_status run_vocabulary(void *context, zc_diagnostics *diag) {
  static const zc_fact_row facts[] = {
      {ZC_ROW, .name = "here.a", .type = ZC_ENUM, .words = "x y", .label = {"甲", NULL}}};
  static const zc_word_row words[] = {
      {ZC_ROW, .fact = "unit_kind", .word = "here.b", .label = {"乙", NULL}}};
  static const zc_chapter chapter = {.facts = ZC_TABLE(facts), .words = ZC_TABLE(words)};
  static const zc_chapter *const chapters[] = {&chapter};
  static const zc_region_plugin plugin = {.id = "here", .chapters = chapters, .chapter_count = 1};
  zc_vocabulary v;
  zc_status status = zc_vocabulary_init(&v, &plugin, diag);
  (void)context;
  zc_vocabulary_free(&v);
  return status;
}

static void settings_and_vocabulary_survive_it_too(void) {
  make_vocabulary();
  CU_ASSERT(zc_sweep_memory(run_settings, NULL) > 0);
  CU_ASSERT(zc_sweep_memory(run_naming, NULL) > 0);
  zc_vocabulary_free(&vocabulary);
  CU_ASSERT(zc_sweep_memory(run_vocabulary, NULL) > 0);
}

static void reading_again_and_again_keeps_its_memory(void) {
  static const char text[] = "{\"unit_name\": \"x\", \"unit_division\": \"451229\"}";
  zc_facts facts, counted;
  make_vocabulary();
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&facts, &vocabulary, NULL), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&counted, &vocabulary, NULL), ZC_OK);
  zc_memory_fail(0, 0);
  unsigned long before = 0;
  for (int round = 0; round < 3; round++) {
    zc_memory_fail(0, 0);
    zc_facts_clear(&facts);
    CU_ASSERT_EQUAL(zc_facts_read_json(&facts, "f", text, sizeof text - 1, NULL), ZC_OK);
    CU_ASSERT(round < 2 || zc_memory_count() == before); /* only what the parser asks for */
    before = zc_memory_count();
  }
  zc_memory_fail(0, 0);
  CU_ASSERT_EQUAL(zc_facts_count(&facts, 19000, 19000, &counted, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_memory_count(), 0);
  zc_facts_free(&facts);
  zc_facts_free(&counted);
  zc_vocabulary_free(&vocabulary);
}

void test_facts_memory(CU_pSuite suite) {
  CU_add_test(suite, "readers survive the failure of every allocation",
              readers_survive_every_failed_allocation);
  CU_add_test(suite, "settings and vocabulary survive it too",
              settings_and_vocabulary_survive_it_too);
  CU_add_test(suite, "reading again and again keeps its memory, and counting asks for none",
              reading_again_and_again_keeps_its_memory);
}
