/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四（十二）: professional qualifications that count as a title. */
#include "chapters.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "nm85.qualification", .document = "nm-2024-85", .clause = "四（十二）",
     .also = "nm-2019-20"},
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "qualification_counts", .type = ZC_BOOL,
     .label = {.zh = "职业资格可作为申报高一级的条件",
               .en = "A qualification is a base for the next title"}},
};

/* The title is there by the qualification: nothing of an application binds. */
#define LIFTED                                                                                     \
  "nm55.validity.local nm55.choice nm85.deadline.apply nm85.deadline.exam_review "                 \
  "nm85.one_committee nm85.conditions nm85.major_mismatch nm85.exam_and_review "                   \
  "nm85.rural.city_service nm85.post_ratio nm85.teacher_quota nm85.ce"

static const zc_route routes[] = {
    {ZC_ROW, .id = "nm85.qualification", .rank = ZC_RANK_DETERMINATION, .mode = ZC_DETERMINATION,
     .tracks = "general", .needs = "qualification_level >= target_level", .waives = LIFTED,
     .text = {.zh = "所持职业资格按对应表相当于所申报的层级或更高，即可认定，不再评审。",
              .en = "A qualification held corresponds to the level applied for or a higher one, "
                    "and is recognised as the title at once, without review."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.qualification.next", .kind = ZC_EFFECT_NOTICE, .tracks = NM_DECIDED,
     .when = "qualification_level > none and qualification_level < target_level",
     .shows = "qualification_level",
     .text = {.zh = "职业资格对应的职称可作为申报高一级的条件。",
              .en = "The title that the qualification stands for may serve as the base for the "
                    "next one."}},
};

const zc_chapter nm85_qualification = {.clauses = ZC_TABLE(clauses),
                                       .parameters = ZC_TABLE(parameters),
                                       .routes = ZC_TABLE(routes),
                                       .effects = ZC_TABLE(effects)};
