/* SPDX-License-Identifier: Apache-2.0 */
/* One acceptance accepts what is found, the other one nothing. */
#include "../good.h"

static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.weaker", .kind = ZC_REQUIREMENT,
     .needs = "ethics_passed or urban_unit", TEXT},
};
static const zc_acceptance acceptances[] = {
    {ZC_ROW, .rule = "north.ethics.weaker", .finding = "shadowed_by:north.ethics",
     .reason = {.zh = "文件两处都写了。", .en = "The document says both."}},
    {ZC_ROW, .rule = "north.ethics", .finding = "always_true",
     .reason = {.zh = "早已改正。", .en = "Mended long ago."}},
    {ZC_ROW, .rule = "north.ethics", .finding = "mutant:needs.1",
     .reason = {.zh = "由测试用例的工具判断。", .en = "For the tool that runs the cases."}},
};
static const zc_chapter second = {.rules = ZC_TABLE(more), .acceptances = ZC_TABLE(acceptances)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
