/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 4 (4): the choice between two kinds of title, and what a targeted one is good for. What
 * is said of titles already held goes on after the period of application. */
#include "guangxi.h"
#include "zhicheng/baseline.h"

#define GX_SCOPE_DATA                                                                              \
  "\"scope\": [\"451229\", \"451228\", \"451031\", \"451026\", \"450226\", \"450225\", "           \
  "\"451225\", \"451028\"]"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "gx.choice", .document = "gx-2020-88", .clause = "四（四）"},
    {ZC_ROW, .id = "gx.certificate", .document = "gx-2020-88", .clause = "四（四）"},
    {ZC_ROW, .id = "gx.post", .document = "gx-2020-88", .clause = "四（四）"},
    {ZC_ROW, .id = "gx.move", .document = "gx-2020-88", .clause = "四（四）"},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "gx.choice", .kind = ZC_CHOICE, .tracks = "targeted general",
     .needs = "not applied_other_track_this_year",
     .text = {.zh = "同一年度只申报定向职称或通用职称中的一种。",
              .en = "In one year a person applies for a targeted or a general title, not both."}},
    {ZC_ROW, .id = "gx.certificate", .kind = ZC_REQUIREMENT, .tracks = "general",
     .when = ZC_BUILDS_ON_TARGETED, .needs = "current_title_is_base",
     .text = {.zh = "以定向职称申报高一级通用职称的，须在八县范围内任职，定向职称有效。",
              .en = "Whoever builds a general application on a targeted title works in the eight "
                    "counties, where that title is valid."}},
};

/* `employ` is taken with `move`: the clause on moving is the one that says where the title serves
 * as a base for employment and where the general title is needed. */
static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "gx.certificate", .until = "ever", .when = "purpose in {stay, apply_higher}",
     .keeps = "unit_division under " GX_COUNTIES, .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {.zh = "定向职称在八县范围内有效。",
              .en = "A targeted title is valid within the eight counties."}},
    {ZC_ROW, .id = "gx.move", .until = "ever", .when = "purpose in {move, employ}",
     .keeps =
         "if purpose == employ and not " ZC_DESTINATION_GIVEN
         " then unit_division under " GX_COUNTIES " else destination_division under " GX_COUNTIES,
     .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {.zh = "在八县之间流动、聘任继续有效；到其他地方须先取得通用职称。",
              .en = "The title serves for moves and posts within the eight counties; elsewhere the "
                    "general title is needed first."}},
    {ZC_ROW, .id = "guangxi.exchange", .when = "purpose == exchange", .otherwise = ZC_REFUSED,
     .text = {.zh = "广西没有把定向职称换发为通用职称的规定。",
              .en = "Guangxi has no rule by which a targeted title is exchanged for a general "
                    "one."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "gx.certificate", .kind = ZC_EFFECT_CERTIFICATE, .tracks = "targeted",
     .data = "{\"mark\": \"定向评价\", " GX_SCOPE_DATA "}",
     .text = {.zh = "证书标明定向评价，在八县范围内有效。",
              .en = "The certificate is marked as targeted and valid in the eight counties."}},
    {ZC_ROW, .id = "gx.post", .kind = ZC_EFFECT_POST, .tracks = "targeted",
     .data = "{" GX_SCOPE_DATA "}",
     .text = {.zh = "取得后可在八县作为聘任专业技术岗位的依据。",
              .en = "The title is a base for employment on professional posts in the eight "
                    "counties."}},
    {ZC_ROW, .id = "gx.post.township", .kind = ZC_EFFECT_PREFERENCE, .tracks = "targeted",
     .when = "unit_level == township and unit_nature == public_institution",
     .text = {.zh = "聘到乡镇事业单位的，按现行倾斜政策聘任。",
              .en = "In a township public institution the preference for township posts "
                    "applies."}},
    {ZC_ROW, .id = "gx.post.employ", .kind = ZC_EFFECT_PREFERENCE, .questions = ZC_CONVERT,
     .until = "ever",
     .when = ZC_HELD_HERE
     " and purpose == employ and (if " ZC_DESTINATION_GIVEN
     " then destination_division under " GX_COUNTIES
     " and destination_unit_level == township and destination_unit_nature == public_institution"
     " else unit_division under " GX_COUNTIES
     " and unit_level == township and unit_nature == public_institution)",
     .text = {.zh = "聘到八县乡镇事业单位的，按现行倾斜政策聘任。",
              .en = "For a post in a township public institution of the eight counties the "
                    "preference for township posts applies."}},
};

const zc_chapter gx_use = {
    .clauses = ZC_TABLE(clauses),
    .rules = ZC_TABLE(rules),
    .conversions = ZC_TABLE(conversions),
    .effects = ZC_TABLE(effects),
};
