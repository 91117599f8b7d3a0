/* SPDX-License-Identifier: Apache-2.0 */
/* A function that never comes back. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  for (volatile uint32_t i = count;; i++)
    if (i == 0 && !arguments)
      break;
  return (zc_value){0};
}

NORTH_WITH_SCORE;
