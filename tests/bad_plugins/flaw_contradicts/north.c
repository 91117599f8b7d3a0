/* SPDX-License-Identifier: Apache-2.0 */
/* Nobody meets both rules, and nobody who takes the route meets the first one. */
#include "../good.h"

static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.high", .kind = ZC_REQUIREMENT, .when = "target_level == clerk",
     .needs = "education >= bachelor", TEXT},
    {ZC_ROW, .id = "north.ethics.low", .kind = ZC_REQUIREMENT, .needs = "education < bachelor",
     TEXT},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "north.ethics.route", .rank = ZC_RANK_BASELINE,
     .needs = "target_level == clerk and education == junior_college", TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(more), .routes = ZC_TABLE(routes)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
