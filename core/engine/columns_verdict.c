/* SPDX-License-Identifier: Apache-2.0 */
/* Verdict, route and states of a track's rows, plane by plane, as assess.c finds them row by row.
 */
#include "engine/column_engine.h"
#include <string.h>

static const zc_plane_in always = {zc_plane_ones, 0};

static zc_plane_in in(const uint64_t *plane) {
  return (zc_plane_in){plane, 0};
}

static zc_plane_in not_in(const uint64_t *plane) {
  return (zc_plane_in){plane, UINT64_MAX};
}

/* plane = plane or (a and b and mask) */
static void add(const zc_column_workspace *ws, uint64_t *plane, zc_plane_in a, zc_plane_in b,
                const uint64_t *mask) {
  ws->engine->kernels->place(plane, a, b, mask, plane);
}

static void clear(uint64_t *plane) {
  memset(plane, 0, ZC_BLOCK_WORDS * sizeof *plane);
}

static int may_apply(const zc_column_track *t, uint32_t rule) {
  return t->applies[rule] != ZC_LITERAL_FALSE;
}

/* ---- which requirements fail ---- */

static void lift(zc_column_workspace *ws, const zc_column_track *t) {
  const zc_region *region = ws->engine->region;
  for (uint32_t i = 0; i < region->rule_count; i++) {
    clear(zc_plane_of(ws->sure_lift, i));
    clear(zc_plane_of(ws->maybe_lift, i));
  }
  for (uint32_t i = 0; i < region->rule_count; i++) {
    const zc_compiled_rule *rule = &region->rules[i];
    if (!zc_is_waiver(rule) || !may_apply(t, i))
      continue;
    for (uint32_t j = 0; j < rule->waives.count; j++) {
      uint32_t lifted = rule->waives.items[j];
      add(ws, zc_plane_of(ws->sure_lift, lifted), zc_certain(&ws->room, t->applies[i]),
          zc_certain(&ws->room, t->holds[i]), ws->mask);
      add(ws, zc_plane_of(ws->maybe_lift, lifted), zc_possible(&ws->room, t->applies[i]),
          zc_possible(&ws->room, t->holds[i]), ws->mask);
    }
  }
}

static void fail(zc_column_workspace *ws, const zc_column_track *t) {
  const zc_plane_kernels *k = ws->engine->kernels;
  const zc_region *region = ws->engine->region;
  for (uint32_t i = 0; i < region->rule_count; i++) {
    if (!zc_is_requirement(&region->rules[i]) || !may_apply(t, i))
      continue;
    uint64_t *sure = zc_plane_of(ws->sure_fail, i), *maybe = zc_plane_of(ws->maybe_fail, i);
    k->both(zc_certain(&ws->room, t->applies[i]), zc_certain(&ws->room, t->holds[i] ^ 1), sure);
    k->both(in(sure), not_in(zc_plane_of(ws->maybe_lift, i)), sure);
    k->both(zc_possible(&ws->room, t->applies[i]), zc_possible(&ws->room, t->holds[i] ^ 1), maybe);
    k->both(in(maybe), not_in(zc_plane_of(ws->sure_lift, i)), maybe);
  }
}

/* ---- verdict ---- */

static int is_lifted_by(const zc_compiled_rule *route, uint32_t rule) {
  for (uint32_t i = 0; i < route->waives.count; i++)
    if (route->waives.items[i] == rule)
      return 1;
  return 0;
}

/* The rows that fail some requirement that the route does not lift. */
static void block_route(const zc_column_workspace *ws, const zc_column_track *t,
                        const zc_compiled_rule *route, uint64_t *fails, uint64_t *blocked) {
  const zc_region *region = ws->engine->region;
  clear(blocked);
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (zc_is_requirement(&region->rules[i]) && may_apply(t, i) && !is_lifted_by(route, i))
      add(ws, blocked, in(zc_plane_of(fails, i)), always, ws->mask);
}

static void name_route(zc_column_workspace *ws, const uint64_t *rows, uint32_t rule) {
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    for (uint64_t bits = rows[w]; bits; bits &= bits - 1)
      ws->route[w * 64 + (uint32_t)__builtin_ctzll(bits)] = (uint16_t)rule;
}

