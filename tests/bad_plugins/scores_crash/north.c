/* SPDX-License-Identifier: Apache-2.0 */
/* A function that crashes. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  (void)count;
  return arguments[arguments[0].value / arguments[1].known];
}

NORTH_WITH_SCORE;
