/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社发〔2022〕55号 二（二）（三）: what the targeted review looks at, and what it may not ask.
 */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM55_CLAUSE("nm55.ethics", "二（二）1"),
    NM55_CLAUSE("nm55.relax", "二（三）"),
    NM55_CLAUSE("nm55.no_paper_floor", "二（三）"),
    NM55_CLAUSE("nm55.evidence.common", "二（三）"),
    NM55_CLAUSE("nm55.evidence.teacher", "二（三）"),
    NM55_CLAUSE("nm55.no_pass_rate", "二（三）"),
    NM55_CLAUSE("nm55.prefer.teacher_ethics", "二（三）"),
    NM55_CLAUSE("nm55.evidence.agri_forest_water", "二（三）"),
    NM55_CLAUSE("nm55.evidence.wulanmuqi", "二（三）"),
    NM55_CLAUSE("nm55.evidence.heritage", "二（三）"),
    NM55_CLAUSE("nm55.prefer.field_archaeology", "二（三）"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "field_archaeology_years", .type = ZC_INT, .keys = "division",
     .label = {.zh = "长期田野考古的年限", .en = "Years that make field archaeology long"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm55.ethics", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .needs = "ethics_passed",
     .text = {.zh = "品德考察合格；单位以个人述职、民意调查等方式考察。",
              .en = "Conduct was found good; the unit looks into it by a debriefing and an opinion "
                    "survey."}},
};

static const zc_prohibition prohibitions[] = {
    {ZC_ROW, .id = "nm55.no_paper_floor", .tags = "paper project", .tracks = "targeted",
     .text = {.zh = "论文和科研项目不得成为硬条件。",
              .en = "Papers and research projects may not be a condition."}},
    {ZC_ROW, .id = "nm55.no_pass_rate", .tags = "pass_rate", .tracks = "targeted",
     .text = {.zh = "不得简单以升学率、学生成绩和其他不合理条件评价教师。",
              .en = "Teachers may not be judged simply by admission rates, pupils' scores or other "
                    "unreasonable conditions."}},
};

