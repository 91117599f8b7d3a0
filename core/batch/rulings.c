/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/rulings.h"

#include "base/assert.h"
#include "base/memory.h"

#include <string.h>

enum { PLACES = 4 * ZC_RULINGS_MOST }; /* more than rulings, so that a search ends */

int zc_rulings_make(zc_rulings *r, uint32_t words) {
  *r = (zc_rulings){.words = words};
  r->hash = zc_calloc(PLACES, sizeof *r->hash);
  r->keys = zc_calloc((size_t)ZC_RULINGS_MOST * words, sizeof *r->keys);
  r->ends = zc_calloc(ZC_RULINGS_MOST, sizeof *r->ends);
  return r->hash && r->keys && r->ends ? 0 : -1;
}

void zc_rulings_free(zc_rulings *r) {
  zc_free(r->hash);
  zc_free(r->keys);
  zc_free(r->ends);
  zc_buffer_free(&r->text);
}

static uint32_t place_of(const zc_rulings *r, const uint64_t *key) {
  /* Products that do not wait for each other; the factors stay odd. */
  uint64_t mixed = 0, factor = UINT64_C(0x9E3779B97F4A7C15);
  for (uint32_t i = 0; i < r->words; i++) {
    mixed += key[i] * factor;
    factor += UINT64_C(0xD1B54A32D192ED02);
  }
  mixed ^= mixed >> 32;
  return (uint32_t)((mixed * UINT64_C(0xBF58476D1CE4E5B9)) >> 40) & (PLACES - 1);
}

static int is_key(const zc_rulings *r, uint32_t ruling, const uint64_t *key) {
  const uint64_t *kept = r->keys + (size_t)ruling * r->words;
  for (uint32_t i = 0; i < r->words; i++)
    if (kept[i] != key[i])
      return 0;
  return 1;
}

static void begin_anew(zc_rulings *r) {
  memset(r->hash, 0, PLACES * sizeof *r->hash);
  r->count = 0;
  r->rounds++;
  zc_buffer_clear(&r->text);
}

uint32_t zc_rulings_find(zc_rulings *r, const uint64_t *key, int *is_new) {
  uint32_t at = place_of(r, key);
  *is_new = 0;
  for (; r->hash[at] != 0; at = (at + 1) & (PLACES - 1))
    if (is_key(r, r->hash[at] - 1, key))
      return r->hash[at] - 1;
  if (r->count == ZC_RULINGS_MOST || r->text.length > ZC_RULINGS_TEXT) {
    begin_anew(r);
    at = place_of(r, key);
  }
  ZC_ASSERT(r->count < ZC_RULINGS_MOST);
  *is_new = 1;
  memcpy(r->keys + (size_t)r->count * r->words, key, r->words * sizeof *key);
  r->ends[r->count] = (uint32_t)r->text.length;
  r->hash[at] = ++r->count;
  return r->count - 1;
}

void zc_rulings_close(zc_rulings *r) {
  ZC_ASSERT(r->count > 0 && r->text.length <= UINT32_MAX);
  r->ends[r->count - 1] = (uint32_t)r->text.length;
  zc_buffer_reserve(&r->text, ZC_RULING_PADDING);
}
