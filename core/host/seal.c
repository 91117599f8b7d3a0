/* SPDX-License-Identifier: Apache-2.0 */
#include "host/seal.h"
#include "base/assert.h"

#include <errno.h>
#include <link.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define HERE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define HERE AUDIT_ARCH_AARCH64
#elif defined(__loongarch64)
#define HERE AUDIT_ARCH_LOONGARCH64
#elif defined(__riscv)
#define HERE AUDIT_ARCH_RISCV64
#else
#error "add the audit number of this architecture"
#endif

/* Under an emulator (valgrind) all calls come from the emulator's own code and would be refused:
 * what runs there is built with ZC_UNSEALED. Nothing can turn the seal off when the program runs.
 */
#if defined(ZC_UNSEALED)
enum { ZC_SEALS = 0 };
#else
enum { ZC_SEALS = 1 };
#endif

/* ---- the dynamic linker's code ---- */

typedef struct zc_code {
  uint64_t base, from, until;
} zc_code;

static int find_linker(struct dl_phdr_info *object, size_t size, void *context) {
  zc_code *code = context;
  (void)size;
  if (object->dlpi_addr != code->base)
    return 0;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *p = &object->dlpi_phdr[i];
    if (p->p_type == PT_LOAD && (p->p_flags & PF_X)) {
      code->from = object->dlpi_addr + p->p_vaddr;
      code->until = code->from + p->p_memsz;
    }
  }
  return 1;
}

/* ---- the filter ---- */

enum { MOST = 96, ALLOW = SECCOMP_RET_ALLOW, REFUSE = SECCOMP_RET_TRAP };

typedef struct zc_filter {
  struct sock_filter code[MOST];
  unsigned short count;
} zc_filter;

static void add(zc_filter *f, unsigned short code, uint32_t k, uint8_t yes, uint8_t no) {
  ZC_ASSERT(f->count < MOST);
  f->code[f->count++] = (struct sock_filter){code, yes, no, k};
}

