/* SPDX-License-Identifier: Apache-2.0 */
/* A function that writes to the tables. */
#include "../deed.h"

static zc_value score(const zc_value *arguments, uint32_t count) {
  zc_track *volatile row = (zc_track *)(uintptr_t)&tracks[0];
  row->track = "general";
  return arguments[count - 1];
}

NORTH_WITH_SCORE;
