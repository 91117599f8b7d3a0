/* SPDX-License-Identifier: Apache-2.0 */
/* What a compiled node is worth on a day for some facts, by the engine's own evaluator. */
#ifndef ZC_TESTS_COMPILE_NODES_H
#define ZC_TESTS_COMPILE_NODES_H

#include "engine/region.h"
#include "facts/facts.h"

typedef struct zc_known {
  const char *fact;
  int64_t value;
} zc_known;

/* `known` ends with a NULL fact. Everything else is not given. */
zc_slot zc_node_worth(const zc_region *region, zc_node_id node, const char *as_of,
                      const zc_known *known);

/* 1, 0 or -1 for a condition that is true, false or unknown. */
int zc_condition_worth(const zc_region *region, zc_node_id node, const char *as_of,
                       const zc_known *known);

/* Index of a word of a fact. */
int64_t zc_word_index(const zc_region *region, const char *fact, const char *word);

#endif
