/* SPDX-License-Identifier: Apache-2.0 */
/* Loads, but nothing carries out one of its clauses, and it has no cases. */
#include "../good.h"

static const zc_clause more[] = {
    {ZC_ROW, .id = "north.idle", .document = "north-2024", .clause = "二"},
};
static const zc_chapter second = {.clauses = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
