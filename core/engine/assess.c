/* SPDX-License-Identifier: Apache-2.0 */
/*
 * assess: eligible when some route passes (compile/verdict.c) and the track is answered here. First
 * in Kleene's logic, which is enough when it decides; otherwise over all completions of the unknown
 * facts, with diagrams.
 */
#include "base/assert.h"
#include "engine/gate.h"
#include "engine/kinds.h"
#include "engine/workspace.h"

/* What the region's documents say of the tracks that the person may mean. */
typedef struct gate {
  zc_slot track;      /* words of the track enum */
  uint64_t has;       /* tracks of the region */
  uint64_t open;      /* tracks with an edition on the day, answered here */
  uint64_t elsewhere; /* tracks that a document refers to another one ... */
  uint64_t unsure;    /* ... and of these, those where it may not do so */
  int is_mute;        /* no completion is eligible, and of some no document speaks */
  zc_node is_had, is_open, is_unsure; /* tests of the track for the diagrams */
} gate;

/* A track with a referral is answered here after all where no referral applies: an examination that
 * decides alone leaves nothing to refer. */
static void refer(const zc_workspace *ws, uint32_t track, zc_day as_of, gate *g) {
  zc_slot any = {0, 0};
  uint32_t row = 0;
  for (const zc_compiled_rule *r; (r = zc_gate_referral(ws->region, track, as_of, &row));)
    any = zc_or(any, ws->values[r->applies]);
  uint64_t bit = UINT64_C(1) << track;
  *(zc_false(any) ? &g->open : &g->elsewhere) |= bit;
  g->unsure |= zc_false(any) || zc_true(any) ? 0 : bit;
}

