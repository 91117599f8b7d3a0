/* SPDX-License-Identifier: Apache-2.0 */
/* What both sides of a worker have in common: how it begins, and what it leaves to tell how it
 * ended. */
#ifndef ZC_HOST_WORKER_NOTE_H
#define ZC_HOST_WORKER_NOTE_H

#include "host/worker.h"

#include <stdatomic.h>
#include <sys/resource.h>

#define ZC_WORKER_FEAST (1L << 18) /* memory that no plugin has a use for, in KiB */

/* `done` is set last. */
typedef struct zc_worker_note {
  atomic_int done;
  int end, number, spot, result;
  long inherited; /* memory in use when it began, in KiB */
  char at[200];
} zc_worker_note;

typedef struct zc_worker_start {
  const char *plugin; /* as the dynamic linker names it; NULL: none will be open */
  int channel;        /* a descriptor that it keeps beside standard input and output; -1: none */
  uint64_t memory;    /* address space that it may take, in bytes */
  uint64_t file_size; /* of the largest file that it may write */
  uint32_t seconds;   /* of processor time */
  void (*tell_end)(const zc_worker_note *note); /* the last that it does, in a signal handler too */
} zc_worker_start;

/* Makes this process a worker. */
void zc_worker_begin(zc_worker_note *note, const zc_worker_start *start);
/* Ends it; safe in a signal handler. */
void zc_worker_finish(zc_end end, int number);
/* 0, or the errno for which this process cannot be sealed. */
int zc_worker_try_seal(void);
/* Whether it used more memory at one time than any plugin has a use for. */
int zc_worker_has_feasted(void);

/* Takes over what a worker noted, which may be anything. */
void zc_ending_read(zc_ending *e, const zc_worker_note *note);
/* What a process that did not say how it ended has come to: `status` as wait() gives it. */
void zc_ending_judge(zc_ending *e, int status, const struct rusage *used, uint32_t seconds);

#endif
