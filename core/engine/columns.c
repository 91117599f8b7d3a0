/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/columns.h"
#include "base/memory.h"
#include "engine/column_engine.h"
#include <string.h>

zc_column_workspace *zc_column_workspace_new(const zc_column_engine *e) {
  zc_column_workspace *ws = zc_calloc(1, sizeof *ws);
  if (!ws)
    return NULL;
  const zc_region *r = e->region;
  size_t plane = ZC_BLOCK_WORDS * sizeof(uint64_t), rules = r->rule_count + 1;
  size_t facts = r->vocabulary.fact_count + 1;
  ws->engine = e;
  uint64_t **by_rule[] = {&ws->met,       &ws->unmet,      &ws->unknown,
                          &ws->waived,    &ws->sure_fail,  &ws->not_applicable,
                          &ws->sure_lift, &ws->maybe_lift, &ws->maybe_fail};
  uint64_t **single[] = {&ws->rejected,   &ws->eligible, &ws->ineligible, &ws->missing_inexact,
                         &ws->no_edition, &ws->no_track, &ws->mask,       &ws->undecided,
                         &ws->by_row};
  int ok = 1;
  for (size_t i = 0; i < sizeof by_rule / sizeof *by_rule; i++)
    ok &= (*by_rule[i] = zc_calloc(rules, plane)) != NULL;
  for (size_t i = 0; i < sizeof single / sizeof *single; i++)
    ok &= (*single[i] = zc_calloc(1, plane)) != NULL;
  ws->missing = zc_calloc(facts, plane);
  ws->known = zc_calloc(facts, plane);
  ws->route = zc_calloc(ZC_BLOCK_ROWS, sizeof *ws->route);
  ws->views = zc_calloc(facts, sizeof *ws->views);
  ws->counted = zc_calloc(facts, sizeof *ws->counted);
  ws->months = zc_calloc(facts, ZC_BLOCK_ROWS * sizeof *ws->months);
  ws->subdistrict = zc_calloc(ZC_BLOCK_ROWS, 1);
  ws->day_of = zc_calloc(ZC_BLOCK_ROWS, sizeof *ws->day_of);
  const zc_planes **planes = zc_calloc(e->track_count + 1, sizeof(zc_planes *));
  if (planes) {
    planes[0] = &e->counting;
    for (uint32_t i = 0; i < e->track_count; i++)
      planes[i + 1] = &e->tracks[i].planes;
    ok &= zc_plane_room_make(&ws->room, planes, e->track_count + 1);
  }
  ws->rows = zc_workspace_new(r);
  ok &= zc_facts_init(&ws->facts, &r->vocabulary, NULL) == ZC_OK;
  ok &= planes && ws->missing && ws->known && ws->route && ws->views && ws->counted && ws->months &&
        ws->subdistrict && ws->day_of && ws->rows;
  zc_free(planes);
  if (!ok) {
    zc_column_workspace_free(ws);
    return NULL;
  }
  return ws;
}

void zc_column_workspace_free(zc_column_workspace *ws) {
  if (!ws)
    return;
  uint64_t *planes[] = {ws->met,        ws->unmet,      ws->unknown,   ws->waived,
                        ws->sure_fail,  ws->maybe_fail, ws->sure_lift, ws->not_applicable,
                        ws->maybe_lift, ws->rejected,   ws->eligible,  ws->missing_inexact,
                        ws->ineligible, ws->no_edition, ws->no_track,  ws->mask,
                        ws->undecided,  ws->by_row,     ws->missing,   ws->known};
  for (size_t i = 0; i < sizeof planes / sizeof *planes; i++)
    zc_free(planes[i]);
  zc_free(ws->route);
  zc_free(ws->views);
  zc_free(ws->counted);
  zc_free(ws->months);
  zc_free(ws->subdistrict);
  zc_free(ws->day_of);
  zc_plane_room_free(&ws->room);
  zc_workspace_free(ws->rows);
  zc_facts_free(&ws->facts);
  zc_diagnostics_free(&ws->diag);
  zc_free(ws);
}

