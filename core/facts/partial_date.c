/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/partial_date.h"
#include "base/assert.h"

#include <stdio.h>
#include <string.h>

int zc_month_precision_read(const char *word, zc_month_precision *precision) {
  int is_first = strcmp(word, "first") == 0;
  if (!is_first && strcmp(word, "last") != 0)
    return 0;
  *precision = is_first ? ZC_PRECISION_FIRST : ZC_PRECISION_LAST;
  return 1;
}

enum { YEAR = 4, MONTH = 7 }; /* lengths of "2019" and "2019-07" */

int zc_partial_date_parse(const char *text, size_t length, zc_slot *days) {
  char first[] = "0000-01-01";
  zc_day day;
  if (length != YEAR && length != MONTH)
    return -1;
  memcpy(first, text, length);
  int status = zc_day_parse(first, &day);
  if (status)
    return status;
  zc_civil c = zc_civil_of(day);
  int32_t last = length == YEAR ? 12 : c.month;
  *days = (zc_slot){day, zc_day_of(c.year, last, zc_days_in_month(c.year, last))};
  return 0;
}

void zc_partial_date_format(zc_slot days, char out[23]) {
  char first[11], last[11];
  zc_slot all;
  zc_day_format((zc_day)days.lo, first);
  zc_day_format((zc_day)days.hi, last);
  size_t lengths[] = {YEAR, MONTH};
  for (size_t i = 0; i < 2; i++)
    if (zc_partial_date_parse(first, lengths[i], &all) == 0 && all.lo == days.lo &&
        all.hi == days.hi) {
      memcpy(out, first, lengths[i]);
      out[lengths[i]] = '\0';
      return;
    }
  memcpy(out, first, 10);
  if (days.lo == days.hi)
    out[10] = '\0';
  else
    snprintf(out + 10, 13, "..%s", last);
}

zc_slot zc_partial_date_take(zc_slot days, zc_month_precision precision) {
  int64_t day = precision == ZC_PRECISION_FIRST ? days.lo : days.hi;
  return precision == ZC_PRECISION_NONE ? days : (zc_slot){day, day};
}

int64_t zc_months_on(int64_t months, zc_day facts_day, zc_day counting_day, int64_t most) {
  int32_t less = zc_full_months(counting_day, facts_day);
  int64_t then = months + zc_full_months(facts_day, counting_day);
  if (facts_day > counting_day)
    then -= less + (zc_add_months(counting_day, less) < facts_day);
  return then < 0 ? 0 : then < most ? then : most;
}

static int64_t months_to(int64_t from, zc_day to, int64_t most) {
  int64_t full = zc_full_months((zc_day)from, to);
  return full < most ? full : most;
}

/* The least day of lo..hi from which there are at most `months` to `to`; hi + 1: none. The later
 * the day, the fewer the months. */
static int64_t first_with(zc_slot days, int64_t months, zc_day to, int64_t most) {
  int64_t lo = days.lo, hi = days.hi + 1;
  while (lo < hi) {
    int64_t middle = lo + (hi - lo) / 2;
    if (months_to(middle, to, most) <= months)
      hi = middle;
    else
      lo = middle + 1;
  }
  return lo;
}

static zc_slot months_from(zc_slot days, zc_day to, int64_t most) {
  int64_t least = months_to(days.hi, to, most);
  return (zc_slot){least, days.lo == days.hi ? least : months_to(days.lo, to, most)};
}

zc_counted_date zc_count_date(zc_slot day, int64_t given, const zc_month_count *c) {
  int is_whole = day.lo == day.hi, is_given = given >= 0;
  zc_counted_date out = {.agrees = 1};
  ZC_ASSERT(day.lo <= c->as_of && day.lo <= day.hi);
  if (day.hi > c->as_of)
    day.hi = c->as_of;
  if (is_given) {
    out.then = months_from(day, c->facts_day, c->most);
    out.agrees = given >= out.then.lo && given <= out.then.hi;
  }
  if (is_given && out.agrees && !is_whole) {
    day = (zc_slot){first_with(day, given, c->facts_day, c->most),
                    first_with(day, given - 1, c->facts_day, c->most) - 1};
    int64_t now = zc_months_on(given, c->facts_day, c->counting_day, c->most);
    out.day = zc_partial_date_take(day, c->precision);
    out.months = (zc_slot){now, now};
    return out;
  }
  out.day = is_whole ? day : zc_partial_date_take(day, c->precision);
  out.months = months_from(out.day, c->counting_day, c->most);
  return out;
}
