/* SPDX-License-Identifier: Apache-2.0 */
/* Dates: the proleptic Gregorian calendar as days since 1970-01-01, from 1900-01-01 to 2199-12-31.
 */
#ifndef ZC_BASE_DATE_H
#define ZC_BASE_DATE_H

#include <stdint.h>

typedef int32_t zc_day;
#define ZC_DAY_MIN  (-25567) /* 1900-01-01 */
#define ZC_DAY_MAX  84005    /* 2199-12-31 */
#define ZC_NO_DAY   INT32_MIN
#define ZC_YEAR_MIN 1900
#define ZC_YEAR_MAX 2199

typedef struct zc_civil {
  int32_t year, month, day; /* month 1-12, day 1-31 */
} zc_civil;

zc_day zc_day_of(int32_t year, int32_t month, int32_t day); /* of a date that exists */
zc_civil zc_civil_of(zc_day day);
int32_t zc_days_in_month(int32_t year, int32_t month);

/* Reads exactly "YYYY-MM-DD". 0: read; -1: not of this form; -2: no such day, or out of range. */
int zc_day_parse(const char *text, zc_day *day);
/* Writes "YYYY-MM-DD" and a NUL: 11 bytes. */
void zc_day_format(zc_day day, char out[11]);

/* Full months from one day to another: a month is full on the same day of the month, or on the last
 * day of a shorter month. 0 where `to` is not after `from`. */
int32_t zc_full_months(zc_day from, zc_day to);
/* The same day of a later (or earlier) month, or that month's last day. */
zc_day zc_add_months(zc_day day, int32_t months);

/* Today in Asia/Shanghai (UTC+8, no daylight saving since 1992). The only clock of the core. */
zc_day zc_today_shanghai(void);

#endif
