/* SPDX-License-Identifier: Apache-2.0 */
/* Verdict, route and states of a track's rows, plane by plane, as assess.c finds them row by row.
 */
#include "columns/column_engine.h"
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

/* `a and b`, in a plane of its own unless one of them decides. */
static zc_plane_in both(zc_column_workspace *ws, zc_plane_in a, zc_plane_in b) {
  if (is_never(a) || is_always(b))
    return a;
  if (is_never(b) || is_always(a))
    return b;
  uint64_t *plane = zc_plane_of(ws->scratch, ws->scratch_used++);
  ws->engine->kernels->both(a, b, plane);
  return in(plane);
}

static zc_plane_in either(zc_column_workspace *ws, zc_plane_in a, zc_plane_in b) {
  return not(both(ws, not(a), not(b)));
}

/* Many planes joined by `and`, one after the other in one plane. */
typedef struct conjunction {
  zc_plane_in value;
  uint64_t *plane;
} conjunction;

static conjunction conjoin(zc_column_workspace *ws, zc_plane_in from) {
  return (conjunction){from, zc_plane_of(ws->scratch, ws->scratch_used++)};
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

/* ---- which requirements fail ---- */

static void lift(zc_column_workspace *ws, const zc_column_track *t) {
  const zc_region *region = ws->engine->region;
  const zc_plane_room *room = &ws->room;
  zc_standings *s = &ws->standings;
  for (uint32_t i = 0; i < region->rule_count; i++)
    s->sure_lift[i] = s->maybe_lift[i] = ZC_NEVER;
  for (uint32_t i = 0; i < t->waiver_count; i++) {
    zc_literal applies = t->applies[t->waivers[i]], holds = t->holds[t->waivers[i]];
    const zc_index_list *waives = &region->rules[t->waivers[i]].waives;
    zc_plane_in sure = both(ws, zc_certain(room, applies), zc_certain(room, holds));
    zc_plane_in maybe = both(ws, zc_possible(room, applies), zc_possible(room, holds));
    for (uint32_t j = 0; j < waives->count; j++) {
      uint32_t rule = waives->items[j];
      s->sure_lift[rule] = either(ws, s->sure_lift[rule], sure);
      s->maybe_lift[rule] = either(ws, s->maybe_lift[rule], maybe);
    }
  }
}

static int is_whole(const zc_column_workspace *ws, zc_literal l) {
  return ws->room.certain[l / 2] == ws->room.possible[l / 2];
}

static void fail(zc_column_workspace *ws, const zc_column_track *t) {
  const zc_plane_room *room = &ws->room;
  zc_standings *s = &ws->standings;
  for (uint32_t i = 0; i < t->requirement_count; i++) {
    uint32_t rule = t->requirements[i];
    zc_literal applies = t->applies[rule], fails = t->holds[rule] ^ 1;
    zc_plane_in sure = both(ws, zc_certain(room, applies), zc_certain(room, fails));
    zc_plane_in maybe = is_whole(ws, applies) && is_whole(ws, fails)
                            ? sure
                            : both(ws, zc_possible(room, applies), zc_possible(room, fails));
    s->sure_fail[rule] = both(ws, sure, not(s->maybe_lift[rule]));
    s->maybe_fail[rule] = both(ws, maybe, not(s->sure_lift[rule]));
  }
}

/* ---- verdict ---- */

/* The rows that fail nothing but what a route may lift; with `route` >= 0 also nothing that this
 * one does not lift. */
static void pass(const zc_column_workspace *ws, const zc_column_track *t, const zc_plane_in *fails,
                 int64_t route, conjunction *c) {
  uint32_t rules = ws->engine->region->rule_count;
  for (uint32_t i = 0; i < t->requirement_count; i++) {
    uint32_t rule = t->requirements[i];
    int counts =
        route < 0 ? !t->lifted[rule] : t->lifted[rule] && !ws->engine->lifts[route * rules + rule];
    if (counts)
      take(ws, c, not(fails[rule]));
  }
}

static void name_route(zc_column_workspace *ws, uint32_t route, zc_plane_in rows) {
  uint64_t *named = zc_plane_of(ws->named, route);
  const uint64_t *old = ws->is_named[route] ? named : zc_plane_zeros;
  ws->engine->kernels->place(old, rows, ZC_ALWAYS, zc_plane_ones, named);
  ws->is_named[route] = 1;
}

/* Rows of `asked` become eligible or ineligible; ws->undecided is what is left of them. */
static void try_routes(zc_column_workspace *ws, const zc_column_track *t, const uint64_t *asked) {
  const zc_region *region = ws->engine->region;
  const zc_plane_room *room = &ws->room;
  conjunction sure = conjoin(ws, ZC_ALWAYS), maybe = conjoin(ws, ZC_ALWAYS);
  conjunction open = conjoin(ws, in(asked)), hopeless = conjoin(ws, in(asked));
  pass(ws, t, ws->standings.maybe_fail, -1, &sure);
  pass(ws, t, ws->standings.sure_fail, -1, &maybe);
  for (uint32_t i = 0; i < region->route_count; i++) {
    zc_literal applies = t->applies[region->routes[i]], holds = t->holds[region->routes[i]];
    if (applies == ZC_LITERAL_FALSE)
      continue;
    conjunction met = conjoin(ws, open.value), may = conjoin(ws, maybe.value);
    take(ws, &met, sure.value);
    take(ws, &met, zc_certain(room, applies));
    take(ws, &met, zc_certain(room, holds));
    pass(ws, t, ws->standings.maybe_fail, i, &met);
    take(ws, &open, not(met.value));
    if (!is_never(met.value))
      name_route(ws, i, met.value);
    add(ws, ws->eligible, met.value, zc_plane_ones);
    take(ws, &may, zc_possible(room, applies));
    take(ws, &may, zc_possible(room, holds));
    pass(ws, t, ws->standings.sure_fail, i, &may);
    take(ws, &hopeless, not(may.value));
  }
  add(ws, ws->ineligible, hopeless.value, zc_plane_ones);
  ws->engine->kernels->both(open.value, not(hopeless.value), ws->undecided);
}

/* No document answers the rows: what binds always may still refuse them. */
static void try_always(zc_column_workspace *ws, const zc_column_track *t, const uint64_t *asked) {
  for (uint32_t i = 0; i < t->requirement_count; i++) {
    const zc_compiled_rule *r = &ws->engine->region->rules[t->requirements[i]];
    if ((r->flags & ZC_BINDS_ALWAYS) && r->law.document_count)
      add(ws, ws->ineligible, ws->standings.sure_fail[t->requirements[i]], asked);
  }
}

static void try_referral(zc_column_workspace *ws, const zc_column_track *t) {
  zc_literal applies = t->applies[t->referral];
  uint64_t here[ZC_BLOCK_WORDS] = {0}, elsewhere[ZC_BLOCK_WORDS] = {0};
  add(ws, here, zc_certain(&ws->room, applies ^ 1), ws->mask);
  add(ws, elsewhere, zc_certain(&ws->room, applies), ws->mask);
  try_routes(ws, t, here);
  try_always(ws, t, elsewhere);
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    ws->undecided[w] |= ws->mask[w] & ~here[w] & ~elsewhere[w];
}

void zc_columns_verdict(zc_column_workspace *ws, const zc_column_track *t) {
  ws->scratch_used = 0;
  memset(ws->undecided, 0, ZC_BLOCK_WORDS * sizeof *ws->undecided);
  lift(ws, t);
  fail(ws, t);
  switch (t->gate) {
  case ZC_TRACK_OPEN:
    try_routes(ws, t, ws->mask);
    break;
  case ZC_TRACK_REFERRED:
    try_referral(ws, t);
    break;
  case ZC_TRACK_SILENT:
    try_always(ws, t, ws->mask);
    add(ws, ws->no_edition, ZC_ALWAYS, ws->mask);
    break;
  case ZC_TRACK_ABSENT:
    add(ws, ws->ineligible, ZC_ALWAYS, ws->mask);
    add(ws, ws->no_track, ZC_ALWAYS, ws->mask);
    break;
  }
}

/* ---- states ---- */

/* The rows for which a general waiver or the route named lifts the rule. */
static zc_plane_in find_lifted(zc_column_workspace *ws, uint32_t rule) {
  const zc_column_engine *e = ws->engine;
  conjunction not_lifted = conjoin(ws, not(ws->standings.sure_lift[rule]));
  for (uint32_t i = 0; i < e->region->route_count; i++)
    if (ws->is_named[i] && e->lifts[i * e->region->rule_count + rule])
      take(ws, &not_lifted, not(in(zc_plane_of(ws->named, i))));
  return not(not_lifted.value);
}

static void state_requirement(zc_column_workspace *ws, const zc_column_track *t, uint32_t i,
                              const uint64_t *listed) {
  const zc_plane_room *room = &ws->room;
  const zc_plane_kernels *k = ws->engine->kernels;
  zc_literal applies = t->applies[i], holds = t->holds[i];
  zc_plane_in may = zc_possible(room, applies), lifted = find_lifted(ws, i);
  zc_plane_in unmet = both(ws, zc_certain(room, applies), zc_certain(room, holds ^ 1));
  zc_plane_set_add(&ws->not_applicable, k, i, not(may), ZC_ALWAYS, listed);
  zc_plane_set_add(&ws->met, k, i, may, zc_certain(room, holds), listed);
  zc_plane_set_add(&ws->unmet, k, i, unmet, not(lifted), listed);
  zc_plane_set_add(&ws->waived, k, i, unmet, lifted, listed);
  if (is_whole(ws, applies) && is_whole(ws, holds))
    return;
  zc_plane_in open = both(ws, may, zc_possible(room, holds ^ 1));
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
  if (ws->engine->region->rules[i].rule_kind == ZC_REFERRAL) {
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
        (t->gate == ZC_TRACK_SILENT && !((r->flags & ZC_BINDS_ALWAYS) && r->law.document_count)))
      continue;
    if (t->listed[i] != ZC_LITERAL_TRUE) {
      ws->engine->kernels->both(zc_possible(&ws->room, t->listed[i]), in(ws->mask), listed);
      rows = listed;
    }
    if (zc_is_requirement(r))
      state_requirement(ws, t, i, rows);
    else
      state_choice(ws, t, i, rows);
    ws->scratch_used = used;
  }
}
