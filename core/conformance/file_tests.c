/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of the file's bytes: nothing of it is run. */
#include "base/memory.h"
#include "base/words.h"
#include "conformance/conformance.h"
#include "host/file_code.h"
#include "host/load.h"

#include <string.h>

/* Passes unless the file is refused for this part of the check. */
static zc_outcome inspect(const zc_subject *s, zc_buffer *said, int part) {
  zc_file_info info = {.fault = ZC_FILE_WHOLE}; /* what is refused unread is not whole */
  zc_diagnostics diag = {.lang = s->lang};
  zc_status status = zc_plugin_inspect(s->file, &info, &diag);
  int is_mine = status != ZC_OK && info.fault == part;
  if (is_mine)
    zc_buffer_puts(said, zc_diagnostics_text(&diag));
  zc_diagnostics_free(&diag);
  return is_mine ? ZC_FAILED : ZC_PASSED;
}

zc_outcome zc_test_file(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_WHOLE);
}
zc_outcome zc_test_note(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_NOTE);
}
zc_outcome zc_test_abi(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_ABI);
}
zc_outcome zc_test_sizes(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_SIZES);
}
zc_outcome zc_test_symbol(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_SYMBOL);
}

/* ---- names that the file shows or asks for ---- */

typedef struct naming {
  const zc_subject *subject;
  zc_buffer *said;
  uint32_t bad;
} naming;

static void see_export(void *context, const char *name) {
  naming *n = context;
  if (strcmp(name, ZC_SYMBOL) == 0)
    return;
  n->bad++;
  zc_say(n->subject, n->said, "它还导出“%s”", "it exports '%s', too", name);
}

zc_outcome zc_test_exports(const zc_subject *s, zc_buffer *said) {
  naming n = {s, said, 0};
  zc_file_code code;
  size_t length;
  unsigned char *bytes = zc_subject_bytes(s, &length, said);
  if (!bytes)
    return ZC_FAILED;
  zc_file_names(bytes, length, ZC_FILE_EXPORTS, see_export, &n);
  zc_file_code_read(bytes, length, &code);
  if (code.has_writable_object)
    zc_say(s, said, "%s 在可写的内存里", "%s lies in memory that can be written to", ZC_SYMBOL);
  zc_free(bytes);
  return n.bad || code.has_writable_object ? ZC_FAILED : ZC_PASSED;
}

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

static void see_import(void *context, const char *name) {
  naming *n = context;
  size_t length = strlen(name);
  const library_use *use = NULL;
  if (zc_has_word(pure, name, length))
    return;
  for (size_t i = 0; i < sizeof uses / sizeof *uses && !use; i++)
    use = zc_has_word(uses[i].names, name, length) ? &uses[i] : NULL;
  n->bad++;
  if (use)
    zc_say(n->subject, n->said, "它使用“%s”：%s", "it uses '%s': %s", name,
           n->subject->lang == ZC_LANG_ZH ? use->zh : use->en);
  else
    zc_say(n->subject, n->said, "它使用“%s”，程序不提供给插件",
           "it uses '%s', which no plugin is given", name);
}

static void see_library(void *context, const char *name) {
  naming *n = context;
  n->bad++;
  zc_say(n->subject, n->said, "它要求装有库 %s", "it needs the library %s", name);
}

zc_outcome zc_test_imports(const zc_subject *s, zc_buffer *said) {
  naming n = {s, said, 0};
  size_t length;
  unsigned char *bytes = zc_subject_bytes(s, &length, said);
  if (!bytes)
    return ZC_FAILED;
  zc_file_names(bytes, length, ZC_FILE_LIBRARIES, see_library, &n);
  zc_file_names(bytes, length, ZC_FILE_IMPORTS, see_import, &n);
  zc_free(bytes);
  return n.bad ? ZC_FAILED : ZC_PASSED;
}

zc_outcome zc_test_startup(const zc_subject *s, zc_buffer *said) {
  zc_file_code code;
  size_t length;
  unsigned char *bytes = zc_subject_bytes(s, &length, said);
  if (!bytes)
    return ZC_FAILED;
  zc_file_code_read(bytes, length, &code);
  zc_free(bytes);
  if (code.starts)
    zc_say(s, said, "打开时运行它的 %u 个函数（构造函数）",
           "%u functions of its own run when it is opened (constructors)", code.starts);
  if (code.ends)
    zc_say(s, said, "关闭时运行它的 %u 个函数（析构函数）",
           "%u functions of its own run when it is closed (destructors)", code.ends);
  if (code.has_resolvers)
    zc_say(s, said, "打开时运行 IFUNC 选择函数",
           "functions that choose addresses (IFUNC) run when "
           "it is opened");
  if (code.has_text_relocations)
    zc_say(s, said, "打开时要改写代码（文本重定位）：请用 -fPIC 编译",
           "its code is rewritten when it is opened (text relocations): compile with -fPIC");
  if (code.has_usual)
    zc_say(s, said, "带有编译器默认的启动代码；用 -nostartfiles 链接则没有",
           "it has the compiler's usual start-up code; linked with -nostartfiles it has none");
  return code.starts || code.ends || code.has_resolvers || code.has_text_relocations ? ZC_FAILED
                                                                                     : ZC_PASSED;
}
