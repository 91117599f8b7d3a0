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

static const zc_effect effects[] = {
    {ZC_ROW, .id = "gx.committee.delegate", .kind = ZC_EFFECT_AUTHORITY, .tracks = "targeted",
     .when = "target_level in {intermediate, deputy_senior}",
     .data = "{\"deputy_senior\": \"prefecture\", \"intermediate\": \"county_if_delegated\"}",
     .text = {.zh = "条件成熟的系列，副高级由设区市自主评审，中级评审权可下放到县。",
              .en = "Where a series is ready, the prefecture assesses deputy senior titles itself "
                    "and may hand intermediate ones to the county."}},
    {ZC_ROW, .id = "gx.committee.group", .kind = ZC_EFFECT_GROUPING, .tracks = "targeted",
     .data = "{\"group\": \"eight_counties\", \"pass_rate\": \"separate\"}",
     .text = {.zh = "高级单独分组、单独评审、单独定通过率；中初级由设区市单独组建评委会或设组。",
              .en = "Senior committees assess people of the eight counties in a group with a pass "
                    "rate of its own; for lower titles the prefecture sets up a committee or a "
                    "group."}},
};

const zc_chapter gx_review = {
    .clauses = ZC_TABLE(clauses),
    .rules = ZC_TABLE(rules),
    .effects = ZC_TABLE(effects),
};
