/* SPDX-License-Identifier: Apache-2.0 */
/* The memory of a thread that answers columns. */
#include "base/assert.h"
#include "base/memory.h"
#include "columns/column_engine.h"
#include <string.h>

#define PLANE (ZC_BLOCK_WORDS * sizeof(uint64_t))

/* ---- sets of planes ---- */

static int make_set(zc_plane_set *set, uint32_t count) {
  *set = (zc_plane_set){zc_calloc(count + 1, PLANE), zc_calloc(count + 1, 1), count};
  return set->planes && set->state;
}

static void free_set(zc_plane_set *set) {
  zc_free(set->planes);
  zc_free(set->state);
}

uint64_t *zc_plane_set_open(zc_plane_set *set, uint32_t plane) {
  ZC_ASSERT(plane < set->count);
  uint64_t *at = zc_plane_of(set->planes, plane);
  if (set->state[plane] == ZC_PLANE_STALE)
    memset(at, 0, PLANE);
  set->state[plane] = ZC_PLANE_WRITTEN;
  return at;
}

static int is_never(zc_plane_in x) {
  return x.plane == (x.flip ? zc_plane_ones : zc_plane_zeros);
}

void zc_plane_set_add(zc_plane_set *set, const zc_plane_kernels *k, uint32_t plane, zc_plane_in a,
                      zc_plane_in b, const uint64_t *mask) {
  ZC_ASSERT(plane < set->count);
  uint64_t *at = zc_plane_of(set->planes, plane);
  if (is_never(a) || is_never(b))
    return;
  k->place(set->state[plane] == ZC_PLANE_WRITTEN ? at : zc_plane_zeros, a, b, mask, at);
  set->state[plane] = ZC_PLANE_WRITTEN;
}

void zc_plane_set_end(zc_plane_set *set) {
  for (uint32_t i = 0; i < set->count; i++) {
    if (set->state[i] == ZC_PLANE_STALE)
      memset(zc_plane_of(set->planes, i), 0, PLANE);
    set->state[i] = set->state[i] == ZC_PLANE_WRITTEN ? ZC_PLANE_STALE : ZC_PLANE_CLEAR;
  }
}

/* ---- the workspace ---- */

static int make_room(zc_column_workspace *ws) {
  const zc_column_engine *e = ws->engine;
  const zc_planes **planes = zc_calloc(e->track_count + 1, sizeof *planes);
  if (!planes)
    return 0;
  planes[0] = &e->counting;
  for (uint32_t i = 0; i < e->track_count; i++)
    planes[i + 1] = &e->tracks[i].planes;
  int ok = zc_plane_room_make(&ws->room, planes, e->track_count + 1);
  zc_free(planes);
  return ok;
}

static int make_sets(zc_column_workspace *ws) {
  const zc_region *r = ws->engine->region;
  return make_set(&ws->met, r->rule_count) && make_set(&ws->unmet, r->rule_count) &&
         make_set(&ws->unknown, r->rule_count) && make_set(&ws->waived, r->rule_count) &&
         make_set(&ws->not_applicable, r->rule_count) &&
         make_set(&ws->missing, r->vocabulary.fact_count);
}

static int make_planes(zc_column_workspace *ws) {
  const zc_region *r = ws->engine->region;
  uint64_t **single[] = {&ws->rejected,   &ws->eligible, &ws->ineligible, &ws->missing_inexact,
                         &ws->no_edition, &ws->no_track, &ws->mask,       &ws->undecided,
                         &ws->by_row,     &ws->day_open};
  for (size_t i = 0; i < sizeof single / sizeof *single; i++)
    if (!(*single[i] = zc_calloc(1, PLANE)))
      return 0;
  ws->named = zc_calloc(r->route_count + 1, PLANE);
  ws->is_named = zc_calloc(r->route_count + 1, 1);
  ws->name_planes = zc_calloc(r->route_count + 1, sizeof *ws->name_planes);
  ws->names = zc_calloc(r->route_count + 1, sizeof *ws->names);
  ws->scratch = zc_calloc(ws->engine->scratch, PLANE);
  ws->known = zc_calloc(r->vocabulary.fact_count + 1, PLANE);
  return ws->named && ws->is_named && ws->name_planes && ws->names && ws->scratch && ws->known;
}

static int make_values(zc_column_workspace *ws) {
  const zc_vocabulary *v = &ws->engine->region->vocabulary;
  size_t facts = v->fact_count + 1;
  ws->route = zc_calloc(ZC_BLOCK_ROWS, sizeof *ws->route);
  ws->views = zc_calloc(facts, sizeof *ws->views);
  ws->counted = zc_calloc(facts, sizeof *ws->counted);
  ws->months = zc_calloc(facts, ZC_BLOCK_ROWS * sizeof *ws->months);
  ws->most = zc_calloc(facts, ZC_BLOCK_ROWS * sizeof *ws->most);
  ws->subdistrict = zc_calloc((size_t)ZC_PLACED_UNITS * ZC_BLOCK_ROWS, 1);
  ws->towns = zc_calloc(ZC_TOWNS, sizeof *ws->towns);
  ws->day_of = zc_calloc(ZC_BLOCK_ROWS, sizeof *ws->day_of);
  ws->fetch = zc_calloc(zc_fetch_limit(ws->engine->region) + 1, sizeof *ws->fetch);
  if (!ws->route || !ws->views || !ws->counted || !ws->months || !ws->most || !ws->subdistrict ||
      !ws->day_of || !ws->fetch || !ws->towns)
    return 0;
  for (uint32_t f = 0; f < v->fact_count; f++)
    ws->views[f] = ws->counted[f] =
        (zc_column_view){.min = v->facts[f].min, .max = v->facts[f].max};
  return 1;
}

zc_column_workspace *zc_column_workspace_new(const zc_column_engine *e) {
  zc_column_workspace *ws = zc_calloc(1, sizeof *ws);
  if (!ws)
    return NULL;
  ws->engine = e;
  ws->rows = zc_workspace_new(e->region);
  if (ws->rows)
    zc_workspace_skip_assumed(ws->rows, 1);
  if (!ws->rows || zc_facts_init(&ws->facts, &e->region->vocabulary, NULL) != ZC_OK ||
      !make_sets(ws) || !make_planes(ws) || !make_values(ws) || !make_room(ws)) {
    zc_column_workspace_free(ws);
    return NULL;
  }
  return ws;
}

void zc_column_workspace_free(zc_column_workspace *ws) {
  if (!ws)
    return;
  zc_plane_set *sets[] = {&ws->met,    &ws->unmet,          &ws->unknown,
                          &ws->waived, &ws->not_applicable, &ws->missing};
  void *blocks[] = {
      ws->rejected,    ws->eligible,    ws->ineligible, ws->missing_inexact, ws->no_edition,
      ws->no_track,    ws->mask,        ws->undecided,  ws->by_row,          ws->named,
      ws->is_named,    ws->name_planes, ws->names,      ws->scratch,         ws->known,
      ws->route,       ws->views,       ws->counted,    ws->months,          ws->most,
      ws->subdistrict, ws->day_of,      ws->fetch,      ws->towns,           ws->day_open};
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
    free_set(sets[i]);
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
    zc_free(blocks[i]);
  zc_plane_room_free(&ws->room);
  zc_workspace_free(ws->rows);
  zc_facts_free(&ws->facts);
  zc_free(ws);
}
