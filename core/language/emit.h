/* SPDX-License-Identifier: Apache-2.0 */
/* From the checked tree to nodes. */
#ifndef ZC_LANGUAGE_EMIT_H
#define ZC_LANGUAGE_EMIT_H

#include "language/check.h"

/* The nodes of a part, which takes the type `wanted`. ZC_NO_NODE: an error was reported, or (where
 * complaint.reported is 0) memory or the program's limit ran out. */
zc_node_id zc_emit(zc_compilation *c, zc_part_id part, zc_kindred wanted);

/* What a rule reads for a fact. */
zc_node_id zc_emit_fact(zc_program *program, const zc_names *names, uint32_t fact);

/* ---- membership.c ---- */

/* The values that `x in {...}` or `x under ...` names: pairs lo, hi, sorted and joined where they
 * touch. At most ZC_TREE_LIMIT pairs. */
typedef struct zc_ranges {
  int64_t pairs[ZC_TREE_LIMIT][2];
  uint32_t count;
} zc_ranges;
/* -1: an error was reported. */
int zc_membership_ranges(zc_compilation *c, const zc_part *membership, zc_ranges *out);
zc_node_id zc_emit_membership(zc_compilation *c, const zc_part *membership);
/* The codes that a literal stands for (zc_is_division_literal). -1: an error was reported. */
int zc_division_literal(zc_compilation *c, const zc_part *part, int64_t *lo, int64_t *hi);
/* The index of a word. `beside` is the part on the other side, or NULL: a fact there must be able
 * to take the word. -1: an error was reported. */
int zc_word_literal(zc_compilation *c, const zc_part *part, zc_kindred wanted,
                    const zc_part *beside, int64_t *out);

/* ---- chain.c ---- */

/* Of a parameter: its value, the condition that it has one, or the index of the setting that gives
 * it (setting_count: none does). */
typedef enum zc_chain_yields {
  ZC_YIELDS_VALUE = 0,
  ZC_YIELDS_KNOWN,
  ZC_YIELDS_INDEX
} zc_chain_yields;
/* `part`: the parameter with its keys as arguments (call->a, may be ZC_NO_PART). */
zc_node_id zc_emit_parameter(zc_compilation *c, const zc_part *part, zc_chain_yields yields);

#endif
