/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 五、六（一）（二）: checks before the review, its experts, its filing. */
#include "chapters.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "nm85.audit", .document = "nm-2024-85", .clause = "五", .also = "nm-2023-4"},
    NM85_CLAUSE("nm85.expert_pool", "六（一）1"),
    NM85_CLAUSE("nm85.expert_rotation", "六（一）2"),
    NM85_CLAUSE("nm85.expert_external", "六（一）2"),
    NM85_CLAUSE("nm85.no_cross", "六（二）1"),
    NM85_CLAUSE("nm85.plan_filing", "六（二）2"),
    NM85_CLAUSE("nm85.complaint", "六（二）3"),
    NM85_CLAUSE("nm85.result_filing", "六（二）4"),
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "nm85.plan_filing", .anchor = "meeting_date", .offset = -7, .unit = ZC_DAYS,
     .text =
         {.zh = "评审实施方案（申报、时间地点、评委会、程序、名单等）在会前一周报备，同意后开会。",
          .en = "The plan of the review (applications, time and place, committee, procedure, "
                "lists) is filed a week before the meeting, which awaits consent."}},
    {ZC_ROW, .id = "nm85.result_filing", .anchor = "review_end_date", .offset = 1,
     .unit = ZC_MONTHS,
     .text = {.zh = "高级评审结束一个月内报核准备案报告（含公示情况）、花名册并上传数据。",
              .en = "For senior titles, report (with the public notice), roster and data follow "
                    "within a month of the end of the review."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.audit", .kind = ZC_EFFECT_FILING, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"offices\", \"stages\": [\"unit\", \"industry_department\", "
             "\"hr_department\", "
             "\"committee_office\"]}",
     .text = {.zh = "单位、主管部门、人社部门、评委会依次审核公示推荐。",
              .en = "Unit, industry department, HR department and committee check in turn."}},
    {ZC_ROW, .id = "nm85.expert_pool", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"committee\", \"before\": \"review\", \"filed_with\": "
             "\"hr_department\"}",
     .text = {.zh = "评审前清理规范评委会专家和专家库，情况报人社部门备案。",
              .en = "Before the review, experts and pool are put in order, and this is filed with "
                    "the HR department."}},
    {ZC_ROW, .id = "nm85.expert_rotation", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"committee\", \"max_consecutive_years\": 3}",
     .text = {.zh = "连续三年担任评委的，原则上本年不再聘任。",
              .en = "In principle, a member who sat for three years running is not appointed "
                    "again."}},
    {ZC_ROW, .id = "nm85.expert_external", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"committee\", \"external_share\": \"1/3\", "
             "\"private_enterprise_experts\": true}",
     .text = {.zh = "自主评审的外单位同行不少于三分之一，企业类评委会要有民企专家。",
              .en = "A third of an autonomous committee comes from outside; committees for "
                    "enterprises include experts from private ones."}},
    {ZC_ROW, .id = "nm85.no_cross", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"committee\", \"extension_needs\": \"written_approval\", "
             "\"watched_by\": \"discipline_inspection\"}",
     .text =
         {.zh = "评委会不得超范围、跨专业或跨年度评审，不得降低条件，延期须事先书面获准；请纪检监察"
                "部门监督。",
          .en = "A committee keeps to its scope, specialty, standard and year; only a written "
                "approval beforehand extends its time. Discipline inspection looks on."}},
    {ZC_ROW, .id = "nm85.plan_filing.autonomous", .kind = ZC_EFFECT_AUTHORITY,
     .tracks = "general green", .when = "autonomous_review_unit",
     .data = "{\"duty_of\": \"committee\", \"rules\": \"own\"}",
     .text = {.zh = "自主评审单位制定本单位的评审办法。",
              .en = "A unit that reviews by itself makes rules of its own for it."}},
    {ZC_ROW, .id = "nm85.result_filing.mid", .kind = ZC_EFFECT_FILING, .tracks = NM_DECIDED,
     .when = "target_level < deputy_senior",
     .data = "{\"duty_of\": \"offices\", \"through\": \"title_system\"}",
     .text = {.zh = "中初级评审结果由盟市（旗县）、评委会、区直部门按权限在职称管理系统备案。",
              .en = "Results below deputy senior are filed in the title system by whoever is "
                    "competent: prefecture, county, committee or department."}},
    {ZC_ROW, .id = "nm85.complaint", .kind = ZC_EFFECT_NOTICE, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"offices\", \"review\": \"committee_unit\", \"materials\": "
             "\"prefecture_and_employer\"}",
     .text = {.zh = "公示期的举报，涉评审的由组建单位核实，涉材料的由盟市和单位核实。",
              .en = "Complaints about the review go to the committee's unit, those about material "
                    "to the prefecture and the employer."}},
};

const zc_chapter nm85_review = {
    .clauses = ZC_TABLE(clauses), .steps = ZC_TABLE(steps), .effects = ZC_TABLE(effects)};
