/* SPDX-License-Identifier: Apache-2.0 */
/* A function that reads a file. */
#include "../deed.h"

#include <fcntl.h>

WHEN_ASKED {
  system_call(SYS_openat, AT_FDCWD, (long)"/etc/passwd", O_RDONLY);
}

NORTH_WITH_SCORE;
