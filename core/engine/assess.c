/* SPDX-License-Identifier: Apache-2.0 */
/*
 * assess: eligible when some route is met and every requirement holds or is lifted (semantics 4).
 * First in Kleene's logic, which is enough when it decides; otherwise over all completions of the
 * unknown facts, with diagrams.
 */
#include "engine/workspace.h"

/* What the region's documents say of the track asked about. */
typedef struct gate {
  zc_slot track;      /* words of the track enum */
  uint64_t has;       /* tracks of the region */
  uint64_t open;      /* tracks with an edition on the day, answered here */
  uint64_t elsewhere; /* tracks that a document refers to another one ... */
  uint64_t unsure;    /* ... and of these, those where it may not do so */
  int is_mute;        /* no completion is eligible, and of some no document speaks */
  zc_node is_had, is_open, is_unsure; /* tests of the track for the diagrams */
} gate;

/* A track with a referral is answered here after all where the referral does not apply: an
 * examination that decides alone leaves nothing to refer. */
static void refer(const zc_workspace *ws, const zc_track_row *track, gate *g) {
  uint64_t bit = UINT64_C(1) << track->track;
  zc_slot applies = ws->values[ws->region->rules[track->referral].applies];
  if (zc_false(applies))
    g->open |= bit;
  else
    g->elsewhere |= bit;
  if (!zc_false(applies) && !zc_true(applies))
    g->unsure |= bit;
}

static gate gate_of(const zc_workspace *ws, zc_day as_of) {
  const zc_region *r = ws->region;
  gate g = {.track = ws->values[r->fact_nodes[ZC_F_track]]};
  for (uint32_t i = 0; i < r->track_count; i++) {
    uint64_t bit = UINT64_C(1) << r->tracks[i].track;
    zc_span span = r->tracks[i].span;
    g.has |= bit;
    if (as_of < span.from || as_of > span.until)
      continue;
    if (r->tracks[i].referral >= 0)
      refer(ws, &r->tracks[i], &g);
    else
      g.open |= bit;
  }
  g.is_had = (zc_node){.op = ZC_OP_SET, .imm = (int64_t)g.has};
  g.is_open = (zc_node){.op = ZC_OP_SET, .imm = (int64_t)g.open};
  g.is_unsure = (zc_node){.op = ZC_OP_SET, .imm = (int64_t)g.unsure};
  return g;
}

/* The tracks that the unknown track may still be, as a mask. */
static uint64_t possible_tracks(const gate *g) {
  uint64_t mask = 0;
  for (int64_t i = g->track.lo; i <= g->track.hi; i++)
    mask |= UINT64_C(1) << i;
  return mask;
}

/* Which rules an answer looks at: all in force, but only those that always bind where the day has
 * no edition. */
static int is_looked_at(const zc_workspace *ws, const zc_compiled_rule *rule) {
  if (zc_false(ws->values[rule->in_force]))
    return 0;
  return !ws->answer.no_edition || ((rule->flags & ZC_BINDS_ALWAYS) && rule->law.document_count);
}

/* ---- Kleene's logic ---- */

static zc_slot rule_met(const zc_workspace *ws, uint32_t rule) {
  const zc_compiled_rule *r = &ws->region->rules[rule];
  return zc_and(ws->values[r->applies], ws->values[r->holds]);
}

static void stand(zc_workspace *ws) {
  const zc_region *region = ws->region;
  for (uint32_t i = 0; i < ws->requirement_count; i++) {
    const zc_compiled_rule *r = &region->rules[ws->requirements[i]];
    zc_slot satisfied = zc_or(zc_not(ws->values[r->applies]), ws->values[r->holds]);
    ws->standing[ws->requirements[i]] = (zc_standing){satisfied, {0, 0}};
  }
  for (uint32_t i = 0; i < ws->waiver_count; i++) {
    zc_slot met = rule_met(ws, ws->waivers[i]);
    const zc_index_list *waives = &region->rules[ws->waivers[i]].waives;
    for (uint32_t j = 0; j < waives->count; j++) {
      zc_standing *s = &ws->standing[waives->items[j]];
      s->lifted = zc_or(s->lifted, met);
    }
  }
}

