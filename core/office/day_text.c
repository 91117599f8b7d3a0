/* SPDX-License-Identifier: Apache-2.0 */
#include "office/day_text.h"

#include <string.h>

/* Digits in front. */
static size_t count_digits(zc_plain text) {
  size_t length = 0;
  while (length < text.length && text.text[length] >= '0' && text.text[length] <= '9')
    length++;
  return length;
}

static int32_t number_of(const char *digits, size_t length) {
  int32_t value = 0;
  for (size_t i = 0; i < length; i++)
    value = value * 10 + (digits[i] - '0');
  return value;
}

static zc_plain skip(zc_plain text, size_t length) {
  return (zc_plain){text.text + length, text.length - length};
}

/* ---- the days meant ---- */

/* month and day may be 0: not said. */
static zc_day_fault make(int32_t year, int32_t month, int32_t day, zc_day_text *out) {
  if (year < ZC_YEAR_MIN || year > ZC_YEAR_MAX || month > 12)
    return ZC_DAY_TEXT_NO_DAY;
  int32_t last_month = month ? month : 12;
  int32_t last_day = zc_days_in_month(year, last_month);
  if (day > last_day)
    return ZC_DAY_TEXT_NO_DAY;
  out->first = zc_day_of(year, month ? month : 1, day ? day : 1);
  out->last = zc_day_of(year, last_month, day ? day : last_day);
  return ZC_DAY_TEXT_FINE;
}

/* 20190701, 201907 or 2019. */
static zc_day_fault read_packed(zc_plain text, zc_day_text *out) {
  const char *t = text.text;
  int32_t month = text.length > 4 ? number_of(t + 4, 2) : 0;
  int32_t day = text.length > 6 ? number_of(t + 6, 2) : 0;
  if ((text.length > 4 && !month) || (text.length > 6 && !day))
    return ZC_DAY_TEXT_NO_DAY;
  return make(number_of(t, 4), month, day, out);
}

/* ---- parts ---- */

/* A number of one or two digits and what ends it; the rest is moved behind. 0: there is none. */
static int take_part(zc_plain *rest, const char *end, int is_last, int32_t *value) {
  size_t digits = count_digits(*rest);
  if (digits < 1 || digits > 2)
    return 0;
  *value = number_of(rest->text, digits);
  zc_plain behind = skip(*rest, digits);
  int is_ended = zc_plain_begins(behind, end);
  if (!is_ended && !(is_last && behind.length == 0))
    return 0;
  *rest = is_ended ? zc_plain_behind(behind, end) : behind;
  return *value > 0 ? 1 : -1;
}

/* 09:30 or 09:30:00, behind a blank or a T; workbooks saved as text have that. */
static int is_time(zc_plain text) {
  size_t at = 0;
  while (at < text.length && (text.text[at] == ' ' || text.text[at] == 'T'))
    at++;
  if (at == 0)
    return text.length == 0;
  int groups = 0;
  for (zc_plain rest = skip(text, at); rest.length > 0; groups++) {
    size_t digits = count_digits(rest);
    if (digits < 1 || digits > 2)
      return 0;
    rest = skip(rest, digits);
    if (rest.length > 0 && rest.text[0] != ':')
      return 0;
    rest = skip(rest, rest.length > 0);
  }
  return groups == 2 || groups == 3;
}

/* 7月1日, 7月, or nothing, behind 2019年. */
static zc_day_fault read_chinese(int32_t year, zc_plain rest, zc_day_text *out) {
  int32_t month = 0, day = 0;
  int found = rest.length ? take_part(&rest, "月", 0, &month) : 1;
  if (found > 0 && rest.length) {
    found = take_part(&rest, "日", 0, &day);
    if (!found)
      found = take_part(&rest, "号", 0, &day);
  }
  if (found <= 0 || !is_time(rest))
    return found < 0 ? ZC_DAY_TEXT_NO_DAY : ZC_DAY_TEXT_NONE;
  return make(year, month, day, out);
}

/* Behind 2019- or 2019/ or 2019. */
static zc_day_fault read_marked(int32_t year, const char *mark, zc_plain rest, zc_day_text *out) {
  int32_t month = 0, day = 0;
  size_t before = rest.length;
  int found = take_part(&rest, mark, 1, &month);
  int is_marked =
      before > 0 &&
      before - rest.length > count_digits((zc_plain){rest.text - before + rest.length, before});
  if (found > 0 && is_marked) {
    size_t digits = count_digits(rest);
    zc_plain number = {rest.text, digits};
    rest = skip(rest, digits);
    found = digits ? take_part(&number, "", 1, &day) : 0;
  }
  if (found <= 0 || !is_time(rest))
    return found < 0 ? ZC_DAY_TEXT_NO_DAY : ZC_DAY_TEXT_NONE;
  return make(year, month, day, out);
}

/* 1/7/2019, 01-07-19, 19.7.1, 19年7月: which is the year, or the day, nobody knows. */
static int is_turned(zc_plain text, size_t digits) {
  zc_plain rest = skip(text, digits);
  int is_short = digits == 1 || digits == 2;
  int is_marked = rest.length > 0 && memchr("-/.", rest.text[0], 3);
  if (is_short && zc_plain_begins(rest, "年"))
    return 1;
  return is_short && is_marked && count_digits(skip(rest, 1)) > 0;
}

zc_day_fault zc_read_day_text(zc_plain text, zc_day_text *day) {
  size_t digits = count_digits(text);
  if (digits == text.length && (digits == 8 || digits == 6 || digits == 4))
    return read_packed(text, day);
  if (digits != 4)
    return is_turned(text, digits) ? ZC_DAY_TEXT_ORDER : ZC_DAY_TEXT_NONE;
  int32_t year = number_of(text.text, 4);
  zc_plain rest = skip(text, 4);
  if (zc_plain_begins(rest, "年"))
    return read_chinese(year, zc_plain_behind(rest, "年"), day);
  char mark[2] = {rest.text[0], '\0'};
  return strchr("-/.", mark[0]) ? read_marked(year, mark, skip(rest, 1), day) : ZC_DAY_TEXT_NONE;
}
