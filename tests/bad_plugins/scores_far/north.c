/* SPDX-License-Identifier: Apache-2.0 */
/* A function that reads far behind its arguments. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  return arguments[count + 2000];
}

NORTH_WITH_SCORE;
