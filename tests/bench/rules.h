/* SPDX-License-Identifier: Apache-2.0 */
/* The reference rules: row layout, deterministic generator and the evaluator written by hand that
 * every other way must agree with, row by row. */
#ifndef ZC_BENCH_RULES_H
#define ZC_BENCH_RULES_H
#include <stddef.h>
#include <stdint.h>

typedef struct { /* 24 bytes */
  int16_t years_lower, grass, county, town, ce_hours, score, passline, year;
  int8_t education, target;
  uint8_t region, dup, annual, works, ban, exam_req;
} row_t;

enum { /* bit i set = named condition i FAILED */
       C_REGION = 0,
       C_YEAR,
       C_NOT_DUP,
       C_NOT_BANNED,
       C_ANNUAL,
       C_CE_HOURS,
       C_EXAM,
       C_EDUCATION,
       C_TENURE,
       C_LEVEL,
       C_COUNTY30,
       C_TOWN20,
       NCOND
};
#define M(i)         (1u << (i))
#define MASK_GENERAL 0x3FFu
#define MASK_SP_BASE (M(C_REGION) | M(C_NOT_BANNED) | M(C_ANNUAL))
#define MASK_SP_ANY  (M(C_COUNTY30) | M(C_TOWN20))

static inline int verdict_of_mask(unsigned m) {
  return (m & MASK_GENERAL) == 0 || ((m & MASK_SP_BASE) == 0 && (m & MASK_SP_ANY) != MASK_SP_ANY);
}

/* plain, obviously-correct version: the oracle */
static inline unsigned ref_eval(const row_t *r) {
  unsigned m = 0;
  int E = r->grass >= 100 ? 10 : 0, F = r->grass >= 50 ? 10 : 0, edu, ten, lvl;
  switch (r->target) {
  case 1:
    edu = r->education >= 1;
    ten = 1;
    lvl = edu;
    break;
  case 2:
    edu = r->education >= 1;
    ten = r->years_lower >= 40 - F;
    lvl = edu && ten;
    break;
  case 3:
    edu = r->education >= 2;
    ten = r->years_lower >= 50 - E;
    lvl = (r->education >= 3 && r->years_lower >= 50 - E) ||
          (r->education >= 2 && r->years_lower >= 50 - E);
    break;
  default:
    edu = r->education >= 3;
    ten = r->years_lower >= 50;
    lvl = edu && ten;
    break;
  }
  if (!r->region)
    m |= M(C_REGION);
  if (r->year < 2020 || r->year > 2023)
    m |= M(C_YEAR);
  if (r->dup)
    m |= M(C_NOT_DUP);
  if (r->ban)
    m |= M(C_NOT_BANNED);
  if (!r->annual)
    m |= M(C_ANNUAL);
  if (r->ce_hours < 90)
    m |= M(C_CE_HOURS);
  if (r->exam_req && r->score < r->passline)
    m |= M(C_EXAM);
  if (!edu)
    m |= M(C_EDUCATION);
  if (!ten)
    m |= M(C_TENURE);
  if (!lvl)
    m |= M(C_LEVEL);
  if (r->county < 300)
    m |= M(C_COUNTY30);
  if (r->town < 200)
    m |= M(C_TOWN20);
  return m;
}

/* xorshift64*, fixed seed */
static uint64_t rng_s = 0x9E3779B97F4A7C15ull;
static inline uint32_t rng(void) {
  rng_s ^= rng_s >> 12;
  rng_s ^= rng_s << 25;
  rng_s ^= rng_s >> 27;
  return (uint32_t)((rng_s * 0x2545F4914F6CDD1Dull) >> 32);
}
static inline uint32_t below(uint32_t n) {
  return (uint32_t)(((uint64_t)rng() * n) >> 32);
}
static inline void gen_row(row_t *r) {
  static const int8_t edu[16] = {0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 5};
  static const int8_t lvl[8] = {1, 2, 2, 2, 3, 3, 3, 4};
  r->education = edu[below(16)];
  r->target = lvl[below(8)];
  r->years_lower = (int16_t)below(150);
  r->grass = (int16_t)below(250);
  r->county = (int16_t)below(350);
  r->town = (int16_t)below(250);
  r->region = below(100) < 92;
  r->dup = below(100) < 5;
  r->annual = below(100) < 95;
  r->ce_hours = (int16_t)(40 + below(160));
  r->works = below(100) < 60;
  r->ban = below(100) < 2;
  r->exam_req = below(100) < 40;
  r->score = (int16_t)(300 + below(400));
  r->passline = (int16_t)(480 + 20 * below(3));
  r->year = (int16_t)(2019 + below(6));
}
#endif
