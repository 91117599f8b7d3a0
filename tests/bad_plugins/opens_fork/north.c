/* SPDX-License-Identifier: Apache-2.0 */
/* Starts a process when it is opened. */
#include "../deed.h"

#include <unistd.h>

AT_OPENING {
  if (fork() == 0)
    _exit(0);
}

NORTH;
