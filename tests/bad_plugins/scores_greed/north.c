/* SPDX-License-Identifier: Apache-2.0 */
/* Uses memory until there is none, gives it back and goes on. */
#include "../deed.h"

WHEN_ASKED {
  void **last = NULL;
  for (void **piece; (piece = piece_of_memory(PIECE)); last = piece) {
    for (size_t i = 0; i < PIECE; i += 4096)
      ((volatile char *)piece)[i] = 1;
    *piece = last;
  }
  while (last) {
    void **next = *last;
    system_call(SYS_munmap, (long)last, PIECE, 0);
    last = next;
  }
}

NORTH_WITH_SCORE;
