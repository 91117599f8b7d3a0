/* SPDX-License-Identifier: Apache-2.0 */
/* The reference rules over columns, against the same rules written by hand and against reading the
 * columns once. */
#include "columns/columns.h"
#include "base/bit.h"
#include "base/memory.h"
#include "bench.h"
#include "columns_loops.h"
#include "conditions.h"
#include "engine/answer.h"
#include "host/host.h"
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 10000000, FACTS = 15, ROUNDS = 6, CHECKED = 20000, WORKERS = 2 };

/* How a fact stands in row_t. */
typedef struct place {
  const char *fact;
  size_t offset, width;
} place;

#define PLACE(name, field)                                                                         \
  { "reference." name, offsetof(row_t, field), sizeof(((row_t *)0)->field) }
static const place places[FACTS] = {
    PLACE("education", education), PLACE("target", target),     PLACE("years_lower", years_lower),
    PLACE("grass", grass),         PLACE("county", county),     PLACE("town", town),
    PLACE("region", region),       PLACE("dup", dup),           PLACE("annual", annual),
    PLACE("ce_hours", ce_hours),   PLACE("ban", ban),           PLACE("exam_req", exam_req),
    PLACE("score", score),         PLACE("passline", passline), PLACE("year", year),
};

typedef struct bench {
  zc_region region;
  row_t *rows;
  zc_column columns[FACTS + 1];
  zc_column_engine *engine;
  zc_column_workspace *workspaces[WORKERS];
  zc_bench_sums found[WORKERS], wanted, loops;
  size_t first, end; /* blocks that a run is about */
  uint32_t rule[NCOND];
  uint64_t read;
} bench;

static int is_set(const uint64_t *planes, uint32_t rule, uint32_t row) {
  return zc_has_bit(planes + rule * ZC_BLOCK_WORDS, row);
}

/* ---- the data ---- */

static void *room_for(size_t size) {
  /* Whole pages, so that columns do not share any. */
  void *room = aligned_alloc(4096, (size + 8191) / 4096 * 4096);
  if (!room) {
    fprintf(stderr, "columns: out of memory\n");
    exit(1);
  }
  return room;
}

static uint32_t fact_named(const zc_region *region, const char *name) {
  int32_t fact = zc_fact_find(&region->vocabulary, name, strlen(name));
  if (fact < 0) {
    fprintf(stderr, "columns: no fact %s\n", name);
    exit(1);
  }
  return (uint32_t)fact;
}

static void make_column(bench *b, unsigned i) {
  const place *p = &places[i];
  char *values = room_for(p->width * ROWS);
  for (size_t row = 0; row < ROWS; row++)
    memcpy(values + row * p->width, (const char *)&b->rows[row] + p->offset, p->width);
  b->columns[i] = (zc_column){
      .fact = fact_named(&b->region, p->fact), .width = (uint32_t)p->width, .values = values};
}

static void make_data(bench *b) {
  b->rows = room_for(sizeof(row_t) * ROWS);
  for (size_t i = 0; i < ROWS; i++)
    gen_row(&b->rows[i]);
  for (unsigned i = 0; i < FACTS; i++)
    make_column(b, i);
  /* Everybody is on one track. A column of it is part of the data that the engine reads. */
  int32_t general = zc_fact_word(&b->region.vocabulary, ZC_F_track, "general", strlen("general"));
  int8_t *track = room_for(ROWS);
  memset(track, general, ROWS);
  b->columns[FACTS] = (zc_column){.fact = ZC_F_track, .width = 1, .values = track};
}

/* ---- what is timed ---- */

/* The rows of all planes, counted. */
static zc_bench_sums add_block(const bench *b, const zc_column_answers *a, zc_bench_sums s) {
  s.eligible += zc_bench_count(a->eligible, a->eligible, ZC_BLOCK_WORDS);
  for (unsigned c = 0; c < NCOND; c++) {
    size_t plane = (size_t)b->rule[c] * ZC_BLOCK_WORDS;
    s.masks += zc_bench_count(a->unmet + plane, a->waived + plane, ZC_BLOCK_WORDS) << c;
  }
  return s;
}

