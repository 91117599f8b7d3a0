/* SPDX-License-Identifier: Apache-2.0 */
/* Whoever comes by the second route comes by the first one. */
#include "../good.h"

static const zc_route routes[] = {
    {ZC_ROW, .id = "north.ethics.short", .rank = ZC_RANK_BASELINE,
     .needs = "specialty_months >= 12 months", TEXT},
    {ZC_ROW, .id = "north.ethics.long", .rank = ZC_RANK_RELAXED,
     .needs = "specialty_months >= 24 months and urban_unit", TEXT},
};
static const zc_chapter second = {.routes = ZC_TABLE(routes)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
