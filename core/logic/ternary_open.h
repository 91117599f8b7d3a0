/* SPDX-License-Identifier: Apache-2.0 */
/* Opening a program for the ternary diagrams (ternary.h). Behind a vocabulary's facts stand, one a
 * fact, whether it is given, and last the day asked about. */
#ifndef ZC_LOGIC_TERNARY_OPEN_H
#define ZC_LOGIC_TERNARY_OPEN_H

#include "logic/ternary.h"

/* The facts of an opened program; the caller frees them. NULL: out of memory. */
zc_fact *zc_open_facts(const zc_vocabulary *v);
/* The number of the day among them. */
uint32_t zc_open_day(const zc_vocabulary *v);

/* Adds the nodes of `from` to `to`; map[i] becomes the node of node i. 0: out of memory. */
int zc_open_program(zc_program *to, const zc_vocabulary *v, const zc_program *from,
                    zc_node_id *map);

#endif
