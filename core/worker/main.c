/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng-worker: opens one plugin in a process of its own, sealed, and hands back the image of
 * its region (host/channel.h). Started by the program and the library, by nobody else. */
#include "base/json.h"
#include "base/memory.h"
#include "worker/worker_side.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

static void free_order(worker_order *order) {
  for (int i = 0; i < ZC_REQUEST_PARTS; i++)
    zc_free(order->parts[i]);
}

static int read_whole(void *bytes, size_t length) {
  char *at = bytes;
  while (length) {
    ssize_t got = read(ZC_CHANNEL, at, length);
    if (got <= 0)
      return 0;
    at += got;
    length -= (size_t)got;
  }
  return 1;
}

/* Reads what the program asks. The bytes come from it, not from a plugin. */
static int read_order(worker_order *order) {
  const uint64_t *lengths = order->request.lengths;
  if (!read_whole(&order->request, sizeof order->request) ||
      order->request.version != zc_channel_version())
    return 0;
  for (int i = 0; i < ZC_REQUEST_PARTS; i++) {
    order->parts[i] = lengths[i] <= ZC_PLUGIN_LIMIT ? zc_calloc(1, (size_t)lengths[i] + 1) : NULL;
    if (!order->parts[i] || !read_whole(order->parts[i], (size_t)lengths[i]))
      return 0;
  }
  return 1;
}

static int compare_bytes(const void *a, const void *b) {
  return *(const unsigned char *)a - *(const unsigned char *)b;
}

/* What libraries ask the system for the first time that they are used, which the seal forbids:
 * jansson takes random numbers, qsort the size of memory for what is not small. */
static void warm_up(void) {
  unsigned char bytes[2048] = {1};
  json_object_seed(0);
  qsort(bytes, sizeof bytes, 1, compare_bytes);
}

static int is_channel(void) {
  int type = 0;
  socklen_t size = sizeof type;
  return getsockopt(ZC_CHANNEL, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

int main(void) {
  static worker_order order;
  if (!is_channel()) {
    fprintf(stderr, "zhicheng-worker opens plugins for zhicheng, which starts it; "
                    "see zhicheng --help\n");
    return 2;
  }
  worker_begin();
  zc_memory_setup();
  warm_up();
  if (read_order(&order))
    worker_open(&order);
  free_order(&order);
  worker_end();
}
