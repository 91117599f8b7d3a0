/* SPDX-License-Identifier: Apache-2.0 */
/* The loops for every machine, in vectors of 16 bytes, and the choice among the paths. */
#include "columns/plane_kernels.h"
#include "columns/unroll.h"
#include <string.h>

#define KERNEL
#define LANE_BYTES 16
#define KERNELS    zc_plane_kernels_portable

#if defined(__SSE2__)
#include <emmintrin.h>

#define SIXTEEN(r)   (uint64_t)(uint32_t) _mm_movemask_epi8(r)
#define PACK_2(a, b) _mm_packs_epi16((__m128i)(a), (__m128i)(b))
#define PACK_4(a, b) _mm_packs_epi32((__m128i)(a), (__m128i)(b))
#define bits_1(r)                                                                                  \
  (SIXTEEN((__m128i)(r)[0]) | SIXTEEN((__m128i)(r)[1]) << 16 | SIXTEEN((__m128i)(r)[2]) << 32 |    \
   SIXTEEN((__m128i)(r)[3]) << 48)
#define bits_2(r)                                                                                  \
  (SIXTEEN(PACK_2((r)[0], (r)[1])) | SIXTEEN(PACK_2((r)[2], (r)[3])) << 16 |                       \
   SIXTEEN(PACK_2((r)[4], (r)[5])) << 32 | SIXTEEN(PACK_2((r)[6], (r)[7])) << 48)
#define PACK_8(r, i)                                                                               \
  SIXTEEN(PACK_2(PACK_4((r)[i], (r)[(i) + 1]), PACK_4((r)[(i) + 2], (r)[(i) + 3]))) << (4 * (i))
#define bits_4(r) (PACK_8(r, 0) | PACK_8(r, 4) | PACK_8(r, 8) | PACK_8(r, 12))

static inline uint64_t bits_8(const void *vectors) {
  const __m128d *r = vectors;
  uint64_t bits = 0;
  for (int i = 0; i < 32; i++)
    bits |= (uint64_t)(uint32_t)_mm_movemask_pd(r[i]) << (2 * i);
  return bits;
}

#else

/* Eight bytes of 0 or 1 become eight bits. */
static inline uint64_t squeeze(const uint8_t *bytes) {
  uint64_t bits = 0;
  for (int i = 0; i < 64; i++)
    bits |= (uint64_t)(bytes[i] & 1) << i;
  return bits;
}

#define BITS(width, type)                                                                          \
  static inline uint64_t bits_##width(const void *vectors) {                                       \
    const char *from = vectors;                                                                    \
    uint8_t bytes[64];                                                                             \
    for (int i = 0; i < 64; i++) {                                                                 \
      type lane;                                                                                   \
      memcpy(&lane, from + i * (width), sizeof lane);                                              \
      bytes[i] = (uint8_t)lane;                                                                    \
    }                                                                                              \
    return squeeze(bytes);                                                                         \
  }
BITS(1, int8_t)
BITS(2, int16_t)
BITS(4, int32_t)
BITS(8, int64_t)

#endif

#include "columns/plane_kernels.inc"

static int is_there(zc_column_path path) {
#if defined(__x86_64__)
  if (path == ZC_AVX512_PATH)
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
  if (path == ZC_AVX2_PATH)
    return __builtin_cpu_supports("avx2") != 0;
#endif
  return path == ZC_PORTABLE_PATH;
}

const zc_plane_kernels *zc_plane_kernels_of(zc_column_path path) {
  if (path == ZC_BEST_PATH)
    path = is_there(ZC_AVX512_PATH) ? ZC_AVX512_PATH
           : is_there(ZC_AVX2_PATH) ? ZC_AVX2_PATH
                                    : ZC_PORTABLE_PATH;
  if (!is_there(path))
    return NULL;
#if defined(__x86_64__)
  if (path == ZC_AVX512_PATH)
    return &zc_plane_kernels_avx512;
  if (path == ZC_AVX2_PATH)
    return &zc_plane_kernels_avx2;
#endif
  return &zc_plane_kernels_portable;
}

int zc_column_path_is_there(zc_column_path path) {
  return zc_plane_kernels_of(path) != NULL;
}
