/* SPDX-License-Identifier: Apache-2.0 */
/* Benchmarks: each checks that what it times is right, then prints one result a line. */
#ifndef ZC_TESTS_BENCH_H
#define ZC_TESTS_BENCH_H

#include "base/diagnostics.h"
#include "engine/region.h"

/* One decision with the state of every condition, against the branches of rules.h. */
int zc_bench_decision(void);
/* From facts to the JSON answer of a real region. */
int zc_bench_answer(void);
/* The whole program, from its start to its exit. */
int zc_bench_process(void);

/* Seconds that one call of `run` takes: the least of several, for anything else on the machine can
 * only add to it. */
double zc_bench_seconds(void (*run)(void *context), void *context);

/* "name TAB value TAB unit TAB baseline" */
void zc_bench_result(const char *name, double value, const char *unit, const char *baseline);

/* The plugin `file` (below the build directory), or the end of the process with the messages. */
void zc_bench_region(zc_region *region, const char *file);
/* Ends the process when `status` is not ZC_OK, with the messages. */
void zc_bench_expect(zc_status status, zc_diagnostics *diag);

#endif
