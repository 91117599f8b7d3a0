/* SPDX-License-Identifier: Apache-2.0 */
/* Writes past the end of its memory when it is asked. */
#include "../deed.h"

static char room[64];

WHEN_ASKED {
  volatile char *volatile start = room;
  for (size_t i = 0; i < (size_t)1 << 24; i += 64)
    start[i] = 1;
}

NORTH_WITH_SCORE;
