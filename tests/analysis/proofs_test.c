/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the analysis proves of random regions against the plain way: nobody refutes it, of all
 * people in turn. Of what it calls inexact nothing is asked. Where all is exact and only values
 * decide, nothing that one rule shows by itself is left out.
 */
#include "analysis/analyse.h"
#include "engine/kinds.h"
#include "engine/workspace.h"
#include "support/brute_force.h"
#include "support/property.h"
#include "support/random_region.h"
#include "support/region.h"

#include <string.h>

enum { FEW = 100, SHOWN = 3 };

typedef struct proving {
  random_region g;
  zc_analysis analysis;
  brute_force brute;
  zc_facts facts;
  zc_random random;
  uint32_t track;
  zc_day as_of;
  unsigned failures;
  uint64_t regions, inexact, told[ZC_FLAW_CLASSES];
} proving;

static void fail(proving *p, uint32_t rule, const char *flaw, const char *others, int64_t person) {
  if (p->failures++ >= SHOWN)
    return;
  printf("\n");
  random_region_show(&p->g);
  printf("    as of %d, track %u, %s: %s %s\n", (int)p->as_of, p->track, p->g.region.rules[rule].id,
         flaw, others ? others : "");
  if (person >= 0)
    brute_show(&p->brute, (uint32_t)person);
}

/* ---- who refutes a flaw ---- */

static int is_named(const char *others, const char *id) {
  return others && strstr(others, id);
}

static int is_met(brute_person p, uint32_t row) {
  return brute_applies(p, row).lo && brute_holds(p, row).lo;
}

static int is_unmet(brute_person p, uint32_t row) {
  return brute_applies(p, row).lo && !brute_holds(p, row).hi;
}

/* Whether one of the others fails the person, or may. */
static int may_fail(const zc_region *r, brute_person p, const char *others) {
  for (uint32_t i = 0; i < r->rule_count; i++) {
    zc_state state = brute_state(r, p, i);
    if (is_named(others, r->rules[i].id) && (state == ZC_UNMET || state == ZC_UNKNOWN))
      return 1;
  }
  return 0;
}

static int comes_otherwise(const zc_region *r, brute_person p, const char *others) {
  for (uint32_t i = 0; i < r->route_count; i++)
    if (is_named(others, r->rules[r->routes[i]].id) && brute_comes(r, p, r->routes[i]).hi)
      return 1;
  return 0;
}

static int meets_both(const zc_region *r, brute_person p, uint32_t row, const char *others) {
  for (uint32_t i = 0; i < r->rule_count; i++)
    if (is_named(others, r->rules[i].id) && !is_met(p, i))
      return 0;
  return is_met(p, row);
}

static int lifts_something(const zc_region *r, brute_person p, uint32_t waiver) {
  const zc_index_list *waives = &r->rules[waiver].waives;
  for (uint32_t i = 0; i < waives->count; i++)
    if (is_met(p, waiver) && is_unmet(p, waives->items[i]))
      return 1;
  return 0;
}

static int refutes(const zc_region *r, brute_person p, uint32_t row, zc_flaw_class class,
                   const char *others) {
  int is_requirement = zc_rule_binds(&r->rules[row]);
  switch (class) {
  case ZC_FLAW_ALWAYS_TRUE:
    return is_unmet(p, row) || (!is_requirement && !brute_applies(p, row).hi);
  case ZC_FLAW_ALWAYS_FALSE:
    return is_met(p, row);
  case ZC_FLAW_NEVER_APPLIES:
    return brute_applies(p, row).lo == 1;
  case ZC_FLAW_LIFTS_NOTHING:
    return lifts_something(r, p, row);
  case ZC_FLAW_SHADOWED:
    return brute_state(r, p, row) == ZC_UNMET && !may_fail(r, p, others);
  case ZC_FLAW_CONTAINED:
    return brute_comes(r, p, row).lo && !comes_otherwise(r, p, others);
  case ZC_FLAW_CONTRADICTS:
    return is_requirement ? meets_both(r, p, row, others)
                          : is_met(p, row) && !may_fail(r, p, others);
  default:
    return 0;
  }
}

/* Somebody who refutes it; -1: nobody. */
static int64_t refuting(const proving *p, uint32_t row, zc_flaw_class class, const char *others) {
  for (uint32_t i = 0; i < p->brute.count; i++)
    if (refutes(&p->g.region, p->brute.people[i], row, class, others))
      return i;
  return -1;
}

/* ---- what is told ---- */

static int holds_today(const proving *p, const zc_flaw *flaw) {
  for (uint32_t i = 0; i < flaw->time_count; i++) {
    const zc_flaw_time *t = &flaw->times[i];
    if ((t->track < 0 || t->track == (int32_t)p->track) && p->as_of >= t->from &&
        p->as_of <= t->until)
      return 1;
  }
  return 0;
}

