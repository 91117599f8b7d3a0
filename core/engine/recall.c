/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/recall.h"
#include "base/memory.h"
#include <string.h>

enum { PLACES = 1 << 17, MOST = PLACES / 4 * 3, FACTS = PLACES * 8 };

struct zc_recall {
  zc_recalled *places; /* open addressing */
  uint32_t count;
  uint16_t *facts; /* missing ones of all entries */
  uint32_t fact_count;
};

zc_recall *zc_recall_new(void) {
  zc_recall *r = zc_calloc(1, sizeof *r);
  if (!r)
    return NULL;
  r->places = zc_calloc(PLACES, sizeof *r->places);
  r->facts = zc_calloc(FACTS, sizeof *r->facts);
  if (!r->places || !r->facts) {
    zc_recall_free(r);
    return NULL;
  }
  return r;
}

void zc_recall_free(zc_recall *r) {
  if (!r)
    return;
  zc_free(r->places);
  zc_free(r->facts);
  zc_free(r);
}

/* The entry of the key, or the free place for it. */
static uint32_t place_of(const zc_recall *r, zc_recall_key key) {
  uint32_t at = (uint32_t)key.a & (PLACES - 1);
  while (r->places[at].verdict && (r->places[at].key.a != key.a || r->places[at].key.b != key.b))
    at = (at + 1) & (PLACES - 1);
  return at;
}

const zc_recalled *zc_recall_find(const zc_recall *r, zc_recall_key key) {
  const zc_recalled *entry = &r->places[place_of(r, key)];
  return entry->verdict ? entry : NULL;
}

const uint16_t *zc_recall_missing(const zc_recall *r, const zc_recalled *entry) {
  return &r->facts[entry->first];
}

static void forget(zc_recall *r) {
  memset(r->places, 0, PLACES * sizeof *r->places);
  r->count = r->fact_count = 0;
}

void zc_recall_add(zc_recall *r, zc_recall_key key, const zc_answer *a, uint16_t route) {
  if (a->missing_count > UINT16_MAX)
    return;
  if (r->count == MOST || r->fact_count + a->missing_count > FACTS)
    forget(r);
  zc_recalled *entry = &r->places[place_of(r, key)];
  *entry = (zc_recalled){.key = key,
                         .first = r->fact_count,
                         .count = (uint16_t)a->missing_count,
                         .route = route,
                         .verdict = (uint32_t)a->verdict + 1};
  for (uint32_t i = 0; i < a->missing_count; i++)
    r->facts[r->fact_count++] = (uint16_t)a->missing[i];
  r->count++;
}

static uint64_t scramble(uint64_t x) {
  x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
  return x ^ (x >> 31);
}

zc_recall_key zc_recall_part(uint64_t number, uint64_t value) {
  uint64_t a = scramble(number + UINT64_C(0x9E3779B97F4A7C15)) + value;
  uint64_t b = scramble(number + UINT64_C(0xD1342543DE82EF95)) ^ value;
  return (zc_recall_key){scramble(a), scramble(scramble(b))};
}
