/* SPDX-License-Identifier: Apache-2.0 */
/* The inside of a worker: its limits, and telling a crash by its name. */
#include "host/seal.h"
#include "host/worker_note.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

enum { ALTERNATE = 1 << 16, NEAR = 1 << 20, FILES = 64 };

/* Of the process that is a worker: a signal handler has no other way to them. */
static zc_worker_note *note;
static void (*tell_end)(const zc_worker_note *note);
static const char *plugin_file;
static int seal_channel = -1;
static uint64_t memory_limit;
static uintptr_t guard_from, guard_until;
static char alternate_stack[ALTERNATE];

/* ---- inside: naming a crash ---- */

static int is_plugin(const char *name) {
  const char *slash = strrchr(plugin_file, '/');
  const char *base = slash ? slash + 1 : plugin_file;
  size_t length = strlen(name), tail = strlen(base);
  if (strncmp(plugin_file, "/proc/", 6) == 0)
    return strcmp(name, plugin_file) == 0;
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
  void *block = mmap(NULL, memory_limit / 8, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (block != MAP_FAILED)
    munmap(block, memory_limit / 8);
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

UNSANITIZED void zc_worker_finish(zc_end end, int number) {
  note->end = (int)end;
  note->number = number;
  atomic_store(&note->done, 1);
  if (tell_end)
    tell_end(note);
  for (;;)
    syscall(SYS_exit_group, 0);
}

UNSANITIZED static void on_crash(int number, siginfo_t *info, void *context) {
  uintptr_t address = (uintptr_t)info->si_addr, stack = stack_of(context);
  if (number == SIGSYS)
    zc_worker_finish(ZC_END_CALL, info->si_syscall);
  if (info->si_code <= 0) /* sent, not met with */
    zc_worker_finish(ZC_END_SIGNAL, number);
  if (memory_is_used_up())
    zc_worker_finish(ZC_END_MEMORY, 0);
  if (stack && address < stack + NEAR && stack < address + NEAR)
    zc_worker_finish(ZC_END_STACK, number);
  note->spot = (int)spot_of(address);
  zc_worker_finish(is_write(context) ? ZC_END_WRITE : ZC_END_READ, number);
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
  return note != NULL;
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

static void set_limits(const zc_worker_start *start) {
  uint64_t memory = zc_worker_pages() * (uint64_t)sysconf(_SC_PAGESIZE) + start->memory;
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, start->file_size, start->file_size);
  limit(RLIMIT_NOFILE, FILES, FILES);
  limit(RLIMIT_NPROC, 0, 0);
  limit(RLIMIT_CPU, start->seconds, start->seconds + 1);
  if (!IS_SANITIZED)
    limit(RLIMIT_AS, memory, memory);
}

/* Files from `first` on, and those of standard input and output. */
static void close_files(unsigned first) {
  int null = open("/dev/null", O_RDWR);
  for (int i = 0; i < 3 && null >= 0; i++)
    dup2(null, i);
  close_range(first, ~0U, 0);
}

void zc_worker_begin(zc_worker_note *own, const zc_worker_start *start) {
  struct rusage used;
  note = own;
  tell_end = start->tell_end;
  plugin_file = start->plugin;
  seal_channel = start->channel;
  memory_limit = start->memory;
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGXCPU, SIG_DFL);
  close_files(start->channel >= 0 ? (unsigned)start->channel + 1 : 3);
  set_limits(start);
  signal(SIGXFSZ, SIG_IGN);
  catch_crashes();
  getrusage(RUSAGE_SELF, &used);
  note->inherited = used.ru_maxrss;
  mallinfo2(); /* makes the heap of the C library ready where another one takes its place */
}

int zc_worker_try_seal(void) {
  return zc_seal(seal_channel);
}

void zc_worker_seal(void) {
  int error = zc_worker_try_seal();
  if (error)
    zc_worker_finish(ZC_END_UNSEALED, error);
}

int zc_worker_is_inside(void) {
  return note != NULL;
}

void zc_worker_at(const char *format, ...) {
  va_list arguments;
  if (!note)
    return;
  va_start(arguments, format);
  vsnprintf(note->at, sizeof note->at, format, arguments);
  va_end(arguments);
}

int zc_worker_is_full(void) {
  return memory_is_used_up();
}

int zc_worker_has_feasted(void) {
  struct rusage used;
  return getrusage(RUSAGE_SELF, &used) == 0 && used.ru_maxrss > note->inherited + ZC_WORKER_FEAST;
}

void zc_worker_guard(const void *from, size_t length) {
  guard_from = (uintptr_t)from;
  guard_until = guard_from + length;
}
