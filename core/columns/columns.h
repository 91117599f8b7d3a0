/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The column engine: one question, zc_assess, for millions of rows. Facts come as columns, answers
 * leave as planes, one bit a row, and are those of the row engine for every row: verdict, route,
 * state of each rule, missing facts.
 *
 *   zc_column_engine *e = zc_column_engine_new(region, given, as_of, strict, ZC_BEST_PATH);
 *   zc_column_workspace *ws = zc_column_workspace_new(e);
 *   for (first = 0; first < rows; first += ZC_BLOCK_ROWS)
 *     zc_columns_assess(ws, columns, count, first, MIN(ZC_BLOCK_ROWS, rows - first), &answers);
 *
 * An engine is shared by threads and does not change; each thread has a workspace of its own.
 */
#ifndef ZC_COLUMNS_COLUMNS_H
#define ZC_COLUMNS_COLUMNS_H

#include "engine/answer.h"

#define ZC_BLOCK_ROWS  4096u
#define ZC_BLOCK_WORDS (ZC_BLOCK_ROWS / 64u)
#define ZC_NO_ROUTE    UINT16_MAX

/* One fact of all rows. Bits of rows are numbered from 0: bit r % 64 of word r / 64. */
typedef struct zc_column {
  uint32_t fact;         /* in the region's vocabulary */
  uint32_t width;        /* bytes of a value: 1, 2, 4 or 8; values are signed */
  const void *values;    /* by row: an int, the index of a word, 0 or 1, a zc_day, or of a division
                            the least 12-digit code under it (8 bytes) */
  const void *highest;   /* of divisions: the greatest code under it; of dates: the last day that it
                            may be; NULL: the same as `values` */
  const uint64_t *known; /* a bit a row; NULL: every row is known. What stands in `values` of an
                            unknown row does not matter. */
} zc_column;

/* What a block's rows are answered. All planes have ZC_BLOCK_WORDS words, those of rule i at
 * `plane + i * ZC_BLOCK_WORDS`, and 0 in the bits behind the last row. The memory is the
 * workspace's, until its next block. */
typedef struct zc_column_answers {
  uint32_t rows;
  const uint64_t *rejected; /* facts contradict each other (zc_facts_count refuses them): ask
                               zc_ask for the reasons; the other bits of such a row are 0 */
  const uint64_t *eligible, *ineligible; /* neither: undetermined, or rejected */
  const uint16_t *route; /* by row: number of the rule named, ZC_NO_ROUTE unless eligible */
  /* By rule of the region, with the row's state: none of the five where the rule is not listed
   * (not in force on the day). */
  const uint64_t *met, *unmet, *unknown, *waived, *not_applicable;
  const uint64_t *missing; /* by fact of the vocabulary: facts that undetermined rows lack */
  const uint64_t *missing_inexact;       /* rows whose missing facts are a superset */
  const uint64_t *no_edition, *no_track; /* rows answered by the engine's own findings
                                            "no_edition" and "base.track" */
} zc_column_answers;

/* Instruction sets that the same program can be run with; results do not differ. */
typedef enum zc_column_path {
  ZC_BEST_PATH = 0,
  ZC_PORTABLE_PATH,
  ZC_AVX2_PATH,
  ZC_AVX512_PATH
} zc_column_path;
int zc_column_path_is_there(zc_column_path path); /* on this machine, in this build */

typedef struct zc_column_engine zc_column_engine;
typedef struct zc_column_workspace zc_column_workspace;

/* `given` (by fact): which facts there are columns for; the others are as not given. NULL: out of
 * memory, or a path that is not there. The region must outlive the engine. */
zc_column_engine *zc_column_engine_new(const zc_region *region, const uint8_t *given, zc_day as_of,
                                       int strict, zc_column_path path);
/* An engine that asks of each row alone, on its own day: for zc_columns_assess_days only. */
zc_column_engine *zc_column_engine_by_row(const zc_region *region, const uint8_t *given,
                                          int strict);
/* Partial dates are taken as their first or last day; to be said before the first block. */
void zc_column_engine_take(zc_column_engine *engine, zc_month_precision precision);
void zc_column_engine_free(zc_column_engine *engine);

zc_column_workspace *zc_column_workspace_new(const zc_column_engine *engine); /* NULL: no memory */
void zc_column_workspace_free(zc_column_workspace *workspace);

/* Answers rows `first` (a multiple of 64) to `first` + `rows` - 1, at most ZC_BLOCK_ROWS. `columns`
 * are those of the facts that the engine was made for, in any order. Takes no memory, never fails.
 */
void zc_columns_assess(zc_column_workspace *workspace, const zc_column *columns, uint32_t count,
                       size_t first, uint32_t rows, zc_column_answers *answers);

/* The same with an engine by row: row `first` + i is asked about on days[i]. */
void zc_columns_assess_days(zc_column_workspace *workspace, const zc_column *columns,
                            uint32_t count, size_t first, uint32_t rows, const zc_day *days,
                            zc_column_answers *answers);

/* Row `row` of the columns as facts for the row engine (texts are not filled in). */
void zc_columns_row(const zc_column *columns, uint32_t count, size_t row, zc_facts *facts);

#endif
