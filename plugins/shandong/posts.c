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
    {ZC_ROW, .id = "sd.ratio", .kind = ZC_QUOTA,
     .when = "unit_nature == public_institution and unit_in_catalog", .needs = "post_vacancy",
     .text = {.zh = "基层事业单位在岗位结构比例内推荐，两类职称同等对待。",
              .en = "A grassroots public institution recommends within its posts; both titles "
                    "count alike."}},
    {ZC_ROW, .id = "sd.special_post", .kind = ZC_WAIVER,
     .when = "target_level in {intermediate, deputy_senior, full_senior}",
     .needs = "township_months >= years(special_post_years)", .waives = "sd.ratio",
     .text = {.zh = "乡镇专业工作满规定年限的，申报相应层级不受岗位比例限制。",
              .en = "After enough years in a township the post quota of the level does not "
                    "bind."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.special_post", .kind = ZC_EFFECT_POST,
     .when = "target_level in {intermediate, deputy_senior, full_senior} and "
             "township_months >= years(special_post_years)",
     .data = "{\"special_post\": true}",
     .text = {.zh = "评审通过后可用特设岗位聘用，不占常设岗位。",
              .en = "Once the title is given, a special post may be used outside the regular "
                    "ones."}},
    {ZC_ROW, .id = "sd.ratio", .kind = ZC_EFFECT_POST,
     .when = "unit_level == township and unit_nature == public_institution and unit_in_catalog",
     .data = "{\"equal_treatment\": true}",
     .text = {.zh = "两类职称在乡镇基层事业单位有同等聘用资格。",
              .en = "Both titles give the same right to employment in township institutions."}},
};

const zc_chapter sd_posts = {.clauses = ZC_TABLE(clauses),
                             .parameters = ZC_TABLE(parameters),
                             .rules = ZC_TABLE(rules),
                             .effects = ZC_TABLE(effects)};
