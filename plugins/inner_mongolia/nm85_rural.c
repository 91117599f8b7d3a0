/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四（五）: for those who work, or serve, in the countryside. */
#include "chapters.h"
#include "standard.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.rural.targeted", "四（五）1"),
    NM85_CLAUSE("nm85.rural.exceptional", "四（五）2"),
    NM85_CLAUSE("nm85.rural.recommend_check", "四（五）2"),
    NM85_CLAUSE("nm85.rural.determine", "四（五）3"),
    NM85_CLAUSE("nm85.rural.direct_mid", "四（五）4"),
    NM85_CLAUSE("nm85.rural.city_service", "四（五）5"),
    NM85_CLAUSE("nm85.rural.ce_waiver", "四（五）5"),
    NM85_CLAUSE("nm85.rural.early", "四（五）5"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "exceptional_county_years", .type = ZC_INT,
     .label = {.zh = "旗县专业工作破格年限", .en = "Years in a county for the exceptional route"}},
    {ZC_ROW, .name = "exceptional_township_years", .type = ZC_INT,
     .label = {.zh = "苏木乡镇专业工作破格年限",
               .en = "Years in a township for the exceptional route"}},
    {ZC_ROW, .name = "determine_college_years", .type = ZC_INT,
     .label = {.zh = "专科认定助理级年限", .en = "Years after junior college to be an assistant"}},
    {ZC_ROW, .name = "determine_master_years", .type = ZC_INT,
     .label = {.zh = "硕士认定中级年限", .en = "Years after a master's to be intermediate"}},
    {ZC_ROW, .name = "direct_bachelor_years", .type = ZC_INT,
     .label = {.zh = "乡镇本科直评中级年限",
               .en = "Years of a township bachelor for the intermediate title"}},
    {ZC_ROW, .name = "direct_college_years", .type = ZC_INT,
     .label = {.zh = "乡镇大专直评中级年限",
               .en = "Years of a township college graduate for the intermediate title"}},
    {ZC_ROW, .name = "city_service_years", .type = ZC_INT,
     .label = {.zh = "城市教师医生基层服务年限",
               .en = "Years of rural service of city teachers and physicians"}},
    {ZC_ROW, .name = "ce_waiver_months", .type = ZC_INT, .unit = ZC_MONTH,
     .label = {.zh = "免继续教育的当年服务月数",
               .en = "Months of service in the year that free from continuing education"}},
    {ZC_ROW, .name = "early_service_years", .type = ZC_INT,
     .label = {.zh = "提前参评的累计服务年限", .en = "Years of service that bring forward"}},
    {ZC_ROW, .name = "early_years", .type = ZC_INT,
     .label = {.zh = "提前参评的年数", .en = "Years by which tenure is brought forward"}},
};

/* Exactly one level up with the tenure that a bachelor needs, and no education asked for. */
#define ONE_UP_SPECIALTY(level_, below_, education_)                                               \
  {                                                                                                \
    ZC_ROW, .target = level_, .when = "known(" ZC_BASELINE_SPECIALTY(level_, education_) ")",      \
            .held = below_, .fact = "specialty_months",                                            \
            .floor = ZC_BASELINE_SPECIALTY(level_, education_)                                     \
  }
#define ONE_UP(level_, below_)                                                                     \
  ZC_BASELINE_TENURE_AS_LINE(level_, below_)                                                       \
  ZC_BASELINE_TENURE_QUALIFIED_LINE(level_, below_), ONE_UP_SPECIALTY(level_, below_, "bachelor")
static const zc_line exceptional_lines[] = {
    ONE_UP_SPECIALTY("clerk", "none", "high_school"),
    ONE_UP("assistant", "clerk"),
    ONE_UP("intermediate", "assistant"),
    ONE_UP("deputy_senior", "intermediate"),
    ONE_UP("full_senior", "deputy_senior"),
};

