/* SPDX-License-Identifier: Apache-2.0 */
/* The largest region over columns: people of whom everything is known, and people of whom one fact
 * in ten is not. */
#include "base/integers.h"
#include "base/memory.h"
#include "base/random.h"
#include "bench.h"
#include "columns/columns.h"
#include "engine/workspace.h"
#include "host/host.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 262144, GAPPED_ROWS = 32768, ROUNDS = 10, CHECKED = 2000, UNKNOWN_PERCENT = 10 };

typedef struct population {
  zc_region *region;
  zc_column *columns;
  uint32_t column_count;
  size_t rows;
  zc_column_engine *engine;
  zc_column_workspace *workspace;
  zc_day as_of;
} population;

static void *room_for(size_t count, size_t size) {
  void *room = zc_calloc(count, size);
  if (!room) {
    fprintf(stderr, "columns: out of memory\n");
    exit(1);
  }
  return room;
}

static uint32_t width_of(const zc_fact *fact) {
  return fact->type == ZC_DIVISION                  ? 8
         : fact->max <= INT8_MAX && fact->min >= 0  ? 1
         : fact->max <= INT16_MAX && fact->min >= 0 ? 2
                                                    : 4;
}

static int64_t draw_word(const zc_fact *fact, zc_random *r) {
  for (;;) {
    int64_t word = fact->min + zc_random_below(r, (uint32_t)(fact->max - fact->min + 1));
    if (fact->words >> word & 1)
      return word;
  }
}

/* Somebody's value: most yes-or-no facts are as an application needs them, months lie within
 * twenty years, places within the region. */
static int64_t draw(const population *p, uint32_t fact, zc_random *r) {
  const zc_fact *f = &p->region->vocabulary.facts[fact];
  switch (f->type) {
  case ZC_BOOL:
    return zc_random_chance(r, f->assumed ? 10 : 85);
  case ZC_ENUM:
    return draw_word(f, r);
  case ZC_DATE: /* of the same year: an application of an earlier one is refused */
    return p->as_of - (int64_t)zc_random_below(r, 100);
  case ZC_DIVISION:
    return p->region->division_lo + (int64_t)zc_random_below(r, 12) * 100000000 +
           (int64_t)zc_random_below(r, 30) * 1000000 + (int64_t)zc_random_below(r, 20) * 1000;
  default:
    return f->min + zc_random_below(r, (uint32_t)(f->max < 240 ? f->max + 1 : 240));
  }
}

static zc_column make_column(const population *p, uint32_t fact, int64_t track, uint32_t unknown) {
  const zc_fact *f = &p->region->vocabulary.facts[fact];
  zc_random r = zc_random_of(f->name, unknown);
  zc_column c = {.fact = fact, .width = width_of(f)};
  void *values = room_for(p->rows, c.width);
  uint64_t *known = room_for(p->rows / 64 + 1, sizeof *known);
  for (size_t row = 0; row < p->rows; row++) {
    zc_integer_put(values, c.width, row, fact == ZC_F_track ? track : draw(p, fact, &r));
    known[row / 64] |= (uint64_t)(fact == ZC_F_track || !zc_random_chance(&r, unknown))
                       << (row % 64);
  }
  c.values = values;
  c.known = known;
  return c;
}

/* Columns of all facts that the rules read, as they are on the day asked about: with a day of their
 * own, counting months to it would be measured, too. */
static void make_population(population *p, const char *track, uint32_t unknown) {
  const zc_vocabulary *v = &p->region->vocabulary;
  zc_workspace *ws = zc_workspace_new(p->region);
  uint8_t *given = room_for(v->fact_count, 1);
  p->columns = room_for(v->fact_count, sizeof *p->columns);
  for (uint32_t i = 0; ws && i < ws->deciding[ZC_Q_ASSESS].count; i++) {
    const zc_node *n = &p->region->program.nodes[ws->deciding[ZC_Q_ASSESS].nodes[i]];
    if (n->op == ZC_OP_FACT && n->a != ZC_F_facts_as_of)
      given[n->a] = 1;
  }
  for (uint32_t f = 0; f < v->fact_count; f++)
    if (given[f])
      p->columns[p->column_count++] =
          make_column(p, f, zc_fact_word(v, ZC_F_track, track, strlen(track)), unknown);
  p->engine = zc_column_engine_new(p->region, given, p->as_of, 0, ZC_BEST_PATH);
  p->workspace = p->engine ? zc_column_workspace_new(p->engine) : NULL;
  zc_free(given);
  zc_workspace_free(ws);
  if (!p->workspace) {
    fprintf(stderr, "columns: out of memory\n");
    exit(1);
  }
}

