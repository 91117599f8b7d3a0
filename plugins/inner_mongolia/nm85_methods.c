/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四（二）（三）: examination, ways of review, and who reviews. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.exam_only", "四（二）1"),
    NM85_CLAUSE("nm85.exam_and_review", "四（二）2"),
    NM85_CLAUSE("nm85.methods", "四（二）3"),
    NM85_CLAUSE("nm85.online_review", "四（二）4"),
    NM85_CLAUSE("nm85.separate_group", "四（二）5"),
    NM85_CLAUSE("nm85.separate_group.private", "四（二）6"),
    NM85_CLAUSE("nm85.autonomous", "四（三）1-4"),
    NM85_CLAUSE("nm85.entrusted", "四（三）5"),
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "nm85.exam_only", .rank = ZC_RANK_EXAM, .mode = ZC_EXAM,
     .flags = ZC_EXCLUSIVE | ZC_EXAM_DECIDES, .replaces = "base.exam_only",
     .when = "series_exam_mode == exam_only", .needs = "exam_passed",
     .text = {.zh = "以考代评系列，考试合格即取得职称，不再评审。",
              .en = "Where the examination takes the place of review, passing it gives the "
                    "title."}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.exam_and_review", .kind = ZC_REQUIREMENT, .tracks = NM_DECIDED,
     .when = NM_EXAM_AND_REVIEW " and " NM_SENIOR,
     .needs = "exam_passed and exam_valid_until >= application_date",
     .text = {.zh = "考评结合的高级职称，考试须达线且成绩在有效期内；正高级经济师除外。",
              .en = "For a senior title by examination and review the result is a pass and still "
                    "valid; full senior economists are exempt."}},
};

/* Units that the document names beside the private sector, whoever owns them. */
static const zc_fact_row facts[] = {
    {ZC_ROW, .name = "inner_mongolia.enterprise_class", .type = ZC_ENUM,
     .words = "none specialised_sme single_champion", .assumed = "none",
     .label = {.zh = "优质企业类别", .en = "class of enterprise"}},
};
static const zc_word_row words[] = {
    {ZC_ROW, .fact = "inner_mongolia.enterprise_class", .word = "none",
     .label = {.zh = "无", .en = "none"}},
    {ZC_ROW, .fact = "inner_mongolia.enterprise_class", .word = "specialised_sme",
     .label = {.zh = "专精特新中小企业", .en = "specialised small or medium enterprise"}},
    {ZC_ROW, .fact = "inner_mongolia.enterprise_class", .word = "single_champion",
     .label = {.zh = "制造业单项冠军企业", .en = "manufacturing champion of a single product"}},
};

#define PRIVATE_GROUP                                                                              \
  "{\"group\": \"private_or_specialised_enterprise\", "                                            \
  "\"forms\": [\"own_group\", \"own_review\", \"special_review\"], "                               \
  "\"indicators\": [\"innovation\", \"patent\", \"technology_transfer\", "                         \
  "\"technology_extension\", \"standard\"]}"

