/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters as the compiler sees them: a name and its values, most special first. A parameter in a
 * condition becomes a chain of `if`s over day, division, series, level and education. */
#ifndef ZC_LANGUAGE_PARAMETER_H
#define ZC_LANGUAGE_PARAMETER_H

#include "base/date.h"
#include "zhicheng/plugin.h"
#include <stdint.h>

enum {
  ZC_KEY_DIVISION = 1u << 0,
  ZC_KEY_SERIES = 1u << 1,
  ZC_KEY_LEVEL = 1u << 2,
  ZC_KEY_EDUCATION = 1u << 3
};

/* A key that a value does not name is -1 (division: lo = 0, hi = INT64_MAX). */
typedef struct zc_setting {
  zc_day from; /* ZC_DAY_MIN: always */
  int64_t division_lo, division_hi;
  int32_t series, level, education; /* index of the word */
  int64_t value;
  int32_t none; /* 1: the parameter has no value from that day on for this key */
  const char *source;
  const char *file;
  uint32_t line;
} zc_setting;

typedef struct zc_named_parameter {
  const char *name;
  zc_type type;
  zc_unit unit;
  uint32_t keys; /* ZC_KEY_* */
  int optional;
  zc_text label;
  zc_place at;
  zc_setting *settings; /* in the order in which they are tried: longest division first, then more
                           keys named, then the latest day */
  uint32_t setting_count;
} zc_named_parameter;

typedef struct zc_parameter_set {
  zc_named_parameter *parameters;
  uint32_t count;
} zc_parameter_set;

#endif
