/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that would steer the terminal on which they are shown. */
#include "../deed.h"

static const zc_rule steering[] = {
    {ZC_ROW, .id = "north.ethics.red", .kind = ZC_REQUIREMENT,
     .needs = "months_in_current_title >= 3 months", .text = {.zh = "甲\033[31m乙"}},
    {ZC_ROW, .id = "north.ethics.turned", .kind = ZC_REQUIREMENT,
     .needs = "months_in_current_title >= 4 months",
     .text = {.zh = "甲\u202e乙", .en = "two\nlines"}},
};
static const zc_chapter more = {.rules = ZC_TABLE(steering)};
static const zc_chapter *const chapters[] = {&good, &more};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