static void run_block(bench *b, uint32_t worker, size_t block) {
  size_t first = block * ZC_BLOCK_ROWS;
  uint32_t rows = ROWS - first < ZC_BLOCK_ROWS ? (uint32_t)(ROWS - first) : ZC_BLOCK_ROWS;
  zc_column_answers answers;
  zc_columns_assess(b->workspaces[worker], b->columns, FACTS + 1, first, rows, &answers);
  b->found[worker] = add_block(b, &answers, b->found[worker]);
}

enum { BLOCKS = (ROWS + ZC_BLOCK_ROWS - 1) / ZC_BLOCK_ROWS, SEGMENT = 32 };

static void run_columns(void *context) {
  bench *b = context;
  memset(b->found, 0, sizeof b->found);
  for (size_t i = b->first; i < b->end; i++)
    run_block(b, 0, i);
}

/* A tenth of the rows. */
static void run_gaps(void *context) {
  bench *b = context;
  for (size_t i = 0; i < BLOCKS / 10; i++)
    run_block(b, 0, i);
}

static void *run_half(void *context) {
  bench *b = context;
  for (size_t i = (b->first + b->end) / 2; i < b->end; i++)
    run_block(b, 1, i);
  return NULL;
}

static void run_two_threads(void *context) {
  bench *b = context;
  pthread_t other;
  memset(b->found, 0, sizeof b->found);
  if (pthread_create(&other, NULL, run_half, b) != 0)
    exit(1);
  for (size_t i = b->first; i < (b->first + b->end) / 2; i++)
    run_block(b, 0, i);
  pthread_join(other, NULL);
}

static void run_branches(void *context) {
  bench *b = context;
  b->wanted = (zc_bench_sums){0};
  for (size_t i = b->first * ZC_BLOCK_ROWS; i < ROWS && i < b->end * ZC_BLOCK_ROWS; i++) {
    unsigned mask = ref_eval(&b->rows[i]);
    b->wanted.eligible += (unsigned)verdict_of_mask(mask);
    b->wanted.masks += mask;
  }
}

static void run_reading(void *context) {
  bench *b = context;
  size_t first = b->first * ZC_BLOCK_ROWS, end = b->end * ZC_BLOCK_ROWS;
  b->read = 0;
  end = end < ROWS ? end : ROWS;
  for (unsigned i = 0; i <= FACTS; i++) {
    uint32_t width = b->columns[i].width;
    const char *values = b->columns[i].values;
    b->read += zc_bench_read((const void *)(values + first * width), (end - first) * width / 8);
  }
}

/* ---- the same rules as plain loops over columns ---- */

static void run_loops(void *context) {
  bench *b = context;
  b->loops = (zc_bench_sums){0};
  const zc_column *c = b->columns;
  uint16_t masks[ZC_BLOCK_ROWS];
  uint8_t verdicts[ZC_BLOCK_ROWS];
  for (size_t block = b->first; block < b->end; block++) {
    size_t first = block * ZC_BLOCK_ROWS;
    uint32_t rows = ROWS - first < ZC_BLOCK_ROWS ? (uint32_t)(ROWS - first) : ZC_BLOCK_ROWS;
    zc_bench_part p = {.education = (const int8_t *)c[0].values + first,
                       .target = (const int8_t *)c[1].values + first,
                       .years = (const int16_t *)c[2].values + first,
                       .grass = (const int16_t *)c[3].values + first,
                       .county = (const int16_t *)c[4].values + first,
                       .town = (const int16_t *)c[5].values + first,
                       .region = (const uint8_t *)c[6].values + first,
                       .dup = (const uint8_t *)c[7].values + first,
                       .annual = (const uint8_t *)c[8].values + first,
                       .hours = (const int16_t *)c[9].values + first,
                       .ban = (const uint8_t *)c[10].values + first,
                       .exam = (const uint8_t *)c[11].values + first,
                       .score = (const int16_t *)c[12].values + first,
                       .line = (const int16_t *)c[13].values + first,
                       .year = (const int16_t *)c[14].values + first};
    zc_bench_loops(&p, rows, masks, verdicts);
    b->loops.masks += zc_bench_sum(masks, verdicts, rows, &b->loops.eligible);
  }
}

