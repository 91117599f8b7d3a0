/* SPDX-License-Identifier: Apache-2.0 */
/* The loops for processors with AVX2 and the instructions for bits that came with it. */
#include "facts/csv_kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KERNEL           __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define KERNELS          zc_csv_kernels_avx2
#define BLOCK            wide_block
#define LOWEST_BIT(bits) (unsigned)_tzcnt_u64(bits)

/* As in byte_mask.h. */
#define ZC_MASK_BYTES 64u

typedef struct wide_block {
  __m256i half[2];
} wide_block;

KERNEL static inline wide_block zc_byte_block_at(const char *bytes) {
  return (wide_block){{_mm256_loadu_si256((const __m256i *)(const void *)bytes),
                       _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32))}};
}

KERNEL static inline uint64_t zc_join_masks(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

KERNEL static inline uint64_t zc_byte_mask(const wide_block *block, char byte) {
  __m256i wanted = _mm256_set1_epi8(byte);
  return zc_join_masks(_mm256_cmpeq_epi8(block->half[0], wanted),
                       _mm256_cmpeq_epi8(block->half[1], wanted));
}

KERNEL static inline uint64_t zc_high_mask(const wide_block *block) {
  return zc_join_masks(block->half[0], block->half[1]);
}

KERNEL static inline uint32_t zc_bit_count(uint64_t bits) {
  return (uint32_t)_mm_popcnt_u64(bits);
}

#include "facts/csv_kernels.inc"
#endif
