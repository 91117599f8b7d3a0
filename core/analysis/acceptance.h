/* SPDX-License-Identifier: Apache-2.0 */
/* Findings about a region's rules that its author has looked at and accepts. */
#ifndef ZC_ANALYSIS_ACCEPTANCE_H
#define ZC_ANALYSIS_ACCEPTANCE_H

#include "engine/region.h"

/* The classes of findings, the first word of a finding's name. Those with a colon name something
 * behind it: a rule, a field, a mutant. */
extern const char *const zc_finding_classes[];
extern const uint32_t zc_finding_class_count;

/* Index of the acceptance of this finding about the row, fact or parameter `rule`; -1: none. */
int32_t zc_acceptance_find(const zc_region *region, const char *rule, const char *finding);

#endif
