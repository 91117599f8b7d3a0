/* SPDX-License-Identifier: Apache-2.0 */
/* A process of zhicheng-worker, as the program sees it. */
#ifndef ZC_HOST_PROCESS_H
#define ZC_HOST_PROCESS_H

#include "host/channel.h"
#include "host/worker.h"

#include <sys/types.h>

typedef struct zc_process {
  pid_t id;       /* 0: none */
  int socket;     /* ours of the two ends; it does not block */
  int descriptor; /* of the process; -1: the system gives none */
  long inherited; /* memory in use when it began, in KiB */
} zc_process;

/* Starts one. 0, or an errno. */
int zc_process_start(zc_process *p, const char *file);
/* Ends it, whatever it does. Where `ending` is given and says nothing yet, it is told from how the
 * process went. */
void zc_process_end(zc_process *p, zc_ending *ending, uint32_t seconds);
/* Waits a moment for a process that has let go of its socket. */
void zc_process_await(const zc_process *p);
/* Processor time that it has taken, in microseconds; 0: not known. */
uint64_t zc_process_time(const zc_process *p);

/* Where zhicheng-worker is: beside the file that this code is in, one folder up, in
 * ../libexec/zhicheng, or where it is installed. ZC_BAD_PLUGIN: nowhere, which is reported. */
zc_status zc_worker_file(char *path, size_t size, zc_diagnostics *diag);

#endif
