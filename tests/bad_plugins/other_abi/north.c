/* SPDX-License-Identifier: Apache-2.0 */
/* Built against a header of the next major ABI. */
#include "../good.h"
#undef ZC_ABI_MAJOR
#define ZC_ABI_MAJOR 2u

static const zc_chapter *const chapters[] = {&good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
