/* SPDX-License-Identifier: Apache-2.0 */
/* One rule never decides alone because of another, and one because of two others. */
#include "../good.h"

static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.weaker", .kind = ZC_REQUIREMENT,
     .needs = "ethics_passed or urban_unit", TEXT},
    {ZC_ROW, .id = "north.ethics.study", .kind = ZC_REQUIREMENT, .needs = "education >= bachelor",
     TEXT},
    {ZC_ROW, .id = "north.ethics.either", .kind = ZC_REQUIREMENT,
     .needs = "if urban_unit then education >= bachelor else ethics_passed", TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
