/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四 (first paragraph), 四（一） and 六（三）: what may be asked of an
 * applicant, and what may not. */
#include "chapters.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "nm85.conditions", .document = "nm-2024-85", .clause = "四",
     .also = "mohrss-40 nm-2023-4"},
    NM85_CLAUSE("nm85.major_mismatch", "四（一）1"),
    NM85_CLAUSE("nm85.edu.parity", "四（一）2"),
    NM85_CLAUSE("nm85.no_restrict", "四（一）3"),
    NM85_CLAUSE("nm85.no_extra_proof", "四（一）4"),
    NM85_CLAUSE("nm85.no_four_only", "六（三）"),
    NM85_CLAUSE("nm85.indicators", "六（三）1"),
    NM85_CLAUSE("nm85.no_paper_practice", "六（三）2"),
    NM85_CLAUSE("nm85.representative", "六（三）3"),
    NM85_CLAUSE("nm85.transfer_staff", "六（三）4"),
};

/* Full-time and other studies count alike because no rule asks which they were. */
static const zc_derivation derivations[] = {
    {ZC_ROW, .fact = "education",
     .value = "max(education, if technician_class == preparatory_technician then bachelor "
              "else if technician_class == senior_worker then junior_college "
              "else if technician_class == intermediate_worker then high_school else none)",
     .clause = "nm85.edu.parity"},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.conditions", .kind = ZC_REQUIREMENT, .tracks = NM_DECIDED,
     .needs = "performance_conditions_met",
     .text = {.zh = "符合自治区本系列（专业）的职称评审条件。",
              .en = "The region's conditions for titles of the series are met."}},
    {ZC_ROW, .id = "nm85.major_mismatch", .kind = ZC_REQUIREMENT, .tracks = NM_DECIDED,
     .when = "series_safety_critical", .needs = "major_matches_post",
     .text = {.zh = "涉及公共安全或人身健康的专业，所学须与所从事的一致；其他专业不看。",
              .en = "Where public safety or health is at stake, studies match the post; elsewhere "
                    "this is not looked at."}},
};

static const zc_prohibition prohibitions[] = {
    {ZC_ROW, .id = "nm85.no_restrict", .tags = "project funding award journal_tier honour",
     .text = {.zh = "项目、经费、获奖、期刊层次、头衔不得成为限制条件。",
              .en = "Projects, funds, awards, journal tiers and honours may not be a condition."}},
    {ZC_ROW, .id = "nm85.no_four_only", .tags = "paper award honour",
     .text = {.zh = "不得只凭论文、奖项或头衔取人。",
              .en = "No rule may turn on papers, awards or honours alone."}},
    {ZC_ROW, .id = "nm85.no_paper_practice", .tags = "paper",
     .when = "series in {health, engineering, arts, school_teacher}",
     .text = {.zh = "卫生、工程、艺术、中小学教师不得以论文数量或影响因子为硬条件。",
              .en = "Health, engineering, arts and school teaching may not be bound to numbers of "
                    "papers or impact factors."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.no_extra_proof", .kind = ZC_EFFECT_NOTICE,
     .data = "{\"means\": [\"statutory_certificate\", \"written_commitment\", "
             "\"internal_check\", \"online_check\"], \"not_to_be_asked\": [\"further_proof\"]}",
     .text = {.zh = "凭证照、书面承诺、部门核查或网络核验能办的，不再向申报人要别的证明。",
              .en = "What licences, written commitments, checks between offices or online checks "
                    "can settle needs no further proof from the applicant."}},
    {ZC_ROW, .id = "nm85.major_mismatch.notice", .kind = ZC_EFFECT_NOTICE, .tracks = NM_DECIDED,
     .when = "not series_safety_critical",
     .text = {.zh = "专业与所学不一致的，按本人长期从事的专业申报；专业要求见评委会年度通知。",
              .en = "Whose studies differ from the post applies in the field of long work; the "
                    "committee's notice says which fields it takes."}},
    {ZC_ROW, .id = "nm85.indicators", .kind = ZC_EFFECT_METHOD, .tracks = NM_DECIDED,
     .data = "{\"indicators\": [\"conduct\", \"professional_ethics\", \"ability\", "
             "\"technical_level\", \"academic_influence\", \"innovation\", "
             "\"advice_to_decisions\", \"training_of_others\", \"public_service\"]}",
     .text = {.zh = "从品德、能力、业绩等多个方面评价，不只看论文、学历、奖项和头衔。",
              .en = "Conduct, ability and results are judged from many sides, not by papers, "
                    "education, awards and honours alone."}},
    {ZC_ROW, .id = "nm85.indicators.pilot", .kind = ZC_EFFECT_EVIDENCE, .tracks = NM_DECIDED,
     .data = "{\"kinds\": [\"pilot_scale_result\"], \"at_discretion_of\": \"committee\"}",
     .text = {.zh = "有关评委会可探索把中试成果纳入评价指标。",
              .en = "Committees concerned may try out counting pilot-scale results."}},
    {ZC_ROW, .id = "nm85.no_paper_practice.research", .kind = ZC_EFFECT_METHOD,
     .tracks = NM_DECIDED, .when = "series == research",
     .data = "{\"focus\": [\"original_contribution\", \"academic_influence\", "
             "\"research_ability\"]}",
     .text = {.zh = "研究系列重创新成果和高质量论文，看原创贡献、影响力和研究能力，淡化篇数。",
              .en = "Research is judged by new results and papers of quality: original "
                    "contribution, influence and ability, with less weight on numbers."}},
    {ZC_ROW, .id = "nm85.representative", .kind = ZC_EFFECT_EVIDENCE, .tracks = NM_DECIDED,
     .data = "{\"kinds\": [\"standard\", \"technology_extension\", \"technical_solution\", "
             "\"breakthrough\", \"patent\", \"technology_transfer\", \"theory_article\", "
             "\"think_tank_result\", \"literary_or_artistic_work\", \"lesson_plan\", "
             "\"medical_record\"]}",
     .text = {.zh = "可提交代表性成果，如标准、推广、方案、专利、转化、作品、教案或病历。",
              .en = "Representative achievements count: standards, extension, solutions, patents, "
                    "transfer, works, lesson plans, medical records and the like."}},
    {ZC_ROW, .id = "nm85.transfer_staff", .kind = ZC_EFFECT_EVIDENCE, .tracks = NM_DECIDED,
     .when = "series in {university_teacher, research} or autonomous_review_unit",
     .data = "{\"kinds\": [\"technology_transfer\"]}",
     .text = {.zh = "专利转化的效益是重要指标，从事转化的人员同等对待。",
              .en = "What patents yield in use weighs much, and transfer staff are treated as "
                    "equals."}},
};

const zc_chapter nm85_limits = {.clauses = ZC_TABLE(clauses),
                                .derivations = ZC_TABLE(derivations),
                                .rules = ZC_TABLE(rules),
                                .prohibitions = ZC_TABLE(prohibitions),
                                .effects = ZC_TABLE(effects)};