static zc_slot kleene_requirement(const zc_workspace *ws, uint32_t rule) {
  return zc_or(ws->standing[rule].satisfied, ws->standing[rule].lifted);
}

static int lifts(const zc_workspace *ws, uint32_t route, uint32_t rule) {
  return ws->route_lifts[route * ws->region->rule_count + rule];
}

/* All requirements that no route ever lifts. */
static zc_slot kleene_common(const zc_workspace *ws) {
  zc_slot all = {1, 1};
  for (uint32_t i = 0; i < ws->requirement_count; i++)
    if (!ws->ever_lifted[ws->requirements[i]])
      all = zc_and(all, kleene_requirement(ws, ws->requirements[i]));
  return all;
}

static zc_slot kleene_route(const zc_workspace *ws, uint32_t route, zc_slot common) {
  zc_slot all = zc_and(common, rule_met(ws, ws->region->routes[route]));
  for (uint32_t i = 0; i < ws->requirement_count && all.hi; i++) {
    uint32_t rule = ws->requirements[i];
    if (ws->ever_lifted[rule] && !lifts(ws, route, rule))
      all = zc_and(all, kleene_requirement(ws, rule));
  }
  return all;
}

/* Rules that bind whatever the route. */
static zc_slot kleene_always(const zc_workspace *ws) {
  zc_slot all = {1, 1};
  for (uint32_t i = 0; i < ws->requirement_count; i++) {
    const zc_compiled_rule *r = &ws->region->rules[ws->requirements[i]];
    if ((r->flags & ZC_BINDS_ALWAYS) && r->law.document_count)
      all = zc_and(all, kleene_requirement(ws, ws->requirements[i]));
  }
  return all;
}

static zc_slot kleene_verdict(zc_workspace *ws) {
  zc_slot common = kleene_common(ws), any = {0, 0};
  for (uint32_t i = 0; i < ws->region->route_count; i++) {
    zc_slot met = kleene_route(ws, i, common);
    if (zc_true(met) && !ws->answer.route)
      ws->answer.route = &ws->region->rules[ws->region->routes[i]];
    any = zc_or(any, met);
  }
  return any;
}

/* ---- all completions ---- */

static zc_ref diagram_met(zc_workspace *ws, uint32_t rule) {
  const zc_compiled_rule *r = &ws->region->rules[rule];
  zc_ref applies = zc_diagram_of(ws->diagrams, r->applies);
  return applies == 0
             ? 0
             : zc_diagram_and(ws->diagrams, applies, zc_diagram_of(ws->diagrams, r->holds));
}

static void draw_requirements(zc_workspace *ws) {
  const zc_region *region = ws->region;
  zc_diagrams *d = ws->diagrams;
  for (uint32_t i = 0; i < ws->requirement_count; i++) {
    uint32_t rule = ws->requirements[i];
    zc_ref off = zc_diagram_not(d, zc_diagram_of(d, region->rules[rule].applies));
    ws->diagram[rule] =
        off == 1 ? 1 : zc_diagram_or(d, off, zc_diagram_of(d, region->rules[rule].holds));
  }
  for (uint32_t i = 0; i < ws->waiver_count; i++) {
    const zc_index_list *waives = &region->rules[ws->waivers[i]].waives;
    zc_ref met = waives->count ? diagram_met(ws, ws->waivers[i]) : 0;
    for (uint32_t j = 0; j < waives->count; j++)
      ws->diagram[waives->items[j]] = zc_diagram_or(d, ws->diagram[waives->items[j]], met);
  }
}

