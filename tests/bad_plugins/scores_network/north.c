/* SPDX-License-Identifier: Apache-2.0 */
/* Opens a connection. */
#include "../deed.h"

#include <sys/socket.h>

WHEN_ASKED {
  system_call(SYS_socket, AF_INET, SOCK_STREAM, 0);
}

NORTH_WITH_SCORE;
