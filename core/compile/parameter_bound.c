/* SPDX-License-Identifier: Apache-2.0 */
/* The greatest value that a parameter may have: what a document lets others set, but no further. */
#include "compile/parameters.h"

#include <stdlib.h>
#include <string.h>

static int read_number(const char *text, int64_t *out) {
  size_t length = strlen(text);
  if (!length || length > 10 || strspn(text, "0123456789") != length)
    return 0;
  *out = strtoll(text, NULL, 10);
  return 1;
}

/* "2024-06-29", or "06-29": the day of each year. 2024 has every day of a year. */
static int read_day(const char *text, zc_named_parameter *p) {
  char date[11] = "2024-";
  zc_day day;
  if (zc_day_parse(text, &day) == 0) {
    p->most = day;
    return 1;
  }
  if (strlen(text) != 5)
    return 0;
  memcpy(date + 5, text, 6);
  if (zc_day_parse(date, &day) != 0)
    return 0;
  zc_civil civil = zc_civil_of(day);
  p->most_of_year = civil.month * 100 + civil.day;
  return 1;
}

int zc_bound_read(const zc_parameter *row, zc_named_parameter *p) {
  p->most = INT64_MAX;
  p->most_text = row->most;
  if (!row->most)
    return 1;
  return (row->type == ZC_INT && read_number(row->most, &p->most)) ||
         (row->type == ZC_DATE && read_day(row->most, p));
}

int zc_bound_allows(const zc_named_parameter *p, int64_t value) {
  if (!p->most_of_year)
    return value <= p->most;
  zc_civil civil = zc_civil_of((zc_day)value);
  return civil.month * 100 + civil.day <= p->most_of_year;
}
