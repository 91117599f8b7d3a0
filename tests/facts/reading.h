/* SPDX-License-Identifier: Apache-2.0 */
/* Facts read from text, and what was said of them. */
#ifndef ZC_TESTS_FACTS_READING_H
#define ZC_TESTS_FACTS_READING_H

#include "facts/facts.h"

typedef zc_status zc_reader(zc_facts *, const char *, const char *, size_t, zc_diagnostics *);

typedef struct zc_reading {
  zc_vocabulary vocabulary; /* the shared one */
  zc_facts facts;
  zc_diagnostics diag;
  zc_status status;
} zc_reading;

/* Reads `length` bytes as a file named "f". Free with zc_reading_free. */
void zc_reading_make(zc_reading *r, zc_reader *read, const char *bytes, size_t length);
void zc_reading_free(zc_reading *r);

/* The input is refused with ZC_BAD_INPUT and exactly these lines of messages. */
void zc_check_refused(zc_reader *read, const char *bytes, size_t length, const char *messages,
                      const char *file, unsigned line);
#define CHECK_REFUSED(read, text, messages)                                                        \
  zc_check_refused(read, text, sizeof(text) - 1, messages, __FILE__, __LINE__)

/* The fact has this value after the input was read without an error. */
void zc_check_value(zc_reader *read, const char *text, const char *fact, int64_t lo, int64_t hi,
                    const char *file, unsigned line);
#define CHECK_VALUE(read, text, fact, lo, hi)                                                      \
  zc_check_value(read, text, fact, lo, hi, __FILE__, __LINE__)

#endif
