/* SPDX-License-Identifier: Apache-2.0 */
/* Inside the ternary diagrams: shared by the files ternary*.c. The variables stand in the order
 * day, first fact, second fact, ... */
#ifndef ZC_LOGIC_TERNARY_INSIDE_H
#define ZC_LOGIC_TERNARY_INSIDE_H

#include "logic/domain.h"
#include "logic/ternary.h"
#include "logic/ternary_open.h"

#define ZC_TERNARY_NODES    (1u << 19)
#define ZC_TERNARY_CHILDREN (1u << 22)
#define ZC_TERNARY_UNIQUE   (1u << 20)
#define ZC_TERNARY_CACHE    (1u << 16)
#define ZC_TERNARY_LEAF     UINT32_MAX
#define ZC_TERNARY_DAY      0u
#define ZC_TERNARY_PIECES   (ZC_MAX_CUTS + 1u)

typedef struct zc_ternary_node {
  uint32_t var; /* ZC_TERNARY_DAY, fact + 1, or ZC_TERNARY_LEAF */
  uint32_t first;
  zc_slot value; /* of a leaf */
} zc_ternary_node;

typedef struct zc_ternary_memo {
  const void *operation;
  zc_ref a, b, c, result;
} zc_ternary_memo;

struct zc_ternary {
  const zc_vocabulary *vocabulary;
  const zc_function *functions;
  zc_vocabulary open; /* its facts are those of the opened program */
  zc_program program;
  zc_splitter *splitter;
  zc_domain *domains; /* by fact of the opened program */
  zc_slot *slots;     /* the whole range of each */
  uint8_t *given;
  zc_slot *values; /* by node of the program */
  zc_node_id *list;
  zc_ref *memo;  /* by node */
  uint32_t room; /* nodes that the three have room for */
  int exact, overflow;
  uint32_t call_count;
  zc_day usual; /* day of examples */
  zc_ternary_node *nodes;
  uint32_t node_count;
  zc_ref *children;
  uint32_t child_count;
  uint32_t *unique;
  zc_ternary_memo *cache;
  uint32_t *cost; /* by diagram node: facts to be given on the best way to 1 */
};

/* How many pieces of values a variable has; a fact has "not given" behind them. */
uint32_t zc_ternary_values(const zc_ternary *t, uint32_t var);
static inline uint32_t zc_ternary_pieces(const zc_ternary *t, uint32_t var) {
  return zc_ternary_values(t, var) + (var != ZC_TERNARY_DAY);
}
/* The first value of a piece of a fact of the opened program. */
int64_t zc_ternary_point(const zc_ternary *t, uint32_t fact, uint32_t piece);

#endif
