/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 2 (1) and the choice of chapter 2 (2): what is asked of the applicant. */
#include "urumqi.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "urq.standard", .document = "urumqi-2022", .clause = "二（一）",
     .also = "xj-2022-24"},
    {ZC_ROW, .id = "urq.ce", .document = "urumqi-2022", .clause = "二（一）"},
    {ZC_ROW, .id = "urq.exam_line", .document = "urumqi-2022", .clause = "二（一）"},
    {ZC_ROW, .id = "urq.choice", .document = "urumqi-2022", .clause = "二（二）"},
};

/* Education and tenure are those of the baseline: a series' own standard replaces its values in
 * parameters.ini. Assessments and years of work weigh in the review; they are no gate. */
static const zc_rule rules[] = {
    {ZC_ROW, .id = "urq.standard", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .needs = "ethics_passed",
     .text = {.zh = "品德考察合格；评价看重品德、质量、实效和贡献。",
              .en = "The applicant's ethics are found good; conduct, quality, effect and "
                    "contribution count in the review."}},
    {ZC_ROW, .id = "urq.ce", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .needs = "continuing_education_completed",
     .text = {.zh = "完成国家和自治区规定的继续教育学时。",
              .en = "The continuing education that state and region ask for is completed."}},
    {ZC_ROW, .id = "urq.exam_line", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .when = "series_exam_mode == exam_and_review", .needs = "exam_score >= exam_pass_line",
     .text = {.zh = "考评结合的专业，考试成绩达到自治区公布的合格标准。",
              .en = "Where an exam goes with the review, the score reaches the region's line."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "urq.standard.weight", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .data = "{\"weights_up\": [\"political_performance\", \"achievement\", \"years_of_work\", "
             "\"assessment\"]}",
     .text = {.zh = "评审更看重政治表现、业绩、工作年限和主管部门及单位的考核。",
              .en = "Political conduct, results, years of work and assessments by department and "
                    "unit weigh more in the review."}},
    {ZC_ROW, .id = "urq.standard.consent", .kind = ZC_EFFECT_AUTHORITY, .tracks = "targeted",
     .data = "{\"written_by\": [\"city_hr\", \"city_industry\"], "
             "\"consent_of\": \"region_industry\"}",
     .text = {.zh =
                  "定向评价标准由市人社局会同行业部门制定，经自治区行业主管部门同意后印发；印发前按"
                  "一般学历、资历条件。",
              .en = "The targeted standard is written by the city and issued once the region's "
                    "industry department agrees; until then the common education and tenure "
                    "hold."}},
    {ZC_ROW, .id = "urq.choice", .kind = ZC_EFFECT_NOTICE, .tracks = "targeted",
     .text = {.zh = "是否按定向标准申报由本人自愿选择。",
              .en = "Whether to apply by the targeted standard is the applicant's own choice."}},
};

const zc_chapter urq_standard = {
    .clauses = ZC_TABLE(clauses),
    .rules = ZC_TABLE(rules),
    .effects = ZC_TABLE(effects),
};
