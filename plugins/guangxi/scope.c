/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 3: where and when titles are assessed for local use. */
#include "guangxi.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "gx.scope.county", .document = "gx-2020-88", .clause = "三"},
    {ZC_ROW, .id = "gx.scope.period", .document = "gx-2020-88", .clause = "三"},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "gx.scope.county", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = "unit_division under " GX_COUNTIES,
     .text = {.zh = "工作单位在八个挂牌督战县之一，县城和驻县单位也算。",
              .en = "The unit lies in one of the eight counties, the county seat included."}},
    /* Speaks of every day, so that a day outside the period is refused and not merely unanswered.
     */
    {ZC_ROW, .id = "gx.scope.period", .kind = ZC_SCOPE, .flags = ZC_BINDS_ALWAYS,
     .tracks = "targeted", .from = "ever", .until = "ever",
     .needs = "as_of >= 2020-01-01 and as_of <= 2023-12-31",
     .text = {.zh = "定向职称只在2020年至2023年之间受理申报。",
              .en = "Targeted titles are applied for from 2020 to 2023 only."}},
};

static const zc_unit_row units[] = {
    {ZC_ROW, .id = "gx.scope.county", .grassroots = "unit_division under " GX_COUNTIES,
     .text = {.zh = "八个挂牌督战县内的单位不论层级都算基层。",
              .en = "Every unit in the eight counties counts as grassroots, whatever its tier."}},
};

static const zc_acceptance acceptances[] = {
    {ZC_ROW, .rule = "base.place", .finding = "shadowed_by:gx.scope.county",
     .reason = {.zh = "文件把单位限于八县，比“在本地区之内”更窄；这条一般规则各地都有。",
                .en =
                    "The document confines units to eight counties, more narrowly than the common "
                    "rule, which every region has."}},
};

const zc_chapter gx_scope = {
    .clauses = ZC_TABLE(clauses),
    .rules = ZC_TABLE(rules),
    .units = ZC_TABLE(units),
    .acceptances = ZC_TABLE(acceptances),
};
