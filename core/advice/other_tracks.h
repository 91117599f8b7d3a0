/* SPDX-License-Identifier: Apache-2.0 */
/* What the other tracks of a region say of the same person: asked again with only the track
 * changed. */
#ifndef ZC_ADVICE_OTHER_TRACKS_H
#define ZC_ADVICE_OTHER_TRACKS_H

#include "engine/answer.h"

typedef struct zc_other_track {
  uint32_t track; /* word of the track enum */
  zc_verdict verdict;
  const zc_compiled_rule *route; /* eligible: the route named; else NULL */
  uint32_t missing_count;        /* undetermined: facts to be known; 0: no document here decides */
} zc_other_track;

typedef struct zc_other_tracks {
  zc_other_track items[64]; /* words of an enum are at most 64; in the order of the region's rows */
  uint32_t count;
} zc_other_tracks;

/* Every track of the region but that of the answer (where that is not known: every track). Tracks
 * for which the facts as given contradict one another are left out. `ws` and `room` are not those
 * of the answer; `room` has the region's vocabulary. */
void zc_other_tracks_ask(zc_workspace *ws, const zc_facts *given, const zc_answer *answer,
                         int strict, zc_facts *room, zc_other_tracks *out);

#endif
