/* SPDX-License-Identifier: Apache-2.0 */
/* A rule that reads what the plugin's own prohibition forbids. */
#include "../good.h"

static const zc_rule wrong[] = {
    {ZC_ROW, .id = "north.ethics.papers", .kind = ZC_REQUIREMENT, .needs = "paper_count >= 2",
     TEXT},
};
static const zc_prohibition prohibitions[] = {
    {ZC_ROW, .id = "north.ethics.no_paper", .tags = "paper", TEXT},
};
static const zc_chapter second = {.rules = ZC_TABLE(wrong), .prohibitions = ZC_TABLE(prohibitions)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
