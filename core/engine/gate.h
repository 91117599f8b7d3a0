/* SPDX-License-Identifier: Apache-2.0 */
/* What the region's documents say of a track on a day, before any rule is looked at. */
#ifndef ZC_ENGINE_GATE_H
#define ZC_ENGINE_GATE_H

#include "engine/region.h"

typedef enum zc_gate_kind {
  ZC_GATE_OPEN,     /* answered here */
  ZC_GATE_REFERRED, /* answered here where no referral of it applies */
  ZC_GATE_SILENT,   /* no document on the day */
  ZC_GATE_ABSENT    /* the region does not have the track */
} zc_gate_kind;

/* `track`: a word of the track enum. */
zc_gate_kind zc_gate_of(const zc_region *region, uint32_t track, zc_day as_of);

/* The next referral of the track on the day from row `*row` of region->tracks on, which moves
 * behind it; NULL: there is none. Begin with 0. */
const zc_compiled_rule *zc_gate_referral(const zc_region *region, uint32_t track, zc_day as_of,
                                         uint32_t *row);

#endif
