/* SPDX-License-Identifier: Apache-2.0 */
/* The conditions of rules.h as rules of the reference region. */
#ifndef ZC_TESTS_BENCH_CONDITIONS_H
#define ZC_TESTS_BENCH_CONDITIONS_H

#include "engine/region.h"
#include "rules.h"

/* Over all rows, so that no work can be left out. */
typedef struct zc_bench_sums {
  uint64_t eligible, masks;
} zc_bench_sums;

/* The number of each condition's rule in the region: bit i of a mask is the state of rule[i]. Ends
 * the process where one is not there. */
void zc_bench_conditions(const zc_region *region, uint32_t rule[NCOND]);

#endif
