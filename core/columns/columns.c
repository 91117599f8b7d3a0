/* SPDX-License-Identifier: Apache-2.0 */
#include "columns/columns.h"
#include "base/assert.h"
#include "columns/column_engine.h"
#include <string.h>

static void begin(zc_column_workspace *ws) {
  uint64_t *planes[] = {ws->rejected,   ws->eligible, ws->ineligible, ws->missing_inexact,
                        ws->no_edition, ws->no_track, ws->by_row,     ws->day_open};
  for (size_t i = 0; i < sizeof planes / sizeof *planes; i++)
    memset(planes[i], 0, ZC_BLOCK_WORDS * sizeof *planes[i]);
  memset(ws->is_named, 0, ws->engine->region->route_count);
}

/* The rows of one track that are not rejected. 0: there are none. */
static int find_mask(zc_column_workspace *ws, int64_t word, uint32_t rows) {
  const zc_column_view *track = &ws->views[ZC_F_track];
  uint64_t any = 0;
  ZC_ASSERT(track->lo); /* without a column of tracks every row is asked alone */
  zc_column_view_equal(track, word, rows, ws->engine->kernels, ws->mask);
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++) {
    ws->mask[w] &= ws->by_row[w] & (track->known ? track->known[w] : UINT64_MAX);
    any |= ws->mask[w];
  }
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    ws->by_row[w] &= ~ws->mask[w];
  return any != 0;
}

static int any_row(const uint64_t *plane) {
  uint64_t any = 0;
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    any |= plane[w];
  return any != 0;
}

static void assess_tracks(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                          size_t first, uint32_t rows) {
  const zc_column_engine *e = ws->engine;
  zc_block block = {rows,      ws->counted, e->region->functions, e->as_of,
                    e->strict, ws->fetch,   ws->fetch_count};
  for (uint32_t i = 0; i < e->track_count && any_row(ws->by_row); i++) {
    const zc_column_track *t = &e->tracks[i];
    if (!find_mask(ws, t->word, rows))
      continue;
    zc_planes_run(&t->planes, e->kernels, &block, &ws->room);
    zc_columns_verdict(ws, t);
    zc_columns_exact(ws, columns, count, first);
    zc_columns_states(ws, t);
  }
}

/* The route of each row from the rows of each route. */
static void name_routes(zc_column_workspace *ws) {
  const zc_region *r = ws->engine->region;
  uint32_t count = 0;
  for (uint32_t i = 0; i < r->route_count; i++)
    if (ws->is_named[i]) {
      ws->name_planes[count] = zc_plane_of(ws->named, i);
      ws->names[count++] = (uint16_t)r->routes[i];
    }
  ws->engine->kernels->name(ws->name_planes, ws->names, count, ws->route);
}

/* No row has two verdicts, and those that are rejected have none. */
static int has_one_verdict(const zc_column_workspace *ws) {
  uint64_t twice = 0;
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    twice |= (ws->eligible[w] & ws->ineligible[w]) |
             ((ws->eligible[w] | ws->ineligible[w]) & ws->rejected[w]);
  return twice == 0;
}

static void hand_out(const zc_column_workspace *ws, uint32_t rows, zc_column_answers *answers) {
  ZC_ASSERT(has_one_verdict(ws));
  *answers = (zc_column_answers){
      .rows = rows,
      .rejected = ws->rejected,
      .eligible = ws->eligible,
      .ineligible = ws->ineligible,
      .route = ws->route,
      .met = ws->met.planes,
      .unmet = ws->unmet.planes,
      .unknown = ws->unknown.planes,
      .waived = ws->waived.planes,
      .not_applicable = ws->not_applicable.planes,
      .missing = ws->missing.planes,
      .missing_inexact = ws->missing_inexact,
      .no_edition = ws->no_edition,
      .no_track = ws->no_track,
  };
}

/* What is rejected is not answered; rows that may be counted to several days are asked alone, also
 * whether they contradict themselves. */
static void leave_open_days(zc_column_workspace *ws, uint64_t *open) {
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++) {
    open[w] = ws->by_row[w] & ws->day_open[w];
    ws->rejected[w] &= ~open[w];
    ws->by_row[w] &= ~ws->rejected[w] & ~open[w];
  }
}

void zc_columns_assess(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                       size_t first, uint32_t rows, zc_column_answers *answers) {
  zc_plane_set *sets[] = {&ws->met,    &ws->unmet,          &ws->unknown,
                          &ws->waived, &ws->not_applicable, &ws->missing};
  uint64_t open[ZC_BLOCK_WORDS];
  ZC_ASSERT(rows <= ZC_BLOCK_ROWS && first % 64 == 0);
  begin(ws);
  zc_columns_view(ws, columns, count, first, rows);
  for (uint32_t w = 0; w * 64 < rows; w++)
    ws->by_row[w] = rows - w * 64 >= 64 ? UINT64_MAX : (UINT64_C(1) << (rows % 64)) - 1;
  if (!ws->engine->is_by_row) {
    zc_columns_count(ws, rows);
    leave_open_days(ws, open);
    assess_tracks(ws, columns, count, first, rows);
    for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
      ws->by_row[w] |= open[w];
  }
  zc_columns_by_row(ws, columns, count, first);
  name_routes(ws);
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
    zc_plane_set_end(sets[i]);
  hand_out(ws, rows, answers);
}

void zc_columns_assess_days(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                            size_t first, uint32_t rows, const zc_day *days,
                            zc_column_answers *answers) {
  ws->days = days - first;
  zc_columns_assess(ws, columns, count, first, rows, answers);
  ws->days = NULL;
}
