/* SPDX-License-Identifier: Apache-2.0 */
/* Asks for a paper below full senior. */
#include "../region.h"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "gx.no_paper.broken", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .when = "target_level >= deputy_senior", .needs = "paper_count >= 1", TEXT},
    /* The document leaves full senior out. */
    {ZC_ROW, .id = "gx.no_paper.kept", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .when = "target_level == full_senior", .needs = "paper_count >= 1", TEXT},
};
GUANGXI_WITH_RULES;
