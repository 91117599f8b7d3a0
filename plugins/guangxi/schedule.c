/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 5, chapter 6 and the letter itself: the calendar of 2020 and how the work is led. */
#include "guangxi.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "gx.schedule", .document = "gx-2020-88", .clause = "五"},
    {ZC_ROW, .id = "gx.central.report", .document = "gx-2020-88", .clause = "正文"},
    {ZC_ROW, .id = "gx.guidance", .document = "gx-2020-88", .clause = "六"},
};

#define GX_2020 .from_year = 2020, .until_year = 2020
static const zc_step steps[] = {
    {ZC_ROW, .id = "gx.schedule.plan", GX_2020, .due = "04-30",
     .text = {.zh = "自治区拟定工作方案并报部里审核。",
              .en = "The region drafts its plan and hands it to the ministry."}},
    {ZC_ROW, .id = "gx.schedule.refine", GX_2020, .due = "06-30",
     .text = {.zh = "按审核意见会同设区市和行业部门细化方案。",
              .en = "The plan is refined with prefectures and industry departments."}},
    {ZC_ROW, .id = "gx.schedule.deploy", GX_2020, .due = "08-31",
     .text = {.zh = "设区市公布实施方案并作部署。",
              .en = "Prefectures publish their own plans and begin."}},
    {ZC_ROW, .id = "gx.schedule.review", GX_2020, .due = "11-30",
     .text = {.zh = "完成申报和评审。", .en = "Applications and reviews are completed."}},
    {ZC_ROW, .id = "gx.schedule.summary", GX_2020, .due = "12-31",
     .text = {.zh = "形成书面总结。", .en = "A written summary is made."}},
    {ZC_ROW, .id = "gx.central.report", GX_2020, .due = "12-31",
     .text = {.zh = "向部专技司报送意见、做法和成效。",
              .en = "Opinions, practices and results are reported to the ministry."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "gx.guidance", .kind = ZC_EFFECT_NOTICE, .tracks = "targeted",
     .text = {.zh = "由自治区、设区市两级人社部门牵头，行业部门实施，评审结果公开公平公正。",
              .en = "Region and prefecture lead, industry departments carry out, and results are "
                    "open and fair."}},
};

const zc_chapter gx_schedule = {
    .clauses = ZC_TABLE(clauses),
    .steps = ZC_TABLE(steps),
    .effects = ZC_TABLE(effects),
};
