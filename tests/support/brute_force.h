/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The plain way: everybody is asked about in turn. A region's conditions are evaluated node by node
 * for every combination of the values of some facts; verdicts follow from them by the rules'
 * meaning, said here a second time.
 */
#ifndef ZC_TESTS_SUPPORT_BRUTE_FORCE_H
#define ZC_TESTS_SUPPORT_BRUTE_FORCE_H

#include "engine/answer.h"
#include "logic/evaluate.h"

enum { BRUTE_AXES = 10, BRUTE_ROWS = 6 };

/* A fact and the values it takes in turn; at last, with `absent`, it is not given. */
typedef struct brute_axis {
  uint32_t fact, count;
  const int64_t *values;
  int absent;
  /* Months that follow from the fact, a date, on `counting_day`; at most `most`. */
  int has_months;
  uint32_t months;
  zc_day counting_day;
  int64_t most;
} brute_axis;

/* What one of the people makes of the rows: two bits for whether each applies and two for whether
 * it holds, the ends of the interval. */
typedef uint32_t brute_person;

typedef struct brute_force {
  const zc_region *region;
  zc_inputs in; /* slots and given are `slots` and `is_given` */
  zc_slot *slots;
  uint8_t *is_given;
  brute_axis axes[BRUTE_AXES];
  uint32_t axis_count;
  /* 1: known(...) stays what it is before anything is completed: that a fact is not given is
   * certain. */
  int frozen;
  zc_slot *values;  /* by node */
  zc_node_id *list; /* what the rows need */
  uint32_t list_count;
  uint16_t *reads; /* by node: the axes that it depends on */
  brute_person *people;
  uint32_t room, count;
} brute_force;

void brute_open(brute_force *b, const zc_region *region);
void brute_close(brute_force *b);

/* Starts over from these facts, without axes. */
void brute_begin(brute_force *b, const zc_facts *facts, zc_day as_of, int strict);
void brute_add(brute_force *b, uint32_t fact, const int64_t *values, uint32_t count, int absent);
/* The last axis is a date from which a fact in months follows. */
void brute_add_months(brute_force *b, uint32_t months, zc_day counting_day);
/* Evaluates for everybody: the last axis runs fastest. */
void brute_run(brute_force *b);

/* The place on an axis of person number `i`, and the distance to the next one on it. */
uint32_t brute_place(const brute_force *b, uint32_t i, uint32_t axis);
uint32_t brute_stride(const brute_force *b, uint32_t axis);

zc_slot brute_applies(brute_person p, uint32_t row);
zc_slot brute_holds(brute_person p, uint32_t row);
/* The state of a row; a route's own waivers are not looked at. */
zc_state brute_state(const zc_region *region, brute_person p, uint32_t row);
/* Whether the person comes by a route: [1,1] it is met and everything that binds beside it is. */
zc_slot brute_comes(const zc_region *region, brute_person p, uint32_t route);
zc_verdict brute_verdict(const zc_region *region, brute_person p);

/* The facts of person number `i`, as they would be given. */
void brute_facts(const brute_force *b, uint32_t i, zc_facts *out);
/* Prints them. */
void brute_show(const brute_force *b, uint32_t i);

#endif
