/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the files of zhicheng-worker. */
#ifndef ZC_WORKER_WORKER_SIDE_H
#define ZC_WORKER_WORKER_SIDE_H

#include "host/channel.h"
#include "host/load.h"
#include "host/worker_note.h"

/* Where the plugin is opened: a sealed file in memory, under a number of its own. */
#define WORKER_PLUGIN_FILE 4
#define WORKER_PLUGIN_PATH "/proc/self/fd/4"

typedef struct worker_order {
  zc_request request;
  char *parts[ZC_REQUEST_PARTS]; /* with a NUL behind each */
} worker_order;

/* Makes this process a worker and says so. */
void worker_begin(void);
/* Says what it is at from now on, and how long that may take. */
void worker_stage(zc_stage stage, uint32_t seconds, const char *name);
/* Sends a frame of two pieces. */
void worker_send(zc_frame_kind kind, const void *head, size_t head_length, const void *bytes,
                 size_t length);
_Noreturn void worker_end(void);

/* Opens the plugin that is ordered and sends what came of it. */
void worker_open(const worker_order *order);

#endif
