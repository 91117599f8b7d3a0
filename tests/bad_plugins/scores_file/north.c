/* SPDX-License-Identifier: Apache-2.0 */
/* A function that reads a file. */
#include "../deed.h"

#include <stdio.h>

static zc_value score(const zc_value *arguments, uint32_t count) {
  FILE *file = fopen("/etc/passwd", "r");
  (void)arguments;
  (void)count;
  if (file)
    fclose(file);
  return (zc_value){.value = file != NULL, .known = 1};
}

NORTH_WITH_SCORE;