static void clear(uint64_t *planes, uint32_t count) {
  memset(planes, 0, (size_t)count * ZC_BLOCK_WORDS * sizeof *planes);
}

static void begin(zc_column_workspace *ws, uint32_t rows) {
  const zc_region *r = ws->engine->region;
  uint64_t *single[] = {ws->rejected,   ws->eligible, ws->ineligible, ws->missing_inexact,
                        ws->no_edition, ws->no_track, ws->by_row};
  uint64_t *by_rule[] = {ws->met, ws->unmet, ws->unknown, ws->waived, ws->not_applicable};
  for (size_t i = 0; i < sizeof single / sizeof *single; i++)
    clear(single[i], 1);
  for (size_t i = 0; i < sizeof by_rule / sizeof *by_rule; i++)
    clear(by_rule[i], r->rule_count);
  clear(ws->missing, r->vocabulary.fact_count);
  for (uint32_t i = 0; i < rows; i++)
    ws->route[i] = ZC_NO_ROUTE;
}

/* The rows of one track that are not rejected. 0: there are none. */
static int find_mask(zc_column_workspace *ws, int64_t word, uint32_t rows) {
  const zc_view *track = &ws->views[ZC_F_track];
  uint64_t any = 0;
  clear(ws->mask, 1);
  for (uint32_t r = 0; r < rows; r++) {
    zc_slot s = zc_view_slot(track, r);
    ws->mask[r / 64] |= (uint64_t)(s.lo == s.hi && s.lo == word) << (r % 64);
  }
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++) {
    ws->mask[w] &= ~ws->rejected[w];
    any |= ws->mask[w];
  }
  return any != 0;
}

static zc_status assess_tracks(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                               size_t first, uint32_t rows) {
  const zc_column_engine *e = ws->engine;
  zc_block block = {rows, ws->counted, e->region->functions, e->as_of, e->strict};
  for (uint32_t i = 0; i < e->track_count; i++) {
    const zc_column_track *t = &e->tracks[i];
    if (!find_mask(ws, t->word, rows))
      continue;
    for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
      ws->by_row[w] &= ~ws->mask[w];
    zc_planes_run(&t->planes, e->kernels, &block, &ws->room);
    zc_columns_verdict(ws, t);
    zc_status status = zc_columns_exact(ws, columns, count, first);
    if (status != ZC_OK)
      return status;
    zc_columns_states(ws, t, i == 0);
  }
  return ZC_OK;
}

zc_status zc_columns_assess(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                            size_t first, uint32_t rows, zc_column_answers *answers) {
  begin(ws, rows);
  zc_columns_view(ws, columns, count, first, rows);
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    ws->by_row[w] = w * 64 >= rows        ? 0
                    : rows - w * 64 >= 64 ? UINT64_MAX
                                          : (UINT64_C(1) << (rows % 64)) - 1;
  zc_status status = ZC_OK;
  if (!ws->engine->is_by_row) {
    zc_columns_count(ws, rows);
    for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
      ws->by_row[w] &= ~ws->rejected[w];
    status = assess_tracks(ws, columns, count, first, rows);
  }
  if (status == ZC_OK)
    status = zc_columns_by_row(ws, columns, count, first);
  *answers = (zc_column_answers){
      .rows = rows,
      .rejected = ws->rejected,
      .eligible = ws->eligible,
      .ineligible = ws->ineligible,
      .route = ws->route,
      .met = ws->met,
      .unmet = ws->unmet,
      .unknown = ws->unknown,
      .waived = ws->waived,
      .not_applicable = ws->not_applicable,
      .missing = ws->missing,
      .missing_inexact = ws->missing_inexact,
      .no_edition = ws->no_edition,
      .no_track = ws->no_track,
  };
  return status;
}
