/* SPDX-License-Identifier: Apache-2.0 */
/* Judges teachers by their pupils' scores. */
#include "../region.h"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm55.no_pass_rate.broken", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .when = NM_TEACHER, .needs = "student_scores >= 60 points", TEXT},
};
INNER_MONGOLIA_WITH_RULES;
