/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/gate.h"

static int is_in_force(const zc_track_row *row, zc_day as_of) {
  return as_of >= row->span.from && as_of <= row->span.until;
}

zc_gate_kind zc_gate_of(const zc_region *region, uint32_t track, zc_day as_of) {
  zc_gate_kind gate = ZC_GATE_ABSENT;
  for (uint32_t i = 0; i < region->track_count; i++) {
    const zc_track_row *row = &region->tracks[i];
    if (row->track != track)
      continue;
    if (is_in_force(row, as_of) && row->referral < 0)
      return ZC_GATE_OPEN;
    if (is_in_force(row, as_of))
      gate = ZC_GATE_REFERRED;
    else if (gate == ZC_GATE_ABSENT)
      gate = ZC_GATE_SILENT;
  }
  return gate;
}

const zc_compiled_rule *zc_gate_referral(const zc_region *region, uint32_t track, zc_day as_of,
                                         uint32_t *row) {
  for (; *row < region->track_count; (*row)++) {
    const zc_track_row *t = &region->tracks[*row];
    if (t->track == track && t->referral >= 0 && is_in_force(t, as_of))
      return &region->rules[region->tracks[(*row)++].referral];
  }
  return NULL;
}
