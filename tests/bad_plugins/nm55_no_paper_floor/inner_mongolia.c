/* SPDX-License-Identifier: Apache-2.0 */
/* Asks for a research project on the targeted track of 2022 and 2023. */
#include "../region.h"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm55.no_paper_floor.broken", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .until = "2023-12-31", .needs = "project_count >= 1", TEXT},
    /* The general track is not the notice's. */
    {ZC_ROW, .id = "nm55.no_paper_floor.kept", .kind = ZC_REQUIREMENT, .tracks = "general",
     .until = "2023-12-31", .needs = "project_count >= 1", TEXT},
};
INNER_MONGOLIA_WITH_RULES;
