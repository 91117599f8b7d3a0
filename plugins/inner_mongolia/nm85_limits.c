/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四（一） and 六（三）: what may be asked of an applicant, and what may
 * not. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.major_mismatch", "四（一）1"),
    NM85_CLAUSE("nm85.edu.parity", "四（一）2"),
    NM85_CLAUSE("nm85.no_restrict", "四（一）3"),
    NM85_CLAUSE("nm85.no_extra_proof", "四（一）4"),
    NM85_CLAUSE("nm85.no_four_only", "六（三）1"),
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
     .data = "{\"not_to_be_asked\": [\"statutory_certificate\", \"written_commitment\", "
             "\"internal_check\", \"online_check\"]}",
     .text = {.zh = "机关自己能核实的，不再向申报人要证明。",
              .en = "What the offices can verify themselves is not asked of the applicant."}},
    {ZC_ROW, .id = "nm85.representative", .kind = ZC_EFFECT_EVIDENCE, .tracks = NM_DECIDED,
     .data = "{\"kinds\": [\"standard\", \"technology_extension\", \"technical_solution\", "
             "\"breakthrough\", \"patent\", \"technology_transfer\", \"theory_article\", "
             "\"think_tank_result\", \"literary_or_artistic_work\", \"lesson_plan\", "
             "\"medical_record\"]}",
     .text = {.zh = "可提交代表性成果，如标准、推广、方案、专利、转化、作品、教案或病历。",
              .en = "Representative achievements count: standards, extension, solutions, patents, "
                    "transfer, works, lesson plans, medical records and the like."}},
    {ZC_ROW, .id = "nm85.transfer_staff", .kind = ZC_EFFECT_EVIDENCE, .tracks = NM_DECIDED,
     .when = "series in {university_teacher, research}",
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
