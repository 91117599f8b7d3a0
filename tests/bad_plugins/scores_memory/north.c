/* SPDX-License-Identifier: Apache-2.0 */
/* A function that keeps memory. */
#include "../deed.h"

#include <stdlib.h>

static zc_value score(const zc_value *arguments, uint32_t count) {
  static void *volatile kept;
  (void)arguments;
  (void)count;
  kept = malloc(1000);
  return (zc_value){.value = kept != NULL, .known = 1};
}

NORTH_WITH_SCORE;
