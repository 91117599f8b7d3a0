/* SPDX-License-Identifier: Apache-2.0 */
/* A function that uses what the C library gives to every plugin, and so is right. */
#include "../deed.h"

#include <string.h>

static zc_value score(const zc_value *arguments, uint32_t count) {
  zc_value copies[8];
  const char *volatile words = "ten of ten";
  size_t size = count * sizeof *arguments;
  memcpy(copies, arguments, size < sizeof copies ? size : sizeof copies);
  return (zc_value){.value = (int64_t)strlen(words) + copies[0].known, .known = 1};
}

NORTH_WITH_SCORE;
