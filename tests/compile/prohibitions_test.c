/* SPDX-License-Identifier: Apache-2.0 */
/* The prohibitions of the documents: that the regions declare them as the documents say, and that a
 * rule that breaks one is refused (core/compile/prohibitions.c; the plugins that break one are
 * the regions of tests/bad_plugins with a rule more). */
#include "base/date.h"
#include "base/memory.h"
#include "host/host.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

typedef struct expected {
  const char *region, *id;
  const char *tags, *tracks; /* tracks NULL: all */
  const char *from, *until;  /* days in force; until NULL: without end */
  const char *when;
  const char *folder, *field, *fact; /* the plugin that breaks it, and what it reads where */
  uint32_t line;                     /* of the rule */
  uint32_t errors;                   /* in all: another prohibition may forbid the same */
} expected;

#define NM "inner_mongolia"
static const expected all[] = {
    {NM, "nm55.no_paper_floor", "paper project", "targeted", "2022-01-01", NULL, NULL,
     "nm55_no_paper_floor", "needs", "project_count", 6, 1},
    {NM, "nm55.no_pass_rate", "pass_rate", "targeted", "2022-01-01", NULL, NULL,
     "nm55_no_pass_rate", "needs", "student_scores", 6, 1},
    {NM, "nm85.no_restrict", "project funding award journal_tier honour", NULL, "2024-01-01",
     "2024-12-31", NULL, "nm85_no_restrict", "needs", "funding_amount", 6, 1},
    {NM, "nm85.no_four_only", "paper award honour", NULL, "2024-01-01", "2024-12-31", NULL,
     "nm85_no_four_only", "needs", "paper_count", 6, 1},
    {NM, "nm85.no_paper_practice", "paper", NULL, "2024-01-01", "2024-12-31",
     "series in {health, engineering, arts, school_teacher}", "nm85_no_paper_practice", "needs",
     "impact_factor", 6, 3},
    {"guangxi", "gx.no_paper", "paper project", "targeted", "2020-01-01", "2023-12-31",
     "target_level <= deputy_senior", "gx_no_paper", "needs", "paper_count", 6, 1},
    {"shandong", "sd.no_paper", "paper project", "targeted", "2020-04-22", NULL, NULL,
     "sd_no_paper", "when", "paper_count", 6, 1},
};
#define EXPECTED (sizeof all / sizeof all[0])

static const zc_compiled_prohibition *declared(const zc_region *region, const char *id) {
  for (uint32_t i = 0; i < region->prohibition_count; i++)
    if (strcmp(region->prohibitions[i].row->id, id) == 0)
      return &region->prohibitions[i];
  printf("\n%s declares no %s\n", region->id, id);
  CU_FAIL("a prohibition is not declared");
  return NULL;
}

static void expect_text(const char *id, const char *found, const char *wanted) {
  int same = found && wanted ? strcmp(found, wanted) == 0 : found == wanted;
  if (!same)
    printf("\n%s: wanted %s, found %s\n", id, wanted ? wanted : "nothing",
           found ? found : "nothing");
  CU_ASSERT(same);
}

static void expect_declared(const zc_region *region, const expected *e) {
  const zc_compiled_prohibition *p = declared(region, e->id);
  zc_day from = ZC_DAY_MIN, until = ZC_DAY_MAX;
  if (!p)
    return;
  zc_day_parse(e->from, &from);
  if (e->until)
    zc_day_parse(e->until, &until);
  expect_text(e->id, p->row->tags, e->tags);
  expect_text(e->id, p->row->tracks, e->tracks);
  expect_text(e->id, p->row->when, e->when);
  CU_ASSERT_EQUAL(p->span.from, from);
  CU_ASSERT_EQUAL(p->span.until, until);
}

static void the_regions_declare_what_the_documents_forbid(void) {
  static const char *const regions[] = {"guangxi", NM, "shandong", "urumqi"};
  for (size_t r = 0; r < sizeof regions / sizeof *regions; r++) {
    char path[256];
    zc_region region;
    zc_diagnostics diag = {0};
    uint32_t count = 0;
    snprintf(path, sizeof path, ZC_BUILD_DIR "/plugins/%s.so", regions[r]);
    CU_ASSERT_EQUAL_FATAL(zc_region_load(&region, path, NULL, &diag), ZC_OK);
    for (size_t i = 0; i < EXPECTED; i++) {
      if (strcmp(all[i].region, regions[r]) == 0) {
        expect_declared(&region, &all[i]);
        count++;
      }
    }
    CU_ASSERT_EQUAL(region.prohibition_count, count);
    zc_region_free(&region);
    zc_diagnostics_free(&diag);
  }
}

