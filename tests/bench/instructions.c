/* SPDX-License-Identifier: Apache-2.0 */
/* Instructions that a run takes: the same in every run, where times differ. */
#include "bench.h"
#include <linux/perf_event.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Counts this thread's instructions outside of the kernel. Below 0: the machine has no counter, or
 * gives it to nobody. */
static int open_counter(void) {
  struct perf_event_attr what = {.type = PERF_TYPE_HARDWARE,
                                 .size = sizeof what,
                                 .config = PERF_COUNT_HW_INSTRUCTIONS,
                                 .disabled = 1,
                                 .exclude_kernel = 1,
                                 .exclude_hv = 1};
  return (int)syscall(SYS_perf_event_open, &what, 0, -1, -1, 0UL);
}

void zc_bench_instructions(const char *name, zc_bench_run *run, double parts, const char *unit) {
  unsigned long long count = 0;
  int counter = open_counter();
  if (counter >= 0) {
    ioctl(counter, PERF_EVENT_IOC_ENABLE, 0);
    run->run(run->context);
    ioctl(counter, PERF_EVENT_IOC_DISABLE, 0);
  }
  if (counter < 0 || read(counter, &count, sizeof count) != sizeof count)
    printf("%s\tnot available\t%s\tnone\n", name, unit);
  else
    zc_bench_result(name, (double)count / parts, unit, "none");
  if (counter >= 0)
    close(counter);
}
