/* SPDX-License-Identifier: Apache-2.0 */
/* The diagrams of one edition day and track: to whom each rule applies, who meets it, whom it
 * refuses, who comes by each route. */
#include "analysis/analyst.h"
#include "engine/gate.h"

#include <string.h>

int zc_rule_in_force(const zc_analyst *a, uint32_t rule) {
  return !zc_false(a->view.values[a->region->rules[rule].in_force]);
}

/* In force, and something can be said of it. */
int zc_rule_drawn(const zc_analyst *a, uint32_t rule) {
  return zc_rule_in_force(a, rule) && !a->opaque[rule];
}

/* What cannot be drawn is taken to refuse nobody: what is then proven of the others holds whatever
 * it says. */
static void leave_out(zc_analyst *a) {
  const zc_region *r = a->region;
  for (uint32_t i = 0; i < r->rule_count; i++)
    if (zc_rule_binds(&r->rules[i]) && a->opaque[i])
      zc_edition_view_assume(&a->view, r->rules[i].passes);
}

static int draw(zc_analyst *a) {
  uint32_t count = 0;
  leave_out(a);
  for (uint32_t i = 0; i < a->region->rule_count; i++)
    if (zc_rule_drawn(a, i)) {
      a->roots[count++] = a->region->rules[i].applies;
      a->roots[count++] = a->region->rules[i].holds;
      if (zc_rule_is_route(&a->region->rules[i]))
        a->roots[count++] = a->region->rules[i].passes;
    }
  return zc_edition_view_draw(&a->view, a->roots, count);
}

static int is_referral_opaque(const zc_analyst *a) {
  for (uint32_t i = 0; i < a->region->track_count; i++)
    if (a->region->tracks[i].referral >= 0 && a->opaque[a->region->tracks[i].referral])
      return 1;
  return 0;
}

/* Those who are answered here at all: nobody to whom a referral of the track applies. */
static zc_ref answered(zc_analyst *a) {
  const zc_compiled_rule *rule;
  zc_ref here = 1;
  uint32_t row = 0;
  if (zc_gate_of(a->region, (uint32_t)a->view.track, a->view.from) != ZC_GATE_REFERRED)
    return here;
  while ((rule = zc_gate_referral(a->region, (uint32_t)a->view.track, a->view.from, &row)))
    here = zc_edition_view_less(&a->view, here, zc_diagram_of(a->view.diagrams, rule->applies));
  return here;
}

/* What fails is a rule that binds and neither holds nor is lifted; of a route, who comes by it. */
static void draw_rules(zc_analyst *a, zc_ref here) {
  zc_diagrams *d = a->view.diagrams;
  for (uint32_t i = 0; i < a->region->rule_count; i++) {
    const zc_compiled_rule *r = &a->region->rules[i];
    zc_ref among = zc_rule_refers(r) ? 1 : here;
    a->applies[i] = a->met[i] = a->unmet[i] = a->fails[i] = 0;
    if (!zc_rule_drawn(a, i))
      continue;
    zc_ref holds = zc_diagram_of(d, r->holds);
    a->applies[i] = zc_diagram_and(d, among, zc_diagram_of(d, r->applies));
    a->met[i] = zc_diagram_and(d, a->applies[i], holds);
    a->unmet[i] = a->fails[i] = zc_edition_view_less(&a->view, a->applies[i], holds);
    if (zc_rule_binds(r))
      a->fails[i] = zc_edition_view_less(&a->view, among, zc_diagram_of(d, r->passes));
    else if (zc_rule_is_route(r))
      a->fails[i] = zc_diagram_and(d, among, zc_diagram_of(d, r->passes));
  }
}

/* Whether something among what a rule lifts cannot be drawn. */
int zc_rule_lifts_opaque(const zc_analyst *a, uint32_t rule) {
  const zc_index_list *waives = &a->region->rules[rule].waives;
  for (uint32_t i = 0; i < waives->count; i++)
    if (a->opaque[waives->items[i]])
      return 1;
  return 0;
}

/* Finds the rules of which no exact diagram can be made, each drawn alone. What an opaque waiver
 * lifts is opaque, too. */
static void find_opaque(zc_analyst *a) {
  const zc_region *r = a->region;
  for (uint32_t i = 0; i < r->rule_count; i++) {
    const zc_node_id roots[] = {r->rules[i].applies, r->rules[i].holds};
    if (!zc_rule_in_force(a, i) || zc_edition_view_draw(&a->view, roots, 2))
      continue;
    a->opaque[i] = 1;
    zc_analysis_inexact(a, r->rules[i].id);
    for (uint32_t j = 0; zc_rule_lifts(&r->rules[i]) && j < r->rules[i].waives.count; j++)
      a->opaque[r->rules[i].waives.items[j]] = 1;
  }
}

/* Everything that is said of the view; `here` is who is answered. 0: a bound was hit. */
int zc_rules_redraw(zc_analyst *a, zc_ref *here) {
  *here = draw(a) ? answered(a) : 0;
  draw_rules(a, *here);
  return zc_edition_view_exact(&a->view);
}

int zc_rules_draw(zc_analyst *a, zc_ref *here) {
  memset(a->opaque, 0, a->region->rule_count);
  if (zc_rules_redraw(a, here))
    return 1;
  find_opaque(a);
  return !is_referral_opaque(a) && zc_rules_redraw(a, here);
}
