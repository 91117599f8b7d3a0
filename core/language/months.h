/* SPDX-License-Identifier: Apache-2.0 */
/* The operations MONTHS and ADD_MONTHS on any whole numbers: a day before 1900-01-01 counts as that
 * day, one after 2199-12-31 as that one, so that no sum of days and months is an error. */
#ifndef ZC_LANGUAGE_MONTHS_H
#define ZC_LANGUAGE_MONTHS_H

#include <stdint.h>

int64_t zc_months_between(int64_t from, int64_t to);
int64_t zc_later_by_months(int64_t day, int64_t months);

#endif
