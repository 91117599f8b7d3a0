/* SPDX-License-Identifier: Apache-2.0 */
/* Right: built against ABI 1.2, with parameters whose names the vocabulary and the language gained
 * later. They mean what they meant, and a brace in a sentence is a brace. */
#include "../abi_1_2/plugin_1_2.h"

static const zc_document documents[] = {
    {ZC_ROW, .id = "north-2024", .number = "北〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "north.years", .document = "north-2024", .clause = "一"},
};
static const zc_parameter_value values[] = {{ZC_ROW, .value = "24", .source = "national practice"}};
static const zc_parameter_value yes[] = {{ZC_ROW, .value = "true", .source = "national practice"}};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "retired", .type = ZC_INT, .unit = ZC_MONTH, .label = {.zh = "工龄"},
     .values = ZC_TABLE(values)},
    {ZC_ROW, .name = "unit_is_grassroots", .type = ZC_BOOL, .label = {.zh = "面向基层"},
     .values = ZC_TABLE(yes)},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "north.years", .kind = ZC_REQUIREMENT,
     .needs = "specialty_months >= retired and unit_is_grassroots", .text = {.zh = "一句{话}。"}},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .parameters = ZC_TABLE(parameters),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules)};
static const zc_chapter *const chapters[] = {&chapter};
ZC_PLUGIN("north", "1.0.0", .name = {.zh = "北区", .en = "North"}, .division = "150000",
          .chapters = chapters, .chapter_count = ZC_COUNT(chapters));
