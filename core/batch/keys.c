/* SPDX-License-Identifier: Apache-2.0 */
/* From planes, a bit a row for each rule, to keys, a bit a rule for each row. */
#include "base/assert.h"
#include "base/bit.h"
#include "batch/batch.h"

#include <string.h>

/* The first word of a key. The states of the engine's own findings are those of zc_state. */
enum {
  VERDICT_BITS = 3,
  TRACK_UNMET = 1 << 2,
  TRACK_UNKNOWN = 1 << 3,
  NO_EDITION = 1 << 4,
  INEXACT = 1 << 5,
  ROUTE_SHIFT = 16
};

/* Turns 64 words of 64 bits: bit i of word j becomes bit j of word i. */
static void turn(uint64_t m[64]) {
  uint64_t mask = UINT64_C(0x00000000FFFFFFFF);
  for (unsigned step = 32; step != 0; step >>= 1, mask ^= mask << step) {
    for (unsigned k = 0; k < 64; k = ((k | step) + 1) & ~step) {
      uint64_t t = (m[k] >> step ^ m[k | step]) & mask;
      m[k] ^= t << step;
      m[k | step] ^= t;
    }
  }
}

/* One block of 64 rows. */
typedef struct row_block {
  const uint32_t *rows; /* their numbers in the job */
  uint32_t word;        /* of the planes */
  uint32_t count;
  uint64_t *keys;
  uint32_t key_words;
} row_block;

/* Planes number 0 to `count` - 1 become words number `at` and on of the rows' keys. */
static void turn_planes(const row_block *b, const uint64_t *planes, uint32_t count, uint32_t at) {
  uint64_t m[64];
  for (uint32_t first = 0; first < count; first += 64, at++) {
    uint32_t some = count - first < 64 ? count - first : 64;
    for (uint32_t i = 0; i < some; i++)
      m[i] = planes[(size_t)(first + i) * ZC_BLOCK_WORDS + b->word];
    memset(m + some, 0, (64 - some) * sizeof *m);
    turn(m);
    for (uint32_t i = 0; i < b->count; i++)
      b->keys[(size_t)b->rows[i] * b->key_words + at] = m[i];
  }
}

static void clear_words(const row_block *b, uint32_t at, uint32_t count) {
  for (uint32_t i = 0; i < b->count; i++) {
    uint64_t *key = b->keys + (size_t)b->rows[i] * b->key_words;
    for (uint32_t word = at; word < at + count; word++)
      key[word] = 0;
  }
}

static int has(const uint64_t *plane, const row_block *b, uint32_t i) {
  return (int)(plane[b->word] >> i & 1);
}

static int is_known(const zc_column *track, uint32_t row) {
  return track && (!track->known || zc_has_bit(track->known, row));
}

static void put_verdicts(const row_block *b, const zc_column_answers *a, const zc_column *track) {
  for (uint32_t i = 0; i < b->count; i++) {
    uint32_t row = b->word * 64 + i;
    uint64_t word = has(a->eligible, b, i)     ? ZC_ELIGIBLE
                    : has(a->ineligible, b, i) ? ZC_INELIGIBLE
                                               : ZC_UNDETERMINED_VERDICT;
    if (has(a->no_track, b, i))
      word |= is_known(track, row) ? TRACK_UNMET : TRACK_UNKNOWN;
    word |= has(a->no_edition, b, i) ? NO_EDITION : 0;
    word |= has(a->missing_inexact, b, i) ? INEXACT : 0;
    word |= (uint64_t)a->route[row] << ROUTE_SHIFT;
    b->keys[(size_t)b->rows[i] * b->key_words] = word;
  }
}

void zc_batch_keys(const zc_batch *batch, const zc_batch_region *r, const zc_column_answers *a,
                   const zc_column *track, const uint32_t *rows, zc_batch_job *job) {
  uint32_t rules = r->region->rule_count, facts = r->region->vocabulary.fact_count;
  const uint64_t *others[] = {a->met, a->unknown, a->waived, a->not_applicable};
  for (uint32_t first = 0; first < a->rows; first += 64) {
    row_block b = {rows + first, first / 64, a->rows - first < 64 ? a->rows - first : 64, job->keys,
                   batch->key_words};
    uint32_t at = 1;
    put_verdicts(&b, a, track);
    turn_planes(&b, a->unmet, rules, at);
    at += r->rule_words;
    uint64_t all = b.count < 64 ? (UINT64_C(1) << b.count) - 1 : UINT64_MAX;
    if (((a->eligible[b.word] | a->ineligible[b.word]) & all) == all)
      clear_words(&b, at, r->fact_words);
    else
      turn_planes(&b, a->missing, facts, at);
    at += r->fact_words;
    for (uint32_t i = 0; batch->explain && i < 4; i++, at += r->rule_words)
      turn_planes(&b, others[i], rules, at);
    ZC_ASSERT(at <= batch->key_words);
    clear_words(&b, at, batch->key_words - at);
  }
}

zc_ruling zc_batch_ruling(const zc_batch *batch, const zc_batch_region *r, const uint64_t *key) {
  uint32_t route = (uint32_t)(key[0] >> ROUTE_SHIFT) & UINT16_MAX;
  ZC_ASSERT(route == ZC_NO_ROUTE || route < r->region->rule_count);
  const uint64_t *unmet = key + 1, *missing = unmet + r->rule_words;
  const uint64_t *others = missing + r->fact_words;
  zc_ruling ruling = {
      .region = r->region,
      .verdict = (zc_verdict)(key[0] & VERDICT_BITS),
      .route = route != ZC_NO_ROUTE ? &r->region->rules[route] : NULL,
      .base_track = key[0] & TRACK_UNMET     ? ZC_UNMET
                    : key[0] & TRACK_UNKNOWN ? ZC_UNKNOWN
                                             : -1,
      .no_edition = (key[0] & NO_EDITION) != 0,
      .missing_exact = (key[0] & INEXACT) == 0,
      .missing = missing,
  };
  ruling.states[ZC_UNMET] = unmet;
  if (batch->explain) {
    static const zc_state states[] = {ZC_MET, ZC_UNKNOWN, ZC_WAIVED, ZC_NOT_APPLICABLE};
    for (uint32_t i = 0; i < 4; i++)
      ruling.states[states[i]] = others + (size_t)i * r->rule_words;
  }
  return ruling;
}

void zc_tally_reject(zc_tally *tally, const zc_batch *batch, const zc_batch_region *r,
                     const uint64_t *key) {
  zc_ruling ruling = zc_batch_ruling(batch, r, key);
  tally->verdicts[ruling.verdict]--;
  tally->no_edition -= ruling.verdict == ZC_UNDETERMINED_VERDICT && ruling.no_edition;
  tally->rejected++;
  for (uint32_t i = 0; i < r->region->rule_count; i++)
    tally->unmet[r->unmet_at + i] -= (uint64_t)zc_has_bit(ruling.states[ZC_UNMET], i);
}
