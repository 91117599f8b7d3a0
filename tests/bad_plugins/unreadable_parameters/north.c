/* SPDX-License-Identifier: Apache-2.0 */
/* Right, but parameters.ini is no text that can be read. */
#include "../good.h"

static const zc_chapter *const chapters[] = {&good};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