#define NM_AGRI_FOREST_WATER                                                                       \
  "(series == agriculture or series == engineering and post_field in {forestry_grassland, water})"

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm55.relax", .kind = ZC_EFFECT_NOTICE, .tracks = "targeted",
     .text = {.zh = "学历和任职年限按盟市适当放宽的标准；盟市未另定的，按通行标准。",
              .en = "Education and tenure follow the prefecture's standard, which may be easier, "
                    "or the national practice where it has set none."}},
    {ZC_ROW, .id = "nm55.relax.weight", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .data = "{\"weigh_more\": [\"practice\", \"results_of_work\", \"years_of_work\"]}",
     .text = {.zh = "评审更看重履职实践能力、工作业绩和工作年限，不唯学历、论文。",
              .en = "Practice, results and years of work weigh more in the review than education "
                    "and papers."}},
    {ZC_ROW, .id = "nm55.evidence.common", .kind = ZC_EFFECT_EVIDENCE, .tracks = "targeted",
     .data = "{\"kinds\": [\"work_summary\", \"lesson_plan\", \"medical_record\", "
             "\"technology_extension\", \"project_scheme\", \"patent\"]}",
     .text = {.zh = "可提交总结、教案、病历、推广材料、工程方案或专利，以代替论文。",
              .en = "Summaries, lesson plans, medical records, extension work, project schemes or "
                    "patents may stand in for papers."}},
    {ZC_ROW, .id = "nm55.evidence.teacher", .kind = ZC_EFFECT_EVIDENCE, .tracks = "targeted",
     .when = NM_TEACHER,
     .data = "{\"kinds\": [\"research_report\", \"teaching_experience_summary\", "
             "\"lesson_plan\"]}",
     .text = {.zh = "教师可提交研究报告、教学经验总结或教案。",
              .en = "Teachers may hand in research reports, summaries of teaching experience or "
                    "lesson plans."}},
    {ZC_ROW, .id = "nm55.evidence.teacher.focus", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .when = NM_TEACHER,
     .data = "{\"weigh_more\": [\"teaching_load\", \"teaching_quality\", \"class_teacher\"]}",
     .text = {.zh = "教师以师德为先，看教书育人业绩和一线教学；更看重工作量、质量和班主任等工作。",
              .en = "Teachers are judged by conduct first, then by teaching in class; load, "
                    "quality and work as a class teacher weigh more."}},
    {ZC_ROW, .id = "nm55.prefer.teacher_ethics", .kind = ZC_EFFECT_PREFERENCE, .tracks = "targeted",
     .when = NM_TEACHER " and ethics_outstanding",
     .text = {.zh = "师德突出的教师在条件相同时优先推荐。",
              .en = "Between equals, a teacher of outstanding conduct is recommended first."}},
    {ZC_ROW, .id = "nm55.evidence.agri_forest_water", .kind = ZC_EFFECT_EVIDENCE,
     .tracks = "targeted", .when = NM_AGRI_FOREST_WATER,
     .data = "{\"kinds\": [\"patent\", \"standard\", \"test_report\", \"project_report\", "
             "\"training_material\", \"extension_plan\", \"survey_report\"]}",
     .text = {.zh = "农牧、林草、水利人员可提交专利、标准、检测和项目报告、教材、规划或调研报告。",
              .en = "In agriculture, forestry and water, patents, standards, test and project "
                    "reports, training material, plans and surveys count."}},
    {ZC_ROW, .id = "nm55.evidence.agri_forest_water.focus", .kind = ZC_EFFECT_METHOD,
     .tracks = "targeted", .when = NM_AGRI_FOREST_WATER,
     .data = "{\"focus\": [\"knowledge\", \"technology_extension\", \"new_models\", "
             "\"examples_fostered\", \"consulting\", \"problem_solving\"]}",
     .text =
         {.zh =
              "农牧、林草、水利人员看专业知识、推广转化、模式创新、培育典型、咨询和解决技术问题。",
          .en = "In agriculture, forestry and water, knowledge, extension, new models, "
                "consulting and problems solved are looked at."}},
    {ZC_ROW, .id = "nm55.evidence.wulanmuqi", .kind = ZC_EFFECT_EVIDENCE, .tracks = "targeted",
     .when = "series == arts and unit_kind == wulanmuqi",
     .data = "{\"kinds\": [\"representative_work\", \"public_performances\", "
             "\"community_training\"], \"award_level_may_be_lowered\": true}",
     .text = {.zh = "乌兰牧骑人员可提交代表作、公益演出和辅导群众的成果，奖项层级可放低。",
              .en = "Wulanmuqi artists may hand in representative works, public performances and "
                    "community training; lower awards will do."}},
    {ZC_ROW, .id = "nm55.evidence.wulanmuqi.focus", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .when = "series == arts and unit_kind == wulanmuqi",
     .data = "{\"focus\": [\"many_skills\", \"work_for_the_people\", \"coaching\", "
             "\"heritage_of_culture\", \"new_forms\"]}",
     .text =
         {.zh = "乌兰牧骑人员看一专多能、面向基层的实践，以及辅导群众、传承文化和创新形式的能力。",
          .en = "Wulanmuqi artists are judged by many skills, work for the people, coaching, "
                "care of tradition and new forms."}},
    {ZC_ROW, .id = "nm55.evidence.heritage", .kind = ZC_EFFECT_EVIDENCE, .tracks = "targeted",
     .when = "series == cultural_heritage",
     .data = "{\"kinds\": [\"project_report\", \"research_report\", \"technical_report\", "
             "\"exhibition_plan\", \"conservation_plan\", \"planning\", \"design\", "
             "\"collection_report\", \"appraisal_report\", \"evaluation_report\", "
             "\"creative_product\", \"extension_plan\", \"training_material\", "
             "\"education_plan\", \"survey_report\", \"restored_relics\", \"guide_script\"]}",
     .text = {.zh = "文博人员可提交项目、研究、技术报告，已实施的策展、修复、规划、设计，征集鉴定评"
                    "估，文创，教材，活动方案或讲解词等。",
              .en = "Heritage staff may hand in project, research and technical reports, "
                    "exhibitions, conservation, plans and designs carried out, collecting, "
                    "appraisal and evaluation, products, teaching material or guide scripts."}},
    {ZC_ROW, .id = "nm55.evidence.heritage.focus", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .when = "series == cultural_heritage",
     .data = "{\"focus\": [\"practice\", \"knowledge\", \"protection\", \"use_of_research\", "
             "\"exhibition\", \"education\"]}",
     .text = {.zh = "文博人员看一线实践、专业素养，以及保护、转化、展览和宣传教育的操作能力。",
              .en = "Heritage staff are judged by practice, knowledge, and skill in protection, "
                    "use of research, exhibition and education."}},
    {ZC_ROW, .id = "nm55.prefer.field_archaeology", .kind = ZC_EFFECT_PREFERENCE,
     .tracks = "targeted",
     .when = "series == cultural_heritage and hardship_area and "
             "field_archaeology_months >= years(field_archaeology_years)",
     .shows = "field_archaeology_months",
     .text = {.zh = "长期（{years(field_archaeology_years)}以上）在艰苦边远地区从事田野考古的，优先"
                    "考虑。",
              .en = "Long field archaeology in hardship areas, {years(field_archaeology_years)} or "
                    "more, is given preference."}},
};

const zc_chapter nm55_evaluation = {.clauses = ZC_TABLE(clauses),
                                    .parameters = ZC_TABLE(parameters),
                                    .rules = ZC_TABLE(rules),
                                    .prohibitions = ZC_TABLE(prohibitions),
                                    .effects = ZC_TABLE(effects)};
