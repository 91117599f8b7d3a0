/* SPDX-License-Identifier: Apache-2.0 */
/* Compiling tables of every kind while memory runs out at each allocation in turn. */
#include "base/memory.h"
#include "support/region.h"
#include "tests.h"

#define TEXT .text = {.zh = "一句话。"}

static const zc_document documents[] = {
    {ZC_ROW, .id = "d", .number = "一号", .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
     .from = "2024-01-01"},
};
static const zc_clause clauses[] = {{ZC_ROW, .id = "x", .document = "d", .clause = "一"}};
static const zc_fact_row facts[] = {{ZC_ROW, .name = "test.herd", .type = ZC_ENUM,
                                     .words = "none some many", .ordered = 1, .assumed = "none",
                                     .label = {.zh = "畜群"}}};
static const zc_derivation derivations[] = {
    {ZC_ROW, .fact = "education", .value = "max(education, high_school)", .clause = "x"}};
static const zc_parameter_value values[] = {{ZC_ROW, .value = "60", .source = "一号"}};
static const zc_parameter parameters[] = {{ZC_ROW, .name = "floor", .type = ZC_INT,
                                           .unit = ZC_MONTH, .keys = "division series",
                                           .label = {.zh = "年限"}, .values = ZC_TABLE(values)}};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "x.scope", .kind = ZC_SCOPE, .when = "series in {health, agriculture}",
     .needs = "unit_division under {450100, 450200} and test.herd >= some", TEXT},
    {ZC_ROW, .id = "x.waiver", .kind = ZC_WAIVER, .needs = "urban_unit", .months = "12 months",
     .reduces = "*", .waives = "x.scope", .replaces = "x.old", TEXT},
    {ZC_ROW, .id = "x.old", .kind = ZC_LOCK, .needs = "ethics_passed", TEXT},
};
static const zc_line lines[] = {{ZC_ROW, .target = "deputy_senior", .education = "bachelor",
                                 .held = "intermediate", .fact = "months_in_current_title",
                                 .floor = "floor"}};
static const zc_route routes[] = {
    {ZC_ROW, .id = "x.route", .rank = ZC_RANK_BASELINE, .lines = ZC_TABLE(lines), TEXT}};
static const zc_conversion conversions[] = {{ZC_ROW, .id = "x.move", .keeps = "unit_in_catalog",
                                             .kept = ZC_VALID, .otherwise = ZC_REASSESS, TEXT}};
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "x.unit", .grassroots = "unit_in_catalog", TEXT}};
static const zc_step steps[] = {{ZC_ROW, .id = "x.step", .due = "08-31", TEXT}};
static const zc_effect effects[] = {{ZC_ROW, .id = "x.effect", .kind = ZC_EFFECT_POST,
                                     .data = "{\"a\": [1, \"b\"]}", .shows = "unit_division",
                                     TEXT}};
static const zc_prohibition prohibitions[] = {{ZC_ROW, .id = "x.none", .tags = "paper", TEXT}};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .facts = ZC_TABLE(facts),
                                   .derivations = ZC_TABLE(derivations),
                                   .parameters = ZC_TABLE(parameters),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .routes = ZC_TABLE(routes),
                                   .conversions = ZC_TABLE(conversions),
                                   .units = ZC_TABLE(units),
                                   .steps = ZC_TABLE(steps),
                                   .effects = ZC_TABLE(effects),
                                   .prohibitions = ZC_TABLE(prohibitions)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

#define INI "[floor]\nsource = 二号\nunit = month\n2024-01-01 4501 health = 48\n"

/* Compiles with the allocation number `nth` failing. 0: no allocation failed. */
static int compile(const zc_region_plugin *tables, const char *ini, unsigned long nth,
                   zc_status *status) {
  zc_region region;
  zc_diagnostics diag = {0};
  zc_memory_fail(nth, 0);
  *status = zc_test_region_with(&region, tables, ini, NULL, &diag);
  if (*status == ZC_OK)
    *status = zc_region_digest(&region, &diag);
  if (*status == ZC_OK || region.program.nodes)
    zc_region_free(&region);
  int failed = zc_memory_count() >= nth;
  zc_memory_fail(0, 0);
  CU_ASSERT((*status == ZC_OK) == (diag.errors == 0));
  zc_diagnostics_free(&diag);
  return failed;
}

static void no_region_is_half_made(void) {
  zc_status status = ZC_OK;
  unsigned long nth = 1;
  zc_memory_setup();
  while (compile(&plugin, INI, nth, &status)) {
    if (status != ZC_NO_RESOURCE)
      printf("\nallocation %lu failed, and the status was %d\n", nth, (int)status);
    CU_ASSERT_FATAL(status == ZC_NO_RESOURCE);
    nth++;
  }
  CU_ASSERT_EQUAL(status, ZC_OK);
  CU_ASSERT(nth > 30);
}

static void errors_are_reported_while_memory_runs_out(void) {
  static const zc_rule wrong[] = {
      {ZC_ROW, .id = "x.a", .kind = ZC_SCOPE, .needs = "unit_divison under 450100", TEXT},
      {ZC_ROW, .id = "x.a", .needs = "ethics_passed", .replaces = "x.b", TEXT},
  };
  static const zc_chapter second = {.rules = ZC_TABLE(wrong)};
  static const zc_chapter *const list[] = {&chapter, &second};
  static const zc_region_plugin bad = ZC_TEST_PLUGIN(list);
  zc_status status = ZC_OK;
  zc_memory_setup();
  for (unsigned long nth = 1; compile(&bad, INI "always helth = 3\n", nth, &status); nth++)
    CU_ASSERT_FATAL(status == ZC_NO_RESOURCE || status == ZC_BAD_PLUGIN);
  CU_ASSERT_EQUAL(status, ZC_BAD_PLUGIN);
}

void test_compile_memory(CU_pSuite suite) {
  CU_add_test(suite, "a region is made whole or not at all, whichever allocation fails",
              no_region_is_half_made);
  CU_add_test(suite, "tables that are wrong stay wrong while memory runs out",
              errors_are_reported_while_memory_runs_out);
}
