/* SPDX-License-Identifier: Apache-2.0 */
#include "base/signal.h"

#include <signal.h>
#include <stddef.h>

static const int watched[] = {SIGINT, SIGTERM, SIGHUP};
static volatile sig_atomic_t caught;

static void note(int number) {
  caught = number;
}

void zc_signal_watch(void) {
  /* Without SA_RESTART: a read that waits ends. */
  struct sigaction action = {.sa_handler = note};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof watched / sizeof watched[0]; i++) {
    struct sigaction before;
    sigaction(watched[i], NULL, &before);
    if (before.sa_handler != SIG_IGN)
      sigaction(watched[i], &action, NULL);
  }
  /* A file that may not grow further is told as one that cannot be written. */
  signal(SIGXFSZ, SIG_IGN);
}

int zc_signal_caught(void) {
  return caught;
}

zc_status zc_signal_report(zc_diagnostics *diag) {
  return zc_report(diag, ZC_NO_RESOURCE, NULL, "已中断；没有写出结果，原有的输出文件保持不变",
                   "interrupted; no result was written, and an output file that was there before "
                   "is as it was");
}

zc_status zc_signal_check(zc_diagnostics *diag) {
  return caught != 0 ? zc_signal_report(diag) : ZC_OK;
}

void zc_signal_obey(void) {
  if (caught != 0) {
    signal(caught, SIG_DFL);
    raise(caught);
  }
}
