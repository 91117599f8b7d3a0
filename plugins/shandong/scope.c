/* SPDX-License-Identifier: Apache-2.0 */
/* 省二 (市四 asks the city to follow): the series that have a grassroots title. */
#include "chapters.h"

static const zc_clause clauses[] = {
    SD_CLAUSE("sd.scope.series", "省二"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "series_established", .type = ZC_DATE, .keys = "division series",
     .label = {.zh = "本系列建立基层职称制度之日",
               .en = "day from which the series has a grassroots title"},
     .optional = 1},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.scope.series", .kind = ZC_SCOPE, .tracks = "targeted", .needs = SD_SERIES,
     .text = {.zh = "卫生、中小学教师已有基层职称；农业、工程、统计等系列由省建立，其他系列由设区市"
                    "自定并备案，自建立之日起（参数 series_established）方可申报。",
              .en = "Health and school teachers have grassroots titles; agriculture, engineering, "
                    "statistics and others have them from the day on which province or city "
                    "established them (parameter series_established)."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.scope.series.city", .kind = ZC_EFFECT_AUTHORITY, .tracks = "targeted",
     .when = "not (series in {health, school_teacher, agriculture, engineering, statistics})",
     .data = "{\"criteria\": \"prefecture\", \"filed_with\": [\"province_hr\", "
             "\"province_industry\"]}",
     .text = {.zh = "该系列的基层评价条件由设区市制定，报省人社厅和省行业部门备案后实施。",
              .en = "The city writes the criteria of this series and files them with the "
                    "province's departments of human resources and of the industry before they "
                    "apply."}},
};

const zc_chapter sd_scope = {.clauses = ZC_TABLE(clauses),
                             .parameters = ZC_TABLE(parameters),
                             .rules = ZC_TABLE(rules),
                             .effects = ZC_TABLE(effects)};
