/* SPDX-License-Identifier: Apache-2.0 */
/* The values worth trying in a region: of each fact those at which some condition changes its mind,
 * and their neighbours; the days around which its documents begin and end. */
#ifndef ZC_TESTS_SUPPORT_VALUES_H
#define ZC_TESTS_SUPPORT_VALUES_H

#include "engine/workspace.h"
#include "logic/domain.h"
#include "support/random.h"

typedef struct zc_test_points {
  int64_t *items; /* ascending */
  uint32_t count, room;
} zc_test_points;

typedef struct zc_test_values {
  const zc_region *region;
  zc_test_points *points; /* by fact */
  zc_test_points days;
  uint8_t *asked;     /* by fact: conditions say given(...) of it */
  uint8_t *reads;     /* by fact: bit 1 << question where the question reads it */
  zc_domain *domains; /* as of zc_domains_make, while gathering */
  zc_slot *open;      /* by fact: its whole range */
  uint8_t *all_given; /* by fact: 1 */
} zc_test_values;

/* Uses the workspace to gather. */
/* Whether something is assumed of the fact sometimes, and else it stays as it is. */
int zc_test_is_partly_assumed(const zc_fact *fact);

void zc_test_values_make(zc_test_values *v, zc_workspace *ws);
void zc_test_values_free(zc_test_values *v);

/* A value of a fact within `within`: for a division possibly a coarse one, else a single one. */
zc_slot zc_test_value(const zc_test_values *v, uint32_t fact, zc_slot within, zc_day as_of,
                      zc_random *r);
/* A single value of a fact within `within`. */
int64_t zc_test_value_exact(const zc_test_values *v, uint32_t fact, zc_slot within, zc_day as_of,
                            zc_random *r);
/* A day to ask on. */
zc_day zc_test_day(const zc_test_values *v, zc_random *r);

#endif
