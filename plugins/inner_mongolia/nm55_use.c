/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社发〔2022〕55号 二（四）: what a targeted title is good for, and where. */
#include "chapters.h"
#include "zhicheng/baseline.h"

static const zc_clause clauses[] = {
    NM55_CLAUSE("nm55.validity.local", "二（四）"),
    NM55_CLAUSE("nm55.validity.upward", "二（四）"),
    {ZC_ROW, .id = "nm55.post", .document = "nm-2022-55", .clause = "二（四）",
     .also = "nm-2021-14"},
};

/*
 * A targeted title carries an application one level up only at the grassroots of the prefecture
 * that granted it. The rule binds where the application would build on that title: the level held
 * is the one just below. A doctor needs no title for the intermediate level, and up to the
 * assistant level the months of work do as well as a title, so there is nothing to refuse. Routes
 * that ask for no title lift the rule; of the green items only the fourth and the step of the
 * seventh build on one.
 */
#define BUILDS_ON_TARGETED                                                                         \
  "current_title_track == targeted and "                                                           \
  "target_level in {intermediate, deputy_senior, full_senior} and "                                \
  "current_title_level in {assistant, intermediate, deputy_senior} and "                           \
  "(target_level == full_senior and current_title_level == deputy_senior or "                      \
  "target_level == deputy_senior and current_title_level == intermediate or "                      \
  "target_level == intermediate and current_title_level == assistant and education < doctor)"

#define GREEN_BUILDS_ON_TITLE                                                                      \
  "(green_category == no_education or "                                                            \
  "green_category == talent_program and talent_program in {new_era_2, grassland_youth_1})"

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm55.validity.local", .kind = ZC_REQUIREMENT, .tracks = NM_DECIDED,
     .when = BUILDS_ON_TARGETED " and (track != green or " GREEN_BUILDS_ON_TITLE ")",
     .needs = "same_prefecture(unit_division, current_title_division) and " NM_GRASSROOTS,
     .text = {.zh = "以定向职称为基础晋升的，单位须是颁发该职称的盟市内的基层单位。",
              .en = "A targeted title is a base for the next level only at the grassroots of the "
                    "prefecture that granted it."}},
};

#define DESTINATION_GRASSROOTS                                                                     \
  "(if given(destination_grassroots) then destination_grassroots "                                 \
  "else destination_unit_level in {county, township, village})"

static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "inner_mongolia.exchange", .when = ZC_HELD_HERE " and purpose == exchange",
     .otherwise = ZC_REFUSED,
     .text = {.zh = "定向职称不能换发通用职称。",
              .en = "A targeted title cannot be exchanged for a general one."}},
    {ZC_ROW, .id = "nm55.validity.upward", .when = ZC_HELD_HERE " and purpose == move",
     .keeps = "not (destination_unit_level in {prefecture, province, national}) and "
              "destination_division under 150000",
     .kept = ZC_GO_ON, .otherwise = ZC_REASSESS,
     .text = {.zh = "流向盟市及以上单位或自治区外的，须另经全区统一评审。",
              .en = "Whoever moves to prefecture level or above, or out of the region, needs the "
                    "general title by review."}},
    {ZC_ROW, .id = "nm55.validity.local", .when = ZC_HELD_HERE " and purpose != exchange",
     .keeps =
         "if purpose == move then "
         "same_prefecture(destination_division, held_title_division) and " DESTINATION_GRASSROOTS
         " and destination_unit_level <= unit_level "
         "else if purpose == employ and " ZC_DESTINATION_GIVEN " then "
         "same_prefecture(destination_division, held_title_division) and " DESTINATION_GRASSROOTS
         " else same_prefecture(unit_division, held_title_division) and " NM_GRASSROOTS,
     .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {.zh = "在颁发职称的盟市的基层单位使用，流动时不高于原单位层级，职称有效。",
              .en = "The title holds at the grassroots of the prefecture that granted it; a move "
                    "must not lead to a higher tier."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm55.validity.upward", .kind = ZC_EFFECT_VALIDITY, .questions = ZC_CONVERT,
     .when = ZC_HELD_HERE " and purpose == move and "
                          "(destination_unit_level in {prefecture, province, national} or "
                          "not (destination_division under 150000))",
     .data = "{\"needs\": \"general_title_of_the_level\"}", .shows = "held_title_level",
     .text = {.zh = "须取得同层级的通用职称。",
              .en = "The general title of the same level has to be obtained."}},
    {ZC_ROW, .id = "nm55.post", .kind = ZC_EFFECT_POST, .tracks = "targeted",
     .text = {.zh = "聘用使用专设的定向岗位。",
              .en = "Employment on the title uses the posts set aside for it."}},
    {ZC_ROW, .id = "nm55.post", .kind = ZC_EFFECT_POST, .questions = ZC_CONVERT,
     .when = ZC_HELD_HERE " and purpose == employ",
     .text = {.zh = "聘用使用专设的定向岗位。",
              .en = "Employment on the title uses the posts set aside for it."}},
};

const zc_chapter nm55_use = {.clauses = ZC_TABLE(clauses),
                             .rules = ZC_TABLE(rules),
                             .conversions = ZC_TABLE(conversions),
                             .effects = ZC_TABLE(effects)};
