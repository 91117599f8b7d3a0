/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The verdict, said once. Whoever asks about one person, millions of them or everybody reads these
 * nodes and has no rule of its own for who may apply:
 *
 *   met      a rule that binds: it does not apply, or holds; any other: it applies and holds
 *   lifted   a rule that binds: some general waiver that lifts it is met
 *   passes   a rule that binds: met or lifted; a route: it is met, and every rule that binds and
 *            that it does not lift passes
 *
 * and of the region: `passes`, some route passes; `always_passes`, every rule passes that binds
 * whatever the route and on days without an edition. What the track has to do with it is not said
 * here (engine/gate.h).
 */
#include "compile/compiler.h"
#include "engine/kinds.h"

static zc_node_id not(zc_compiler * c, zc_node_id a) {
  return zc_node_unary(&c->region->program, ZC_OP_NOT, a, 0);
}

static zc_node_id constant(zc_compiler *c, int value) {
  return zc_node_const(&c->region->program, ZC_BOOL, value);
}

static void compile_met(zc_compiler *c, zc_compiled_rule *rule) {
  int binds = zc_rule_binds(rule);
  rule->met =
      binds ? zc_or(c, not(c, rule->applies), rule->holds) : zc_and(c, rule->applies, rule->holds);
  rule->lifted = binds ? constant(c, 0) : ZC_NO_NODE;
}

static void lift(zc_compiler *c, const zc_compiled_rule *waiver) {
  for (uint32_t i = 0; i < waiver->waives.count; i++) {
    zc_compiled_rule *rule = &c->region->rules[waiver->waives.items[i]];
    rule->lifted = zc_or(c, rule->lifted, waiver->met);
  }
}

static int is_ever_waived(const zc_region *region, uint32_t rule) {
  for (uint32_t i = 0; i < region->route_count; i++)
    if (zc_rule_waives(&region->rules[region->routes[i]], rule))
      return 1;
  return 0;
}

/* What binds whatever the route: one node, shared by all of them. */
static zc_node_id common_node(zc_compiler *c) {
  const zc_region *region = c->region;
  zc_node_id all = constant(c, 1);
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (zc_rule_binds(&region->rules[i]) && !is_ever_waived(region, i))
      all = zc_and(c, all, region->rules[i].passes);
  return all;
}

static void compile_route(zc_compiler *c, zc_compiled_rule *route, zc_node_id common) {
  const zc_region *region = c->region;
  route->passes = zc_and(c, route->met, common);
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (zc_rule_binds(&region->rules[i]) && is_ever_waived(region, i) && !zc_rule_waives(route, i))
      route->passes = zc_and(c, route->passes, region->rules[i].passes);
}

void zc_verdict_compile(zc_compiler *c) {
  zc_region *region = c->region;
  for (uint32_t i = 0; i < region->rule_count; i++)
    compile_met(c, &region->rules[i]);
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (zc_rule_lifts(&region->rules[i]))
      lift(c, &region->rules[i]);
  region->passes = constant(c, 0);
  region->always_passes = constant(c, 1);
  for (uint32_t i = 0; i < region->rule_count; i++) {
    zc_compiled_rule *rule = &region->rules[i];
    rule->passes = zc_rule_binds(rule) ? zc_or(c, rule->met, rule->lifted) : ZC_NO_NODE;
    if (zc_rule_binds(rule) && (rule->flags & ZC_BINDS_ALWAYS) && rule->law.document_count)
      region->always_passes = zc_and(c, region->always_passes, rule->passes);
  }
  zc_node_id common = common_node(c);
  for (uint32_t i = 0; i < region->route_count; i++) {
    zc_compiled_rule *route = &region->rules[region->routes[i]];
    compile_route(c, route, common);
    region->passes = zc_or(c, region->passes, route->passes);
  }
}
