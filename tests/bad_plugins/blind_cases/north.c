/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin that is right. Its cases are in tests/testing/mutate_test.c and coverage_test.c, and do
 * not see all of it. */
#include "../good.h"

static const zc_rule tenure[] = {
    {ZC_ROW, .id = "north.tenure", .kind = ZC_REQUIREMENT, .clauses = "north.ethics",
     .when = "target_level >= intermediate", .needs = "months_in_current_title >= 48",
     .text = {.zh = "申报中级以上须任现职满四年。", .en = "Four years in the present title."}},
    /* The second half says less than the first: a change of its number changes nothing. */
    {ZC_ROW, .id = "north.work", .kind = ZC_REQUIREMENT, .clauses = "north.ethics",
     .needs = "specialty_months >= 24 months and specialty_months >= 12",
     .text = {.zh = "须从事本专业满两年。", .en = "Two years in the specialty."}},
};
static const zc_acceptance acceptances[] = {
    {ZC_ROW, .rule = "north.ethics", .finding = "mutant:flags: nothing -> ZC_BINDS_ALWAYS",
     .reason = {.zh = "仅供试验。"}},
};
static const zc_chapter second = {.rules = ZC_TABLE(tenure), .acceptances = ZC_TABLE(acceptances)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
