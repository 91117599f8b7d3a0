/* SPDX-License-Identifier: Apache-2.0 */
/* One comparison lies outside the range of its fact. */
#include "../good.h"

static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.months", .kind = ZC_REQUIREMENT,
     .needs = "urban_unit and (months_in_current_title >= 0 months or specialty_months > 1200 "
              "months)",
     TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
