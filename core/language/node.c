/* SPDX-License-Identifier: Apache-2.0 */
/* Builders of leaves, of logic and of tests of one value against constants. Folding reads the
 * bounds that every node carries; arithmetic.c has the rest. */
#include "language/node.h"
#include "base/assert.h"

static zc_node_id add_leaf(zc_program *p, zc_op op, zc_type type, uint32_t a, int64_t imm,
                           int64_t imm2, int64_t min, int64_t max) {
  zc_node n = {.op = (uint8_t)op,
               .type = (uint8_t)type,
               .a = a,
               .imm = imm,
               .imm2 = imm2,
               .min = min,
               .max = max};
  return zc_program_add(p, &n);
}

zc_node_id zc_node_const(zc_program *p, zc_type type, int64_t value) {
  return add_leaf(p, ZC_OP_CONST, type, 0, value, 0, value, value);
}

zc_node_id zc_node_bool(zc_program *p, int value) {
  return zc_node_const(p, ZC_BOOL, value != 0);
}

zc_node_id zc_node_fact(zc_program *p, zc_type type, uint32_t fact, int64_t min, int64_t max) {
  return add_leaf(p, ZC_OP_FACT, type, fact, 0, 0, min, max);
}

zc_node_id zc_node_as_of(zc_program *p) {
  return add_leaf(p, ZC_OP_AS_OF, ZC_DATE, 0, 0, 0, ZC_DAY_MIN, ZC_DAY_MAX);
}

zc_node_id zc_node_unset(zc_program *p, zc_type type, int64_t min, int64_t max) {
  if (min == max)
    return zc_node_const(p, type, min);
  return add_leaf(p, ZC_OP_UNSET, type, 0, min, max, min, max);
}

zc_node_id zc_node_given(zc_program *p, uint32_t fact) {
  return add_leaf(p, ZC_OP_GIVEN, ZC_BOOL, fact, 0, 0, 0, 1);
}

