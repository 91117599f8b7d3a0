/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四（二）（三）: examination, ways of review, and who reviews. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.exam_only", "四（二）1"),
    NM85_CLAUSE("nm85.exam_and_review", "四（二）2"),
    NM85_CLAUSE("nm85.methods", "四（二）3"),
    NM85_CLAUSE("nm85.online_review", "四（二）4"),
    NM85_CLAUSE("nm85.separate_group", "四（二）5"),
    NM85_CLAUSE("nm85.separate_group.private", "四（二）6"),
    NM85_CLAUSE("nm85.autonomous", "四（三）1-4"),
    NM85_CLAUSE("nm85.entrusted", "四（三）5"),
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "nm85.exam_only", .rank = ZC_RANK_EXAM, .mode = ZC_EXAM,
     .flags = ZC_EXCLUSIVE | ZC_EXAM_DECIDES, .replaces = "base.exam_only",
     .when = "series_exam_mode == exam_only", .needs = "exam_passed",
     .text = {.zh = "以考代评系列，考试合格即取得职称，不再评审。",
              .en = "Where the examination takes the place of review, passing it gives the "
                    "title."}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.exam_and_review", .kind = ZC_REQUIREMENT, .tracks = NM_DECIDED,
     .when = "series_exam_mode == exam_and_review and " NM_SENIOR
             " and not (series == economics and target_level == full_senior)",
     .needs = "exam_passed and exam_valid_until >= application_date",
     .text = {.zh = "考评结合的高级职称，考试须达线且成绩在有效期内；正高级经济师除外。",
              .en = "For a senior title by examination and review the result is a pass and still "
                    "valid; full senior economists are exempt."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.methods", .kind = ZC_EFFECT_METHOD, .tracks = NM_DECIDED,
     .when = NM_TEACHER,
     .data = "{\"methods\": [\"lesson_talk\", \"defence\", \"scoring\", \"expert_review\", "
             "\"democratic_appraisal\"]}",
     .text = {.zh = "教师评审可采用说课、答辩、量化、评议、测评。",
              .en = "Teachers may be reviewed by lesson talk, defence, scoring, experts or "
                    "appraisal."}},
    {ZC_ROW, .id = "nm85.online_review", .kind = ZC_EFFECT_METHOD, .tracks = NM_DECIDED,
     .when = "series == economics and target_level == full_senior or "
             "series == statistics and " NM_SENIOR,
     .data = "{\"channel\": \"online\"}",
     .text = {.zh = "申报和评审都在网上进行。", .en = "Application and review are online."}},
    {ZC_ROW, .id = "nm85.exam_and_review.interview", .kind = ZC_EFFECT_METHOD, .tracks = NM_DECIDED,
     .when = "series == economics and target_level == full_senior",
     .data = "{\"methods\": [\"review\", \"interview\"]}",
     .text = {.zh = "正高级经济师以评审加面试评价。",
              .en = "Full senior economists are judged by review and interview."}},
    {ZC_ROW, .id = "nm85.separate_group", .kind = ZC_EFFECT_GROUPING, .tracks = NM_DECIDED,
     .when = NM_GRASSROOTS, .data = "{\"group\": \"grassroots\"}",
     .text = {.zh = "旗县及以下人员可单独编组评审。",
              .en = "Applicants from county level or below may be reviewed as a group of their "
                    "own."}},
    {ZC_ROW, .id = "nm85.separate_group.private", .kind = ZC_EFFECT_GROUPING, .tracks = NM_DECIDED,
     .when = "unit_nature == non_public",
     .data = "{\"group\": \"private_or_specialised_enterprise\"}",
     .text = {.zh = "非公有制和专精特新、单项冠军企业人员单独编组或专项评审。",
              .en = "Private and specialised enterprises are reviewed as a group of their own or "
                    "in a review of their own."}},
    {ZC_ROW, .id = "nm85.autonomous", .kind = ZC_EFFECT_AUTHORITY, .tracks = "general green",
     .data = "{\"duty_of\": \"committee\", \"limits\": [\"specialty\", \"level\", \"scope\", "
             "\"validity\"], "
             "\"new_committees\": [\"secrecy_engineering\", \"big_data_engineering\", "
             "\"friendship_hospital_inner_mongolia\", \"beijing_tcm_hospital_inner_mongolia\", "
             "\"chifeng_applied_technology_college\"]}",
     .text = {.zh = "自主评审单位只在备案的专业、层级、范围和有效期内评审；本年新增五个评委会。",
              .en = "Units that review by themselves keep to what was filed: specialty, level, "
                    "scope and validity; five committees are new this year."}},
    {ZC_ROW, .id = "nm85.entrusted", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"committee\", \"forms\": [\"joint\", \"entrusted\"], \"needs\": "
             "\"approval\"}",
     .text = {.zh = "当年不具备评审条件的，经同意可联合或委托评审。",
              .en = "Who cannot hold a review this year may, with approval, join or entrust "
                    "another committee."}},
};

const zc_chapter nm85_methods = {.clauses = ZC_TABLE(clauses),
                                 .rules = ZC_TABLE(rules),
                                 .routes = ZC_TABLE(routes),
                                 .effects = ZC_TABLE(effects)};
