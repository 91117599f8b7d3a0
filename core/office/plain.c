/* SPDX-License-Identifier: Apache-2.0 */
#include "office/plain.h"

#include <string.h>

/* The ASCII character that a full-width form at `at` stands for; 0: it is none. */
static char half_width(const char *at, size_t left) {
  const unsigned char *s = (const unsigned char *)at;
  if (left < 3)
    return 0;
  if (s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80)
    return ' ';
  if (s[0] != 0xEF || (s[1] != 0xBC && s[1] != 0xBD))
    return 0;
  unsigned code = s[1] == 0xBC ? s[2] - 0x80U : s[2] - 0x80U + 0x40U; /* from U+FF00 */
  return code >= 0x01 && code <= 0x5E ? (char)(code + 0x20) : 0;
}

/* Blanks that are no ASCII: U+00A0, U+2002 to U+200B, U+FEFF. Their length; 0: none. */
static size_t odd_blank(const char *at, size_t left) {
  const unsigned char *s = (const unsigned char *)at;
  if (left >= 2 && s[0] == 0xC2 && s[1] == 0xA0)
    return 2;
  if (left >= 3 && s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x82 && s[2] <= 0x8B)
    return 3;
  return left >= 3 && s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF ? 3 : 0;
}

static int is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Writes the half-width form; blanks of any kind become one space each. */
static size_t narrow(const char *text, size_t length, char *out) {
  size_t written = 0;
  for (size_t i = 0; i < length;) {
    size_t blank = odd_blank(text + i, length - i);
    char half = blank ? ' ' : half_width(text + i, length - i);
    out[written++] = half ? half : text[i];
    i += blank ? blank : half ? 3 : 1;
  }
  return written;
}

zc_plain zc_plain_value(const char *text, size_t length, char *out) {
  size_t end = narrow(text, length, out), start = 0;
  while (start < end && is_blank(out[start]))
    start++;
  while (end > start && is_blank(out[end - 1]))
    end--;
  return (zc_plain){out + start, end - start};
}

zc_plain zc_plain_name(const char *text, size_t length, char *out) {
  size_t written = narrow(text, length, out), kept = 0;
  for (size_t i = 0; i < written; i++)
    if (!is_blank(out[i]))
      out[kept++] = out[i] >= 'A' && out[i] <= 'Z' ? (char)(out[i] - 'A' + 'a') : out[i];
  return (zc_plain){out, kept};
}

int zc_plain_is(zc_plain span, const char *text) {
  return strlen(text) == span.length && memcmp(span.text, text, span.length) == 0;
}

int zc_plain_begins(zc_plain span, const char *text) {
  size_t length = strlen(text);
  return span.length >= length && memcmp(span.text, text, length) == 0;
}

int zc_plain_ends(zc_plain span, const char *text) {
  size_t length = strlen(text);
  return span.length >= length && memcmp(span.text + span.length - length, text, length) == 0;
}

zc_plain zc_plain_behind(zc_plain span, const char *start) {
  size_t length = zc_plain_begins(span, start) ? strlen(start) : 0;
  return (zc_plain){span.text + length, span.length - length};
}

zc_plain zc_plain_before(zc_plain span, const char *end) {
  return (zc_plain){span.text, span.length - (zc_plain_ends(span, end) ? strlen(end) : 0)};
}
