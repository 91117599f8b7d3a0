/* SPDX-License-Identifier: Apache-2.0 */
/* Conversions keep the title in counties, of which the unit question calls few grassroots. */
#include "../good.h"

static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "north.ethics", .when = "purpose == stay", .keeps = "unit_level <= county",
     .kept = ZC_VALID, .otherwise = ZC_REASSESS, TEXT},
    {ZC_ROW, .id = "north.ethics.move", .when = "purpose == move",
     .keeps = "destination_unit_level <= county", .kept = ZC_VALID, .otherwise = ZC_REASSESS, TEXT},
    {ZC_ROW, .id = "north.ethics.higher", .when = "purpose == apply_higher",
     .keeps = "unit_is_grassroots", .kept = ZC_VALID, .otherwise = ZC_REASSESS, TEXT},
    {ZC_ROW, .id = "north.ethics.rest", .otherwise = ZC_REASSESS, TEXT},
};
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "north.ethics", .when = "series == agriculture",
     .grassroots = "unit_level <= township", TEXT},
    {ZC_ROW, .id = "north.ethics.rest", .grassroots = "unit_level <= county", TEXT},
};
static const zc_chapter second = {.conversions = ZC_TABLE(conversions), .units = ZC_TABLE(units)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
