/* SPDX-License-Identifier: Apache-2.0 */
/* Two rules of one id. */
#include "../good.h"

static const zc_rule again[] = {
    {ZC_ROW, .id = "north.ethics", .kind = ZC_REQUIREMENT, .needs = "employer_assessed", TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(again)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
