/* SPDX-License-Identifier: Apache-2.0 */
/* No condition names one of the parameters. */
#include "../good.h"

static const zc_parameter_value values[] = {
    {ZC_ROW, .value = "12", .source = "北〔2024〕1号 一"},
};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "north_months", .type = ZC_INT, .unit = ZC_MONTH,
     .label = {.zh = "月数", .en = "months"}, .values = ZC_TABLE(values)},
    {ZC_ROW, .name = "north_months_before", .type = ZC_INT, .unit = ZC_MONTH,
     .label = {.zh = "以前的月数", .en = "months before"}, .values = ZC_TABLE(values)},
};
static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.months", .kind = ZC_REQUIREMENT,
     .needs = "specialty_months >= north_months_before", TEXT},
};
static const zc_chapter second = {.parameters = ZC_TABLE(parameters), .rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
