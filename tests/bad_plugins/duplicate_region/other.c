/* SPDX-License-Identifier: Apache-2.0 */
/* A second plugin for the region of north.so. */
#include "../good.h"

static const zc_chapter *const chapters[] = {&good};
ZC_PLUGIN("north", "1.1.0", REGION(chapters));
