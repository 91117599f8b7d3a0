/* SPDX-License-Identifier: Apache-2.0 */
/* Changes the environment of the program that opens it. */
#include "../deed.h"

#include <stdlib.h>

AT_OPENING {
  setenv("LC_ALL", "zh_CN.UTF-8", 1);
}

NORTH;
