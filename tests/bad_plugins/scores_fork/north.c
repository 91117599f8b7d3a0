/* SPDX-License-Identifier: Apache-2.0 */
/* Starts a process. */
#include "../deed.h"

#include <signal.h>

WHEN_ASKED {
  system_call(SYS_clone, SIGCHLD, 0, 0);
}

NORTH_WITH_SCORE;