static gate gate_of(const zc_workspace *ws, zc_day as_of) {
  const zc_region *r = ws->region;
  gate g = {.track = ws->values[r->fact_nodes[ZC_F_track]]};
  ZC_ASSERT(g.track.lo >= 0 && g.track.hi < ZC_MAX_WORDS);
  for (uint32_t i = 0; i < r->track_count; i++) {
    uint32_t track = r->tracks[i].track;
    uint64_t bit = UINT64_C(1) << track;
    if (g.has & bit)
      continue; /* a track may stand in several rows, each with its own days */
    g.has |= bit;
    zc_gate_kind kind = zc_gate_of(r, track, as_of);
    if (kind == ZC_GATE_REFERRED)
      refer(ws, track, as_of, &g);
    else if (kind == ZC_GATE_OPEN)
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

/* Of routes that together leave nobody out none may be known to pass: then diagrams name one. */
static zc_slot kleene_verdict(zc_workspace *ws) {
  const zc_region *r = ws->region;
  for (uint32_t i = 0; i < r->route_count && !ws->answer.route; i++)
    if (zc_true(ws->values[r->rules[r->routes[i]].passes]))
      ws->answer.route = &r->rules[r->routes[i]];
  return (zc_slot){ws->answer.route != NULL, ws->values[r->passes].hi};
}

/* ---- all completions ---- */

/* The routes together; the first that passes whatever is still unknown becomes the route named, or
 * else the first that may pass. */
static zc_ref draw_routes(zc_workspace *ws) {
  const zc_region *r = ws->region;
  const zc_compiled_rule *sure = NULL, *possible = NULL;
  zc_ref any = 0;
  for (uint32_t i = 0; i < r->route_count && !sure; i++) {
    const zc_compiled_rule *route = &r->rules[r->routes[i]];
    zc_ref passes = zc_diagram_of(ws->diagrams, route->passes);
    sure = passes == 1 ? route : NULL;
    possible = passes != 0 && !possible ? route : possible;
    any = zc_diagram_or(ws->diagrams, any, passes);
  }
  ws->answer.route = sure ? sure : possible;
  return any;
}

/* Whether the track is answered here. A referral applies on its own track only. */
static zc_ref draw_open(zc_workspace *ws, const gate *g, zc_ref track, zc_day as_of) {
  zc_diagrams *d = ws->diagrams;
  zc_ref here = g->unsure ? zc_diagram_test(d, &g->is_unsure, track) : 0;
  for (uint32_t t = 0; t < 64 && here != 0; t++) {
    uint32_t row = 0;
    const zc_compiled_rule *r;
    while ((g->unsure >> t & 1) && (r = zc_gate_referral(ws->region, t, as_of, &row)))
      here = zc_diagram_and(d, here, zc_diagram_not(d, zc_diagram_of(d, r->applies)));
  }
  return zc_diagram_or(d, zc_diagram_test(d, &g->is_open, track), here);
}

static zc_ref draw_verdict(zc_workspace *ws, const gate *g, zc_day as_of) {
  zc_diagrams *d = ws->diagrams;
  zc_ref track = zc_diagram_of(d, ws->region->fact_nodes[ZC_F_track]);
  zc_ref had = zc_diagram_test(d, &g->is_had, track);
  zc_ref open = draw_open(ws, g, track, as_of);
  zc_ref here = open == 0 ? 0 : zc_diagram_and(d, open, draw_routes(ws));
  zc_ref never = zc_diagram_const(d, ZC_NEVER_KNOWN);
  zc_ref closed = zc_diagram_and(d, zc_diagram_not(d, open), had);
  zc_ref always = closed == 0 ? 0 : zc_diagram_of(d, ws->region->always_passes);
  zc_ref silent = zc_diagram_and(d, closed, zc_diagram_and(d, always, never));
  return zc_diagram_or(d, here, silent);
}

/* ---- verdict and findings ---- */

zc_ref zc_assess_verdict(zc_workspace *ws, const zc_inputs *in) {
  gate g = gate_of(ws, in->as_of);
  return draw_verdict(ws, &g, in->as_of);
}

/* The verdict over all completions: leaves 1 eligible, 0 not, ZC_NEVER_KNOWN open for good. */
static zc_ref draw(zc_workspace *ws, const zc_inputs *in, const gate *g) {
  const zc_slice *slice = &ws->deciding[ZC_Q_ASSESS];
  if (zc_has_days(ws))
    return zc_days_draw(ws, in, zc_assess_verdict);
  zc_diagrams_begin(ws->diagrams, in, ws->values, slice->nodes, slice->count);
  return draw_verdict(ws, g, in->as_of);
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

int zc_assess_outcome(const zc_workspace *ws, zc_slot *outcome) {
  gate g = gate_of(ws, ws->answer.as_of);
  uint64_t possible = possible_tracks(&g);
  int is_silent = (possible & (g.open | g.unsure)) == 0;
  int64_t yes = is_silent ? ZC_NEVER_KNOWN : 1;
  zc_slot verdict = {0, 1};
  if ((possible & g.has) == 0)
    verdict.hi = 0;
  else if (is_silent && (possible & ~g.has) == 0)
    verdict = ws->values[ws->region->always_passes];
  else if (!is_silent && (possible & ~g.open) == 0)
    verdict = ws->values[ws->region->passes];
  *outcome = zc_true(verdict) ? (zc_slot){yes, yes} : verdict;
  return verdict.lo == verdict.hi;
}

static void decide(zc_workspace *ws, const zc_inputs *in, gate *g) {
  zc_answer *a = &ws->answer;
  uint64_t possible = possible_tracks(g);
  int silent = (possible & (g->open | g->unsure)) == 0;
  a->no_edition = silent && (possible & g->has) != 0 && (possible & g->elsewhere) == 0;
  zc_slot verdict = {0, 1};
  if ((possible & g->has) == 0)
    verdict.hi = 0;
  else if (silent)
    verdict.hi = ws->values[ws->region->always_passes].hi;
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
  const zc_compiled_rule *r = &ws->region->rules[index], *route = ws->answer.route;
  zc_slot applies = ws->values[r->applies], holds = ws->values[r->holds];
  if (zc_rule_refers(r))
    return zc_false(applies) ? ZC_NOT_APPLICABLE : ZC_UNKNOWN;
  if (!zc_rule_binds(r))
    return zc_state_of_choice(applies, holds);
  zc_state state = zc_state_of_requirement(applies, holds);
  int is_lifted = zc_true(ws->values[r->lifted]) || (route && zc_rule_waives(route, index));
  return is_lifted && (state == ZC_UNMET || state == ZC_UNKNOWN) ? ZC_WAIVED : state;
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
  zc_inputs in = {counted->slots, counted->given, ws->region->functions,
                  as_of,          strict,         &counted->open};
  zc_answer_begin(ws, ZC_Q_ASSESS, &in, counted, as_of, counted_to);
  gate g = gate_of(ws, as_of);
  decide(ws, &in, &g);
  ZC_ASSERT((ws->answer.verdict == ZC_ELIGIBLE) == (ws->answer.route != NULL));
  ZC_ASSERT(ws->answer.verdict == ZC_UNDETERMINED_VERDICT || ws->answer.missing_count == 0);
  find(ws, &g);
  zc_answer_end(ws, &in, 0);
  return &ws->answer;
}
