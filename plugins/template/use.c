/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 5: what a targeted title is worth, and what goes with an answer. */
#include "template.h"
#include "zhicheng/baseline.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "template.valid", .document = "template-2024-1", .clause = "十三"},
    {ZC_ROW, .id = "template.service", .document = "template-2024-1", .clause = "十四"},
};

/* For `zhicheng convert`: rows are read from the top, the first whose `when` holds answers `kept`
 * where `keeps` holds and `otherwise` where not. The rows of the national practice stand before
 * them, so that here a targeted title of this region is at hand. Together the rows cover every
 * purpose. An id without a clause is "<region>.<name>", and says why. What the rows
 * for `zhicheng unit` answer has a name, so that both say the same of a unit. */
static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "template.valid", .when = "purpose in {stay, apply_higher}",
     .keeps = "unit_is_grassroots", .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {.zh = "定向职称在两县的基层单位有效。",
              .en = "A targeted title is valid at the grassroots of the two counties."}},
    {ZC_ROW, .id = "template.valid.move", .when = "purpose in {move, employ}",
     .keeps = "if purpose == employ and not " ZC_DESTINATION_GIVEN
              " then unit_is_grassroots else destination_is_grassroots",
     .kept = ZC_VALID, .otherwise = ZC_REASSESS,
     .text = {.zh = "在两县的基层单位之间流动、聘任继续有效；到其他地方须重新评审。",
              .en = "It stays valid for moves and posts at the grassroots of the two counties."}},
    {ZC_ROW, .id = "template.exchange", .when = "purpose == exchange", .otherwise = ZC_REFUSED,
     .text = {.zh = "没有把定向职称换发为通用职称的规定。",
              .en = "There is no rule by which a targeted title is exchanged for a general one."}},
};

/* Effects go with an answer and never decide it. */
static const zc_effect effects[] = {
    {ZC_ROW, .id = "template.valid.certificate", .kind = ZC_EFFECT_CERTIFICATE,
     .tracks = "targeted", .data = "{\"scope\": [\"510121\", \"510129\"]}",
     .text = {.zh = "证书注明定向评价和有效范围。",
              .en = "The certificate says that the title is targeted, and where it is valid."}},
    {ZC_ROW, .id = "template.service.preference", .kind = ZC_EFFECT_PREFERENCE,
     .tracks = "targeted", .when = "unit_level == village",
     .text = {.zh = "在村任职的，同等条件下优先聘任。",
              .en = "With equal merit those who work in villages are employed first."}},
    {ZC_ROW, .id = "template.service.obligation", .kind = ZC_EFFECT_OBLIGATION,
     .tracks = "targeted", .when = "target_level >= deputy_senior", .data = "{\"years\": 5}",
     .text = {.zh = "取得高级职称后应在基层服务满五年。",
              .en = "Holders of a senior title serve at the grassroots for five years."}},
    {ZC_ROW, .id = "template.service.evidence", .kind = ZC_EFFECT_EVIDENCE, .tracks = "targeted",
     .data = "{\"kinds\": [\"work_summary\", \"case_report\"]}",
     .text = {.zh = "可用工作总结、案例报告代替论文。",
              .en = "Work summaries and case reports stand in for papers."}},
};

const zc_chapter template_use = {
    .clauses = ZC_TABLE(clauses),
    .conversions = ZC_TABLE(conversions),
    .effects = ZC_TABLE(effects),
};
