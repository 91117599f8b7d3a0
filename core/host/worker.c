/* SPDX-License-Identifier: Apache-2.0 */
#include "host/worker.h"
#include "host/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

enum { SAID = 1 << 20, PATIENCE = 5, ALTERNATE = 1 << 16, NEAR = 1 << 20, FILES = 64 };
#define MEMORY (UINT64_C(1) << 29) /* address space that a worker may take, in bytes */
#define FEAST  (1L << 18)          /* most of it, in KiB */

/* What a worker and its parent share. `done` is set last. */
typedef struct shared_page {
  atomic_int done;
  int end, number, spot, result, is_cut;
  uint32_t length;
  long inherited; /* memory in use when it began, in KiB */
  char at[200];
  char said[SAID];
} shared_page;

/* Of the process that is a worker: a signal handler has no other way to them. */
static shared_page *page;
static const char *plugin_file;
static uintptr_t guard_from, guard_until;
static char alternate_stack[ALTERNATE];

/* ---- inside: naming a crash ---- */

static int is_plugin(const char *name) {
  const char *slash = strrchr(plugin_file, '/');
  const char *base = slash ? slash + 1 : plugin_file;
  size_t length = strlen(name), tail = strlen(base);
  return length >= tail && strcmp(name + length - tail, base) == 0;
}

typedef struct spot_search {
  uintptr_t address;
  zc_spot spot;
} spot_search;

static int search_object(struct dl_phdr_info *object, size_t size, void *context) {
  spot_search *s = context;
  uintptr_t from = UINTPTR_MAX, until = 0;
  (void)size;
  if (!is_plugin(object->dlpi_name))
    return 0;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *p = &object->dlpi_phdr[i];
    uintptr_t start = object->dlpi_addr + p->p_vaddr;
    if (p->p_type == PT_LOAD && start < from)
      from = start;
    if (p->p_type == PT_LOAD && start + p->p_memsz > until)
      until = start + p->p_memsz;
  }
  if (s->address >= from && s->address < until)
    s->spot = ZC_SPOT_TABLES;
  else if (s->address >= until && s->address - until < NEAR)
    s->spot = ZC_SPOT_PAST;
  return 1;
}

static zc_spot spot_of(uintptr_t address) {
  spot_search s = {address, ZC_SPOT_NOWHERE};
  if (address < 65536)
    return ZC_SPOT_NULL;
  if (address >= guard_from && address < guard_until)
    return ZC_SPOT_ARGUMENTS;
  if (plugin_file)
    dl_iterate_phdr(search_object, &s);
  return s.spot;
}

static int memory_is_used_up(void) {
  void *block = mmap(NULL, MEMORY / 8, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return block == MAP_FAILED && errno == ENOMEM;
}

#if defined(__x86_64__)
static uintptr_t stack_of(const ucontext_t *c) {
  return (uintptr_t)c->uc_mcontext.gregs[REG_RSP];
}
static int is_write(const ucontext_t *c) {
  return (c->uc_mcontext.gregs[REG_ERR] & 2) != 0;
}
#elif defined(__aarch64__)
static uintptr_t stack_of(const ucontext_t *c) {
  return (uintptr_t)c->uc_mcontext.sp;
}
static int is_write(const ucontext_t *c) {
  (void)c;
  return 1;
}
#else
static uintptr_t stack_of(const ucontext_t *c) {
  (void)c;
  return 0;
}
static int is_write(const ucontext_t *c) {
  (void)c;
  return 1;
}
#endif

/* An address sanitizer looks at files before a call that does not return, and here none may be
 * opened: so no such call is seen in what ends the process. */
#define UNSANITIZED __attribute__((no_sanitize("address")))

UNSANITIZED static void finish(zc_end end, int number) {
  page->end = (int)end;
  page->number = number;
  atomic_store(&page->done, 1);
  for (;;)
    syscall(SYS_exit_group, 0);
}

UNSANITIZED static void on_crash(int number, siginfo_t *info, void *context) {
  uintptr_t address = (uintptr_t)info->si_addr, stack = stack_of(context);
  if (number == SIGSYS)
    finish(ZC_END_CALL, info->si_syscall);
  if (info->si_code <= 0) /* sent, not met with */
    finish(ZC_END_SIGNAL, number);
  if (memory_is_used_up())
    finish(ZC_END_MEMORY, 0);
  if (stack && address < stack + NEAR && stack < address + NEAR)
    finish(ZC_END_STACK, number);
  page->spot = (int)spot_of(address);
  finish(is_write(context) ? ZC_END_WRITE : ZC_END_READ, number);
}

static void catch_crashes(void) {
  static const int caught[] = {SIGSEGV, SIGBUS, SIGSYS};
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigset_t none;
  signal(SIGFPE, SIG_DFL); /* a sanitizer has handlers of its own, which print */
  signal(SIGILL, SIG_DFL);
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < sizeof caught / sizeof *caught; i++)
    sigaction(caught[i], &action, NULL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/* ---- inside: limits ---- */

static void limit(int what, uint64_t most, uint64_t hard) {
  struct rlimit l = {(rlim_t)most, (rlim_t)hard};
  setrlimit((__rlimit_resource_t)what, &l);
}

#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0 /* the sanitizer's own maps take more than any limit */
#endif
#if IS_SANITIZED
/* Asked when a process ends: what a worker leaves behind is no leak of ours. */
__attribute__((visibility("default"))) int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void) {
  return page != NULL;
}
#endif

uint64_t zc_worker_pages(void) {
  char line[64] = "";
  FILE *file = fopen("/proc/self/statm", "re");
  if (file && !fgets(line, sizeof line, file))
    line[0] = '\0';
  if (file)
    fclose(file);
  return strtoull(line, NULL, 10);
}

static void set_limits(uint32_t seconds) {
  uint64_t memory = zc_worker_pages() * (uint64_t)sysconf(_SC_PAGESIZE) + MEMORY;
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, NEAR, NEAR);
  limit(RLIMIT_NOFILE, FILES, FILES);
  limit(RLIMIT_NPROC, 0, 0);
  limit(RLIMIT_CPU, seconds, seconds + 1);
  if (!IS_SANITIZED)
    limit(RLIMIT_AS, memory, memory);
}

