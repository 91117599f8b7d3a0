/* SPDX-License-Identifier: Apache-2.0 */
/* A function that changes the facts it is given. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  ((zc_value *)(uintptr_t)arguments)[0].known = 0;
  return arguments[count - 1];
}

NORTH_WITH_SCORE;
