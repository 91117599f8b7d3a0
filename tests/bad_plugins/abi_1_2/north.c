/* SPDX-License-Identifier: Apache-2.0 */
/* Right: the tables of abi_1_0 built against plugin.h as it was in ABI 1.2, with one table of that
 * time more. The copy beside it is never changed. */
#include "plugin_1_2.h"

#include "../abi_1_0/north.c"
