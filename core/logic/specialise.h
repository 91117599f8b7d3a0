/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Specialising: the conditions of a region for one day and one set of given facts. The day, what is
 * assumed and every parameter become constants, most rules of other days and tracks vanish, and
 * arithmetic is turned into tests of single facts: "months >= 60 - (if w then 12 else 0)" becomes
 * "if w then months >= 48 else months >= 60". What is left is fit for evaluation in planes, a bit a
 * row.
 */
#ifndef ZC_LOGIC_SPECIALISE_H
#define ZC_LOGIC_SPECIALISE_H

#include "base/date.h"
#include "language/program.h"

#define ZC_GIVEN_BY_ROW 2u
#define ZC_ANY_TRACK    UINT32_MAX

typedef struct zc_specialiser {
  const zc_program *from;
  zc_program *to;
  const uint8_t *given; /* by fact: 0, 1, or ZC_GIVEN_BY_ROW */
  zc_day as_of;
  int strict;
  zc_node_id *memo; /* by node of `from`; filled with ZC_NO_NODE */
  uint32_t track;   /* word of the track enum that is asked about; ZC_ANY_TRACK: leave it open */
} zc_specialiser;

/* The condition `id` of `from` as a node of `to`, made of and, or, not, if over bool facts, ranges
 * and sets of one fact, comparisons of two facts or their quotients, and ZC_OP_GIVEN of facts that
 * are given by row. What cannot be said so stands as it is: a test of an expression, a parameter
 * without a value. ZC_NO_NODE: out of memory. */
zc_node_id zc_specialise(zc_specialiser *s, zc_node_id id);

#endif
