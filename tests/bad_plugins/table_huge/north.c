/* SPDX-License-Identifier: Apache-2.0 */
/* Tables that are huge together: one table in a thousand chapters. */
#include "../good.h"

static const zc_effect effects[4096];
#define LIST(c) &c, &c, &c, &c, &c, &c, &c, &c
static const zc_chapter many = {.effects = ZC_TABLE(effects)};
static const zc_chapter *const chapters[] = {LIST(many), LIST(many), LIST(many),
                                             LIST(many), LIST(many), &good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
