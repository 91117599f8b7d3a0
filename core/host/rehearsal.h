/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calling a plugin's functions inside a worker with facts made up, before any answer depends on
 * them. A function finds its arguments in memory that is read-only and ends with the last of them
 * or, every other time, begins with the first: one that changes a fact or reads before or past its
 * arguments is caught in the act.
 */
#ifndef ZC_HOST_REHEARSAL_H
#define ZC_HOST_REHEARSAL_H

#include "base/random.h"
#include "engine/region.h"

typedef struct zc_rehearsal {
  const zc_region *region;
  char *written;     /* a page: the same memory as ... */
  const char *shown; /* ... this, which cannot be written to; what lies around cannot be read */
  size_t size;       /* of a page */
} zc_rehearsal;

/* Before the worker is sealed. 0: no memory. It is never closed: the worker ends. */
int zc_rehearsal_open(zc_rehearsal *r, const zc_region *region);

/* Calls function `index` with arguments that `seed` and `round` decide: nothing known, everything
 * least, everything greatest, then at random. */
zc_value zc_rehearse(const zc_rehearsal *r, uint32_t index, uint64_t seed, uint32_t round);

#endif
