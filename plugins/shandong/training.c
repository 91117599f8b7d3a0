/* SPDX-License-Identifier: Apache-2.0 */
/* 省七: continuing education at the grassroots. */
#include "chapters.h"

static const zc_clause clauses[] = {
    SD_CLAUSE("sd.ce90", "省七"),
    SD_CLAUSE("sd.pre_post", "省七"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "ce_hours", .type = ZC_INT, .unit = ZC_HOUR,
     .label = {.zh = "每年继续教育学时", .en = "Hours of continuing education a year"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.ce90", .kind = ZC_REQUIREMENT, .when = "unit_in_catalog",
     .needs = "continuing_education_hours >= ce_hours",
     .text = {.zh = "基层人员当年继续教育不少于{ce_hours}。",
              .en = "Grassroots staff have {ce_hours} of continuing education in the year."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.ce90.rights", .kind = ZC_EFFECT_OBLIGATION, .when = "unit_in_catalog",
     .data = "{\"duty_of\": \"employer\", \"protects\": [\"right_to_study\", "
             "\"pay_while_studying\"]}",
     .text = {.zh = "单位保障参加继续教育的权利和学习期间的待遇。",
              .en = "The unit guards the right to continuing education and pays as before while "
                    "one studies."}},
    {ZC_ROW, .id = "sd.ce90.courses", .kind = ZC_EFFECT_PREFERENCE, .when = "unit_in_catalog",
     .text = {.zh = "知识更新工程向县乡两级中青年倾斜，可参加专门的研修培训。",
              .en = "The programme for new knowledge favours younger people of counties and "
                    "townships, with courses of their own."}},
    {ZC_ROW, .id = "sd.pre_post", .kind = ZC_EFFECT_OBLIGATION,
     .when = "target_level in {intermediate, deputy_senior, full_senior} and unit_in_catalog",
     .text = {.zh = "新取得中高级职称后参加岗前培训。",
              .en = "A new intermediate or senior title is followed by training for the post."}},
};

const zc_chapter sd_training = {.clauses = ZC_TABLE(clauses),
                                .parameters = ZC_TABLE(parameters),
                                .rules = ZC_TABLE(rules),
                                .effects = ZC_TABLE(effects)};
