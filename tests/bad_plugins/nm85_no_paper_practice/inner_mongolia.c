/* SPDX-License-Identifier: Apache-2.0 */
/* Binds doctors to an impact factor. */
#include "../region.h"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.no_paper_practice.broken", .kind = ZC_REQUIREMENT, .tracks = "general",
     .when = "series == health", .needs = "impact_factor >= 200", TEXT},
    /* For researchers another prohibition says so. */
    {ZC_ROW, .id = "nm85.no_paper_practice.kept", .kind = ZC_REQUIREMENT, .tracks = "general",
     .when = "series == research", .needs = "impact_factor >= 200", TEXT},
};
INNER_MONGOLIA_WITH_RULES;
