/* SPDX-License-Identifier: Apache-2.0 */
/* Takes the signals of the program that opens it. */
#include "../deed.h"

#include <signal.h>
#include <unistd.h>

AT_OPENING {
  signal(SIGALRM, SIG_IGN);
  alarm(1);
}

NORTH;