static void load(zc_filter *f, size_t offset) {
  add(f, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void give(zc_filter *f, uint32_t verdict) {
  add(f, BPF_RET | BPF_K, verdict, 0, 0);
}

#define IF_EQUAL    (BPF_JMP | BPF_JEQ | BPF_K)
#define IF_LEAST    (BPF_JMP | BPF_JGE | BPF_K)
#define FIELD(f)    offsetof(struct seccomp_data, f)
#define LOW(n)      ((uint32_t)(n))
#define HIGH(n)     ((uint32_t)((n) >> 32))
#define ADDRESS     FIELD(instruction_pointer)
#define ARGUMENT(i) (FIELD(args) + (size_t)(i) * sizeof(uint64_t))

/* Allows calls from addresses within one stretch of 4 GiB; numbers here are little endian. */
static void allow_code_within(zc_filter *f, uint64_t from, uint64_t last) {
  load(f, ADDRESS + 4);
  add(f, IF_EQUAL, HIGH(from), 0, 4);
  load(f, ADDRESS);
  add(f, IF_LEAST, LOW(from), 0, 2);
  add(f, BPF_JMP | BPF_JGT | BPF_K, LOW(last), 1, 0);
  give(f, ALLOW);
}

static void allow_code(zc_filter *f, const zc_code *code) {
  uint64_t last = code->until - 1;
  if (HIGH(code->from) == HIGH(last)) {
    allow_code_within(f, code->from, last);
    return;
  }
  allow_code_within(f, code->from, code->from | UINT32_MAX);
  allow_code_within(f, last & ~(uint64_t)UINT32_MAX, last);
}

static void allow_call(zc_filter *f, uint32_t call) {
  add(f, IF_EQUAL, call, 0, 1);
  give(f, ALLOW);
}

/* A signal to oneself is how abort() ends a process. */
static void allow_abort(zc_filter *f) {
  add(f, IF_EQUAL, SYS_tgkill, 0, 4);
  load(f, ARGUMENT(0));
  add(f, IF_EQUAL, (uint32_t)getpid(), 0, 1);
  give(f, ALLOW);
  load(f, FIELD(nr));
}

static void allow_memory(zc_filter *f) {
  add(f, IF_EQUAL, SYS_mmap, 0, 6);
  load(f, ARGUMENT(1) + 4);
  add(f, IF_EQUAL, 0, 0, 3);
  load(f, ARGUMENT(1));
  add(f, IF_LEAST, ZC_SEAL_MEMORY, 1, 0);
  give(f, ALLOW);
  load(f, FIELD(nr));
}

/* To ask where the stack for signals is changes nothing; sanitizers do before a process ends. */
static void allow_asking(zc_filter *f) {
  add(f, IF_EQUAL, SYS_sigaltstack, 0, 6);
  load(f, ARGUMENT(0));
  add(f, IF_EQUAL, 0, 0, 3);
  load(f, ARGUMENT(0) + 4);
  add(f, IF_EQUAL, 0, 0, 1);
  give(f, ALLOW);
  load(f, FIELD(nr));
}

/* The signals that the C library keeps to itself: starting a thread sets them up, and is better
 * told by what comes next. */
static void allow_threads_signals(zc_filter *f) {
  add(f, IF_EQUAL, SYS_rt_sigaction, 0, 5);
  load(f, ARGUMENT(0));
  add(f, IF_LEAST, 32, 0, 2);
  add(f, IF_LEAST, 34, 1, 0);
  give(f, ALLOW);
  load(f, FIELD(nr));
}

/* What is said and asked through the descriptor that the worker was given. */
static void allow_channel(zc_filter *f, uint32_t call, uint32_t channel) {
  add(f, IF_EQUAL, call, 0, 4);
  load(f, ARGUMENT(0));
  add(f, IF_EQUAL, channel, 0, 1);
  give(f, ALLOW);
  load(f, FIELD(nr));
}

static void make_filter(zc_filter *f, const zc_code *linker, int channel) {
  static const uint32_t harmless[] = {
      SYS_exit_group,   SYS_exit,    SYS_brk,    SYS_munmap, SYS_mremap,         SYS_futex,
      SYS_rt_sigreturn, SYS_madvise, SYS_getpid, SYS_gettid, SYS_rt_sigprocmask, SYS_getrusage};
  load(f, FIELD(arch));
  add(f, IF_EQUAL, HERE, 1, 0);
  give(f, SECCOMP_RET_KILL_PROCESS);
  allow_code(f, linker);
  load(f, FIELD(nr));
  for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
    allow_call(f, harmless[i]);
  allow_abort(f);
  allow_memory(f);
  allow_asking(f);
  allow_threads_signals(f);
  if (channel >= 0) {
    allow_channel(f, SYS_read, (uint32_t)channel);
    allow_channel(f, SYS_write, (uint32_t)channel);
  }
  give(f, REFUSE);
}

int zc_seal(int channel) {
  zc_code linker = {.base = getauxval(AT_BASE)};
  zc_filter filter = {.count = 0};
  if (!ZC_SEALS)
    return 0;
  if (!dl_iterate_phdr(find_linker, &linker) || !linker.until)
    return ENOSYS;
  make_filter(&filter, &linker, channel);
  struct sock_fprog program = {filter.count, filter.code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0)
    return errno;
  return 0;
}

int zc_seal_is_left_out(void) {
  return !ZC_SEALS;
}

/* ---- words for what was refused ---- */

typedef struct zc_deed {
  const char *zh, *en;
  int calls[40]; /* ended by -1 */
} zc_deed;

static const zc_deed deeds[] = {
    {"打开、读取或改动文件",
     "opens files or changes them",
     {
#ifdef SYS_open
         SYS_open,       SYS_creat,     SYS_unlink,       SYS_rename,    SYS_mkdir,
         SYS_rmdir,      SYS_access,    SYS_stat,         SYS_lstat,     SYS_chmod,
         SYS_readlink,   SYS_symlink,
#endif
         SYS_openat,     SYS_openat2,   SYS_unlinkat,     SYS_renameat2, SYS_mkdirat,
         SYS_faccessat,

         SYS_statx,

         SYS_readlinkat, SYS_symlinkat, SYS_getdents64,   SYS_chdir,     SYS_getcwd,
         SYS_truncate,   SYS_ftruncate, SYS_memfd_create, SYS_umask,     -1}},
    {"查看文件或向文件输出", "looks at files or prints", {SYS_newfstatat, SYS_fstat, -1}},
    {"使用网络",
     "uses the network",
     {SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
      SYS_sendto, SYS_recvfrom, SYS_sendmsg, SYS_recvmsg, -1}},
    {"启动进程或线程",
     "starts a process or a thread",
     {
#ifdef SYS_fork
         SYS_fork, SYS_vfork,
#endif
         SYS_clone, SYS_clone3, SYS_execve, SYS_execveat, -1}},
    {"向其他进程发信号或干预其他进程",
     "interferes with other processes",
     {SYS_kill, SYS_tkill, SYS_tgkill, SYS_ptrace, SYS_process_vm_writev, SYS_getppid, SYS_setsid,
      SYS_setpgid, SYS_pidfd_open, SYS_wait4, SYS_waitid, -1}},
    {"向文件描述符写入（输出）",
     "writes to a file descriptor (prints)",
     {SYS_write, SYS_writev, SYS_pwrite64, SYS_sendfile, -1}},
    {"读取或关闭文件描述符",
     "reads or closes file descriptors",
     {SYS_read, SYS_readv, SYS_pread64, SYS_close, SYS_close_range, SYS_dup, SYS_dup3, SYS_lseek,
#ifdef SYS_dup2
      SYS_dup2,
#endif
      SYS_fcntl, SYS_ioctl, SYS_pipe2, -1}},
    {"更改信号处理或设置闹钟",
     "changes signal handlers or sets an alarm",
     {SYS_rt_sigaction, SYS_sigaltstack, SYS_setitimer, SYS_timer_create,
#ifdef SYS_alarm
      SYS_alarm,
#endif
      -1}},
    {"等待（休眠）",
     "waits (sleeps)",
     {SYS_nanosleep, SYS_clock_nanosleep, SYS_ppoll, SYS_pselect6, SYS_epoll_pwait,
      SYS_rt_sigtimedwait, SYS_rt_sigsuspend, SYS_sched_yield,
#ifdef SYS_pause
      SYS_pause, SYS_poll, SYS_select,
#endif
      -1}},
    {"更改资源限制或进程权限",
     "changes limits or rights of the process",
     {SYS_prlimit64, SYS_setrlimit, SYS_prctl, SYS_setuid, SYS_setgid, SYS_setpriority, SYS_seccomp,
      -1}},
    {"申请的内存过大", "asks for a huge piece of memory", {SYS_mmap, -1}},
    {"更改内存的写保护，或启动线程",
     "changes the protection of memory, or starts a thread",
     {SYS_mprotect, SYS_pkey_mprotect, -1}},
    {"读取时钟或随机数",
     "reads a clock or random numbers",
     {SYS_getrandom, SYS_clock_gettime, SYS_gettimeofday, SYS_times,
#ifdef SYS_time
      SYS_time,
#endif
      -1}},
};

const char *zc_seal_deed(int call, zc_lang lang) {
  for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
    for (const int *c = deeds[i].calls; *c >= 0; c++)
      if (*c == call)
        return lang == ZC_LANG_ZH ? deeds[i].zh : deeds[i].en;
  return NULL;
}
