/* SPDX-License-Identifier: Apache-2.0 */
/* Crashes when it is closed. */
#include "../deed.h"

AT_CLOSING {
  volatile int *volatile nowhere = NULL;
  *nowhere = 1;
}

NORTH;
