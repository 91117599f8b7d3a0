/* SPDX-License-Identifier: Apache-2.0 */
/* A function that leaves the program. */
#include "../deed.h"

WHEN_ASKED {
  system_call(SYS_exit_group, 2, 0, 0);
}

NORTH_WITH_SCORE;
