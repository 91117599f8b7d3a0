/* SPDX-License-Identifier: Apache-2.0 */
/* Each class of what the analysis (core/analysis/analyse.h) finds, by a plugin that has it
 * (tests/bad_plugins/flaw_*). */
#include "analysis/flaws.h"
#include "base/memory.h"
#include "host/host.h"
#include "tests.h"

#include <string.h>

typedef struct expected {
  const char *folder, *rule, *finding;
  uint32_t line;
  const char *facts; /* of the example, "name=value" with blanks between; NULL: no example */
  int state;
  const char *other;
  int other_state;
  int is_accepted;
} expected;

#define ALL "flaw_"
static const expected all[] = {
    {ALL "always_true", "north.ethics.months", "always_true", 6,
     "track=targeted current_title_level=clerk", ZC_MET, NULL, 0, 0},
    {ALL "always_false", "north.ethics.study", "always_false", 6,
     "track=targeted target_level=clerk", ZC_UNMET, NULL, 0, 0},
    {ALL "never_applies", "north.ethics.senior", "never_applies", 6,
     "track=targeted target_level=clerk", ZC_NOT_APPLICABLE, NULL, 0, 0},
    {ALL "lifts_nothing", "north.ethics.waiver", "lifts_nothing", 6,
     "track=targeted urban_unit=true ethics_passed=true", ZC_MET, NULL, 0, 0},
    {ALL "shadowed", "north.ethics.weaker", "shadowed_by:north.ethics", 6,
     "track=targeted ethics_passed=false", ZC_UNMET, "north.ethics", ZC_UNMET, 0},
    {ALL "shadowed", "north.ethics.either", "shadowed_by:north.ethics+north.ethics.study", 10, NULL,
     ZC_UNMET, NULL, ZC_UNMET, 0},
    {ALL "contained", "north.ethics.long", "contained_in:north.ethics.short", 8,
     "track=targeted specialty_months=24 urban_unit=true", ZC_MET, "north.ethics.short", ZC_MET, 0},
    {ALL "contradicts", "north.ethics.low", "contradicts:north.ethics.high", 8,
     "track=targeted target_level=clerk education=none", ZC_MET, "north.ethics.high", ZC_UNMET, 0},
    {ALL "contradicts", "north.ethics.route", "contradicts:north.ethics.high", 12,
     "track=targeted target_level=clerk education=junior_college", ZC_MET, "north.ethics.high",
     ZC_UNMET, 0},
    {ALL "constant_test", "north.ethics.months",
     "constant_test:months_in_current_title >= 0 months", 6, "track=targeted urban_unit=true",
     ZC_MET, NULL, 0, 0},
    {ALL "constant_test", "north.ethics.months", "constant_test:specialty_months > 1200 months", 6,
     "track=targeted urban_unit=true", ZC_MET, NULL, 0, 0},
    {ALL "unread_fact", "north.herd", "unread_fact", 6, "north.herd=500", ZC_MET, NULL, 0, 0},
    {ALL "unused_parameter", "north_months", "unused_parameter", 9, NULL, 0, NULL, 0, 0},
    {ALL "keeps_outside", "north.ethics", "keeps_outside", 6,
     "unit_level=county held_title_series=agriculture purpose=stay", ZC_MET, NULL, 0, 0},
    {ALL "keeps_outside", "north.ethics.move", "keeps_outside", 8,
     "held_title_series=agriculture destination_unit_level=county purpose=move", ZC_MET, NULL, 0,
     0},
    {ALL "acceptance", "north.ethics.weaker", "shadowed_by:north.ethics", 6,
     "track=targeted ethics_passed=false", ZC_UNMET, "north.ethics", ZC_UNMET, 1},
    {ALL "acceptance", "north.ethics", "always_true", 12, NULL, 0, NULL, 0, 0},
};
#define COUNT (sizeof all / sizeof all[0])

static void expect_facts(const zc_analysis *a, const zc_flaw_person *p, const char *wanted) {
  zc_buffer text = {0};
  for (uint32_t i = 0; i < p->fact_count; i++)
    zc_buffer_printf(&text, "%s%s=%s", i ? " " : "",
                     a->region->vocabulary.facts[p->facts[i].fact].name, p->facts[i].text);
  const char *found = zc_buffer_text(&text);
  CU_ASSERT_PTR_NOT_NULL_FATAL(found);
  if (strcmp(found, wanted) != 0)
    printf("\nwanted %s\nfound  %s\n", wanted, found);
  CU_ASSERT_STRING_EQUAL(found, wanted);
  zc_buffer_free(&text);
}

