/* SPDX-License-Identifier: Apache-2.0 */
/* What can be shown of a condition at all: over every person and day, by ternary diagrams. An
 * assumed fact is never unknown; a condition of parameters has one value a day; a comparison that
 * another one implies never decides alone. */
#include "base/assert.h"
#include "engine/kinds.h"
#include "testing/conditions.h"

#include "base/memory.h"
#include "engine/workspace.h"

typedef struct bounding {
  zc_conditions *c;
  zc_ternary *t;
  zc_node_id *map;   /* by node of the region's program */
  zc_ref *results;   /* by condition */
  zc_node_id *roots; /* work space */
  const zc_condition_row *row;
  zc_ref open; /* the row is looked at */
  zc_condition_visit *visit;
  void *context;
} bounding;

static zc_slot not_slot(zc_slot a, zc_slot b, zc_slot c) {
  (void)b;
  (void)c;
  return zc_not(a);
}

static zc_slot if_slot(zc_slot a, zc_slot b, zc_slot c) {
  return zc_true(a) ? b : zc_false(a) ? c : b.lo == c.lo && b.hi == c.hi ? b : (zc_slot){0, 1};
}

/* The states as zc_condition_state has them, for each kind of row. */
static zc_slot of_state(int state) {
  return (zc_slot){state, state};
}

static zc_slot requirement_slot(zc_slot gate, zc_slot when, zc_slot holds) {
  return of_state((int)zc_state_of_requirement(zc_and(gate, when), holds));
}

static zc_slot choice_slot(zc_slot gate, zc_slot when, zc_slot holds) {
  return of_state((int)zc_state_of_choice(zc_and(gate, when), holds));
}

static zc_slot effect_slot(zc_slot gate, zc_slot when, zc_slot holds) {
  (void)holds;
  return of_state(zc_true(zc_and(gate, when)));
}

static zc_slot open_slot(zc_slot gate, zc_slot b, zc_slot c) {
  (void)b;
  (void)c;
  return of_state(zc_true(gate));
}

static zc_ref result_at(const bounding *b, uint32_t index) {
  return index == ZC_NO_CONDITION ? zc_ternary_const(b->t, 1) : b->results[index];
}

static zc_ref draw(bounding *b, const zc_condition *condition) {
  switch ((zc_condition_kind)condition->kind) {
  case ZC_CONDITION_LEAF:
    return zc_ternary_of(b->t, b->map[condition->node]);
  case ZC_CONDITION_NOT:
    return zc_ternary_combine(b->t, not_slot, result_at(b, condition->a), 0, 0);
  case ZC_CONDITION_AND:
    return zc_ternary_and(b->t, result_at(b, condition->a), result_at(b, condition->b));
  case ZC_CONDITION_OR:
    return zc_ternary_or(b->t, result_at(b, condition->a), result_at(b, condition->b));
  default:
    return zc_ternary_combine(b->t, if_slot, result_at(b, condition->a), result_at(b, condition->b),
                              result_at(b, condition->c));
  }
}

static zc_ref draw_state(bounding *b, uint32_t forced, int64_t value) {
  const zc_condition_row *row = b->row;
  for (uint32_t i = row->first; i < row->first + row->count; i++)
    b->results[i] = i == forced ? zc_ternary_const(b->t, value) : draw(b, &b->c->list[i]);
  zc_combine *combine = row->effect                ? effect_slot
                        : zc_rule_binds(row->rule) ? requirement_slot
                                                   : choice_slot;
  return zc_ternary_combine(b->t, combine, zc_ternary_of(b->t, b->map[row->gate]),
                            result_at(b, row->when), result_at(b, row->holds));
}

/* The persons of whom a case would show `bit` of a condition. */
static zc_ref draw_shown(bounding *b, uint32_t index, unsigned bit) {
  static const int64_t ends[3][2] = {{1, 1}, {0, 0}, {0, 1}};
  if (bit <= ZC_SHOWN_UNKNOWN) {
    const int64_t *end = ends[bit == ZC_SHOWN_TRUE ? 0 : bit == ZC_SHOWN_FALSE ? 1 : 2];
    draw_state(b, ZC_NO_CONDITION, 0);
    return zc_ternary_and(b->t, b->open, zc_ternary_is(b->t, b->results[index], end[0], end[1]));
  }
  int64_t value = bit == ZC_DECIDED_TRUE;
  zc_ref differ = zc_ternary_differ(b->t, draw_state(b, index, 1), draw_state(b, index, 0));
  zc_ref leaf = zc_ternary_of(b->t, b->map[b->c->list[index].node]);
  return zc_ternary_and(b->t, zc_ternary_and(b->t, b->open, differ),
                        zc_ternary_is(b->t, leaf, value, value));
}

/* 0: out of memory. */
static int begin_row(bounding *b) {
  const zc_condition_row *row = b->row;
  uint32_t count = 0;
  b->roots[count++] = b->map[row->gate];
  for (uint32_t i = row->first; i < row->first + row->count; i++)
    if (b->c->list[i].kind == ZC_CONDITION_LEAF)
      b->roots[count++] = b->map[b->c->list[i].node];
  if (!zc_ternary_begin(b->t, b->roots, count))
    return 0;
  ZC_ASSERT(count <= row->count + 1);
  b->open = zc_ternary_combine(b->t, open_slot, zc_ternary_of(b->t, b->map[row->gate]), 0, 0);
  return 1;
}

static int visit_row(bounding *b) {
  const zc_condition_row *row = b->row;
  unsigned lacks = 0;
  for (uint32_t i = row->first; i < row->first + row->count; i++)
    lacks |= zc_condition_lacks(&b->c->list[i]);
  if (lacks != 0 && !begin_row(b))
    return 0;
  for (uint32_t i = row->first; i < row->first + row->count; i++) {
    for (unsigned bit = 1; bit <= ZC_DECIDED_FALSE; bit <<= 1)
      if (zc_condition_lacks(&b->c->list[i]) & bit)
        b->visit(b->context, b->t, row, i, bit, draw_shown(b, i, bit));
  }
  return 1;
}

int zc_conditions_visit(zc_conditions *c, zc_condition_visit *visit, void *context) {
  const zc_program *p = &c->region->program;
  bounding b = {.c = c, .visit = visit, .context = context};
  b.t = zc_ternary_new(&c->region->vocabulary, c->region->functions);
  b.map = zc_calloc((size_t)p->count + 1, sizeof *b.map);
  b.roots = zc_calloc((size_t)c->count + 1, sizeof *b.roots);
  b.results = zc_calloc((size_t)c->count + 1, sizeof *b.results);
  int ok = b.roots && b.t && b.map && b.results && zc_ternary_take(b.t, p, b.map);
  for (uint32_t i = 0; i < c->row_count && ok; i++) {
    b.row = &c->rows[i];
    ok = visit_row(&b);
  }
  zc_ternary_free(b.t);
  zc_free(b.map);
  zc_free(b.results);
  zc_free(b.roots);
  return ok;
}

/* What cannot be drawn is not asked for. */
static void rule_out(void *context, zc_ternary *t, const zc_condition_row *row, uint32_t index,
                     unsigned bit, zc_ref people) {
  zc_conditions *c = context;
  (void)row;
  if (people == 0 || zc_ternary_overflow(t))
    c->list[index].possible &= (uint8_t)~bit;
}

int zc_conditions_bound(zc_conditions *c) {
  for (uint32_t i = 0; i < c->count; i++)
    c->list[i].possible = ZC_SHOWN_ALL;
  return zc_conditions_visit(c, rule_out, c);
}
