/* SPDX-License-Identifier: Apache-2.0 */
/* One rule is met by everybody. */
#include "../good.h"

static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.months", .kind = ZC_REQUIREMENT,
     .when = "current_title_level >= clerk",
     .needs = "months_in_current_title >= 12 months or months_in_current_title < 24 months", TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
