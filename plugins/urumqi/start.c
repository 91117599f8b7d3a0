/* SPDX-License-Identifier: Apache-2.0 */
/* The end of the document: from when it runs, and until when a year's applications are taken. */
#include "urumqi.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "urq.start", .document = "urumqi-2022", .clause = "文末"},
    {ZC_ROW, .id = "urq.epidemic", .document = "urumqi-2022", .clause = "文末"},
};

/* Set by a deployment when the year's notice comes; an extension is a later value of it. */
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "application_deadline", .type = ZC_DATE, .keys = "series",
     .label = {.zh = "当年申报截止日", .en = "last day of the year's applications"}, .optional = 1,
     .yearly = 1},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "urq.start", .kind = ZC_SCOPE, .flags = ZC_BINDS_ALWAYS, .tracks = "targeted",
     .from = "ever", .until = "ever", .needs = "as_of >= 2022-01-01",
     .text = {.zh = "定向评价自2022年度起实施。",
              .en = "Targeted titles are assessed from the year 2022 on."}},
    {ZC_ROW, .id = "urq.start.deadline", .kind = ZC_DEADLINE, .tracks = "targeted",
     .when = "known(application_deadline)", .needs = "application_date <= application_deadline",
     .text = {.zh = "申报不晚于当年公布的截止日{application_deadline}。",
              .en = "The application is handed in by {application_deadline}, the day announced for "
                    "the year."}},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "urq.start", .due = "application_deadline",
     .text = {.zh = "当年申报截止，日期另行通知。",
              .en = "Applications close on a day announced each year."}},
    {ZC_ROW, .id = "urq.epidemic", .from_year = 2022, .until_year = 2022,
     .due = "application_deadline",
     .text = {.zh = "因疫情未能备齐材料的，申报可顺延，日期随截止日一并公布。",
              .en = "Who was kept by the epidemic may apply later; the day comes with that of the "
                    "deadline."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "urq.start.online", .kind = ZC_EFFECT_NOTICE, .tracks = "targeted",
     .until = "2022-12-31",
     .text = {.zh = "可先准备材料并网上提交；申报截止、审核、缴费和评审的安排另行通知。",
              .en = "Papers may be prepared and handed in online; the days for application, audit, "
                    "payment and review are announced apart."}},
    {ZC_ROW, .id = "urq.epidemic", .kind = ZC_EFFECT_NOTICE, .tracks = "targeted",
     .until = "2022-12-31",
     .text = {.zh = "因疫情未能备齐材料的，可在全面复工后申报。",
              .en = "Whoever could not gather the papers because of the epidemic may apply once "
                    "work has fully resumed."}},
};

const zc_chapter urq_start = {
    .clauses = ZC_TABLE(clauses),
    .parameters = ZC_TABLE(parameters),
    .rules = ZC_TABLE(rules),
    .steps = ZC_TABLE(steps),
    .effects = ZC_TABLE(effects),
};
