/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a file when it is opened. */
#include "../deed.h"

#include <stdio.h>

AT_OPENING {
  FILE *file = fopen("/etc/passwd", "r");
  if (file)
    fclose(file);
}

NORTH;
