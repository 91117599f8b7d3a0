/* SPDX-License-Identifier: Apache-2.0 */
/* Writes to its tables when it is opened. */
#include "../deed.h"

AT_OPENING {
  zc_rule *volatile row = (zc_rule *)(uintptr_t)&rules[0];
  row->id = "north.other";
}

NORTH;
