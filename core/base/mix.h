/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers mixed into numbers for tables, the same in every run. No digests: see hash.h. */
#ifndef ZC_BASE_MIX_H
#define ZC_BASE_MIX_H

#include <stdint.h>

/* One more value into `h`. */
static inline uint64_t zc_mix(uint64_t h, uint64_t value) {
  h = (h ^ value) * UINT64_C(0x9E3779B97F4A7C15);
  return h ^ (h >> 29);
}

/* 32 bits, all of which depend on all bits of `h`. */
static inline uint32_t zc_mix_down(uint64_t h) {
  h ^= h >> 32;
  h *= UINT64_C(0x9E3779B97F4A7C15);
  return (uint32_t)(h >> 32);
}
/* The same of `h` and a list. */
static inline uint32_t zc_mix_list(uint64_t h, const uint32_t *list, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    h = (h ^ list[i]) * UINT64_C(0x100000001B3);
  return zc_mix_down(h);
}

#endif
