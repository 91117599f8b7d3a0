/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 3: what must hold beside education and tenure, and what lifts it. */
#include "template.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "template.ethics", .document = "template-2024-1", .clause = "四"},
    {ZC_ROW, .id = "template.training", .document = "template-2024-1", .clause = "五"},
    {ZC_ROW, .id = "template.hardship", .document = "template-2024-1", .clause = "五"},
    {ZC_ROW, .id = "template.choice", .document = "template-2024-1", .clause = "六"},
    {ZC_ROW, .id = "template.lock", .document = "template-2024-1", .clause = "六"},
    {ZC_ROW, .id = "template.quota", .document = "template-2024-1", .clause = "七"},
    {ZC_ROW, .id = "template.no_paper", .document = "template-2024-1", .clause = "八"},
};

/* A fact that only this region knows. Look at `zhicheng facts` first: what is there already is
 * understood by every region. */
static const zc_fact_row facts[] = {
    {ZC_ROW, .name = "template.training_hours", .type = ZC_INT, .unit = ZC_HOUR, .max = 10000,
     .changeable = 1, .label = {.zh = "基层专项培训学时", .en = "hours of grassroots training"}},
};

/* A value that changes by year or by place. Its values, each with a source, stand in
 * parameters.ini. */
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "training_hours_needed", .type = ZC_INT, .unit = ZC_HOUR, .keys = "division",
     .label = {.zh = "应完成的基层专项培训学时", .en = "hours of grassroots training needed"}},
};

static const zc_rule rules[] = {
    /* A requirement: the simplest rule there is. */
    {ZC_ROW, .id = "template.ethics", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .needs = "ethics_passed",
     .text = {.zh = "品德考察合格。", .en = "The applicant's ethics are found good."}},
    /* One that compares a fact of the region's own with a parameter. A placeholder in the sentence
     * stands for the value in force. */
    {ZC_ROW, .id = "template.training", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .needs = "template.training_hours >= training_hours_needed",
     .text = {.zh = "完成当年规定的基层专项培训{training_hours_needed}。",
              .en = "The year's {training_hours_needed} of grassroots training are completed."}},
    /* A waiver that lifts a rule: whoever meets it need not meet the rules that it names. */
    {ZC_ROW, .id = "template.hardship", .kind = ZC_WAIVER, .tracks = "targeted",
     .needs = "hardship_area", .waives = "template.training",
     .text = {.zh = "在艰苦边远地区工作的，不要求基层专项培训学时。",
              .en = "In a hardship area no hours of grassroots training are asked for."}},
    /* A choice between the two kinds of title. */
    {ZC_ROW, .id = "template.choice", .kind = ZC_CHOICE, .tracks = "targeted general",
     .needs = "not applied_other_track_this_year",
     .text = {.zh = "同一年度只能申报定向或通用职称中的一种。",
              .en = "In one year a person applies on one track only."}},
    /* A lock: some time has to pass. Write the fact first and what is asked of it second. */
    {ZC_ROW, .id = "template.lock", .kind = ZC_LOCK, .tracks = "targeted general",
     .when = "other_track_title_level == target_level",
     .needs = "months_since_other_track_title >= 36 months",
     .text = {.zh = "取得另一类同层级职称满三年后，才能再申报。",
              .en = "Three years pass after a title of the same level on the other track."}},
    /* A quota: numbers that somebody else has given out. */
    {ZC_ROW, .id = "template.quota", .kind = ZC_QUOTA, .tracks = "targeted",
     .when = "target_level >= deputy_senior", .needs = "regional_quota_available",
     .text = {.zh = "高级职称在核定的定向岗位总量之内。",
              .en = "Senior titles stay within the number of targeted posts."}},
};

/* What the document forbids the rules themselves to ask: no rule above may read a fact with one of
 * the tags. `zhicheng facts` shows them. */
static const zc_prohibition prohibitions[] = {
    {ZC_ROW, .id = "template.no_paper", .tags = "paper project", .tracks = "targeted",
     .text = {.zh = "不得把论文、科研项目作为条件。",
              .en = "No paper and no research project may be a condition."}},
};

const zc_chapter template_standard = {
    .clauses = ZC_TABLE(clauses),
    .facts = ZC_TABLE(facts),
    .parameters = ZC_TABLE(parameters),
    .rules = ZC_TABLE(rules),
    .prohibitions = ZC_TABLE(prohibitions),
};
