/* SPDX-License-Identifier: Apache-2.0 */
/* The loops for processors with AVX2. */
#include "columns/plane_kernels.h"
#include "columns/unroll.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KERNEL     __attribute__((target("avx2")))
#define LANE_BYTES 32
#define KERNELS    zc_plane_kernels_avx2
#define HALF(r)    (uint64_t)(uint32_t) _mm256_movemask_epi8(r)

#define bits_1(r) (HALF((__m256i)(r)[0]) | HALF((__m256i)(r)[1]) << 32)

/* Packing works on halves of a vector; the middle quarters change places after it. */
#define PACK_2(a, b) _mm256_permute4x64_epi64(_mm256_packs_epi16((__m256i)(a), (__m256i)(b)), 0xD8)
#define bits_2(r)    (HALF(PACK_2((r)[0], (r)[1])) | HALF(PACK_2((r)[2], (r)[3])) << 32)

#define PACK_4(a, b) _mm256_permute4x64_epi64(_mm256_packs_epi32((__m256i)(a), (__m256i)(b)), 0xD8)
#define bits_4(r)                                                                                  \
  (HALF(PACK_2(PACK_4((r)[0], (r)[1]), PACK_4((r)[2], (r)[3]))) |                                  \
   HALF(PACK_2(PACK_4((r)[4], (r)[5]), PACK_4((r)[6], (r)[7]))) << 32)

#define FOUR(r, i) (uint64_t)(uint32_t) _mm256_movemask_pd((__m256d)(r)[i]) << (4 * (i))
#define bits_8(r)                                                                                  \
  (FOUR(r, 0) | FOUR(r, 1) | FOUR(r, 2) | FOUR(r, 3) | FOUR(r, 4) | FOUR(r, 5) | FOUR(r, 6) |      \
   FOUR(r, 7) | FOUR(r, 8) | FOUR(r, 9) | FOUR(r, 10) | FOUR(r, 11) | FOUR(r, 12) | FOUR(r, 13) |  \
   FOUR(r, 14) | FOUR(r, 15))

#include "columns/plane_kernels.inc"
#endif
