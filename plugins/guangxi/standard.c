/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 4 (1): what is assessed: weights, education and tenure, papers. */
#include "guangxi.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "gx.weight", .document = "gx-2020-88", .clause = "四（一）1"},
    {ZC_ROW, .id = "gx.edu.deputy", .document = "gx-2020-88", .clause = "四（一）2"},
    {ZC_ROW, .id = "gx.edu.mid", .document = "gx-2020-88", .clause = "四（一）2"},
    {ZC_ROW, .id = "gx.early", .document = "gx-2020-88", .clause = "四（一）2"},
    {ZC_ROW, .id = "gx.no_paper", .document = "gx-2020-88", .clause = "四（一）3"},
    {ZC_ROW, .id = "gx.evidence", .document = "gx-2020-88", .clause = "四（一）3"},
};

/* Their values stand in parameters.ini. */
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "education_relaxed", .type = ZC_BOOL, .keys = "division series level",
     .label = {.zh = "当地放宽最低学历", .en = "the city relaxes the lowest education"}},
    {ZC_ROW, .name = "relaxed_tenure", .type = ZC_INT, .keys = "level",
     .label = {.zh = "放宽学历者须取得下一级职称的年数",
               .en = "years in the title one level below for those with relaxed education"}},
    {ZC_ROW, .name = "early_service", .type = ZC_INT, .keys = "level",
     .label = {.zh = "可提前申报的八县累计工作年数",
               .en = "years of work in the eight counties that let a person apply early"}},
    {ZC_ROW, .name = "early_by", .type = ZC_INT,
     .label = {.zh = "提前申报的年数", .en = "years by which a person may apply early"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "gx.early", .kind = ZC_WAIVER, .tracks = "targeted",
     .when = "target_level in {intermediate, deputy_senior, full_senior}",
     .needs = "pilot_county_months >= years(early_service(target_level))",
     .months = "years(early_by)", .reduces = "*",
     .text = {.zh = "在八县累计工作满{years(early_service)}的，申报中级或高级中这一层级所需年限减"
                    "{years(early_by)}。",
              .en = "{years(early_service)} of work in the eight counties take {years(early_by)} "
                    "off the tenure for this level, intermediate or senior."}},
};

static const zc_line deputy_lines[] = {
    {ZC_ROW, .education = "junior_college", .held = "intermediate",
     .fact = "months_in_current_title", .floor = "years(relaxed_tenure(deputy_senior))"},
};
static const zc_line mid_lines[] = {
    {ZC_ROW, .education = "high_school", .held = "assistant", .fact = "months_in_current_title",
     .floor = "years(relaxed_tenure(intermediate))"},
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "gx.edu.deputy", .rank = ZC_RANK_RELAXED, .tracks = "targeted",
     .when = "target_level == deputy_senior and education_relaxed(deputy_senior)",
     .lines = ZC_TABLE(deputy_lines),
     .text = {.zh = "申报副高级，学历可放宽到大专，但须取得中级职称满{years(relaxed_tenure(deputy_"
                    "senior))}。",
              .en = "For deputy senior a junior college is enough after "
                    "{years(relaxed_tenure(deputy_senior))} as intermediate."}},
    {ZC_ROW, .id = "gx.edu.mid", .rank = ZC_RANK_RELAXED, .tracks = "targeted",
     .when = "target_level == intermediate and education_relaxed(intermediate)",
     .lines = ZC_TABLE(mid_lines),
     .text = {.zh = "申报中级，学历可放宽到高中（含中专、职高、技校），但须取得助理级职称满"
                    "{years(relaxed_tenure(intermediate))}。",
              .en = "For intermediate a high school is enough after "
                    "{years(relaxed_tenure(intermediate))} as assistant."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "gx.weight", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .data = "{\"weights_up\": [\"dedication\", \"achievement\", \"public_recognition\", "
             "\"professional_ability\", \"assessment\", \"grassroots_years\", "
             "\"poverty_relief\"]}",
     .text = {.zh = "评审更看重敬业、实绩、群众认可、专业实践能力、考核、基层年限和脱贫服务。",
              .en = "Dedication, results, public recognition, professional ability, assessments, "
                    "grassroots years and service to poverty relief weigh more in the review."}},
    {ZC_ROW, .id = "gx.evidence", .kind = ZC_EFFECT_EVIDENCE, .tracks = "targeted",
     .when = "target_level <= deputy_senior",
     .data = "{\"kinds\": [\"work_summary\", \"research_topic\", \"school_based_training\", "
             "\"technology_extension\", \"design_scheme\", \"acceptance_report\", "
             "\"innovation\", \"patent\"]}",
     .text =
         {.zh = "副高级及以下可用工作总结、课题、教研、推广、设计、验收、创新或专利材料代替论文。",
          .en = "Up to deputy senior, work summaries, topics, school-based training, "
                "extension, design and acceptance papers, innovations or patents stand in for "
                "published papers."}},
};

static const zc_prohibition prohibitions[] = {
    {ZC_ROW, .id = "gx.no_paper", .tags = "paper project", .tracks = "targeted",
     .when = "target_level <= deputy_senior",
     .text = {.zh = "副高级及以下不得把论文、科研项目作为硬性条件。",
              .en = "Up to deputy senior no paper and no research project may be a condition."}},
};

const zc_chapter gx_standard = {
    .clauses = ZC_TABLE(clauses),
    .parameters = ZC_TABLE(parameters),
    .rules = ZC_TABLE(rules),
    .routes = ZC_TABLE(routes),
    .effects = ZC_TABLE(effects),
    .prohibitions = ZC_TABLE(prohibitions),
};
