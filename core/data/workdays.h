/* SPDX-License-Identifier: Apache-2.0 */
/* Working days of China, from the State Council's holiday notices. */
#ifndef ZC_DATA_WORKDAYS_H
#define ZC_DATA_WORKDAYS_H

#include "data/data_file.h"

typedef struct zc_workdays {
  zc_day first, last; /* what is known: whole years */
  const char *digits; /* one for each day of them: '1' where it is a working day, else '0' */
} zc_workdays;

/* The day that is `count` working days after (before, if negative) `day`; `day` itself does not
 * count. 0: found; -1: beyond the table (the first or last covered day is passed). */
int zc_add_workdays(const zc_workdays *workdays, zc_day day, int32_t count, zc_day *out);
int zc_is_workday(const zc_workdays *workdays, zc_day day); /* 1, 0, or -1 beyond the table */

#define ZC_WORKDAYS_FILE "workdays.csv"
/* Reads such a file: the days that do not follow their weekday, in order, of whole years without a
 * gap. Else as zc_divisions_read. */
zc_status zc_workdays_read(zc_workdays *workdays, const char *path, zc_arena *arena,
                           zc_diagnostics *diag);

#endif
