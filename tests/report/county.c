/* SPDX-License-Identifier: Apache-2.0 */
#include "county.h"

#include "support/region.h"
#include "tests.h"

#include <string.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "d1", .number = "号〔2021〕1号", .title = {"甲", "One"},
     .issuer = {"局", "Office"}, .from = "2021-01-01"},
    {ZC_ROW, .id = "d2", .number = "号〔2020〕9号", .title = {"乙", "Two"},
     .issuer = {"局", "Office"}},
};

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "t.scope", .document = "d1", .clause = "一"},
    {ZC_ROW, .id = "t.way", .document = "d1", .clause = "二（一）", .also = "d2"},
    {ZC_ROW, .id = "t.step", .document = "d1", .clause = "三"},
};

static const zc_fact_row facts[] = {
    {ZC_ROW, .name = "test.note", .type = ZC_STRING, .label = {"备注", "note"}},
    {ZC_ROW, .name = "test.sum", .type = ZC_INT, .unit = ZC_YUAN, .min = -1000000000000,
     .max = 1000000000000, .label = {"金额", "sum"}},
    {ZC_ROW, .name = "test.day", .type = ZC_DATE, .label = {"日期", "day"}},
};

static const zc_track tracks[] = {{ZC_ROW, .track = "general"}};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "t.scope", .kind = ZC_SCOPE,
     .needs = "unit_division under {450225, 450226} or unit_division == 451229",
     .text = {"单位在“三个”县。", "The unit lies in one of \"three\" counties."}},
    {ZC_ROW, .id = "t.scope.sum", .kind = ZC_REQUIREMENT, .when = "given(test.sum)",
     .needs = "test.sum <= 500 yuan and test.day >= as_of", .text = {.zh = "金额有限。"}},
    {ZC_ROW, .id = "t.way.early", .kind = ZC_WAIVER, .when = "urban_unit",
     .needs = "rural_service_months >= 12 months", .months = "12 months", .reduces = "*",
     .text = {"提前一年。", "A year earlier."}},
};

static const zc_line lines[] = {
    {ZC_ROW, .target = "intermediate", .when = "urban_unit and hardship_area",
     .education = "doctor", .fact = "specialty_months", .floor = "36 months"},
    {ZC_ROW, .target = "intermediate", .education = "master", .held = "assistant",
     .fact = "months_in_current_title", .floor = "24 months"},
    {ZC_ROW, .target = "intermediate", .education = "bachelor", .held = "assistant",
     .fact = "months_in_current_title", .floor = "48 months"},
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "t.way", .rank = ZC_RANK_BASELINE, .when = "target_level == intermediate",
     .lines = ZC_TABLE(lines), .text = {"学历和年限。", "Education and years."}},
};

static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "t.scope", .when = "purpose in {stay, move}",
     .keeps = "held_title_region == this_region", .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {"留下则有效。", "Valid where it was granted."}},
};

static const zc_unit_row units[] = {
    {ZC_ROW, .id = "t.scope", .grassroots = "unit_division under 450225",
     .text = {"看所在县。", "By its county."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "t.way.note", .kind = ZC_EFFECT_NOTICE, .questions = ZC_ASSESS | ZC_UNIT,
     .data = "{ \"a\": [1, 2], \"b\": \"x \\\" y\" }", .shows = "test.note education",
     .text = {"请注意。", "Take note."}},
    {ZC_ROW, .id = "t.scope.empty", .kind = ZC_EFFECT_EVIDENCE, .text = {.zh = "材料。"}},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "t.step", .due = "05-31", .division = "450225", .text = {"一步。", "One step."}},
    {ZC_ROW, .id = "t.step.later", .anchor = "meeting_date", .offset = 5, .unit = ZC_DAYS,
     .text = {"又一步。", "Another step."}},
};

static const zc_chapter chapter = {
    .documents = ZC_TABLE(documents),
    .clauses = ZC_TABLE(clauses),
    .facts = ZC_TABLE(facts),
    .tracks = ZC_TABLE(tracks),
    .rules = ZC_TABLE(rules),
    .routes = ZC_TABLE(routes),
    .conversions = ZC_TABLE(conversions),
    .units = ZC_TABLE(units),
    .steps = ZC_TABLE(steps),
    .effects = ZC_TABLE(effects),
};
static const zc_chapter *const chapters[] = {&chapter};

void county_open(county *c) {
  zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);
  zc_diagnostics diag = {0};
  memset(c, 0, sizeof *c);
  plugin.counting_day = "2021-06-30";
  plugin.counting_clause = "t.step";
  zc_test_region(&c->region, &plugin);
  memcpy(c->region.digest, "sm3:test", sizeof "sm3:test");
  c->ws = zc_workspace_new(&c->region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(c->ws);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&c->facts, &c->region.vocabulary, &diag), ZC_OK);
}

void county_close(county *c) {
  zc_facts_free(&c->facts);
  zc_workspace_free(c->ws);
  zc_region_free(&c->region);
}

const zc_answer *county_ask(county *c, zc_question question, const char *const *settings) {
  zc_diagnostics diag = {0};
  const zc_answer *answer = NULL;
  uint32_t count = 0;
  while (settings[count])
    count++;
  zc_facts_clear(&c->facts);
  zc_status status = zc_facts_set(&c->facts, settings, count, &diag);
  if (status == ZC_OK)
    status = zc_ask(c->ws, question, &c->facts, zc_day_of(2021, 10, 15), 0, &answer, &diag);
  if (status != ZC_OK)
    printf("\n%s", zc_diagnostics_text(&diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  zc_diagnostics_free(&diag);
  return answer;
}

void county_expect(zc_buffer *got, const char *wanted) {
  const char *text = zc_buffer_text(got);
  int same = text && strcmp(text, wanted) == 0;
  if (!same)
    printf("\nwanted:\n%s\ngot:\n%s\n", wanted, text ? text : "(out of memory)");
  CU_ASSERT(same);
  zc_buffer_clear(got);
}
