/* SPDX-License-Identifier: Apache-2.0 */
/* Two rule sets - two versions of a region, or one on two days - and a person whom they answer
 * differently. The diagrams of both are walked side by side, so that "nobody" is a proof. */
#ifndef ZC_ANALYSIS_DIFFER_H
#define ZC_ANALYSIS_DIFFER_H

#include "engine/answer.h"

/* One of the two. Each needs a workspace of its own, also where the region is the same. */
typedef struct zc_rule_set {
  const zc_region *region;
  zc_workspace *workspace;
  zc_day as_of;
} zc_rule_set;

typedef enum zc_difference {
  ZC_DIFFERS_NEVER = 0, /* for nobody: proven */
  ZC_DIFFERS_FOR,       /* for the person found */
  ZC_DIFFERS_UNSURE,    /* the diagrams grew too large: none found, none excluded */
  ZC_DIFFERS_FAILED     /* out of memory */
} zc_difference;

typedef struct zc_differ_question {
  zc_question question;
  uint32_t track;   /* of `assess`: word of the track enum */
  const char *rule; /* of `assess`: the finding of this rule differs, too; NULL: whichever */
  int same_verdict; /* with `rule`: its finding is to differ, whatever the verdict does */
} zc_differ_question;

/* Looks for a person. `person`: facts of the first set's vocabulary, initialised and empty;
 * receives what was found. All facts are as on the counting day, and those not given do not
 * matter. */
zc_difference zc_differ(const zc_rule_set sets[2], const zc_differ_question *question,
                        zc_facts *person);

#endif
