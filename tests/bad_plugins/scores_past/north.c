/* SPDX-License-Identifier: Apache-2.0 */
/* A function that reads more arguments than it is given. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  return arguments[count + 3];
}

NORTH_WITH_SCORE;
