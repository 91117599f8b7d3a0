/* SPDX-License-Identifier: Apache-2.0 */
/* Nothing reads one of the region's own facts. */
#include "../good.h"

static const zc_fact_row facts[] = {
    {ZC_ROW, .name = "north.herd", .type = ZC_INT, .unit = ZC_PIECE, .min = 0, .max = 500,
     .label = {.zh = "牲畜头数", .en = "animals kept"}},
    {ZC_ROW, .name = "north.herder", .type = ZC_BOOL, .label = {.zh = "牧民", .en = "herder"}},
};
static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.herder", .kind = ZC_REQUIREMENT, .needs = "north.herder", TEXT},
};
static const zc_chapter second = {.facts = ZC_TABLE(facts), .rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