static uint32_t row_of(const proving *p, const zc_flaw *flaw) {
  uint32_t row = 0;
  while (row < p->g.region.rule_count && strcmp(p->g.region.rules[row].id, flaw->rule) != 0)
    row++;
  return row;
}

static void check_flaws(proving *p) {
  for (uint32_t i = 0; i < p->analysis.count; i++) {
    const zc_flaw *flaw = &p->analysis.flaws[i];
    uint32_t row = row_of(p, flaw);
    if (row == p->g.region.rule_count || !holds_today(p, flaw))
      continue;
    int64_t person = refuting(p, row, flaw->class, flaw->others);
    p->told[flaw->class]++;
    if (person >= 0)
      fail(p, row, flaw->finding, "is refuted by", person);
  }
}

static int is_told(const proving *p, uint32_t row, zc_flaw_class class) {
  for (uint32_t i = 0; i < p->analysis.count; i++) {
    const zc_flaw *flaw = &p->analysis.flaws[i];
    if (flaw->class == class && row_of(p, flaw) == row && holds_today(p, flaw))
      return 1;
  }
  return 0;
}

/* Whether a condition has a word of which the analysis may say less. */
static int has_word(proving *p, const char *word) {
  for (int i = 0; i < RANDOM_ROWS; i++)
    if (strstr(zc_buffer_text(&p->g.needs[i]), word) ||
        (p->g.when[i].length && strstr(zc_buffer_text(&p->g.when[i]), word)))
      return 1;
  return 0;
}

static int only_values_decide(proving *p) {
  static const char *const words[] = {"known(", "given(", "unset", "later", "as_of"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (has_word(p, words[i]))
      return 0;
  return p->analysis.inexact_count == 0;
}

static void check_left_out(proving *p) {
  for (uint32_t row = 0; row < p->g.region.rule_count; row++) {
    if (!(p->g.region.rules[row].tracks >> p->track & 1))
      continue;
    int never = refuting(p, row, ZC_FLAW_NEVER_APPLIES, NULL) < 0;
    if (never != is_told(p, row, ZC_FLAW_NEVER_APPLIES))
      fail(p, row, "never_applies is wrong or left out", NULL, -1);
    for (int class = ZC_FLAW_ALWAYS_TRUE; class <= ZC_FLAW_ALWAYS_FALSE; class ++)
      if (!never && refuting(p, row, (zc_flaw_class) class, NULL) < 0 &&
          !is_told(p, row, (zc_flaw_class) class))
        fail(p, row, class == ZC_FLAW_ALWAYS_TRUE ? "always_true" : "always_false", "is left out",
             -1);
  }
}

/* ---- people ---- */

/* Facts of which it is asked whether they are known, or that may be assumed, may be absent. */
static int may_be_absent(const proving *p, const random_fact *f) {
  const zc_program *program = &p->g.region.program;
  if (f->assumed[0])
    return 1;
  for (uint32_t i = 0; i < p->brute.list_count; i++) {
    const zc_node *n = &program->nodes[p->brute.list[i]];
    if (n->op == ZC_OP_KNOWN)
      n = &program->nodes[n->a];
    else if (n->op != ZC_OP_GIVEN)
      continue;
    if ((n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN) && n->a == f->index)
      return 1;
  }
  return 0;
}

static void ask_everybody(proving *p) {
  p->track = zc_random_chance(&p->random, 50) ? ZC_W_track_general : ZC_W_track_targeted;
  p->as_of = zc_day_of(2024 + (int32_t)zc_random_below(&p->random, 2), 3, 31);
  p->facts.slots[ZC_F_track] = (zc_slot){p->track, p->track};
  p->facts.given[ZC_F_track] = 1;
  brute_begin(&p->brute, &p->facts, p->as_of, 0);
  for (uint32_t i = 0; i < p->g.fact_count; i++) {
    const random_fact *f = &p->g.facts[i];
    p->facts.given[f->index] = 1;
    brute_add(&p->brute, f->index, f->points, f->low_count, may_be_absent(p, f));
    p->brute.is_given[f->index] = 1;
  }
  brute_run(&p->brute);
}

static void look_at_region(proving *p, uint64_t number) {
  random_region_make(&p->g, "proofs", number);
  p->random = zc_random_of("proofs people", number);
  CU_ASSERT_EQUAL_FATAL(zc_analyse(&p->analysis, &p->g.region), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&p->facts, &p->g.region.vocabulary, NULL), ZC_OK);
  brute_open(&p->brute, &p->g.region);
  ask_everybody(p);
  check_flaws(p);
  if (only_values_decide(p))
    check_left_out(p);
  p->regions++;
  p->inexact += p->analysis.inexact_count > 0;
  brute_close(&p->brute);
  zc_facts_free(&p->facts);
  zc_analysis_free(&p->analysis);
  random_region_free(&p->g);
}

