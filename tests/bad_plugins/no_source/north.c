/* SPDX-License-Identifier: Apache-2.0 */
/* A parameter with a value in the table that names no source, and one in the file beside it. */
#include "../good.h"

static const zc_parameter_value values[] = {{ZC_ROW, .value = "48"}};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "years_of_service", .type = ZC_INT, .unit = ZC_MONTH, .label = {.zh = "年限"},
     .values = ZC_TABLE(values)},
    {ZC_ROW, .name = "hours", .type = ZC_INT, .unit = ZC_HOUR, .label = {.zh = "学时"}},
};
static const zc_chapter second = {.parameters = ZC_TABLE(parameters)};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
