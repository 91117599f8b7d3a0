/* SPDX-License-Identifier: Apache-2.0 */
/* Changes a limit of the process. */
#include "../deed.h"

#include <sys/resource.h>

WHEN_ASKED {
  const struct rlimit most = {1, 1};
  system_call(SYS_setrlimit, RLIMIT_NOFILE, (long)&most, 0);
}

NORTH_WITH_SCORE;
