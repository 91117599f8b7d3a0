/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 三: where and how an application is handed in. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.one_committee", "三"),
    NM85_CLAUSE("nm85.online", "三（一）"),
    NM85_CLAUSE("nm85.yixinsiyuan", "三（二）"),
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.one_committee", .kind = ZC_CHOICE, .tracks = NM_DECIDED,
     .needs = "not applied_other_committee_this_year",
     .text = {.zh = "同一年度同一层级没有向另一个评委会申报。",
              .en = "No other committee was asked for the same level in the same year."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.online", .kind = ZC_EFFECT_FILING,
     .data = "{\"steps\": [\"register\", \"fill_in\", \"download_forms\", \"hand_in\"]}",
     .shows = "track",
     .text = {.zh = "先在人才信息库注册填报；定向、农牧民和绿色通道各有栏目。",
              .en = "The application starts with registration in the talent database; targeted, "
                    "farmer and green applications have columns of their own."}},
    {ZC_ROW, .id = "nm85.yixinsiyuan", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .when = "unit_zone == one_core_four_parks",
     .data = "{\"accepted_by\": \"regional_hr_service_centre\"}",
     .text = {.zh = "“一心四园”的单位直接向自治区人事人才公共服务中心申报。",
              .en = "Units of the named zone and parks hand in directly to the region's service "
                    "centre."}},
};

const zc_chapter nm85_application = {
    .clauses = ZC_TABLE(clauses), .rules = ZC_TABLE(rules), .effects = ZC_TABLE(effects)};
