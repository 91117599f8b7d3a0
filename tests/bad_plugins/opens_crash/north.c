/* SPDX-License-Identifier: Apache-2.0 */
/* Crashes when it is opened. */
#include "../deed.h"

AT_OPENING {
  volatile int *volatile nowhere = NULL;
  *nowhere = 1;
}

NORTH;
