/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/json_scan.h"
#include "base/assert.h"
#include <string.h>

zc_where zc_json_where(zc_json_scan *s, size_t at) {
  ZC_ASSERT(s->seen <= at && at <= s->length); /* places are asked for from front to back */
  for (; s->seen < at; s->seen++) {
    unsigned char c = (unsigned char)s->bytes[s->seen];
    if (c == '\n') {
      s->line++;
      s->column = 1;
    } else if ((c & 0xC0) != 0x80) {
      s->column++;
    }
  }
  return (zc_where){.file = s->name, .line = s->line, .column = s->column};
}

int zc_json_peek(const zc_json_scan *s) {
  return s->at < s->length ? (unsigned char)s->bytes[s->at] : -1;
}

void zc_json_skip_blanks(zc_json_scan *s) {
  while (s->at < s->length && memchr(" \t\r\n", s->bytes[s->at], 4))
    s->at++;
}

/* A string that begins here, with its quotes. */
static void skip_string(zc_json_scan *s) {
  for (s->at++; s->at < s->length && s->bytes[s->at] != '"'; s->at++)
    if (s->bytes[s->at] == '\\' && s->at + 1 < s->length)
      s->at++;
  if (s->at < s->length)
    s->at++;
}

static void skip_nested(zc_json_scan *s) {
  size_t depth = 0;
  while (s->at < s->length) {
    char c = s->bytes[s->at];
    if (c == '"') {
      skip_string(s);
      continue;
    }
    s->at++;
    if (c == '{' || c == '[')
      depth++;
    else if ((c == '}' || c == ']') && --depth == 0)
      return;
  }
}

zc_json_span zc_json_skip_value(zc_json_scan *s) {
  static const char ends[] = " \t\r\n,:\"{}[]";
  zc_json_span span = {s->at, s->at};
  int c = zc_json_peek(s);
  if (c == '"')
    skip_string(s);
  else if (c == '{' || c == '[')
    skip_nested(s);
  else
    while (s->at < s->length && !memchr(ends, s->bytes[s->at], sizeof ends - 1))
      s->at++;
  span.end = s->at;
  return span;
}
