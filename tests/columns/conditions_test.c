/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions of each kind in columns: what is said twice, contradicted, chosen or multiplied is
 * answered as for one person, whatever is known. */
#include "base/bit.h"
#include "columns/columns.h"
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
    {ZC_ROW, .id = "t.word", .kind = ZC_REQUIREMENT,
     .needs = "(if urban_unit then target_level else current_title_level) in "
              "{clerk, intermediate, full_senior}",
     TEXT},
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
  int8_t values[4];
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

/* The columns of all rows: in row number `row` each fact takes the value that two bits of it name.
 * The last column is the track. */
typedef struct rows_of_all {
  int8_t values[TURNS + 1][ROWS];
  uint64_t known[TURNS][ROWS / 64];
  zc_column columns[TURNS + 1];
} rows_of_all;

static void fill(rows_of_all *all) {
  for (unsigned i = 0; i < TURNS; i++) {
    for (unsigned row = 0; row < ROWS; row++) {
      all->values[i][row] = turns[i].values[row >> 2 * i & 3];
      if (all->values[i][row] >= 0)
        zc_set_bit(all->known[i], row);
    }
    all->columns[i] = (zc_column){
        .fact = turns[i].fact, .width = 1, .values = all->values[i], .known = all->known[i]};
  }
  memset(all->values[TURNS], ZC_W_track_general, ROWS);
  all->columns[TURNS] = (zc_column){.fact = ZC_F_track, .width = 1, .values = all->values[TURNS]};
}

static int has_bit(const uint64_t *planes, uint32_t plane, uint32_t row) {
  return zc_has_bit(planes + (size_t)plane * ZC_BLOCK_WORDS, row);
}

static int state_of(const zc_column_answers *found, uint32_t rule, uint32_t row) {
  return has_bit(found->met, rule, row)              ? ZC_MET
         : has_bit(found->unmet, rule, row)          ? ZC_UNMET
         : has_bit(found->unknown, rule, row)        ? ZC_UNKNOWN
         : has_bit(found->waived, rule, row)         ? ZC_WAIVED
         : has_bit(found->not_applicable, rule, row) ? ZC_NOT_APPLICABLE
                                                     : -1;
}

/* What differs between a row of a block and the answer; NULL: nothing. */
static const char *difference(const zc_region *region, const zc_column_answers *found, uint32_t row,
                              const zc_answer *wanted) {
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (state_of(found, i, row) != asking_state(wanted, region->rules[i].id))
      return region->rules[i].id;
  if (has_bit(found->eligible, 0, row) != (wanted->verdict == ZC_ELIGIBLE) ||
      has_bit(found->ineligible, 0, row) != (wanted->verdict == ZC_INELIGIBLE))
    return "verdict";
  uint16_t route = wanted->route ? (uint16_t)(wanted->route - region->rules) : ZC_NO_ROUTE;
  return found->route[row] == route ? NULL : "route";
}

static void every_row_is_answered_as_for_one_person(void) {
  static rows_of_all all;
  asking a;
  zc_day day = zc_day_of(2021, 10, 15);
  asking_open(&a, &plugin);
  fill(&all);
  for (unsigned i = 0; i <= TURNS; i++)
    a.facts.given[all.columns[i].fact] = 1;
  zc_column_engine *engine = zc_column_engine_new(&a.region, a.facts.given, day, 1, ZC_BEST_PATH);
  zc_column_workspace *workspace = engine ? zc_column_workspace_new(engine) : NULL;
  CU_ASSERT_PTR_NOT_NULL_FATAL(workspace);
  const char *wrong = NULL;
  for (uint32_t row = 0; row < ROWS && !wrong; row++) {
    static zc_column_answers found;
    uint32_t inside = row % ZC_BLOCK_ROWS;
    if (inside == 0)
      zc_columns_assess(workspace, all.columns, TURNS + 1, row, ZC_BLOCK_ROWS, &found);
    zc_columns_row(all.columns, TURNS + 1, row, &a.facts);
    wrong = difference(&a.region, &found, inside, zc_assess(a.workspace, &a.facts, day, day, 1));
    if (wrong)
      printf("\nrow %x: %s\n", row, wrong);
  }
  CU_ASSERT_PTR_NULL(wrong);
  zc_column_workspace_free(workspace);
  zc_column_engine_free(engine);
  asking_close(&a);
}

void test_columns_conditions(CU_pSuite suite) {
  CU_add_test(suite, "conditions of each kind answer every row as for one person",
              every_row_is_answered_as_for_one_person);
}
