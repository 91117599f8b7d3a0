/* SPDX-License-Identifier: Apache-2.0 */
/* One rule applies to nobody. */
#include "../good.h"

static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.senior", .kind = ZC_REQUIREMENT,
     .when = "target_level >= deputy_senior and target_level in {clerk, intermediate}",
     .needs = "urban_unit", TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
