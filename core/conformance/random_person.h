/* SPDX-License-Identifier: Apache-2.0 */
/* People made up at random, near the values at which conditions of a region change their mind. The
 * same seed and number make the same person everywhere. */
#ifndef ZC_CONFORMANCE_RANDOM_PERSON_H
#define ZC_CONFORMANCE_RANDOM_PERSON_H

#include "base/random.h"
#include "engine/region.h"
#include "facts/facts.h"

typedef struct zc_random_person {
  const zc_region *region;
  int64_t *values; /* constants of the conditions, and the days of the documents */
  uint32_t count;
  zc_facts facts;    /* of the person made last */
  char (*codes)[16]; /* by fact: the text of a division or a region */
  zc_day as_of;
  int strict;
} zc_random_person;

/* 0: no memory. Freed in any case, unless the process ends before. */
int zc_random_person_open(zc_random_person *g, const zc_region *region);
void zc_random_person_free(zc_random_person *g);

/* Makes person `number`: facts, day, strictness. */
void zc_random_person_make(zc_random_person *g, uint64_t seed, uint64_t number);

#endif
