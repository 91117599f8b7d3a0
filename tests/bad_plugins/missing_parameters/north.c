/* SPDX-License-Identifier: Apache-2.0 */
/* Right, but without the parameters.ini that belongs beside it. */
#include "../good.h"

static const zc_chapter *const chapters[] = {&good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
