/* SPDX-License-Identifier: Apache-2.0 */
/* Requirements, waivers and routes of one edition day and track. */
#include "analysis/analyst.h"

static zc_flaw flaw_of(const zc_compiled_rule *rule, zc_flaw_class class) {
  return (zc_flaw){.class = class,
                   .rule = rule->id,
                   .kind = rule->kind,
                   .at = rule->at,
                   .question = ZC_Q_ASSESS};
}

/* A flaw of a rule by itself. */
static void note(zc_analyst *a, uint32_t rule, zc_flaw_class class, zc_ref shown, zc_state state) {
  const zc_compiled_rule *r = &a->region->rules[rule];
  zc_flaw flaw = flaw_of(r, class);
  zc_flaw_note(a, &flaw, &(zc_witness){.condition = shown, .rule = r, .state = state});
}

/* A flaw of a rule and of those that are picked. */
static void note_with(zc_analyst *a, uint32_t rule, zc_flaw_class class, const zc_witness *w,
                      uint32_t picked) {
  zc_flaw flaw = flaw_of(&a->region->rules[rule], class);
  zc_witness witness = *w;
  witness.rule = &a->region->rules[rule];
  witness.others = a->region->rules;
  witness.picked = a->picked;
  witness.picked_count = picked;
  zc_flaw_note(a, &flaw, &witness);
}

/* ---- one rule ---- */

/* What nobody is told on a track that is referred elsewhere is no flaw of a rule that other tracks
 * have, too. */
static int is_guest(const zc_analyst *a, const zc_compiled_rule *rule, zc_ref here) {
  return here != 1 && (rule->tracks & ~(UINT64_C(1) << a->view.track)) != 0;
}

/* Whether the day alone decides what a rule needs. */
static int is_dated(const zc_analyst *a, const zc_compiled_rule *rule) {
  zc_slot holds = a->view.values[rule->holds];
  return holds.lo == holds.hi && a->region->program.nodes[rule->holds].op != ZC_OP_CONST;
}

/* Somebody who does not meet a rule to whom it applies: rather one whom no waiver lifts out. */
static zc_witness failing(zc_analyst *a, uint32_t i) {
  const zc_compiled_rule *r = &a->region->rules[i];
  int is_lifted = zc_rule_binds(r) && !zc_edition_view_some(&a->view, a->fails[i]);
  return (zc_witness){.condition = zc_rule_binds(r) && !is_lifted ? a->fails[i] : a->unmet[i],
                      .rule = r,
                      .state = is_lifted ? ZC_WAIVED : ZC_UNMET};
}

static zc_witness meeting(zc_analyst *a, uint32_t i) {
  return (zc_witness){.condition = a->met[i], .rule = &a->region->rules[i], .state = ZC_MET};
}

/* A rule that needs the same of everybody. */
static void note_always(zc_analyst *a, uint32_t i, int is_true) {
  const zc_compiled_rule *r = &a->region->rules[i];
  zc_flaw flaw = flaw_of(r, is_true ? ZC_FLAW_ALWAYS_TRUE : ZC_FLAW_ALWAYS_FALSE);
  zc_witness shown = is_true ? meeting(a, i) : failing(a, i);
  flaw.is_dated = is_dated(a, r);
  zc_flaw_note(a, &flaw, &shown);
}

/* The comparisons of a rule that applies to somebody. */
static void look_at_texts(zc_analyst *a, uint32_t i) {
  const zc_compiled_rule *r = &a->region->rules[i];
  zc_flaw row = flaw_of(r, ZC_FLAW_CONSTANT);
  zc_witness shown = zc_edition_view_some(&a->view, a->met[i]) ? meeting(a, i) : failing(a, i);
  if (zc_rule_refers(r)) {
    shown.condition = a->applies[i];
    shown.state = ZC_UNKNOWN;
  }
  zc_flaw_constants(a, &row, &shown);
}

/* 0: nothing more can be said of the rule. */
static int look_alone(zc_analyst *a, uint32_t i, zc_ref here) {
  const zc_compiled_rule *r = &a->region->rules[i];
  if (!zc_edition_view_some(&a->view, a->applies[i])) {
    if (!is_guest(a, r, here) && !zc_waits_for_value(a, r->id))
      note(a, i, ZC_FLAW_NEVER_APPLIES, here, ZC_NOT_APPLICABLE);
    return 0;
  }
  look_at_texts(a, i);
  if (zc_rule_refers(r))
    return 0;
  zc_ref otherwise = zc_rule_binds(r) ? a->unmet[i] : zc_diagram_not(a->view.diagrams, a->met[i]);
  if (a->met[i] == 0 || otherwise == 0) {
    note_always(a, i, otherwise == 0);
    return 0;
  }
  return 1;
}

