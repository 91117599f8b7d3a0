/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin that is right, with the national rows and no conversion of its own. It has no cases. */
#include "../good.h"
#include "zhicheng/baseline.h"

static const zc_chapter *const chapters[] = {&zc_baseline, &good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
