/* SPDX-License-Identifier: Apache-2.0 */
/* Workers that are copies of this process, for the tests of a plugin (zhicheng check). */
#include "host/worker.h"
#include "base/clock.h"
#include "host/worker_note.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio_ext.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAID = 1 << 20, PATIENCE = 5 };
#define MEMORY (UINT64_C(1) << 29) /* address space that a worker may take, in bytes */

/* What a worker and its parent share. */
typedef struct shared_page {
  zc_worker_note note;
  int is_cut;
  uint32_t length;
  char said[SAID];
} shared_page;

static void become_worker(const zc_work *work, shared_page *shared) {
  zc_buffer said = {0};
  __fpurge(stdout); /* what the program has yet to write is not the worker's */
  zc_worker_begin(&shared->note, &(zc_worker_start){.plugin = work->file,
                                                    .channel = -1,
                                                    .memory = MEMORY,
                                                    .file_size = SAID,
                                                    .seconds = work->seconds});
  shared->note.result = work->run(work->context, &said);
  const char *text = zc_buffer_text(&said);
  if (text) {
    shared->is_cut = said.length > SAID;
    shared->length = shared->is_cut ? SAID : (uint32_t)said.length;
    memcpy(shared->said, text, shared->length);
  }
  zc_worker_finish(text ? ZC_END_WELL : ZC_END_MEMORY, 0);
}

/* Waits until the worker is gone, or `last` is over. Returns 1 where it is gone. A process
 * descriptor tells at once; without one the process is asked every few milliseconds. */
static int wait_until(pid_t worker, int descriptor, uint64_t last, int *status,
                      struct rusage *used) {
  for (;;) {
    pid_t gone = wait4(worker, status, WNOHANG, used);
    if (gone == worker || (gone < 0 && errno != EINTR))
      return 1;
    uint64_t time = zc_clock();
    if (time >= last)
      return 0;
    uint64_t left = (last - time) / 1000 + 1;
    uint64_t most = descriptor >= 0 ? 1000 : 5;
    poll(&(struct pollfd){descriptor, POLLIN, 0}, 1, (int)(left < most ? left : most));
  }
}

static int is_out_of_time(const struct rusage *used, uint32_t seconds) {
  uint64_t time = (uint64_t)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) * 1000000u +
                  (uint64_t)(used->ru_utime.tv_usec + used->ru_stime.tv_usec);
  return time + 200000u >= (uint64_t)seconds * 1000000u;
}

void zc_ending_judge(zc_ending *e, int status, const struct rusage *used, uint32_t seconds) {
  e->number = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  if (!WIFSIGNALED(status))
    e->end = ZC_END_EXIT;
  else if (e->has_feasted)
    e->end = ZC_END_MEMORY;
  else if (e->number == SIGXCPU || (e->number == SIGKILL && is_out_of_time(used, seconds)))
    e->end = ZC_END_BUSY;
  else
    e->end = e->number == SIGSYS ? ZC_END_CALL : ZC_END_SIGNAL;
  if (e->end == ZC_END_CALL)
    e->number = -1;
}

void zc_ending_read(zc_ending *e, const zc_worker_note *note) {
  e->end = note->end >= 0 && note->end <= ZC_END_UNSEALED ? (zc_end)note->end : ZC_END_SIGNAL;
  e->number = note->number;
  e->spot =
      note->spot >= 0 && note->spot <= ZC_SPOT_ARGUMENTS ? (zc_spot)note->spot : ZC_SPOT_NOWHERE;
  e->result = note->result;
}

/* The worker may have written anything to the page. */
static void read_page(zc_ending *e, const shared_page *shared) {
  zc_ending_read(e, &shared->note);
  e->is_cut = shared->is_cut != 0;
  if (e->end == ZC_END_WELL)
    zc_buffer_add(&e->said, shared->said, shared->length < SAID ? shared->length : SAID);
}

static void supervise(const zc_work *work, pid_t worker, const shared_page *shared, zc_ending *e) {
  uint64_t start = zc_clock(), last = start + (uint64_t)work->seconds * PATIENCE * 1000000u;
  struct rusage used = {0};
  int status = 0, descriptor = pidfd_open(worker, 0);
  int gone = wait_until(worker, descriptor, last, &status, &used);
  kill(-worker, SIGKILL); /* what it may have started, too */
  if (!gone) {
    kill(worker, SIGKILL);
    while (wait4(worker, &status, 0, &used) < 0 && errno == EINTR)
      ;
  }
  if (descriptor >= 0)
    close(descriptor);
  e->microseconds = (uint32_t)(zc_clock() - start);
  e->has_feasted = used.ru_maxrss > shared->note.inherited + ZC_WORKER_FEAST;
  memcpy(e->at, shared->note.at, sizeof e->at - 1);
  if (atomic_load(&shared->note.done))
    read_page(e, shared);
  else if (gone)
    zc_ending_judge(e, status, &used, work->seconds);
  else
    e->end = ZC_END_LATE;
}

/* Between memory that may not be touched: what a plugin writes past its own end does not get there
 * unseen. Room for the page itself is rounded up, as pages of memory may have 64 KiB. */
enum { EDGE = 1 << 16, PAGE_ROOM = (sizeof(shared_page) + EDGE - 1) / EDGE * EDGE };

/* NULL: no memory. */
static shared_page *make_page(void) {
  char *room = mmap(NULL, PAGE_ROOM + 2 * EDGE, PROT_NONE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED)
    return NULL;
  if (mprotect(room + EDGE, PAGE_ROOM, PROT_READ | PROT_WRITE) != 0) {
    munmap(room, PAGE_ROOM + 2 * EDGE);
    return NULL;
  }
  return (shared_page *)(void *)(room + EDGE);
}

static void free_page(shared_page *shared) {
  if (shared)
    munmap((char *)shared - EDGE, PAGE_ROOM + 2 * EDGE);
}

zc_status zc_worker_run(const zc_work *work, zc_ending *ending, zc_diagnostics *diag) {
  memset(ending, 0, sizeof *ending);
  shared_page *shared = make_page();
  pid_t worker = shared ? fork() : -1;
  if (worker == 0)
    become_worker(work, shared);
  if (worker > 0)
    supervise(work, worker, shared, ending);
  int failed = worker < 0 ? errno : 0;
  free_page(shared);
  if (failed)
    return zc_report(diag, ZC_NO_RESOURCE, NULL, "无法启动工作进程：%s",
                     "no worker process can be started: %s", strerror(failed));
  return ending->said.failed ? zc_report_memory(diag) : ZC_OK;
}

void zc_ending_free(zc_ending *ending) {
  zc_buffer_free(&ending->said);
}
