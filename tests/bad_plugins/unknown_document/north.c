/* SPDX-License-Identifier: Apache-2.0 */
/* A clause of a document that the plugin does not list. */
#include "../good.h"

static const zc_clause lost[] = {
    {ZC_ROW, .id = "north.lost", .document = "north-2042", .clause = "二"},
};
static const zc_chapter second = {.clauses = ZC_TABLE(lost)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
