/* SPDX-License-Identifier: Apache-2.0 */
/* The loops for processors with AVX-512 (BW and DQ). */
#include "columns/plane_kernels.h"
#include "columns/unroll.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KERNEL     __attribute__((target("avx512f,avx512bw,avx512dq")))
#define LANE_BYTES 64
#define KERNELS    zc_plane_kernels_avx512

#define bits_1(r)   (uint64_t) _mm512_movepi8_mask((__m512i)(r)[0])
#define TWO(r, i)   (uint64_t) _mm512_movepi16_mask((__m512i)(r)[i]) << (32 * (i))
#define bits_2(r)   (TWO(r, 0) | TWO(r, 1))
#define FOUR(r, i)  (uint64_t) _mm512_movepi32_mask((__m512i)(r)[i]) << (16 * (i))
#define bits_4(r)   (FOUR(r, 0) | FOUR(r, 1) | FOUR(r, 2) | FOUR(r, 3))
#define EIGHT(r, i) (uint64_t) _mm512_movepi64_mask((__m512i)(r)[i]) << (8 * (i))
#define bits_8(r)                                                                                  \
  (EIGHT(r, 0) | EIGHT(r, 1) | EIGHT(r, 2) | EIGHT(r, 3) | EIGHT(r, 4) | EIGHT(r, 5) |             \
   EIGHT(r, 6) | EIGHT(r, 7))

#include "columns/plane_kernels.inc"
#endif
