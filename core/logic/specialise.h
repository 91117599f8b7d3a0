/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Specialising: the conditions of a region for one day and one set of given facts. The day, what is
 * assumed and every parameter become constants, most rules of other days and tracks vanish, and
 * arithmetic is turned into tests of single facts: "months >= 60 - (if w then 12 else 0)" becomes
 * "if w then months >= 48 else months >= 60". What is left is fit for evaluation bit by bit.
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
  /* 1: for columns. What cannot be said by tests of facts may stand as it is: a test of any
   * expression, ZC_OP_UNSET, ZC_OP_GIVEN of facts that are given by row. */
  int open;
  zc_node_id *memo; /* by node of `from`; filled with ZC_NO_NODE */
  uint32_t track;   /* word of the track enum that is asked about; ZC_ANY_TRACK: leave it open */
  /* The fact that has one word only in what is made now (zc_specialise_where); -1: none. */
  int32_t fixed;
  int64_t word;
} zc_specialiser;

/* The condition `id` of `from` as a node of `to`, made of and, or, not, if over bool facts, ranges
 * and sets of one fact, and comparisons of two facts (with `open` of quotients of facts, too).
 * ZC_NO_NODE: out of memory, or, unless `open`, it cannot be said so. */
zc_node_id zc_specialise(zc_specialiser *s, zc_node_id id);

/* The same for a condition that is looked at only where `where`, a node of `to`, holds. Where it
 * cannot be said as it stands, but for each word that `where` leaves to an enum fact, it is a
 * choice by that fact; *relied is then the fact, and what was made is right while the fact is
 * known. */
zc_node_id zc_specialise_where(zc_specialiser *s, zc_node_id where, zc_node_id id, int32_t *relied);

#endif
