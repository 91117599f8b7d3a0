/* SPDX-License-Identifier: Apache-2.0 */
/* What a plugin's file asks other libraries for: pure functions of the C library, by exact names.
 */
#include "base/words.h"
#include "host/file_check.h"
#include "host/shown_names.h"

#include <string.h>

/* Where they may come from. */
static const char libraries[] = "libc.so.6 ld-linux-x86-64.so.2 ld-linux-aarch64.so.1 "
                                "ld-linux-riscv64-lp64d.so.1 ld-linux-loongarch-lp64d.so.1";

/* What a function may use: it reads nothing but its arguments and keeps nothing. */
static const char pure[] =
    "memcpy memmove memset memcmp memchr strlen strnlen strcmp strncmp strchr strrchr strstr "
    "strspn "
    "strcspn abs labs llabs div ldiv lldiv __memcpy_chk __memmove_chk __memset_chk "
    "__stack_chk_fail __cxa_finalize";

typedef struct library_use {
  const char *zh, *en, *names;
} library_use;

static const library_use uses[] = {
    {"文件", "files",
     "open open64 openat fopen fopen64 freopen fdopen close fclose read write fread fwrite fgets "
     "fscanf remove rename unlink mkdir rmdir stat fstat lstat access opendir readdir chdir umask "
     "truncate mmap"},
    {"输出", "printing",
     "printf fprintf vprintf vfprintf dprintf puts fputs putchar fputc putc perror __printf_chk "
     "__fprintf_chk stdout stderr"},
    {"网络", "the network",
     "socket connect bind listen accept send sendto recv recvfrom getaddrinfo gethostbyname"},
    {"进程和线程", "processes and threads",
     "fork vfork clone execve execv execvp execl execlp posix_spawn system popen kill raise wait "
     "waitpid getppid ptrace pthread_create thrd_create setsid"},
    {"退出进程", "ending the process",
     "exit _exit _Exit quick_exit abort atexit __cxa_atexit __assert_fail longjmp"},
    {"信号和等待", "signals and waiting",
     "signal sigaction __sysv_signal sigprocmask alarm setitimer sleep usleep nanosleep pause poll "
     "select"},
    {"内存", "memory",
     "malloc calloc realloc free aligned_alloc posix_memalign strdup mprotect sbrk brk"},
    {"时钟和随机数", "clocks and random numbers",
     "time clock clock_gettime gettimeofday localtime gmtime rand srand random srandom drand48 "
     "getrandom arc4random"},
    {"环境和限制", "the environment and limits",
     "getenv setenv putenv unsetenv clearenv environ setlocale setrlimit prctl syscall getpid"},
    {"其他库", "other libraries", "dlopen dlsym dlclose dlmopen"},
};

static const char *use_of(const char *name, int zh) {
  for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
    if (zc_has_word(uses[i].names, name, strlen(name)))
      return zh ? uses[i].zh : uses[i].en;
  return NULL;
}

zc_status zc_check_imports(zc_elf *e, zc_note *note) {
  zc_shown_names list = {.zh = e->diag && e->diag->lang == ZC_LANG_ZH};
  uint32_t entry = 0;
  (void)note;
  for (const char *library; (library = zc_elf_next_library(e, &entry));)
    if (!zc_has_word(libraries, library, strlen(library)))
      zc_shown_names_add(&list, library, list.zh ? "库" : "a library");
  for (uint32_t i = 1; i < e->symbol_count; i++) {
    zc_elf_symbol s = zc_elf_symbol_at(e, i);
    if (s.section == SHN_UNDEF && !zc_has_word(pure, s.name, strlen(s.name)))
      zc_shown_names_add(&list, s.name, use_of(s.name, list.zh));
  }
  if (!list.count)
    return ZC_OK;
  return ZC_REFUSE(e,
                   "插件使用不提供给插件的东西：%s；插件只有表和由参数算出一个值的函数，请去掉它们",
                   "the plugin uses what no plugin is given: %s; a plugin has tables, and "
                   "functions that compute a value from their arguments: take them out",
                   zc_shown_names_text(&list));
}
