/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conditions over blocks of rows. A condition is a literal: a wire, or its contrary. A wire is a
 * test of a column, an `and`, or a choice; each is computed for a whole block as one plane (a bit a
 * row), or, where rows lack a fact that it depends on, as two: "certainly" and "possibly".
 */
#ifndef ZC_COLUMNS_PLANES_H
#define ZC_COLUMNS_PLANES_H

#include "columns/plane_kernels.h"
#include "logic/evaluate.h"

/* Twice the number of a wire, and 1 for its contrary. */
typedef uint32_t zc_literal;
#define ZC_LITERAL_FALSE 0u
#define ZC_LITERAL_TRUE  1u
#define ZC_LITERAL_OPEN  2u /* never known */

typedef enum zc_wire_kind {
  ZC_WIRE_FALSE,
  ZC_WIRE_OPEN,
  ZC_WIRE_ABOVE,    /* input a > lo */
  ZC_WIRE_EQUAL,    /* input a == lo */
  ZC_WIRE_RANGE,    /* lo <= input a <= hi */
  ZC_WIRE_AT_LEAST, /* input a >= input b */
  ZC_WIRE_KNOWN,    /* input a is a single value */
  ZC_WIRE_GIVEN,    /* fact a is given */
  ZC_WIRE_AND,      /* literals a and b */
  ZC_WIRE_CHOICE    /* if literal a then literal b else literal c */
} zc_wire_kind;

typedef struct zc_wire {
  zc_wire_kind kind;
  uint32_t a, b, c;
  int64_t lo, hi;
} zc_wire;

/* What tests read: a fact, its quotient, or any expression (computed row by row). */
typedef enum zc_input_kind { ZC_INPUT_FACT, ZC_INPUT_QUOTIENT, ZC_INPUT_COMPUTED } zc_input_kind;
typedef struct zc_plane_input {
  zc_input_kind kind;
  uint32_t fact;
  int64_t divisor;
  zc_node_id node;       /* of the program; computed */
  int64_t min, max;      /* bounds of the value */
  uint32_t first, count; /* computed: nodes that it needs, in zc_planes.needs */
} zc_plane_input;

typedef struct zc_planes {
  zc_program program; /* what the wires were made of */
  const zc_vocabulary *vocabulary;
  zc_wire *wires;
  uint32_t wire_count, wire_capacity;
  zc_plane_input *inputs;
  uint32_t input_count, input_capacity;
  zc_node_id *needs;
  uint32_t need_count, need_capacity;
} zc_planes;

/* Makes the wires of conditions of p->program (made by zc_specialise), which moves in
 * before the call. literals[i] is outputs[i]; ZC_NO_NODE gives ZC_LITERAL_FALSE. `given` by fact as
 * for zc_specialise: what is tested of facts that are never given is open. 0: out of memory.
 * zc_planes_free in any case. */
int zc_planes_build(zc_planes *p, const zc_vocabulary *vocabulary, const uint8_t *given,
                    const zc_node_id *outputs, uint32_t count, zc_literal *literals);
void zc_planes_free(zc_planes *p);

/* A block's part of a column. */
typedef struct zc_column_view {
  const void *lo, *hi; /* equal where no row is coarse; NULL: no row has the fact */
  uint32_t width;
  const uint64_t *known; /* NULL: all rows */
  int64_t min, max;      /* of rows that are not known */
} zc_column_view;
zc_slot zc_column_view_slot(const zc_column_view *view, uint32_t row);
/* Whether the values (lo) of the first `rows` rows equal `value`; of rows that are not known, and
 * behind the last row, the bits may be any. */
void zc_column_view_equal(const zc_column_view *view, int64_t value, uint32_t rows,
                          const zc_plane_kernels *kernels, uint64_t *plane);

typedef struct zc_block {
  uint32_t rows;
  const zc_column_view *facts; /* by fact */
  const zc_function *functions;
  zc_day as_of;
  int strict;
  const void *const *fetch; /* what the next block will read, in pieces of 64 * ZC_BLOCK_WORDS */
  uint32_t fetch_count;
} zc_block;

/* The memory of running; the planes of a wire stay until the next block. */
typedef struct zc_plane_room {
  uint32_t wires, inputs; /* that there is room for */
  uint64_t *planes;
  const uint64_t **certain, **possible; /* by wire; the same plane where nothing is unknown */
  zc_column_view *views;                /* by input */
  int64_t *values;                      /* of quotients and computed inputs, lo and hi */
  zc_slot *slots, *nodes;               /* of one row */
  uint8_t *given;
} zc_plane_room;
/* Room for any of `count` programs. 0: out of memory. zc_plane_room_free in any case. */
int zc_plane_room_make(zc_plane_room *room, const zc_planes *const *planes, uint32_t count);
void zc_plane_room_free(zc_plane_room *room);

/* Computes the planes of a block in `room`. */
void zc_planes_run(const zc_planes *p, const zc_plane_kernels *kernels, const zc_block *block,
                   zc_plane_room *room);

/* The first step of a run: room->views. */
void zc_planes_view_inputs(const zc_planes *p, const zc_plane_kernels *kernels,
                           const zc_block *block, zc_plane_room *room);

extern const uint64_t zc_plane_zeros[ZC_BLOCK_WORDS], zc_plane_ones[ZC_BLOCK_WORDS];

/* A literal after a run. */
static inline zc_plane_in zc_certain(const zc_plane_room *room, zc_literal l) {
  return l & 1 ? (zc_plane_in){room->possible[l / 2], UINT64_MAX}
               : (zc_plane_in){room->certain[l / 2], 0};
}
static inline zc_plane_in zc_possible(const zc_plane_room *room, zc_literal l) {
  return l & 1 ? (zc_plane_in){room->certain[l / 2], UINT64_MAX}
               : (zc_plane_in){room->possible[l / 2], 0};
}

#endif
