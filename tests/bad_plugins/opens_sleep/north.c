/* SPDX-License-Identifier: Apache-2.0 */
/* Waits when it is opened. */
#include "../deed.h"

#include <unistd.h>

AT_OPENING {
  sleep(60);
}

NORTH;
