/* SPDX-License-Identifier: Apache-2.0 */
/* Shows another symbol than zc_plugin. */
#include "../good.h"

ZC_EXPORT extern int helper;
int helper = 1;
static const zc_chapter *const chapters[] = {&good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
