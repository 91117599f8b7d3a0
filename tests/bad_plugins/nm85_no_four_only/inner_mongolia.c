/* SPDX-License-Identifier: Apache-2.0 */
/* Lets the number of papers alone lift a requirement, in a series where papers may be looked at. */
#include "../region.h"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.no_four_only.broken", .kind = ZC_WAIVER, .tracks = "general",
     .when = "series == university_teacher", .needs = "paper_count >= 3",
     .waives = "nm85.major_mismatch", TEXT},
};
INNER_MONGOLIA_WITH_RULES;