static void expect_refused(const expected *e, zc_lang lang) {
  char path[256], part[512];
  zc_region region;
  zc_diagnostics diag = {.lang = lang};
  snprintf(path, sizeof path, ZC_BUILD_DIR "/bad_plugins/%s/%s.so", e->folder, e->region);
  CU_ASSERT_EQUAL_FATAL(zc_region_load(&region, path, NULL, &diag), ZC_BAD_PLUGIN);
  if (lang == ZC_LANG_EN)
    snprintf(part, sizeof part,
             "tests/bad_plugins/%s/%s.c:%u: error: %s.broken, %s: reads '%s' (tag ", e->folder,
             e->region, e->line, e->id, e->field, e->fact);
  else
    snprintf(part, sizeof part, "%s/%s.c:%u: 错误：%s.broken，%s：读取了“%s”（标签 ", e->folder,
             e->region, e->line, e->id, e->field, e->fact);
  zc_test_contains(zc_diagnostics_text(&diag), part);
  snprintf(part, sizeof part,
           lang == ZC_LANG_EN ? "which %s forbids to rules that decide (see plugins/%s/"
                              : "而 %s 不许决定性的规则读取它（见 plugins/%s/",
           e->id, e->region);
  zc_test_contains(zc_diagnostics_text(&diag), part);
  /* The rules beside it, out of the prohibition's reach, are not its business. */
  snprintf(part, sizeof part, "%s.kept", e->id);
  if (e->errors == 1)
    CU_ASSERT_PTR_NULL(strstr(zc_diagnostics_text(&diag), part));
  CU_ASSERT_EQUAL(diag.errors, e->errors);
  zc_diagnostics_free(&diag);
}

static void a_rule_that_breaks_one_is_refused_with_file_and_line(void) {
  for (size_t i = 0; i < EXPECTED; i++) {
    expect_refused(&all[i], ZC_LANG_EN);
    expect_refused(&all[i], ZC_LANG_ZH);
  }
}

/* ---- the condition of a prohibition ---- */

#define SENTENCE .text = {.zh = "一句话。"}
#define PAPERS   .kind = ZC_SCOPE, .needs = "paper_count >= 1", SENTENCE

static const zc_document documents[] = {{ZC_ROW, .id = "doc", .number = "一号",
                                         .title = {.zh = "通知"}, .issuer = {.zh = "机关"},
                                         .from = "2024-01-01"}};
static const zc_clause clauses[] = {{ZC_ROW, .id = "x", .document = "doc", .clause = "一"}};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
#define LAW                                                                                        \
  .documents = ZC_TABLE(documents), .clauses = ZC_TABLE(clauses), .tracks = ZC_TABLE(tracks)
static const zc_prohibition up_to_deputy[] = {
    {ZC_ROW, .id = "x.no_paper", .tags = "paper",
     .when = "ethics_passed and target_level <= deputy_senior", SENTENCE}};

static void a_rule_is_free_where_its_own_condition_says_so(void) {
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "x.a", .when = "target_level == full_senior and urban_unit", PAPERS},
      {ZC_ROW, .id = "x.b", .when = "target_level > deputy_senior", PAPERS},
      {ZC_ROW, .id = "x.c",
       .when = "not target_level in {clerk, assistant, intermediate, "
               "deputy_senior}",
       PAPERS},
      {ZC_ROW, .id = "x.d", .when = "target_level in {full_senior}", PAPERS},
  };
  static const zc_chapter chapter = {LAW, .rules = ZC_TABLE(rules),
                                     .prohibitions = ZC_TABLE(up_to_deputy)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_test_region(&region, &plugin);
  zc_region_free(&region);
}

static void a_rule_that_may_fall_under_it_is_refused(void) {
  static const zc_rule rules[] = {
      {ZC_ROW, .id = "x.always", PAPERS},
      {ZC_ROW, .id = "x.or", .when = "target_level == full_senior or urban_unit", PAPERS},
      {ZC_ROW, .id = "x.both", .when = "target_level >= deputy_senior", PAPERS},
      {ZC_ROW, .id = "x.other", .when = "current_title_level == full_senior", PAPERS},
      {ZC_ROW, .id = "x.needs", .kind = ZC_SCOPE,
       .needs = "target_level == full_senior and paper_count >= 1", SENTENCE},
  };
  static const zc_chapter chapter = {LAW, .rules = ZC_TABLE(rules),
                                     .prohibitions = ZC_TABLE(up_to_deputy)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  char *text = zc_test_refusal(&plugin, NULL, ZC_LANG_EN);
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
    char part[64];
    snprintf(part, sizeof part, "%s, needs: reads 'paper_count'", rules[i].id);
    zc_test_contains(text, part);
  }
  zc_free(text);
}

static void a_wrong_condition_is_reported(void) {
  static const zc_prohibition wrong[] = {
      {ZC_ROW, .id = "x.no_paper", .tags = "paper", .when = "target_level <= 3", SENTENCE}};
  static const zc_chapter chapter = {LAW, .prohibitions = ZC_TABLE(wrong)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  char *text = zc_test_refusal(&plugin, NULL, ZC_LANG_EN);
  zc_test_contains(text, "prohibitions_test.c:");
  zc_test_contains(text, "error: x.no_paper, when: ");
  zc_free(text);
}

void test_compile_prohibitions(CU_pSuite suite) {
  CU_add_test(suite, "the regions declare what their documents forbid, for its tracks and days",
              the_regions_declare_what_the_documents_forbid);
  CU_add_test(suite, "a rule that breaks a prohibition is refused with file and line",
              a_rule_that_breaks_one_is_refused_with_file_and_line);
  CU_add_test(suite, "a rule whose condition leaves the forbidden words out is free",
              a_rule_is_free_where_its_own_condition_says_so);
  CU_add_test(suite, "a rule that may fall under a prohibition's condition is refused",
              a_rule_that_may_fall_under_it_is_refused);
  CU_add_test(suite, "a wrong condition of a prohibition is reported",
              a_wrong_condition_is_reported);
}