static const zc_line direct_lines[] = {
    {ZC_ROW, .education = "bachelor", .fact = "township_months",
     .floor = "years(direct_bachelor_years)"},
    {ZC_ROW, .education = "junior_college", .fact = "township_months",
     .floor = "years(direct_college_years)"},
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "nm85.rural.exceptional", .rank = ZC_RANK_EXCEPTIONAL,
     .tracks = "general targeted", .lines = ZC_TABLE(exceptional_lines),
     .needs = "(county_months >= years(exceptional_county_years) or "
              "township_months >= years(exceptional_township_years)) and "
              "outstanding_performance and performance_conditions_met",
     .waives = "nm85.major_mismatch nm85.post_ratio",
     .text = {.zh = "旗县满{years(exceptional_county_years)}或苏木乡镇满{years(exceptional_"
                    "township_years)}的"
                    "优秀人员破格参评高一级，不看学历、专业和单位岗位数；"
                    "定向职称的单列岗位仍须有空。",
              .en = "After {years(exceptional_county_years)} in a county or "
                    "{years(exceptional_township_years)} in a township, an outstanding "
                    "professional goes for the next level whatever education, major and the unit's "
                    "posts; those set aside for targeted titles still have to be vacant."}},
    {ZC_ROW, .id = "nm85.rural.determine", .rank = ZC_RANK_DETERMINATION, .mode = ZC_DETERMINATION,
     .tracks = "general", .when = "target_level in {assistant, intermediate}",
     .needs = "unit_level in {township, village} and specialty_related_post and "
              "annual_assessment_passed and "
              "(target_level == assistant and education >= bachelor or "
              "degree >= (if target_level == assistant then bachelor else doctor) or "
              "(education >= (if target_level == assistant then junior_college else master) or "
              "degree >= master) and "
              "township_months >= years(if target_level == assistant then determine_college_years "
              "else determine_master_years))",
     .waives = "nm85.post_ratio nm85.conditions nm55.validity.local",
     .text =
         {.zh = "高校毕业生在苏木乡镇、嘎查村工作，考核合格后按学历、学位和年限直接认定，不评审。",
          .en = "Graduates at work in townships and villages, once assessed, are given the "
                "title that their education, degree and time there open, without review."}},
    {ZC_ROW, .id = "nm85.rural.direct_mid", .rank = ZC_RANK_RELAXED, .tracks = "general",
     .when = "target_level == intermediate", .lines = ZC_TABLE(direct_lines),
     .needs = "unit_level == township and unit_nature == public_institution and "
              "on_professional_post and annual_assessment_passed",
     .waives = "nm55.validity.local",
     .text = {.zh = "苏木乡镇事业单位专技人员，本科满{years(direct_bachelor_years)}、大专满"
                    "{years(direct_college_years)}的，直接参评中级。",
              .en = "Professionals of township institutions may go straight for the intermediate "
                    "title after {years(direct_bachelor_years)} there with a bachelor's degree, "
                    "or {years(direct_college_years)} with junior college."}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.rural.city_service", .kind = ZC_REQUIREMENT, .tracks = "general green",
     .when = "urban_unit and " NM_SENIOR
             " and (series == school_teacher or series == health and physician_post)",
     .needs = "rural_service_months >= years(city_service_years)",
     .text = {.zh = "城市中小学教师、医生晋升高级原则上须有{years(city_service_years)}以上农村牧区"
                    "基层服务经历。",
              .en = "In principle, city school teachers and physicians have served "
                    "{years(city_service_years)} or more in the countryside before a senior "
                    "title."}},
    {ZC_ROW, .id = "nm85.rural.ce_waiver", .kind = ZC_WAIVER, .tracks = "general green",
     .needs = "urban_unit and village_service_months_this_year >= ce_waiver_months",
     .waives = "nm85.ce",
     .text = {.zh = "城市人员当年下乡服务满{ce_waiver_months}的，免当年继续教育。",
              .en = "City staff who served {ce_waiver_months} in townships or villages this year "
                    "are free of its continuing education."}},
    {ZC_ROW, .id = "nm85.rural.early", .kind = ZC_WAIVER, .tracks = "general",
     .needs = "urban_unit and village_service_months_since_title >= years(early_service_years) "
              "and outstanding_contribution",
     .months = "years(early_years)", .reduces = "baseline",
     .text = {.zh = "城市人员累计下乡服务满{years(early_service_years)}且贡献突出的，任职年限少算"
                    "{years(early_years)}。",
              .en = "City staff with {years(early_service_years)} of service in the countryside "
                    "and an outstanding contribution need {years(early_years)} less of tenure."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.rural.recommend_check", .kind = ZC_EFFECT_OBLIGATION,
     .tracks = "general targeted",
     .when = "county_months >= years(exceptional_county_years) or "
             "township_months >= years(exceptional_township_years)",
     .text = {.zh =
                  "用人单位推荐破格人选时，须突出业绩贡献，结合平时和年度考核，不得一味降低条件。",
              .en = "The unit that recommends for the exceptional route looks at results and "
                    "contribution, weighs daily and annual assessments and does not simply lower "
                    "the conditions."}},
};

const zc_chapter nm85_rural = {.clauses = ZC_TABLE(clauses),
                               .parameters = ZC_TABLE(parameters),
                               .rules = ZC_TABLE(rules),
                               .routes = ZC_TABLE(routes),
                               .effects = ZC_TABLE(effects)};