/* Rows of `asked` become eligible or ineligible; ws->undecided is what is left of them. */
static void try_routes(zc_column_workspace *ws, const zc_column_track *t, const uint64_t *asked) {
  const zc_plane_kernels *k = ws->engine->kernels;
  const zc_region *region = ws->engine->region;
  uint64_t open[ZC_BLOCK_WORDS], blocked[ZC_BLOCK_WORDS], met[ZC_BLOCK_WORDS];
  uint64_t hopeless[ZC_BLOCK_WORDS];
  memcpy(open, asked, sizeof open);
  memcpy(hopeless, asked, sizeof hopeless);
  for (uint32_t i = 0; i < region->route_count; i++) {
    uint32_t rule = region->routes[i];
    if (!may_apply(t, rule))
      continue;
    block_route(ws, t, &region->rules[rule], ws->maybe_fail, blocked);
    k->both(zc_certain(&ws->room, t->applies[rule]), zc_certain(&ws->room, t->holds[rule]), met);
    k->both(in(met), not_in(blocked), met);
    k->both(in(met), in(open), met);
    k->both(in(open), not_in(met), open);
    add(ws, ws->eligible, in(met), always, zc_plane_ones);
    name_route(ws, met, rule);
    block_route(ws, t, &region->rules[rule], ws->sure_fail, blocked);
    k->both(zc_possible(&ws->room, t->applies[rule]), zc_possible(&ws->room, t->holds[rule]), met);
    k->both(in(met), not_in(blocked), met);
    k->both(in(hopeless), not_in(met), hopeless);
  }
  add(ws, ws->ineligible, in(hopeless), always, zc_plane_ones);
  k->both(in(open), not_in(hopeless), ws->undecided);
}

/* No document answers the rows: what binds always may still refuse them. */
static void try_always(zc_column_workspace *ws, const zc_column_track *t, const uint64_t *asked) {
  const zc_region *region = ws->engine->region;
  for (uint32_t i = 0; i < region->rule_count; i++) {
    const zc_compiled_rule *r = &region->rules[i];
    if (zc_is_requirement(r) && may_apply(t, i) && (r->flags & ZC_BINDS_ALWAYS) &&
        r->law.document_count)
      add(ws, ws->ineligible, in(zc_plane_of(ws->sure_fail, i)), always, asked);
  }
}

static void try_referral(zc_column_workspace *ws, const zc_column_track *t) {
  zc_literal applies = t->applies[t->referral];
  uint64_t here[ZC_BLOCK_WORDS] = {0}, elsewhere[ZC_BLOCK_WORDS] = {0}, open[ZC_BLOCK_WORDS] = {0};
  add(ws, here, zc_certain(&ws->room, applies ^ 1), always, ws->mask);
  add(ws, elsewhere, zc_certain(&ws->room, applies), always, ws->mask);
  add(ws, open, not_in(here), not_in(elsewhere), ws->mask);
  try_routes(ws, t, here);
  try_always(ws, t, elsewhere);
  add(ws, ws->undecided, in(open), always, zc_plane_ones);
}

void zc_columns_verdict(zc_column_workspace *ws, const zc_column_track *t) {
  lift(ws, t);
  fail(ws, t);
  clear(ws->undecided);
  switch (t->gate) {
  case ZC_TRACK_OPEN:
    try_routes(ws, t, ws->mask);
    break;
  case ZC_TRACK_REFERRED:
    try_referral(ws, t);
    break;
  case ZC_TRACK_SILENT:
    try_always(ws, t, ws->mask);
    add(ws, ws->no_edition, in(ws->mask), always, zc_plane_ones);
    break;
  case ZC_TRACK_ABSENT:
    add(ws, ws->ineligible, in(ws->mask), always, zc_plane_ones);
    add(ws, ws->no_track, in(ws->mask), always, zc_plane_ones);
    break;
  }
}

/* ---- states ---- */

