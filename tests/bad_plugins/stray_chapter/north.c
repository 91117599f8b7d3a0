/* SPDX-License-Identifier: Apache-2.0 */
/* One of its chapters stands in no list. */
#include "../good.h"

static const zc_clause more[] = {
    {ZC_ROW, .id = "north.more", .document = "north-2024", .clause = "二"},
};
extern const zc_chapter north_more;
const zc_chapter north_more = {.clauses = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
