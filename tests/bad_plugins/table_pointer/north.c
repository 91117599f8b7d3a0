/* SPDX-License-Identifier: Apache-2.0 */
/* A text that lies outside the plugin. */
#include "../good.h"

static const zc_clause stray[] = {
    {ZC_ROW, .id = (const char *)0x123456789, .document = "north-2024", .clause = "二"},
};
static const zc_chapter second = {.clauses = ZC_TABLE(stray)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
