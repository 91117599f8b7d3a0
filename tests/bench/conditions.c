/* SPDX-License-Identifier: Apache-2.0 */
#include "conditions.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In the order of the bits. */
static const char *const names[NCOND] = {
    "reference.in_region", "reference.in_years", "reference.not_dup",  "reference.not_banned",
    "reference.annual_ok", "reference.hours",    "reference.exam",     "reference.edu",
    "reference.tenure",    "reference.level",    "reference.county30", "reference.town20"};

void zc_bench_conditions(const zc_region *region, uint32_t rule[NCOND]) {
  for (unsigned c = 0; c < NCOND; c++) {
    uint32_t i = 0;
    while (i < region->rule_count && strcmp(region->rules[i].id, names[c]))
      i++;
    if (i == region->rule_count) {
      fprintf(stderr, "bench: the reference region has no rule %s\n", names[c]);
      exit(1);
    }
    rule[c] = i;
  }
}
