/* SPDX-License-Identifier: Apache-2.0 */
/* Mutants: a region's tables with one value changed by the smallest step. A mutant is put into the
 * region's own copy of the tables, the region is compiled anew, and the value is put back. */
#ifndef ZC_TESTING_MUTANT_H
#define ZC_TESTING_MUTANT_H

#include "engine/region.h"

typedef enum zc_mutant_form {
  ZC_MUTANT_TEXT,   /* target is a const char ** */
  ZC_MUTANT_NUMBER, /* uint32_t *, also int32_t * and zc_day * */
  ZC_MUTANT_VALUE   /* int64_t * */
} zc_mutant_form;

typedef struct zc_mutant {
  const char *rule; /* id of the row; name of the fact or parameter */
  const char *id;   /* "needs: 48 -> 49": unique among those of the row */
  zc_place at;
  zc_mutant_form form;
  int calendar; /* only the calendar's answers can change */
  void *target;
  const char *text; /* what is put in */
  int64_t value;
} zc_mutant;

typedef struct zc_mutants {
  zc_mutant *list;
  uint32_t count, capacity;
  int failed; /* out of memory */
  zc_arena arena;
} zc_mutants;

/* All mutants of a region, in the order of its tables; of one row alone where `rule` is not NULL.
 * 0: out of memory. Freed by the caller in any case. */
int zc_mutants_list(zc_mutants *m, zc_region *region, const char *rule);
void zc_mutants_free(zc_mutants *m);

/* Puts the mutant into the tables; a second call puts back what was there. */
void zc_mutant_swap(zc_mutant *mutant);

#endif
