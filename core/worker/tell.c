/* SPDX-License-Identifier: Apache-2.0 */
/* The worker's part of the talk. */
#include "worker/worker_side.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define MEMORY (UINT64_C(1) << 30) /* address space, in bytes */

static zc_worker_note note;

/* Safe in a signal handler. A program that is gone needs no answer. */
static void send_whole(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length) {
    ssize_t sent = write(ZC_CHANNEL, at, length);
    if (sent < 0 && errno != EINTR)
      return;
    at += sent > 0 ? sent : 0;
    length -= sent > 0 ? (size_t)sent : 0;
  }
}

void worker_send(zc_frame_kind kind, const void *head, size_t head_length, const void *bytes,
                 size_t length) {
  zc_frame frame = {kind, head_length + length};
  send_whole(&frame, sizeof frame);
  send_whole(head, head_length);
  send_whole(bytes, length);
}

static void tell_end(const zc_worker_note *own) {
  worker_send(ZC_FRAME_END, own, sizeof *own, NULL, 0);
}

void worker_begin(void) {
  zc_worker_begin(&note, &(zc_worker_start){.plugin = WORKER_PLUGIN_PATH,
                                            .channel = ZC_CHANNEL,
                                            .memory = MEMORY,
                                            .file_size = ZC_PLUGIN_LIMIT,
                                            .seconds = ZC_OPENER_LIMIT,
                                            .tell_end = tell_end});
  zc_began began = {zc_channel_version(), note.inherited};
  worker_send(ZC_FRAME_BEGAN, &began, sizeof began, NULL, 0);
}

void worker_stage(zc_stage stage, uint32_t seconds, const char *name) {
  zc_at at = {.stage = (uint32_t)stage, .seconds = seconds};
  strncpy(at.name, name, sizeof at.name - 1);
  worker_send(ZC_FRAME_AT, &at, sizeof at, NULL, 0);
}

void worker_end(void) {
  for (;;)
    zc_worker_finish(ZC_END_WELL, 0);
}
