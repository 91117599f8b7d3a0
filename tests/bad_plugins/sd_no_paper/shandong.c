/* SPDX-License-Identifier: Apache-2.0 */
/* Applies a requirement only to those without a paper. */
#include "../region.h"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.no_paper.broken", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .when = "paper_count == 0", .needs = "ethics_passed", TEXT},
    /* General titles are not the document's. */
    {ZC_ROW, .id = "sd.no_paper.kept", .kind = ZC_REQUIREMENT, .tracks = "general",
     .needs = "paper_count >= 1", TEXT},
};
SHANDONG_WITH_RULES;
