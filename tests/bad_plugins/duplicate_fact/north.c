/* SPDX-License-Identifier: Apache-2.0 */
/* Two facts of one name. */
#include "../good.h"

static const zc_fact_row facts[] = {
    {ZC_ROW, .name = "north.herd", .type = ZC_INT, .max = 9, .label = {.zh = "畜群"}},
    {ZC_ROW, .name = "north.herd", .type = ZC_BOOL, .label = {.zh = "畜群"}},
};
static const zc_chapter second = {.facts = ZC_TABLE(facts)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
