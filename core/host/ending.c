/* SPDX-License-Identifier: Apache-2.0 */
/* How a worker ended, in words. */
#include "host/seal.h"
#include "host/worker.h"

#include <signal.h>
#include <string.h>

typedef struct ending_words {
  const char *zh, *en;
} ending_words;

static const char *in(ending_words words, zc_lang lang) {
  return lang == ZC_LANG_ZH ? words.zh : words.en;
}

static const ending_words spots[] = {
    [ZC_SPOT_NOWHERE] = {"不属于它的内存", "memory that is not its own"},
    [ZC_SPOT_NULL] = {"空指针（NULL）所指之处", "memory through a NULL pointer"},
    [ZC_SPOT_TABLES] = {"它自己的只读表", "its own read-only tables"},
    [ZC_SPOT_PAST] = {"它自己的表的末尾之外", "memory past the end of its tables"},
    [ZC_SPOT_ARGUMENTS] = {"函数的参数（事实）前后的内存",
                           "around the facts that a function is given"},
};

static ending_words signal_words(int number) {
  switch (number) {
  case SIGABRT:
    return (ending_words){"它调用 abort() 中止了进程", "it ended the process by abort()"};
  case SIGFPE:
    return (ending_words){"它崩溃：算术错误（如除以零）", "it crashed: wrong arithmetic, such as a "
                                                          "division by zero"};
  case SIGILL:
    return (ending_words){"它崩溃：无效的指令", "it crashed: an instruction that does not exist"};
  case SIGSEGV:
  case SIGBUS:
    return (ending_words){"它崩溃：内存访问错误", "it crashed: a wrong access to memory"};
  default:
    return (ending_words){"它被信号终止", "it was ended by a signal"};
  }
}

static void tell_memory(const zc_ending *e, zc_lang lang, zc_buffer *out) {
  static const ending_words wrote = {"它崩溃：写入", "it crashed: it wrote to "};
  static const ending_words touched = {"它崩溃：读取", "it crashed: it read "};
  static const ending_words changed = {
      "它崩溃：改动给它的事实（函数的参数），或写到其前后",
      "it crashed: it changed the facts that it is given, or wrote "
      "around them"};
  if (e->end == ZC_END_WRITE && e->spot == ZC_SPOT_ARGUMENTS) {
    zc_buffer_puts(out, in(changed, lang));
    return;
  }
  zc_buffer_puts(out, in(e->end == ZC_END_WRITE ? wrote : touched, lang));
  zc_buffer_puts(out, in(spots[e->spot], lang));
}

static void tell_call(int number, zc_lang lang, zc_buffer *out) {
  const char *deed = zc_seal_deed(number, lang);
  if (number < 0) /* refused with all signals blocked, as the C library does it for a thread */
    zc_buffer_puts(out, lang == ZC_LANG_ZH
                            ? "它启动线程，或使用插件用不着的系统调用"
                            : "it makes a system call that no plugin needs, or starts a thread");
  else if (deed)
    zc_buffer_printf(out, lang == ZC_LANG_ZH ? "它%s" : "it %s", deed);
  else
    zc_buffer_printf(out,
                     lang == ZC_LANG_ZH ? "它使用插件用不着的系统调用（%d 号）"
                                        : "it makes a system call that no plugin needs (number %d)",
                     number);
}

void zc_ending_tell(const zc_ending *e, zc_lang lang, zc_buffer *out) {
  int zh = lang == ZC_LANG_ZH;
  switch (e->end) {
  case ZC_END_WELL:
    break;
  case ZC_END_EXIT:
    zc_buffer_printf(out, zh ? "它自行结束了进程：exit(%d)" : "it ended the process by exit(%d)",
                     e->number);
    break;
  case ZC_END_SIGNAL:
    zc_buffer_printf(out, zh ? "%s（信号 %d）" : "%s (signal %d)",
                     in(signal_words(e->number), lang), e->number);
    break;
  case ZC_END_READ:
  case ZC_END_WRITE:
    tell_memory(e, lang, out);
    break;
  case ZC_END_STACK:
    zc_buffer_puts(out, zh ? "它崩溃：栈溢出（无尽的递归？）"
                           : "it crashed: the stack ran over (a recursion without end?)");
    break;
  case ZC_END_CALL:
    tell_call(e->number, lang, out);
    break;
  case ZC_END_BUSY:
    zc_buffer_puts(out, zh ? "它一直运行，不结束（无尽的循环？）"
                           : "it runs on and does not end (a loop without end?)");
    break;
  case ZC_END_LATE:
    zc_buffer_puts(out, zh ? "它一直等待，不结束" : "it waits and does not end");
    break;
  case ZC_END_MEMORY:
    zc_buffer_puts(out, zh ? "它用尽了给它的内存" : "it used up all memory that it was given");
    break;
  case ZC_END_UNSEALED:
    zc_buffer_printf(out,
                     zh ? "工作进程无法封闭（%s），没有运行它"
                        : "the worker process cannot be sealed (%s), and it was not run",
                     strerror(e->number));
    break;
  }
}

zc_status zc_ending_report_unsealed(const zc_ending *e, const char *file, zc_diagnostics *diag) {
  return zc_report(
      diag, ZC_BAD_PLUGIN, &(zc_where){.file = file},
      "工作进程无法封闭：%s；插件的代码只在封闭的进程里运行，因此不予加载；请让本系统允许 "
      "seccomp 过滤器（容器：改其 seccomp 配置；内核：要有 CONFIG_SECCOMP_FILTER）",
      "the worker process cannot be sealed: %s; code of a plugin runs in sealed "
      "processes only, so the plugin is left out; let this system allow seccomp "
      "filters (a container: by its seccomp profile; a kernel: by "
      "CONFIG_SECCOMP_FILTER)",
      strerror(e->number));
}
