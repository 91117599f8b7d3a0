/* SPDX-License-Identifier: Apache-2.0 */
/* The facts that a condition names, and what each is asked for. */
#ifndef ZC_LANGUAGE_MENTION_H
#define ZC_LANGUAGE_MENTION_H

#include "language/emit.h"

/* Adds the mentions of the whole checked tree. -1: memory ran out (nothing is reported). */
int zc_collect_mentions(zc_compilation *c, zc_mentions *mentions);

#endif
