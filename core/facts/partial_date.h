/* SPDX-License-Identifier: Apache-2.0 */
/* Partial dates: of a day only the month or the year is known. It is an interval of days then, as a
 * coarse division is one of places, and the months that follow from it are an interval, too. */
#ifndef ZC_FACTS_PARTIAL_DATE_H
#define ZC_FACTS_PARTIAL_DATE_H

#include "base/date.h"
#include <stddef.h>
#include <stdint.h>

typedef struct zc_slot {
  int64_t lo, hi;
} zc_slot;

/* What is made of a partial date: some day of its interval, or a certain one. */
typedef enum zc_month_precision {
  ZC_PRECISION_NONE = 0,
  ZC_PRECISION_FIRST,
  ZC_PRECISION_LAST
} zc_month_precision;

/* "first" or "last". 0: it is another word. */
int zc_month_precision_read(const char *word, zc_month_precision *precision);

/* Reads "2019-07" or "2019" as its days. 0: read; -1: not of this form; -2: there is no such month,
 * or it is out of range. */
int zc_partial_date_parse(const char *text, size_t length, zc_slot *days);
/* Writes it back where the days are just a month or a year; else, where some days of it are out of
 * the question, the first and the last day: "2019-07-01..2019-07-15". */
void zc_partial_date_format(zc_slot days, char out[23]);

/* The day that is taken; all of them without a precision. */
zc_slot zc_partial_date_take(zc_slot days, zc_month_precision precision);

/* Counting of months from one date. */
typedef struct zc_month_count {
  zc_day as_of;        /* no title is of a later day */
  zc_day facts_day;    /* of the months as given */
  zc_day counting_day; /* to which months are counted */
  int64_t most;        /* of the months */
  zc_month_precision precision;
} zc_month_count;

typedef struct zc_counted_date {
  int agrees;     /* months that were given fit some day of the interval */
  zc_slot then;   /* what they may be on facts_day */
  zc_slot day;    /* the days that fit */
  zc_slot months; /* on the counting day */
} zc_counted_date;

/* `day` begins on as_of at the latest; `given`: the months as given for facts_day, or -1. Months
 * beside a partial date decide, and leave those of its days that give them. */
zc_counted_date zc_count_date(zc_slot day, int64_t given, const zc_month_count *count);

/* Months of the day `facts_day` as they were or will be on another day. */
int64_t zc_months_on(int64_t months, zc_day facts_day, zc_day counting_day, int64_t most);

#endif
