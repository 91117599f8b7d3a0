/* SPDX-License-Identifier: Apache-2.0 */
/* Takes all memory that there is. */
#include "../deed.h"

WHEN_ASKED {
  for (;;) {
    volatile char *piece = piece_of_memory(PIECE);
    for (size_t i = 0; i < PIECE; i += 4096)
      piece[i] = 1;
  }
}

NORTH_WITH_SCORE;
