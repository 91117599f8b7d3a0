/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decisions for many people: the rules of one region, day and track, specialised once, then
 * evaluated bit by bit for each row. The verdict and every finding are those of zc_assess; what
 * bits cannot decide (facts that are not known where they matter) is handed to zc_assess.
 */
#ifndef ZC_ENGINE_DECIDE_H
#define ZC_ENGINE_DECIDE_H

#include "engine/answer.h"

typedef struct zc_decider zc_decider;

/* One row's decision; lives in the decider until its next row. */
typedef struct zc_decision {
  zc_verdict verdict;
  const zc_compiled_rule *route; /* eligible: the route named */
  const zc_answer *answer;       /* not NULL where zc_assess decided; then read its findings */
} zc_decision;

/* `given` (by fact): which facts the rows give; `track`: word of the track enum. What conditions
 * ask of the other facts is what is assumed. NULL: out of memory. */
zc_decider *zc_decider_new(const zc_region *region, const uint8_t *given, zc_day as_of,
                           zc_day counted_to, uint32_t track, int strict);
void zc_decider_free(zc_decider *d);

/* `counted`: as from zc_facts_count, with the facts given that were named before and the same
 * track. */
const zc_decision *zc_decide(zc_decider *d, const zc_facts *counted);

/* The state of rule number `rule` of the region in the last decision. Rules that are not in force
 * are ZC_NOT_APPLICABLE. */
zc_state zc_decision_state(const zc_decider *d, uint32_t rule);

/* The findings of the last decision that are certain, as bits, one a rule of the region, 64 to a
 * word; valid where `decision.answer` is NULL. A flag says that a requirement fails, or that a
 * route or waiver is met. */
typedef struct zc_decision_bits {
  const uint64_t *applies, *flags;
  uint32_t words;
} zc_decision_bits;
zc_decision_bits zc_decision_findings(const zc_decider *d);

/* 0: this region's conditions are not of the kind that bits can say; every row goes to zc_assess.
 */
int zc_decider_is_fast(const zc_decider *d);

#endif
