/* SPDX-License-Identifier: Apache-2.0 */
/* The loops for every processor. */
#include "facts/byte_mask.h"
#include "facts/csv_kernels.h"

#define KERNEL
#define KERNELS zc_csv_kernels_portable
#define BLOCK   zc_byte_block
/* Of none it does not matter. */
#define LOWEST_BIT(bits) (unsigned)__builtin_ctzll((bits) | UINT64_C(1) << 63)

#include "facts/csv_kernels.inc"

const uint64_t zc_byte_masks[9] = {0,
                                   0xFF,
                                   0xFFFF,
                                   0xFFFFFF,
                                   0xFFFFFFFF,
                                   0xFFFFFFFFFF,
                                   0xFFFFFFFFFFFF,
                                   0xFFFFFFFFFFFFFF,
                                   0xFFFFFFFFFFFFFFFF};

const zc_csv_kernels *zc_csv_kernels_best(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
      __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt"))
    return &zc_csv_kernels_avx2;
#endif
  return &zc_csv_kernels_portable;
}
