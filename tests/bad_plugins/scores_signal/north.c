/* SPDX-License-Identifier: Apache-2.0 */
/* Changes what a signal does. */
#include "../deed.h"

#include <signal.h>

WHEN_ASKED {
  system_call(SYS_rt_sigaction, SIGALRM, 0, 0);
}

NORTH_WITH_SCORE;
