/* SPDX-License-Identifier: Apache-2.0 */
/* What people type, made comparable: full-width forms of ASCII become ASCII, blanks go. */
#ifndef ZC_OFFICE_PLAIN_H
#define ZC_OFFICE_PLAIN_H

#include <stddef.h>

typedef struct zc_plain {
  const char *text;
  size_t length;
} zc_plain;

/* Writes the value to `out` (room for `length` bytes), trimmed, with full-width ASCII (U+FF01 to
 * U+FF5E) and U+3000 made half-width; other bytes stay. The span lies in `out`. */
zc_plain zc_plain_value(const char *text, size_t length, char *out);
/* The same without any blank or line break inside, and with ASCII capitals made small: what names
 * are compared by. */
zc_plain zc_plain_name(const char *text, size_t length, char *out);

/* Whether a span is this text, begins or ends with it. */
int zc_plain_is(zc_plain span, const char *text);
int zc_plain_begins(zc_plain span, const char *text);
int zc_plain_ends(zc_plain span, const char *text);
/* Without what it begins or ends with; as it is where it does not. */
zc_plain zc_plain_behind(zc_plain span, const char *start);
zc_plain zc_plain_before(zc_plain span, const char *end);

#endif
