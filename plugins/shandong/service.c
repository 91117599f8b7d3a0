/* SPDX-License-Identifier: Apache-2.0 */
/* 省五: learning before promotion, and those who go down to the townships. */
#include "chapters.h"
#include "zhicheng/baseline.h"

static const zc_clause clauses[] = {
    SD_CLAUSE("sd.must_learn", "省五（一）"),     SD_CLAUSE("sd.rural_hire", "省五（二）"),
    SD_CLAUSE("sd.exam_tolerance", "省五（二）"), SD_CLAUSE("sd.exchange_down", "省五（二）"),
    SD_CLAUSE("sd.doctor", "省五（二）"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "flow_years", .type = ZC_INT,
     .label = {.zh = "乡镇直聘人员可流动的年限",
               .en = "Years in a township before one may move on in the same post"}},
    {ZC_ROW, .name = "exam_tolerance", .type = ZC_INT, .unit = ZC_POINT,
     .label = {.zh = "竞聘可低于国家合格线的分数",
               .en = "Points below the national pass mark with which one may compete"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.must_learn", .kind = ZC_REQUIREMENT,
     .when = SD_SENIOR " and unit_in_catalog", .needs = "specialty_training",
     .text = {.zh = "基层人员申报高级前，受过本专业的学习培训。",
              .en = "Grassroots staff have trained in their specialty before a senior title."}},
};

static const zc_line education_lines[] = {ZC_BASELINE_EDUCATION_LINES};
static const zc_route routes[] = {
    {ZC_ROW, .id = "sd.exchange_down", .rank = ZC_RANK_RELAXED, .lines = ZC_TABLE(education_lines),
     .needs = "exchanged_to_township and on_professional_post and " SD_TOWNSHIP,
     .waives = "sd.ratio sd.validity",
     .text = {.zh = "县级以上单位交流到乡镇专业技术岗位的人员直接申报，不看年限、级别和岗位比例，"
                    "学历要求不变。",
              .en = "Whoever is sent from a county or higher unit to a professional post in a "
                    "township applies without tenure, level step or post quota; education "
                    "stays."}},
    {ZC_ROW, .id = "sd.doctor", .rank = ZC_RANK_RELAXED, .when = "target_level == full_senior",
     .needs = "(education >= doctor or degree >= doctor) and " SD_TOWNSHIP
              " and outstanding_performance",
     .waives = "sd.validity",
     .text = {.zh = "乡镇一线业绩突出的博士直报正高级，不看年限和资历。",
              .en = "A doctor with outstanding work in a township goes straight for full "
                    "senior."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.must_learn.courses", .kind = ZC_EFFECT_PREFERENCE, .when = "unit_in_catalog",
     .data = "{\"given_by\": [\"higher_units\", \"universities\", "
             "\"continuing_education_bases\"], \"ways\": [\"online\", \"on_site\"]}",
     .text = {.zh = "鼓励参加上级单位、高校和继续教育基地的线上线下培训。",
              .en = "Courses of higher units, universities and training bases, online or not, are "
                    "encouraged."}},
    {ZC_ROW, .id = "sd.exchange_down", .kind = ZC_EFFECT_OBLIGATION,
     .when = "exchanged_to_township and on_professional_post and " SD_TOWNSHIP,
     .data = "{\"service_months\": 60}",
     .text = {.zh = "凭交流取得职称的，在乡镇服务不少于五年。",
              .en = "Whoever gains the title this way serves at least five years."}},
    {ZC_ROW, .id = "sd.rural_hire", .kind = ZC_EFFECT_POST, .questions = ZC_CONVERT,
     .when = "purpose == employ and not unit_in_catalog and " ZC_DESTINATION_GIVEN " and "
             "destination_unit_level in {township, village} and not destination_in_subdistrict and "
             "destination_unit_nature == public_institution and "
             "(education >= master or held_title_level >= deputy_senior) and "
             "urgently_needed_voluntary",
     .data = "{\"tiers_up\": 1, \"special_post_if_full\": true, \"free_to_move_after_months\": 60}",
     .text = {.zh = "可直接聘到上一层岗位，没有空岗的用特设岗位；满{years(flow_years)}"
                    "且合格后可按现岗流动。",
              .en = "Employment one tier up, on a special post if none is free; after "
                    "{years(flow_years)} "
                    "with good assessments one may move on in that post."}},
    {ZC_ROW, .id = "sd.rural_hire.flow", .kind = ZC_EFFECT_POST, .questions = ZC_CONVERT,
     .when = "purpose in {move, employ} and " SD_TOWNSHIP_INSTITUTION
             " and urgently_needed_voluntary and "
             "(education >= master or held_title_level >= deputy_senior) and "
             "township_months >= years(flow_years) and annual_assessment_passed",
     .shows = "township_months",
     .text =
         {.zh = "在乡镇已满{years(flow_years)}且考核合格，可按现聘岗位流动。",
          .en = "{years(flow_years)} in the township with good assessments: free to move on in the "
                "present post."}},
    /* `assess` asks nothing of the use of a title: what is told of it belongs to `convert`. */
    {ZC_ROW, .id = "sd.exam_tolerance", .kind = ZC_EFFECT_POST, .questions = ZC_ASSESS | ZC_CONVERT,
     .when = "series_exam_mode == exam_only and worst_subject_gap <= exam_tolerance and "
             "post_conditions_met and (purpose == employ and (if " ZC_DESTINATION_GIVEN
             " then destination_in_catalog else unit_in_catalog) or "
             "not given(purpose) and not exam_passed and unit_in_catalog)",
     .shows = "worst_subject_gap",
     .text =
         {.zh = "各科低于国家合格线不超过{exam_tolerance}的，可参加竞争聘用。",
          .en = "With no subject more than {exam_tolerance} below the national pass mark, one may "
                "compete for the post."}},
};

const zc_chapter sd_service = {.clauses = ZC_TABLE(clauses),
                               .parameters = ZC_TABLE(parameters),
                               .rules = ZC_TABLE(rules),
                               .routes = ZC_TABLE(routes),
                               .effects = ZC_TABLE(effects)};
