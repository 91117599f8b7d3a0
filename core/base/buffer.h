/* SPDX-License-Identifier: Apache-2.0 */
/* A text that grows. A failed allocation is remembered (`failed`) and later calls do nothing, so a
 * writer checks once, at its end. A zeroed struct is an empty buffer. */
#ifndef ZC_BASE_BUFFER_H
#define ZC_BASE_BUFFER_H

#include <stddef.h>
#include <stdint.h>

typedef struct zc_buffer {
  char *data; /* not terminated until zc_buffer_text */
  size_t length, capacity;
  int failed;
} zc_buffer;

void zc_buffer_free(zc_buffer *b);
void zc_buffer_clear(zc_buffer *b); /* keeps the memory */
/* Room for `more` bytes behind those that are there, and for a NUL behind them; 0, or -1 where
 * `failed` is set. Who writes them there adds to `length`. */
int zc_buffer_reserve(zc_buffer *b, size_t more);
void zc_buffer_add(zc_buffer *b, const char *data, size_t length);
void zc_buffer_puts(zc_buffer *b, const char *text);
void zc_buffer_putc(zc_buffer *b, char c);
void zc_buffer_int(zc_buffer *b, int64_t value);
void zc_buffer_printf(zc_buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* `text` as a JSON string with its quotes; NULL as null. Bytes that are not UTF-8 become U+FFFD. */
void zc_buffer_json(zc_buffer *b, const char *text);
/* The same behind the start of its member: `,"id":`. */
void zc_buffer_member(zc_buffer *b, const char *start, const char *text);
/* The text, terminated; NULL after a failed allocation. Lives until the next call on `b`. */
const char *zc_buffer_text(zc_buffer *b);

#endif
