/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in the table of a cell, and how a row finds its place there. */
#include "base/bit.h"
#include "engine/cells_build.h"
#include "logic/evaluate.h"
#include <string.h>

/* ---- filling a table ---- */

typedef struct table {
  zc_cell *cell;
  uint32_t index; /* of the cell */
  uint32_t first_word, word_count;
  uint64_t *words;
  zc_cell_draft draft;
  uint32_t strides[ZC_CELL_MOST_AXES];
} table;

static int is_in(const zc_cell_builder *b, const table *t, zc_node_id id) {
  return b->is_leaf[id] && b->cell_of[id] == t->index;
}

/* The bits that a leaf sets: where terms read it, and all outputs that it is. */
static void list_bits(const zc_cell_builder *b, zc_node_id leaf, uint64_t *bits) {
  memset(bits, 0, ZC_BIT_WORDS * sizeof *bits);
  if (b->bit[leaf] != ZC_NO_BIT)
    zc_set_bit(bits, b->bit[leaf]);
  for (uint32_t i = 0; i < b->output_count; i++)
    if (b->outputs[i] == leaf)
      bits[b->first + i / 64] |= UINT64_C(1) << (i % 64);
}

static void measure_words(const zc_cell_builder *b, table *t) {
  uint64_t bits[ZC_BIT_WORDS];
  uint32_t low = ZC_BIT_WORDS, high = 0;
  for (zc_node_id leaf = 0; leaf < b->program->count; leaf++) {
    if (!is_in(b, t, leaf))
      continue;
    list_bits(b, leaf, bits);
    for (uint32_t w = 0; w < ZC_BIT_WORDS; w++)
      if (bits[w]) {
        low = w < low ? w : low;
        high = w > high ? w : high;
      }
  }
  t->first_word = low;
  t->word_count = high - low + 1;
  uint32_t stride = t->word_count;
  for (uint32_t i = 0; i < t->draft.count; i++) {
    t->strides[i] = stride;
    stride *= t->draft.axes[i].count + 1;
  }
}

/* The nodes under the leaves of a cell, in the order of the program. */
static uint32_t list_nodes(zc_cell_builder *b, const table *t) {
  uint32_t count = 0, last = b->program->count;
  memset(b->marks, 0, last);
  for (zc_node_id id = last; id-- > 0;) {
    if (!b->marks[id] && !is_in(b, t, id))
      continue;
    b->list[last - ++count] = id;
    const zc_node *n = zc_cell_node(b, id);
    if (n->op != ZC_OP_GE)
      for (int i = 0; i < zc_op_operands(n->op); i++)
        b->marks[zc_op_operand(n, i)] = 1;
  }
  return count;
}

/* The values of the nodes in one state: of each class the least value of its fact. */
static void set_state(zc_cell_builder *b, const zc_cell_draft *d, uint32_t state, uint32_t count) {
  const zc_node_id *list = b->list + b->program->count - count;
  int64_t *v = b->values;
  for (uint32_t i = 0; i < d->count; i++) {
    const zc_draft_axis *axis = &d->axes[i];
    uint32_t step = state % (axis->count + 1);
    state /= axis->count + 1;
    v[axis->subject] = axis->is_pair ? (int64_t)step
                       : step        ? axis->bounds[step - 1]
                                     : zc_cell_node(b, axis->subject)->min;
  }
  for (uint32_t i = 0; i < count; i++) {
    const zc_node *n = zc_cell_node(b, list[i]);
    if (n->op == ZC_OP_CONST)
      v[list[i]] = n->imm;
    else if (n->op != ZC_OP_FACT && n->op != ZC_OP_GE)
      v[list[i]] = zc_evaluate_known(n, v[n->a], v[n->b], v[n->c]);
  }
}

