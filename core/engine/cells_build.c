/* SPDX-License-Identifier: Apache-2.0 */
/* From nodes to cells: which conditions fit a table, and which share one. */
#include "engine/cells_build.h"
#include "base/bit.h"
#include "base/memory.h"
#include <string.h>

static int is_test(const zc_node *n) {
  return n->op == ZC_OP_RANGE || n->op == ZC_OP_SET || n->op == ZC_OP_GE || n->op == ZC_OP_FACT;
}

/* ---- which tests a condition reads ---- */

static void join_sets(zc_test_set *to, const zc_test_set *from) {
  for (int w = 0; w < ZC_CELL_SET_WORDS; w++)
    to->words[w] |= from->words[w];
}

/* Numbers the tests below a condition. zc_bits_build has refused tests of anything but facts. */
static void reach(zc_cell_builder *b, zc_node_id id) {
  const zc_node *n = zc_cell_node(b, id);
  if (b->reached[id] || b->failed)
    return;
  b->reached[id] = 1;
  if (is_test(n)) {
    if (b->test_count == ZC_CELL_MOST_TESTS) {
      b->failed = 1;
      return;
    }
    zc_set_bit(b->support[id].words, b->test_count);
    b->tests[b->test_count++] = id;
    return;
  }
  for (int i = 0; i < zc_op_operands(n->op); i++) {
    zc_node_id operand = zc_op_operand(n, i);
    reach(b, operand);
    join_sets(&b->support[id], &b->support[operand]);
  }
}

/* ---- how many states a table of these tests has ---- */

static zc_draft_axis *find_axis(zc_cell_draft *d, zc_node_id subject, int is_pair) {
  for (uint32_t i = 0; i < d->count; i++)
    if (d->axes[i].subject == subject)
      return &d->axes[i];
  if (d->count == ZC_CELL_MOST_AXES)
    return NULL;
  zc_draft_axis *axis = &d->axes[d->count++];
  axis->subject = subject;
  axis->is_pair = is_pair;
  axis->count = 0;
  return axis;
}

/* 0: too many bounds. */
static int add_bound(zc_draft_axis *axis, const zc_node *fact, int64_t bound) {
  uint32_t at = axis->count;
  if (bound <= fact->min || bound > fact->max)
    return 1;
  while (at > 0 && axis->bounds[at - 1] > bound)
    at--;
  if (at > 0 && axis->bounds[at - 1] == bound)
    return 1;
  if (axis->count == ZC_CELL_MOST_BOUNDS)
    return 0;
  memmove(&axis->bounds[at + 1], &axis->bounds[at], (axis->count - at) * sizeof *axis->bounds);
  axis->bounds[at] = bound;
  axis->count++;
  return 1;
}

static int add_test(const zc_cell_builder *b, zc_cell_draft *d, zc_node_id id) {
  const zc_node *n = zc_cell_node(b, id);
  int is_pair = n->op == ZC_OP_GE;
  zc_node_id subject = is_pair || n->op == ZC_OP_FACT ? id : n->a;
  zc_draft_axis *axis = find_axis(d, subject, is_pair);
  if (!axis)
    return 0;
  if (is_pair || n->op == ZC_OP_FACT) {
    axis->count = 1;
    axis->bounds[0] = 1;
    return 1;
  }
  const zc_node *fact = zc_cell_node(b, subject);
  if (n->op == ZC_OP_RANGE)
    return add_bound(axis, fact, n->imm) &&
           (n->imm2 == INT64_MAX || add_bound(axis, fact, n->imm2 + 1));
  for (int64_t word = fact->min + 1; word <= fact->max; word++)
    if ((((uint64_t)n->imm >> word ^ (uint64_t)n->imm >> (word - 1)) & 1) &&
        !add_bound(axis, fact, word))
      return 0;
  return 1;
}

/* The axes of a table for these tests. 0: it would have more states than `most`. */
int zc_cell_draft_make(const zc_cell_builder *b, const zc_test_set *set, uint32_t most,
                       zc_cell_draft *d) {
  d->count = 0;
  for (uint32_t w = 0; w < ZC_CELL_SET_WORDS; w++)
    for (uint64_t rest = set->words[w]; rest; rest &= rest - 1)
      if (!add_test(b, d, b->tests[w * 64 + (uint32_t)__builtin_ctzll(rest)]))
        return 0;
  d->states = 1;
  for (uint32_t i = 0; i < d->count; i++) {
    d->states *= d->axes[i].count + 1;
    if (d->states > most)
      return 0;
  }
  return 1;
}

