/* SPDX-License-Identifier: Apache-2.0 */
/* 省三 and 市五: what the grassroots review looks at, and what it may not ask. */
#include "chapters.h"

static const zc_clause clauses[] = {
    SD_CLAUSE("sd.no_paper", "省三"),
    SD_CLAUSE("sd.evidence", "省三"),
    SD_CLAUSE_BOTH("sd.ethics", "省三", "市五"),
    SD_CLAUSE_BOTH("sd.methods", "省三", "市五"),
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.ethics", .kind = ZC_REQUIREMENT, .tracks = "targeted",
     .needs = "ethics_passed",
     .text = {.zh = "品德考察合格；急难任务中的表现和群众满意度一并评价。",
              .en = "Conduct was found good; what was done in emergencies and how content people "
                    "are is judged with it."}},
};

static const zc_prohibition prohibitions[] = {
    {ZC_ROW, .id = "sd.no_paper", .tags = "paper project", .tracks = "targeted",
     .text = {.zh = "论文和科研成果不得成为硬条件。",
              .en = "Papers and research may not be a condition."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.ethics.weight", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .data = "{\"weights_up\": [\"workload\", \"achievement\", \"professional_ability\", "
             "\"grassroots_years\"], \"looks_at\": [\"dedication\", \"crisis_performance\", "
             "\"long_contribution\", \"economic_and_social_benefit\", "
             "\"public_satisfaction\"]}",
     .text =
         {.zh = "评审更看重工作量、实绩、业务能力和基层年限，并看奉献、急难任务中的表现、长期贡献、"
                "效益和群众满意度。",
          .en = "Workload, results, ability and grassroots years weigh more; dedication, work "
                "in emergencies, long service, benefit and content people are looked at."}},
    {ZC_ROW, .id = "sd.evidence", .kind = ZC_EFFECT_EVIDENCE, .tracks = "targeted",
     .data = "{\"kinds\": [\"work_summary\", \"lesson_plan\", \"case_analysis\", "
             "\"technology_extension\", \"project_scheme\"]}",
     .text = {.zh = "可提交工作总结、教案、病案分析、推广总结或工程方案供评审参考。",
              .en = "Work summaries, lesson plans, case analyses, extension summaries and project "
                    "schemes are considered."}},
    {ZC_ROW, .id = "sd.methods", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .data = "{\"methods\": [\"achievement_display\", \"test_or_defence\", "
             "\"overall_appraisal\"]}",
     .text = {.zh = "评审可用业绩展示、测试答辩、综合评议等方式。",
              .en = "Ways of review are display of achievements, tests or defence, and overall "
                    "appraisal."}},
};

const zc_chapter sd_evaluation = {.clauses = ZC_TABLE(clauses),
                                  .rules = ZC_TABLE(rules),
                                  .prohibitions = ZC_TABLE(prohibitions),
                                  .effects = ZC_TABLE(effects)};
