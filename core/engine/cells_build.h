/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the files that make cells: cells_build.c says which conditions share one, cells_fill.c
 * writes its table. */
#ifndef ZC_ENGINE_CELLS_BUILD_H
#define ZC_ENGINE_CELLS_BUILD_H

#include "engine/cells.h"

enum {
  ZC_CELL_MOST_STATES = 1024, /* of one condition's table: classes of all its facts, multiplied */
  ZC_CELL_JOINED_STATES =
      256,                /* where several conditions share it: small enough to stay in the cache */
  ZC_CELL_MOST_AXES = 10, /* two classes each make ZC_CELL_MOST_STATES */
  ZC_CELL_MOST_BOUNDS = 63,   /* of one fact: as many as an enum can have */
  ZC_CELL_MOST_VALUES = 4096, /* of a fact whose class is looked up */
  ZC_CELL_MOST_TESTS = 1024,
  ZC_CELL_SET_WORDS = ZC_CELL_MOST_TESTS / 64
};

/* Tests of facts, by number. */
typedef struct zc_test_set {
  uint64_t words[ZC_CELL_SET_WORDS];
} zc_test_set;

/* A fact, or a comparison of two, and the values at which a test of it changes. */
typedef struct zc_draft_axis {
  zc_node_id subject; /* node of the fact, or of the comparison */
  int is_pair;
  uint32_t count;
  int64_t bounds[ZC_CELL_MOST_BOUNDS];
} zc_draft_axis;

typedef struct zc_cell_draft {
  zc_draft_axis axes[ZC_CELL_MOST_AXES];
  uint32_t count, states;
} zc_cell_draft;

typedef struct zc_cell_builder {
  zc_cells *cells;
  const zc_program *program;
  const zc_node_id *outputs;
  uint32_t output_count;
  zc_node_id tests[ZC_CELL_MOST_TESTS];
  uint32_t test_count;
  zc_test_set *support; /* by node: the tests under it */
  uint8_t *reached;     /* by node */
  uint8_t *is_leaf;     /* by node: a condition that stands in a table */
  uint32_t *bit;        /* by node: where terms read a leaf */
  uint32_t *cell_of;    /* by node, of leaves */
  zc_test_set *sets;    /* by cell */
  uint32_t first;       /* word of the first output */
  int failed;
  uint8_t *marks; /* by node, as the next two, while a table is filled */
  zc_node_id *list;
  int64_t *values;
} zc_cell_builder;

static inline const zc_node *zc_cell_node(const zc_cell_builder *b, zc_node_id id) {
  return &b->program->nodes[id];
}

/* The axes of a table for these tests. 0: it would have more states than `most`. */
int zc_cell_draft_make(const zc_cell_builder *b, const zc_test_set *set, uint32_t most,
                       zc_cell_draft *d);
/* Makes the cell of a number, whose conditions are known. 0: out of memory. */
int zc_cell_make(zc_cell_builder *b, uint32_t index);

#endif
