/* SPDX-License-Identifier: Apache-2.0 */
/* A function that reads what lies before its arguments. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  return arguments[-(int64_t)count];
}

NORTH_WITH_SCORE;
