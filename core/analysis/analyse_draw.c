/* SPDX-License-Identifier: Apache-2.0 */
/* The diagrams of one edition day and track: to whom each rule applies, who meets it, whom it
 * refuses, who comes by each route. */
#include "analysis/analyst.h"

#include <string.h>

static int is_route(const zc_compiled_rule *rule) {
  return rule->rule_kind == ZC_NO_KIND;
}

int zc_rule_in_force(const zc_analyst *a, uint32_t rule) {
  return !zc_false(a->view.values[a->region->rules[rule].in_force]);
}

/* In force, and something can be said of it. */
int zc_rule_drawn(const zc_analyst *a, uint32_t rule) {
  return zc_rule_in_force(a, rule) && !a->opaque[rule];
}

static int draw(zc_analyst *a) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < a->region->rule_count; i++)
    if (zc_rule_drawn(a, i)) {
      a->roots[count++] = a->region->rules[i].applies;
      a->roots[count++] = a->region->rules[i].holds;
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
  const zc_region *r = a->region;
  zc_ref here = 1;
  for (uint32_t i = 0; i < r->track_count; i++) {
    const zc_track_row *t = &r->tracks[i];
    if ((int32_t)t->track != a->view.track || t->referral < 0 || a->view.from < t->span.from ||
        a->view.from > t->span.until)
      continue;
    zc_ref referred = zc_diagram_of(a->view.diagrams, r->rules[t->referral].applies);
    here = zc_edition_view_less(&a->view, here, referred);
  }
  return here;
}

static void draw_rules(zc_analyst *a, zc_ref here) {
  zc_diagrams *d = a->view.diagrams;
  for (uint32_t i = 0; i < a->region->rule_count; i++) {
    const zc_compiled_rule *r = &a->region->rules[i];
    zc_ref among = r->rule_kind == ZC_REFERRAL ? 1 : here;
    a->applies[i] = a->met[i] = a->unmet[i] = a->fails[i] = 0;
    if (!zc_rule_drawn(a, i))
      continue;
    zc_ref holds = zc_diagram_of(d, r->holds);
    a->applies[i] = zc_diagram_and(d, among, zc_diagram_of(d, r->applies));
    a->met[i] = zc_diagram_and(d, a->applies[i], holds);
    a->unmet[i] = a->fails[i] = zc_edition_view_less(&a->view, a->applies[i], holds);
  }
}

/* What general waivers lift does not fail. */
static void draw_waivers(zc_analyst *a) {
  for (uint32_t i = 0; i < a->region->rule_count; i++) {
    const zc_index_list *waives = &a->region->rules[i].waives;
    if (!zc_is_waiver(&a->region->rules[i]))
      continue;
    for (uint32_t j = 0; j < waives->count; j++) {
      uint32_t lifted = waives->items[j];
      a->fails[lifted] = zc_edition_view_less(&a->view, a->fails[lifted], a->met[i]);
    }
  }
}

int zc_rule_lifts(const zc_compiled_rule *by, uint32_t rule) {
  for (uint32_t i = 0; i < by->waives.count; i++)
    if (by->waives.items[i] == rule)
      return 1;
  return 0;
}

/* Who comes through a route: it is met and all that it does not lift is satisfied. */
static void draw_routes(zc_analyst *a) {
  const zc_region *r = a->region;
  for (uint32_t i = 0; i < r->rule_count; i++) {
    if (!is_route(&r->rules[i]))
      continue;
    a->fails[i] = a->met[i];
    for (uint32_t j = 0; j < r->rule_count; j++)
      if (zc_is_requirement(&r->rules[j]) && !zc_rule_lifts(&r->rules[i], j))
        a->fails[i] = zc_edition_view_less(&a->view, a->fails[i], a->fails[j]);
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
    for (uint32_t j = 0; zc_is_waiver(&r->rules[i]) && j < r->rules[i].waives.count; j++)
      a->opaque[r->rules[i].waives.items[j]] = 1;
  }
}

/* Everything that is said of the view; `here` is who is answered. 0: a bound was hit. */
int zc_rules_redraw(zc_analyst *a, zc_ref *here) {
  *here = draw(a) ? answered(a) : 0;
  draw_rules(a, *here);
  draw_waivers(a);
  draw_routes(a);
  return zc_diagrams_exact(a->view.diagrams);
}

int zc_rules_draw(zc_analyst *a, zc_ref *here) {
  memset(a->opaque, 0, a->region->rule_count);
  if (zc_rules_redraw(a, here))
    return 1;
  find_opaque(a);
  return !is_referral_opaque(a) && zc_rules_redraw(a, here);
}