static zc_ref draw_all(zc_workspace *ws, int route) {
  zc_ref all = 1;
  for (uint32_t i = 0; i < ws->requirement_count; i++) {
    uint32_t rule = ws->requirements[i];
    const zc_compiled_rule *r = &ws->region->rules[rule];
    int counts = route >= 0 ? !lifts(ws, (uint32_t)route, rule)
                            : (r->flags & ZC_BINDS_ALWAYS) && r->law.document_count;
    if (counts)
      all = zc_diagram_and(ws->diagrams, all, ws->diagram[rule]);
  }
  return all;
}

/* The routes together; the first that is met whatever is still unknown becomes the route named, or
 * else the first that may be met. */
static zc_ref draw_routes(zc_workspace *ws) {
  const zc_region *region = ws->region;
  const zc_compiled_rule *sure = NULL, *possible = NULL;
  zc_ref any = 0;
  for (uint32_t i = 0; i < region->route_count; i++) {
    zc_ref met = diagram_met(ws, region->routes[i]);
    if (met != 0)
      met = zc_diagram_and(ws->diagrams, met, draw_all(ws, (int)i));
    if (met == 1 && !sure)
      sure = &region->rules[region->routes[i]];
    if (met != 0 && !possible)
      possible = &region->rules[region->routes[i]];
    any = zc_diagram_or(ws->diagrams, any, met);
  }
  ws->answer.route = sure ? sure : possible;
  return any;
}

/* Whether the track is answered here. A referral applies on its own track only. */
static zc_ref draw_open(zc_workspace *ws, const gate *g, zc_ref track) {
  zc_diagrams *d = ws->diagrams;
  const zc_region *region = ws->region;
  zc_ref here = g->unsure ? zc_diagram_test(d, &g->is_unsure, track) : 0;
  for (uint32_t i = 0; i < region->track_count && here != 0; i++)
    if (g->unsure >> region->tracks[i].track & 1) {
      zc_node_id applies = region->rules[region->tracks[i].referral].applies;
      here = zc_diagram_and(d, here, zc_diagram_not(d, zc_diagram_of(d, applies)));
    }
  return zc_diagram_or(d, zc_diagram_test(d, &g->is_open, track), here);
}

static zc_ref draw_verdict(zc_workspace *ws, const gate *g) {
  zc_diagrams *d = ws->diagrams;
  zc_ref track = zc_diagram_of(d, ws->region->fact_nodes[ZC_F_track]);
  zc_ref had = zc_diagram_test(d, &g->is_had, track);
  zc_ref open = draw_open(ws, g, track);
  draw_requirements(ws);
  zc_ref here = open == 0 ? 0 : zc_diagram_and(d, open, draw_routes(ws));
  zc_ref never = zc_diagram_const(d, ZC_NEVER_KNOWN);
  zc_ref closed = zc_diagram_and(d, zc_diagram_not(d, open), had);
  zc_ref silent =
      closed == 0 ? 0 : zc_diagram_and(d, closed, zc_diagram_and(d, draw_all(ws, -1), never));
  return zc_diagram_or(d, here, silent);
}

/* ---- verdict and findings ---- */

/* The verdict over all completions: leaves 1 eligible, 0 not, ZC_NEVER_KNOWN open for good. */
static zc_ref draw(zc_workspace *ws, const zc_inputs *in, const gate *g) {
  const zc_slice *slice = &ws->deciding[ZC_Q_ASSESS];
  zc_diagrams_begin(ws->diagrams, in, ws->values, slice->nodes, slice->count);
  return draw_verdict(ws, g);
}

zc_ref zc_assess_draw(zc_workspace *ws, const zc_inputs *in) {
  const zc_slice *slice = &ws->deciding[ZC_Q_ASSESS];
  zc_evaluate(&ws->region->program, in, slice->nodes, slice->count, ws->values);
  gate g = gate_of(ws, in->as_of);
  return draw(ws, in, &g);
}

