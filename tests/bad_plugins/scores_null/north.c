/* SPDX-License-Identifier: Apache-2.0 */
/* A function that follows a NULL pointer. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  const zc_value *volatile nowhere = NULL;
  (void)arguments;
  (void)count;
  return *nowhere;
}

NORTH_WITH_SCORE;
