/* SPDX-License-Identifier: Apache-2.0 */
/* Uses memory until there is none, gives it back and goes on. */
#include "../deed.h"

#include <stdlib.h>
#include <string.h>

AT_OPENING {
  void **last = NULL;
  for (void **block; (block = malloc(1 << 20)); last = block) {
    memset(block, 1, 1 << 20);
    *block = last;
  }
  while (last) {
    void **next = *last;
    free(last);
    last = next;
  }
}

NORTH;