/* Asks the engine about the example again. */
static void expect_states(const zc_analysis *a, const zc_flaw *flaw) {
  const zc_flaw_person *p = flaw->person;
  zc_workspace *ws = zc_workspace_new(a->region);
  zc_facts facts;
  const zc_answer *answer = NULL;
  int seen = 0;
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&facts, &a->region->vocabulary, NULL), ZC_OK);
  CU_ASSERT_PTR_NOT_NULL_FATAL(ws);
  for (uint32_t i = 0; i < p->fact_count; i++) {
    char setting[128];
    const char *list[] = {setting};
    snprintf(setting, sizeof setting, "%s=%s", a->region->vocabulary.facts[p->facts[i].fact].name,
             p->facts[i].text);
    CU_ASSERT_EQUAL(zc_facts_set(&facts, list, 1, NULL), ZC_OK);
  }
  CU_ASSERT_EQUAL_FATAL(zc_ask(ws, flaw->question, &facts, p->as_of, 0, &answer, NULL), ZC_OK);
  for (uint32_t i = 0; i < answer->finding_count; i++) {
    const zc_finding *f = &answer->findings[i];
    if (strcmp(f->rule->id, flaw->rule) == 0) {
      CU_ASSERT_EQUAL(f->state, p->state);
      seen++;
    } else if (p->other && strcmp(f->rule->id, p->other) == 0) {
      CU_ASSERT_EQUAL(f->state, p->other_state);
      seen++;
    }
  }
  CU_ASSERT_EQUAL(seen, 1 + (p->other != NULL));
  zc_facts_free(&facts);
  zc_workspace_free(ws);
}

static void expect_flaw(const zc_analysis *a, const expected *e) {
  char file[128];
  const zc_flaw *flaw = flaw_of(a, e->rule, e->finding);
  if (!flaw) {
    printf("\n%s: %s is not found\n", e->folder, e->finding);
    CU_FAIL("a flaw is not found");
    return;
  }
  snprintf(file, sizeof file, "tests/bad_plugins/%s/north.c", e->folder);
  CU_ASSERT_STRING_EQUAL(flaw->at.file, file);
  CU_ASSERT_EQUAL(flaw->at.line, e->line);
  CU_ASSERT_EQUAL(flaw->acceptance != NULL, e->is_accepted);
  if (e->facts) {
    CU_ASSERT_PTR_NOT_NULL_FATAL(flaw->person);
    CU_ASSERT_EQUAL((int)flaw->person->state, e->state);
    expect_facts(a, flaw->person, e->facts);
  }
  if (e->other) {
    CU_ASSERT_PTR_NOT_NULL_FATAL(flaw->person->other);
    CU_ASSERT_STRING_EQUAL(flaw->person->other, e->other);
    CU_ASSERT_EQUAL((int)flaw->person->other_state, e->other_state);
  }
  if (flaw->person && flaw->question != ZC_Q_CALENDAR)
    expect_states(a, flaw);
}

static uint32_t of_folder(const char *folder) {
  uint32_t count = 0;
  for (size_t i = 0; i < COUNT; i++)
    count += strcmp(all[i].folder, folder) == 0;
  return count;
}

static void each_class_is_found_where_it_is(void) {
  for (size_t i = 0; i < COUNT; i++) {
    char path[256];
    zc_region region;
    zc_analysis analysis;
    snprintf(path, sizeof path, ZC_BUILD_DIR "/bad_plugins/%s/north.so", all[i].folder);
    CU_ASSERT_EQUAL_FATAL(zc_region_load(&region, path, NULL, NULL), ZC_OK);
    CU_ASSERT_EQUAL_FATAL(zc_analyse(&analysis, &region), ZC_OK);
    expect_flaw(&analysis, &all[i]);
    CU_ASSERT_EQUAL(analysis.count, of_folder(all[i].folder));
    CU_ASSERT_EQUAL(analysis.inexact_count, 0);
    zc_analysis_free(&analysis);
    zc_region_free(&region);
  }
}

static void memory_that_runs_out_is_told(void) {
  zc_region region;
  zc_analysis analysis;
  CU_ASSERT_EQUAL_FATAL(
      zc_region_load(&region, ZC_BUILD_DIR "/bad_plugins/flaw_shadowed/north.so", NULL, NULL),
      ZC_OK);
  zc_memory_fail(0, 0);
  CU_ASSERT_EQUAL(zc_analyse(&analysis, &region), ZC_OK);
  unsigned long count = zc_memory_count();
  zc_analysis_free(&analysis);
  CU_ASSERT(count > 20);
  for (unsigned long nth = 1; nth <= count; nth++) {
    zc_memory_fail(nth, 1);
    zc_status status = zc_analyse(&analysis, &region);
    zc_memory_fail(0, 0);
    if (status != ZC_NO_RESOURCE)
      printf("\nallocation %lu of %lu\n", nth, count);
    CU_ASSERT_EQUAL(status, ZC_NO_RESOURCE);
    zc_analysis_free(&analysis);
  }
  zc_region_free(&region);
}

void test_analysis_flaws(CU_pSuite suite) {
  CU_add_test(suite, "each class of flaws is found in the plugin that has it, with a person",
              each_class_is_found_where_it_is);
  CU_add_test(suite, "memory that runs out is told, wherever it does",
              memory_that_runs_out_is_told);
}
