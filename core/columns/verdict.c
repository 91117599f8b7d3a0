/* SPDX-License-Identifier: Apache-2.0 */
/* Verdict, route and states of a track's rows, plane by plane, as assess.c finds them row by row.
 */
#include "base/assert.h"
#include "columns/column_engine.h"
#include "engine/kinds.h"
#include <string.h>

/* ---- planes that are joined ---- */

static zc_plane_in in(const uint64_t *plane) {
  return (zc_plane_in){plane, 0};
}

static zc_plane_in not(zc_plane_in x) {
  return (zc_plane_in){x.plane, ~x.flip};
}

static int is_always(zc_plane_in x) {
  return x.plane == (x.flip ? zc_plane_zeros : zc_plane_ones);
}

static int is_never(zc_plane_in x) {
  return is_always(not(x));
}

/* The engine has counted how many joining can take. */
static uint64_t *take_scratch(zc_column_workspace *ws) {
  ZC_ASSERT(ws->scratch_used < ws->engine->scratch);
  return zc_plane_of(ws->scratch, ws->scratch_used++);
}

/* `a and b`, in a plane of its own unless one of them decides. */
static zc_plane_in both(zc_column_workspace *ws, zc_plane_in a, zc_plane_in b) {
  if (is_never(a) || is_always(b))
    return a;
  if (is_never(b) || is_always(a))
    return b;
  uint64_t *plane = take_scratch(ws);
  ws->engine->kernels->both(a, b, plane);
  return in(plane);
}

/* Many planes joined by `and`, one after the other in one plane. */
typedef struct conjunction {
  zc_plane_in value;
  uint64_t *plane;
} conjunction;

static conjunction conjoin(zc_column_workspace *ws, zc_plane_in from) {
  return (conjunction){from, take_scratch(ws)};
}

static void take(const zc_column_workspace *ws, conjunction *c, zc_plane_in x) {
  if (is_always(x) || is_never(c->value))
    return;
  if (is_always(c->value) || is_never(x)) {
    c->value = x;
    return;
  }
  ws->engine->kernels->both(c->value, x, c->plane);
  c->value = in(c->plane);
}

/* plane = plane or (a and mask) */
static void add(const zc_column_workspace *ws, uint64_t *plane, zc_plane_in a,
                const uint64_t *mask) {
  if (!is_never(a))
    ws->engine->kernels->place(plane, a, ZC_ALWAYS, mask, plane);
}

/* ---- verdict ---- */

static void name_route(zc_column_workspace *ws, uint32_t route, zc_plane_in rows) {
  ZC_ASSERT(route < ws->engine->region->route_count);
  uint64_t *named = zc_plane_of(ws->named, route);
  const uint64_t *old = ws->is_named[route] ? named : zc_plane_zeros;
  ws->engine->kernels->place(old, rows, ZC_ALWAYS, zc_plane_ones, named);
  ws->is_named[route] = 1;
}

/* Rows of `asked` become eligible or ineligible; ws->undecided is what is left of them. */
static void try_routes(zc_column_workspace *ws, const zc_column_track *t, const uint64_t *asked) {
  const zc_region *region = ws->engine->region;
  const zc_plane_room *room = &ws->room;
  conjunction open = conjoin(ws, in(asked)), hopeless = conjoin(ws, in(asked));
  for (uint32_t i = 0; i < region->route_count; i++) {
    zc_literal passes = t->passes[region->routes[i]];
    if (passes == ZC_LITERAL_FALSE)
      continue;
    conjunction met = conjoin(ws, open.value);
    take(ws, &met, zc_certain(room, passes));
    take(ws, &open, not(met.value));
    if (!is_never(met.value))
      name_route(ws, i, met.value);
    add(ws, ws->eligible, met.value, zc_plane_ones);
  }
  take(ws, &hopeless, not(zc_possible(room, t->any_passes)));
  add(ws, ws->ineligible, hopeless.value, zc_plane_ones);
  ws->engine->kernels->both(open.value, not(hopeless.value), ws->undecided);
}

/* No document answers the rows: what binds always may still refuse them. */
static void try_always(zc_column_workspace *ws, const zc_column_track *t, const uint64_t *asked) {
  add(ws, ws->ineligible, not(zc_possible(&ws->room, t->always_passes)), asked);
}

/* The rows to which a referral applies, certainly and possibly. */
static void find_referred(zc_column_workspace *ws, const zc_column_track *t, uint64_t *certain,
                          uint64_t *possible) {
  const zc_region *region = ws->engine->region;
  const zc_compiled_rule *rule;
  uint32_t row = 0;
  while ((rule = zc_gate_referral(region, (uint32_t)t->word, ws->engine->as_of, &row))) {
    zc_literal applies = t->applies[rule - region->rules];
    add(ws, certain, zc_certain(&ws->room, applies), ws->mask);
    add(ws, possible, zc_possible(&ws->room, applies), ws->mask);
  }
}

static void try_referral(zc_column_workspace *ws, const zc_column_track *t) {
  uint64_t here[ZC_BLOCK_WORDS], elsewhere[ZC_BLOCK_WORDS] = {0}, perhaps[ZC_BLOCK_WORDS] = {0};
  find_referred(ws, t, elsewhere, perhaps);
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    here[w] = ws->mask[w] & ~perhaps[w];
  try_routes(ws, t, here);
  try_always(ws, t, elsewhere);
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    ws->undecided[w] |= ws->mask[w] & ~here[w] & ~elsewhere[w];
}

