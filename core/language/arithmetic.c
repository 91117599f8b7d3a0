/* SPDX-License-Identifier: Apache-2.0 */
/* Builders of comparisons and arithmetic. Bounds are those of interval arithmetic; a value whose
 * bounds would pass the limits of program.h is refused, so evaluators add without checks. */
#include "base/assert.h"
#include "language/months.h"
#include "language/node.h"

static zc_node_id add_bounded(zc_program *p, zc_node *n) {
  if (!zc_is_value(n->min) || !zc_is_value(n->max))
    return ZC_NO_NODE;
  if (n->min == n->max)
    return zc_node_const(p, (zc_type)n->type, n->min);
  return zc_program_add(p, n);
}

static zc_node_id compare_ge(zc_program *p, zc_node_id a, zc_node_id b) {
  zc_node x = p->nodes[a], y = p->nodes[b];
  if (y.op == ZC_OP_CONST)
    return zc_node_range(p, a, y.imm, INT64_MAX);
  if (x.op == ZC_OP_CONST)
    return zc_node_range(p, b, INT64_MIN, x.imm);
  if (x.min >= y.max)
    return zc_node_bool(p, 1);
  if (x.max < y.min)
    return zc_node_bool(p, 0);
  zc_node n = {.op = ZC_OP_GE, .type = ZC_BOOL, .a = a, .b = b, .min = 0, .max = 1};
  return zc_program_add(p, &n);
}

static zc_node_id compare_eq(zc_program *p, zc_node_id a, zc_node_id b) {
  zc_node x = p->nodes[a], y = p->nodes[b];
  if (y.op == ZC_OP_CONST)
    return zc_node_range(p, a, y.imm, y.imm);
  if (x.op == ZC_OP_CONST)
    return zc_node_range(p, b, x.imm, x.imm);
  if (x.max < y.min || x.min > y.max)
    return zc_node_bool(p, 0);
  zc_node n = {
      .op = ZC_OP_EQ, .type = ZC_BOOL, .a = a < b ? a : b, .b = a < b ? b : a, .min = 0, .max = 1};
  return zc_program_add(p, &n);
}

/* A day plus or minus a number is a day; of two days the difference is a number. */
static uint8_t sum_type(zc_op op, const zc_node *x, const zc_node *y) {
  if (op == ZC_OP_SUB && x->type == ZC_DATE && y->type == ZC_DATE)
    return ZC_INT;
  return y->type == ZC_DATE ? y->type : x->type;
}

static int is_zero(const zc_node *n) {
  return n->op == ZC_OP_CONST && n->imm == 0;
}

static zc_node_id add_sum(zc_program *p, zc_op op, zc_node_id a, zc_node_id b) {
  zc_node x = p->nodes[a], y = p->nodes[b];
  uint8_t type = sum_type(op, &x, &y);
  if (is_zero(&y) && type == x.type)
    return a;
  zc_node n = {.op = (uint8_t)op, .type = type, .a = a, .b = b};
  if (op == ZC_OP_ADD) {
    if (is_zero(&x) && type == y.type)
      return b;
    n.a = a < b ? a : b;
    n.b = a < b ? b : a;
    n.min = x.min + y.min;
    n.max = x.max + y.max;
  } else {
    n.min = x.min - y.max;
    n.max = x.max - y.min;
  }
  return add_bounded(p, &n);
}

static zc_node_id add_extreme(zc_program *p, zc_op op, zc_node_id a, zc_node_id b) {
  zc_node x = p->nodes[a], y = p->nodes[b];
  int least = op == ZC_OP_MIN;
  if (a == b || (least ? x.max <= y.min : x.min >= y.max))
    return a;
  if (least ? y.max <= x.min : y.min >= x.max)
    return b;
  zc_node n = {.op = (uint8_t)op, .type = x.type, .a = a < b ? a : b, .b = a < b ? b : a};
  n.min = (x.min < y.min) == least ? x.min : y.min;
  n.max = (x.max < y.max) == least ? x.max : y.max;
  return add_bounded(p, &n);
}