static void decide_by_diagrams(zc_workspace *ws, const zc_inputs *in, gate *g) {
  zc_answer *a = &ws->answer;
  zc_ref verdict = draw(ws, in, g);
  unsigned leaves = zc_diagrams_exact(ws->diagrams) ? zc_diagram_leaves(ws->diagrams, verdict) : 3u;
  a->verdict = leaves == 1u ? ZC_INELIGIBLE : leaves == 2u ? ZC_ELIGIBLE : ZC_UNDETERMINED_VERDICT;
  if (a->verdict != ZC_ELIGIBLE)
    a->route = NULL;
  if (a->verdict != ZC_UNDETERMINED_VERDICT)
    return;
  if (leaves & 2u)
    zc_answer_missing(ws, verdict);
  else
    g->is_mute = (possible_tracks(g) & g->has & ~g->open & ~g->elsewhere) != 0;
}

static void decide(zc_workspace *ws, const zc_inputs *in, gate *g) {
  zc_answer *a = &ws->answer;
  uint64_t possible = possible_tracks(g);
  int silent = (possible & (g->open | g->unsure)) == 0;
  a->no_edition = silent && (possible & g->has) != 0 && (possible & g->elsewhere) == 0;
  stand(ws);
  zc_slot verdict = {0, 1};
  if ((possible & g->has) == 0)
    verdict.hi = 0;
  else if (silent)
    verdict.hi = kleene_always(ws).hi;
  else if ((possible & ~g->open) == 0)
    verdict = kleene_verdict(ws);
  if (zc_true(verdict))
    a->verdict = ZC_ELIGIBLE;
  else if (zc_false(verdict))
    a->verdict = ZC_INELIGIBLE;
  else if (!silent)
    decide_by_diagrams(ws, in, g);
}

static zc_state state_of(const zc_workspace *ws, uint32_t index) {
  const zc_compiled_rule *r = &ws->region->rules[index];
  zc_slot applies = ws->values[r->applies], holds = ws->values[r->holds];
  if (r->rule_kind == ZC_REFERRAL)
    return zc_false(applies) ? ZC_NOT_APPLICABLE : ZC_UNKNOWN;
  if (!zc_is_requirement(r))
    return zc_state_of_choice(applies, holds);
  zc_state state = zc_state_of_requirement(applies, holds);
  if (state != ZC_UNMET && state != ZC_UNKNOWN)
    return state;
  if (zc_true(ws->standing[index].lifted))
    return ZC_WAIVED;
  const zc_compiled_rule *route = ws->answer.route;
  for (uint32_t i = 0; route && i < route->waives.count; i++)
    if (route->waives.items[i] == index)
      return ZC_WAIVED;
  return state;
}

static void find(zc_workspace *ws, const gate *g) {
  zc_answer *a = &ws->answer;
  uint64_t possible = possible_tracks(g);
  if (possible & ~g->has)
    zc_answer_find(a, &zc_rule_base_track, (possible & g->has) ? ZC_UNKNOWN : ZC_UNMET);
  if (a->no_edition || g->is_mute)
    zc_answer_find(a, &zc_rule_no_edition, ZC_UNKNOWN);
  for (uint32_t i = 0; i < ws->region->rule_count; i++)
    if (is_looked_at(ws, &ws->region->rules[i]))
      zc_answer_find(a, &ws->region->rules[i], state_of(ws, i));
}

const zc_answer *zc_assess(zc_workspace *ws, const zc_facts *counted, zc_day as_of,
                           zc_day counted_to, int strict) {
  zc_inputs in = {counted->slots, counted->given, ws->region->functions, as_of, strict};
  zc_answer_begin(ws, ZC_Q_ASSESS, &in, counted, as_of, counted_to);
  gate g = gate_of(ws, as_of);
  decide(ws, &in, &g);
  find(ws, &g);
  zc_answer_end(ws, &in, 0);
  return &ws->answer;
}
