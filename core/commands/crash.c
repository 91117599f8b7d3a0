/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/crash.h"

#include "host/worker.h"
#include "zhicheng/plugin.h"

#include <dlfcn.h>
#include <signal.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

static zc_lang language;

/* Where the code stood that crashed; NULL: the machine does not say. */
static const void *place_of(const ucontext_t *context) {
  const void *place = NULL;
#if defined(__x86_64__)
  memcpy(&place, &context->uc_mcontext.gregs[REG_RIP], sizeof place);
#elif defined(__aarch64__)
  memcpy(&place, &context->uc_mcontext.pc, sizeof place);
#else
  (void)context;
#endif
  return place;
}

/* The file of the plugin that the code is of; NULL: it is of none. */
static const char *plugin_of(const void *place) {
  Dl_info info;
  if (!place || dladdr(place, &info) == 0 || !info.dli_fname)
    return NULL;
  void *library = dlopen(info.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
  return library && dlsym(library, ZC_SYMBOL) ? info.dli_fname : NULL;
}

static int put(const char *text) {
  size_t length = strlen(text);
  return write(STDERR_FILENO, text, length) == (ssize_t)length;
}

static void tell(const char *file) {
  static const char *const zh[] = {
      "错误：插件 ",
      " 的函数在计算时崩溃，无法回答；请改正或移走这个插件（zhicheng check 可检查它）\n"};
  static const char *const en[] = {"error: a function of the plugin ",
                                   " crashed over these facts, so there is no answer; correct the "
                                   "plugin or take it out (zhicheng check looks at it)\n"};
  const char *const *text = language == ZC_LANG_ZH ? zh : en;
  int told = put(text[0]) && put(file) && put(text[1]);
  _exit(told ? ZC_BAD_PLUGIN : ZC_NO_RESOURCE);
}

/* Anything but a plugin's code runs into the signal again, which then takes its usual effect. */
static void on_crash(int number, siginfo_t *info, void *context) {
  (void)info;
  signal(number, SIG_DFL);
  const char *file = zc_worker_is_inside() ? NULL : plugin_of(place_of(context));
  if (file)
    tell(file);
}

#if defined(__SANITIZE_ADDRESS__) /* which tells of crashes itself */
enum { IS_SANITIZED = 1 };
#else
enum { IS_SANITIZED = 0 };
#endif

void zc_crash_watch(zc_lang lang) {
  static const int watched[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
  static char room[1 << 16]; /* where the stack itself has run over */
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  language = lang;
  if (IS_SANITIZED)
    return;
  sigaltstack(&stack, NULL);
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof watched / sizeof watched[0]; i++)
    sigaction(watched[i], &action, NULL);
}
