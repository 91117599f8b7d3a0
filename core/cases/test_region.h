/* SPDX-License-Identifier: Apache-2.0 */
/* One region under test: its cases against its own plugin alone, and what they do not show. */
#ifndef ZC_CASES_TEST_REGION_H
#define ZC_CASES_TEST_REGION_H

#include "cases/junit.h"
#include "commands/run.h"

/* A run of `zhicheng test`, over one region after another. */
typedef struct zc_testing {
  zc_run *run;
  zc_junit junit;
  zc_buffer out;
  zc_buffer cases;      /* that are proposed: the last of the output, so that they can be cut off */
  zc_buffer json, html; /* of --coverage: regions, one behind the other */
  uint32_t passed, failed; /* cases */
  uint32_t gaps;           /* rules that lack a kind of case */
  uint32_t loaded;         /* plugins */
  zc_status status;        /* worst error that is no failed case */
  int has_rule;            /* some region has the rule of --rule */
} zc_testing;

/* Keeps the worst status of all. */
void zc_test_worsen(zc_testing *s, zc_status status);

/* Loads the one plugin and runs its cases, or changes its tables; no other plugin is there. What is
 * found is added to `s`. */
void zc_test_region(zc_testing *s, const char *region);

#endif
