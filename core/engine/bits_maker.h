/* SPDX-License-Identifier: Apache-2.0 */
/* What the steps of zc_bits_build share: bits are numbered, then conditions are multiplied out. */
#ifndef ZC_ENGINE_BITS_MAKER_H
#define ZC_ENGINE_BITS_MAKER_H

#include "engine/bits.h"

#define ZC_DRAFT_TERMS    8u  /* of one condition before a part of it gets a bit of its own */
#define ZC_DRAFT_LITERALS 12u /* of one term, likewise */
#define ZC_BITS           (ZC_BIT_WORDS * 64u)

/* An `and` of bits, before it is cut into parts by word. */
typedef struct zc_draft_term {
  uint32_t literals[ZC_DRAFT_LITERALS]; /* bit * 2, plus 1 if negated */
  uint32_t count;
  int unsure; /* matters only while facts are unknown */
} zc_draft_term;

typedef struct zc_draft_terms {
  zc_draft_term items[ZC_DRAFT_TERMS];
  uint32_t count;
} zc_draft_terms;

typedef struct zc_bit_maker {
  zc_bits *bits;
  const zc_program *program;
  const zc_bit_leaves *leaves; /* or NULL */
  uint32_t *bit;               /* by node: its bit, or ZC_NO_BIT */
  uint8_t *wanted;             /* by node: 0 not at all, 1 by one user, 2 by several */
  uint32_t next;               /* free bit */
  zc_node_id making;           /* node whose bit is being made */
  uint32_t part_room, term_room, unsure_room;
  int failed;
} zc_bit_maker;

/* The terms of a condition. Parts of it may get bits of their own now, whose terms are then added
 * to the program. Where m->failed is set, `out` is worth nothing. */
void zc_bits_terms(zc_bit_maker *m, zc_node_id id, zc_draft_terms *out);
/* Adds the terms that set a bit to the program, behind those that are there. */
void zc_bits_add_terms(zc_bit_maker *m, const zc_draft_terms *terms, uint32_t bit);

#endif
