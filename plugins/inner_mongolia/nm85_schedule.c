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
    {ZC_ROW, .name = "exam_review_deadline", .type = ZC_DATE, .keys = "series", .optional = 1,
     .yearly = 1,
     .label = {.zh = "考评结合系列申报截止日",
               .en = "Deadline of a series with examination and review"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.deadline.apply", .kind = ZC_DEADLINE, .tracks = NM_DECIDED,
     .when = "series_exam_mode != exam_and_review", .needs = "application_date <= 2024-06-29",
     .text = {.zh = "申报须在6月29日前办完。", .en = "The application is handed in by 29 June."}},
    /* Nobody is late while the committee's notice has not been entered as a parameter. */
    {ZC_ROW, .id = "nm85.deadline.exam_review", .kind = ZC_DEADLINE, .tracks = NM_DECIDED,
     .when = "series_exam_mode == exam_and_review and known(exam_review_deadline)",
     .needs = "application_date <= exam_review_deadline",
     .text = {.zh = "考评结合系列的申报须在评委会通知的截止日前办完。",
              .en = "In a series with examination and review, the application is handed in by the "
                    "day that the committee's notice sets."}},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "nm85.deadline.notice", .due = "05-25",
     .text = {.zh = "下发年度评审通知并报备。",
              .en = "The notice of the year goes out and is filed."}},
    {ZC_ROW, .id = "nm85.deadline.apply", .due = "06-29",
     .text = {.zh = "申报截止。", .en = "Applications close."}},
    {ZC_ROW, .id = "nm85.deadline.review", .due = "09-30", .replaces = "nm55.deadline.review",
     .text = {.zh = "评审和公示完成，定向评审也在内。",
              .en = "Review and public notice are done, the targeted review included."}},
    {ZC_ROW, .id = "nm85.deadline.exam_review", .due = "exam_review_deadline",
     .text = {.zh = "考评结合系列按评委会通知截止申报。",
              .en = "Applications close in series with examination and review, as the committee's "
                    "notice says."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.scope", .kind = ZC_EFFECT_NOTICE, .data = "{\"year\": 2024}",
     .text = {.zh = "参评人员范围按自治区评审管理细则确定。",
              .en = "Who takes part follows from the region's detailed rules on title review."}},
    {ZC_ROW, .id = "nm85.deadline.targeted", .kind = ZC_EFFECT_NOTICE,
     .tracks = "targeted farmer green",
     .text = {.zh = "时间安排与全区统一评审相同。",
              .en = "The dates are those of the general review."}},
};

const zc_chapter nm85_schedule = {.clauses = ZC_TABLE(clauses),
                                  .parameters = ZC_TABLE(parameters),
                                  .rules = ZC_TABLE(rules),
                                  .steps = ZC_TABLE(steps),
                                  .effects = ZC_TABLE(effects)};
