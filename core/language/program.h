/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The compiled form of all conditions of a region: one list of nodes, each computed from earlier
 * ones. No pointers, so it can be written out and digested as it is. Row, column and diagram
 * evaluators read the same nodes.
 *
 * Every value is an interval of whole numbers [lo, hi]; a known value has lo == hi. A condition is
 * an interval within [0, 1]: [1,1] true, [0,0] false, [0,1] unknown, so that `and` is the bitwise
 * and of both ends, `or` their bitwise or, and Kleene's logic falls out of interval arithmetic.
 */
#ifndef ZC_LANGUAGE_PROGRAM_H
#define ZC_LANGUAGE_PROGRAM_H

#include "base/diagnostics.h"
#include "zhicheng/plugin.h"
#include <stdint.h>

typedef uint32_t zc_node_id;
#define ZC_NO_NODE       UINT32_MAX
#define ZC_MAX_ARGUMENTS 16u /* of one call of a function */

typedef enum zc_op {
  ZC_OP_CONST,   /* [imm, imm] */
  ZC_OP_FACT,    /* slot of fact a, as given (unknown: its range) */
  ZC_OP_AS_OF,   /* the day asked about */
  ZC_OP_UNSET,   /* [imm, imm2]: a parameter without a value; never known, and no fact is missing */
  ZC_OP_GIVEN,   /* 1 if fact a was given, else 0 */
  ZC_OP_DEFAULT, /* node b (the fact's slot) if fact a was given or, with imm 1, if nothing may be
                    assumed (--strict); else node c */
  ZC_OP_KNOWN,   /* 1 if node a is a single value, else 0 */
  ZC_OP_RANGE,   /* whether node a lies in imm..imm2 */
  ZC_OP_SET,     /* whether node a (an enum) is in the mask imm */
  ZC_OP_NOT,     /* not a */
  ZC_OP_AND,     /* a and b */
  ZC_OP_OR,      /* a or b */
  ZC_OP_EQ,      /* a == b */
  ZC_OP_GE,      /* a >= b */
  ZC_OP_ADD,     /* a + b */
  ZC_OP_SUB,     /* a - b */
  ZC_OP_MUL,     /* a * imm, imm > 0 */
  ZC_OP_DIV,     /* a / imm rounded down, imm > 0, a not negative */
  ZC_OP_MIN,     /* the lesser of a and b */
  ZC_OP_MAX,     /* the greater of a and b */
  ZC_OP_IF,      /* if a then b else c */
  ZC_OP_MONTHS,  /* full months from day a to day b, 0 if b is not later */
  ZC_OP_ADD_MONTHS, /* day a plus b months, rounded to the month's last day */
  ZC_OP_CALL, /* function a of the plugin; arguments are the nodes in program->arguments[b..b+c) */
  ZC_OP_COUNT
} zc_op;

typedef struct zc_node {
  uint8_t op;   /* zc_op */
  uint8_t type; /* zc_type */
  uint16_t reserved;
  uint32_t a, b, c;
  int64_t imm, imm2;
  int64_t min, max; /* bounds of the value whatever the facts are */
} zc_node;

/* How many of a, b and c are operand nodes, and which node the `which`-th (from 0) of them is. The
 * arguments of ZC_OP_CALL are in program->arguments. */
static inline int zc_op_operands(uint8_t op) {
  switch (op) {
  case ZC_OP_KNOWN:
  case ZC_OP_RANGE:
  case ZC_OP_SET:
  case ZC_OP_NOT:
  case ZC_OP_MUL:
  case ZC_OP_DIV:
    return 1;
  case ZC_OP_DEFAULT:
  case ZC_OP_AND:
  case ZC_OP_OR:
  case ZC_OP_EQ:
  case ZC_OP_GE:
  case ZC_OP_ADD:
  case ZC_OP_SUB:
  case ZC_OP_MIN:
  case ZC_OP_MAX:
  case ZC_OP_MONTHS:
  case ZC_OP_ADD_MONTHS:
    return 2;
  case ZC_OP_IF:
    return 3;
  default:
    return 0;
  }
}
static inline zc_node_id zc_op_operand(const zc_node *n, int which) {
  if (n->op == ZC_OP_DEFAULT)
    which++; /* a is a fact */
  return which == 0 ? n->a : which == 1 ? n->b : n->c;
}

/* Equal nodes are one node; operands stand before their users. */
typedef struct zc_program {
  zc_node *nodes;
  uint32_t count, capacity;
  uint32_t *arguments; /* of calls */
  uint32_t argument_count, argument_capacity;
  uint32_t *hash; /* for finding equal nodes while building */
  uint32_t hash_mask;
} zc_program;

/* No program has more nodes, and no value passes these bounds, so that sums never overflow. */
#define ZC_NODE_LIMIT  (1u << 20)
#define ZC_VALUE_LIMIT INT64_C(1000000000000000)
static inline int zc_is_value(int64_t value) {
  return value >= -ZC_VALUE_LIMIT && value <= ZC_VALUE_LIMIT;
}

void zc_program_free(zc_program *p);

/* Makes `to`, which is empty, the same program. 0: out of memory; free it all the same. */
int zc_program_copy(zc_program *to, const zc_program *from);

/* Adds a node whose fields are all set, or finds the equal one. For the builders below. */
zc_node_id zc_program_add(zc_program *p, const zc_node *node);

/* Builders. Each returns an existing equal node, or a constant where the operands are constant or
 * the bounds decide, or a new one; ZC_NO_NODE: out of memory, or more than ZC_NODE_LIMIT nodes, or
 * a value beyond the limits above (and for any operand that is ZC_NO_NODE). Folding never loses
 * anything: whatever the facts are, the folded value lies within the value of the node as it was
 * asked for. */
zc_node_id zc_node_const(zc_program *p, zc_type type, int64_t value);
zc_node_id zc_node_fact(zc_program *p, zc_type type, uint32_t fact, int64_t min, int64_t max);
zc_node_id zc_node_as_of(zc_program *p);
zc_node_id zc_node_unset(zc_program *p, zc_type type, int64_t min, int64_t max);
zc_node_id zc_node_given(zc_program *p, uint32_t fact);
/* The fact's slot `raw` where it is given, else `otherwise`; with `assumed` also where it is not
 * given and nothing may be assumed. Where `otherwise` is a whole division (region_division) the
 * fact stays unknown within it: `raw` held inside its bounds. */
zc_node_id zc_node_default(zc_program *p, uint32_t fact, zc_node_id raw, zc_node_id otherwise,
                           int assumed);
zc_node_id zc_node_range(zc_program *p, zc_node_id a, int64_t lo, int64_t hi);
zc_node_id zc_node_set(zc_program *p, zc_node_id a, uint64_t mask);
zc_node_id zc_node_unary(zc_program *p, zc_op op, zc_node_id a,
                         int64_t imm); /* NOT KNOWN MUL DIV */
zc_node_id zc_node_binary(zc_program *p, zc_op op, zc_node_id a, zc_node_id b);
zc_node_id zc_node_if(zc_program *p, zc_node_id condition, zc_node_id yes, zc_node_id no);
zc_node_id zc_node_call(zc_program *p, zc_type type, uint32_t function, const zc_node_id *arguments,
                        uint32_t count, int64_t min, int64_t max);

#endif
