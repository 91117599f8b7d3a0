/* SPDX-License-Identifier: Apache-2.0 */
/* One rule is met by nobody. */
#include "../good.h"

static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.study", .kind = ZC_REQUIREMENT, .when = "target_level == clerk",
     .needs = "education >= bachelor and education <= junior_college", TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
