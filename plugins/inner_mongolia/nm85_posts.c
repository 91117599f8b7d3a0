/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四（九）（十一）（十三）: posts, the quota of full senior school teachers,
 * continuing education. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.post_ratio", "四（九）1"),
    NM85_CLAUSE("nm85.offpost", "四（九）2"),
    NM85_CLAUSE("nm85.teacher_quota", "四（十一）"),
    {ZC_ROW, .id = "nm85.ce", .document = "nm-2024-85", .clause = "四（十三）",
     .also = "nm-2023-204"},
};

/* Numbers allotted to the prefectures take the place of the posts of the unit. */
#define FULL_SENIOR_TEACHER "(series == school_teacher and target_level == full_senior)"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.post_ratio", .kind = ZC_QUOTA, .tracks = "general",
     .when = "unit_nature == public_institution and not " FULL_SENIOR_TEACHER,
     .needs = "post_vacancy or over_quota_approved and "
              "not (series == school_teacher and target_level == deputy_senior)",
     .text = {.zh =
                  "事业单位在岗位结构比例内申报，或超岗申报已获同意；中小学教师副高级只在比例内。",
              .en = "A public institution has a vacant post within its structure, or leave to "
                    "exceed it; for deputy senior school teachers leave does not count."}},
    {ZC_ROW, .id = "nm85.teacher_quota", .kind = ZC_QUOTA, .tracks = "general",
     .when = FULL_SENIOR_TEACHER, .needs = "regional_quota_available",
     .text = {.zh = "正高级教师在盟市分得的名额之内。",
              .en = "A full senior school teacher is within the number allotted to the "
                    "prefecture."}},
    {ZC_ROW, .id = "nm85.ce", .kind = ZC_REQUIREMENT, .tracks = NM_DECIDED,
     .needs = "continuing_education_completed",
     .text = {.zh = "已按当年要求完成继续教育。",
              .en = "Continuing education was completed as the year's notice asks."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.teacher_quota", .kind = ZC_EFFECT_QUOTA, .tracks = "general",
     .when = FULL_SENIOR_TEACHER, .data = "{\"cap\": 200, \"year\": 2024}",
     .text = {.zh = "全区2024年正高级教师以200人为限，名额分到盟市，由盟市评审、自治区核准备案。",
              .en = "The region admits 200 full senior school teachers in 2024, so many to each "
                    "prefecture; the prefecture reviews, the region approves and files."}},
    {ZC_ROW, .id = "nm85.teacher_quota.post", .kind = ZC_EFFECT_POST, .tracks = "general",
     .when = FULL_SENIOR_TEACHER, .data = "{\"duty_of\": \"prefecture\"}",
     .text = {.zh = "盟市及时补充设岗，按职称资格起算时间聘用。",
              .en = "The prefecture adds the post in time and employs from the day from which the "
                    "title counts."}},
    {ZC_ROW, .id = "nm85.post_ratio.use", .kind = ZC_EFFECT_POST, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"unit\"}",
     .text = {.zh = "用人单位按职称评价结果合理使用（聘用），与聘用、考核、晋升衔接。",
              .en = "The unit employs by the result, in step with its rules on employment, "
                    "assessment and promotion."}},
    {ZC_ROW, .id = "nm85.ce.limits", .kind = ZC_EFFECT_OBLIGATION, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"prefecture\", \"fees\": \"none_beyond_the_rules\"}",
     .text = {.zh = "盟市不得擅自扩大培训范围、违规收费，课程要与专业工作相关。",
              .en = "The prefecture widens no training, takes no undue fee, and keeps the courses "
                    "to the work of the professionals."}},
    {ZC_ROW, .id = "nm85.offpost", .kind = ZC_EFFECT_NOTICE, .tracks = "general",
     .when = "unit_nature == public_institution",
     .text = {.zh = "离岗创办企业的可在所创企业申报，结果供返岗时参考；兼职创新、在职创办的可在兼职"
                    "单位或所创企业申报。",
              .en = "Staff who left to found an enterprise may apply there, and the result is "
                    "considered on their return; those who innovate part-time or found one beside "
                    "their post may apply at the other unit or the enterprise."}},
};

const zc_chapter nm85_posts = {
    .clauses = ZC_TABLE(clauses), .rules = ZC_TABLE(rules), .effects = ZC_TABLE(effects)};
