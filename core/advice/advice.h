/* SPDX-License-Identifier: Apache-2.0 */
/* Advice for a person who is not eligible: the first day on which waiting alone makes them so, and
 * the smallest changes that would. Everything advised was verified by asking again. For one of whom
 * it cannot be told yet: the fact to find out next. */
#ifndef ZC_ADVICE_ADVICE_H
#define ZC_ADVICE_ADVICE_H

#include "advice/next_fact.h"
#include "advice/other_tracks.h"

#define ZC_MAX_CHANGES     3u
#define ZC_MAX_CHANGE_SETS 5u

typedef struct zc_change {
  uint32_t fact;
  zc_slot value;
  char text[16]; /* of a division: its code */
} zc_change;

typedef struct zc_change_set {
  zc_change items[ZC_MAX_CHANGES]; /* by fact */
  uint32_t count;
  int is_national; /* the route that it opens rests on national practice, not on a document here */
} zc_change_set;

typedef struct zc_advice {
  int has_earliest;
  zc_day earliest;
  int is_national;             /* as of a set: the route that is open on that day */
  const zc_document **edition; /* the documents in force on that day */
  uint32_t edition_count;
  int has_possible; /* before `earliest`: the first day on which facts not known decide */
  zc_day possible;
  uint32_t *deciding; /* those facts */
  uint32_t deciding_count;
  zc_change_set sets[ZC_MAX_CHANGE_SETS]; /* smallest first */
  uint32_t set_count;
  zc_next_fact next_fact;  /* verdict undetermined */
  zc_other_tracks *others; /* NULL: not asked for */
} zc_advice;

/* Room to ask again in, beside the workspace of the answer. NULL: out of memory. */
typedef struct zc_advisor zc_advisor;
zc_advisor *zc_advisor_new(const zc_region *region);
void zc_advisor_free(zc_advisor *a);

/* Advice on the answer that `ws` holds to `given` (facts as given, accepted by zc_ask): attached to
 * the answer, and lives until the advisor's next advice. Empty unless the answer is an `assess`
 * with a verdict other than eligible. */
const zc_advice *zc_advise(zc_advisor *a, zc_workspace *ws, const zc_facts *given, int strict);
/* The same, and what the region's other tracks would say. */
const zc_advice *zc_advise_in_full(zc_advisor *a, zc_workspace *ws, const zc_facts *given,
                                   int strict);

#endif
