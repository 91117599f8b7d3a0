/* SPDX-License-Identifier: Apache-2.0 */
/* Asks for funds in 2024. */
#include "../region.h"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.no_restrict.broken", .kind = ZC_REQUIREMENT, .tracks = "general",
     .needs = "funding_amount >= 100000", TEXT},
    /* The notice is over. */
    {ZC_ROW, .id = "nm85.no_restrict.kept", .kind = ZC_REQUIREMENT, .tracks = "general",
     .from = "2025-01-01", .until = "ever", .needs = "funding_amount >= 100000", TEXT},
};
INNER_MONGOLIA_WITH_RULES;
