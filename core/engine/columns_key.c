/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of rows that Kleene's logic leaves open. */
#include "engine/column_engine.h"
#include <string.h>

/* Adds a part to the key of every row of `rows` where the plane has a bit. */
static void add_part(zc_column_workspace *ws, const uint64_t *rows, zc_plane_in plane,
                     zc_recall_key part) {
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    for (uint64_t bits = rows[w] & (plane.plane[w] ^ plane.flip); bits; bits &= bits - 1) {
      zc_recall_key *key = &ws->keys[w * 64 + (uint32_t)__builtin_ctzll(bits)];
      key->a += part.a;
      key->b += part.b;
    }
}

static void add_operands(zc_column_workspace *ws, const zc_wire *w, const uint64_t *rows,
                         const zc_recall_key *parts) {
  const zc_literal operands[] = {w->a, w->b, w->c};
  for (uint32_t i = 0; i < 3; i++) {
    add_part(ws, rows, zc_certain(&ws->room, operands[i]), parts[1 + 2 * i]);
    add_part(ws, rows, zc_possible(&ws->room, operands[i]), parts[2 + 2 * i]);
  }
}

/* The values of a fact as they stand in the rows: known, unknown, or a coarse place. */
static void add_values(zc_column_workspace *ws, const zc_block *block, uint32_t fact,
                       const uint64_t *rows) {
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    for (uint64_t bits = rows[w]; bits; bits &= bits - 1) {
      uint32_t row = w * 64 + (uint32_t)__builtin_ctzll(bits);
      zc_slot slot = zc_view_slot(&block->facts[fact], row);
      zc_recall_key lo = zc_recall_part(2 * (uint64_t)fact, (uint64_t)slot.lo);
      zc_recall_key hi = zc_recall_part(2 * (uint64_t)fact + 1, (uint64_t)slot.hi);
      ws->keys[row].a += lo.a + hi.a;
      ws->keys[row].b += lo.b + hi.b;
    }
}

/* The values that an unknown test's outcomes hang on, beside those that the fact may have at all.
 */
static void add_input(zc_column_workspace *ws, const zc_column_track *t, const zc_block *block,
                      uint32_t input, int is_pair, const uint64_t *rows) {
  const zc_plane_input *in = &t->planes.inputs[input];
  if (in->kind == ZC_INPUT_COMPUTED) {
    for (uint32_t i = 0; i < in->count; i++) {
      const zc_node *n = &t->planes.program.nodes[t->planes.needs[in->first + i]];
      if (n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN)
        add_values(ws, block, n->a, rows);
    }
  } else if (is_pair || block->facts[in->fact].lo != block->facts[in->fact].hi) {
    add_values(ws, block, in->fact, rows);
  }
}

static void add_test(zc_column_workspace *ws, const zc_column_track *t, const zc_block *block,
                     const zc_wire *w, const uint64_t *rows) {
  switch (w->kind) {
  case ZC_WIRE_AT_LEAST:
    add_input(ws, t, block, w->b, 1, rows);
    add_input(ws, t, block, w->a, 1, rows);
    break;
  case ZC_WIRE_ABOVE:
  case ZC_WIRE_EQUAL:
  case ZC_WIRE_RANGE:
    add_input(ws, t, block, w->a, 0, rows);
    break;
  default:
    break;
  }
}

void zc_columns_key(zc_column_workspace *ws, const zc_column_track *t, const zc_block *block) {
  const zc_plane_in all = {zc_plane_ones, 0};
  zc_planes_run_rest(&t->planes, ws->engine->kernels, block, &ws->room);
  zc_planes_trace(&t->planes, ws->engine->kernels, t->roots, t->root_count, ws->undecided,
                  &ws->room);
  memset(ws->keys, 0, ZC_BLOCK_ROWS * sizeof *ws->keys);
  for (uint32_t i = 0; i < t->planes.wire_count; i++) {
    const zc_wire *w = &t->planes.wires[i];
    const uint64_t *rows = zc_plane_of(ws->room.traced, i);
    const zc_recall_key *parts = &t->parts[(size_t)i * ZC_WIRE_PARTS];
    if (!ws->room.is_traced[i])
      continue;
    add_part(ws, rows, all, parts[0]);
    if (w->kind == ZC_WIRE_CHOICE)
      add_operands(ws, w, rows, parts);
    else
      add_test(ws, t, block, w, rows);
  }
}
