/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 三: where and how an application is handed in. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.one_committee", "三"),
    NM85_CLAUSE("nm85.online", "三（一）"),
    {ZC_ROW, .id = "nm85.materials", .document = "nm-2024-85", .clause = "三（二）",
     .also = "nm-2023-4"},
    NM85_CLAUSE("nm85.yixinsiyuan", "三（二）"),
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.one_committee", .kind = ZC_CHOICE, .tracks = NM_DECIDED,
     .needs = "not applied_other_committee_this_year",
     .text = {.zh = "同一年度同一层级原则上只向一个评委会申报，没有向另一个申报。",
              .en =
                  "In principle one committee is asked for a level in a year; no other one was."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.one_committee.route", .kind = ZC_EFFECT_FILING, .tracks = NM_DECIDED,
     .text = {.zh = "按隶属关系和规定程序逐级报送到评委会办事机构。",
              .en = "The papers go up level by level, by the lines of subordination, to the "
                    "committee's office."}},
    {ZC_ROW, .id = "nm85.one_committee.unit", .kind = ZC_EFFECT_OBLIGATION, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"unit\", \"same\": [\"series\", \"level\"], \"committees\": 1}",
     .text = {.zh = "一个单位同一系列同一层级的材料统一报送同一个评委会，不得多头报送。",
              .en = "A unit hands in all its papers of one series and level to one committee."}},
    {ZC_ROW, .id = "nm85.online", .kind = ZC_EFFECT_FILING,
     .data = "{\"steps\": [\"register\", \"fill_in\", \"download_forms\", \"hand_in\"]}",
     .shows = "track",
     .text = {.zh = "先在人才信息库注册填报；定向、农牧民和绿色通道各有栏目。",
              .en = "The application starts with registration in the talent database; targeted, "
                    "farmer and green applications have columns of their own."}},
    {ZC_ROW, .id = "nm85.materials", .kind = ZC_EFFECT_FILING,
     .data = "{\"catalog\": \"www.nmgrck.cn\", \"ways\": \"nm-2023-4\"}",
     .text = {.zh = "申报材料目录见内蒙古人才信息库；线下提交的渠道和要求按评审管理实施细则。",
              .en = "The catalog of material stands in the region's talent database; how it is "
                    "handed in on paper is for the detailed rules on title review to say."}},
    {ZC_ROW, .id = "nm85.yixinsiyuan", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .when = "unit_zone == one_core_four_parks",
     .data = "{\"accepted_by\": \"regional_hr_service_centre\"}",
     .text = {.zh = "“一心四园”的单位直接向自治区人事人才公共服务中心申报。",
              .en = "Units of the named zone and parks hand in directly to the region's service "
                    "centre."}},
};

const zc_chapter nm85_application = {
    .clauses = ZC_TABLE(clauses), .rules = ZC_TABLE(rules), .effects = ZC_TABLE(effects)};
