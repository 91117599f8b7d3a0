/* SPDX-License-Identifier: Apache-2.0 */
/* Ends whoever opened it. */
#include "../deed.h"

#include <signal.h>
#include <unistd.h>

AT_OPENING {
  kill(getppid(), SIGKILL);
}

NORTH;
