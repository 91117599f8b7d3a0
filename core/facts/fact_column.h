/* SPDX-License-Identifier: Apache-2.0 */
/* One fact of the rows of a chunk, in the narrowest integers that hold it. */
#ifndef ZC_FACTS_FACT_COLUMN_H
#define ZC_FACTS_FACT_COLUMN_H

#include "base/bit.h"
#include "facts/facts.h"

typedef struct zc_fact_column {
  uint32_t fact;
  uint32_t width;  /* bytes of a value: 1, 2, 4 or 8 */
  void *values;    /* by row, signed; where a row is not known, whatever */
  void *highest;   /* divisions: the greatest code; dates: the last day; else NULL */
  uint64_t *known; /* a bit a row */
} zc_fact_column;

/* Room for `rows` rows, rounded up to whole words of 64, none of them known. ZC_OK or
 * ZC_NO_RESOURCE (not reported); freed in any case. */
zc_status zc_fact_column_make(zc_fact_column *column, const zc_vocabulary *v, uint32_t fact,
                              uint32_t rows);
void zc_fact_column_free(zc_fact_column *column);

/* A row's value, known from now on; `slot` within the range of the fact. Only a division or a
 * date may have a lo below its hi. */
void zc_fact_column_put(zc_fact_column *column, uint32_t row, zc_slot slot);
/* The row is not known any more. */
static inline void zc_fact_column_forget(zc_fact_column *column, uint32_t row) {
  zc_clear_bit(column->known, row);
}

#endif
