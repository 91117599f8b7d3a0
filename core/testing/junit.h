/* SPDX-License-Identifier: Apache-2.0 */
/* Results of cases as JUnit XML, for other people's continuous integration. */
#ifndef ZC_TESTING_JUNIT_H
#define ZC_TESTING_JUNIT_H

#include "base/buffer.h"
#include <stdint.h>

typedef struct zc_junit {
  zc_buffer cases; /* of the suite that is open */
  zc_buffer suites;
  uint32_t tests, failures; /* of the suite that is open */
} zc_junit;

/* One test of the open suite; `problem` is NULL where it passed. */
void zc_junit_add(zc_junit *j, const char *suite, const char *name, const char *file, uint32_t line,
                  const char *problem);
void zc_junit_end_suite(zc_junit *j, const char *suite);
/* The whole document. */
void zc_junit_write(zc_junit *j, zc_buffer *out);
void zc_junit_free(zc_junit *j);

#endif
