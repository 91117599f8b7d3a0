/* SPDX-License-Identifier: Apache-2.0 */
/* Prints. */
#include "../deed.h"

WHEN_ASKED {
  static const char words[] = "hello\n";
  system_call(SYS_write, 1, (long)words, sizeof words - 1);
}

NORTH_WITH_SCORE;
