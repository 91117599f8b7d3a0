/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From nodes to bits: conditions are multiplied out into terms as long as they stay few; what would
 * become too many terms gets a bit of its own first.
 */
#include "base/memory.h"
#include "engine/bits.h"
#include <string.h>

#define MAX_TERMS    8u  /* of one condition before a part of it gets a bit of its own */
#define MAX_LITERALS 12u /* of one term, likewise */
#define MAX_BITS     (ZC_BIT_WORDS * 64u)

typedef struct term {
  uint32_t literals[MAX_LITERALS]; /* bit * 2, plus 1 if negated */
  uint32_t count;
  int unsure; /* matters only while facts are unknown */
} term;

typedef struct term_list {
  term items[MAX_TERMS];
  uint32_t count;
} term_list;

typedef struct maker {
  zc_bits *bits;
  const zc_program *program;
  const zc_bit_leaves *leaves; /* or NULL */
  uint32_t *bit;               /* by node: its bit, or ZC_NO_BIT */
  uint8_t *wanted;             /* by node: 0 not at all, 1 by one user, 2 by several */
  uint32_t next;               /* free bit */
  zc_node_id making;           /* node whose bit is being made */
  uint32_t part_room, term_room, unsure_room;
  int failed;
} maker;

static const zc_node *node(const maker *m, zc_node_id id) {
  return &m->program->nodes[id];
}

static int is_bool_fact(const zc_node *n) {
  return n->op == ZC_OP_FACT && n->type == ZC_BOOL;
}

static int is_leaf(const maker *m, zc_node_id id) {
  return m->leaves && m->leaves->is_leaf[id];
}

/* ---- tests ---- */

