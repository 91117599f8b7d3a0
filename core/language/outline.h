/* SPDX-License-Identifier: Apache-2.0 */
/* The checked tree of a condition's text, for tools that look inside it: which parts it has, what
 * each is compared with, and where each stands. */
#ifndef ZC_LANGUAGE_OUTLINE_H
#define ZC_LANGUAGE_OUTLINE_H

#include "language/check.h"

/* Room for one text, about 60 kilobytes. */
typedef struct zc_outline {
  zc_compilation c;
  zc_kindred beside[ZC_TREE_LIMIT]; /* by part: the type of the other side of its comparison, set or
                                       list; ZC_NO_TYPE: none */
  zc_part_id above[ZC_TREE_LIMIT];  /* by part: the part that it belongs to; ZC_NO_PART: the root */
  uint32_t from[ZC_TREE_LIMIT], until[ZC_TREE_LIMIT]; /* by part: its bytes, with all below it */
} zc_outline;

/* Reads a text that was compiled before. `program` is the one it was compiled into: nodes made from
 * its parts are those that are there. -1: the text is wrong. */
int zc_outline_read(zc_outline *o, zc_program *program, const zc_names *names, const char *text,
                    zc_kindred wanted);

/* The node of a part whose type is bool; ZC_NO_NODE: out of memory. */
zc_node_id zc_outline_node(zc_outline *o, zc_part_id part);

#endif
