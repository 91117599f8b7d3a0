/* SPDX-License-Identifier: Apache-2.0 */
/* The column engine answers every row as zc_ask does: verdict, route, the state of every rule,
 * missing facts, on every instruction path. */
#include "base/bit.h"
#include "columns/columns.h"
#include "engine/workspace.h"
#include "support/columns.h"
#include "support/property.h"
#include <string.h>

enum { GROUP = 640 };

/* Rows of one group: a day and strictness for all, facts as columns. */
typedef struct group {
  zc_facts rows[GROUP];
  uint32_t count;
  zc_day as_of;
  int strict;
  zc_month_precision precision; /* of partial dates */
  zc_test_columns columns;
  unsigned long long asked, by_path[ZC_AVX512_PATH + 1];
} group;

static int has_bit(const uint64_t *planes, uint32_t plane, uint32_t row) {
  return zc_has_bit(planes + plane * ZC_BLOCK_WORDS, row);
}

/* ---- comparing ---- */

static zc_state state_in(const zc_answer *a, const zc_compiled_rule *rule, int *listed) {
  *listed = 0;
  for (uint32_t i = 0; i < a->finding_count; i++)
    if (a->findings[i].rule == rule) {
      *listed = 1;
      return a->findings[i].state;
    }
  return ZC_NOT_APPLICABLE;
}

static void show(property *p, group *g, uint32_t row, const char *what, const char *id, int wanted,
                 int found) {
  zc_person *person = p->other;
  uint32_t facts = p->people->region.vocabulary.fact_count;
  for (uint32_t f = 0; f < facts; f++) {
    zc_person_forget(person, f);
    if (g->columns.given[f] && g->rows[row].given[f])
      zc_person_give(person, f, g->rows[row].slots[f]);
  }
  person->as_of = g->as_of;
  person->strict = g->strict;
  property_fail(p, person, "%s %s: %d wanted, %d found", what, id, wanted, found);
}

static int is_missing(const zc_answer *a, uint32_t fact) {
  for (uint32_t i = 0; i < a->missing_count; i++)
    if (a->missing[i] == fact)
      return 1;
  return 0;
}

static const zc_compiled_rule *route_in(const zc_region *region, const zc_column_answers *found,
                                        uint32_t row) {
  return found->route[row] == ZC_NO_ROUTE ? NULL : &region->rules[found->route[row]];
}

static int finds(const zc_answer *a, const zc_compiled_rule *rule) {
  for (uint32_t i = 0; i < a->finding_count; i++)
    if (a->findings[i].rule == rule)
      return 1;
  return 0;
}

/* Everything of a row that both ways answer; 0: they differ, and it was shown. */
static int compare_row(property *p, group *g, uint32_t row, const zc_answer *a,
                       const zc_column_answers *found) {
  const zc_region *region = &p->people->region;
  zc_verdict verdict = has_bit(found->eligible, 0, row)     ? ZC_ELIGIBLE
                       : has_bit(found->ineligible, 0, row) ? ZC_INELIGIBLE
                                                            : ZC_UNDETERMINED_VERDICT;
  if (verdict != a->verdict || has_bit(found->rejected, 0, row)) {
    show(p, g, row, "verdict", "", (int)a->verdict, (int)verdict);
    return 0;
  }
  const zc_compiled_rule *route = route_in(region, found, row);
  if (route != a->route) {
    show(p, g, row, "route", a->route ? a->route->id : "none", 1, 0);
    return 0;
  }
  const uint64_t *planes[] = {found->met, found->unmet, found->unknown, found->waived,
                              found->not_applicable};
  for (uint32_t i = 0; i < region->rule_count; i++) {
    int listed, wanted = (int)state_in(a, &region->rules[i], &listed);
    for (int s = 0; s < 5; s++)
      if (has_bit(planes[s], i, row) != (listed && wanted == s)) {
        show(p, g, row, "state of", region->rules[i].id, listed ? wanted : -1, s);
        return 0;
      }
  }
  for (uint32_t f = 0; f < region->vocabulary.fact_count; f++)
    if (has_bit(found->missing, f, row) != is_missing(a, f)) {
      show(p, g, row, "missing", region->vocabulary.facts[f].name, is_missing(a, f),
           has_bit(found->missing, f, row));
      return 0;
    }
  if (has_bit(found->missing_inexact, 0, row) == a->missing_exact ||
      has_bit(found->no_edition, 0, row) != finds(a, &zc_rule_no_edition) ||
      has_bit(found->no_track, 0, row) != finds(a, &zc_rule_base_track)) {
    show(p, g, row, "exactness, edition or track", "", 0, 1);
    return 0;
  }
  return 1;
}

