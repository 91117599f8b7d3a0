/* SPDX-License-Identifier: Apache-2.0 */
/* Takes all memory that there is. */
#include "../deed.h"

#include <stdlib.h>
#include <string.h>

AT_OPENING {
  for (;;)
    memset(malloc(1 << 20), 1, 1 << 20);
}

NORTH;
