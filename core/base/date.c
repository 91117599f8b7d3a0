/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "base/assert.h"
#include <time.h>

/* Days and dates are converted by counting from 0000-03-01, so that the leap day ends a year. */
enum { DAYS_TO_EPOCH = 719468, DAYS_PER_ERA = 146097 };

zc_day zc_day_of(int32_t year, int32_t month, int32_t day) {
  ZC_ASSERT(month >= 1 && month <= 12 && day >= 1 && day <= 31);
  int32_t y = year - (month <= 2);
  int32_t era = (y >= 0 ? y : y - 399) / 400;
  int32_t of_era = y - era * 400;
  int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * DAYS_PER_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_EPOCH;
}

zc_civil zc_civil_of(zc_day day) {
  int32_t days = day + DAYS_TO_EPOCH;
  int32_t era = (days >= 0 ? days : days - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
  int32_t rest = days - era * DAYS_PER_ERA;
  int32_t of_era = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
  int32_t of_year = rest - (365 * of_era + of_era / 4 - of_era / 100);
  int32_t march = (5 * of_year + 2) / 153;
  zc_civil c;
  c.day = of_year - (153 * march + 2) / 5 + 1;
  c.month = march < 10 ? march + 3 : march - 9;
  c.year = of_era + era * 400 + (c.month <= 2);
  return c;
}

int32_t zc_days_in_month(int32_t year, int32_t month) {
  static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  ZC_ASSERT(month >= 1 && month <= 12);
  int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

/* The number that `count` digits write; -1: not all are digits. */
static int32_t digits(const char *text, int count) {
  int32_t value = 0;
  for (int i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9')
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

int zc_day_parse(const char *text, zc_day *day) {
  /* each part is looked at only after the one before it proved not to end the text */
  int32_t year = digits(text, 4);
  if (year < 0 || text[4] != '-')
    return -1;
  int32_t month = digits(text + 5, 2);
  if (month < 0 || text[7] != '-')
    return -1;
  int32_t of_month = digits(text + 8, 2);
  if (of_month < 0 || text[10])
    return -1;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || of_month < 1 ||
      of_month > zc_days_in_month(year, month))
    return -2;
  *day = zc_day_of(year, month, of_month);
  return 0;
}

static void put_digits(char *out, int32_t value, int count) {
  for (int i = count - 1; i >= 0; i--) {
    out[i] = (char)('0' + value % 10);
    value /= 10;
  }
}

void zc_day_format(zc_day day, char out[11]) {
  zc_civil c = zc_civil_of(day);
  put_digits(out, c.year < 0 ? 0 : c.year, 4);
  out[4] = '-';
  put_digits(out + 5, c.month, 2);
  out[7] = '-';
  put_digits(out + 8, c.day, 2);
  out[10] = '\0';
}

int32_t zc_full_months(zc_day from, zc_day to) {
  if (to <= from)
    return 0;
  zc_civil a = zc_civil_of(from), b = zc_civil_of(to);
  int32_t months = (b.year - a.year) * 12 + b.month - a.month;
  int full = b.day >= a.day || b.day == zc_days_in_month(b.year, b.month);
  return full ? months : months - 1;
}

zc_day zc_add_months(zc_day day, int32_t months) {
  enum { FIRST = 12, LAST = 9999 * 12 + 11 }; /* years 1 to 9999: what zc_day_format can write */
  zc_civil c = zc_civil_of(day);
  int64_t month = (int64_t)c.year * 12 + (c.month - 1) + months;
  month = month < FIRST ? FIRST : month > LAST ? LAST : month;
  int32_t year = (int32_t)(month / 12), of_year = (int32_t)(month % 12) + 1;
  int32_t last = zc_days_in_month(year, of_year);
  return zc_day_of(year, of_year, c.day < last ? c.day : last);
}

zc_day zc_today_shanghai(void) {
  int64_t seconds = (int64_t)time(NULL) + 8 * 3600;
  return (zc_day)(seconds / 86400);
}
