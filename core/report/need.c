/* SPDX-License-Identifier: Apache-2.0 */
#include "report/need.h"

#include "base/assert.h"
#include "base/date.h"
#include "facts/division.h"
#include "report/mention.h"
#include "report/report.h"

void zc_need_value(zc_buffer *out, const zc_vocabulary *v, uint32_t fact, zc_slot slot) {
  const zc_fact *f = &v->facts[fact];
  char text[16];
  switch (f->type) {
  case ZC_BOOL:
    zc_buffer_puts(out, slot.lo ? "true" : "false");
    break;
  case ZC_ENUM:
    ZC_ASSERT(slot.lo >= 0 && slot.lo < v->enums[f->enumeration].count);
    zc_buffer_puts(out, v->enums[f->enumeration].words[slot.lo].word);
    break;
  case ZC_DATE:
    zc_day_format((zc_day)slot.lo, text);
    zc_buffer_puts(out, text);
    break;
  case ZC_DIVISION:
    zc_division_format((zc_division){slot.lo, slot.hi}, text);
    zc_buffer_puts(out, text);
    break;
  case ZC_REGION:
    zc_buffer_puts(out, slot.lo == 0 ? v->region_id : "other");
    break;
  default:
    zc_buffer_int(out, slot.lo);
    break;
  }
}

static void write_set(zc_buffer *out, const zc_vocabulary *v, const zc_mention *mention) {
  const char *separator = "";
  zc_buffer_puts(out, "in {");
  for (uint32_t i = 0; i < mention->range_count; i++) {
    zc_slot range = {mention->ranges[2 * (size_t)i], mention->ranges[2 * (size_t)i + 1]};
    zc_slot division;
    while (zc_division_take(&range, &division)) {
      zc_buffer_puts(out, separator);
      zc_need_value(out, v, mention->fact, division);
      separator = ", ";
    }
  }
  for (int64_t i = 0; mention->range_count == 0 && i < 64; i++) {
    if (mention->mask >> i & 1u) {
      zc_buffer_puts(out, separator);
      zc_need_value(out, v, mention->fact, (zc_slot){i, i});
      separator = ", ";
    }
  }
  zc_buffer_putc(out, '}');
}

int zc_need_write(zc_buffer *out, const zc_vocabulary *v, const zc_mention *mention,
                  zc_slot value) {
  if (mention->form == ZC_NEED_IN) {
    write_set(out, v, mention);
    return 1;
  }
  if (mention->form != ZC_NEED_GE && mention->form != ZC_NEED_EQ)
    return 0;
  if (value.lo != value.hi &&
      (v->facts[mention->fact].type != ZC_DIVISION || !zc_division_is_code(value)))
    return 0;
  zc_buffer_puts(out, mention->form == ZC_NEED_GE ? ">= " : "= ");
  zc_need_value(out, v, mention->fact, value);
  return 1;
}

int zc_need_text(zc_buffer *out, const zc_answer *answer, const zc_mention *mention) {
  zc_slot value = {0, 0};
  if (mention->form != ZC_NEED_NONE && mention->form != ZC_NEED_IN)
    value = answer->values[mention->value];
  return zc_need_write(out, &answer->region->vocabulary, mention, value);
}
