/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "bench.h"
#include "host/host.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 15 };

double zc_bench_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void zc_bench_time(zc_bench_run *runs, unsigned count) {
  zc_bench_time_rounds(runs, count, ROUNDS);
}

void zc_bench_time_rounds(zc_bench_run *runs, unsigned count, unsigned rounds) {
  for (unsigned round = 0; round < rounds; round++) {
    for (unsigned i = 0; i < count; i++) {
      double start = zc_bench_now();
      runs[i].run(runs[i].context);
      double taken = zc_bench_now() - start;
      if (round == 0 || taken < runs[i].seconds)
        runs[i].seconds = taken;
    }
  }
}

void zc_bench_result(const char *name, double value, const char *unit, const char *baseline) {
  printf("%s\t%.3g\t%s\t%s\n", name, value, unit, baseline);
  fflush(stdout);
}

void zc_bench_expect(zc_status status, zc_diagnostics *diag) {
  if (status == ZC_OK)
    return;
  const char *text = zc_buffer_text(&diag->text);
  fprintf(stderr, "%s", text ? text : "out of memory\n");
  exit(1);
}

void zc_bench_region(zc_region *region, const char *file) {
  zc_diagnostics diag = {0};

  zc_bench_expect(zc_region_load(region, file, NULL, &diag), &diag);
  zc_bench_expect(zc_region_digest(region, &diag), &diag);
  zc_diagnostics_free(&diag);
}

int main(void) {
  zc_memory_setup();
  return zc_bench_columns() || zc_bench_columns_region() || zc_bench_decision() ||
         zc_bench_answer() || zc_bench_batch() || zc_bench_process();
}
