/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Regions made up at random, the same ones in every run: up to eight facts of every type, and rules
 * whose conditions are written in the rule language and compiled like a plugin's. Each fact has so
 * few points that a test can ask about all people in turn.
 *
 * In a region of ordered facts the points are not all values. There, numbers are only compared:
 * with one another, with few constants, and with little added. What such comparisons tell apart is
 * told apart by people whose numbers are the least that solve some inequalities `x >= y + d` and `x
 * >= c`. These lie on a way of at most one step for each fact from a constant or from 0, and the
 * points are all that such ways reach.
 */
#ifndef ZC_TESTS_SUPPORT_RANDOM_REGION_H
#define ZC_TESTS_SUPPORT_RANDOM_REGION_H

#include "base/buffer.h"
#include "engine/region.h"
#include "support/random.h"

enum {
  RANDOM_FACTS = 8,
  RANDOM_POINTS = 512,
  RANDOM_REQUIREMENTS = 3,
  RANDOM_ROUTES = 2,
  RANDOM_ROWS = RANDOM_REQUIREMENTS + 1 + RANDOM_ROUTES /* a waiver stands between */
};

typedef enum random_kind {
  RANDOM_BOOL,
  RANDOM_MONTHS,
  RANDOM_NUMBER, /* points, possibly below zero */
  RANDOM_WORDS,  /* with an order */
  RANDOM_COLOUR, /* words without one */
  RANDOM_DAY,
  RANDOM_PLACE,
  RANDOM_KINDS
} random_kind;

typedef enum random_shape {
  RANDOM_SMALL, /* many facts of few values */
  RANDOM_WIDE,  /* few facts, one of them of hundreds of values */
  RANDOM_ORDER, /* months of the usual range that are only compared */
  RANDOM_SHAPES
} random_shape;

typedef struct random_fact {
  char name[16], words[64], assumed[16];
  random_kind kind;
  int64_t lo, hi;  /* its values */
  int64_t *points; /* those that stand for all, ascending */
  uint32_t point_count;
  uint32_t low_count; /* those that stand for all where every fact is given or completed */
  uint32_t index;     /* in the vocabulary */
} random_fact;

typedef struct random_region {
  const char *name; /* of the stream of random numbers */
  uint64_t number;
  random_shape shape;
  random_fact facts[RANDOM_FACTS];
  uint32_t fact_count;
  int64_t bounds[2]; /* constants that ordered facts are compared with */
  uint32_t bound_count;
  int64_t offset;   /* the most that is added to an ordered fact before it is compared */
  int is_exclusive; /* where the first route applies, it decides alone */
  zc_buffer when[RANDOM_ROWS], needs[RANDOM_ROWS];
  char reads[2][40]; /* of functions */
  zc_region region;
} random_region;

/* Region number `number` of those named `name`. Free with random_region_free. */
void random_region_make(random_region *g, const char *name, uint64_t number);
void random_region_free(random_region *g);
/* The same region with other conditions (when and needs of each row, NULL: the region's own).
 * Free with zc_region_free; lives no longer than `g`. */
void random_region_compile(random_region *g, zc_region *out, const char *const *when,
                           const char *const *needs);
/* Prints the facts and the conditions. */
void random_region_show(random_region *g);

/* ---- its parts ---- */

void random_facts_make(random_region *g, zc_random *r);
/* A condition over the region's facts, `depth` operators deep. */
void random_condition(random_region *g, zc_buffer *out, zc_random *r, int depth);
/* A condition that differs from `text` in one word, or is the same said in other words. */
void random_change(random_region *g, zc_buffer *out, const char *text, zc_random *r);

#endif
