/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A worker: a process of its own for code of a plugin, which may crash, hang, exit or do what no
 * plugin may. Whatever it does, it ends within its time, and how it ended has a name. It has no
 * files, little memory, no children, and tells its results through one page of shared memory.
 */
#ifndef ZC_HOST_WORKER_H
#define ZC_HOST_WORKER_H

#include "base/diagnostics.h"

typedef enum zc_end {
  ZC_END_WELL = 0, /* the work returned */
  ZC_END_EXIT,     /* the plugin ended the process; number: exit status */
  ZC_END_SIGNAL,   /* number: signal */
  ZC_END_READ,     /* it read memory that is not there; spot */
  ZC_END_WRITE,    /* it wrote to memory that it may not write to; spot */
  ZC_END_STACK,    /* the stack ran over */
  ZC_END_CALL,     /* number: the system call that the seal refused; -1: not known */
  ZC_END_BUSY,     /* it used up its processor time */
  ZC_END_LATE,     /* it did not end in time without using the processor */
  ZC_END_MEMORY,   /* it used up its memory */
  ZC_END_UNSEALED  /* the worker could not be sealed, and nothing ran; number: errno */
} zc_end;

/* Whose memory it was. */
typedef enum zc_spot {
  ZC_SPOT_NOWHERE = 0,
  ZC_SPOT_NULL,      /* the first page: a NULL pointer */
  ZC_SPOT_TABLES,    /* the plugin's own memory, which is read-only there */
  ZC_SPOT_PAST,      /* just past the end of the plugin's own memory */
  ZC_SPOT_ARGUMENTS, /* the arguments of a function: zc_worker_guard */
} zc_spot;

/* Work for a worker. `run` gets `context` as it was when the worker began; what it changes is lost
 * with the worker, and only what it returns and what it writes to `said` comes back. */
typedef struct zc_work {
  int (*run)(void *context, zc_buffer *said);
  void *context;
  const char *file; /* the plugin's, to tell its memory from other memory */
  uint32_t seconds; /* of processor time; five times that on the clock */
} zc_work;

typedef struct zc_ending {
  zc_end end;
  int number;
  zc_spot spot;
  int result;            /* of `run`, with ZC_END_WELL */
  uint32_t microseconds; /* on the clock */
  int has_feasted;       /* it used most of its memory at one time, whatever it gave back */
  char at[200];          /* what was going on, as zc_worker_at wrote it */
  zc_buffer said;        /* at most 1 MiB; freed by zc_ending_free */
  int is_cut;            /* more was said */
} zc_ending;

/* Runs the work and waits. ZC_NO_RESOURCE: no worker could be started, or no memory. */
zc_status zc_worker_run(const zc_work *work, zc_ending *ending, zc_diagnostics *diag);
void zc_ending_free(zc_ending *ending);

/* Reports ZC_END_UNSEALED, which is the system's fault and no plugin's: why, and what to do.
 * ZC_BAD_PLUGIN, since the plugin cannot be used here. */
zc_status zc_ending_report_unsealed(const zc_ending *ending, const char *file,
                                    zc_diagnostics *diag);

/* Says how it ended, for ends but ZC_END_WELL, as one clause: "it opens files or changes them". */
void zc_ending_tell(const zc_ending *ending, zc_lang lang, zc_buffer *out);

/* ---- inside a worker ---- */

int zc_worker_is_inside(void);

/* Seals the worker; where it cannot be, it ends there and then with ZC_END_UNSEALED. */
void zc_worker_seal(void);

/* Notes what is going on, in case it never ends. */
void zc_worker_at(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Pages of address space that this process has; 0: the system does not say. Before the seal. */
uint64_t zc_worker_pages(void);
/* Whether hardly any memory is left to take. */
int zc_worker_is_full(void);
/* Tells crashes in these bytes as ZC_SPOT_ARGUMENTS. */
void zc_worker_guard(const void *from, size_t length);

#endif
