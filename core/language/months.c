/* SPDX-License-Identifier: Apache-2.0 */
#include "language/months.h"
#include "base/date.h"

enum { ZC_ALL_MONTHS = 300 * 12 /* between the first and the last day */ };

static zc_day clamp_day(int64_t day) {
  return (zc_day)(day < ZC_DAY_MIN ? ZC_DAY_MIN : day > ZC_DAY_MAX ? ZC_DAY_MAX : day);
}

int64_t zc_months_between(int64_t from, int64_t to) {
  return zc_full_months(clamp_day(from), clamp_day(to));
}

int64_t zc_later_by_months(int64_t day, int64_t months) {
  if (months > ZC_ALL_MONTHS || months < -ZC_ALL_MONTHS)
    return months > 0 ? ZC_DAY_MAX : ZC_DAY_MIN;
  return clamp_day(zc_add_months(clamp_day(day), (int32_t)months));
}
