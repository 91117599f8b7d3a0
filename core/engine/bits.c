/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/bits.h"
#include <string.h>

/* The bits of all parts that are not as the term wants them. */
static uint64_t all_wrong(const zc_bits *b, const zc_bit_term *t, const uint64_t *bits) {
  uint64_t wrong = (bits[t->part.word] & t->part.mask) ^ t->part.want;
  for (uint32_t i = 0; i < t->more_count; i++) {
    const zc_bit_part *part = &b->parts[t->more + i];
    wrong |= (bits[part->word] & part->mask) ^ part->want;
  }
  return wrong;
}

void zc_bits_follow(const zc_bits *b, uint64_t *bits) {
  for (uint32_t r = 0; r < b->run_count; r++) {
    const zc_bit_run *run = &b->runs[r];
    const zc_bit_term *t = &b->known_terms[run->first], *end = t + run->count;
    uint64_t set = 0; /* kept apart from `bits`, so that no term waits for the one before it */
    if (run->single)
      for (; t < end; t++)
        set |= (uint64_t)((bits[t->part.word] & t->part.mask) == t->part.want) << t->out_bit;
    else
      for (; t < end; t++)
        set |= (uint64_t)(all_wrong(b, t, bits) == 0) << t->out_bit;
    bits[run->out_word] |= set;
  }
}

static zc_slot test_range(const zc_bit_range *r, zc_slot v) {
  int64_t hi = r->lo + (int64_t)r->width;
  return (zc_slot){v.lo >= r->lo && v.hi <= hi, v.hi >= r->lo && v.lo <= hi};
}

static zc_slot test_set(const zc_bit_set *s, zc_slot v) {
  zc_slot result = {1, 0};
  for (int64_t i = v.lo; i <= v.hi; i++) {
    result.lo &= (int64_t)(s->mask >> i & 1);
    result.hi |= (int64_t)(s->mask >> i & 1);
  }
  return result;
}

static void put(uint32_t bit, zc_slot value, uint64_t *certain, uint64_t *possible) {
  certain[bit / 64] |= (uint64_t)value.lo << (bit % 64);
  possible[bit / 64] |= (uint64_t)value.hi << (bit % 64);
}

/* A term is certain where its plain bits are certain and its negated bits are not possible. */
static void weigh(const zc_bit_part *p, const uint64_t *certain, const uint64_t *possible,
                  uint64_t *not_certain, uint64_t *not_possible) {
  uint64_t plain = p->want, negated = p->mask & ~p->want;
  *not_certain |= (plain & ~certain[p->word]) | (negated & possible[p->word]);
  *not_possible |= (plain & ~possible[p->word]) | (negated & certain[p->word]);
}

void zc_bits_evaluate_unknown(const zc_bits *b, const zc_slot *slots, uint64_t *certain,
                              uint64_t *possible) {
  uint32_t at = 0;
  memcpy(certain, b->start, b->words * sizeof *certain);
  memcpy(possible, b->start, b->words * sizeof *possible);
  for (uint32_t i = 0; i < b->range_count; i++)
    put(at + i, test_range(&b->ranges[i], slots[b->facts[b->ranges[i].fact]]), certain, possible);
  at += b->range_count;
  for (uint32_t i = 0; i < b->set_count; i++)
    put(at + i, test_set(&b->sets[i], slots[b->facts[b->sets[i].fact]]), certain, possible);
  at += b->set_count;
  for (uint32_t i = 0; i < b->pair_count; i++) {
    zc_slot x = slots[b->facts[b->pairs[i].a]], y = slots[b->facts[b->pairs[i].b]];
    put(at + i, (zc_slot){x.lo >= y.hi, x.hi >= y.lo}, certain, possible);
  }
  for (uint32_t i = 0; i < b->term_count; i++) {
    const zc_bit_term *t = &b->terms[i];
    uint64_t not_certain = 0, not_possible = 0;
    weigh(&t->part, certain, possible, &not_certain, &not_possible);
    for (uint32_t j = 0; j < t->more_count; j++)
      weigh(&b->parts[t->more + j], certain, possible, &not_certain, &not_possible);
    certain[t->out_word] |= (uint64_t)(not_certain == 0) << t->out_bit;
    possible[t->out_word] |= (uint64_t)(not_possible == 0) << t->out_bit;
  }
}
