/* SPDX-License-Identifier: Apache-2.0 */
/* Comparisons that decide nothing: the range of what they compare decides them for everybody. */
#ifndef ZC_LANGUAGE_CONSTANT_H
#define ZC_LANGUAGE_CONSTANT_H

#include "language/compile.h"

typedef struct zc_constant_tests {
  /* Called for each one: `text` (of `length` bytes) is the comparison as written. */
  void (*tell)(void *context, const char *text, size_t length, int is_true);
  void *context;
} zc_constant_tests;

/* Finds the comparisons of facts and functions in a condition that compiles. Their nodes are added
 * to `program`. 0: out of memory. */
int zc_constant_tests_find(zc_program *program, const zc_names *names, const char *text,
                           const zc_constant_tests *found);

#endif
