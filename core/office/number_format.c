/* SPDX-License-Identifier: Apache-2.0 */
#include "office/number_format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- formats ---- */

/* What the letters of a format show. */
typedef struct format_letters {
  int days, months, hours, digits, is_percent, is_scientific;
  int decimals; /* -1: no point */
} format_letters;

/* Passes what is shown as it is: texts in quotes, brackets, a sign behind a stroke. */
static size_t pass_literal(const char *code, size_t length, size_t at) {
  char end = code[at] == '"' ? '"' : code[at] == '[' ? ']' : '\0';
  if (end == '\0')
    return at + 2;
  const char *close = at + 1 < length ? memchr(code + at + 1, end, length - at - 1) : NULL;
  return close ? (size_t)(close - code) + 1 : length;
}

static void take_letter(format_letters *l, const char *code, size_t length, size_t at) {
  char next = at + 1 < length ? code[at + 1] : '\0';
  switch (code[at]) {
  case 'y':
  case 'Y':
  case 'd':
  case 'D':
  case 'a':
  case 'A':
    l->days = 1;
    break;
  case 'e':
  case 'E':
    if (next == '+' || next == '-')
      l->is_scientific = 1;
    else
      l->days = 1;
    break;
  case 'm':
  case 'M':
    l->months = 1;
    break;
  case 'h':
  case 'H':
  case 's':
  case 'S':
    l->hours = 1;
    break;
  case '0':
  case '#':
  case '?':
    l->digits = 1;
    l->decimals += l->decimals >= 0;
    break;
  case '.':
    l->decimals = 0;
    break;
  case '%':
    l->is_percent = 1;
    break;
  default:
    break;
  }
}

/* Of its first part, that for positive numbers. */
static format_letters read_letters(const char *code, size_t length) {
  format_letters l = {.decimals = -1};
  size_t at = 0;
  while (at < length && code[at] != ';') {
    if (code[at] == '[' && length - at > 2 && memchr("hHmMsS", code[at + 1], 6) &&
        (code[at + 2] == ']' || code[at + 2] == code[at + 1]))
      l.hours = 1; /* time that has passed */
    if (memchr("\"[\\_*", code[at], 5)) {
      at = pass_literal(code, length, at);
      continue;
    }
    if (length - at >= 5 && strncasecmp(code + at, "AM/PM", 5) == 0) {
      at += 5;
      continue;
    }
    take_letter(&l, code, length, at);
    at++;
  }
  return l;
}

zc_number_format zc_number_format_read(const char *code, size_t length) {
  static const char *const general[] = {"General", "G/"};
  zc_number_format format = {.decimals = -1};
  for (size_t i = 0; i < 2; i++)
    if (length >= strlen(general[i]) && strncasecmp(code, general[i], strlen(general[i])) == 0)
      return format;
  format_letters l = read_letters(code, length);
  if (l.days || (l.months && !l.hours))
    format.is_date = 1;
  else if (l.digits && !l.hours && !l.is_percent && !l.is_scientific)
    format.decimals = (int8_t)(l.decimals < 0 ? 0 : l.decimals < 30 ? l.decimals : 30);
  return format;
}

zc_number_format zc_number_format_built_in(uint32_t number) {
  zc_number_format format = {.decimals = -1};
  int is_day = (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
               number == 36 || (number >= 50 && number <= 54) || number == 57 || number == 58;
  format.is_date = (int8_t)is_day;
  if (number == 1 || number == 3 || number == 37 || number == 38 || number == 41 || number == 42)
    format.decimals = 0;
  if (number == 2 || number == 4 || number == 39 || number == 40 || number == 43 || number == 44)
    format.decimals = 2;
  return format;
}

/* ---- digits ---- */

/* Whether it is a plain decimal of at most 15 digits, or a whole number: as good as it can be. */
static int is_plain(const char *text, size_t length) {
  size_t digits = 0, points = 0, at = length > 0 && text[0] == '-';
  for (; at < length; at++) {
    digits += text[at] >= '0' && text[at] <= '9';
    points += text[at] == '.';
    if ((text[at] < '0' || text[at] > '9') && text[at] != '.')
      return 0;
  }
  return digits > 0 && points <= 1 && (digits <= 15 || points == 0) && length <= ZC_DIGITS;
}

/* Writes digits with a point behind the first `whole` of them. */
static size_t put_digits(int negative, const char *digits, size_t count, long whole,
                         char out[ZC_DIGITS + 8]) {
  size_t at = 0;
  long most = whole > (long)count ? whole : (long)count;
  if (most > ZC_DIGITS - 2 || whole < -(ZC_DIGITS - 2 - (long)count))
    return 0;
  if (negative)
    out[at++] = '-';
  if (whole <= 0) {
    out[at++] = '0';
    out[at++] = '.';
  }
  for (long i = whole < 0 ? whole : 0; i < most; i++) {
    if (i == whole && whole > 0)
      out[at++] = '.';
    out[at++] = i >= 0 && i < (long)count ? digits[i] : '0';
  }
  out[at] = '\0';
  return at;
}

/* Without the binary noise behind the 15th digit; whole numbers have all the digits they are stored
 * with. */
size_t zc_double_digits(double value, char out[ZC_DIGITS + 8]) {
  char text[40];
  out[0] = '\0';
  if (!isfinite(value))
    return 0;
  int is_whole = fabs(value) < 1e18 && (double)zc_whole_below(value) == value;
  if (is_whole)
    return (size_t)snprintf(out, ZC_DIGITS + 8, "%.0f", value == 0 ? 0.0 : value);
  snprintf(text, sizeof text, "%.14e", fabs(value));
  char digits[16] = {text[0]};
  memcpy(digits + 1, text + 2, 14);
  size_t count = 15;
  while (count > 1 && digits[count - 1] == '0')
    count--;
  return put_digits(value < 0, digits, count, strtol(text + 17, NULL, 10) + 1, out);
}

size_t zc_number_digits(const char *text, size_t length, char out[ZC_DIGITS + 8]) {
  char copy[64], *end;
  if (is_plain(text, length)) {
    memcpy(out, text, length);
    out[length] = '\0';
    return length;
  }
  out[0] = '\0';
  if (length == 0 || length >= sizeof copy || !memchr("+-.0123456789", text[0], 13))
    return 0;
  memcpy(copy, text, length);
  copy[length] = '\0';
  double value = strtod(copy, &end);
  return *end == '\0' && !strpbrk(copy, "xXnN") ? zc_double_digits(value, out) : 0;
}
