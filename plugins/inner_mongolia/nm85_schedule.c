/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 一、二: who takes part in the review of 2024, and the days of that year.
 */
#include "chapters.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "nm85.scope", .document = "nm-2024-85", .clause = "一", .also = "nm-2023-4"},
    NM85_CLAUSE("nm85.deadline.notice", "二（一）1"),
    NM85_CLAUSE("nm85.deadline.apply", "二（一）1"),
    NM85_CLAUSE("nm85.deadline.review", "二（一）1"),
    NM85_CLAUSE("nm85.deadline.exam_review", "二（一）2"),
    NM85_CLAUSE("nm85.deadline.targeted", "二（一）3"),
    NM85_CLAUSE("nm85.cutoff", "二（二）"),
};

static const zc_parameter parameters[] = {
    /* Whoever sets an earlier day may; nobody may set a later one (二（一）3). */
    {ZC_ROW, .name = "application_deadline", .type = ZC_DATE, .keys = "division series",
     .yearly = 1, .most = "06-29",
     .label = {.zh = "申报截止日（盟市、评委会可更早）",
               .en = "Deadline of applications; a prefecture or committee may close earlier"}},
    {ZC_ROW, .name = "exam_review_deadline", .type = ZC_DATE, .keys = "series", .optional = 1,
     .yearly = 1,
     .label = {.zh = "考评结合系列高级职称申报截止日",
               .en = "Deadline of a senior title by examination and review"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.deadline.apply", .kind = ZC_DEADLINE, .tracks = NM_DECIDED,
     .when = "not " NM_DAY_OF_COMMITTEE, .needs = "application_date <= application_deadline",
     .text = {.zh = "申报须不晚于{application_deadline}办完，即当地、本系列的截止日，最迟6月29日。",
              .en = "The application is handed in by {application_deadline}, the day that the "
                    "place and series set, 29 June at the latest."}},
    /* Nobody is late while the committee's notice has not been entered as a parameter. */
    {ZC_ROW, .id = "nm85.deadline.exam_review", .kind = ZC_DEADLINE, .tracks = NM_DECIDED,
     .when = NM_DAY_OF_COMMITTEE " and known(exam_review_deadline)",
     .needs = "application_date <= exam_review_deadline",
     .text = {.zh = "考评结合系列的高级职称须不晚于评委会通知的截止日{exam_review_deadline}申报。",
              .en = "A senior title by examination and review is applied for by "
                    "{exam_review_deadline}, the day that the committee's notice sets."}},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "nm85.deadline.notice", .due = "05-25",
     .text = {.zh = "盟市、高级评委会组建单位、自主评审单位下发年度评审通知，报自治区备案。",
              .en = "Prefectures, units with a senior committee and units that review by "
                    "themselves send out the notice of the year and file it with the region."}},
    {ZC_ROW, .id = "nm85.deadline.apply", .due = "application_deadline",
     .clauses = "nm85.deadline.apply nm85.deadline.targeted",
     .text = {.zh = "申报截止；定向、农牧民和中初级职称也在内。",
              .en = "Applications close, those for targeted and farmer titles and for levels below "
                    "deputy senior included."}},
    {ZC_ROW, .id = "nm85.deadline.review", .due = "09-30", .replaces = "nm55.deadline.review",
     .clauses = "nm85.deadline.review nm85.deadline.targeted",
     .text = {.zh = "评审和公示完成；定向、农牧民和中初级职称也在内。",
              .en = "Review and public notice are done, those of targeted and farmer titles and of "
                    "levels below deputy senior included."}},
    {ZC_ROW, .id = "nm85.deadline.exam_review", .due = "exam_review_deadline",
     .text = {.zh = "考评结合系列高级职称按评委会通知截止申报，评审原则上不跨年度。",
              .en = "Applications for senior titles by examination and review close as the "
                    "committee's notice says; in principle the review ends within the year."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.scope", .kind = ZC_EFFECT_NOTICE, .data = "{\"year\": 2024}",
     .text = {.zh = "参评人员范围按自治区评审管理细则确定。",
              .en = "Who takes part follows from the region's detailed rules on title review."}},
    {ZC_ROW, .id = "nm85.deadline.targeted", .kind = ZC_EFFECT_NOTICE,
     .when = "track in {targeted, farmer} or target_level < deputy_senior",
     .data = "{\"notice\": \"05-25\", \"apply\": \"06-29\", \"review\": \"09-30\"}",
     .text = {.zh = "定向、农牧民和中初级职称按自治区统一时间安排申报和评审。",
              .en = "Targeted and farmer titles and levels below deputy senior keep to the dates "
                    "of the region."}},
    {ZC_ROW, .id = "nm85.deadline.exam_review", .kind = ZC_EFFECT_NOTICE, .tracks = "general green",
     .when = NM_DAY_OF_COMMITTEE,
     .text = {.zh = "申报时间以高级评委会组建单位的年度通知为准，评审原则上不跨年度。",
              .en = "The notice of the unit with the senior committee sets the time; in principle "
                    "the review ends within the year."}},
};

const zc_chapter nm85_schedule = {.clauses = ZC_TABLE(clauses),
                                  .parameters = ZC_TABLE(parameters),
                                  .rules = ZC_TABLE(rules),
                                  .steps = ZC_TABLE(steps),
                                  .effects = ZC_TABLE(effects)};
