/* SPDX-License-Identifier: Apache-2.0 */
/* Asks for memory until there is none, keeps it and goes on. */
#include "../deed.h"

#include <stdlib.h>

static void *volatile last;

AT_OPENING {
  for (void *block; (block = malloc(1 << 20));)
    last = block;
}

NORTH;
