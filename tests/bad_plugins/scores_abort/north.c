/* SPDX-License-Identifier: Apache-2.0 */
/* A function that aborts. */
#include "../deed.h"

#include <signal.h>

WHEN_ASKED {
  system_call(SYS_tgkill, system_call(SYS_getpid, 0, 0, 0), system_call(SYS_gettid, 0, 0, 0),
              SIGABRT);
}

NORTH_WITH_SCORE;
