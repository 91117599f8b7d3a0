/* SPDX-License-Identifier: Apache-2.0 */
/* Working days of China, from the State Council's holiday notices 2020-2026. */
#ifndef ZC_ENGINE_WORKDAY_H
#define ZC_ENGINE_WORKDAY_H

#include "base/date.h"

/* The day that is `count` working days after (before, if negative) `day`; `day` itself does not
 * count. 0: found; -1: beyond the table (the first or last covered day is passed). */
int zc_add_workdays(zc_day day, int32_t count, zc_day *out);
int zc_is_workday(zc_day day); /* 1, 0, or -1 beyond the table */
void zc_workday_range(zc_day *first, zc_day *last);

enum { ZC_WORKDAY_COUNT = 2557 }; /* days of the table */
/* The whole table, a digit for each day of the range: '1' where it is a working day, else '0'. */
void zc_workday_digits(char out[ZC_WORKDAY_COUNT]);

#endif
