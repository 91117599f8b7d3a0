/* SPDX-License-Identifier: Apache-2.0 */
/* A table that is said to be longer than it is. */
#include "../good.h"

static const zc_chapter second = {.effects = {rules, 60000, sizeof(zc_effect)}};
static const zc_chapter *const chapters[] = {&good, &second};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