static void free_population(population *p) {
  for (uint32_t i = 0; i < p->column_count; i++) {
    zc_free((void *)p->columns[i].values);
    zc_free((void *)p->columns[i].known);
  }
  zc_free(p->columns);
  zc_column_workspace_free(p->workspace);
  zc_column_engine_free(p->engine);
}

static void run_block(population *p, size_t block) {
  zc_column_answers answers;
  zc_columns_assess(p->workspace, p->columns, p->column_count, block * ZC_BLOCK_ROWS, ZC_BLOCK_ROWS,
                    &answers);
}

/* Nanoseconds a row: the least time of each block, added up. */
static double time_blocks(population *p, unsigned rounds) {
  static double least[ROWS / ZC_BLOCK_ROWS];
  double sum = 0;
  for (unsigned round = 0; round < rounds; round++)
    for (size_t i = 0; i < p->rows / ZC_BLOCK_ROWS; i++) {
      double start = zc_bench_now();
      run_block(p, i);
      double taken = zc_bench_now() - start;
      if (round == 0 || taken < least[i])
        least[i] = taken;
    }
  for (size_t i = 0; i < p->rows / ZC_BLOCK_ROWS; i++)
    sum += least[i];
  return sum / (double)p->rows * 1e9;
}

/* The first rows are answered as they are alone. */
static int check(population *p) {
  const zc_region *region = p->region;
  zc_workspace *ws = zc_workspace_new(region);
  zc_facts facts;
  zc_column_answers found;
  int failed = !ws || zc_facts_init(&facts, &region->vocabulary, NULL) != ZC_OK;
  zc_columns_assess(p->workspace, p->columns, p->column_count, 0, ZC_BLOCK_ROWS, &found);
  for (uint32_t row = 0; !failed && row < CHECKED; row++) {
    const zc_answer *a = NULL;
    zc_columns_row(p->columns, p->column_count, row, &facts);
    zc_status status = zc_ask(ws, ZC_Q_ASSESS, &facts, p->as_of, 0, &a, NULL);
    uint64_t bit = UINT64_C(1) << (row % 64);
    failed = status != ZC_OK ||
             (a->verdict == ZC_ELIGIBLE) != ((found.eligible[row / 64] & bit) != 0) ||
             (a->verdict == ZC_INELIGIBLE) != ((found.ineligible[row / 64] & bit) != 0);
    for (uint32_t i = 0; !failed && i < a->missing_count; i++)
      failed = !(found.missing[a->missing[i] * ZC_BLOCK_WORDS + row / 64] & bit);
    if (failed)
      fprintf(stderr, "columns: row %u of %s is answered otherwise\n", row, region->id);
  }
  zc_facts_free(&facts);
  zc_workspace_free(ws);
  return failed;
}

int zc_bench_columns_region(void) {
  zc_region region;
  zc_bench_region(&region, ZC_BUILD_DIR "/plugins/inner_mongolia.so");
  population known = {.region = &region, .rows = ROWS, .as_of = zc_day_of(2024, 5, 1)};
  population gapped = {.region = &region, .rows = GAPPED_ROWS, .as_of = zc_day_of(2024, 5, 1)};
  make_population(&known, "general", 0);
  make_population(&gapped, "general", UNKNOWN_PERCENT);
  int failed = check(&known) || check(&gapped);
  if (!failed) {
    double row = time_blocks(&known, ROUNDS), gaps = time_blocks(&gapped, 2);
    zc_bench_result("columns_region", row, "ns", "none");
    zc_bench_result("columns_region_rule", row / region.rule_count, "ns per rule and row", "none");
    zc_bench_result("columns_region_gaps", gaps, "ns", "none");
    zc_bench_result("columns_region_gaps_rule", gaps / region.rule_count, "ns per rule and row",
                    "none");
  }
  free_population(&known);
  free_population(&gapped);
  zc_region_free(&region);
  return failed;
}
