/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 3: posts for targeted titles, where such a title is valid, and what it leads to. */
#include "urumqi.h"
#include "zhicheng/baseline.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "urq.post", .document = "urumqi-2022", .clause = "三"},
    {ZC_ROW, .id = "urq.validity", .document = "urumqi-2022", .clause = "三"},
    {ZC_ROW, .id = "urq.move", .document = "urumqi-2022", .clause = "三", .also = "xj-2022-24"},
    {ZC_ROW, .id = "urq.no_ladder", .document = "urumqi-2022", .clause = "三"},
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "valid_in_region", .type = ZC_BOOL,
     .label = {.zh = "流动到自治区其他地方的基层单位是否有效（由自治区文件规定）",
               .en = "whether the title stays valid at the grassroots elsewhere in the region, as "
                     "the region's document says"},
     .optional = 1},
};

/* Who holds a targeted title first obtains the general one of the same level, so an application at
 * that level or below is no climbing on it. A revoked title is none. */
static const zc_rule rules[] = {
    {ZC_ROW, .id = "urq.no_ladder", .kind = ZC_REQUIREMENT, .tracks = "general",
     .needs = "current_title_track != targeted or current_title_level == none or "
              "target_level <= current_title_level",
     .text = {.zh = "定向职称不能作为申报更高一级通用职称的依据，须先取得同层级通用职称。",
              .en = "A targeted title is no base for a higher general one: the general title of "
                    "the same level comes first."}},
};

/* Years of employment on both kinds of title add up. Where only one of them is told, the sum is not
 * known: it then counts where it is more than the time since the title was obtained. */
#define URQ_MONTHS_IF_TOLD(fact_) "(if given(" fact_ ") then " fact_ " else 0 months)"
#define URQ_MONTHS_TOLD                                                                            \
  "max(" URQ_MONTHS_IF_TOLD("employed_months_in_targeted_title") ", " URQ_MONTHS_IF_TOLD(          \
      "employed_months_in_general_title") ")"
static const zc_derivation derivations[] = {
    {ZC_ROW, .fact = "months_in_current_title",
     .value = "if track != general or current_title_track != general then months_in_current_title "
              "else if given(employed_months_in_targeted_title) and "
              "given(employed_months_in_general_title) "
              "then employed_months_in_targeted_title + employed_months_in_general_title "
              "else max(months_in_current_title, " URQ_MONTHS_TOLD ")",
     .clause = "urq.no_ladder"},
};

#define URQ_UNIT_KEEPS                                                                             \
  "unit_division under 650100 and unit_nature == public_institution and " URQ_PLACE
/* Of a destination no subdistrict is known: `destination_grassroots` says that one counts. */
#define URQ_DESTINATION_GRASSROOTS                                                                 \
  "(if given(destination_grassroots) then destination_grassroots "                                 \
  "else destination_unit_level in {township, village})"
#define URQ_DESTINATION_KEEPS                                                                      \
  "destination_division under 650100 and destination_unit_nature == public_institution "           \
  "and " URQ_DESTINATION_GRASSROOTS
#define URQ_DESTINATION_IN_REGION                                                                  \
  "destination_division under 650000 and not (destination_division under 650100) "                 \
  "and " URQ_DESTINATION_GRASSROOTS

#define URQ_MOVE_KEEPS URQ_DESTINATION_KEEPS " or " URQ_DESTINATION_IN_REGION " and valid_in_region"

static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "urq.validity", .when = "purpose in {stay, employ}",
     .keeps = "if purpose == employ and " ZC_DESTINATION_GIVEN " then " URQ_DESTINATION_KEEPS
              " else " URQ_UNIT_KEEPS,
     .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {.zh = "定向职称只在本市基层事业单位聘任时有效。",
              .en = "A targeted title is valid only in a grassroots public institution of the "
                    "city."}},
    {ZC_ROW, .id = "urq.move", .when = "purpose == move", .keeps = URQ_MOVE_KEEPS, .kept = ZC_VALID,
     .otherwise = ZC_REASSESS,
     .text = {.zh = "流动到非基层事业单位的须重新评聘；到自治区其他地方基层的由自治区文件规定。",
              .en = "A move away from the grassroots means a new assessment; elsewhere in the "
                    "region the region's document decides."}},
    {ZC_ROW, .id = "urumqi.exchange", .when = "purpose == exchange", .otherwise = ZC_REFUSED,
     .text = {.zh = "定向职称不能换发通用职称。",
              .en = "A targeted title cannot be exchanged for a general one."}},
    {ZC_ROW, .id = "urq.no_ladder", .when = "purpose == apply_higher", .keeps = "track == targeted",
     .kept = ZC_VALID, .otherwise = ZC_REFUSED,
     .text = {.zh = "定向职称可作为申报更高一级定向职称的依据，不能用于申报通用职称。",
              .en = "A targeted title is a base for the next targeted one, not for a general "
                    "one."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "urq.post", .kind = ZC_EFFECT_POST, .tracks = "targeted",
     .data = "{\"employed_directly\": true}",
     .text = {.zh = "取得后直接聘任到相应岗位，及时兑现待遇。",
              .en = "Who obtains the title is employed on it directly and paid accordingly."}},
    {ZC_ROW, .id = "urq.post.quota", .kind = ZC_EFFECT_QUOTA, .tracks = "targeted",
     .when = "target_level >= intermediate", .data = "{\"unit_ratio\": false}",
     .text = {.zh = "中级、高级定向岗位由全市总量控制，不占单位结构比例。",
              .en = "Targeted posts from intermediate up are counted for the whole city and take "
                    "none of the unit's ratio."}},
    {ZC_ROW, .id = "urq.validity", .kind = ZC_EFFECT_VALIDITY, .tracks = "targeted",
     .text = {.zh = "取得的职称限定在基层事业单位聘任。",
              .en = "The title is good for employment in grassroots public institutions only."}},
    {ZC_ROW, .id = "urq.move", .kind = ZC_EFFECT_POST, .questions = ZC_CONVERT,
     .when = ZC_HELD_HERE " and purpose == move and not (" URQ_MOVE_KEEPS ")",
     .shows = "post_level_before_targeted",
     .text = {.zh = "重新评聘以前，按定向评价前的岗位等级聘任。",
              .en = "Until then the post level held before the targeted title applies."}},
    {ZC_ROW, .id = "urq.no_ladder", .kind = ZC_EFFECT_NOTICE, .questions = ZC_CONVERT,
     .when = ZC_HELD_HERE " and (purpose == exchange or purpose == apply_higher and "
                          "track == general)",
     .data = "{\"first\": \"general_title_same_level\", \"employed_months\": \"add_up\"}",
     .text = {.zh = "先取得同层级通用职称，两类职称的聘任年限可累计。",
              .en = "The general title of the same level comes first; the time employed on both "
                    "adds up."}},
};

const zc_chapter urq_use = {
    .clauses = ZC_TABLE(clauses),
    .derivations = ZC_TABLE(derivations),
    .parameters = ZC_TABLE(parameters),
    .rules = ZC_TABLE(rules),
    .conversions = ZC_TABLE(conversions),
    .effects = ZC_TABLE(effects),
};