void zc_columns_verdict(zc_column_workspace *ws, const zc_column_track *t) {
  ws->scratch_used = 0;
  memset(ws->undecided, 0, ZC_BLOCK_WORDS * sizeof *ws->undecided);
  switch (t->gate) {
  case ZC_GATE_OPEN:
    try_routes(ws, t, ws->mask);
    break;
  case ZC_GATE_REFERRED:
    try_referral(ws, t);
    break;
  case ZC_GATE_SILENT:
    try_always(ws, t, ws->mask);
    add(ws, ws->no_edition, ZC_ALWAYS, ws->mask);
    break;
  case ZC_GATE_ABSENT:
    add(ws, ws->ineligible, ZC_ALWAYS, ws->mask);
    add(ws, ws->no_track, ZC_ALWAYS, ws->mask);
    break;
  }
}

/* ---- states ---- */

static int is_whole(const zc_column_workspace *ws, zc_literal l) {
  return ws->room.certain[l / 2] == ws->room.possible[l / 2];
}

/* The rows for which a general waiver or the route named lifts the rule. */
static zc_plane_in find_lifted(zc_column_workspace *ws, const zc_column_track *t, uint32_t rule) {
  const zc_region *region = ws->engine->region;
  conjunction not_lifted = conjoin(ws, not(zc_certain(&ws->room, t->lifted[rule])));
  for (uint32_t i = 0; i < region->route_count; i++)
    if (ws->is_named[i] && zc_rule_waives(&region->rules[region->routes[i]], rule))
      take(ws, &not_lifted, not(in(zc_plane_of(ws->named, i))));
  return not(not_lifted.value);
}

static void state_binding(zc_column_workspace *ws, const zc_column_track *t, uint32_t i,
                          const uint64_t *listed) {
  const zc_plane_room *room = &ws->room;
  const zc_plane_kernels *k = ws->engine->kernels;
  zc_plane_in may = zc_possible(room, t->applies[i]), lifted = find_lifted(ws, t, i);
  zc_plane_in unmet = zc_certain(room, t->met[i] ^ 1);
  zc_plane_set_add(&ws->not_applicable, k, i, not(may), ZC_ALWAYS, listed);
  zc_plane_set_add(&ws->met, k, i, may, zc_certain(room, t->holds[i]), listed);
  zc_plane_set_add(&ws->unmet, k, i, unmet, not(lifted), listed);
  zc_plane_set_add(&ws->waived, k, i, unmet, lifted, listed);
  if (is_whole(ws, t->met[i]))
    return;
  zc_plane_in open = zc_possible(room, t->met[i] ^ 1);
  zc_plane_set_add(&ws->waived, k, i, open, lifted, listed);
  open = both(ws, open, not(unmet));
  zc_plane_set_add(&ws->unknown, k, i, open, not(lifted), listed);
}

static void state_choice(zc_column_workspace *ws, const zc_column_track *t, uint32_t i,
                         const uint64_t *listed) {
  const zc_plane_room *room = &ws->room;
  const zc_plane_kernels *k = ws->engine->kernels;
  zc_literal applies = t->applies[i], holds = t->holds[i];
  zc_plane_in sure = zc_certain(room, applies), may = zc_possible(room, applies);
  zc_plane_set_add(&ws->not_applicable, k, i, not(may), ZC_ALWAYS, listed);
  if (zc_rule_refers(&ws->engine->region->rules[i])) {
    zc_plane_set_add(&ws->unknown, k, i, may, ZC_ALWAYS, listed);
    return;
  }
  zc_plane_set_add(&ws->met, k, i, sure, zc_certain(room, holds), listed);
  zc_plane_set_add(&ws->unmet, k, i, sure, zc_certain(room, holds ^ 1), listed);
  if (is_whole(ws, applies) && is_whole(ws, holds))
    return;
  zc_plane_in half = both(ws, zc_possible(room, holds), zc_possible(room, holds ^ 1));
  zc_plane_set_add(&ws->unknown, k, i, may, not(sure), listed);
  zc_plane_set_add(&ws->unknown, k, i, sure, half, listed);
}

void zc_columns_states(zc_column_workspace *ws, const zc_column_track *t) {
  const zc_region *region = ws->engine->region;
  uint32_t used = ws->scratch_used;
  for (uint32_t i = 0; i < region->rule_count; i++) {
    const zc_compiled_rule *r = &region->rules[i];
    uint64_t listed[ZC_BLOCK_WORDS];
    const uint64_t *rows = ws->mask;
    if (t->listed[i] == ZC_LITERAL_FALSE ||
        (t->gate == ZC_GATE_SILENT && !((r->flags & ZC_BINDS_ALWAYS) && r->law.document_count)))
      continue;
    if (t->listed[i] != ZC_LITERAL_TRUE) {
      ws->engine->kernels->both(zc_possible(&ws->room, t->listed[i]), in(ws->mask), listed);
      rows = listed;
    }
    if (zc_rule_binds(r))
      state_binding(ws, t, i, rows);
    else
      state_choice(ws, t, i, rows);
    ws->scratch_used = used;
  }
}
