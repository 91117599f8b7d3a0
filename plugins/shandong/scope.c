/* SPDX-License-Identifier: Apache-2.0 */
/* 省二: the series that have a grassroots title. */
#include "chapters.h"

static const zc_clause clauses[] = {
    SD_CLAUSE("sd.scope.series", "省二"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "city_series", .type = ZC_BOOL, .keys = "division series",
     .label = {.zh = "设区市自定条件并已备案的系列",
               .en = "Series for which the city has filed criteria of its own"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.scope.series", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = "series in {health, school_teacher, agriculture, engineering, statistics} or "
              "city_series",
     .text = {.zh = "系列为卫生、中小学教师、农业、工程、统计，或设区市已备案的其他系列。",
              .en = "The series is health, school teaching, agriculture, engineering or "
                    "statistics, or one for which the city has filed criteria."}},
};

const zc_chapter sd_scope = {
    .clauses = ZC_TABLE(clauses), .parameters = ZC_TABLE(parameters), .rules = ZC_TABLE(rules)};