static int is_blank(const zc_region *region, const zc_column_answers *found, uint32_t row) {
  const uint64_t *planes[] = {found->met, found->unmet, found->unknown, found->waived,
                              found->not_applicable};
  int any = has_bit(found->eligible, 0, row) | has_bit(found->ineligible, 0, row) |
            (found->route[row] != ZC_NO_ROUTE);
  for (uint32_t i = 0; i < region->rule_count; i++)
    for (int s = 0; s < 5; s++)
      any |= has_bit(planes[s], i, row);
  return !any;
}

static void compare_group(property *p, group *g, const zc_column_answers *found) {
  const zc_region *region = &p->people->region;
  for (uint32_t i = 0; i < g->count; i++) {
    const zc_answer *answer = NULL;
    zc_columns_row(g->columns.items, g->columns.count, i, &p->facts);
    p->facts.precision = g->precision;
    zc_status status = zc_ask(p->again, ZC_Q_ASSESS, &p->facts, g->as_of, g->strict, &answer, NULL);
    g->asked++;
    if (status == ZC_OK) {
      if (!compare_row(p, g, i, answer, found))
        return;
    } else if (!has_bit(found->rejected, 0, i) || !is_blank(region, found, i)) {
      show(p, g, i, "rejected", "", 1, has_bit(found->rejected, 0, i));
      return;
    }
  }
}

static void run_path(property *p, group *g, zc_column_path path) {
  zc_column_answers found;
  zc_column_engine *engine =
      zc_column_engine_new(&p->people->region, g->columns.given, g->as_of, g->strict, path);
  CU_ASSERT_PTR_NOT_NULL_FATAL(engine);
  zc_column_engine_take(engine, g->precision);
  zc_column_workspace *ws = zc_column_workspace_new(engine);
  CU_ASSERT_PTR_NOT_NULL_FATAL(ws);
  zc_columns_assess(ws, g->columns.items, g->columns.count, 0, g->count, &found);
  g->by_path[path] += g->count;
  compare_group(p, g, &found);
  zc_column_workspace_free(ws);
  zc_column_engine_free(engine);
}

static void flush(property *p, group *g) {
  if (!g->count)
    return;
  zc_test_columns_make(&g->columns, g->rows, g->count, zc_random_chance(&p->random, 50) ? 100 : 85,
                       &p->random);
  for (zc_column_path path = ZC_PORTABLE_PATH; path <= ZC_AVX512_PATH; path++)
    if (zc_column_path_is_there(path))
      run_path(p, g, path);
  zc_test_columns_free(&g->columns);
  g->count = 0;
}

/* ---- groups of people ---- */

static void add_person(property *p, zc_person *person) {
  group *g = p->own;
  if (!g->count) {
    g->as_of = person->as_of;
    g->strict = person->strict;
    g->precision = zc_random_chance(&p->random, 60)
                       ? ZC_PRECISION_NONE
                       : (zc_month_precision)(1 + zc_random_below(&p->random, 2));
  }
  zc_facts_take(&g->rows[g->count++], &person->facts);
  if (g->count == GROUP || zc_random_below(&p->random, 500) == 0)
    flush(p, g);
}

static void begin(property *p) {
  group *g = p->own;
  const zc_vocabulary *v = &p->people->region.vocabulary;
  *g = (group){0};
  for (uint32_t i = 0; i < GROUP; i++)
    CU_ASSERT_EQUAL_FATAL(zc_facts_init(&g->rows[i], v, NULL), ZC_OK);
}

static void end(property *p) {
  group *g = p->own;
  flush(p, g);
  for (uint32_t i = 0; i < GROUP; i++)
    zc_facts_free(&g->rows[i]);
  property_note("  %s: %llu rows compared (portable %llu, AVX2 %llu, AVX-512 %llu)\n",
                p->people->region.id, g->asked, g->by_path[ZC_PORTABLE_PATH],
                g->by_path[ZC_AVX2_PATH], g->by_path[ZC_AVX512_PATH]);
}

static void columns_answer_as_rows(void) {
  static group g;
  property_run("columns", 2000, 1, add_person, begin, end, &g);
}

void test_columns_columns(CU_pSuite suite) {
  CU_add_test(suite, "columns answer every row as it is answered alone, on every path",
              columns_answer_as_rows);
}
