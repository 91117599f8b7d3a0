/* SPDX-License-Identifier: Apache-2.0 */
/* What the two halves of advice share: waiting (waiting.c) and changing (change.c). */
#ifndef ZC_ADVICE_ADVISOR_H
#define ZC_ADVICE_ADVISOR_H

#include "advice/advice.h"
#include "engine/workspace.h"

#define ZC_WAITING_YEARS 10
#define ZC_WAITING_DAYS  (ZC_WAITING_YEARS * 366)

struct zc_advisor {
  const zc_region *region;
  zc_advice advice;
  zc_other_tracks others;
  zc_workspace *workspace;     /* to ask again in */
  zc_workspace *drawing;       /* whose diagram is searched meanwhile */
  zc_facts facts;              /* as given, changed */
  uint8_t *days;               /* by day after the one asked about: something changes on it */
  const zc_document **edition; /* room for those of the advice, and for its facts */
  uint32_t *deciding;
  uint8_t *costs; /* by diagram: least number of changes to a leaf 1, plus 1; 0: not known yet */
  uint32_t cost_room;
  zc_slot *slots; /* by fact: with all that can be changed left open */
  uint8_t *given;
};

/* Whether the route of an eligible answer is one of national practice: by its numbers, or, where it
 * has none, by its id. A standard of a place's own takes the place of the numbers. */
int zc_is_national(const zc_answer *answer);

/* Both add to `out`, which is empty before the first: the earliest day on which the answer is yes
 * if only time runs on, within ten years; and the sets of changes, the smallest first, that make it
 * yes on the day asked about. What they do not find, or cannot draw, is left out. */
void zc_advise_waiting(zc_advisor *a, const zc_facts *given, const zc_answer *answer, int strict,
                       zc_advice *out);
void zc_advise_changes(zc_advisor *a, const zc_facts *given, const zc_answer *answer, int strict,
                       zc_advice *out);

#endif
