/* SPDX-License-Identifier: Apache-2.0 */
/* Rows with a day of their own. Those of one day that are many in a chunk have an engine made for
 * that day, which is kept for the next chunks; the others are asked one by one. */
#include "batch/work.h"

#include "base/bit.h"
#include "base/integers.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Rows of a day that are worth an engine: to make one takes as long as to ask of so many. */
#define ENGINE_ROWS 1024u

struct zc_batch_days {
  zc_batch_day_engine engines[ZC_BATCH_DAY_ENGINES];
  uint64_t uses;
  uint64_t *order; /* rows of the region by day: the day from ZC_DAY_MIN on, then the row */
  uint32_t *picked, *rows;
  zc_day *days;
};

zc_batch_days *zc_batch_days_new(void) {
  zc_batch_days *d = zc_calloc(1, sizeof *d);
  if (!d)
    return NULL;
  d->order = zc_calloc(ZC_CHUNK_ROWS, sizeof *d->order);
  d->picked = zc_calloc(ZC_CHUNK_ROWS, sizeof *d->picked);
  d->rows = zc_calloc(ZC_CHUNK_ROWS, sizeof *d->rows);
  d->days = zc_calloc(ZC_CHUNK_ROWS, sizeof *d->days);
  if (d->order && d->picked && d->rows && d->days)
    return d;
  zc_batch_days_free(d);
  return NULL;
}

static void free_engine(zc_batch_day_engine *e) {
  zc_column_workspace_free(e->workspace);
  zc_column_engine_free(e->engine);
  *e = (zc_batch_day_engine){0};
}

void zc_batch_days_free(zc_batch_days *d) {
  if (!d)
    return;
  for (uint32_t i = 0; i < ZC_BATCH_DAY_ENGINES; i++)
    free_engine(&d->engines[i]);
  zc_free(d->order);
  zc_free(d->picked);
  zc_free(d->rows);
  zc_free(d->days);
  zc_free(d);
}

/* ---- engines ---- */

/* The engine of the region and day, or in the place of the one that was last used longest ago. */
static zc_batch_day_engine *find_engine(zc_batch_days *d, const zc_batch_region *region,
                                        zc_day day) {
  zc_batch_day_engine *oldest = &d->engines[0];
  for (uint32_t i = 0; i < ZC_BATCH_DAY_ENGINES; i++) {
    zc_batch_day_engine *e = &d->engines[i];
    if (e->region == region && e->day == day)
      return e;
    oldest = e->used < oldest->used ? e : oldest;
  }
  free_engine(oldest);
  return oldest;
}

/* NULL: out of memory. */
static zc_column_workspace *open_engine(zc_batch_worker *w, const zc_batch_region *region,
                                        zc_day day) {
  zc_batch_day_engine *e = find_engine(w->days, region, day);
  e->used = ++w->days->uses;
  if (e->workspace)
    return e->workspace;
  e->engine = zc_column_engine_new(region->region, region->given_columns, day, w->batch->strict,
                                   ZC_BEST_PATH);
  if (e->engine)
    zc_column_engine_take(e->engine, w->batch->precision);
  e->workspace = e->engine ? zc_column_workspace_new(e->engine) : NULL;
  if (!e->workspace) {
    free_engine(e);
    return NULL;
  }
  e->region = region;
  e->day = day;
  return e->workspace;
}

/* ---- rows ---- */

static void copy_rows(zc_fact_column *to, const zc_fact_column *from, const uint32_t *picked,
                      uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t row = picked[i];
    if (!zc_has_bit(from->known, row)) {
      zc_fact_column_forget(to, i);
      continue;
    }
    int64_t low = zc_integer_at(from->values, from->width, row);
    zc_fact_column_put(to, i,
                       (zc_slot){low, zc_integer_at(from->highest ? from->highest : from->values,
                                                    from->width, row)});
  }
}

/* Assesses the first `count` of the rows picked. */
static void assess_picked(zc_batch_worker *w, zc_batch_worker_region *region,
                          zc_column_workspace *workspace, const zc_csv_rows *rows, uint32_t count,
                          zc_batch_job *job) {
  zc_batch_days *d = w->days;
  for (uint32_t i = 0; i < region->plan->fact_count; i++)
    copy_rows(&region->day_columns[i], &region->columns[i], d->picked, count);
  for (uint32_t i = 0; i < count; i++) {
    d->rows[i] = rows->row[d->picked[i]];
    d->days[i] = job->days[d->rows[i]];
  }
  zc_csv_rows part = {.fields = rows->fields, .count = count, .row = d->rows};
  zc_batch_part asked = {workspace, region->day_views, region->day_track, d->days};
  zc_batch_worker_part(w, region, &asked, &part, job);
}

static int compare_keys(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static zc_day day_of(uint64_t key) {
  return (zc_day)((int64_t)(key >> 32) + ZC_DAY_MIN);
}

static void sort_rows(zc_batch_days *d, const zc_csv_rows *rows, const zc_batch_job *job) {
  for (uint32_t i = 0; i < rows->count; i++)
    d->order[i] = (uint64_t)(job->days[rows->row[i]] - ZC_DAY_MIN) << 32 | i;
  qsort(d->order, rows->count, sizeof *d->order, compare_keys);
}

/* The rows of order[start] with the same day end before the result. */
static uint32_t end_of_day(const zc_batch_days *d, uint32_t start, uint32_t count) {
  uint32_t end = start + 1;
  while (end < count && d->order[end] >> 32 == d->order[start] >> 32)
    end++;
  return end;
}

static uint32_t pick(zc_batch_days *d, uint32_t at, uint32_t start, uint32_t end) {
  for (uint32_t i = start; i < end; i++)
    d->picked[at++] = (uint32_t)d->order[i];
  return at;
}

zc_status zc_batch_worker_assess_days(zc_batch_worker *w, zc_batch_worker_region *region,
                                      const zc_csv_rows *rows, zc_batch_job *job) {
  zc_batch_days *d = w->days;
  sort_rows(d, rows, job);
  uint32_t few = 0;
  for (uint32_t start = 0, end; start < rows->count; start = end) {
    end = end_of_day(d, start, rows->count);
    if (end - start < ENGINE_ROWS)
      continue;
    zc_column_workspace *workspace = open_engine(w, region->plan, day_of(d->order[start]));
    if (!workspace)
      return ZC_NO_RESOURCE;
    assess_picked(w, region, workspace, rows, pick(d, 0, start, end), job);
  }
  for (uint32_t start = 0, end; start < rows->count; start = end) {
    end = end_of_day(d, start, rows->count);
    few = end - start < ENGINE_ROWS ? pick(d, few, start, end) : few;
  }
  if (few > 0)
    assess_picked(w, region, region->assess, rows, few, job);
  return ZC_OK;
}
