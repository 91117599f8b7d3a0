/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/workday.h"
#include "base/assert.h"
#include <stddef.h>

/* Days as numbers yyyymmdd, which sort like the days. */
static const struct {
  int32_t date;
  int works;
} exceptions[] = {
#define ZC_OFF(date, festival)  {date, 0},
#define ZC_WORK(date, festival) {date, 1},
#include "engine/workdays.def"
#undef ZC_OFF
#undef ZC_WORK
};

enum { FIRST_DAY = 18262, LAST_DAY = 20818 }; /* 2020-01-01 and 2026-12-31 */
_Static_assert(ZC_WORKDAY_COUNT == LAST_DAY - FIRST_DAY + 1, "a digit for each day");

void zc_workday_range(zc_day *first, zc_day *last) {
  *first = FIRST_DAY;
  *last = LAST_DAY;
}

/* The exception for a date; -1: none. */
static int exception(int32_t date) {
  size_t low = 0, high = sizeof exceptions / sizeof exceptions[0];
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    ZC_ASSERT(middle == 0 || exceptions[middle - 1].date < exceptions[middle].date);
    if (exceptions[middle].date == date)
      return exceptions[middle].works;
    if (exceptions[middle].date < date)
      low = middle + 1;
    else
      high = middle;
  }
  return -1;
}

/* Monday to Friday: 1970-01-01 was a Thursday. */
static int is_weekday(zc_day day) {
  return (day + 3) % 7 < 5;
}

int zc_is_workday(zc_day day) {
  if (day < FIRST_DAY || day > LAST_DAY)
    return -1;
  zc_civil c = zc_civil_of(day);
  int works = exception(c.year * 10000 + c.month * 100 + c.day);
  return works >= 0 ? works : is_weekday(day);
}

void zc_workday_digits(char out[ZC_WORKDAY_COUNT]) {
  for (zc_day day = FIRST_DAY; day <= LAST_DAY; day++)
    out[day - FIRST_DAY] = (char)('0' + is_weekday(day));
  for (size_t i = 0; i < sizeof exceptions / sizeof exceptions[0]; i++) {
    int32_t date = exceptions[i].date;
    zc_day day = zc_day_of(date / 10000, date / 100 % 100, date % 100);
    if (day >= FIRST_DAY && day <= LAST_DAY)
      out[day - FIRST_DAY] = (char)('0' + exceptions[i].works);
  }
}

int zc_add_workdays(zc_day day, int32_t count, zc_day *out) {
  int32_t step = count < 0 ? -1 : 1;
  while (count) {
    day += step;
    int works = zc_is_workday(day);
    if (works < 0)
      return -1;
    if (works)
      count -= step;
  }
  *out = day;
  return 0;
}
