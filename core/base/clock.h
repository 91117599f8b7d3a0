/* SPDX-License-Identifier: Apache-2.0 */
/* How long something takes. */
#ifndef ZC_BASE_CLOCK_H
#define ZC_BASE_CLOCK_H

#include <stdint.h>
#include <time.h>

/* Microseconds since some moment; never goes back. */
static inline uint64_t zc_clock(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000u + (uint64_t)t.tv_nsec / 1000u;
}

#endif
