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
     .when = "current_title_track == targeted and current_title_level != none",
     .needs = "target_level <= current_title_level",
     .text = {.zh = "定向职称不能作为申报更高一级通用职称的依据，须先取得同层级通用职称。",
              .en = "A targeted title is no base for a higher general one: the general title of "
                    "the same level comes first."}},
};

/* Years of employment on both titles of one level add up. */
static const zc_derivation derivations[] = {
    {ZC_ROW, .fact = "months_in_current_title",
     .value = "if track == general and current_title_track == general and "
              "other_track_title_level != none and other_track_title_level == current_title_level "
              "then max(months_in_current_title, employed_months_in_targeted_title + "
              "employed_months_in_general_title) else months_in_current_title",
     .clause = "urq.no_ladder"},
};

/* Where the holder works, by the series of the title. */
#define URQ_UNIT_KEEPS                                                                             \
  "(" URQ_UNIT_INSTITUTION(                                                                        \
      "held_title_series") " or held_title_series == health and " URQ_UNIT_HEALTH ")"
#define URQ_GOES_TO(place_)                                                                        \
  place_("destination_unit_level", "destination_in_subdistrict", "destination_agri_subdistrict")
#define URQ_DESTINATION_HEALTH                                                                     \
  URQ_HEALTH_PLACE("destination_unit_level", "destination_in_subdistrict",                         \
                   "destination_unit_kind", "destination_unit_government_run")
/* `destination_grassroots` stands for the place, not for the institution. */
#define URQ_DESTINATION_GRASSROOTS                                                                 \
  "((if given(destination_grassroots) then destination_grassroots else "                           \
  "held_title_series == school_teacher and " URQ_GOES_TO(                                          \
      URQ_SCHOOL_PLACE) " or "                                                                     \
                        "held_title_series == agriculture and " URQ_GOES_TO(                       \
                            URQ_FIELD_PLACE) " or "                                                \
                                             "held_title_series == health "                        \
                                             "and " URQ_DESTINATION_HEALTH ") and "                \
                                             "(destination_unit_nature == public_institution or "  \
                                             "not (held_title_series in {school_teacher, "         \
                                             "agriculture})))"
#define URQ_DESTINATION_IN_REGION                                                                  \
  "destination_division under 650000 and not (destination_division under 650100)"
#define URQ_DESTINATION_KEEPS                                                                      \
  "(" URQ_DESTINATION_GRASSROOTS                                                                   \
  " and (destination_division under 650100 or " URQ_DESTINATION_IN_REGION " and valid_in_region))"

static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "urumqi.exchange", .when = "purpose == exchange", .otherwise = ZC_REFUSED,
     .text = {.zh = "定向职称不能换发通用职称。",
              .en = "A targeted title cannot be exchanged for a general one."}},
    {ZC_ROW, .id = "urq.no_ladder", .when = "purpose == apply_higher",
     .keeps = "track != general or target_level <= held_title_level", .kept = ZC_GO_ON,
     .otherwise = ZC_REFUSED,
     .text = {.zh = "定向职称不能作为申报更高一级通用职称的依据。",
              .en = "A targeted title is no base for a higher general one."}},
    {ZC_ROW, .id = "urq.validity", .when = "purpose in {stay, employ, apply_higher}",
     .keeps = "if purpose == employ and " ZC_DESTINATION_GIVEN " then " URQ_DESTINATION_KEEPS
              " else " URQ_UNIT_KEEPS,
     .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {.zh = "定向职称只在本市该系列的基层事业单位聘任时有效；到自治区其他地方基层的，"
                    "由自治区文件规定（参数 valid_in_region）。",
              .en = "A targeted title is valid in the city's grassroots institutions of its series "
                    "only; elsewhere in the region the region's document decides (parameter "
                    "valid_in_region)."}},
    {ZC_ROW, .id = "urq.move", .when = "purpose == move", .keeps = URQ_DESTINATION_KEEPS,
     .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {.zh = "流动到非基层事业单位的须重新评聘；到自治区其他地方基层的由自治区文件规定"
                    "（参数 valid_in_region）。",
              .en = "A move away from the grassroots means a new assessment; elsewhere in the "
                    "region the region's document decides (parameter valid_in_region)."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "urq.post", .kind = ZC_EFFECT_POST, .tracks = "targeted",
     .data = "{\"employed_directly\": true}",
     .text = {.zh = "取得后直接聘任到相应岗位，及时兑现待遇。",
              .en = "Who obtains the title is employed on it directly and paid accordingly."}},
    {ZC_ROW, .id = "urq.post.quota", .kind = ZC_EFFECT_QUOTA, .tracks = "targeted",
     .when = "target_level >= intermediate", .data = "{\"unit_ratio\": false}",
     .text = {.zh = "中级、高级岗位控制总量、单列比例，不占单位的结构比例。",
              .en =
                  "Posts from intermediate up have a total and a ratio of their own and take none "
                  "of the unit's."}},
    {ZC_ROW, .id = "urq.post.management", .kind = ZC_EFFECT_OBLIGATION, .tracks = "targeted",
     .data = "{\"duty_of\": \"county_industry\", \"guides\": \"employer\"}",
     .text = {.zh = "区（县）行业主管部门指导单位健全人事管理，岗位能上能下、人员能进能出。",
              .en =
                  "The district's industry department guides the unit to manage posts that can be "
                  "gained and lost."}},
    {ZC_ROW, .id = "urq.validity", .kind = ZC_EFFECT_VALIDITY, .tracks = "targeted",
     .text = {.zh = "取得的职称限定在基层事业单位聘任。",
              .en = "The title is good for employment in grassroots public institutions only."}},
    {ZC_ROW, .id = "urq.move", .kind = ZC_EFFECT_POST, .questions = ZC_CONVERT,
     .when = ZC_HELD_HERE " and purpose in {stay, move, employ}", .results = "reassess",
     .shows = "post_level_before_targeted",
     .text = {.zh = "重新评聘以前，按定向评价前的岗位等级聘任。",
              .en = "Until then the post level held before the targeted title applies."}},
    {ZC_ROW, .id = "urq.no_ladder", .kind = ZC_EFFECT_NOTICE, .questions = ZC_CONVERT,
     .when = ZC_HELD_HERE " and (purpose == exchange or purpose == apply_higher and "
                          "track == general and target_level > held_title_level)",
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
