/* SPDX-License-Identifier: Apache-2.0 */
/* Random numbers that are the same on every machine and in every run (splitmix64). */
#ifndef ZC_BASE_RANDOM_H
#define ZC_BASE_RANDOM_H

#include <stdint.h>

typedef struct zc_random {
  uint64_t state;
} zc_random;

/* The stream number `stream` of those named `name`. */
static inline zc_random zc_random_of(const char *name, uint64_t stream) {
  uint64_t h = UINT64_C(0xCBF29CE484222325);
  for (; *name; name++)
    h = (h ^ (unsigned char)*name) * UINT64_C(0x100000001B3);
  return (zc_random){h + stream * UINT64_C(0xD1342543DE82EF95)};
}

static inline uint64_t zc_random_next(zc_random *r) {
  uint64_t z = r->state += UINT64_C(0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/* 0 to count - 1; `count` is at least 1. */
static inline uint32_t zc_random_below(zc_random *r, uint32_t count) {
  return (uint32_t)((zc_random_next(r) >> 32) * count >> 32);
}

/* 1 with a chance of so many in a hundred. */
static inline int zc_random_chance(zc_random *r, uint32_t percent) {
  return zc_random_below(r, 100) < percent;
}

#endif