/* ---- checking ---- */

static unsigned mask_in(const bench *b, const zc_column_answers *a, uint32_t row) {
  unsigned mask = 0;
  for (unsigned c = 0; c < NCOND; c++)
    mask |= (unsigned)(is_set(a->unmet, b->rule[c], row) | is_set(a->waived, b->rule[c], row)) << c;
  return mask;
}

/* Every row's verdict and mask are those of the branches. */
static int check_rows(bench *b) {
  for (size_t first = 0; first < ROWS; first += ZC_BLOCK_ROWS) {
    uint32_t rows = ROWS - first < ZC_BLOCK_ROWS ? (uint32_t)(ROWS - first) : ZC_BLOCK_ROWS;
    zc_column_answers a;
    zc_columns_assess(b->workspaces[0], b->columns, FACTS + 1, first, rows, &a);
    for (uint32_t i = 0; i < rows; i++) {
      unsigned wanted = ref_eval(&b->rows[first + i]), found = mask_in(b, &a, i);
      if (wanted != found || verdict_of_mask(wanted) != is_set(a.eligible, 0, i) ||
          verdict_of_mask(wanted) == is_set(a.ineligible, 0, i)) {
        fprintf(stderr, "columns: row %zu: mask %03x wanted, %03x found\n", first + i, wanted,
                found);
        return 1;
      }
    }
  }
  return 0;
}

static void open_bench(bench *b, uint8_t *given) {
  zc_bench_region(&b->region, ZC_BUILD_DIR "/bench/plugins/reference.so");
  make_data(b);
  for (unsigned i = 0; i <= FACTS; i++)
    given[b->columns[i].fact] = 1;
  b->engine = zc_column_engine_new(&b->region, given, zc_day_of(2024, 1, 1), 0, ZC_BEST_PATH);
  for (unsigned i = 0; i < WORKERS; i++)
    b->workspaces[i] = b->engine ? zc_column_workspace_new(b->engine) : NULL;
  if (!b->engine || !b->workspaces[0] || !b->workspaces[1]) {
    fprintf(stderr, "columns: out of memory\n");
    exit(1);
  }
  zc_bench_conditions(&b->region, b->rule);
}

static void close_bench(bench *b) {
  for (unsigned i = 0; i < WORKERS; i++)
    zc_column_workspace_free(b->workspaces[i]);
  zc_column_engine_free(b->engine);
  for (unsigned i = 0; i <= FACTS; i++) {
    free((void *)b->columns[i].values);
    free((void *)b->columns[i].known);
  }
  free(b->rows);
  zc_region_free(&b->region);
}

static int sums_differ(const bench *b) {
  zc_bench_sums found = {b->found[0].eligible + b->found[1].eligible,
                         b->found[0].masks + b->found[1].masks};
  return found.eligible != b->wanted.eligible || found.masks != b->wanted.masks ||
         b->loops.eligible != b->wanted.eligible || b->loops.masks != b->wanted.masks;
}

/* The least time of each segment, added up. Every run goes over all segments before the next one,
 * so that no row is in the cache. 0: the sums of some segment differ. */