static void fill_table(zc_cell_builder *b, const table *t) {
  uint32_t count = list_nodes(b, t);
  uint64_t bits[ZC_BIT_WORDS];
  for (uint32_t state = 0; state < t->draft.states; state++) {
    uint64_t *row = t->words + (size_t)state * t->word_count;
    set_state(b, &t->draft, state, count);
    for (uint32_t i = 0; i < count; i++) {
      zc_node_id id = b->list[b->program->count - count + i];
      if (!is_in(b, t, id) || !b->values[id])
        continue;
      list_bits(b, id, bits);
      for (uint32_t w = 0; w < t->word_count; w++)
        row[w] |= bits[t->first_word + w];
    }
  }
}

/* ---- axes ---- */

static int add_lookup(zc_cell_builder *b, const table *t, uint32_t i, const zc_node *fact,
                      zc_cell_axis *out) {
  const zc_draft_axis *axis = &t->draft.axes[i];
  uint64_t values = (uint64_t)(fact->max - fact->min) + 1, room = 1;
  while (room < values)
    room *= 2;
  uint16_t *places = zc_arena_alloc(&b->cells->arena, room * sizeof *places);
  if (!places)
    return 0;
  for (uint32_t v = 0, reached = 0; v < room; v++) {
    if (reached < axis->count && fact->min + v >= axis->bounds[reached])
      reached++;
    places[v] = (uint16_t)(reached * t->strides[i]);
  }
  *out = (zc_cell_axis){places, fact->min, room - 1, fact->a};
  return 1;
}

static int add_steps(zc_cell_builder *b, const table *t, uint32_t i, const zc_node *fact,
                     zc_cell_steps *out) {
  const zc_draft_axis *axis = &t->draft.axes[i];
  int64_t *bounds = zc_arena_alloc(&b->cells->arena, axis->count * sizeof *bounds);
  if (!bounds)
    return 0;
  memcpy(bounds, axis->bounds, axis->count * sizeof *bounds);
  *out = (zc_cell_steps){bounds, axis->count, fact->a, t->strides[i], 0};
  return 1;
}

static int add_axes(zc_cell_builder *b, table *t) {
  static const uint16_t nowhere = 0;
  zc_arena *arena = &b->cells->arena;
  uint32_t count = t->draft.count, ok = 1;
  zc_cell_axis *axes = zc_arena_alloc(arena, (count + ZC_AXIS_STEP) * sizeof *axes);
  zc_cell_steps *steps = zc_arena_alloc(arena, count * sizeof *steps);
  zc_cell_pair *pairs = zc_arena_alloc(arena, count * sizeof *pairs);
  if (!axes || !steps || !pairs)
    return 0;
  *t->cell = (zc_cell){.axes = axes, .steps = steps, .pairs = pairs};
  for (uint32_t i = 0; ok && i < count; i++) {
    const zc_node *n = zc_cell_node(b, t->draft.axes[i].subject);
    if (t->draft.axes[i].is_pair)
      pairs[t->cell->pair_count++] =
          (zc_cell_pair){zc_cell_node(b, n->a)->a, zc_cell_node(b, n->b)->a, t->strides[i]};
    else if (n->max - n->min < ZC_CELL_MOST_VALUES)
      ok = (uint32_t)add_lookup(b, t, i, n, &axes[t->cell->axis_count++]);
    else
      ok = (uint32_t)add_steps(b, t, i, n, &steps[t->cell->step_count++]);
  }
  while (ok && t->cell->axis_count % ZC_AXIS_STEP)
    axes[t->cell->axis_count++] = (zc_cell_axis){&nowhere, 0, 0, axes[0].fact};
  return (int)ok;
}

int zc_cell_make(zc_cell_builder *b, uint32_t index) {
  table t = {.cell = &b->cells->cells[index], .index = index};
  if (!zc_cell_draft_make(b, &b->sets[index], ZC_CELL_MOST_STATES, &t.draft))
    return 0;
  measure_words(b, &t);
  t.words =
      zc_arena_alloc(&b->cells->arena, (size_t)t.draft.states * t.word_count * sizeof *t.words);
  if (!t.words || !add_axes(b, &t))
    return 0;
  fill_table(b, &t);
  t.cell->table = t.words;
  t.cell->has_more = t.cell->pair_count + t.cell->step_count > 0;
  t.cell->first_word = t.first_word;
  t.cell->word_count = t.word_count;
  return 1;
}
