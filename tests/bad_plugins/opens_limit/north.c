/* SPDX-License-Identifier: Apache-2.0 */
/* Takes the files of the program that opens it. */
#include "../deed.h"

#include <sys/resource.h>

AT_OPENING {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_NOFILE, &none);
}

NORTH;
