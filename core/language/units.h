/* SPDX-License-Identifier: Apache-2.0 */
/* The words behind a number: 48 months, 4 years, 90 hours. */
#ifndef ZC_LANGUAGE_UNITS_H
#define ZC_LANGUAGE_UNITS_H

#include "base/buffer.h"
#include "zhicheng/outcome.h"
#include "zhicheng/plugin.h"
#include <stddef.h>
#include <stdint.h>

typedef struct zc_unit_word {
  const char *word;
  zc_unit unit;
  int32_t factor; /* a year is 12 months */
} zc_unit_word;

/* The entry of a word, singular or plural; NULL: it is no unit. */
const zc_unit_word *zc_unit_word_find(const char *word, size_t length);
/* The unit word that was probably meant; NULL: none is near. */
const char *zc_unit_word_suggest(const char *word, size_t length);

/* A value as a sentence has it: "5年", "18个月", "90学时", "2024-06-29"; "5 years", "1 hour". Full
 * years of months are years. `type`: ZC_INT or ZC_DATE. */
void zc_value_say(zc_buffer *out, zc_type type, zc_unit unit, int64_t value, zc_lang lang);

#endif
