/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "bench.h"
#include "host/host.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

typedef struct part {
  const char *name;
  int (*run)(void);
} part;

/* What starts processes comes first: the memory of a process counts from that of the one that
 * starts it. */
static const part parts[] = {
    {"process", zc_bench_process}, {"batch", zc_bench_batch},           {"office", zc_bench_office},
    {"columns", zc_bench_columns}, {"region", zc_bench_columns_region}, {"answer", zc_bench_answer},
};

/* bench [PART...]: those named; all without names. */
int main(int argc, char **argv) {
  int failed = 0;
  zc_memory_setup();
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    int wanted = argc < 2;
    for (int a = 1; a < argc; a++)
      wanted |= strcmp(argv[a], parts[i].name) == 0;
    failed |= wanted ? parts[i].run() : 0;
  }
  return failed;
}
