/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conditions as bits. Every test of a fact is one bit; every other condition is an `or` of terms,
 * each an `and` of bits and negated bits, which is one comparison under a mask. Unknown facts need
 * two bits a test, "certainly" and "possibly": a negated bit is certain where the bit is not
 * possible.
 */
#ifndef ZC_ENGINE_BITS_H
#define ZC_ENGINE_BITS_H

#include "facts/facts.h"
#include "language/program.h"

#define ZC_BIT_WORDS 16u  /* of 64 bits: tests and terms of one region */
#define ZC_BIT_FACTS 256u /* that are tested */

/* A test of one fact: lo <= value <= lo + width. Facts are numbered by their place in
 * zc_bits.facts. */
typedef struct zc_bit_range {
  uint32_t fact, reserved;
  int64_t lo;
  uint64_t width;
} zc_bit_range;

typedef struct zc_bit_set {
  uint32_t fact, reserved;
  uint64_t mask;
} zc_bit_set;

typedef struct zc_bit_pair {
  uint32_t a, b; /* whether fact a >= fact b */
} zc_bit_pair;

/* Under `mask`, bits of a word must be as in `want`. */
typedef struct zc_bit_part {
  uint64_t mask, want;
  uint32_t word, reserved;
} zc_bit_part;

/* Where its first part and all further ones hold, bit `out_bit` of word `out_word` is set. */
typedef struct zc_bit_term {
  zc_bit_part part;
  uint32_t out_word, out_bit;
  uint32_t more, more_count; /* further parts */
} zc_bit_term;

/* Terms that set bits of one word and read no bit that another of them sets. */
typedef struct zc_bit_run {
  uint32_t first, count; /* of its terms */
  uint32_t out_word;
  uint32_t single; /* 1: none of them has further parts */
} zc_bit_run;

/* Tests fill the bits from 0 on: ranges, sets, pairs. Terms stand in the order of computing:
 * all terms of a bit before the first term that reads it. Those of `unsure` add what matters only
 * while facts are unknown: "if c then a else b" holds where a and b do, whatever c is. */
typedef struct zc_bits {
  zc_bit_range *ranges;
  zc_bit_set *sets;
  zc_bit_pair *pairs;
  zc_bit_part *parts;
  zc_bit_term *terms;
  uint8_t *unsure; /* by term: 1 for those of the last kind */
  uint32_t range_count, set_count, pair_count, part_count, term_count;
  uint32_t *facts; /* those that are tested */
  uint32_t fact_count;
  uint64_t start[ZC_BIT_WORDS]; /* bits that are always set */
  zc_bit_term *known_terms;     /* `terms` without the unsure ones, in runs */
  zc_bit_run *runs;
  uint32_t known_count, run_count;
  uint32_t words;
} zc_bits;

/* Conditions whose bits somebody else sets before the terms are evaluated (cells.h). */
typedef struct zc_bit_leaves {
  const uint8_t *is_leaf; /* by node */
  uint32_t *bit;          /* by node, written here: the bit that terms read, or ZC_NO_BIT */
} zc_bit_leaves;
#define ZC_NO_BIT UINT32_MAX

/* Makes the bits of conditions that zc_specialise has prepared. Output i goes to the bit i of the
 * words from *first on; ZC_NO_NODE leaves its bit 0, and so does a leaf. `leaves` may be NULL. 1:
 * made; 0: out of memory, or too large. Everything is freed with zc_bits_free, also after a
 * failure. */
int zc_bits_build(zc_bits *b, const zc_program *program, const zc_node_id *outputs, uint32_t count,
                  const zc_bit_leaves *leaves, uint32_t *first);
void zc_bits_free(zc_bits *b);
/* The last step of building: `known_terms` and `runs` from `terms`. 0: out of memory. */
int zc_bits_list_runs(zc_bits *b);

/* The bits of the terms where every fact is known; those of `start` and of the leaves are set. */
void zc_bits_follow(const zc_bits *b, uint64_t *bits);
/* All bits where facts may be unknown; there are no leaves. */
void zc_bits_evaluate_unknown(const zc_bits *b, const zc_slot *slots, uint64_t *certain,
                              uint64_t *possible);

#endif
