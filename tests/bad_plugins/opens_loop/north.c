/* SPDX-License-Identifier: Apache-2.0 */
/* Never comes back from being opened. */
#include "../deed.h"

AT_OPENING {
  for (volatile int i = 0;; i++)
    ;
}

NORTH;
