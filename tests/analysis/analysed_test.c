/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The analysis against the plain way: random regions over four facts, every person asked about in
 * turn. What the analysis says holds for all of them, and what holds for all of them it says.
 */
#include "analysis/analyse.h"
#include "base/random.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define REGIONS 300
#define RULES   5 /* requirements, then a waiver of the first two, then routes */
#define ROUTES  3
#define ROWS    (RULES + 1 + ROUTES)
#define PEOPLE  40
#define LENGTH  160

static const char *const names[ROWS] = {"test.r0", "test.r1", "test.r2", "test.r3", "test.r4",
                                        "test.w",  "test.a",  "test.b",  "test.c"};

typedef struct world {
  char when[ROWS][LENGTH], needs[ROWS][LENGTH];
  zc_rule rules[RULES + 1];
  zc_route routes[ROUTES];
  zc_region region;
  zc_analysis analysis;
  zc_state states[PEOPLE][ROWS];
} world;

/* ---- making ---- */

static void write_condition(zc_random *r, char *out, size_t size, int depth) {
  static const char *const tests[] = {"urban_unit",
                                      "ethics_passed",
                                      "frontline_teaching",
                                      "target_level >= intermediate",
                                      "target_level == clerk",
                                      "target_level in {assistant, full_senior}",
                                      "not urban_unit",
                                      "not ethics_passed"};
  if (depth == 0 || zc_random_below(r, 3) == 0) {
    snprintf(out, size, "%s", tests[zc_random_below(r, 8)]);
    return;
  }
  char left[64], right[64];
  write_condition(r, left, sizeof left, depth - 1);
  write_condition(r, right, sizeof right, depth - 1);
  snprintf(out, size, zc_random_below(r, 2) ? "%s and (%s)" : "%s or (%s)", left, right);
}

static void make_rows(world *w, zc_random *r) {
  for (int i = 0; i < ROWS; i++) {
    write_condition(r, w->when[i], LENGTH, 1);
    write_condition(r, w->needs[i], LENGTH, 1);
  }
  for (int i = 0; i <= RULES; i++)
    w->rules[i] = (zc_rule){ZC_ROW,
                            .id = names[i],
                            .kind = i < RULES ? ZC_REQUIREMENT : ZC_WAIVER,
                            .when = w->when[i],
                            .needs = w->needs[i],
                            .waives = i < RULES ? NULL : "test.r0 test.r1",
                            .clauses = "test.law",
                            .text = {.zh = "一句话。"}};
  for (int i = 0; i < ROUTES; i++)
    w->routes[i] = (zc_route){ZC_ROW,
                              .id = names[RULES + 1 + i],
                              .rank = ZC_RANK_BASELINE,
                              .when = w->when[RULES + 1 + i],
                              .needs = w->needs[RULES + 1 + i],
                              .clauses = "test.law",
                              .text = {.zh = "一句话。"}};
}

static void make_region(world *w, zc_random *r) {
  static const zc_document documents[] = {{ZC_ROW, .id = "test-2024", .number = "试〔2024〕1号",
                                           .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
                                           .from = "1900-01-01"}};
  static const zc_clause clauses[] = {
      {ZC_ROW, .id = "test.law", .document = "test-2024", .clause = "一"}};
  static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
  make_rows(w, r);
  const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                              .clauses = ZC_TABLE(clauses),
                              .tracks = ZC_TABLE(tracks),
                              .rules = ZC_TABLE(w->rules),
                              .routes = ZC_TABLE(w->routes)};
  const zc_chapter *const list[] = {&chapter};
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&w->region, &plugin), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_analyse(&w->analysis, &w->region), ZC_OK);
  CU_ASSERT_EQUAL(w->analysis.inexact_count, 0);
}

