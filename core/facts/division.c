/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/division.h"
#include "base/assert.h"
#include <string.h>

int zc_division_parse(const char *text, size_t length, zc_division *out) {
  if ((length != 6 && length != 9 && length != 12) || text[0] == '0')
    return -1;
  int64_t code = 0;
  for (size_t i = 0; i < length; i++) {
    if (text[i] < '0' || text[i] > '9')
      return -1;
    code = code * 10 + (text[i] - '0');
  }
  for (size_t i = length; i < 12; i++)
    code *= 10;
  /* groups of 2, 2, 2, 3 and 3 digits; zero groups at the end make the code coarse */
  static const int64_t spans[] = {1000, 1000000, 100000000, 10000000000};
  int64_t span = 1;
  for (int i = 0; i < 4 && code % spans[i] == 0; i++)
    span = spans[i];
  *out = (zc_division){code, code + span - 1};
  return 0;
}

int zc_division_parse_prefix(const char *text, size_t length, zc_division *out) {
  char padded[] = "000000";
  if (length != 2 && length != 4)
    return zc_division_parse(text, length, out);
  memcpy(padded, text, length);
  return zc_division_parse(padded, 6, out);
}

void zc_division_format(zc_division d, char out[13]) {
  int64_t code = d.lo;
  int digits = 12;
  ZC_ASSERT(d.lo >= 0 && d.lo <= d.hi && d.lo < INT64_C(1000000000000));
  if (d.hi - d.lo >= 999999 && code % 1000000 == 0)
    digits = 6;
  else if (d.hi - d.lo >= 999 && code % 1000 == 0)
    digits = 9;
  for (int i = 12; i > digits; i--)
    code /= 10;
  for (int i = digits - 1; i >= 0; i--) {
    out[i] = (char)('0' + code % 10);
    code /= 10;
  }
  out[digits] = '\0';
}

/* The nine digits of a code; 0: it has none. */
static uint32_t town_of(zc_division d) {
  return d.lo < 0 || d.lo / 1000 > UINT32_MAX ? 0 : (uint32_t)(d.lo / 1000);
}

zc_division_entry zc_division_find(const zc_data *data, zc_division d) {
  zc_division_entry none = {NULL, ZC_LEVEL_UNLISTED};
  if (d.hi - d.lo < 999 || d.lo % 1000)
    return none;
  return zc_divisions_find(&data->divisions, town_of(d));
}

void zc_division_path(zc_buffer *out, const zc_data *data, zc_division d) {
  if (d.hi - d.lo >= 999)
    zc_divisions_path(out, &data->divisions, town_of(d));
}

int zc_division_is_listed(const zc_data *data, zc_division d) {
  return zc_divisions_find(&data->divisions, town_of(d)).name != NULL;
}

const zc_former_division *zc_division_former(const zc_data *data, zc_division d) {
  return zc_former_find(&data->former, town_of(d));
}

/* Place of a character in an alphabet; -1: not in it. */
static int place_in(const char *alphabet, char c) {
  const char *at = c ? strchr(alphabet, c) : NULL;
  return at ? (int)(at - alphabet) : -1;
}

/* The weighted sum of all characters but the last; -1: one is not in the alphabet. */
static int weighted_sum(const char *text, const char *alphabet, const int8_t weights[17]) {
  int sum = 0;
  for (int i = 0; i < 17; i++) {
    int place = place_in(alphabet, text[i]);
    if (place < 0)
      return -1;
    sum += place * weights[i];
  }
  return sum;
}

int zc_credit_code_check(const char *text, size_t length, char *expected) {
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  static const int8_t weights[17] = {1,  3,  9,  27, 19, 26, 16, 17, 20,
                                     29, 25, 13, 8,  24, 10, 30, 28};
  if (length != 18 || place_in(alphabet, text[17]) < 0)
    return -1;
  int sum = weighted_sum(text, alphabet, weights);
  if (sum < 0)
    return -1;
  *expected = alphabet[(31 - sum % 31) % 31];
  return text[17] == *expected ? 0 : -2;
}
