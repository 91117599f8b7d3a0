/* SPDX-License-Identifier: Apache-2.0 */
/* A function whose value is out of the range that it declares. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  (void)arguments;
  return (zc_value){.value = 1000 + (int64_t)count, .known = 1};
}

NORTH_WITH_SCORE;