static zc_node_id add_months_between(zc_program *p, zc_node_id a, zc_node_id b) {
  zc_node x = p->nodes[a], y = p->nodes[b];
  zc_node n = {.op = ZC_OP_MONTHS,
               .type = ZC_INT,
               .a = a,
               .b = b,
               .min = zc_months_between(x.max, y.min),
               .max = zc_months_between(x.min, y.max)};
  return add_bounded(p, &n);
}

static zc_node_id add_day_plus_months(zc_program *p, zc_node_id a, zc_node_id b) {
  zc_node x = p->nodes[a], y = p->nodes[b];
  zc_node n = {.op = ZC_OP_ADD_MONTHS,
               .type = ZC_DATE,
               .a = a,
               .b = b,
               .min = zc_later_by_months(x.min, y.min),
               .max = zc_later_by_months(x.max, y.max)};
  return add_bounded(p, &n);
}

zc_node_id zc_node_binary(zc_program *p, zc_op op, zc_node_id a, zc_node_id b) {
  ZC_ASSERT(zc_op_operands((uint8_t)op) == 2 && op != ZC_OP_DEFAULT);
  if (a == ZC_NO_NODE || b == ZC_NO_NODE)
    return ZC_NO_NODE;
  switch (op) {
  case ZC_OP_AND:
  case ZC_OP_OR:
    return zc_node_logic(p, op, a, b);
  case ZC_OP_EQ:
    return compare_eq(p, a, b);
  case ZC_OP_GE:
    return compare_ge(p, a, b);
  case ZC_OP_ADD:
  case ZC_OP_SUB:
    return add_sum(p, op, a, b);
  case ZC_OP_MIN:
  case ZC_OP_MAX:
    return add_extreme(p, op, a, b);
  case ZC_OP_MONTHS:
    return add_months_between(p, a, b);
  case ZC_OP_ADD_MONTHS:
    return add_day_plus_months(p, a, b);
  default:
    return ZC_NO_NODE;
  }
}

static zc_node_id add_known(zc_program *p, zc_node_id a) {
  zc_node n = p->nodes[a];
  if (n.op == ZC_OP_UNSET)
    return zc_node_bool(p, 0);
  if (n.min == n.max || n.op == ZC_OP_AS_OF || n.op == ZC_OP_GIVEN || n.op == ZC_OP_KNOWN)
    return zc_node_bool(p, 1);
  zc_node made = {.op = ZC_OP_KNOWN, .type = ZC_BOOL, .a = a, .min = 0, .max = 1};
  return zc_program_add(p, &made);
}

static zc_node_id add_product(zc_program *p, zc_node_id a, int64_t factor) {
  zc_node x = p->nodes[a];
  zc_node n = {.op = ZC_OP_MUL, .type = x.type, .a = a, .imm = factor};
  if (factor < 1 || __builtin_mul_overflow(x.min, factor, &n.min) ||
      __builtin_mul_overflow(x.max, factor, &n.max))
    return ZC_NO_NODE;
  return factor == 1 ? a : add_bounded(p, &n);
}

static zc_node_id add_quotient(zc_program *p, zc_node_id a, int64_t divisor) {
  zc_node x = p->nodes[a];
  if (divisor < 1 || x.min < 0)
    return ZC_NO_NODE;
  zc_node n = {.op = ZC_OP_DIV,
               .type = x.type,
               .a = a,
               .imm = divisor,
               .min = x.min / divisor,
               .max = x.max / divisor};
  return divisor == 1 ? a : add_bounded(p, &n);
}

zc_node_id zc_node_unary(zc_program *p, zc_op op, zc_node_id a, int64_t imm) {
  ZC_ASSERT(zc_op_operands((uint8_t)op) == 1);
  if (a == ZC_NO_NODE)
    return ZC_NO_NODE;
  switch (op) {
  case ZC_OP_NOT:
    return zc_node_not(p, a);
  case ZC_OP_KNOWN:
    return add_known(p, a);
  case ZC_OP_MUL:
    return add_product(p, a, imm);
  case ZC_OP_DIV:
    return add_quotient(p, a, imm);
  default:
    return ZC_NO_NODE;
  }
}
