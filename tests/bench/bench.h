/* SPDX-License-Identifier: Apache-2.0 */
/* Benchmarks: each checks that what it times is right, then prints one result a line. */
#ifndef ZC_TESTS_BENCH_H
#define ZC_TESTS_BENCH_H

#include "base/diagnostics.h"
#include "engine/region.h"

/* Ten million rows in columns, with the state of every condition, against the branches of
 * rules.h. */
int zc_bench_columns(void);
/* People of the largest region in columns. */
int zc_bench_columns_region(void);
/* From facts to the JSON answer of a real region. */
int zc_bench_answer(void);
/* A file of people through the program, to CSV and to SQLite. */
int zc_bench_batch(void);
/* Workbooks in and out through the program. */
int zc_bench_office(void);
/* The whole program, from its start to its exit. */
int zc_bench_process(void);

/* One thing to time, and the seconds that one call of `run` took: the least of several, for
 * whatever else the machine does can only add to it. */
typedef struct zc_bench_run {
  void (*run)(void *context);
  void *context;
  double seconds;
} zc_bench_run;

/* Seconds of a clock that never goes back. */
double zc_bench_now(void);
/* Times all of them in turns, so that their ratios are of the same moments. */
void zc_bench_time(zc_bench_run *runs, unsigned count);
/* The same for what takes long: fewer turns. */
void zc_bench_time_rounds(zc_bench_run *runs, unsigned count, unsigned rounds);

/* Prints how many instructions one call takes for each of so many parts, or that this machine
 * cannot tell. */
void zc_bench_instructions(const char *name, zc_bench_run *run, double parts, const char *unit);

/* "name TAB value TAB unit TAB baseline" */
void zc_bench_result(const char *name, double value, const char *unit, const char *baseline);

/* The plugin `file` (below the build directory), or the end of the process with the messages. */
void zc_bench_region(zc_region *region, const char *file);
/* Ends the process when `status` is not ZC_OK, with the messages. */
void zc_bench_expect(zc_status status, zc_diagnostics *diag);

#endif
