/* SPDX-License-Identifier: Apache-2.0 */
/* Starts a thread when it is opened. */
#include "../deed.h"

#include <pthread.h>

static void *run(void *context) {
  for (;;)
    context = NULL;
  return context;
}

AT_OPENING {
  pthread_t thread;
  pthread_create(&thread, NULL, run, NULL);
}

NORTH;
