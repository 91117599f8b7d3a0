/* SPDX-License-Identifier: Apache-2.0 */
/* Sleeps when it is asked. */
#include "../deed.h"

#include <time.h>

WHEN_ASKED {
  const struct timespec long_time = {.tv_sec = 100};
  system_call(SYS_nanosleep, (long)&long_time, 0, 0);
}

NORTH_WITH_SCORE;
