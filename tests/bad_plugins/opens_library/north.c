/* SPDX-License-Identifier: Apache-2.0 */
/* Brings another library along. */
#include "../deed.h"

#include <dlfcn.h>

AT_OPENING {
  dlopen("libresolv.so.2", RTLD_NOW);
}

NORTH;
