/* SPDX-License-Identifier: Apache-2.0 */
/* Built against a header of a later minor ABI than this host knows. */
#include "../good.h"
#undef ZC_ABI_MINOR
#define ZC_ABI_MINOR 99u

static const zc_chapter *const chapters[] = {&good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