static void ask_everybody(world *w) {
  static const char *const levels[] = {"clerk", "assistant", "intermediate", "deputy_senior",
                                       "full_senior"};
  zc_workspace *ws = zc_workspace_new(&w->region);
  zc_facts facts;
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&facts, &w->region.vocabulary, NULL), ZC_OK);
  CU_ASSERT_PTR_NOT_NULL_FATAL(ws);
  for (int p = 0; p < PEOPLE; p++) {
    char level[64];
    const char *settings[] = {"track=targeted", p & 1 ? "urban_unit=true" : "urban_unit=false",
                              p & 2 ? "ethics_passed=true" : "ethics_passed=false",
                              p & 4 ? "frontline_teaching=true" : "frontline_teaching=false",
                              level};
    const zc_answer *answer = NULL;
    snprintf(level, sizeof level, "target_level=%s", levels[p / 8]);
    zc_facts_clear(&facts);
    CU_ASSERT_EQUAL_FATAL(zc_facts_set(&facts, settings, 5, NULL), ZC_OK);
    CU_ASSERT_EQUAL_FATAL(zc_ask(ws, ZC_Q_ASSESS, &facts, 20000, 0, &answer, NULL), ZC_OK);
    for (uint32_t i = 0; i < answer->finding_count; i++)
      for (int row = 0; row < ROWS; row++)
        if (strcmp(answer->findings[i].rule->id, names[row]) == 0)
          w->states[p][row] = answer->findings[i].state;
  }
  zc_facts_free(&facts);
  zc_workspace_free(ws);
}

/* ---- holding one against the other ---- */

static int counts(const world *w, int row, zc_state state) {
  int count = 0;
  for (int p = 0; p < PEOPLE; p++)
    count += w->states[p][row] == state;
  return count;
}

static const zc_flaw *told(const world *w, int row, zc_flaw_class class) {
  for (uint32_t i = 0; i < w->analysis.count; i++)
    if (w->analysis.flaws[i].class == class && strcmp(w->analysis.flaws[i].rule, names[row]) == 0)
      return &w->analysis.flaws[i];
  return NULL;
}

static void expect_same(const world *w, int row, zc_flaw_class class, int holds) {
  const zc_flaw *flaw = told(w, row, class);
  int is_told = flaw != NULL;
  if (is_told != holds)
    printf("\n%s: when %s, needs %s: class %d %s\n", names[row], w->when[row], w->needs[row],
           (int)class, holds ? "is not told" : "is told in vain");
  CU_ASSERT_EQUAL(is_told, holds);
}

static void hold_alone(const world *w) {
  for (int row = 0; row < ROWS; row++) {
    int met = counts(w, row, ZC_MET), idle = counts(w, row, ZC_NOT_APPLICABLE);
    int all_met = row < RULES ? met == PEOPLE - idle : met == PEOPLE;
    expect_same(w, row, ZC_FLAW_NEVER_APPLIES, idle == PEOPLE);
    expect_same(w, row, ZC_FLAW_ALWAYS_FALSE, idle < PEOPLE && met == 0);
    expect_same(w, row, ZC_FLAW_ALWAYS_TRUE, idle < PEOPLE && all_met);
  }
}

/* Whether somebody fails `row` and none of the rules named in `others`. */
static int fails_alone(const world *w, int row, const char *others) {
  for (int p = 0; p < PEOPLE; p++) {
    int covered = 0;
    for (int other = 0; other < RULES; other++)
      covered |= strstr(others, names[other]) && w->states[p][other] == ZC_UNMET;
    if (w->states[p][row] == ZC_UNMET && !covered)
      return 1;
  }
  return 0;
}

/* Some requirement that everybody fails decides alone. */
static int is_closed(const world *w) {
  for (int row = 0; row < RULES; row++)
    if (counts(w, row, ZC_UNMET) == PEOPLE)
      return 1;
  return 0;
}

static void hold_shadows(const world *w) {
  for (int row = 0; row < RULES && !is_closed(w); row++) {
    const zc_flaw *flaw = told(w, row, ZC_FLAW_SHADOWED);
    int fails = counts(w, row, ZC_UNMET);
    if (!fails || counts(w, row, ZC_MET) == 0)
      continue;
    if (flaw)
      CU_ASSERT_FALSE(fails_alone(w, row, flaw->others));
    for (int other = 0; other < row && !flaw; other++)
      CU_ASSERT(fails_alone(w, row, names[other]));
  }
}

