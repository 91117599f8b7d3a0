/* SPDX-License-Identifier: Apache-2.0 */
/* Asks for memory until there is none, keeps it and goes on. */
#include "../deed.h"

WHEN_ASKED {
  while (piece_of_memory(PIECE))
    ;
}

NORTH_WITH_SCORE;
