/* SPDX-License-Identifier: Apache-2.0 */
/* Arrays of signed integers of 1, 2, 4 or 8 bytes. */
#ifndef ZC_BASE_INTEGERS_H
#define ZC_BASE_INTEGERS_H

#include <stddef.h>
#include <stdint.h>

static inline int64_t zc_integer_at(const void *values, uint32_t width, size_t i) {
  switch (width) {
  case 1:
    return ((const int8_t *)values)[i];
  case 2:
    return ((const int16_t *)values)[i];
  case 4:
    return ((const int32_t *)values)[i];
  default:
    return ((const int64_t *)values)[i];
  }
}

/* A value beyond the width is cut. */
static inline void zc_integer_put(void *values, uint32_t width, size_t i, int64_t value) {
  switch (width) {
  case 1:
    ((int8_t *)values)[i] = (int8_t)value;
    break;
  case 2:
    ((int16_t *)values)[i] = (int16_t)value;
    break;
  case 4:
    ((int32_t *)values)[i] = (int32_t)value;
    break;
  default:
    ((int64_t *)values)[i] = value;
  }
}

#endif
