/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions of each kind as bits: what is said twice, contradicted, chosen or multiplied is
 * decided as it is answered, whatever is known. */
#include "engine/decide.h"
#include "support/asking.h"
#include "tests.h"

#include <string.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "d1", .number = "号〔2021〕1号", .title = {"甲", "One"},
     .issuer = {"局", "Office"}, .from = "2021-01-01"},
};

static const zc_clause clauses[] = {{ZC_ROW, .id = "t", .document = "d1", .clause = "一"}};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}};

#define TEXT .text = {"一句。", "A sentence."}
static const zc_rule rules[] = {
    {ZC_ROW, .id = "t.same", .kind = ZC_SCOPE, .when = "series == health",
     .needs = "series == health", TEXT},
    {ZC_ROW, .id = "t.contrary", .kind = ZC_SCOPE, .when = "urban_unit and post_vacancy",
     .needs = "not urban_unit or post_vacancy", TEXT},
    {ZC_ROW, .id = "t.choice", .kind = ZC_REQUIREMENT,
     .needs = "if urban_unit then post_vacancy else post_vacancy", TEXT},
    {ZC_ROW, .id = "t.years", .kind = ZC_REQUIREMENT,
     .needs = "township_months >= years(if target_level == assistant then 2 else 1)", TEXT},
    /* The parameter has no value for other levels, and is not looked at for them. */
    {ZC_ROW, .id = "t.valued", .kind = ZC_REQUIREMENT, .when = "target_level == assistant",
     .needs = "township_months >= years(years_by_level)", TEXT},
    {ZC_ROW, .id = "t.lifted", .kind = ZC_WAIVER, .when = "urban_unit or not urban_unit",
     .needs = "hardship_area", .waives = "t.years", TEXT},
};

static const zc_parameter_value values[] = {
    {ZC_ROW, .key = "assistant", .value = "2", .source = "t"},
};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "years_by_level", .type = ZC_INT, .keys = "level", .label = {"年限", "years"},
     .values = ZC_TABLE(values), .optional = 1},
};

/* A title that may have been revoked is none or what it was, and nothing between. */
static const zc_line lines[] = {
    {ZC_ROW, .target = "intermediate", .held = "assistant"},
    {ZC_ROW, .target = "assistant", .held = "clerk"},
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "t.step", .rank = ZC_RANK_BASELINE, .lines = ZC_TABLE(lines), TEXT},
};

static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .tracks = ZC_TABLE(tracks),
                                   .parameters = ZC_TABLE(parameters),
                                   .rules = ZC_TABLE(rules),
                                   .routes = ZC_TABLE(routes)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

/* The facts that take every value in turn; -1: not known. */
static const struct {
  uint32_t fact;
  int64_t values[4];
} turns[] = {
    {ZC_F_series, {ZC_W_series_health, ZC_W_series_arts, -1, -1}},
    {ZC_F_target_level, {ZC_W_level_assistant, ZC_W_level_intermediate, -1, -1}},
    {ZC_F_current_title_level, {ZC_W_level_none, ZC_W_level_clerk, ZC_W_level_full_senior, -1}},
    {ZC_F_title_revoked, {0, 1, -1, -1}},
    {ZC_F_urban_unit, {0, 1, -1, -1}},
    {ZC_F_hardship_area, {0, 1, -1, -1}},
    {ZC_F_post_vacancy, {0, 1, -1, -1}},
    {ZC_F_township_months, {11, 12, 24, -1}},
};
enum { TURNS = sizeof turns / sizeof *turns, ROWS = 1 << 2 * TURNS };

/* Row number `row`: each fact takes the value that two bits of it name. */
static void fill(zc_facts *f, unsigned row) {
  for (unsigned i = 0; i < TURNS; i++, row >>= 2) {
    const zc_fact *fact = &f->vocabulary->facts[turns[i].fact];
    int64_t value = turns[i].values[row & 3];
    f->slots[turns[i].fact] = value < 0 ? (zc_slot){fact->min, fact->max} : (zc_slot){value, value};
  }
}

/* The number of the first rule that is decided otherwise than answered; -1: none, and verdict and
 * route agree too; -2: those do not. */
static int difference(const asking *a, zc_decider *decider, zc_day day) {
  const zc_decision *found = zc_decide(decider, &a->facts);
  const zc_answer *wanted = zc_assess(a->workspace, &a->facts, day, day, 1);
  for (uint32_t i = 0; i < a->region.rule_count; i++)
    if ((int)zc_decision_state(decider, i) != asking_state(wanted, a->region.rules[i].id))
      return (int)i;
  return found->verdict == wanted->verdict && found->route == wanted->route ? -1 : -2;
}

static void every_row_is_decided_as_it_is_answered(void) {
  asking a;
  zc_day day = zc_day_of(2021, 10, 15);
  asking_open(&a, &plugin);
  a.facts.slots[ZC_F_track] = (zc_slot){ZC_W_track_general, ZC_W_track_general};
  a.facts.given[ZC_F_track] = 1;
  zc_decider *decider = zc_decider_new(&a.region, a.facts.given, day, day, ZC_W_track_general, 1);
  CU_ASSERT_FATAL(decider && zc_decider_is_fast(decider));
  int wrong = -1;
  unsigned row = 0;
  for (; row < ROWS && wrong == -1; row++) {
    fill(&a.facts, row);
    wrong = difference(&a, decider, day);
  }
  if (wrong >= 0)
    printf("\nrow %x: %s\n", row - 1, a.region.rules[wrong].id);
  CU_ASSERT_EQUAL(wrong, -1);
  zc_decider_free(decider);
  asking_close(&a);
}

void test_engine_bits(CU_pSuite suite) {
  CU_add_test(suite, "conditions as bits decide every row as it is answered",
              every_row_is_decided_as_it_is_answered);
}