/* Whether somebody comes by a route: it is met and no requirement is unmet. */
static int comes_by(const world *w, int p, int route) {
  for (int row = 0; row < RULES; row++)
    if (w->states[p][row] == ZC_UNMET)
      return 0;
  return w->states[p][route] == ZC_MET;
}

static int comes_by_one_of(const world *w, int p, const char *routes) {
  for (int route = RULES + 1; route < ROWS; route++)
    if (strstr(routes, names[route]) && comes_by(w, p, route))
      return 1;
  return 0;
}

static void hold_routes(const world *w) {
  for (int route = RULES + 1; route < ROWS && !is_closed(w); route++) {
    const zc_flaw *contained = told(w, route, ZC_FLAW_CONTAINED);
    const zc_flaw *barred = told(w, route, ZC_FLAW_CONTRADICTS);
    int coming = 0;
    for (int p = 0; p < PEOPLE; p++) {
      coming += comes_by(w, p, route);
      if (contained && comes_by(w, p, route))
        CU_ASSERT(comes_by_one_of(w, p, contained->others));
    }
    int met = counts(w, route, ZC_MET);
    int holds = met > 0 && met < PEOPLE && coming == 0;
    CU_ASSERT_EQUAL(barred != NULL, holds);
  }
}

static void hold_contradictions(const world *w) {
  for (int row = 0; row < RULES; row++)
    for (int other = 0; other < row; other++) {
      int mine = 0, others = 0, both = 0;
      for (int p = 0; p < PEOPLE; p++) {
        zc_state a = w->states[p][row], b = w->states[p][other];
        int apply = a != ZC_NOT_APPLICABLE && b != ZC_NOT_APPLICABLE;
        mine += apply && a == ZC_MET;
        others += apply && b == ZC_MET;
        both += a == ZC_MET && b == ZC_MET;
      }
      const zc_flaw *flaw = NULL;
      for (uint32_t i = 0; i < w->analysis.count; i++)
        if (w->analysis.flaws[i].class == ZC_FLAW_CONTRADICTS &&
            strcmp(w->analysis.flaws[i].rule, names[row]) == 0 &&
            strcmp(w->analysis.flaws[i].others, names[other]) == 0)
          flaw = &w->analysis.flaws[i];
      if (flaw)
        CU_ASSERT(mine && others && !both);
      if (mine && others && !both && !is_closed(w) && !told(w, row, ZC_FLAW_ALWAYS_TRUE))
        CU_ASSERT_PTR_NOT_NULL(flaw);
    }
}

static void every_flaw_of_random_regions_holds_for_everybody(void) {
  static world w;
  zc_random r = zc_random_of("analysed", 0);
  uint32_t found[ZC_FLAW_CLASSES] = {0}, with_person = 0, all = 0;
  for (int i = 0; i < REGIONS; i++) {
    memset(&w, 0, sizeof w);
    make_region(&w, &r);
    ask_everybody(&w);
    hold_alone(&w);
    hold_shadows(&w);
    hold_routes(&w);
    hold_contradictions(&w);
    for (uint32_t f = 0; f < w.analysis.count; f++) {
      found[w.analysis.flaws[f].class]++;
      with_person += w.analysis.flaws[f].person != NULL;
      all++;
    }
    zc_analysis_free(&w.analysis);
    zc_region_free(&w.region);
  }
  /* Each class came up often enough to be tested, and nearly each flaw with a person. */
  for (int class = ZC_FLAW_ALWAYS_TRUE; class <= ZC_FLAW_CONTRADICTS; class ++)
    CU_ASSERT(found[class] > 10);
  CU_ASSERT_EQUAL(with_person, all);
}

void test_analysis_analysed(CU_pSuite suite) {
  CU_add_test(suite,
              "what is said of random regions holds for every person, and nothing is left out",
              every_flaw_of_random_regions_holds_for_everybody);
}