/* Every route that lifts `other` lifts `rule` too: where both are unmet, `rule` never decides. */
static int is_lifted_no_less(const zc_analyst *a, uint32_t rule, uint32_t other) {
  const zc_region *r = a->region;
  for (uint32_t i = 0; i < r->route_count; i++) {
    const zc_compiled_rule *route = &r->rules[r->routes[i]];
    if (zc_rule_in_force(a, r->routes[i]) && zc_rule_waives(route, other) &&
        !zc_rule_waives(route, rule))
      return 0;
  }
  return 1;
}

/* Of two that always fail together the later one is told. */
static void look_shadowed(zc_analyst *a, uint32_t i) {
  const zc_region *r = a->region;
  uint32_t picked = 0;
  for (uint32_t j = 0; j < r->rule_count; j++)
    if (j != i && zc_rule_binds(&r->rules[j]) && a->fails[j] != 0 &&
        (j < i || a->fails[j] != a->fails[i]) && is_lifted_no_less(a, i, j))
      a->picked[picked++] = j;
  picked = zc_implies(a, a->fails[i], a->fails, a->picked, picked);
  if (picked)
    note_with(a, i, ZC_FLAW_SHADOWED,
              &(zc_witness){.condition = a->fails[i], .state = ZC_UNMET, .other_state = ZC_UNMET},
              picked);
}

/* A requirement that a waiver always lifts. */
static void look_lifted(zc_analyst *a, uint32_t i) {
  const zc_region *r = a->region;
  uint32_t picked = 0;
  for (uint32_t j = 0; j < r->rule_count; j++)
    if (zc_rule_lifts(&r->rules[j]) && zc_rule_waives(&r->rules[j], i) && a->met[j] != 0)
      a->picked[picked++] = j;
  picked = zc_implies(a, a->unmet[i], a->met, a->picked, picked);
  if (picked)
    note_with(a, i, ZC_FLAW_SHADOWED,
              &(zc_witness){.condition = a->unmet[i], .state = ZC_WAIVED, .other_state = ZC_MET},
              picked);
}

/* Earlier requirements that nobody to whom both apply meets together with this one. */
static void look_contradicted(zc_analyst *a, uint32_t i) {
  zc_diagrams *d = a->view.diagrams;
  for (uint32_t j = 0; j < i; j++) {
    if (!zc_rule_binds(&a->region->rules[j]) || a->met[j] == 0)
      continue;
    zc_ref met = zc_diagram_and(d, a->met[i], a->applies[j]);
    zc_ref other = zc_diagram_and(d, a->met[j], a->applies[i]);
    if (!zc_edition_view_some(&a->view, met) || !zc_edition_view_some(&a->view, other) ||
        zc_diagram_and(d, met, other) != 0)
      continue;
    zc_ref refused = zc_diagram_and(d, met, a->fails[j]);
    int is_lifted = !zc_edition_view_some(&a->view, refused);
    a->picked[0] = j;
    note_with(a, i, ZC_FLAW_CONTRADICTS,
              &(zc_witness){.condition = is_lifted ? met : refused,
                            .state = ZC_MET,
                            .other_state = is_lifted ? ZC_WAIVED : ZC_UNMET},
              1);
  }
}

static void look_at_requirement(zc_analyst *a, uint32_t i, zc_ref here, int is_closed) {
  if (!look_alone(a, i, here) || is_closed)
    return;
  if (a->fails[i] == 0)
    look_lifted(a, i);
  else
    look_shadowed(a, i);
  look_contradicted(a, i);
}

/* ---- waivers ---- */

