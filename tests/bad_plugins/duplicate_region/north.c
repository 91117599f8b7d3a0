/* SPDX-License-Identifier: Apache-2.0 */
/* Right in every way: the neighbour that the other file repeats. */
#include "../good.h"

static const zc_chapter *const chapters[] = {&good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
