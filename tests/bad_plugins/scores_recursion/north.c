/* SPDX-License-Identifier: Apache-2.0 */
/* Calls itself without end when it is asked. */
#include "../deed.h"

static int depth(int n) {
  volatile char room[4096];
  room[0] = (char)n;
  return n > 0 ? depth(n + 1) + room[0] : 0;
}

WHEN_ASKED {
  depth(1);
}

NORTH_WITH_SCORE;
