/* SPDX-License-Identifier: Apache-2.0 */
/* Right, and the only one here that must load: built against plugin.h as it was in ABI 1.0. The
 * copy beside it is never changed, so that plugins of that time run in every later host. */
#include "plugin_1_0.h"

#define TEXT .text = {.zh = "一句话。"}

static const zc_document documents[] = {
    {ZC_ROW, .id = "north-2024", .number = "北〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "north.ethics", .document = "north-2024", .clause = "一"},
};
static const zc_parameter_value values[] = {{ZC_ROW, .value = "60", .source = "national practice"}};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "floor", .type = ZC_INT, .unit = ZC_MONTH, .label = {.zh = "年限"},
     .values = ZC_TABLE(values)},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "north.ethics", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", TEXT},
};
static const zc_line lines[] = {
    {ZC_ROW, .education = "bachelor", .fact = "months_in_current_title", .floor = "floor"},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "north.ethics.route", .rank = ZC_RANK_BASELINE, .lines = ZC_TABLE(lines), TEXT},
};
static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "north.move", .keeps = "unit_in_catalog", .kept = ZC_VALID,
     .otherwise = ZC_INVALID, TEXT},
};
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "north.unit", .grassroots = "unit_in_catalog", TEXT},
};
static const zc_step steps[] = {{ZC_ROW, .id = "north.ethics.step", .due = "08-31", TEXT}};
static const zc_effect effects[] = {
    {ZC_ROW, .id = "north.ethics.effect", .kind = ZC_EFFECT_NOTICE, TEXT},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .parameters = ZC_TABLE(parameters),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .routes = ZC_TABLE(routes),
                                   .conversions = ZC_TABLE(conversions),
                                   .units = ZC_TABLE(units),
                                   .steps = ZC_TABLE(steps),
                                   .effects = ZC_TABLE(effects)};
static const zc_chapter *const chapters[] = {&chapter};
ZC_PLUGIN("north", "1.0.0", .name = {.zh = "北区", .en = "North"}, .division = "150000",
          .chapters = chapters, .chapter_count = ZC_COUNT(chapters));
