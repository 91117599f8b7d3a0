/* SPDX-License-Identifier: Apache-2.0 */
#include "columns_loops.h"
#include "columns/columns.h"
#include "rules.h"

/* The compiler's best for plain loops, whatever the build is made with. */
#if defined(__clang__) || !defined(__x86_64__)
#define FAST
#else
#define FAST __attribute__((optimize("O3"), target_clones("avx2", "default")))
#endif

FAST uint64_t zc_bench_count(const uint64_t *a, const uint64_t *b, size_t words) {
  uint64_t count = 0;
  for (size_t i = 0; i < words; i++)
    count += (uint64_t)__builtin_popcountll(a[i] | b[i]);
  return count;
}

FAST uint64_t zc_bench_read(const uint64_t *words, size_t count) {
  uint64_t sum = 0;
  for (size_t i = 0; i < count; i++)
    sum += words[i];
  return sum;
}

#define EACH_ROW for (uint32_t i = 0; i < rows; i++)
#define BIT(i)   ((uint16_t)M(i))

/* One short loop for each condition, in 16 bits and without a branch: what a compiler turns into
 * vectors. */
FAST void zc_bench_loops(const zc_bench_part *p, uint32_t rows, uint16_t *restrict m,
                         uint8_t *restrict verdicts) {
  int16_t need[ZC_BLOCK_ROWS], level[ZC_BLOCK_ROWS];
  EACH_ROW m[i] = (uint16_t)((p->region[i] == 0) * BIT(C_REGION));
  EACH_ROW m[i] |= (uint16_t)(((p->year[i] < 2020) | (p->year[i] > 2023)) * BIT(C_YEAR));
  EACH_ROW m[i] |= (uint16_t)((p->dup[i] != 0) * BIT(C_NOT_DUP));
  EACH_ROW m[i] |= (uint16_t)((p->ban[i] != 0) * BIT(C_NOT_BANNED));
  EACH_ROW m[i] |= (uint16_t)((p->annual[i] == 0) * BIT(C_ANNUAL));
  EACH_ROW m[i] |= (uint16_t)((p->hours[i] < 90) * BIT(C_CE_HOURS));
  EACH_ROW m[i] |= (uint16_t)((p->exam[i] & (p->score[i] < p->line[i])) * BIT(C_EXAM));
  EACH_ROW level[i] = (int16_t)(1 + (p->target[i] == 3) + 2 * (p->target[i] >= 4));
  EACH_ROW m[i] |= (uint16_t)((p->education[i] < level[i]) * BIT(C_EDUCATION));
  EACH_ROW need[i] = (int16_t)((p->target[i] > 1) * (50 - (p->target[i] == 2) * 10));
  EACH_ROW need[i] -= (int16_t)(((p->target[i] == 2) & (p->grass[i] >= 50)) * 10);
  EACH_ROW need[i] -= (int16_t)(((p->target[i] == 3) & (p->grass[i] >= 100)) * 10);
  EACH_ROW m[i] |= (uint16_t)((p->years[i] < need[i]) * BIT(C_TENURE));
  EACH_ROW m[i] |= (uint16_t)(((m[i] & (M(C_EDUCATION) | M(C_TENURE))) != 0) * BIT(C_LEVEL));
  EACH_ROW m[i] |= (uint16_t)((p->county[i] < 300) * BIT(C_COUNTY30));
  EACH_ROW m[i] |= (uint16_t)((p->town[i] < 200) * BIT(C_TOWN20));
  EACH_ROW verdicts[i] =
      (uint8_t)(((m[i] & MASK_GENERAL) == 0) |
                (((m[i] & MASK_SP_BASE) == 0) & ((m[i] & MASK_SP_ANY) != MASK_SP_ANY)));
}

FAST uint64_t zc_bench_sum(const uint16_t *masks, const uint8_t *verdicts, uint32_t rows,
                           uint64_t *eligible) {
  uint32_t sum = 0, yes = 0;
  EACH_ROW sum += masks[i];
  EACH_ROW yes += verdicts[i];
  *eligible += yes;
  return sum;
}