/* Few regions may be inexact, and each class of flaw is told of some. */
static void check_shares(const proving *p) {
  unsigned long long inexact = p->inexact, regions = p->regions;
  int few = 100 * inexact <= 12 * regions;
  property_note("  proofs: %llu regions, %llu of them not exact, %u failures\n", regions, inexact,
                p->failures);
  if (!few)
    printf("\n  %llu of %llu regions are not exact\n", inexact, regions);
  CU_ASSERT(few);
  for (int class = ZC_FLAW_ALWAYS_TRUE; class <= ZC_FLAW_CONTRADICTS; class ++)
    CU_ASSERT(p->told[class] > 0);
}

static void nobody_refutes_what_is_proved(void) {
  static proving p;
  uint64_t regions = property_rows(FEW, 200);
  memset(&p, 0, sizeof p);
  for (uint64_t i = 0; i < regions; i++)
    look_at_region(&p, i);
  if (regions >= FEW) /* of a handful, shares say nothing */
    check_shares(&p);
  CU_ASSERT_EQUAL(p.failures, 0);
}

/* ---- the day asked about ---- */

static const zc_document day_documents[] = {{ZC_ROW, .id = "t", .number = "一号",
                                             .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
                                             .from = "1900-01-01"}};
static const zc_clause day_clauses[] = {{ZC_ROW, .id = "t.months", .document = "t", .clause = "一"},
                                        {ZC_ROW, .id = "t.opens", .document = "t", .clause = "二"}};
static const zc_track day_tracks[] = {{ZC_ROW, .track = "general"}};
static const zc_parameter_value day_values[] = {
    {ZC_ROW, .key = "health", .value = "2023-01-01", .source = "一"},
    {ZC_ROW, .value = "2024-07-01", .source = "一"}};
static const zc_parameter day_parameters[] = {{ZC_ROW, .name = "opens", .type = ZC_DATE,
                                               .keys = "series", .label = {.zh = "开始"},
                                               .values = ZC_TABLE(day_values)}};
static const zc_route day_routes[] = {
    {ZC_ROW, .id = "t.months", .rank = ZC_RANK_BASELINE, .text = {.zh = "一条路。"},
     .needs = "full_months(current_title_date, as_of) >= 12 months"},
    {ZC_ROW, .id = "t.opens", .rank = ZC_RANK_BASELINE, .text = {.zh = "一条路。"},
     .needs = "as_of >= opens and exam_passed"}};
static const zc_chapter day_chapter = {.documents = ZC_TABLE(day_documents),
                                       .clauses = ZC_TABLE(day_clauses),
                                       .parameters = ZC_TABLE(day_parameters),
                                       .tracks = ZC_TABLE(day_tracks),
                                       .routes = ZC_TABLE(day_routes)};
static const zc_chapter *const day_chapters[] = {&day_chapter};
static const zc_region_plugin day_plugin = ZC_TEST_PLUGIN(day_chapters);

static const zc_flaw *flaw_of(const zc_analysis *analysis, const char *rule) {
  for (uint32_t i = 0; i < analysis->count; i++)
    if (strcmp(analysis->flaws[i].rule, rule) == 0)
      return &analysis->flaws[i];
  return NULL;
}

/* On the first day of all, nobody has twelve months behind them, and later many have. The other
 * route nobody comes by until the first series opens, and there its days are told apart. */
static void what_holds_on_the_first_day_only_is_not_proved(void) {
  zc_region region;
  zc_analysis analysis;
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&region, &day_plugin), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_analyse(&analysis, &region), ZC_OK);
  CU_ASSERT_PTR_NULL(flaw_of(&analysis, "t.months"));
  CU_ASSERT(analysis.inexact_count > 0);
  for (uint32_t i = 0; i < analysis.inexact_count; i++)
    CU_ASSERT_STRING_EQUAL(analysis.inexact[i].rule, "t.months");
  const zc_flaw *flaw = flaw_of(&analysis, "t.opens");
  CU_ASSERT_PTR_NOT_NULL_FATAL(flaw);
  CU_ASSERT_EQUAL(flaw->class, ZC_FLAW_ALWAYS_FALSE);
  CU_ASSERT_EQUAL_FATAL(flaw->time_count, 1);
  CU_ASSERT_EQUAL(flaw->times[0].until, zc_day_of(2022, 12, 31));
  zc_analysis_free(&analysis);
  zc_region_free(&region);
}

void test_analysis_proofs(CU_pSuite suite) {
  CU_add_test(suite, "nobody refutes what the analysis proves of random regions",
              nobody_refutes_what_is_proved);
  CU_add_test(suite, "what holds on the first day of a rule only is not proved for the others",
              what_holds_on_the_first_day_only_is_not_proved);
}
