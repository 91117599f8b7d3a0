/* SPDX-License-Identifier: Apache-2.0 */
/* Walks through a diagram: its leaves and its variables. */
#include "base/assert.h"
#include "logic/diagram_inside.h"

static unsigned leaf_bit(int64_t value) {
  return value == 0 ? 1u : value == 1 ? 2u : value == ZC_NEVER_KNOWN ? 4u : 8u;
}

/* Walks every node once; collects the kinds of leaves and, where `facts` is given, the variables.
 */
static unsigned visit(zc_diagrams *d, zc_ref a, uint8_t *facts) {
  if (d->seen[a] == d->walk)
    return 0;
  d->seen[a] = d->walk;
  const diagram_node *n = &d->nodes[a];
  if (n->var == LEAF)
    return leaf_bit(n->value);
  if (facts)
    facts[n->var] = 1;
  unsigned leaves = 0;
  for (uint32_t i = 0; i < d->domains[n->var].count; i++)
    leaves |= visit(d, d->children[n->first + i], facts);
  return leaves;
}

unsigned zc_diagram_leaves(zc_diagrams *d, zc_ref a) {
  ZC_ASSERT(a < d->node_count);
  d->walk++;
  return visit(d, a, NULL);
}

static uint32_t visit_values(zc_diagrams *d, zc_ref a, int64_t *values, uint32_t count,
                             uint32_t room) {
  const diagram_node *n = &d->nodes[a];
  if (d->seen[a] == d->walk || count > room)
    return count;
  d->seen[a] = d->walk;
  if (n->var == LEAF) { /* leaves are shared: each comes once */
    if (count < room)
      values[count] = n->value;
    return count + 1;
  }
  for (uint32_t i = 0; i < d->domains[n->var].count; i++)
    count = visit_values(d, d->children[n->first + i], values, count, room);
  return count;
}

uint32_t zc_diagram_values(zc_diagrams *d, zc_ref a, int64_t *values, uint32_t room) {
  ZC_ASSERT(a < d->node_count);
  d->walk++;
  uint32_t count = visit_values(d, a, values, 0, room);
  return count <= room ? count : 0;
}

static unsigned visit_in(zc_diagrams *d, zc_ref a, uint32_t fact, uint32_t piece) {
  if (d->seen[a] == d->walk)
    return 0;
  d->seen[a] = d->walk;
  const diagram_node *n = &d->nodes[a];
  if (n->var == LEAF)
    return leaf_bit(n->value);
  if (n->var == fact)
    return visit_in(d, d->children[n->first + piece], fact, piece);
  unsigned leaves = 0;
  for (uint32_t i = 0; i < d->domains[n->var].count; i++)
    leaves |= visit_in(d, d->children[n->first + i], fact, piece);
  return leaves;
}

unsigned zc_diagram_leaves_in(zc_diagrams *d, zc_ref a, uint32_t fact, uint32_t piece) {
  ZC_ASSERT(a < d->node_count && piece < d->domains[fact].count);
  d->walk++;
  return visit_in(d, a, fact, piece);
}

static int find_fact(zc_diagrams *d, zc_ref a, uint32_t fact) {
  if (d->seen[a] == d->walk || d->nodes[a].var > fact)
    return 0;
  d->seen[a] = d->walk;
  const diagram_node *n = &d->nodes[a];
  if (n->var == fact)
    return 1;
  for (uint32_t i = 0; i < d->domains[n->var].count; i++)
    if (find_fact(d, d->children[n->first + i], fact))
      return 1;
  return 0;
}

int zc_diagram_depends(zc_diagrams *d, zc_ref a, uint32_t fact) {
  ZC_ASSERT(a < d->node_count);
  d->walk++;
  return find_fact(d, a, fact);
}

void zc_diagram_support(zc_diagrams *d, zc_ref a, uint8_t *facts) {
  ZC_ASSERT(a < d->node_count);
  d->walk++;
  visit(d, a, facts);
}
