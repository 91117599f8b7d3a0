/* SPDX-License-Identifier: Apache-2.0 */
/* From nodes to bits: tests of facts and leaves are numbered first, then the terms of the outputs.
 */
#include "base/memory.h"
#include "engine/bits_maker.h"

#include <string.h>

static const zc_node *node(const zc_bit_maker *m, zc_node_id id) {
  return &m->program->nodes[id];
}

static int is_bool_fact(const zc_node *n) {
  return n->op == ZC_OP_FACT && n->type == ZC_BOOL;
}

static int is_leaf(const zc_bit_maker *m, zc_node_id id) {
  return m->leaves && m->leaves->is_leaf[id];
}

/* ---- tests ---- */

/* The number of a fact among those that are tested. */
static uint32_t number_fact(zc_bit_maker *m, uint32_t fact) {
  zc_bits *b = m->bits;
  for (uint32_t i = 0; i < b->fact_count; i++)
    if (b->facts[i] == fact)
      return i;
  if (b->fact_count == ZC_BIT_FACTS) {
    m->failed = 1;
    return 0;
  }
  b->facts[b->fact_count] = fact;
  return b->fact_count++;
}

/* One kind of test per call. */
static void number_tests(zc_bit_maker *m, int kind) {
  zc_bits *b = m->bits;
  for (zc_node_id i = 0; i < m->program->count; i++) {
    const zc_node *n = node(m, i);
    int is_range = n->op == ZC_OP_RANGE || is_bool_fact(n);
    int this_kind = is_range ? 0 : n->op == ZC_OP_SET ? 1 : n->op == ZC_OP_GE ? 2 : 3;
    if (!m->wanted[i] || this_kind != kind || is_leaf(m, i))
      continue;
    m->bit[i] = m->next++;
    if (is_bool_fact(n)) {
      b->ranges[b->range_count++] = (zc_bit_range){number_fact(m, n->a), 0, 1, 0};
      continue;
    }
    uint32_t fact = number_fact(m, node(m, n->a)->a);
    if (kind == 0)
      b->ranges[b->range_count++] =
          (zc_bit_range){fact, 0, n->imm, (uint64_t)n->imm2 - (uint64_t)n->imm};
    else if (kind == 1)
      b->sets[b->set_count++] = (zc_bit_set){fact, 0, (uint64_t)n->imm};
    else
      b->pairs[b->pair_count++] = (zc_bit_pair){fact, number_fact(m, node(m, n->b)->a)};
  }
}

static void number_leaves(zc_bit_maker *m) {
  for (zc_node_id i = 0; m->leaves && i < m->program->count; i++) {
    m->leaves->bit[i] = ZC_NO_BIT;
    if (m->wanted[i] && is_leaf(m, i))
      m->leaves->bit[i] = m->bit[i] = m->next++;
  }
}

/* Marks the conditions below an output, those with several users twice; refuses a test of anything
 * but facts. */
static void mark(zc_bit_maker *m, zc_node_id id) {
  uint8_t *wanted = m->wanted;
  if (wanted[id] < 2)
    wanted[id]++;
  if (wanted[id] > 1 || is_leaf(m, id))
    return;
  const zc_node *n = node(m, id);
  switch ((zc_op)n->op) {
  case ZC_OP_AND:
  case ZC_OP_OR:
    mark(m, n->a);
    mark(m, n->b);
    break;
  case ZC_OP_NOT:
    mark(m, n->a);
    break;
  case ZC_OP_IF:
    mark(m, n->a);
    mark(m, n->b);
    mark(m, n->c);
    break;
  case ZC_OP_RANGE:
  case ZC_OP_SET:
    m->failed |= node(m, n->a)->op != ZC_OP_FACT;
    break;
  case ZC_OP_GE:
    m->failed |= node(m, n->a)->op != ZC_OP_FACT || node(m, n->b)->op != ZC_OP_FACT;
    break;
  default:
    m->failed |= n->op != ZC_OP_CONST && !is_bool_fact(n);
  }
}

/* ---- all together ---- */

static int make_room(zc_bit_maker *m, uint32_t nodes) {
  zc_bits *b = m->bits;
  b->ranges = zc_calloc(nodes, sizeof *b->ranges);
  b->sets = zc_calloc(nodes, sizeof *b->sets);
  b->pairs = zc_calloc(nodes, sizeof *b->pairs);
  b->facts = zc_calloc(ZC_BIT_FACTS, sizeof *b->facts);
  m->bit = zc_alloc(nodes * sizeof *m->bit);
  if (m->bit)
    memset(m->bit, 0xFF, nodes * sizeof *m->bit);
  return b->ranges && b->sets && b->pairs && b->facts && m->bit;
}

/* Whether terms make an output. */
static int is_made(const zc_bit_maker *m, zc_node_id output) {
  return output != ZC_NO_NODE && !is_leaf(m, output);
}

static void add_outputs(zc_bit_maker *m, const zc_node_id *outputs, uint32_t count,
                        uint32_t *first) {
  /* Shared parts first, so that the outputs can stand side by side behind them. */
  zc_draft_terms *terms = zc_calloc(count + 1, sizeof *terms);
  if (!terms) {
    m->failed = 1;
    return;
  }
  for (uint32_t i = 0; i < count && !m->failed; i++)
    if (is_made(m, outputs[i]))
      zc_bits_terms(m, outputs[i], &terms[i]);
  uint32_t base = (m->next + 63) / 64 * 64;
  *first = base / 64;
  m->failed |= base + count > ZC_BITS;
  for (uint32_t i = 0; i < count && !m->failed; i++)
    zc_bits_add_terms(m, &terms[i], base + i);
  m->bits->words = (base + count + 63) / 64;
  zc_free(terms);
}

int zc_bits_build(zc_bits *b, const zc_program *program, const zc_node_id *outputs, uint32_t count,
                  const zc_bit_leaves *leaves, uint32_t *first) {
  zc_bit_maker m = {.bits = b, .program = program, .leaves = leaves, .making = ZC_NO_NODE};
  m.wanted = zc_calloc(program->count + 1, 1);
  memset(b, 0, sizeof *b);
  if (!m.wanted || !make_room(&m, program->count + 1))
    m.failed = 1;
  for (uint32_t i = 0; i < count && !m.failed; i++)
    if (is_made(&m, outputs[i]))
      mark(&m, outputs[i]);
  if (!m.failed)
    number_leaves(&m);
  for (int kind = 0; kind < 3 && !m.failed; kind++)
    number_tests(&m, kind);
  m.failed |= m.next > ZC_BITS;
  if (!m.failed)
    add_outputs(&m, outputs, count, first);
  if (!m.failed)
    m.failed = !zc_bits_list_runs(b);
  zc_free(m.wanted);
  zc_free(m.bit);
  return !m.failed;
}

void zc_bits_free(zc_bits *b) {
  zc_free(b->ranges);
  zc_free(b->sets);
  zc_free(b->pairs);
  zc_free(b->parts);
  zc_free(b->terms);
  zc_free(b->unsure);
  zc_free(b->known_terms);
  zc_free(b->runs);
  zc_free(b->facts);
  memset(b, 0, sizeof *b);
}