static int time_segments(bench *b, zc_bench_run *runs, unsigned count) {
  enum { SEGMENTS = (BLOCKS + SEGMENT - 1) / SEGMENT, MOST_RUNS = 8 };
  static double least[MOST_RUNS][SEGMENTS];
  static bench after[SEGMENTS];
  for (unsigned round = 0; round < ROUNDS; round++)
    for (unsigned i = 0; i < count; i++)
      for (size_t s = 0; s < SEGMENTS; s++) {
        b->first = s * SEGMENT;
        b->end = b->first + SEGMENT < BLOCKS ? b->first + SEGMENT : BLOCKS;
        double start = zc_bench_now();
        runs[i].run(b);
        double taken = zc_bench_now() - start;
        if (round == 0 || taken < least[i][s])
          least[i][s] = taken;
        memcpy(after[s].found, b->found, sizeof b->found);
        if (runs[i].run == run_branches)
          after[s].wanted = b->wanted;
        if (runs[i].run == run_loops)
          after[s].loops = b->loops;
      }
  for (unsigned i = 0; i < count; i++)
    for (size_t s = 0; s < SEGMENTS; s++)
      runs[i].seconds += least[i][s];
  for (size_t s = 0; s < SEGMENTS; s++)
    if (sums_differ(&after[s]))
      return 0;
  return 1;
}

/* From now on one value in a hundred is not known. */
static void forget_some(bench *b) {
  for (unsigned i = 0; i < FACTS; i++) {
    uint64_t *known = room_for(ROWS / 8);
    memset(known, 0xFF, ROWS / 8);
    for (size_t n = 0; n < ROWS / 100; n++) {
      size_t row = below(ROWS);
      known[row / 64] &= ~(UINT64_C(1) << (row % 64));
    }
    b->columns[i].known = known;
  }
}

static double ns(const zc_bench_run *run) {
  return run->seconds / ROWS * 1e9;
}

int zc_bench_columns(void) {
  static bench b;
  uint8_t given[1024] = {0};
  open_bench(&b, given);
  int failed = check_rows(&b);
  if (!failed) {
    enum { COLUMNS, READING, LOOPS, BRANCHES, TWO_THREADS, RUNS };
    zc_bench_run runs[RUNS] = {[COLUMNS] = {run_columns, &b, 0},
                               [READING] = {run_reading, &b, 0},
                               [LOOPS] = {run_loops, &b, 0},
                               [BRANCHES] = {run_branches, &b, 0},
                               [TWO_THREADS] = {run_two_threads, &b, 0}};
    failed = !time_segments(&b, runs, RUNS);
    b.first = 0;
    b.end = BLOCKS;
    zc_bench_result("columns", ns(&runs[COLUMNS]), "ns", "none");
    zc_bench_result("columns_reading", ns(&runs[READING]), "ns", "none");
    zc_bench_result("columns_vs_reading", runs[COLUMNS].seconds / runs[READING].seconds, "ratio",
                    "reading the columns once");
    zc_bench_result("columns_vs_loops", runs[COLUMNS].seconds / runs[LOOPS].seconds, "ratio",
                    "hand-written loops over columns, vectorised by the compiler");
    zc_bench_result("branches_vs_columns", runs[BRANCHES].seconds / runs[COLUMNS].seconds, "ratio",
                    "hand-written branches take so many times as long");
    zc_bench_result("columns_two_threads", ns(&runs[TWO_THREADS]), "ns", "none");
    zc_bench_result("columns_two_threads_vs_one", runs[TWO_THREADS].seconds / runs[COLUMNS].seconds,
                    "ratio", "one thread");
    zc_bench_instructions("columns_instructions", &runs[COLUMNS], ROWS, "instructions per row");
    forget_some(&b);
    zc_bench_run gaps = {run_gaps, &b, 0};
    zc_bench_time_rounds(&gaps, 1, 2);
    zc_bench_result("columns_gaps", gaps.seconds / (BLOCKS / 10) / ZC_BLOCK_ROWS * 1e9, "ns",
                    "none");
  }
  close_bench(&b);
  return failed;
}
