/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of a small plugin that is right. Each folder here holds one that is wrong in one way,
 * and a test says how (tests/host/load_test.c, tests/cases/clauses_test.c,
 * tests/cases/sentences_test.c, tests/analysis/flaws_test.c). */
#ifndef ZC_TESTS_GOOD_H
#define ZC_TESTS_GOOD_H

#include "zhicheng/plugin.h"

#define TEXT .text = {.zh = "一句话。", .en = "A sentence."}

static const zc_document documents[] = {
    {ZC_ROW, .id = "north-2024", .number = "北〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "north.ethics", .document = "north-2024", .clause = "一"},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "north.ethics", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", TEXT},
};
static const zc_chapter good = {.documents = ZC_TABLE(documents),
                                .clauses = ZC_TABLE(clauses),
                                .tracks = ZC_TABLE(tracks),
                                .rules = ZC_TABLE(rules)};

/* The fields of a region whose chapters stand in the array `list`. */
#define REGION(list)                                                                               \
  .name = {.zh = "北区", .en = "North"}, .division = "150000", .chapters = (list),                 \
  .chapter_count = ZC_COUNT(list)

#endif
