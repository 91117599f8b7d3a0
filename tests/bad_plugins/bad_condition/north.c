/* SPDX-License-Identifier: Apache-2.0 */
/* A condition with a name that nobody knows, and one that compares months with hours. */
#include "../good.h"

static const zc_rule wrong[] = {
    {ZC_ROW, .id = "north.ethics.a", .kind = ZC_REQUIREMENT,
     .needs = "ethics_passed and unit_goverment_run", TEXT},
    {ZC_ROW, .id = "north.ethics.b", .kind = ZC_REQUIREMENT, .needs = "specialty_months >= 5 hours",
     TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(wrong)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
