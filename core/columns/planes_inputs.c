/* SPDX-License-Identifier: Apache-2.0 */
/* What tests read: columns as they are, and what is made of them for a block. */
#include "base/assert.h"
#include "base/bit.h"
#include "columns/planes.h"
#include <string.h>

typedef struct runner {
  const zc_planes *p;
  const zc_plane_kernels *k;
  const zc_block *block;
  zc_plane_room *room;
} runner;

/* A view of values that were written for this block: lo, then hi. */
static zc_column_view written(const zc_plane_input *in, const int64_t *lo, const int64_t *hi,
                              uint32_t rows) {
  int exact = memcmp(lo, hi, rows * sizeof *lo) == 0;
  return (zc_column_view){lo, exact ? lo : hi, sizeof *lo, NULL, in->min, in->max};
}

/* Quotients of one end of the values. Codes of places are wide; narrower facts are divided one by
 * one. */
static void divide_values(const runner *r, const zc_plane_input *in, const zc_column_view *of,
                          const void *values, int64_t *quotients) {
  uint32_t rows = r->block->rows, words = rows / 64, done = 0;
  if (of->width == 8) {
    r->k->divide(values, in->divisor, quotients, words);
    done = words * 64;
  }
  zc_column_view end = {values, values, of->width, NULL, 0, 0};
  for (uint32_t i = done; i < rows; i++)
    quotients[i] = zc_column_view_slot(&end, i).lo / in->divisor;
}

static zc_column_view divide(const runner *r, const zc_plane_input *in, int64_t *lo, int64_t *hi) {
  const zc_column_view *of = &r->block->facts[in->fact];
  ZC_ASSERT(in->divisor > 0);
  zc_column_view view = {NULL, NULL, sizeof *lo, of->known, in->min, in->max};
  if (!of->lo)
    return view;
  divide_values(r, in, of, of->lo, lo);
  if (of->hi != of->lo)
    divide_values(r, in, of, of->hi, hi);
  view.lo = lo;
  view.hi = of->hi == of->lo || memcmp(lo, hi, r->block->rows * sizeof *lo) == 0 ? lo : hi;
  return view;
}

/* The sum of two facts, which needs no program. */
static int add_facts(const runner *r, const zc_plane_input *in, int64_t *lo, int64_t *hi) {
  const zc_node *nodes = r->p->program.nodes, *n = &nodes[in->node];
  if (n->op != ZC_OP_ADD || nodes[n->a].op != ZC_OP_FACT || nodes[n->b].op != ZC_OP_FACT)
    return 0;
  for (uint32_t i = 0; i < r->block->rows; i++) {
    zc_slot x = zc_column_view_slot(&r->block->facts[nodes[n->a].a], i);
    zc_slot y = zc_column_view_slot(&r->block->facts[nodes[n->b].a], i);
    lo[i] = x.lo + y.lo;
    hi[i] = x.hi + y.hi;
  }
  return 1;
}

static void compute(const runner *r, const zc_plane_input *in, int64_t *lo, int64_t *hi) {
  const zc_node_id *needs = &r->p->needs[in->first];
  const zc_program *program = &r->p->program;
  zc_plane_room *room = r->room;
  zc_inputs inputs = {room->slots,     room->given,      r->block->functions,
                      r->block->as_of, r->block->strict, NULL};
  for (uint32_t i = 0; i < r->block->rows; i++) {
    for (uint32_t j = 0; j < in->count; j++) {
      const zc_node *n = &program->nodes[needs[j]];
      if (n->op != ZC_OP_FACT && n->op != ZC_OP_GIVEN)
        continue;
      const zc_column_view *view = &r->block->facts[n->a];
      room->slots[n->a] = zc_column_view_slot(view, i);
      room->given[n->a] = view->lo && (!view->known || zc_has_bit(view->known, i));
    }
    zc_evaluate(program, &inputs, needs, in->count, room->nodes);
    lo[i] = room->nodes[in->node].lo;
    hi[i] = room->nodes[in->node].hi;
  }
}

void zc_planes_view_inputs(const zc_planes *p, const zc_plane_kernels *kernels,
                           const zc_block *block, zc_plane_room *room) {
  const runner r = {p, kernels, block, room};
  int64_t *values = r.room->values;
  for (uint32_t i = 0; i < r.p->input_count; i++) {
    const zc_plane_input *in = &r.p->inputs[i];
    if (in->kind == ZC_INPUT_FACT) {
      r.room->views[i] = r.block->facts[in->fact];
      continue;
    }
    if (in->kind == ZC_INPUT_QUOTIENT) {
      r.room->views[i] = divide(&r, in, values, values + ZC_BLOCK_ROWS);
    } else {
      if (!add_facts(&r, in, values, values + ZC_BLOCK_ROWS))
        compute(&r, in, values, values + ZC_BLOCK_ROWS);
      r.room->views[i] = written(in, values, values + ZC_BLOCK_ROWS, r.block->rows);
    }
    values += (size_t)2 * ZC_BLOCK_ROWS;
  }
}
