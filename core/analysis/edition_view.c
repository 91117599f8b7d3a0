/* SPDX-License-Identifier: Apache-2.0 */
#include "analysis/edition_view.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

int zc_edition_view_init(zc_edition_view *s, const zc_region *region) {
  uint32_t nodes = region->program.count + 1, facts = region->vocabulary.fact_count + 1;
  memset(s, 0, sizeof *s);
  s->region = region;
  s->diagrams = zc_diagrams_new(&region->program, &region->vocabulary);
  s->values = zc_calloc(nodes, sizeof *s->values);
  s->slots = zc_calloc(facts, sizeof *s->slots);
  s->given = zc_calloc(facts, 1);
  s->wanted = zc_calloc(nodes, 1);
  s->list = zc_calloc(nodes, sizeof *s->list);
  return s->diagrams && s->values && s->slots && s->given && s->wanted && s->list;
}

void zc_edition_view_free(zc_edition_view *s) {
  zc_diagrams_free(s->diagrams);
  zc_free(s->values);
  zc_free(s->slots);
  zc_free(s->given);
  zc_free(s->wanted);
  zc_free(s->list);
  memset(s, 0, sizeof *s);
}

/* ---- days ---- */

static int is_day_test(const zc_program *p, const zc_node *n) {
  return n->op == ZC_OP_RANGE && p->nodes[n->a].op == ZC_OP_AS_OF;
}

uint32_t zc_edition_view_day_limit(const zc_region *region) {
  uint32_t limit = 1;
  for (uint32_t i = 0; i < region->program.count; i++)
    limit += 2 * (uint32_t)is_day_test(&region->program, &region->program.nodes[i]);
  return limit;
}

static int compare_days(const void *a, const void *b) {
  const zc_day *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

uint32_t zc_edition_view_days(const zc_region *region, zc_day *days) {
  const zc_program *p = &region->program;
  uint32_t found = 0, kept = 0;
  days[found++] = ZC_DAY_MIN;
  for (uint32_t i = 0; i < p->count; i++) {
    const zc_node *n = &p->nodes[i];
    if (!is_day_test(p, n))
      continue;
    if (n->imm > ZC_DAY_MIN && n->imm <= ZC_DAY_MAX)
      days[found++] = (zc_day)n->imm;
    if (n->imm2 >= ZC_DAY_MIN && n->imm2 < ZC_DAY_MAX)
      days[found++] = (zc_day)(n->imm2 + 1);
  }
  qsort(days, found, sizeof *days, compare_days);
  for (uint32_t i = 0; i < found; i++)
    if (kept == 0 || days[kept - 1] != days[i])
      days[kept++] = days[i];
  return kept;
}

/* ---- one view ---- */

/* What a person may leave out is asked too: such a node stays open. */
static zc_slot value_of(const zc_edition_view *s, zc_node_id id) {
  const zc_node *n = &s->region->program.nodes[id];
  if (n->op == ZC_OP_GIVEN)
    return (zc_slot){0, 1};
  if (n->op == ZC_OP_KNOWN && s->values[n->a].lo != s->values[n->a].hi)
    return (zc_slot){0, 1};
  return zc_evaluate_node(&s->region->program, &s->in, id, s->values);
}

void zc_edition_view_begin(zc_edition_view *s, zc_day from, zc_day until, int32_t track) {
  const zc_region *r = s->region;
  s->from = from;
  s->until = until;
  s->track = track;
  for (uint32_t f = 0; f < r->vocabulary.fact_count; f++) {
    s->slots[f] = (zc_slot){r->vocabulary.facts[f].min, r->vocabulary.facts[f].max};
    s->given[f] = 1;
  }
  if (track >= 0)
    s->slots[ZC_F_track] = (zc_slot){track, track};
  s->in = (zc_inputs){s->slots, s->given, r->functions, from, 0};
  for (zc_node_id i = 0; i < r->program.count; i++)
    s->values[i] = value_of(s, i);
}

void zc_edition_view_assume(zc_edition_view *s, zc_node_id condition) {
  s->values[condition] = (zc_slot){1, 1};
}

static int is_open(const zc_edition_view *s, zc_node_id id) {
  return s->values[id].lo != s->values[id].hi;
}

static void want_operands(zc_edition_view *s, const zc_node *n) {
  const zc_program *p = &s->region->program;
  if (n->op == ZC_OP_CALL)
    for (uint32_t i = 0; i < n->c; i++)
      s->wanted[p->arguments[n->b + i]] = 1;
  else if (n->op == ZC_OP_DEFAULT)
    s->wanted[n->b] = 1;
  else if (n->op == ZC_OP_IF && !is_open(s, n->a))
    s->wanted[s->values[n->a].lo ? n->b : n->c] = 1;
  else
    for (int i = 0; i < zc_op_operands(n->op); i++)
      s->wanted[zc_op_operand(n, i)] = 1;
}

/* Only what is open, and only where it is asked: conditions of other days and tracks cut no fact's
 * values. */
int zc_edition_view_draw(zc_edition_view *s, const zc_node_id *roots, uint32_t count) {
  const zc_program *p = &s->region->program;
  uint32_t listed = 0;
  memset(s->wanted, 0, p->count);
  for (uint32_t i = 0; i < count; i++)
    s->wanted[roots[i]] = 1;
  for (zc_node_id i = p->count; i-- > 0;)
    if (s->wanted[i] && is_open(s, i))
      want_operands(s, &p->nodes[i]);
  for (zc_node_id i = 0; i < p->count; i++)
    if (s->wanted[i] && is_open(s, i))
      s->list[listed++] = i;
  zc_diagrams_begin(s->diagrams, &s->in, s->values, s->list, listed);
  return zc_diagrams_exact(s->diagrams);
}

int zc_edition_view_some(zc_edition_view *s, zc_ref condition) {
  return (zc_diagram_leaves(s->diagrams, condition) & 2u) != 0;
}

zc_ref zc_edition_view_less(zc_edition_view *s, zc_ref a, zc_ref b) {
  return zc_diagram_and(s->diagrams, a, zc_diagram_not(s->diagrams, b));
}
