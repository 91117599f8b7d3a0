/* SPDX-License-Identifier: Apache-2.0 */
/* Errors in the text of a condition: the place in the source, the column, the text and a caret. */
#ifndef ZC_LANGUAGE_COMPLAINT_H
#define ZC_LANGUAGE_COMPLAINT_H

#include "language/compile.h"

/* The text being compiled and who hears of its errors. */
typedef struct zc_complaint {
  const char *text;
  uint32_t length;
  const zc_source *source; /* may be NULL */
  zc_diagnostics *diag;    /* may be NULL */
  int reported;            /* whether an error was reported */
} zc_complaint;

/* Reports an error at a byte of the text, in the form of compilers, "file:line:column: error:", so
 * that editors find it: the line is that of the row, the column counts in the text of the
 * condition. Returns -1. Both formats take the same arguments. */
int zc_complain(zc_complaint *complaint, uint32_t at, const char *zh, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* How much of a name is shown, for %.*s. */
static inline int zc_shown_length(size_t length) {
  return length < 64 ? (int)length : 64;
}

#endif
