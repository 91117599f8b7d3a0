/* SPDX-License-Identifier: Apache-2.0 */
#include "office/quantity.h"

#include <string.h>

enum { PARTS = 1000000 }; /* six digits behind the point are read */
#define MOST INT64_C(1000000000000000)

/* ---- digits ---- */

/* Digits in front, with commas before each three of them or without any. Their length; 0: none. */
static size_t read_digits(zc_plain text, int64_t *value) {
  size_t at = 0, since = 0;
  int has_commas = 0;
  *value = 0;
  for (; at < text.length; at++) {
    char c = text.text[at];
    if (c == ',' && at > 0 && (since == 3 || (!has_commas && since < 3))) {
      has_commas = 1;
      since = 0;
    } else if (c >= '0' && c <= '9') {
      *value = *value < MOST ? *value * 10 + (c - '0') : MOST;
      since++;
    } else {
      break;
    }
  }
  return has_commas && since != 3 ? 0 : at;
}

/* The millionths behind the point; -1: no digits there, or a seventh that is not 0. */
static int64_t read_parts(zc_plain text, size_t *length) {
  int64_t parts = 0, unit = PARTS;
  size_t at = 1;
  for (; at < text.length && text.text[at] >= '0' && text.text[at] <= '9'; at++) {
    unit /= 10;
    parts += unit * (text.text[at] - '0');
    if (unit == 0 && text.text[at] != '0')
      return -1;
  }
  *length = at;
  return at > 1 ? parts : -1;
}

/* ---- Chinese numerals ---- */

/* A numeral of one character in front; -1: none. */
static int read_numeral(zc_plain text) {
  static const char *const numerals[] = {"零", "一", "二", "三", "四", "五", "六",
                                         "七", "八", "九", "十", "两", "〇"};
  for (int i = 0; i < 13; i++)
    if (zc_plain_begins(text, numerals[i]))
      return i == 11 ? 2 : i == 12 ? 0 : i;
  return -1;
}

/* A numeral from 一 to 九十九 in front. Its length; 0: none. */
static size_t read_chinese(zc_plain text, int64_t *value) {
  const size_t size = 3; /* bytes of each character */
  int first = read_numeral(text);
  if (first <= 0)
    return 0;
  zc_plain rest = {text.text + size, text.length - size};
  int second = rest.length ? read_numeral(rest) : -1;
  if (first < 10 && second != 10) {
    *value = first;
    return second < 0 ? size : 0;
  }
  size_t length = first == 10 ? size : 2 * size;
  rest = (zc_plain){text.text + length, text.length - length};
  int unit = rest.length ? read_numeral(rest) : -1;
  int has_unit = unit > 0 && unit < 10;
  *value = (first == 10 ? 10 : 10 * first) + (has_unit ? unit : 0);
  return length + (has_unit ? size : 0);
}

/* A number in front, in whole and millionths. Its length; 0: none. */
static size_t read_number(zc_plain text, int64_t *whole, int64_t *parts) {
  size_t length = read_digits(text, whole);
  *parts = 0;
  if (length == 0)
    return read_chinese(text, whole);
  if (length < text.length && text.text[length] == '.') {
    size_t more;
    *parts = read_parts((zc_plain){text.text + length, text.length - length}, &more);
    length = *parts < 0 ? 0 : length + more;
  }
  return length;
}

/* ---- numbers ---- */

zc_quantity_fault zc_read_quantity(zc_plain text, int64_t *value) {
  int is_negative = text.length > 0 && text.text[0] == '-';
  int64_t parts;
  zc_plain number = {text.text + is_negative, text.length - (size_t)is_negative};
  size_t length = number.length ? read_number(number, value, &parts) : 0;
  if (length == 0 || length != number.length)
    return ZC_QUANTITY_NONE;
  *value = is_negative ? -*value : *value;
  return parts ? ZC_QUANTITY_FRACTION : ZC_QUANTITY_FINE;
}

/* ---- months ---- */

static zc_plain skip(zc_plain text, size_t length) {
  return (zc_plain){text.text + length, text.length - length};
}

/* What stands behind the years: nothing, 半, or months. */
static zc_quantity_fault read_rest(zc_plain rest, int64_t *months) {
  int64_t whole, parts;
  if (rest.length == 0)
    return ZC_QUANTITY_FINE;
  if (zc_plain_is(rest, "半")) {
    *months += 6;
    return ZC_QUANTITY_FINE;
  }
  if (zc_plain_begins(rest, "零"))
    rest = zc_plain_behind(rest, "零");
  size_t length = rest.length ? read_number(rest, &whole, &parts) : 0;
  zc_plain unit = skip(rest, length);
  if (length == 0 || (!zc_plain_is(unit, "个月") && !zc_plain_is(unit, "月")))
    return ZC_QUANTITY_NONE;
  *months += whole;
  return parts ? ZC_QUANTITY_FRACTION : ZC_QUANTITY_FINE;
}

/* Years with a fraction that gives whole months. */
static zc_quantity_fault take_years(int64_t whole, int64_t parts, int64_t *months) {
  *months = whole < MOST / 12 ? whole * 12 + parts * 12 / PARTS : MOST;
  return parts * 12 % PARTS ? ZC_QUANTITY_FRACTION : ZC_QUANTITY_FINE;
}

zc_quantity_fault zc_read_months(zc_plain text, int counts_years, int64_t *months) {
  int64_t whole, parts;
  *months = 0;
  if (zc_plain_is(text, "半年")) {
    *months = 6;
    return ZC_QUANTITY_FINE;
  }
  size_t length = text.length ? read_number(text, &whole, &parts) : 0;
  zc_plain rest = skip(text, length);
  if (length == 0)
    return zc_read_quantity(text, months);
  if (zc_plain_begins(rest, "年") || zc_plain_begins(rest, "周年")) {
    zc_quantity_fault fault = take_years(whole, parts, months);
    rest = zc_plain_behind(zc_plain_behind(rest, "周"), "年");
    if (parts && rest.length)
      return ZC_QUANTITY_NONE;
    return fault ? fault : read_rest(rest, months);
  }
  if (rest.length > 0 || !counts_years) {
    *months = 0;
    return rest.length > 0 ? read_rest(text, months) : zc_read_quantity(text, months);
  }
  if (whole > ZC_MOST_YEARS || (whole == ZC_MOST_YEARS && parts))
    return ZC_QUANTITY_YEARS;
  return take_years(whole, parts, months);
}
