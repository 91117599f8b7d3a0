/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/fact_column.h"
#include "base/assert.h"
#include "base/bit.h"
#include "base/integers.h"
#include "base/memory.h"

static uint32_t width_of(const zc_fact *fact) {
  static const uint32_t widths[] = {1, 2, 4};
  for (uint32_t i = 0; i < 3; i++) {
    int64_t most = (INT64_C(1) << (8 * widths[i] - 1)) - 1;
    if (fact->max <= most && fact->min >= -most - 1)
      return widths[i];
  }
  return 8;
}

zc_status zc_fact_column_make(zc_fact_column *column, const zc_vocabulary *v, uint32_t fact,
                              uint32_t rows) {
  const zc_fact *f = &v->facts[fact];
  *column = (zc_fact_column){.fact = fact, .width = width_of(f)};
  rows = (rows + 63) / 64 * 64;
  column->values = zc_calloc(rows, column->width);
  column->known = zc_calloc(rows / 64, sizeof *column->known);
  int may_be_coarse = f->type == ZC_DIVISION || f->type == ZC_DATE;
  if (may_be_coarse)
    column->highest = zc_calloc(rows, column->width);
  int lacking = !column->values || !column->known || (may_be_coarse && !column->highest);
  return lacking ? ZC_NO_RESOURCE : ZC_OK;
}

void zc_fact_column_free(zc_fact_column *column) {
  zc_free(column->values);
  zc_free(column->highest);
  zc_free(column->known);
  *column = (zc_fact_column){0};
}

void zc_fact_column_put(zc_fact_column *column, uint32_t row, zc_slot slot) {
  ZC_ASSERT(slot.lo == slot.hi || (column->highest && slot.lo < slot.hi));
  zc_integer_put(column->values, column->width, row, slot.lo);
  if (column->highest)
    zc_integer_put(column->highest, column->width, row, slot.hi);
  zc_set_bit(column->known, row);
}
