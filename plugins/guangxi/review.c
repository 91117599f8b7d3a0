/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 4 (2) and (3): who assesses, in which groups, and the exam line. */
#include "guangxi.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "gx.committee.delegate", .document = "gx-2020-88", .clause = "四（二）1"},
    {ZC_ROW, .id = "gx.committee.group", .document = "gx-2020-88", .clause = "四（二）2"},
    {ZC_ROW, .id = "gx.exam_line", .document = "gx-2020-88", .clause = "四（三）"},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "gx.exam_line", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .when = "target_level >= deputy_senior and series_exam_mode == exam_and_review and "
             "series in {health, accounting, auditing, statistics, economics}",
     .needs = "exam_score >= targeted_exam_pass_line",
     .text = {.zh = "高级实行考评结合的五个系列，考试成绩达到为八县单独划定的合格线。",
              .en = "In the five series that add an exam to the senior review, the score reaches "
                    "the line drawn for the eight counties."}},
};

/* Fields with many people at the grassroots. */
#define GX_DENSE "series in {school_teacher, agriculture, health, engineering}"

static const zc_effect effects[] = {
    {ZC_ROW, .id = "gx.committee.delegate", .kind = ZC_EFFECT_AUTHORITY, .tracks = "targeted",
     .when = "target_level in {intermediate, deputy_senior}",
     .data = "{\"deputy_senior\": \"prefecture\", \"intermediate\": \"county_if_delegated\"}",
     .text = {.zh = "条件成熟的系列，副高级由设区市自主评审，中级评审权可下放到县。",
              .en = "Where a series is ready, the prefecture assesses deputy senior titles itself "
                    "and may hand intermediate ones to the county."}},
    {ZC_ROW, .id = "gx.committee.group", .kind = ZC_EFFECT_GROUPING, .tracks = "targeted",
     .data = "{\"applicants\": \"eight_counties\"}",
     .text = {.zh = "八县的申报人与其他申报人分开评审。",
              .en = "People of the eight counties are assessed apart from others."}},
    {ZC_ROW, .id = "gx.committee.group.senior", .kind = ZC_EFFECT_GROUPING, .tracks = "targeted",
     .when = "target_level >= deputy_senior",
     .data = "{\"committee\": \"region\", \"group\": \"eight_counties\", "
             "\"pass_rate\": \"separate\"}",
     .text = {.zh = "全区各系列高级评委会为八县单独分组、单独评审、单独确定通过率。",
              .en = "The region's senior committee of each series assesses them in a group with a "
                    "pass rate of its own."}},
    {ZC_ROW, .id = "gx.committee.group.own", .kind = ZC_EFFECT_GROUPING, .tracks = "targeted",
     .when = "target_level <= intermediate and " GX_DENSE, .data = "{\"committee\": \"own\"}",
     .text = {.zh = "中小学教师、农业、卫生、工程人才密集，中初级可由设区市单独组建评委会。",
              .en = "For school teachers, agriculture, health and engineering, fields with many "
                    "people, the prefecture may set up a committee of their own up to "
                    "intermediate."}},
    {ZC_ROW, .id = "gx.committee.group.shared", .kind = ZC_EFFECT_GROUPING, .tracks = "targeted",
     .when = "target_level <= intermediate and not (" GX_DENSE ")",
     .data = "{\"committee\": \"shared\", \"group\": \"eight_counties\"}",
     .text = {.zh = "其他行业的中初级可在相应评委会单独设挂牌督战县评审组。",
              .en = "In other fields the committee of the series may have a group for these "
                    "counties up to intermediate."}},
    {ZC_ROW, .id = "gx.committee.group.local", .kind = ZC_EFFECT_AUTHORITY, .tracks = "targeted",
     .when = "target_level <= intermediate", .data = "{\"rules\": \"prefecture\"}",
     .text = {.zh = "中初级的评价办法由所在设区市结合当地实际制定。",
              .en = "Up to intermediate the prefecture writes its own way of review."}},
};

const zc_chapter gx_review = {
    .clauses = ZC_TABLE(clauses),
    .rules = ZC_TABLE(rules),
    .effects = ZC_TABLE(effects),
};