/* ---- which conditions stand in which cell ---- */

/* The cell whose table stays smallest with these tests; a new one where all would grow too large.
 */
static uint32_t choose_cell(zc_cell_builder *b, const zc_test_set *tests) {
  uint32_t best = b->cells->count, least = ZC_CELL_JOINED_STATES + 1;
  zc_cell_draft d;
  for (uint32_t i = 0; i < b->cells->count; i++) {
    zc_test_set joined = b->sets[i];
    join_sets(&joined, tests);
    if (zc_cell_draft_make(b, &joined, ZC_CELL_JOINED_STATES, &d) && d.states < least) {
      least = d.states;
      best = i;
    }
  }
  if (best == ZC_CELL_MOST_TESTS) {
    b->failed = 1;
    return 0;
  }
  if (best == b->cells->count)
    b->cells->count++;
  return best;
}

/* Puts the largest conditions that fit a table below `id` into cells. */
static void place(zc_cell_builder *b, zc_node_id id) {
  const zc_node *n = zc_cell_node(b, id);
  zc_cell_draft d;
  if (n->op == ZC_OP_CONST || b->reached[id] == 2)
    return;
  b->reached[id] = 2;
  if (is_test(n) || zc_cell_draft_make(b, &b->support[id], ZC_CELL_MOST_STATES, &d)) {
    b->is_leaf[id] = 1;
    b->cell_of[id] = choose_cell(b, &b->support[id]);
    join_sets(&b->sets[b->cell_of[id]], &b->support[id]);
    return;
  }
  for (int i = 0; i < zc_op_operands(n->op); i++)
    place(b, zc_op_operand(n, i));
}

/* ---- all together ---- */

static int make_room(zc_cell_builder *b, zc_arena *scratch) {
  zc_cells *c = b->cells;
  uint32_t nodes = b->program->count + 1, cells = ZC_CELL_MOST_TESTS;
  b->support = zc_arena_alloc(scratch, nodes * sizeof *b->support);
  b->reached = zc_arena_alloc(scratch, nodes);
  b->is_leaf = zc_arena_alloc(scratch, nodes);
  b->bit = zc_arena_alloc(scratch, nodes * sizeof *b->bit);
  b->cell_of = zc_arena_alloc(scratch, nodes * sizeof *b->cell_of);
  b->sets = zc_arena_alloc(scratch, cells * sizeof *b->sets);
  b->marks = zc_arena_alloc(scratch, nodes);
  b->list = zc_arena_alloc(scratch, nodes * sizeof *b->list);
  b->values = zc_arena_alloc(scratch, nodes * sizeof *b->values);
  c->cells = zc_arena_alloc(&c->arena, cells * sizeof *c->cells);
  return b->support && b->reached && b->is_leaf && b->bit && b->cell_of && b->sets && b->marks &&
         b->list && b->values && c->cells;
}

static int make_all(zc_cell_builder *b) {
  for (uint32_t i = 0; i < b->output_count && !b->failed; i++)
    if (b->outputs[i] != ZC_NO_NODE)
      reach(b, b->outputs[i]);
  for (uint32_t i = 0; i < b->output_count && !b->failed; i++)
    if (b->outputs[i] != ZC_NO_NODE)
      place(b, b->outputs[i]);
  if (b->failed || !zc_bits_build(&b->cells->terms, b->program, b->outputs, b->output_count,
                                  &(zc_bit_leaves){b->is_leaf, b->bit}, &b->first))
    return 0;
  for (uint32_t i = 0; i < b->cells->count; i++)
    if (!zc_cell_make(b, i))
      return 0;
  return 1;
}

int zc_cells_build(zc_cells *c, const zc_program *program, const zc_node_id *outputs,
                   uint32_t count, uint32_t *first) {
  zc_arena scratch = {NULL};
  zc_cell_builder *b = zc_calloc(1, sizeof *b);
  memset(c, 0, sizeof *c);
  if (!b)
    return 0;
  b->cells = c;
  b->program = program;
  b->outputs = outputs;
  b->output_count = count;
  int made = make_room(b, &scratch) && make_all(b);
  *first = b->first;
  zc_arena_free(&scratch);
  zc_free(b);
  return made;
}
