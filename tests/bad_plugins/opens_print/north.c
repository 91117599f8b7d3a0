/* SPDX-License-Identifier: Apache-2.0 */
/* Prints when it is opened, into a buffer that is written out later. */
#include "../deed.h"

#include <stdio.h>

AT_OPENING {
  printf("hello\n");
}

NORTH;
