/* SPDX-License-Identifier: Apache-2.0 */
/* Ends the process when it is opened. */
#include "../deed.h"

#include <stdlib.h>

AT_OPENING {
  abort();
}

NORTH;
