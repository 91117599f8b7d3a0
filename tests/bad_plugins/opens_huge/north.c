/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a huge piece of memory. */
#include "../deed.h"

#include <stdlib.h>

static void *volatile kept;

AT_OPENING {
  kept = malloc((size_t)1 << 40);
}

NORTH;
