/* SPDX-License-Identifier: Apache-2.0 */
/* Values of columns come from programs that may be wrong: each is held to the range of its fact
 * before the engine, which trusts them, sees it. */
#include "base/assert.h"
#include "base/bit.h"
#include "library/library.h"

/* The least and the greatest value of some rows, whether known or not. Loops that the compiler
 * vectorises. */
#define EXTREMES(name, type)                                                                       \
  static zc_slot name(const void *values, size_t first, uint32_t rows) {                           \
    const type *at = (const type *)values + first;                                                 \
    type lo = at[0], hi = at[0];                                                                   \
    for (uint32_t r = 1; r < rows; r++) {                                                          \
      lo = at[r] < lo ? at[r] : lo;                                                                \
      hi = at[r] > hi ? at[r] : hi;                                                                \
    }                                                                                              \
    return (zc_slot){lo, hi};                                                                      \
  }
EXTREMES(extremes_8, int8_t)
EXTREMES(extremes_16, int16_t)
EXTREMES(extremes_32, int32_t)
EXTREMES(extremes_64, int64_t)

static zc_slot extremes(const void *values, uint32_t width, size_t first, uint32_t rows) {
  return width == 1   ? extremes_8(values, first, rows)
         : width == 2 ? extremes_16(values, first, rows)
         : width == 4 ? extremes_32(values, first, rows)
                      : extremes_64(values, first, rows);
}

/* All words from the first to the last may be taken. */
static int has_no_gap(const zc_fact *fact) {
  if (fact->type != ZC_ENUM)
    return 1;
  uint64_t words = fact->words >> fact->min;
  return (words & (words + 1)) == 0;
}

static int may_be(const zc_fact *fact, int64_t value) {
  return value >= fact->min && value <= fact->max &&
         (fact->type != ZC_ENUM || (fact->words >> value & 1) != 0);
}

static zc_status check_row(const zc_fact *fact, int is_whole, const zc_bulk_column *c, size_t row,
                           zc_diagnostics *diag) {
  zc_slot slot = {extremes(c->values, c->width, row, 1).lo, 0};
  slot.hi = c->highest ? extremes(c->highest, c->width, row, 1).lo : slot.lo;
  int is_ordered = is_whole ? slot.lo == slot.hi : slot.lo <= slot.hi;
  if (may_be(fact, slot.lo) && may_be(fact, slot.hi) && is_ordered)
    return ZC_OK;
  return zc_report(diag, ZC_BAD_INPUT, NULL,
                   "%s：第 %zu 行（从 0 数起）的值 %lld 不是这个事实的值；应在 %lld 至 %lld 之间，"
                   "或以 known 标为未知",
                   "%s: row %zu, counted from 0, has the value %lld, which the fact cannot have; "
                   "it lies within %lld to %lld, or the row is marked in `known` as not known",
                   fact->name, row, (long long)(may_be(fact, slot.lo) ? slot.hi : slot.lo),
                   (long long)fact->min, (long long)fact->max);
}

static int is_known(const zc_bulk_column *c, size_t row) {
  return !c->known || zc_has_bit(c->known, row);
}

static zc_status check_width(const zc_fact *fact, const zc_bulk_column *c, zc_diagnostics *diag) {
  if (!c->values) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "%s：这一列没有值（values 为 NULL）",
                     "%s: the column has no values (NULL)", fact->name);
  }
  if (c->highest && fact->type != ZC_DIVISION && fact->type != ZC_DATE) {
    return zc_report(diag, ZC_BAD_INPUT, NULL,
                     "%s：只有行政区划和日期才有 highest；请写 NULL，不知道的行用 known 标明",
                     "%s: only divisions and dates have `highest`; give NULL, and mark rows that "
                     "are not known in `known`",
                     fact->name);
  }
  if (fact->type == ZC_DIVISION ? c->width == 8
                                : c->width == 1 || c->width == 2 || c->width == 4 || c->width == 8)
    return ZC_OK;
  return zc_report(
      diag, ZC_BAD_INPUT, NULL, "%s：值的宽度不能是 %u 字节；应为 1、2、4 或 8，行政区划为 8",
      "%s: values cannot be %u bytes wide; they have 1, 2, 4 or 8, those of divisions 8",
      fact->name, c->width);
}

zc_status zc_bulk_check(const zc_bulk *bulk, uint32_t column, const zc_bulk_column *values,
                        size_t first, uint32_t rows, zc_diagnostics *diag) {
  ZC_ASSERT(column < bulk->count);
  const zc_fact *fact = &bulk->region->vocabulary.facts[bulk->facts[column]];
  int is_whole = zc_fact_is_whole_day(bulk->facts[column]);
  zc_status status = check_width(fact, values, diag);
  if (status != ZC_OK || rows == 0)
    return status;
  zc_slot range = extremes(values->values, values->width, first, rows);
  if (!values->highest && range.lo >= fact->min && range.hi <= fact->max && has_no_gap(fact))
    return ZC_OK;
  for (size_t row = first; status == ZC_OK && row < first + rows; row++)
    status = is_known(values, row) ? check_row(fact, is_whole, values, row, diag) : ZC_OK;
  return status;
}
