/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as people write them: with thousands separators, units, Chinese numerals. */
#ifndef ZC_OFFICE_QUANTITY_H
#define ZC_OFFICE_QUANTITY_H

#include "office/plain.h"

#include <stdint.h>

typedef enum zc_quantity_fault {
  ZC_QUANTITY_FINE = 0,
  ZC_QUANTITY_NONE,     /* no number */
  ZC_QUANTITY_FRACTION, /* a fraction, where only a whole number is one */
  ZC_QUANTITY_YEARS     /* a bare number above ZC_MOST_YEARS under a heading of years */
} zc_quantity_fault;

enum { ZC_MOST_YEARS = 50 }; /* so many years nobody works; months are meant */

/* A whole number: digits, perhaps with commas before each three of them, a sign, and a point behind
 * which there are zeros only; or a Chinese numeral up to 九十九. At most 10^15, which is out of the
 * range of every fact. */
zc_quantity_fault zc_read_quantity(zc_plain text, int64_t *value);
/* Months: 63, 63个月, 5年, 5年3个月, 5.5年, 五年, 两年半, 半年. `counts_years`: a bare number
 * counts years. */
zc_quantity_fault zc_read_months(zc_plain text, int counts_years, int64_t *months);

#endif
