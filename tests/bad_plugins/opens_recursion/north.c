/* SPDX-License-Identifier: Apache-2.0 */
/* Calls itself without end when it is opened. */
#include "../deed.h"

static int depth(int n) {
  volatile char room[4096];
  room[0] = (char)n;
  return n > 0 ? depth(n + 1) + room[0] : 0;
}

AT_OPENING {
  depth(1);
}

NORTH;
