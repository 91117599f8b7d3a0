/* SPDX-License-Identifier: Apache-2.0 */
/* One rule cannot be analysed: a function of two numbers. */
#include "../good.h"

static zc_value sum_of(const zc_value *arguments, uint32_t count) {
  (void)count;
  return (zc_value){arguments[0].value + arguments[1].value,
                    arguments[0].known & arguments[1].known, 0};
}

static const zc_function functions[] = {
    {ZC_ROW, .name = "north.sum", .reads = "specialty_months township_months", .type = ZC_INT,
     .unit = ZC_MONTH, .min = 0, .max = 2400, .call = sum_of},
};
static const zc_rule more[] = {
    {ZC_ROW, .id = "north.ethics.sum", .kind = ZC_REQUIREMENT, .clauses = "north.ethics",
     .needs = "north.sum >= 60 months", TEXT},
};
static const zc_chapter second = {.functions = ZC_TABLE(functions), .rules = ZC_TABLE(more)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
