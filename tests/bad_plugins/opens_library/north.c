/* SPDX-License-Identifier: Apache-2.0 */
/* Brings another library along. */
#include "../deed.h"

#include <dlfcn.h>

AT_OPENING {
  dlopen("libm.so.6", RTLD_NOW);
}

NORTH;
