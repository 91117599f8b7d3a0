/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions are multiplied out into terms as long as they stay few; what would become too many
 * terms gets a bit of its own first. */
#include "base/bit.h"
#include "base/memory.h"
#include "engine/bits_maker.h"

#include <string.h>

static const zc_node *node(const zc_bit_maker *m, zc_node_id id) {
  return &m->program->nodes[id];
}

static void terms_of(zc_bit_maker *m, zc_node_id id, int negated, zc_draft_terms *out);

/* Room for one more item; the array is moved where it is full. */
static void *grow(zc_bit_maker *m, void *items, uint32_t count, uint32_t *room, size_t size) {
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
static uint32_t gather_parts(const zc_draft_term *t, zc_bit_part *parts, int *contradicts) {
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

static void add_term(zc_bit_maker *m, const zc_draft_term *t, uint32_t bit) {
  zc_bits *b = m->bits;
  zc_bit_part parts[ZC_DRAFT_LITERALS];
  int contradicts;
  uint32_t count = gather_parts(t, parts, &contradicts);
  if (!count) { /* always true */
    zc_set_bit(b->start, bit);
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

void zc_bits_add_terms(zc_bit_maker *m, const zc_draft_terms *terms, uint32_t bit) {
  for (uint32_t i = 0; i < terms->count && !m->failed; i++)
    add_term(m, &terms->items[i], bit);
}

/* The bit of a condition: that of its test, or a gate's, made now if need be. */
static uint32_t bit_of(zc_bit_maker *m, zc_node_id id) {
  if (m->bit[id] != ZC_NO_BIT || m->failed)
    return m->bit[id];
  zc_draft_terms terms = {.count = 0};
  zc_node_id outer = m->making;
  m->making = id;
  terms_of(m, id, 0, &terms);
  m->making = outer;
  if (m->next >= ZC_BITS)
    m->failed = 1;
  if (m->failed)
    return 0;
  uint32_t bit = m->next++;
  zc_bits_add_terms(m, &terms, bit);
  return m->bit[id] = bit;
}

static void add_literal(zc_bit_maker *m, zc_draft_terms *out, zc_node_id id, int negated) {
  uint32_t bit = bit_of(m, id);
  out->items[out->count++] = (zc_draft_term){{bit * 2 + (uint32_t)negated}, 1, 0};
}

/* Adds the terms of `more` to `out`. 0: too many. */
static int join(zc_draft_terms *out, const zc_draft_terms *more) {
  if (out->count + more->count > ZC_DRAFT_TERMS)
    return 0;
  memcpy(&out->items[out->count], more->items, more->count * sizeof(zc_draft_term));
  out->count += more->count;
  return 1;
}

/* Adds all products of a term of `x` and a term of `y` to `out`. 0: too many or too long. */
static int multiply(zc_draft_terms *out, const zc_draft_terms *x, const zc_draft_terms *y) {
  if (out->count + x->count * y->count > ZC_DRAFT_TERMS)
    return 0;
  for (uint32_t i = 0; i < x->count; i++)
    for (uint32_t j = 0; j < y->count; j++) {
      const zc_draft_term *a = &x->items[i], *b = &y->items[j];
      if (a->count + b->count > ZC_DRAFT_LITERALS)
        return 0;
      zc_draft_term *t = &out->items[out->count++];
      *t = *a;
      memcpy(&t->literals[t->count], b->literals, b->count * sizeof *b->literals);
      t->count += b->count;
      t->unsure |= b->unsure;
    }
  return 1;
}

/* The terms of an `and` (or of a negated `or`); a side with several terms becomes one bit where the
 * product grows too large. */
static void terms_of_and(zc_bit_maker *m, const zc_node *n, int negated, zc_draft_terms *out) {
  zc_draft_terms x = {.count = 0}, y = {.count = 0};
  terms_of(m, n->a, negated, &x);
  terms_of(m, n->b, negated, &y);
  zc_draft_terms product = {.count = 0};
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

static void terms_of_or(zc_bit_maker *m, const zc_node *n, int negated, zc_draft_terms *out) {
  zc_draft_terms x = {.count = 0}, y = {.count = 0};
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
static void terms_of_if(zc_bit_maker *m, const zc_node *n, int negated, zc_draft_terms *out) {
  zc_draft_terms c = {.count = 0}, no = {.count = 0}, a = {.count = 0}, b = {.count = 0};
  terms_of(m, n->a, 0, &c);
  terms_of(m, n->a, 1, &no);
  terms_of(m, n->b, negated, &a);
  terms_of(m, n->c, negated, &b);
  zc_draft_terms all = {.count = 0};
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

static void terms_of(zc_bit_maker *m, zc_node_id id, int negated, zc_draft_terms *out) {
  const zc_node *n = node(m, id);
  out->count = 0;
  /* What several use is computed once for all of them. */
  int shared = m->wanted[id] > 1 && id != m->making && n->op != ZC_OP_CONST && n->op != ZC_OP_NOT;
  if (m->bit[id] != ZC_NO_BIT || shared) {
    add_literal(m, out, id, negated);
  } else if (n->op == ZC_OP_CONST) {
    if (n->imm != negated)
      out->items[out->count++] = (zc_draft_term){.count = 0};
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

void zc_bits_terms(zc_bit_maker *m, zc_node_id id, zc_draft_terms *out) {
  terms_of(m, id, 0, out);
}
