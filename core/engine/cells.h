/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conditions on known facts as tables. A cell holds all conditions on a few facts: what its
 * conditions can tell apart in each fact are its classes, and a table has the conditions' bits for
 * every combination of classes. So a row costs one look at each fact and one at each table,
 * whatever its facts are. Conditions on too many facts are terms over the bits of smaller ones
 * (bits.h).
 */
#ifndef ZC_ENGINE_CELLS_H
#define ZC_ENGINE_CELLS_H

#include "engine/bits.h"

/* A fact of few values: the place of value v in the cell's table is the sum of the places of all
 * its facts, places[v - min]. Values lie in the range of their fact; `mask`, one less than a power
 * of two, keeps others from reading outside. */
typedef struct zc_cell_axis {
  const uint16_t *places; /* mask + 1 of them, in words of the table */
  int64_t min;
  uint64_t mask;
  uint64_t fact;
} zc_cell_axis;

/* A fact of many values: its place is a stride for each of the bounds that it reaches. */
typedef struct zc_cell_steps {
  const int64_t *bounds;
  uint32_t count;
  uint32_t fact, stride, reserved;
} zc_cell_steps;

/* Two facts: the place is the stride where fact a >= fact b, else 0. */
typedef struct zc_cell_pair {
  uint32_t a, b, stride;
} zc_cell_pair;

/* Axes are looked at in whole steps; the last step is filled up with axes whose places are all 0.
 */
#define ZC_AXIS_STEP 4u

typedef struct zc_cell {
  const zc_cell_axis *axes;
  const zc_cell_steps *steps;
  const zc_cell_pair *pairs;
  const uint64_t *table;
  uint32_t axis_count, step_count, pair_count;
  uint32_t has_more;               /* 1: steps or pairs */
  uint32_t first_word, word_count; /* of the bits that its conditions set */
} zc_cell;

typedef struct zc_cells {
  zc_cell *cells;
  uint32_t count;
  zc_bits terms;  /* the conditions on more facts, from the bits of those in cells */
  zc_arena arena; /* of all that cells point to */
} zc_cells;

/* Makes the cells of conditions that zc_specialise has prepared; outputs as in zc_bits_build.
 * 1: made; 0: out of memory, or too large. Freed with zc_cells_free, also after a failure. */
int zc_cells_build(zc_cells *c, const zc_program *program, const zc_node_id *outputs,
                   uint32_t count, uint32_t *first);
void zc_cells_free(zc_cells *c);

/* The bits of all outputs; `slots` lie in the ranges of their facts. 0: some fact is not known, and
 * `bits` means nothing. */
int zc_cells_evaluate(const zc_cells *c, const zc_slot *slots, uint64_t *bits);

#endif
