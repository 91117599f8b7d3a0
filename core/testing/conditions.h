/* SPDX-License-Identifier: Apache-2.0 */
/* The conditions inside each row of a region, and what cases made of them. */
#ifndef ZC_TESTING_CONDITIONS_H
#define ZC_TESTING_CONDITIONS_H

#include "cases/case.h"
#include "logic/ternary.h"

/* What cases can show of a condition. Of an operator only the first three are asked for. */
enum {
  ZC_SHOWN_TRUE = 1u << 0,
  ZC_SHOWN_FALSE = 1u << 1,
  ZC_SHOWN_UNKNOWN = 1u << 2,
  /* Masking MC/DC: in some case the condition has this value, and were it the other one, all else
   * as it stands, the row's state would be another. */
  ZC_DECIDED_TRUE = 1u << 3,
  ZC_DECIDED_FALSE = 1u << 4,
  ZC_SHOWN_ALL = 31
};
#define ZC_SHOWN_KINDS 5
const char *zc_shown_word(unsigned bit, zc_lang lang); /* "never true" */

typedef enum zc_condition_kind {
  ZC_CONDITION_LEAF,
  ZC_CONDITION_NOT,
  ZC_CONDITION_AND,
  ZC_CONDITION_OR,
  ZC_CONDITION_IF
} zc_condition_kind;

/* A place in the tree of a row. Its operands stand before it. */
typedef struct zc_condition {
  uint8_t kind;      /* zc_condition_kind */
  uint8_t inner;     /* 1: inside a number: it has no part in the tree, and decides nothing alone */
  uint8_t shown;     /* ZC_SHOWN_* */
  uint8_t possible;  /* ZC_SHOWN_* that some person shows; set by zc_conditions_bound */
  const char *field; /* "needs"; NULL: joins fields, and is not reported */
  const char *text;  /* of the whole field */
  uint32_t from, until; /* its bytes there */
  zc_node_id node;      /* of a leaf */
  uint32_t a, b, c;     /* operands */
} zc_condition;

#define ZC_NO_CONDITION UINT32_MAX

/* A row: its conditions are first..first+count of the list. */
typedef struct zc_condition_row {
  zc_question question;
  const char *id, *kind;
  zc_place at;
  const zc_compiled_rule *rule; /* NULL: an effect */
  const zc_compiled_effect *effect;
  uint32_t first, count;
  zc_node_id gate;      /* the row is looked at, whatever its own conditions say */
  uint32_t when, holds; /* tops of the two trees; ZC_NO_CONDITION: true */
} zc_condition_row;

typedef struct zc_conditions {
  zc_region *region;
  zc_condition *list;
  uint32_t count, capacity;
  zc_condition_row *rows;
  uint32_t row_count, row_capacity;
  zc_names names;
  struct zc_outline *outline; /* room for the text at hand */
  zc_arena arena;
  zc_slot *values;  /* by node of the program */
  zc_node_id *all;  /* every node */
  zc_slot *results; /* by condition; work space */
  int failed;
} zc_conditions;

/* Lists the conditions. Adds nodes to the region's program, so it comes before any workspace of the
 * region. 0: out of memory; freed by the caller in any case. */
int zc_conditions_list(zc_conditions *c, zc_region *region);
void zc_conditions_free(zc_conditions *c);

/* Remembers what an answer shows of the rows that it certainly looks at. */
void zc_conditions_add(zc_conditions *c, const zc_answer *answer, int strict);

/* What a condition is asked for and no case shows. */
unsigned zc_condition_lacks(const zc_condition *c);

/* Finds out which of the things not shown are possible at all. 0: out of memory. */
int zc_conditions_bound(zc_conditions *c);

/* Calls `visit` with each thing that is asked for and not shown, and the diagram of the persons of
 * whom a case would show it. 0: out of memory. */
typedef void zc_condition_visit(void *context, zc_ternary *t, const zc_condition_row *row,
                                uint32_t index, unsigned bit, zc_ref people);
int zc_conditions_visit(zc_conditions *c, zc_condition_visit *visit, void *context);

/* Writes cases that would show what is not shown, and remembers it as shown. `ws` is the region's.
 * 0: out of memory. */
int zc_conditions_propose(zc_conditions *c, zc_workspace *ws, zc_day usual, const char *rule,
                          zc_buffer *out);

/* ---- shared (condition_tree.c) ---- */

/* The state of a row from the values of its gate and its two trees, as one number: an answer that
 * shows the row tells two states apart. */
int zc_condition_state(const zc_condition_row *row, zc_slot gate, zc_slot when, zc_slot holds);

/* Adds the trees of a row's texts; the tops are written to the row. */
void zc_condition_trees(zc_conditions *c, zc_condition_row *row);

#endif
