/* SPDX-License-Identifier: Apache-2.0 */
/* Sends a signal to another process. */
#include "../deed.h"

#include <signal.h>

WHEN_ASKED {
  system_call(SYS_kill, 1, SIGCONT, 0);
}

NORTH_WITH_SCORE;