zc_node_id zc_node_default(zc_program *p, uint32_t fact, zc_node_id raw, zc_node_id otherwise,
                           int assumed) {
  if (raw == ZC_NO_NODE || otherwise == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node inside = p->nodes[otherwise];
  if (inside.op == ZC_OP_UNSET && inside.type == ZC_DIVISION) {
    zc_node_id hi = zc_node_const(p, ZC_DIVISION, inside.imm2);
    zc_node_id lo = zc_node_const(p, ZC_DIVISION, inside.imm);
    otherwise = zc_node_binary(p, ZC_OP_MAX, zc_node_binary(p, ZC_OP_MIN, raw, hi), lo);
    if (otherwise == ZC_NO_NODE)
      return ZC_NO_NODE;
  }
  if (raw == otherwise)
    return raw;
  zc_node b = p->nodes[raw], c = p->nodes[otherwise];
  ZC_ASSERT(b.type == c.type);
  zc_node n = {.op = ZC_OP_DEFAULT,
               .type = b.type,
               .a = fact,
               .b = raw,
               .c = otherwise,
               .imm = assumed != 0,
               .min = b.min < c.min ? b.min : c.min,
               .max = b.max > c.max ? b.max : c.max};
  return zc_program_add(p, &n);
}

zc_node_id zc_node_not(zc_program *p, zc_node_id a) {
  if (a == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node n = p->nodes[a];
  ZC_ASSERT(n.type == ZC_BOOL);
  if (n.op == ZC_OP_CONST)
    return zc_node_bool(p, n.imm == 0);
  if (n.op == ZC_OP_NOT)
    return n.a;
  if (n.op == ZC_OP_SET)
    return zc_node_set(p, n.a, ~(uint64_t)n.imm);
  if (n.op == ZC_OP_RANGE) {
    zc_node of = p->nodes[n.a];
    if (n.imm <= of.min)
      return zc_node_range(p, n.a, n.imm2 + 1, of.max);
    if (n.imm2 >= of.max)
      return zc_node_range(p, n.a, of.min, n.imm - 1);
  }
  zc_node made = {.op = ZC_OP_NOT, .type = ZC_BOOL, .a = a, .min = 0, .max = 1};
  return zc_program_add(p, &made);
}

static int64_t least(int64_t a, int64_t b) {
  return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b) {
  return a > b ? a : b;
}

/* Two tests of one value as one, where that is again a range: ZC_NO_NODE where it is not. */
static zc_node_id merge_ranges(zc_program *p, zc_op op, const zc_node *x, const zc_node *y) {
  if (x->op != ZC_OP_RANGE || y->op != ZC_OP_RANGE || x->a != y->a)
    return ZC_NO_NODE;
  if (op == ZC_OP_AND)
    return zc_node_range(p, x->a, most(x->imm, y->imm), least(x->imm2, y->imm2));
  if (x->imm > y->imm2 + 1 || y->imm > x->imm2 + 1)
    return ZC_NO_NODE;
  return zc_node_range(p, x->a, least(x->imm, y->imm), most(x->imm2, y->imm2));
}

zc_node_id zc_node_logic(zc_program *p, zc_op op, zc_node_id a, zc_node_id b) {
  if (a == ZC_NO_NODE || b == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node x = p->nodes[a], y = p->nodes[b];
  ZC_ASSERT(x.type == ZC_BOOL && y.type == ZC_BOOL && (op == ZC_OP_AND || op == ZC_OP_OR));
  int64_t deciding = op == ZC_OP_OR;
  if (x.op == ZC_OP_CONST)
    return x.imm == deciding ? a : b;
  if (y.op == ZC_OP_CONST)
    return y.imm == deciding ? b : a;
  if (a == b)
    return a;
  zc_node_id merged = merge_ranges(p, op, &x, &y);
  if (merged != ZC_NO_NODE)
    return merged;
  zc_node n = {.op = (uint8_t)op,
               .type = ZC_BOOL,
               .a = a < b ? a : b,
               .b = a < b ? b : a,
               .min = 0,
               .max = 1};
  return zc_program_add(p, &n);
}

static zc_node_id if_of_conditions(zc_program *p, zc_node_id condition, zc_node_id yes,
                                   zc_node_id no) {
  zc_node x = p->nodes[yes], y = p->nodes[no];
  if (x.op == ZC_OP_CONST)
    return x.imm ? zc_node_logic(p, ZC_OP_OR, condition, no)
                 : zc_node_logic(p, ZC_OP_AND, zc_node_not(p, condition), no);
  if (y.op == ZC_OP_CONST)
    return y.imm ? zc_node_logic(p, ZC_OP_OR, zc_node_not(p, condition), yes)
                 : zc_node_logic(p, ZC_OP_AND, condition, yes);
  return ZC_NO_NODE;
}

zc_node_id zc_node_if(zc_program *p, zc_node_id condition, zc_node_id yes, zc_node_id no) {
  if (condition == ZC_NO_NODE || yes == ZC_NO_NODE || no == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node c = p->nodes[condition];
  ZC_ASSERT(c.type == ZC_BOOL);
  if (c.op == ZC_OP_CONST)
    return c.imm ? yes : no;
  if (yes == no)
    return yes;
  if (c.op == ZC_OP_NOT)
    return zc_node_if(p, c.a, no, yes);
  zc_node x = p->nodes[yes], y = p->nodes[no];
  if (x.type == ZC_BOOL && (x.op == ZC_OP_CONST || y.op == ZC_OP_CONST))
    return if_of_conditions(p, condition, yes, no);
  zc_node n = {.op = ZC_OP_IF,
               .type = x.type,
               .a = condition,
               .b = yes,
               .c = no,
               .min = least(x.min, y.min),
               .max = most(x.max, y.max)};
  return zc_program_add(p, &n);
}

static int64_t divide_down(int64_t a, int64_t b) {
  return a / b - (a % b < 0);
}

static int64_t divide_up(int64_t a, int64_t b) {
  return a / b + (a % b > 0);
}

/* A range of a sum, difference, product or quotient with a constant is a range of the other
 * operand. ZC_NO_NODE: there is no such form. `lo` and `hi` lie within the bounds of `n`. */
static zc_node_id range_of_operand(zc_program *p, const zc_node *n, int64_t lo, int64_t hi) {
  switch (n->op) {
  case ZC_OP_ADD:
    if (p->nodes[n->a].op == ZC_OP_CONST)
      return zc_node_range(p, n->b, lo - p->nodes[n->a].imm, hi - p->nodes[n->a].imm);
    if (p->nodes[n->b].op == ZC_OP_CONST)
      return zc_node_range(p, n->a, lo - p->nodes[n->b].imm, hi - p->nodes[n->b].imm);
    return ZC_NO_NODE;
  case ZC_OP_SUB:
    if (p->nodes[n->a].op == ZC_OP_CONST)
      return zc_node_range(p, n->b, p->nodes[n->a].imm - hi, p->nodes[n->a].imm - lo);
    if (p->nodes[n->b].op == ZC_OP_CONST)
      return zc_node_range(p, n->a, lo + p->nodes[n->b].imm, hi + p->nodes[n->b].imm);
    return ZC_NO_NODE;
  case ZC_OP_MUL:
    return zc_node_range(p, n->a, divide_up(lo, n->imm), divide_down(hi, n->imm));
  case ZC_OP_DIV:
    return zc_node_range(p, n->a, lo * n->imm, hi * n->imm + n->imm - 1);
  default:
    return ZC_NO_NODE;
  }
}

/* A test of a choice between two constants is the condition of the choice, or its contrary. */
static zc_node_id test_of_choice(zc_program *p, const zc_node *n, int yes, int no) {
  if (yes == no)
    return zc_node_bool(p, yes);
  return yes ? n->a : zc_node_not(p, n->a);
}

static int is_constant_choice(const zc_program *p, const zc_node *n) {
  return n->op == ZC_OP_IF && p->nodes[n->b].op == ZC_OP_CONST && p->nodes[n->c].op == ZC_OP_CONST;
}

/* A test with a value on either side that fails it is made of each branch, so that what lies
 * between the two is not taken for possible while the condition is unknown. With one constant
 * branch any test is: that branch needs none. */
static int is_tested_by_branch(const zc_program *p, const zc_node *n, int has_sides) {
  return n->op == ZC_OP_IF &&
         (has_sides || p->nodes[n->b].op == ZC_OP_CONST || p->nodes[n->c].op == ZC_OP_CONST);
}

zc_node_id zc_node_range(zc_program *p, zc_node_id a, int64_t lo, int64_t hi) {
  if (a == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node n = p->nodes[a];
  if (lo > hi || hi < n.min || lo > n.max)
    return zc_node_bool(p, 0);
  if (lo <= n.min && hi >= n.max)
    return zc_node_bool(p, 1);
  lo = most(lo, n.min);
  hi = least(hi, n.max);
  if (n.type == ZC_BOOL)
    return lo == 1 ? a : zc_node_not(p, a);
  if (is_constant_choice(p, &n)) {
    int64_t yes = p->nodes[n.b].imm, no = p->nodes[n.c].imm;
    return test_of_choice(p, &n, yes >= lo && yes <= hi, no >= lo && no <= hi);
  }
  if (is_tested_by_branch(p, &n, lo > n.min && hi < n.max))
    return zc_node_if(p, n.a, zc_node_range(p, n.b, lo, hi), zc_node_range(p, n.c, lo, hi));
  zc_node_id moved = range_of_operand(p, &n, lo, hi);
  if (moved != ZC_NO_NODE)
    return moved;
  zc_node made = {
      .op = ZC_OP_RANGE, .type = ZC_BOOL, .a = a, .imm = lo, .imm2 = hi, .min = 0, .max = 1};
  return zc_program_add(p, &made);
}

/* Bits of the words from..to, both within 0..63. */
static uint64_t bits_between(int64_t from, int64_t to) {
  ZC_ASSERT(from >= 0 && from <= to && to <= 63);
  return (UINT64_MAX >> (63 - to)) & (UINT64_MAX << from);
}

zc_node_id zc_node_set(zc_program *p, zc_node_id a, uint64_t mask) {
  if (a == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node n = p->nodes[a];
  mask &= bits_between(n.min, n.max);
  if (mask == 0)
    return zc_node_bool(p, 0);
  if (is_constant_choice(p, &n))
    return test_of_choice(p, &n, (mask >> p->nodes[n.b].imm & 1) != 0,
                          (mask >> p->nodes[n.c].imm & 1) != 0);
  int64_t first = __builtin_ctzll(mask), last = 63 - __builtin_clzll(mask);
  if (mask == bits_between(first, last))
    return zc_node_range(p, a, first, last);
  if (is_tested_by_branch(p, &n, 1))
    return zc_node_if(p, n.a, zc_node_set(p, n.b, mask), zc_node_set(p, n.c, mask));
  zc_node made = {
      .op = ZC_OP_SET, .type = ZC_BOOL, .a = a, .imm = (int64_t)mask, .min = 0, .max = 1};
  return zc_program_add(p, &made);
}
