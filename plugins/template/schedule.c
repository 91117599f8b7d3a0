/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 6: what is due by when. */
#include "template.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "template.deadline", .document = "template-2024-1", .clause = "十六"},
    {ZC_ROW, .id = "template.plan", .document = "template-2024-1", .clause = "十七"},
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "application_deadline", .type = ZC_DATE,
     .label = {.zh = "当年申报截止日", .en = "last day of the year's applications"}, .optional = 1,
     .yearly = 1},
};

/* A deadline. The parameter may be without a value, as long as the year's notice is not out. */
static const zc_rule rules[] = {
    {ZC_ROW, .id = "template.deadline", .kind = ZC_DEADLINE, .tracks = "targeted",
     .when = "known(application_deadline)", .needs = "application_date <= application_deadline",
     .text = {.zh = "申报不晚于当年公布的截止日{application_deadline}。",
              .en = "The application is handed in by {application_deadline}, the day announced for "
                    "the year."}},
};

/* For `zhicheng calendar`: a fixed day of the year, the day of a parameter, or days counted from a
 * day that the question gives. */
static const zc_step steps[] = {
    {ZC_ROW, .id = "template.plan.notice", .due = "03-31",
     .text = {.zh = "发布当年评审通知。", .en = "The year's notice is published."}},
    {ZC_ROW, .id = "template.deadline", .due = "application_deadline",
     .text = {.zh = "申报截止。", .en = "Applications close."}},
    {ZC_ROW, .id = "template.plan.committee", .anchor = "review_start_date", .offset = -15,
     .unit = ZC_WORKDAYS,
     .text = {.zh = "评审开始十五个工作日前报送评审工作方案。",
              .en = "The plan of the review is handed in fifteen working days before it starts."}},
};

const zc_chapter template_schedule = {
    .clauses = ZC_TABLE(clauses),
    .parameters = ZC_TABLE(parameters),
    .rules = ZC_TABLE(rules),
    .steps = ZC_TABLE(steps),
};
