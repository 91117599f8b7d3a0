/* SPDX-License-Identifier: Apache-2.0 */
/* 省六: recommendation within the posts there are, and the long-serving who need none. */
#include "chapters.h"

static const zc_clause clauses[] = {
    SD_CLAUSE("sd.ratio", "省六"),
    SD_CLAUSE("sd.special_post", "省六"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "special_post_years", .type = ZC_INT, .keys = "level",
     .label = {.zh = "不受岗位比例限制的乡镇工作年限",
               .en = "Years in a township that lift the post quota"},
     .optional = 1},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.ratio", .kind = ZC_QUOTA, .when = SD_GRASSROOTS_INSTITUTION,
     .needs = "post_vacancy",
     .text =
         {.zh = "基层事业单位一般在岗位结构比例内推荐，两类职称同等对待。",
          .en =
              "As a rule a grassroots public institution recommends within its posts; both titles "
              "count alike."}},
    {ZC_ROW, .id = "sd.special_post", .kind = ZC_WAIVER,
     .when = "target_level in {intermediate, deputy_senior, full_senior}",
     .needs = "township_months >= years(special_post_years)", .waives = "sd.ratio",
     .text = {.zh = "乡镇专业工作满{years(special_post_years)}的，申报这一层级不受岗位比例限制。",
              .en = "After {years(special_post_years)} in a township the post quota of this level "
                    "does not bind."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.special_post", .kind = ZC_EFFECT_POST,
     .when = "target_level in {intermediate, deputy_senior, full_senior} and "
             "township_months >= years(special_post_years) and " SD_GRASSROOTS_INSTITUTION,
     .data = "{\"special_post\": true}",
     .text = {.zh = "评审通过后可用特设岗位聘用，不占常设岗位。",
              .en = "Once the title is given, a special post may be used outside the regular "
                    "ones."}},
    {ZC_ROW, .id = "sd.ratio", .kind = ZC_EFFECT_POST,
     .when = SD_TOWNSHIP " and " SD_GRASSROOTS_INSTITUTION, .data = "{\"equal_treatment\": true}",
     .text = {.zh = "两类职称在乡镇基层事业单位有同等聘用资格。",
              .en = "Both titles give the same right to employment in township institutions."}},
    {ZC_ROW, .id = "sd.ratio.prompt", .kind = ZC_EFFECT_OBLIGATION,
     .when = SD_GRASSROOTS_INSTITUTION,
     .data = "{\"duty_of\": \"employer\", \"employ\": \"promptly\"}",
     .text = {.zh = "评审通过后，单位应按规定及时聘用到位。",
              .en = "The unit employs whoever passed the review promptly, as the rules say."}},
    {ZC_ROW, .id = "sd.ratio.assessment", .kind = ZC_EFFECT_OBLIGATION,
     .when = "unit_nature == public_institution",
     .data = "{\"duty_of\": \"employer\", \"assessed_by\": [\"post_goals\", \"duties\", "
             "\"term_of_employment\"]}",
     .text = {.zh = "单位按岗位目标、职责和聘期考核，结果决定岗位、待遇的升降和去留。",
              .en = "The unit assesses its staff by the goals, duties and term of the post, and "
                    "post, pay and stay follow from the result."}},
};

const zc_chapter sd_posts = {.clauses = ZC_TABLE(clauses),
                             .parameters = ZC_TABLE(parameters),
                             .rules = ZC_TABLE(rules),
                             .effects = ZC_TABLE(effects)};
