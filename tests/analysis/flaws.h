/* SPDX-License-Identifier: Apache-2.0 */
/* What an analysis has found. */
#ifndef ZC_TESTS_ANALYSIS_FLAWS_H
#define ZC_TESTS_ANALYSIS_FLAWS_H

#include "analysis/analyse.h"

/* The finding about the rule, or NULL. */
const zc_flaw *flaw_of(const zc_analysis *a, const char *rule, const char *finding);

#endif
