/* SPDX-License-Identifier: Apache-2.0 */
/* Sets of small numbers, a bit each, in words of 64. */
#ifndef ZC_BASE_BIT_H
#define ZC_BASE_BIT_H

#include <stddef.h>
#include <stdint.h>

static inline int zc_has_bit(const uint64_t *words, size_t i) {
  return (int)(words[i / 64] >> (i % 64) & 1);
}
static inline void zc_set_bit(uint64_t *words, size_t i) {
  words[i / 64] |= UINT64_C(1) << (i % 64);
}
static inline void zc_clear_bit(uint64_t *words, size_t i) {
  words[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

#endif