static void close_files(void) {
  int null = open("/dev/null", O_RDWR);
  for (int i = 0; i < 3 && null >= 0; i++)
    dup2(null, i);
  close_range(3, ~0U, 0);
}

static void become_worker(const zc_work *work, shared_page *shared) {
  zc_buffer said = {0};
  struct rusage used;
  page = shared;
  plugin_file = work->file;
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGXCPU, SIG_DFL);
  close_files();
  __fpurge(stdout); /* what the program has yet to write is not the worker's */
  set_limits(work->seconds);
  catch_crashes();
  getrusage(RUSAGE_SELF, &used);
  page->inherited = used.ru_maxrss;
  mallinfo2(); /* makes the heap of the C library ready where another one takes its place */
  page->result = work->run(work->context, &said);
  const char *text = zc_buffer_text(&said);
  if (text) {
    page->is_cut = said.length > SAID;
    page->length = page->is_cut ? SAID : (uint32_t)said.length;
    memcpy(page->said, text, page->length);
  }
  finish(text ? ZC_END_WELL : ZC_END_MEMORY, 0);
}

void zc_worker_seal(void) {
  int error = zc_seal();
  if (error)
    finish(ZC_END_UNSEALED, error);
}

int zc_worker_is_inside(void) {
  return page != NULL;
}

void zc_worker_at(const char *format, ...) {
  va_list arguments;
  if (!page)
    return;
  va_start(arguments, format);
  vsnprintf(page->at, sizeof page->at, format, arguments);
  va_end(arguments);
}

int zc_worker_is_full(void) {
  return memory_is_used_up();
}

void zc_worker_guard(const void *from, size_t length) {
  guard_from = (uintptr_t)from;
  guard_until = guard_from + length;
}

/* ---- outside ---- */

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000u + (uint64_t)t.tv_nsec / 1000u;
}

/* Waits until the worker is gone, or `last` is over. Returns 1 where it is gone. A process
 * descriptor tells at once; without one the process is asked every few milliseconds. */
static int wait_until(pid_t worker, int descriptor, uint64_t last, int *status,
                      struct rusage *used) {
  for (;;) {
    pid_t gone = wait4(worker, status, WNOHANG, used);
    if (gone == worker || (gone < 0 && errno != EINTR))
      return 1;
    uint64_t time = now();
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

/* What a process that did not say how it ended has come to. */
static void judge(zc_ending *e, int status, const struct rusage *used, uint32_t seconds) {
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

/* The worker may have written anything to the page. */
static void read_page(zc_ending *e, const shared_page *shared) {
  e->end = shared->end >= 0 && shared->end <= ZC_END_UNSEALED ? (zc_end)shared->end : ZC_END_SIGNAL;
  e->number = shared->number;
  e->spot = shared->spot >= 0 && shared->spot <= ZC_SPOT_ARGUMENTS ? (zc_spot)shared->spot
                                                                   : ZC_SPOT_NOWHERE;
  e->result = shared->result;
  e->is_cut = shared->is_cut != 0;
  if (e->end == ZC_END_WELL)
    zc_buffer_add(&e->said, shared->said, shared->length < SAID ? shared->length : SAID);
}

static void supervise(const zc_work *work, pid_t worker, const shared_page *shared, zc_ending *e) {
  uint64_t start = now(), last = start + (uint64_t)work->seconds * PATIENCE * 1000000u;
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
  e->microseconds = (uint32_t)(now() - start);
  e->has_feasted = used.ru_maxrss > shared->inherited + FEAST;
  memcpy(e->at, shared->at, sizeof e->at - 1);
  if (atomic_load(&shared->done))
    read_page(e, shared);
  else if (gone)
    judge(e, status, &used, work->seconds);
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
