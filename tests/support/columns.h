/* SPDX-License-Identifier: Apache-2.0 */
/* Columns of people that were drawn one by one. */
#ifndef ZC_TESTS_SUPPORT_COLUMNS_H
#define ZC_TESTS_SUPPORT_COLUMNS_H

#include "columns/columns.h"
#include "support/random.h"

typedef struct zc_test_columns {
  zc_column *items;
  uint32_t count;
  uint8_t *given; /* by fact: 1 where there is a column */
} zc_test_columns;

/* A column for each fact that some row gives, or only for about `percent` of those facts; each of
 * any width that holds its values, now and then with bits and ends of ranges that say nothing new.
 */
void zc_test_columns_make(zc_test_columns *c, const zc_facts *rows, uint32_t count,
                          uint32_t percent, zc_random *r);
void zc_test_columns_free(zc_test_columns *c);

#endif
