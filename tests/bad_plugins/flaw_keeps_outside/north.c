/* SPDX-License-Identifier: Apache-2.0 */
/* A conversion keeps the title in counties, of which the unit question calls none grassroots. */
#include "../good.h"

static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "north.ethics", .when = "purpose == stay", .keeps = "unit_level <= county",
     .kept = ZC_VALID, .otherwise = ZC_REASSESS, TEXT},
    {ZC_ROW, .id = "north.ethics.rest", .otherwise = ZC_REASSESS, TEXT},
};
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "north.ethics", .grassroots = "unit_level <= township", TEXT},
};
static const zc_chapter second = {.conversions = ZC_TABLE(conversions), .units = ZC_TABLE(units)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
