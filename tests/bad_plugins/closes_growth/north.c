/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps memory each time that it is opened. */
#include "../deed.h"

#include <stdlib.h>

static void *volatile kept;

AT_OPENING {
  kept = malloc(100000);
}

NORTH;
