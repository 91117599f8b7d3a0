/* SPDX-License-Identifier: Apache-2.0 */
/* Right: the tables of abi_1_0 built against today's header, which comes first and keeps the frozen
 * one out. Both must give the same answers. */
#include "zhicheng/plugin.h"

#include "../abi_1_0/north.c"
