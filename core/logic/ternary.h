/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ternary diagrams: what a condition is for everybody, on every day. Where engine/diagram.h asks
 * what one question's unknown facts can still make of it, a ternary diagram has a variable for
 * every fact and for the day, and each fact has, beside the pieces of its values, the piece "not
 * given". Its leaves are the intervals that the row evaluator would compute. Two conditions with
 * the same diagram are the same for all facts in Kleene's logic, unless a coarse division tells
 * them apart; a path to a leaf is an example person.
 *
 * Nothing is assumed away: --strict is not looked at. Months that follow from dates count as given.
 */
#ifndef ZC_LOGIC_TERNARY_H
#define ZC_LOGIC_TERNARY_H

#include "logic/diagram.h"

typedef struct zc_ternary zc_ternary;

/* Days before and after these are not told apart. */
#define ZC_TERNARY_FIRST_DAY 7305  /* 1990-01-01 */
#define ZC_TERNARY_LAST_DAY  29219 /* 2049-12-31 */

/* Room for the conditions of a vocabulary; it and `functions` outlive the room. NULL: out of
 * memory. */
zc_ternary *zc_ternary_new(const zc_vocabulary *vocabulary, const zc_function *functions);
void zc_ternary_free(zc_ternary *t);

/* Forgets all conditions. */
void zc_ternary_clear(zc_ternary *t);
/* Takes the conditions of a program over; `map` (by node of it) becomes the node of each in
 * zc_ternary_program. Equal conditions of several programs become one. 0: out of memory. */
int zc_ternary_take(zc_ternary *t, const zc_program *program, zc_node_id *map);
/* Where the conditions stand; the builders of language/program.h may add to them. */
zc_program *zc_ternary_program(zc_ternary *t);

/* Starts over with the diagrams of what `roots` need. 0: out of memory. */
int zc_ternary_begin(zc_ternary *t, const zc_node_id *roots, uint32_t count);
/* The diagram of a node that is among the roots or below one. After an overflow the results mean
 * nothing. */
zc_ref zc_ternary_of(zc_ternary *t, zc_node_id node);
zc_ref zc_ternary_const(zc_ternary *t, int64_t value);
/* Leaf by leaf; `combine` is pure. */
typedef zc_slot zc_combine(zc_slot a, zc_slot b, zc_slot c);
zc_ref zc_ternary_combine(zc_ternary *t, zc_combine *combine, zc_ref a, zc_ref b, zc_ref c);
zc_ref zc_ternary_and(zc_ternary *t, zc_ref a, zc_ref b);
zc_ref zc_ternary_or(zc_ternary *t, zc_ref a, zc_ref b);
/* 1 where the two are not the same, else 0. */
zc_ref zc_ternary_differ(zc_ternary *t, zc_ref a, zc_ref b);
/* 1 where the value is just lo..hi, else 0. */
zc_ref zc_ternary_is(zc_ternary *t, zc_ref a, int64_t lo, int64_t hi);

/* 1: room ran out, or values could not be split exactly: nothing is proven. */
int zc_ternary_inexact(const zc_ternary *t);
/* 1: room ran out, and the diagrams mean nothing. */
int zc_ternary_overflow(const zc_ternary *t);

/* An example person. By fact: whether it is given, and its piece of values. The first value of each
 * makes the example; the others of a piece do not differ from it where no condition compares the
 * fact with others of many values. */
typedef struct zc_example {
  zc_day as_of;
  uint8_t *given; /* by fact */
  zc_slot *slots; /* by fact, where given */
} zc_example;
/* The day that examples stand on where it makes no difference. At first ZC_TERNARY_FIRST_DAY. */
void zc_ternary_usual_day(zc_ternary *t, zc_day day);
/* Finds a person and a day for whom the diagram is 1; with `seed` 0 one with the fewest facts, else
 * one at random. `out` has room for all facts. 0: there is none. */
int zc_ternary_find(zc_ternary *t, zc_ref a, uint32_t seed, zc_example *out);

#endif
