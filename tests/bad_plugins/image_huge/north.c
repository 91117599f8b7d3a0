/* SPDX-License-Identifier: Apache-2.0 */
/* More data than any plugin needs. */
#include "../good.h"

static zc_effect effects[1 << 20];
static const zc_chapter many = {.effects = {effects, 1 << 20, sizeof effects[0]}};
static const zc_chapter *const chapters[] = {&good, &many};
ZC_PLUGIN("north", "1.0.0", REGION(chapters));