/* The five committees of 四（三）2、3, each with what it was given. */
#define NEW_COMMITTEE(id_, condition_, data_, zh_, en_)                                            \
  {                                                                                                \
    ZC_ROW, .id = "nm85.autonomous." id_, .kind = ZC_EFFECT_AUTHORITY, .tracks = "general green",  \
            .when = condition_ " and " NM_SENIOR,                                                  \
            .data = "{\"committee\": \"" id_ "\", " data_                                          \
                    ", \"levels\": [\"deputy_senior\", \"full_senior\"]}",                         \
            .text = {                                                                              \
              .zh = zh_,                                                                           \
              .en = en_                                                                            \
            }                                                                                      \
  }

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.methods", .kind = ZC_EFFECT_METHOD, .tracks = NM_DECIDED,
     .when = NM_TEACHER,
     .data = "{\"methods\": [\"lesson_talk\", \"defence\", \"scoring\", \"expert_review\", "
             "\"democratic_appraisal\"]}",
     .text = {.zh = "教师评审可采用说课、答辩、量化、评议、测评，办法由盟市结合实际定。",
              .en = "Teachers may be reviewed by lesson talk, defence, scoring, experts or "
                    "appraisal, as the prefecture says."}},
    {ZC_ROW, .id = "nm85.online_review", .kind = ZC_EFFECT_METHOD, .tracks = NM_DECIDED,
     .when = "series == economics and target_level == full_senior or "
             "series == statistics and " NM_SENIOR,
     .data = "{\"channel\": \"online\"}",
     .text = {.zh = "申报和评审都在网上进行。", .en = "Application and review are online."}},
    {ZC_ROW, .id = "nm85.exam_and_review.interview", .kind = ZC_EFFECT_METHOD, .tracks = NM_DECIDED,
     .when = "series == economics and target_level == full_senior",
     .data = "{\"methods\": [\"review\", \"interview\"]}",
     .text = {.zh = "正高级经济师以评审加面试评价。",
              .en = "Full senior economists are judged by review and interview."}},
    {ZC_ROW, .id = "nm85.methods.autonomous", .kind = ZC_EFFECT_METHOD, .tracks = "general green",
     .when = "autonomous_review_unit and not (" NM_TEACHER ")",
     .data = "{\"methods\": [\"lesson_talk\", \"defence\", \"scoring\", \"expert_review\", "
             "\"democratic_appraisal\"]}",
     .text = {.zh = "自主评审可采用说课、答辩、量化、评议、测评，办法由本单位制定。",
              .en = "A unit that reviews by itself may use lesson talk, defence, scoring, experts "
                    "or appraisal, and says how."}},
    {ZC_ROW, .id = "nm85.separate_group", .kind = ZC_EFFECT_GROUPING, .tracks = NM_DECIDED,
     .when = NM_GRASSROOTS, .data = "{\"group\": \"grassroots\"}",
     .text = {.zh = "旗县及以下人员可单独编组评审。",
              .en = "Applicants from county level or below may be reviewed as a group of their "
                    "own."}},
    {ZC_ROW, .id = "nm85.separate_group.private", .kind = ZC_EFFECT_GROUPING, .tracks = NM_DECIDED,
     .when = NM_PRIVATE, .data = PRIVATE_GROUP,
     .text = {.zh = "非公有制人员单独分组、单独评审或专项评审，以工作绩效和创新成果为主要指标。",
              .en = "Private-sector staff are reviewed as a group of their own or in a review of "
                    "their own, mainly by results of work and innovation."}},
    {ZC_ROW, .id = "nm85.separate_group.specialised", .kind = ZC_EFFECT_GROUPING,
     .tracks = NM_DECIDED, .when = "inner_mongolia.enterprise_class != none", .data = PRIVATE_GROUP,
     .shows = "inner_mongolia.enterprise_class",
     .text = {.zh = "“专精特新”中小企业和制造业单项冠军企业人员单独分组、单独评审或专项评审，以工作"
                    "绩效和创新成果为主要指标。",
              .en = "Staff of specialised small and medium enterprises and of single-product "
                    "champions are reviewed as a group of their own or in a review of their own, "
                    "mainly by results of work and innovation."}},
    {ZC_ROW, .id = "nm85.autonomous", .kind = ZC_EFFECT_AUTHORITY, .tracks = "general green",
     .data = "{\"duty_of\": \"committee\", \"limits\": [\"specialty\", \"level\", \"scope\", "
             "\"validity\"], "
             "\"new_committees\": [\"secrecy_engineering\", \"big_data_engineering\", "
             "\"friendship_hospital_inner_mongolia\", \"beijing_tcm_hospital_inner_mongolia\", "
             "\"chifeng_applied_technology_college\"]}",
     .text = {.zh = "自主评审单位只在备案的专业、层级、范围和有效期内评审；本年新增五个评委会。",
              .en = "Units that review by themselves keep to what was filed: specialty, level, "
                    "scope and validity; five committees are new this year."}},
    NEW_COMMITTEE("secrecy_engineering", "series == engineering",
                  "\"set_up_by\": \"regional_secrecy_bureau\", \"specialty\": \"secrecy_systems\", "
                  "\"for\": \"whole_region\"",
                  "工程系列保密系统专业高级职称，由自治区国家保密局组建的评委会评全区的。",
                  "Senior engineers of secrecy systems in the whole region are reviewed by the "
                  "committee of the region's secrecy bureau."),
    NEW_COMMITTEE("big_data_engineering", "series == engineering",
                  "\"set_up_by\": \"regional_data_bureau\", \"specialty\": \"big_data\", \"for\": "
                  "\"whole_region\"",
                  "工程系列大数据专业高级职称，由自治区政务服务与数据管理局组建的评委会评全区的。",
                  "Senior engineers of big data in the whole region are reviewed by the committee "
                  "of the region's government service and data bureau."),
    NEW_COMMITTEE("friendship_hospital_inner_mongolia", "series == health",
                  "\"set_up_by\": \"friendship_hospital_inner_mongolia\", \"excluding\": "
                  "[\"chinese_medicine\", \"mongolian_medicine\", \"pharmacy\"], \"for\": "
                  "\"own_unit\"",
                  "首都医科大学附属北京友谊医院内蒙古自治区人民医院自主评审本单位卫生系列高级职"
                  "称，不含中蒙医和药学。",
                  "Inner Mongolia People's Hospital of Beijing Friendship Hospital reviews its own "
                  "senior health titles, but for Chinese and Mongolian medicine and pharmacy."),
    NEW_COMMITTEE("beijing_tcm_hospital_inner_mongolia", "series == health",
                  "\"set_up_by\": \"beijing_tcm_hospital_inner_mongolia\", \"specialty\": "
                  "\"chinese_medicine\", \"for\": \"own_unit\"",
                  "北京中医医院内蒙古医院自主评审本单位卫生系列中医专业高级职称。",
                  "The Inner Mongolia hospital of Beijing Hospital of Chinese Medicine reviews "
                  "its own senior titles in Chinese medicine."),
    NEW_COMMITTEE("chifeng_applied_technology_college", "series == university_teacher",
                  "\"set_up_by\": \"chifeng_applied_technology_college\", \"for\": \"own_unit\"",
                  "赤峰应用技术职业学院自主评审本单位高校教师高级职称。",
                  "Chifeng College of Applied Technology reviews its own senior titles of "
                  "university teachers."),
    {ZC_ROW, .id = "nm85.entrusted.teacher", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .when = "series in {school_teacher, vocational_teacher, university_teacher} and "
             "(unit_level == province or " NM_PRIVATE ")",
     .data = "{\"committee\": \"entrusted\", \"by\": \"regional_hr_department\", \"with\": "
             "\"regional_education_department\"}",
     .text = {.zh = "自治区直属单位和民办学校的教师，由自治区人社厅商教育厅委托的评委会评审。",
              .en = "Teachers of the region's own units and of private schools are reviewed by a "
                    "committee that the HR department, with that of education, entrusts."}},
    {ZC_ROW, .id = "nm85.entrusted", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"committee\", \"forms\": [\"joint\", \"entrusted\"], \"needs\": "
             "\"approval\"}",
     .text = {.zh = "当年不具备评审条件的，经同意可联合或委托评审。",
              .en = "Who cannot hold a review this year may, with approval, join or entrust "
                    "another committee."}},
};

const zc_chapter nm85_methods = {.clauses = ZC_TABLE(clauses),
                                 .facts = ZC_TABLE(facts),
                                 .words = ZC_TABLE(words),
                                 .rules = ZC_TABLE(rules),
                                 .routes = ZC_TABLE(routes),
                                 .effects = ZC_TABLE(effects)};
