/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四（四）: the green channel. Its routes stand in the order of the eight
 * items; rules on posts do not name its track and so do not bind it. */
#include "chapters.h"
#include "standard.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.green.rule", "四（四）"),
    NM85_CLAUSE("nm85.green.1", "四（四）1"),
    {ZC_ROW, .id = "nm85.green.2", .document = "nm-2024-85", .clause = "四（四）2",
     .also = "nm-2017-77"},
    NM85_CLAUSE("nm85.green.3", "四（四）3"),
    NM85_CLAUSE("nm85.green.4", "四（四）4"),
    NM85_CLAUSE("nm85.green.5", "四（四）5"),
    {ZC_ROW, .id = "nm85.green.6", .document = "nm-2024-85", .clause = "四（四）6",
     .also = "nm-2021-16"},
    NM85_CLAUSE("nm85.green.7", "四（四）7"),
    NM85_CLAUSE("nm85.green.8", "四（四）8"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "green_recommendations", .type = ZC_INT, .unit = ZC_PERSON,
     .label = {.zh = "同行正高级专家推荐人数", .en = "Full senior peers who must recommend"}},
    /* The document names the eight fields by another one, which is not held. */
    {ZC_ROW, .name = "skill_field", .type = ZC_BOOL, .keys = "series", .optional = 1,
     .label = {.zh = "属于高技能人才贯通的8个领域",
               .en = "One of the eight fields open to skilled workers"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.green.rule", .kind = ZC_REQUIREMENT, .tracks = "green",
     .needs = "not green_channel_used",
     .text = {.zh = "绿色通道原则上只享受一次，此前没有用过。",
              .en = "In principle the green channel is used once; the applicant has not used it "
                    "before."}},
};

static const zc_line untaught_lines[] = {ZC_BASELINE_TENURE_LINES};

/* The first tier opens the highest level, the second the next one, the third the intermediate. */
#define SECOND_TIER(level_, below_)                                                                \
  {                                                                                                \
    ZC_ROW, .target = level_, .when = "talent_program in {new_era_2, grassland_youth_1}",          \
            .held = below_                                                                         \
  }
/* A qualification stands for the title. */
#define SECOND_TIER_QUALIFIED(level_, below_)                                                      \
  {                                                                                                \
    ZC_ROW, .target = level_,                                                                      \
            .when = "talent_program in {new_era_2, grassland_youth_1} and "                        \
                    "qualification_level == " below_                                               \
  }
static const zc_line programme_lines[] = {
    {ZC_ROW, .target = "full_senior", .when = "talent_program == new_era_1"},
    SECOND_TIER("clerk", "none"),
    SECOND_TIER("assistant", "clerk"),
    SECOND_TIER_QUALIFIED("assistant", "clerk"),
    SECOND_TIER("intermediate", "assistant"),
    SECOND_TIER_QUALIFIED("intermediate", "assistant"),
    SECOND_TIER("deputy_senior", "intermediate"),
    SECOND_TIER_QUALIFIED("deputy_senior", "intermediate"),
    SECOND_TIER("full_senior", "deputy_senior"),
    SECOND_TIER_QUALIFIED("full_senior", "deputy_senior"),
    {ZC_ROW, .target = "intermediate", .when = "talent_program in {new_era_3, grassland_youth_2}"},
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "nm85.green.1", .rank = ZC_RANK_RELAXED, .tracks = "green",
     .when = "green_category == major_contribution",
     .needs = NM_SENIOR " and prefecture_recommended and achievement_materials",
     .text = {.zh = "作出重大贡献者或重点平台、领军企业技术负责人，经推荐并附材料，直报高级。",
              .en = "Major contributors and technical heads of leading platforms or enterprises, "
                    "recommended and with material, go straight for a senior title."}},
    {ZC_ROW, .id = "nm85.green.2", .rank = ZC_RANK_RELAXED, .tracks = "green",
     .when = "green_category == introduced_talent", .needs = NM_SENIOR " or autonomous_review_unit",
     .text = {.zh = "按引才办法引进的人才直报高级；自主评审单位引进的，由本单位评定相应职称。",
              .en = "Talent brought in under the region's scheme goes straight for a senior "
                    "title; a unit that reviews by itself gives the title that fits."}},
    {ZC_ROW, .id = "nm85.green.3", .rank = ZC_RANK_RELAXED, .tracks = "green",
     .when = "green_category == postdoc",
     .needs = "target_level == deputy_senior and postdoc_funded_or_led_project and "
              "postdoc_left_station and stays_in_region and employer_assessed and "
              "prefecture_recommended",
     .text = {.zh = "获资助或主持项目的博士后出站留区，经考核推荐，直报副高级。",
              .en = "A postdoc with a grant or project who stays in the region, assessed and "
                    "recommended, goes straight for deputy senior."}},
    {ZC_ROW, .id = "nm85.green.4", .rank = ZC_RANK_RELAXED, .tracks = "green",
     .when = "green_category == no_education", .lines = ZC_TABLE(untaught_lines),
     .needs = "outstanding_performance and outstanding_contribution and "
              "peer_full_senior_recommendations >= green_recommendations and "
              "prefecture_recommended",
     .text = {.zh =
                  "学历不够但长期从事专业工作、业绩显著、贡献突出者，经{green_recommendations}以上"
                  "在岗正高同行和盟市或主管部门推荐，只免学历。",
              .en = "Full senior peers, {green_recommendations} or more, and the prefecture or "
                    "department recommend one of long work, "
                    "outstanding results and contribution whose education falls short; only "
                    "education is waived."}},
    {ZC_ROW, .id = "nm85.green.5", .rank = ZC_RANK_RELAXED, .tracks = "green",
     .when = "green_category == returnee",
     .needs = "overseas_returnee and outstanding_performance and first_application and "
              "prefecture_recommended",
     .text = {.zh = "在海外长期从事专业工作、业绩显著的归国人员首次申报，经推荐可直报相应层级。",
              .en = "A returnee with outstanding results of long work overseas, applying for the "
                    "first time and recommended, may go for the level that fits."}},
    {ZC_ROW, .id = "nm85.green.6", .rank = ZC_RANK_RELAXED, .tracks = "green",
     .when = "green_category == master_craftsman",
     .needs = NM_SENIOR " and prefecture_recommended and achievement_materials and skill_field",
     .text =
         {.zh = "贯通的8个领域中身怀绝技的高技能领军人才，经推荐并附材料，直报高级；领域按系列由参"
                "数 skill_field 给出。",
          .en = "A master craftsman of one of the eight fields, recommended and with material, "
                "goes straight for a senior title; the parameter skill_field says which series "
                "are meant."}},
    {ZC_ROW, .id = "nm85.green.7", .rank = ZC_RANK_RELAXED, .tracks = "green",
     .when = "green_category == talent_program", .lines = ZC_TABLE(programme_lines),
     .needs = "talent_program_active and outstanding_performance and "
              "talent_program != none and "
              "(not (talent_program in {new_era_3, grassland_youth_2}) or " NM_GRASSROOTS ")",
     .text = {.zh = "人才项目入选者在培养期内业绩突出的，按项目层次直报。",
              .en = "Members of a talent programme with outstanding results go for the level "
                    "that their tier opens."}},
    {ZC_ROW, .id = "nm85.green.8", .rank = ZC_RANK_RELAXED, .tracks = "green",
     .when = "green_category == transferred_official",
     .needs = "(civil_servant_transfer or military_transfer) and first_application and " NM_EMPLOYER
              " and on_professional_post",
     .text = {.zh = "公务员或军转人员到企事业单位从事专业工作，首次申报可直报相应层级。",
              .en = "Former officials and soldiers on a professional post, applying for the first "
                    "time, may go for the level that fits."}},
};