/* Whether somebody would be refused or left open without the waiver. */
static int lifts_something(zc_analyst *a, uint32_t i) {
  const zc_region *r = a->region;
  if (zc_rule_lifts_opaque(a, i))
    return 1;
  zc_diagrams *d = a->view.diagrams;
  const zc_index_list *waives = &r->rules[i].waives;
  for (uint32_t w = 0; w < waives->count; w++) {
    zc_ref left = zc_diagram_and(d, a->unmet[waives->items[w]], a->met[i]);
    for (uint32_t j = 0; j < r->rule_count; j++)
      if (j != i && zc_rule_lifts(&r->rules[j]) && zc_rule_waives(&r->rules[j], waives->items[w]))
        left = zc_edition_view_less(&a->view, left, a->met[j]);
    if (left != 0)
      return 1;
  }
  return 0;
}

static void look_at_waiver(zc_analyst *a, uint32_t i, zc_ref here) {
  if (look_alone(a, i, here) && a->region->rules[i].waives.count &&
      !zc_reduces_months(a->region, i) && !lifts_something(a, i))
    note(a, i, ZC_FLAW_LIFTS_NOTHING, a->met[i], ZC_MET);
}

/* ---- routes ---- */

/* Requirements of which one fails for everybody who meets the route. */
static void look_barred(zc_analyst *a, uint32_t i) {
  const zc_region *r = a->region;
  uint32_t picked = 0;
  for (uint32_t j = 0; j < r->rule_count; j++)
    if (zc_rule_binds(&r->rules[j]) && !zc_rule_waives(&r->rules[i], j))
      a->picked[picked++] = j;
  picked = zc_implies(a, a->met[i], a->fails, a->picked, picked);
  if (picked)
    note_with(a, i, ZC_FLAW_CONTRADICTS,
              &(zc_witness){.condition = a->met[i], .state = ZC_MET, .other_state = ZC_UNMET},
              picked);
}

/* A later route counts only if it ends in the same way; of two equal ones the later is told. */
static void look_contained(zc_analyst *a, uint32_t place) {
  const zc_region *r = a->region;
  uint32_t i = r->routes[place], picked = 0;
  for (uint32_t p = 0; p < r->route_count; p++) {
    uint32_t j = r->routes[p];
    if (j != i && a->fails[j] != 0 &&
        (p < place || (r->rules[j].mode == r->rules[i].mode && a->fails[j] != a->fails[i])))
      a->picked[picked++] = j;
  }
  picked = zc_implies(a, a->fails[i], a->fails, a->picked, picked);
  if (picked)
    note_with(a, i, ZC_FLAW_CONTAINED,
              &(zc_witness){.condition = a->fails[i], .state = ZC_MET, .other_state = ZC_MET},
              picked);
}

static void look_at_route(zc_analyst *a, uint32_t i, zc_ref here, int is_closed) {
  uint32_t place = 0;
  if (!look_alone(a, i, here) || is_closed)
    return;
  while (a->region->routes[place] != i)
    place++;
  if (a->fails[i] == 0)
    look_barred(a, i);
  else if (!zc_rule_lifts_opaque(a, i))
    look_contained(a, place);
}

/* ---- all of them ---- */

/* Some requirement lets nobody pass: it alone decides. */
static int is_closed(zc_analyst *a) {
  for (uint32_t i = 0; i < a->region->rule_count; i++)
    if (zc_rule_binds(&a->region->rules[i]) && a->fails[i] != 0 &&
        !zc_edition_view_some(&a->view, zc_diagram_not(a->view.diagrams, a->fails[i])))
      return 1;
  return 0;
}

static void look_at_rule(zc_analyst *a, uint32_t i, zc_ref here) {
  const zc_compiled_rule *r = &a->region->rules[i];
  int closed = is_closed(a);
  if (zc_rule_binds(r))
    look_at_requirement(a, i, here, closed);
  else if (zc_rule_lifts(r))
    look_at_waiver(a, i, here);
  else if (zc_rule_refers(r))
    look_alone(a, i, here);
  else
    look_at_route(a, i, here, closed);
}

void zc_analyse_assess(zc_analyst *a) {
  zc_ref here;
  int exact = zc_rules_draw(a, &here);
  for (uint32_t i = 0; exact && here != 0 && i < a->region->rule_count && !a->failed; i++) {
    if (!zc_rule_drawn(a, i))
      continue;
    look_at_rule(a, i, here);
    if (zc_edition_view_exact(&a->view))
      continue;
    /* The diagrams of the rules before have used up the room. */
    exact = zc_rules_redraw(a, &here);
    look_at_rule(a, i, here);
    exact = exact && zc_edition_view_exact(&a->view);
  }
  if (!exact)
    zc_analysis_inexact(a, NULL);
}
