/* SPDX-License-Identifier: Apache-2.0 */
/* Calls somebody when it is opened. */
#include "../deed.h"

#include <sys/socket.h>

AT_OPENING {
  socket(AF_INET, SOCK_STREAM, 0);
}

NORTH;
