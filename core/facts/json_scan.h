/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the parts of a JSON text and where they stand, without judging what is inside a value. */
#ifndef ZC_FACTS_JSON_SCAN_H
#define ZC_FACTS_JSON_SCAN_H

#include "base/diagnostics.h"
#include <stddef.h>

typedef struct zc_json_scan {
  const char *name, *bytes; /* name: of the file, for places */
  size_t length, at;        /* at: the next byte */
  size_t seen;              /* the byte whose place was asked for last; 0 at the start */
  uint32_t line, column;    /* of that byte; 1, 1 at the start */
} zc_json_scan;

typedef struct zc_json_span {
  size_t start, end;
} zc_json_span;

/* The place of a byte. Places are asked for from front to back. */
zc_where zc_json_where(zc_json_scan *s, size_t at);
/* The next byte, or -1 at the end. */
int zc_json_peek(const zc_json_scan *s);
void zc_json_skip_blanks(zc_json_scan *s);
/* Passes one value: a string, an object or array up to its last bracket, or anything else up to
 * the next blank, comma, colon, quote or bracket. Empty where no value begins. */
zc_json_span zc_json_skip_value(zc_json_scan *s);

#endif