/* The rows whose named route lifts the rule, or that a general waiver lifts it for. */
static void find_lifted(const zc_column_workspace *ws, uint32_t rule, uint64_t *lifted) {
  const zc_region *region = ws->engine->region;
  uint16_t lifts[64];
  uint32_t count = 0;
  memcpy(lifted, zc_plane_of(ws->sure_lift, rule), ZC_BLOCK_WORDS * sizeof *lifted);
  for (uint32_t i = 0; i < region->route_count && count < 64; i++)
    if (is_lifted_by(&region->rules[region->routes[i]], rule))
      lifts[count++] = (uint16_t)region->routes[i];
  for (uint32_t w = 0; count && w < ZC_BLOCK_WORDS; w++)
    for (uint64_t bits = ws->eligible[w] & ws->mask[w]; bits; bits &= bits - 1) {
      uint32_t bit = (uint32_t)__builtin_ctzll(bits);
      for (uint32_t i = 0; i < count; i++)
        if (ws->route[w * 64 + bit] == lifts[i])
          lifted[w] |= UINT64_C(1) << bit;
    }
}

static void state_requirement(zc_column_workspace *ws, const zc_column_track *t, uint32_t i,
                              const uint64_t *listed) {
  const zc_plane_room *room = &ws->room;
  uint64_t unmet[ZC_BLOCK_WORDS] = {0}, open[ZC_BLOCK_WORDS] = {0}, lifted[ZC_BLOCK_WORDS];
  zc_plane_in may = zc_possible(room, t->applies[i]);
  add(ws, zc_plane_of(ws->not_applicable, i), zc_certain(room, t->applies[i] ^ 1), always, listed);
  add(ws, zc_plane_of(ws->met, i), may, zc_certain(room, t->holds[i]), listed);
  add(ws, unmet, zc_certain(room, t->applies[i]), zc_certain(room, t->holds[i] ^ 1), listed);
  add(ws, open, may, zc_possible(room, t->holds[i] ^ 1), listed);
  find_lifted(ws, i, lifted);
  add(ws, zc_plane_of(ws->waived, i), in(open), in(lifted), listed);
  add(ws, zc_plane_of(ws->unmet, i), in(unmet), not_in(lifted), listed);
  ws->engine->kernels->both(in(open), not_in(unmet), open);
  add(ws, zc_plane_of(ws->unknown, i), in(open), not_in(lifted), listed);
}

static void state_choice(zc_column_workspace *ws, const zc_column_track *t, uint32_t i,
                         const uint64_t *listed) {
  const zc_plane_room *room = &ws->room;
  zc_plane_in sure = zc_certain(room, t->applies[i]), may = zc_possible(room, t->applies[i]);
  uint64_t *unknown = zc_plane_of(ws->unknown, i);
  uint64_t half[ZC_BLOCK_WORDS] = {0};
  add(ws, zc_plane_of(ws->not_applicable, i), zc_certain(room, t->applies[i] ^ 1), always, listed);
  if (ws->engine->region->rules[i].rule_kind == ZC_REFERRAL) {
    add(ws, unknown, may, always, listed);
    return;
  }
  add(ws, zc_plane_of(ws->met, i), sure, zc_certain(room, t->holds[i]), listed);
  add(ws, zc_plane_of(ws->unmet, i), sure, zc_certain(room, t->holds[i] ^ 1), listed);
  add(ws, unknown, may, zc_possible(room, t->applies[i] ^ 1), listed);
  add(ws, half, zc_possible(room, t->holds[i]), zc_possible(room, t->holds[i] ^ 1), listed);
  add(ws, unknown, sure, in(half), listed);
}

void zc_columns_states(zc_column_workspace *ws, const zc_column_track *t, int first) {
  const zc_region *region = ws->engine->region;
  (void)first;
  for (uint32_t i = 0; i < region->rule_count; i++) {
    const zc_compiled_rule *r = &region->rules[i];
    uint64_t listed[ZC_BLOCK_WORDS] = {0};
    if (t->listed[i] == ZC_LITERAL_FALSE ||
        (t->gate == ZC_TRACK_SILENT && !((r->flags & ZC_BINDS_ALWAYS) && r->law.document_count)))
      continue;
    add(ws, listed, zc_possible(&ws->room, t->listed[i]), always, ws->mask);
    if (zc_is_requirement(r))
      state_requirement(ws, t, i, listed);
    else
      state_choice(ws, t, i, listed);
  }
}