/* The number of a fact among those that are tested. */
static uint32_t number_fact(maker *m, uint32_t fact) {
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
static void number_tests(maker *m, int kind) {
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

static void number_leaves(maker *m) {
  for (zc_node_id i = 0; m->leaves && i < m->program->count; i++) {
    m->leaves->bit[i] = ZC_NO_BIT;
    if (m->wanted[i] && is_leaf(m, i))
      m->leaves->bit[i] = m->bit[i] = m->next++;
  }
}

/* Marks the conditions below an output, those with several users twice; refuses a test of anything
 * but facts. */
static void mark(maker *m, zc_node_id id) {
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

/* ---- terms ---- */

static void terms_of(maker *m, zc_node_id id, int negated, term_list *out);

/* Room for one more item; the array is moved where it is full. */
static void *grow(maker *m, void *items, uint32_t count, uint32_t *room, size_t size) {
  if (count < *room)
    return items;
  uint32_t wanted = *room ? *room * 2 : 64;
  void *moved = zc_realloc(items, wanted * size);
  if (!moved) {
    m->failed = 1;
    return items;
  }
  *room = wanted;
  return moved;
}

/* The parts of a term: one for each word that it reads. A term that asks for a bit both ways never
 * holds; it matters while the bit is unknown, and has parts of the same word that contradict. */
static uint32_t gather_parts(const term *t, zc_bit_part *parts, int *contradicts) {
  uint32_t count = 0;
  *contradicts = 0;
  for (uint32_t j = 0; j < t->count; j++) {
    uint32_t word = t->literals[j] / 2 / 64, i = 0;
    uint64_t bit = UINT64_C(1) << (t->literals[j] / 2 % 64), want = t->literals[j] & 1 ? 0 : bit;
    for (; i < count; i++) {
      if (parts[i].word != word)
        continue;
      if (!(parts[i].mask & bit) || (parts[i].want & bit) == want)
        break;
      *contradicts = 1;
    }
    if (i == count)
      parts[count++] = (zc_bit_part){0, 0, word, 0};
    parts[i].mask |= bit;
    parts[i].want |= want;
  }
  return count;
}

static void add_term(maker *m, const term *t, uint32_t bit) {
  zc_bits *b = m->bits;
  zc_bit_part parts[MAX_LITERALS];
  int contradicts;
  uint32_t count = gather_parts(t, parts, &contradicts);
  if (!count) { /* always true */
    b->start[bit / 64] |= UINT64_C(1) << (bit % 64);
    return;
  }
  b->terms = grow(m, b->terms, b->term_count, &m->term_room, sizeof *b->terms);
  b->unsure = grow(m, b->unsure, b->term_count, &m->unsure_room, sizeof *b->unsure);
  if (m->failed)
    return;
  b->unsure[b->term_count] = t->unsure || contradicts;
  b->terms[b->term_count++] = (zc_bit_term){parts[0], bit / 64, bit % 64, b->part_count, count - 1};
  for (uint32_t i = 1; i < count; i++) {
    b->parts = grow(m, b->parts, b->part_count, &m->part_room, sizeof *b->parts);
    if (m->failed)
      return;
    b->parts[b->part_count++] = parts[i];
  }
}

static void add_terms(maker *m, const term_list *terms, uint32_t bit) {
  for (uint32_t i = 0; i < terms->count && !m->failed; i++)
    add_term(m, &terms->items[i], bit);
}

/* The bit of a condition: that of its test, or a gate's, made now if need be. */
static uint32_t bit_of(maker *m, zc_node_id id) {
  if (m->bit[id] != ZC_NO_BIT || m->failed)
    return m->bit[id];
  term_list terms = {.count = 0};
  zc_node_id outer = m->making;
  m->making = id;
  terms_of(m, id, 0, &terms);
  m->making = outer;
  if (m->next >= MAX_BITS)
    m->failed = 1;
  if (m->failed)
    return 0;
  uint32_t bit = m->next++;
  add_terms(m, &terms, bit);
  return m->bit[id] = bit;
}

static void add_literal(maker *m, term_list *out, zc_node_id id, int negated) {
  uint32_t bit = bit_of(m, id);
  out->items[out->count++] = (term){{bit * 2 + (uint32_t)negated}, 1, 0};
}

/* Adds the terms of `more` to `out`. 0: too many. */
static int join(term_list *out, const term_list *more) {
  if (out->count + more->count > MAX_TERMS)
    return 0;
  memcpy(&out->items[out->count], more->items, more->count * sizeof(term));
  out->count += more->count;
  return 1;
}

/* Adds all products of a term of `x` and a term of `y` to `out`. 0: too many or too long. */
static int multiply(term_list *out, const term_list *x, const term_list *y) {
  if (out->count + x->count * y->count > MAX_TERMS)
    return 0;
  for (uint32_t i = 0; i < x->count; i++)
    for (uint32_t j = 0; j < y->count; j++) {
      const term *a = &x->items[i], *b = &y->items[j];
      if (a->count + b->count > MAX_LITERALS)
        return 0;
      term *t = &out->items[out->count++];
      *t = *a;
      memcpy(&t->literals[t->count], b->literals, b->count * sizeof *b->literals);
      t->count += b->count;
      t->unsure |= b->unsure;
    }
  return 1;
}

/* The terms of an `and` (or of a negated `or`); a side with several terms becomes one bit where the
 * product grows too large. */
static void terms_of_and(maker *m, const zc_node *n, int negated, term_list *out) {
  term_list x = {.count = 0}, y = {.count = 0};
  terms_of(m, n->a, negated, &x);
  terms_of(m, n->b, negated, &y);
  term_list product = {.count = 0};
  if (multiply(&product, &x, &y)) {
    *out = product;
    return;
  }
  x.count = y.count = product.count = 0;
  add_literal(m, &x, n->a, negated);
  add_literal(m, &y, n->b, negated);
  multiply(&product, &x, &y);
  *out = product;
}

static void terms_of_or(maker *m, const zc_node *n, int negated, term_list *out) {
  term_list x = {.count = 0}, y = {.count = 0};
  terms_of(m, n->a, negated, &x);
  terms_of(m, n->b, negated, &y);
  if (!join(&x, &y)) {
    x.count = 0;
    add_literal(m, &x, n->a, negated);
    add_literal(m, &x, n->b, negated);
  }
  *out = x;
}

/* if c then a else b: c and a, or not c and b, or a and b (which matters while c is unknown). */
static void terms_of_if(maker *m, const zc_node *n, int negated, term_list *out) {
  term_list c = {.count = 0}, no = {.count = 0}, a = {.count = 0}, b = {.count = 0};
  terms_of(m, n->a, 0, &c);
  terms_of(m, n->a, 1, &no);
  terms_of(m, n->b, negated, &a);
  terms_of(m, n->c, negated, &b);
  term_list all = {.count = 0};
  int few = multiply(&all, &c, &a) && multiply(&all, &no, &b);
  uint32_t first_unsure = all.count;
  if (!few || !multiply(&all, &a, &b)) {
    c.count = no.count = a.count = b.count = all.count = 0;
    add_literal(m, &c, n->a, 0);
    add_literal(m, &no, n->a, 1);
    add_literal(m, &a, n->b, negated);
    add_literal(m, &b, n->c, negated);
    multiply(&all, &c, &a);
    multiply(&all, &no, &b);
    first_unsure = all.count;
    multiply(&all, &a, &b);
  }
  for (uint32_t i = first_unsure; i < all.count; i++)
    all.items[i].unsure = 1;
  *out = all;
}

static void terms_of(maker *m, zc_node_id id, int negated, term_list *out) {
  const zc_node *n = node(m, id);
  out->count = 0;
  /* What several use is computed once for all of them. */
  int shared = m->wanted[id] > 1 && id != m->making && n->op != ZC_OP_CONST && n->op != ZC_OP_NOT;
  if (m->bit[id] != ZC_NO_BIT || shared) {
    add_literal(m, out, id, negated);
  } else if (n->op == ZC_OP_CONST) {
    if (n->imm != negated)
      out->items[out->count++] = (term){.count = 0};
  } else if (n->op == ZC_OP_NOT) {
    terms_of(m, n->a, !negated, out);
  } else if (n->op == ZC_OP_IF) {
    terms_of_if(m, n, negated, out);
  } else if ((n->op == ZC_OP_AND) != negated) {
    terms_of_and(m, n, negated, out);
  } else {
    terms_of_or(m, n, negated, out);
  }
}

/* ---- all together ---- */

static int make_room(maker *m, uint32_t nodes) {
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
static int is_made(const maker *m, zc_node_id output) {
  return output != ZC_NO_NODE && !is_leaf(m, output);
}

static void add_outputs(maker *m, const zc_node_id *outputs, uint32_t count, uint32_t *first) {
  /* Shared parts first, so that the outputs can stand side by side behind them. */
  term_list *terms = zc_calloc(count + 1, sizeof *terms);
  if (!terms) {
    m->failed = 1;
    return;
  }
  for (uint32_t i = 0; i < count && !m->failed; i++)
    if (is_made(m, outputs[i]))
      terms_of(m, outputs[i], 0, &terms[i]);
  uint32_t base = (m->next + 63) / 64 * 64;
  *first = base / 64;
  m->failed |= base + count > MAX_BITS;
  for (uint32_t i = 0; i < count && !m->failed; i++)
    add_terms(m, &terms[i], base + i);
  m->bits->words = (base + count + 63) / 64;
  zc_free(terms);
}

int zc_bits_build(zc_bits *b, const zc_program *program, const zc_node_id *outputs, uint32_t count,
                  const zc_bit_leaves *leaves, uint32_t *first) {
  maker m = {.bits = b, .program = program, .leaves = leaves, .making = ZC_NO_NODE};
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
  m.failed |= m.next > MAX_BITS;
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
