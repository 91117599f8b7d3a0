/* SPDX-License-Identifier: Apache-2.0 */
/* The reference rules by hand over columns, and the columns read once. */
#ifndef ZC_TESTS_BENCH_COLUMNS_LOOPS_H
#define ZC_TESTS_BENCH_COLUMNS_LOOPS_H

#include <stddef.h>
#include <stdint.h>

typedef struct zc_bench_part {
  const int16_t *years, *grass, *county, *town, *hours, *score, *line, *year;
  const int8_t *education, *target;
  const uint8_t *region, *dup, *annual, *ban, *exam;
} zc_bench_part;

/* Masks and verdicts of at most ZC_BLOCK_ROWS rows. */
void zc_bench_loops(const zc_bench_part *p, uint32_t rows, uint16_t *restrict masks,
                    uint8_t *restrict verdicts);
/* The sum of the masks; the verdicts are added to *eligible. */
uint64_t zc_bench_sum(const uint16_t *masks, const uint8_t *verdicts, uint32_t rows,
                      uint64_t *eligible);
/* Bits that are set in either plane. */
uint64_t zc_bench_count(const uint64_t *a, const uint64_t *b, size_t words);
/* Adds up whatever stands in a column. */
uint64_t zc_bench_read(const uint64_t *words, size_t count);

#endif
