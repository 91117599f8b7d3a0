/* SPDX-License-Identifier: Apache-2.0 */
/* One waiver holds only for those who need none. */
#include "../good.h"

static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.waiver", .kind = ZC_WAIVER,
     .needs = "urban_unit and ethics_passed", .waives = "north.ethics", TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