#define REVIEWED_BY_OWN_UNIT "(green_category == introduced_talent and autonomous_review_unit)"

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.green.rule.posts", .kind = ZC_EFFECT_QUOTA, .tracks = "green",
     .data = "{\"post_ratio\": \"not_binding\"}",
     .text =
         {.zh = "不受岗位数额（结构比例）限制，法律法规另有规定的除外；按管理权限和层级逐级申报。",
          .en = "Numbers of posts do not bind unless a law says otherwise; the application "
                "goes up level by level."}},
    {ZC_ROW, .id = "nm85.green.rule.region_committee", .kind = ZC_EFFECT_AUTHORITY,
     .tracks = "green",
     .when = "green_category in {major_contribution, introduced_talent, postdoc, no_education, "
             "returnee, master_craftsman} and not " REVIEWED_BY_OWN_UNIT,
     .data = "{\"committee\": \"regional_green_channel\"}",
     .text = {.zh = "由自治区绿色通道高级评委会评审。",
              .en = "The region's green channel committee reviews."}},
    {ZC_ROW, .id = "nm85.green.rule.own_committee", .kind = ZC_EFFECT_AUTHORITY, .tracks = "green",
     .when = "green_category in {talent_program, transferred_official}",
     .data = "{\"committee\": \"committee_of_series\"}",
     .text = {.zh = "由相应系列的评委会评审。", .en = "The committee of the series reviews."}},
    {ZC_ROW, .id = "nm85.green.2.committee", .kind = ZC_EFFECT_AUTHORITY, .tracks = "green",
     .when = REVIEWED_BY_OWN_UNIT, .data = "{\"committee\": \"own_unit\"}",
     .text = {.zh = "由引进单位自己的评委会评定。",
              .en = "The unit that brought the applicant in has its own committee decide."}},
};

static const zc_acceptance acceptances[] = {
    {ZC_ROW, .rule = "nm85.green.6", .finding = "mutant:mode: ZC_REVIEW -> ZC_DETERMINATION",
     .reason = {.zh = "没有参数 skill_field 的值，这一途径不会走通，方式也就看不出来。",
                .en = "Without a value of skill_field nobody comes by this route, and no answer "
                      "shows its mode."}},
};

const zc_chapter nm85_green = {.clauses = ZC_TABLE(clauses),
                               .parameters = ZC_TABLE(parameters),
                               .rules = ZC_TABLE(rules),
                               .routes = ZC_TABLE(routes),
                               .effects = ZC_TABLE(effects),
                               .acceptances = ZC_TABLE(acceptances)};
