/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Specialising: the conditions of a region for one day and one set of given facts. The day, what is
 * assumed and every parameter become constants, most rules of other days and tracks vanish, and
 * arithmetic is turned into tests of single facts: "months >= 60 - (if w then 12 else 0)" becomes
 * "if w then months >= 48 else months >= 60". What is left is fit for evaluation bit by bit.
 */
#ifndef ZC_ENGINE_SPECIALISE_H
#define ZC_ENGINE_SPECIALISE_H

#include "base/date.h"
#include "language/program.h"

typedef struct zc_specialiser {
  const zc_program *from;
  zc_program *to;
  const uint8_t *given; /* by fact */
  zc_day as_of;
  int strict;
  zc_node_id *memo; /* by node of `from`; filled with ZC_NO_NODE */
  uint32_t track;   /* word of the track enum that is asked about */
} zc_specialiser;

/* The condition `id` of `from` as a node of `to`, made of and, or, not, if over bool facts, ranges
 * and sets of one fact, and comparisons of two facts. ZC_NO_NODE: out of memory, or it cannot be
 * said so. */
zc_node_id zc_specialise(zc_specialiser *s, zc_node_id id);

#endif
