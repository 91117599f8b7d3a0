/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The loops of the column engine: a test of one column gives a plane, one bit a row; planes are
 * joined by logic. The same source (plane_kernels.inc) is compiled once for each instruction set.
 */
#ifndef ZC_COLUMNS_PLANE_KERNELS_H
#define ZC_COLUMNS_PLANE_KERNELS_H

#include "columns/columns.h"

/* Tests read 64 * `words` values. While they work, 64 * `words` bytes from `fetch` on are brought
 * into the cache: the next block's, so that no test has to wait for memory. */
typedef void zc_test_kernel(const void *values, int64_t bound, uint64_t *plane, uint32_t words,
                            const void *fetch);
typedef void zc_range_kernel(const void *values, int64_t lo, int64_t hi, uint64_t *plane,
                             uint32_t words, const void *fetch);
typedef void zc_pair_kernel(const void *a, const void *b, uint64_t *plane, uint32_t words,
                            const void *fetch);

/* A plane, or with `flip` UINT64_MAX its contrary. */
typedef struct zc_plane_in {
  const uint64_t *plane;
  uint64_t flip;
} zc_plane_in;

/* By width of the values: 1, 2, 4 and 8 bytes. Bounds fit that width. */
typedef struct zc_plane_kernels {
  zc_test_kernel *above[4]; /* value > bound */
  zc_test_kernel *equal[4];
  zc_range_kernel *range[4];   /* lo <= value <= hi */
  zc_pair_kernel *at_least[4]; /* a >= b */
  /* a and b */
  void (*both)(zc_plane_in a, zc_plane_in b, uint64_t *plane);
  /* (yes and a) or (no and b) or (a and b): a choice, in Kleene's logic too */
  void (*choose)(zc_plane_in yes, zc_plane_in no, zc_plane_in a, zc_plane_in b, uint64_t *plane);
  /* values / divisor, rounded down; values from 0 to 10^15 (others give anything) */
  void (*divide)(const int64_t *values, int64_t divisor, int64_t *quotients, uint32_t words);
  /* By row: names[i] for the only i whose plane has the row's bit, ZC_NO_ROUTE where none has. */
  void (*name)(const uint64_t *const *planes, const uint16_t *names, uint32_t count,
               uint16_t *rows);
  /* plane = old or (a and b and mask) */
  void (*place)(const uint64_t *old, zc_plane_in a, zc_plane_in b, const uint64_t *mask,
                uint64_t *plane);
} zc_plane_kernels;

/* NULL: not on this machine, or not in this build. */
const zc_plane_kernels *zc_plane_kernels_of(zc_column_path path);

extern const zc_plane_kernels zc_plane_kernels_portable;
#if defined(__x86_64__)
extern const zc_plane_kernels zc_plane_kernels_avx2;
extern const zc_plane_kernels zc_plane_kernels_avx512;
#endif

#endif
