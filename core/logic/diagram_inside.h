/* SPDX-License-Identifier: Apache-2.0 */
/* Inside the diagrams: shared by diagram.c (making them) and diagram_walk.c (what they depend on
 * and lead to). */
#ifndef ZC_LOGIC_DIAGRAM_INSIDE_H
#define ZC_LOGIC_DIAGRAM_INSIDE_H

#include "logic/diagram.h"

#define MAX_CHILDREN (1u << 20)
#define UNIQUE_SIZE  (1u << 19)
#define CACHE_SIZE   (1u << 15)
#define LEAF         UINT32_MAX
_Static_assert(UNIQUE_SIZE > ZC_DIAGRAM_LIMIT, "a search for a node ends at a free place");
_Static_assert(ZC_DIAGRAM_LIMIT <= 1u << 20, "three refs and an operation make one key");

typedef struct diagram_node {
  uint32_t var;   /* fact, or LEAF */
  uint32_t first; /* of its children, one for each piece of the fact */
  int64_t value;  /* of a leaf */
} diagram_node;

typedef struct cache_entry {
  const zc_node *operation;
  zc_ref a, b, c, result;
  uint32_t question;
} cache_entry;

struct zc_diagrams {
  const zc_program *program;
  const zc_vocabulary *vocabulary;
  zc_inputs in;
  const zc_slot *values;
  zc_sight only; /* of a question of one sight */
  const zc_sight *sights;
  uint32_t sight_count;
  uint32_t question; /* counts the questions: entries of earlier ones are stale */
  uint32_t view;     /* counts what was seen: diagrams of nodes of earlier ones are stale */
  int exact, overflow;
  uint32_t call_count;
  zc_splitter *splitter;
  zc_domain *domains; /* by fact, then whether each is given */
  diagram_node *nodes;
  uint32_t *node_slots; /* where each node stands in `unique` */
  uint32_t node_count;
  zc_ref *children;
  uint32_t child_count;
  uint32_t *unique; /* open addressing: ref + 1 */
  cache_entry *cache;
  zc_ref *memo; /* by program node */
  uint32_t *memo_view;
  uint32_t *seen; /* by diagram node: number of the walk that came by */
  uint32_t walk;
};

#endif
