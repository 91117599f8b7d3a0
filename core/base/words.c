/* SPDX-License-Identifier: Apache-2.0 */
#include "base/words.h"
#include "base/assert.h"
#include <string.h>

static int is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int zc_next_word(const char **cursor, const char **word, size_t *length) {
  const char *at = *cursor;
  if (!at)
    return 0;
  while (is_blank(*at))
    at++;
  *word = at;
  while (*at && !is_blank(*at))
    at++;
  *length = (size_t)(at - *word);
  *cursor = at;
  return *length > 0;
}

int zc_has_word(const char *list, const char *word, size_t length) {
  const char *candidate;
  size_t size;
  while (zc_next_word(&list, &candidate, &size))
    if (size == length && !memcmp(candidate, word, length))
      return 1;
  return 0;
}

int zc_is_region_id(const char *text) {
  size_t length = 0;
  for (; text[length]; length++) {
    char c = text[length];
    int letter = c >= 'a' && c <= 'z';
    int later = (c >= '0' && c <= '9') || c == '_';
    if (length >= 31 || (!letter && !(later && length)))
      return 0;
  }
  return length > 0;
}

static int is_continuation(unsigned char c) {
  return (c & 0xC0) == 0x80;
}

/* Length of the character that starts here; 0: none that is valid (RFC 3629). */
static size_t character(const unsigned char *s, size_t left) {
  unsigned char c = s[0];
  if (c < 0x80)
    return 1;
  if (c < 0xC2 || c > 0xF4)
    return 0;
  if (c < 0xE0)
    return left >= 2 && is_continuation(s[1]) ? 2 : 0;
  if (c < 0xF0) {
    if (left < 3 || !is_continuation(s[1]) || !is_continuation(s[2]))
      return 0;
    int overlong = c == 0xE0 && s[1] < 0xA0, surrogate = c == 0xED && s[1] >= 0xA0;
    return overlong || surrogate ? 0 : 3;
  }
  if (left < 4 || !is_continuation(s[1]) || !is_continuation(s[2]) || !is_continuation(s[3]))
    return 0;
  int overlong = c == 0xF0 && s[1] < 0x90, beyond = c == 0xF4 && s[1] >= 0x90;
  return overlong || beyond ? 0 : 4;
}

size_t zc_utf8_valid(const char *text, size_t length) {
  size_t at = 0;
  while (at < length) {
    size_t size = character((const unsigned char *)text + at, length - at);
    if (!size)
      break;
    at += size;
  }
  ZC_ASSERT(at <= length);
  return at;
}

/* U+0080 to U+009F steer terminals as the ASCII controls do; U+2028 and U+2029 end lines; the rest
 * turn the direction of writing around, so that a text is not what it looks like. */
static int steers(const unsigned char *s, size_t size) {
  if (size == 1)
    return s[0] < ' ' || s[0] == 0x7F;
  if (size == 2)
    return (s[0] == 0xC2 && s[1] < 0xA0) || (s[0] == 0xD8 && s[1] == 0x9C); /* U+061C */
  if (size != 3 || s[0] != 0xE2)
    return 0;
  return (s[1] == 0x80 && (s[2] == 0x8E || s[2] == 0x8F || (s[2] >= 0xA8 && s[2] <= 0xAE))) ||
         (s[1] == 0x81 && s[2] >= 0xA6 && s[2] <= 0xA9);
}

size_t zc_text_plain(const char *text, size_t length) {
  size_t at = 0;
  while (at < length) {
    const unsigned char *here = (const unsigned char *)text + at;
    size_t size = character(here, length - at);
    if (!size || steers(here, size))
      break;
    at += size;
  }
  return at;
}

void zc_text_make_plain(char *text, size_t length, int lines) {
  for (size_t at = 0; (at += zc_text_plain(text + at, length - at)) < length; at++)
    if (!lines || (text[at] != '\n' && text[at] != '\t'))
      text[at] = '?';
}

enum { LONGEST = 63 };

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

/* Insertions, deletions, exchanges and swaps of neighbours that lead from one name to the other;
 * capitals count as small letters. Both are at most LONGEST bytes. */
static uint32_t distance(const char *a, size_t n, const char *b, size_t m) {
  uint32_t rows[3][LONGEST + 1];
  uint32_t *before = rows[0], *last = rows[1], *now = rows[2];
  ZC_ASSERT(n <= LONGEST && m <= LONGEST);
  for (size_t j = 0; j <= m; j++)
    last[j] = (uint32_t)j;
  for (size_t i = 1; i <= n; i++) {
    now[0] = (uint32_t)i;
    for (size_t j = 1; j <= m; j++) {
      char x = lower(a[i - 1]), y = lower(b[j - 1]);
      now[j] = least(least(last[j], now[j - 1]) + 1, last[j - 1] + (x != y));
      if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y)
        now[j] = least(now[j], before[j - 2] + 1);
    }
    uint32_t *oldest = before;
    before = last;
    last = now;
    now = oldest;
  }
  return last[m];
}

void zc_suggest(zc_suggestion *s, const char *candidate) {
  size_t length = strlen(candidate);
  if (!s->wanted_length || s->wanted_length > LONGEST || length > LONGEST)
    return;
  uint32_t near = (uint32_t)(s->wanted_length < 3 ? 1 : s->wanted_length / 3);
  size_t apart = length > s->wanted_length ? length - s->wanted_length : s->wanted_length - length;
  if (apart > near)
    return; /* the distance is no less */
  if (!apart && memcmp(s->wanted, candidate, length) == 0)
    return; /* the very word that will not do */
  uint32_t d = distance(s->wanted, s->wanted_length, candidate, length);
  if (d > near || (s->best && d >= s->distance) || d >= length)
    return;
  s->best = candidate;
  s->distance = d;
}
