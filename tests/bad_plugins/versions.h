/* SPDX-License-Identifier: Apache-2.0 */
/* Two versions of one region, both of them right: what lies between them is told by
 * tests/compare/diff_test.c. The file that includes this defines NEWER (0 or 1) and VERSION. */
#ifndef ZC_TESTS_VERSIONS_H
#define ZC_TESTS_VERSIONS_H

#include "zhicheng/plugin.h"

#define TEXT .text = {.zh = "一句话。", .en = "A sentence."}

static const zc_document documents[] = {
    {ZC_ROW, .id = "north-2024", .number = "北〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "north.clause", .document = "north-2024", .clause = "一"},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};

static const zc_parameter_value years[] = {
    {ZC_ROW, .value = NEWER ? "4" : "5", .source = "北〔2024〕1号 一"},
};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "tenure_years", .type = ZC_INT, .label = {.zh = "年数", .en = "years"},
     .values = ZC_TABLE(years)},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "north.ethics", .kind = ZC_REQUIREMENT, .clauses = "north.clause",
     .needs = "ethics_passed",
     .text = {.zh = "一句话。", .en = NEWER ? "Another sentence." : "A sentence."}},
    {ZC_ROW, .id = "north.hours", .kind = ZC_REQUIREMENT, .clauses = "north.clause",
     .needs = NEWER ? "continuing_education_hours >= 90" : "continuing_education_hours >= 72",
     TEXT},
    {ZC_ROW, .id = "north.later", .kind = ZC_REQUIREMENT, .clauses = "north.clause",
     .from = "2025-01-01", .needs = "annual_assessment_passed", TEXT},
#if NEWER
    /* Whoever fails this fails north.ethics, too. */
    {ZC_ROW, .id = "north.again", .kind = ZC_REQUIREMENT, .clauses = "north.clause",
     .needs = "ethics_passed or ethics_outstanding and hardship_area and ethics_passed", TEXT},
#else
    {ZC_ROW, .id = "north.gone", .kind = ZC_REQUIREMENT, .clauses = "north.clause",
     .needs = "employer_assessed", TEXT},
#endif
};

static const zc_line lines[] = {
    {ZC_ROW, .target = "intermediate", .education = "bachelor", .held = "assistant",
     .fact = "months_in_current_title", .floor = "years(tenure_years)"},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "north.tenure", .rank = ZC_RANK_BASELINE, .clauses = "north.clause",
     .lines = ZC_TABLE(lines), TEXT},
};

static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .parameters = ZC_TABLE(parameters),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .routes = ZC_TABLE(routes)};
static const zc_chapter *const chapters[] = {&chapter};
ZC_PLUGIN("north", VERSION, .name = {.zh = "北区", .en = "North"}, .division = "150000",
          .chapters = chapters, .chapter_count = ZC_COUNT(chapters));

#endif
