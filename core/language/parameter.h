/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters as the compiler sees them: a name and its values, most special first. A parameter in a
 * condition becomes a chain of `if`s over day, division, series, level, education and track. */
#ifndef ZC_LANGUAGE_PARAMETER_H
#define ZC_LANGUAGE_PARAMETER_H

#include "base/date.h"
#include "zhicheng/plugin.h"
#include <stdint.h>

enum {
  ZC_KEY_DIVISION = 1u << 0,
  ZC_KEY_SERIES = 1u << 1,
  ZC_KEY_LEVEL = 1u << 2,
  ZC_KEY_EDUCATION = 1u << 3,
  ZC_KEY_TRACK = 1u << 4
};

/* The keys that are words, in the order of their bits: series, level, education, track. */
enum { ZC_WORD_KEYS = 4 };
typedef struct zc_word_key {
  uint32_t key; /* ZC_KEY_* */
  const char *name;
  uint32_t fact; /* the fact whose words it takes, and reads where no word is given */
} zc_word_key;
extern const zc_word_key zc_word_keys[ZC_WORD_KEYS];

/* The source of a value that no document of the region sets. */
#define ZC_NATIONAL_PRACTICE "national practice"

/* A key that a value does not name is -1 (division: lo = 0, hi = INT64_MAX). */
typedef struct zc_setting {
  zc_day from; /* ZC_DAY_MIN: always */
  int64_t division_lo, division_hi;
  int32_t words[ZC_WORD_KEYS]; /* by zc_word_keys: index of the word */
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
  zc_setting *settings; /* in the order in which they are tried: longest division first, then those
                           of a track, then more keys named, then the latest day */
  uint32_t setting_count;
  int yearly;            /* a value ends with the year of its first day */
  int32_t most_of_year;  /* month * 100 + day: no later in the value's own year; 0: no such bound */
  int64_t most;          /* the greatest value; INT64_MAX: no bound */
  const char *most_text; /* either bound as its author wrote it; NULL: there is none */
} zc_named_parameter;

typedef struct zc_parameter_set {
  zc_named_parameter *parameters;
  uint32_t count;
} zc_parameter_set;

/* The last day of a value, whatever later ones say: ZC_DAY_MAX unless the parameter is yearly. */
zc_day zc_setting_until(const zc_named_parameter *parameter, const zc_setting *setting);
/* Whether two values name the same division and words. */
int zc_same_keys(const zc_setting *a, const zc_setting *b);

#endif
