/* SPDX-License-Identifier: Apache-2.0 */
/* A function that crashes over one score alone, and no trial tries every score. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  static const int64_t *volatile nowhere;
  const zc_value *last = &arguments[count - 1];
  int64_t value = last->known && last->value == 777 ? *nowhere : 1;
  return (zc_value){.value = value, .known = 1};
}

NORTH_WITH_SCORE;
