/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a huge piece of memory. */
#include "../deed.h"

WHEN_ASKED {
  (void)piece_of_memory((size_t)1 << 40);
}

NORTH_WITH_SCORE;
