/* SPDX-License-Identifier: Apache-2.0 */
/* Builders that only the language itself uses: the parts of zc_node_unary and zc_node_binary. */
#ifndef ZC_LANGUAGE_NODE_H
#define ZC_LANGUAGE_NODE_H

#include "base/date.h"
#include "language/program.h"

zc_node_id zc_node_bool(zc_program *p, int value);
zc_node_id zc_node_not(zc_program *p, zc_node_id a);
zc_node_id zc_node_logic(zc_program *p, zc_op op, zc_node_id a, zc_node_id b); /* AND OR */

#endif
