/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buffer.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/words.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void zc_buffer_free(zc_buffer *b) {
  zc_free(b->data);
  *b = (zc_buffer){0};
}

void zc_buffer_clear(zc_buffer *b) {
  b->length = 0;
  b->failed = 0;
}

int zc_buffer_reserve(zc_buffer *b, size_t more) {
  if (b->failed)
    return -1;
  ZC_ASSERT(b->length <= b->capacity);
  if (b->capacity - b->length > more)
    return 0;
  size_t capacity = b->capacity ? b->capacity : 128;
  while (capacity - b->length <= more) {
    if (capacity > SIZE_MAX / 2) {
      b->failed = 1;
      return -1;
    }
    capacity *= 2;
  }
  char *data = zc_realloc(b->data, capacity);
  if (!data) {
    b->failed = 1;
    return -1;
  }
  b->data = data;
  b->capacity = capacity;
  return 0;
}

void zc_buffer_add(zc_buffer *b, const char *data, size_t length) {
  if (!length || zc_buffer_reserve(b, length))
    return;
  memcpy(b->data + b->length, data, length);
  b->length += length;
}

void zc_buffer_puts(zc_buffer *b, const char *text) {
  zc_buffer_add(b, text, strlen(text));
}

void zc_buffer_putc(zc_buffer *b, char c) {
  if (!zc_buffer_reserve(b, 1))
    b->data[b->length++] = c;
}

void zc_buffer_int(zc_buffer *b, int64_t value) {
  char digits[20];
  size_t at = sizeof digits;
  uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  do
    digits[--at] = (char)('0' + rest % 10);
  while (rest /= 10);
  if (value < 0)
    digits[--at] = '-';
  zc_buffer_add(b, digits + at, sizeof digits - at);
}

void zc_buffer_printf(zc_buffer *b, const char *format, ...) {
  va_list list, again;
  va_start(list, format);
  va_copy(again, list);
  int length = vsnprintf(NULL, 0, format, list);
  va_end(list);
  if (length < 0)
    b->failed = 1;
  else if (!zc_buffer_reserve(b, (size_t)length)) {
    int written = vsnprintf(b->data + b->length, (size_t)length + 1, format, again);
    ZC_ASSERT(written == length);
    b->length += (size_t)written;
  }
  va_end(again);
}

/* The two-character escape of a byte; 0 where JSON has none. */
static char short_escape(unsigned char c) {
  switch (c) {
  case '"':
  case '\\':
    return (char)c;
  case '\n':
    return 'n';
  case '\t':
    return 't';
  case '\r':
    return 'r';
  case '\b':
    return 'b';
  case '\f':
    return 'f';
  default:
    return 0;
  }
}

static void add_escaped(zc_buffer *b, unsigned char c) {
  char escape = short_escape(c);
  if (escape) {
    char pair[2] = {'\\', escape};
    zc_buffer_add(b, pair, 2);
  } else {
    zc_buffer_printf(b, "\\u%04x", (unsigned)c);
  }
}

/* Adds valid UTF-8, escaped where JSON asks for it. */
static void add_json_text(zc_buffer *b, const char *text, size_t length) {
  size_t plain = 0;
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    zc_buffer_add(b, text + plain, i - plain);
    add_escaped(b, c);
    plain = i + 1;
  }
  zc_buffer_add(b, text + plain, length - plain);
}

void zc_buffer_json(zc_buffer *b, const char *text) {
  if (!text) {
    zc_buffer_puts(b, "null");
    return;
  }
  size_t length = strlen(text);
  zc_buffer_putc(b, '"');
  for (;;) {
    size_t valid = zc_utf8_valid(text, length);
    add_json_text(b, text, valid);
    if (valid == length)
      break;
    zc_buffer_puts(b, "\xEF\xBF\xBD");
    text += valid + 1;
    length -= valid + 1;
  }
  zc_buffer_putc(b, '"');
}

void zc_buffer_member(zc_buffer *b, const char *start, const char *text) {
  zc_buffer_puts(b, start);
  zc_buffer_json(b, text);
}

const char *zc_buffer_text(zc_buffer *b) {
  if (b->failed)
    return NULL;
  if (!b->data)
    return "";
  ZC_ASSERT(b->length < b->capacity);
  b->data[b->length] = '\0'; /* zc_buffer_reserve always leaves room for it */
  return b->data;
}
