/* SPDX-License-Identifier: Apache-2.0 */
/* Leaves the program when it is opened. */
#include "../deed.h"

#include <stdlib.h>

AT_OPENING {
  exit(0);
}

NORTH;
