/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 2 (2) to (5) and chapter 4 (3): calendar, committees, scoring, filing, supervision. */
#include "urumqi.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "urq.system", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.deadline.notice", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.deadline.complete", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.deadline.plan", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.deadline.report", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.committee", .document = "urumqi-2022", .clause = "二（三）"},
    {ZC_ROW, .id = "urq.scoring", .document = "urumqi-2022", .clause = "二（四）"},
    {ZC_ROW, .id = "urq.filing", .document = "urumqi-2022", .clause = "二（五）"},
    {ZC_ROW, .id = "urq.supervision", .document = "urumqi-2022", .clause = "四（三）",
     .also = "mohrss-2019-40"},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "urq.deadline.notice", .due = "08-31",
     .text = {.zh = "印发当年定向评审工作通知。",
              .en = "The notice on the year's targeted reviews is issued."}},
    {ZC_ROW, .id = "urq.deadline.plan", .anchor = "review_start_date", .offset = -15,
     .unit = ZC_WORKDAYS,
     .text = {.zh = "评审开始前十五个工作日上报工作实施方案。",
              .en = "The plan is handed in fifteen working days before the review begins."}},
    {ZC_ROW, .id = "urq.deadline.complete", .due = "11-30",
     .text = {.zh = "完成各级别的定向评审。",
              .en = "The targeted reviews of all levels are completed."}},
    {ZC_ROW, .id = "urq.deadline.report", .anchor = "review_end_date", .offset = 15,
     .unit = ZC_WORKDAYS,
     .text = {.zh = "评审结束后十五个工作日内上报情况和结果。",
              .en = "Course and results are reported within fifteen working days after the review "
                    "ends."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "urq.system", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .data = "{\"stages\": [\"apply\", \"audit\", \"review\", \"filing\"]}",
     .text = {.zh = "申报、审核、评审、备案都在乌鲁木齐职称评审系统里办理。",
              .en = "Application, audit, review and filing go through the city's review system."}},
    {ZC_ROW, .id = "urq.committee", .kind = ZC_EFFECT_AUTHORITY, .tracks = "targeted",
     .text = {.zh = "由市教育局或市继续教育和职称评价管理中心组建的定向评审委员会评审。",
              .en = "A targeted committee of the city's education bureau or of its centre for "
                    "titles assesses the application."}},
    {ZC_ROW, .id = "urq.scoring", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .text = {.zh = "按该系列该层级的量化赋分标准评分。",
              .en = "The review scores by the sheet of the series and level."}},
    {ZC_ROW, .id = "urq.filing", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .data = "{\"results\": \"region\"}",
     .text = {.zh = "评审结果报自治区人社厅核准备案。",
              .en = "Results are approved and filed by the region's department of human "
                    "resources."}},
    {ZC_ROW, .id = "urq.filing.teacher", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .when = "series == school_teacher", .data = "{\"first\": \"region_education\"}",
     .text = {.zh = "教师的评审结果先征得自治区教育厅同意。",
              .en = "For teachers the region's department of education agrees first."}},
    {ZC_ROW, .id = "urq.filing.senior", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .when = "target_level >= deputy_senior", .data = "{\"committee\": \"region\"}",
     .text = {.zh = "高级评委会和专家库由自治区人社厅核准备案。",
              .en = "Senior committees and their experts are approved by the region."}},
    {ZC_ROW, .id = "urq.filing.mid", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .when = "target_level <= intermediate", .data = "{\"committee\": \"city\"}",
     .text = {.zh = "中级、初级评委会和专家库由市人社局核准备案。",
              .en = "Committees up to intermediate and their experts are approved by the city."}},
    {ZC_ROW, .id = "urq.supervision", .kind = ZC_EFFECT_NOTICE, .tracks = "targeted",
     .text = {.zh = "评审程序接受监督，投诉由主管部门核查办理。",
              .en = "The procedure is supervised, and complaints are looked into."}},
};

const zc_chapter urq_procedure = {
    .clauses = ZC_TABLE(clauses),
    .steps = ZC_TABLE(steps),
    .effects = ZC_TABLE(effects),
};
