/* SPDX-License-Identifier: Apache-2.0 */
/* Days as people write them, whole or in part. */
#ifndef ZC_OFFICE_DAY_TEXT_H
#define ZC_OFFICE_DAY_TEXT_H

#include "base/date.h"
#include "office/plain.h"

typedef enum zc_day_fault {
  ZC_DAY_TEXT_FINE = 0,
  ZC_DAY_TEXT_NONE,  /* no date */
  ZC_DAY_TEXT_ORDER, /* day and month before the year, or a year of two digits */
  ZC_DAY_TEXT_NO_DAY /* no such day or month, or outside 1900 to 2199 */
} zc_day_fault;

/* The days that a date may mean, both ends included: of a whole one, one day; of 2019.7 or 2019年,
 * a month or a year. A time of day behind a whole date is left out. */
typedef struct zc_day_text {
  zc_day first, last;
} zc_day_text;

zc_day_fault zc_read_day_text(zc_plain text, zc_day_text *day);

#endif
