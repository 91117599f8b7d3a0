/* SPDX-License-Identifier: Apache-2.0 */
/* Which of the missing facts to find out next: the one that most often settles the verdict alone.
 */
#ifndef ZC_ADVICE_NEXT_FACT_H
#define ZC_ADVICE_NEXT_FACT_H

#include "engine/answer.h"

typedef struct zc_next_fact {
  int32_t fact;              /* one of answer->missing; -1: none can be named */
  uint32_t settling, pieces; /* of the kinds of values that rules tell apart, how many leave the
                                verdict eligible or ineligible whatever else is unknown */
} zc_next_fact;

extern const zc_next_fact zc_no_next_fact;

/* For an `assess` that is undetermined: of answer->missing the fact with the greatest share of such
 * values; of equal ones the first in the vocabulary. `drawing` is a workspace of the same region
 * other than the answer's. Nothing is named where the diagram of the verdict is too large. */
zc_next_fact zc_next_fact_find(zc_workspace *drawing, const zc_answer *answer, int strict);

#endif
