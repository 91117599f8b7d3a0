/* SPDX-License-Identifier: Apache-2.0 */
#include "advice/other_tracks.h"
#include "base/assert.h"

/* The answer's own track; and a track may stand in several rows, each with its own days. */
static int is_other(const zc_answer *answer, const zc_other_tracks *so_far, uint32_t track) {
  zc_slot own = answer->facts->slots[ZC_F_track];
  if (own.lo == own.hi && own.lo == (int64_t)track)
    return 0;
  for (uint32_t i = 0; i < so_far->count; i++)
    if (so_far->items[i].track == track)
      return 0;
  return 1;
}

void zc_other_tracks_ask(zc_workspace *ws, const zc_facts *given, const zc_answer *answer,
                         int strict, zc_facts *room, zc_other_tracks *out) {
  const zc_region *region = answer->region;
  const zc_answer *other;
  out->count = 0;
  zc_facts_take(room, given);
  room->given[ZC_F_track] = 1;
  for (uint32_t i = 0; i < region->track_count; i++) {
    uint32_t track = region->tracks[i].track;
    room->slots[ZC_F_track] = (zc_slot){track, track};
    if (is_other(answer, out, track) &&
        zc_ask(ws, ZC_Q_ASSESS, room, answer->as_of, strict, &other, NULL) == ZC_OK) {
      ZC_ASSERT(out->count < ZC_COUNT(out->items));
      out->items[out->count++] =
          (zc_other_track){track, other->verdict, other->route, other->missing_count};
    }
  }
}
