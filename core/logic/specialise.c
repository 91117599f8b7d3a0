/* SPDX-License-Identifier: Apache-2.0 */
#include "logic/specialise.h"
#include "base/assert.h"
#include "facts/vocabulary.h"

#define NO_LIMIT INT64_C(1000000000000000)

static const zc_node *node(const zc_specialiser *s, zc_node_id id) {
  return &s->to->nodes[id];
}

static int is_const(const zc_specialiser *s, zc_node_id id) {
  return node(s, id)->op == ZC_OP_CONST;
}

static zc_node_id both(zc_specialiser *s, zc_node_id a, zc_node_id b) {
  return zc_node_binary(s->to, ZC_OP_AND, a, b);
}

static zc_node_id either(zc_specialiser *s, zc_node_id a, zc_node_id b) {
  return zc_node_binary(s->to, ZC_OP_OR, a, b);
}

/* Division that rounds towards minus infinity or plus infinity; `b` is positive. */
static int64_t floor_div(int64_t a, int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

static int64_t ceil_div(int64_t a, int64_t b) {
  return -floor_div(-a, b);
}

/* The product with a positive number, held within the limits. */
static int64_t times(int64_t a, int64_t by) {
  int64_t most = NO_LIMIT / by;
  return a > most ? NO_LIMIT : a < -most ? -NO_LIMIT : a * by;
}

/* Whether lo <= x <= hi, asked of the facts inside x. Bounds past NO_LIMIT ask nothing. */
static zc_node_id range_of(zc_specialiser *s, zc_node_id x, int64_t lo, int64_t hi) {
  if (x == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node n = *node(s, x);
  switch ((zc_op)n.op) {
  case ZC_OP_IF: {
    zc_node_id yes = range_of(s, n.b, lo, hi), no = range_of(s, n.c, lo, hi);
    return zc_node_if(s->to, n.a, yes, no);
  }
  case ZC_OP_MAX: {
    zc_node_id reached = either(s, range_of(s, n.a, lo, NO_LIMIT), range_of(s, n.b, lo, NO_LIMIT));
    zc_node_id held = both(s, range_of(s, n.a, -NO_LIMIT, hi), range_of(s, n.b, -NO_LIMIT, hi));
    return both(s, reached, held);
  }
  case ZC_OP_MIN: {
    zc_node_id reached = both(s, range_of(s, n.a, lo, NO_LIMIT), range_of(s, n.b, lo, NO_LIMIT));
    zc_node_id held = either(s, range_of(s, n.a, -NO_LIMIT, hi), range_of(s, n.b, -NO_LIMIT, hi));
    return both(s, reached, held);
  }
  case ZC_OP_ADD:
    if (is_const(s, n.b))
      return range_of(s, n.a, lo - node(s, n.b)->imm, hi - node(s, n.b)->imm);
    if (is_const(s, n.a))
      return range_of(s, n.b, lo - node(s, n.a)->imm, hi - node(s, n.a)->imm);
    return zc_node_range(s->to, x, lo, hi);
  case ZC_OP_SUB:
    if (is_const(s, n.b))
      return range_of(s, n.a, lo + node(s, n.b)->imm, hi + node(s, n.b)->imm);
    if (is_const(s, n.a))
      return range_of(s, n.b, node(s, n.a)->imm - hi, node(s, n.a)->imm - lo);
    return zc_node_range(s->to, x, lo, hi);
  case ZC_OP_MUL:
    return range_of(s, n.a, ceil_div(lo, n.imm), floor_div(hi, n.imm));
  case ZC_OP_DIV:
    return range_of(s, n.a, times(lo, n.imm), hi == NO_LIMIT ? hi : times(hi + 1, n.imm) - 1);
  default:
    return zc_node_range(s->to, x, lo, hi);
  }
}

static zc_node_id at_least(zc_specialiser *s, zc_node_id x, zc_node_id y, int64_t more);

/* x >= (if c then p else q) + y: the choice is moved outside. */
static zc_node_id at_least_either(zc_specialiser *s, zc_node_id x, zc_op op, const zc_node *choice,
                                  zc_node_id rest, int choice_first, int64_t more) {
  zc_node_id branch[2];
  for (int i = 0; i < 2; i++) {
    zc_node_id part = i == 0 ? choice->b : choice->c;
    zc_node_id sum = choice_first ? zc_node_binary(s->to, op, part, rest)
                                  : zc_node_binary(s->to, op, rest, part);
    branch[i] = sum == ZC_NO_NODE ? ZC_NO_NODE : at_least(s, x, sum, more);
  }
  return zc_node_if(s->to, choice->a, branch[0], branch[1]);
}

static zc_node_id at_least_sum(zc_specialiser *s, zc_node_id x, const zc_node *sum, int64_t more) {
  zc_node a = *node(s, sum->a), b = *node(s, sum->b);
  int sign = sum->op == ZC_OP_ADD ? 1 : -1;
  if (b.op == ZC_OP_CONST)
    return at_least(s, x, sum->a, more + sign * b.imm);
  if (a.op == ZC_OP_CONST && sign > 0)
    return at_least(s, x, sum->b, more + a.imm);
  if (b.op == ZC_OP_IF)
    return at_least_either(s, x, (zc_op)sum->op, &b, sum->a, 0, more);
  if (a.op == ZC_OP_IF)
    return at_least_either(s, x, (zc_op)sum->op, &a, sum->b, 1, more);
  return ZC_NO_NODE;
}

/* Whether x >= a parameter without a value, which lies in lo..hi; or the parameter >= x. */
static zc_node_id at_least_unset(zc_specialiser *s, zc_node_id sure, zc_node_id possible) {
  return either(s, sure, both(s, possible, zc_node_unset(s->to, ZC_BOOL, 0, 1)));
}

/* What two of may be compared as they are: facts and their quotients. */
static int is_plain(const zc_specialiser *s, const zc_node *n) {
  return n->op == ZC_OP_FACT || (n->op == ZC_OP_DIV && node(s, n->a)->op == ZC_OP_FACT);
}

/* Whether x >= y + more, asked of the facts inside both; ZC_NO_NODE: it cannot be, or there is no
 * memory. */
static zc_node_id at_least(zc_specialiser *s, zc_node_id x, zc_node_id y, int64_t more) {
  if (x == ZC_NO_NODE || y == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node right = *node(s, y), left = *node(s, x);
  switch ((zc_op)right.op) {
  case ZC_OP_CONST:
    return range_of(s, x, right.imm + more, NO_LIMIT);
  case ZC_OP_IF: {
    zc_node_id yes = at_least(s, x, right.b, more), no = at_least(s, x, right.c, more);
    return zc_node_if(s->to, right.a, yes, no);
  }
  case ZC_OP_MAX:
    return both(s, at_least(s, x, right.a, more), at_least(s, x, right.b, more));
  case ZC_OP_MIN:
    return either(s, at_least(s, x, right.a, more), at_least(s, x, right.b, more));
  case ZC_OP_ADD:
  case ZC_OP_SUB:
    return at_least_sum(s, x, &right, more);
  case ZC_OP_UNSET:
    return at_least_unset(s, range_of(s, x, right.imm2 + more, NO_LIMIT),
                          range_of(s, x, right.imm + more, NO_LIMIT));
  default:
    if (!is_plain(s, &right))
      return ZC_NO_NODE;
  }
  switch ((zc_op)left.op) {
  case ZC_OP_CONST:
    return range_of(s, y, -NO_LIMIT, left.imm - more);
  case ZC_OP_IF: {
    zc_node_id yes = at_least(s, left.b, y, more), no = at_least(s, left.c, y, more);
    return zc_node_if(s->to, left.a, yes, no);
  }
  case ZC_OP_MAX:
    return either(s, at_least(s, left.a, y, more), at_least(s, left.b, y, more));
  case ZC_OP_MIN:
    return both(s, at_least(s, left.a, y, more), at_least(s, left.b, y, more));
  case ZC_OP_UNSET:
    return at_least_unset(s, range_of(s, y, -NO_LIMIT, left.imm - more),
                          range_of(s, y, -NO_LIMIT, left.imm2 - more));
  default:
    return more == 0 && is_plain(s, &left) ? zc_node_binary(s->to, ZC_OP_GE, x, y) : ZC_NO_NODE;
  }
}

/* Whether x is in the mask, asked of the facts inside the choices of x. */
static zc_node_id set_of(zc_specialiser *s, zc_node_id x, uint64_t mask) {
  if (x == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node n = *node(s, x);
  if (n.op != ZC_OP_IF)
    return zc_node_set(s->to, x, mask);
  zc_node_id yes = set_of(s, n.b, mask), no = set_of(s, n.c, mask);
  return zc_node_if(s->to, n.a, yes, no);
}

/* A product or quotient of a choice is a choice of products or quotients; so is that of the greater
 * or lesser of two. */
static zc_node_id scale(zc_specialiser *s, zc_op op, zc_node_id x, int64_t by) {
  if (x == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node n = *node(s, x);
  if (n.op == ZC_OP_MIN || n.op == ZC_OP_MAX)
    return zc_node_binary(s->to, (zc_op)n.op, scale(s, op, n.a, by), scale(s, op, n.b, by));
  if (n.op == ZC_OP_UNSET && op == ZC_OP_MUL && n.imm2 <= NO_LIMIT / by)
    return zc_node_unset(s->to, (zc_type)n.type, n.imm * by, n.imm2 * by);
  if (n.op != ZC_OP_IF)
    return zc_node_unary(s->to, op, x, by);
  zc_node_id yes = scale(s, op, n.b, by), no = scale(s, op, n.c, by);
  return zc_node_if(s->to, n.a, yes, no);
}

static zc_node_id specialise_if(zc_specialiser *s, const zc_node *n) {
  zc_node_id condition = zc_specialise(s, n->a);
  if (condition == ZC_NO_NODE)
    return ZC_NO_NODE;
  if (is_const(s, condition))
    return zc_specialise(s, node(s, condition)->imm ? n->b : n->c);
  return zc_node_if(s->to, condition, zc_specialise(s, n->b), zc_specialise(s, n->c));
}

/* A connective whose first operand decides makes no nodes of the second. */
static zc_node_id specialise_connective(zc_specialiser *s, const zc_node *n) {
  int64_t decides = n->op == ZC_OP_OR;
  zc_node_id a = zc_specialise(s, n->a);
  if (a == ZC_NO_NODE || (is_const(s, a) && node(s, a)->imm == decides))
    return a;
  return zc_node_binary(s->to, (zc_op)n->op, a, zc_specialise(s, n->b));
}

/* What is read of a fact that may have a value instead of the given one. */
static zc_node_id specialise_default(zc_specialiser *s, const zc_node *n) {
  if (n->imm && s->strict)
    return zc_specialise(s, n->b);
  if (s->given[n->a] != ZC_GIVEN_BY_ROW)
    return zc_specialise(s, s->given[n->a] ? n->b : n->c);
  return zc_node_if(s->to, zc_node_given(s->to, n->a), zc_specialise(s, n->b),
                    zc_specialise(s, n->c));
}

/* A test of single facts; of the whole expressions where it cannot be said so. */
static zc_node_id specialise_comparison(zc_specialiser *s, zc_op op, zc_node_id a, zc_node_id b) {
  zc_node_id said = at_least(s, a, b, 0);
  if (op == ZC_OP_EQ)
    said = both(s, said, at_least(s, b, a, 0));
  return said == ZC_NO_NODE ? zc_node_binary(s->to, op, a, b) : said;
}

static zc_node_id specialise_call(zc_specialiser *s, const zc_node *n) {
  zc_node_id arguments[ZC_MAX_ARGUMENTS];
  for (uint32_t i = 0; i < n->c; i++) {
    arguments[i] = zc_specialise(s, s->from->arguments[n->b + i]);
    if (arguments[i] == ZC_NO_NODE)
      return ZC_NO_NODE;
  }
  return zc_node_call(s->to, (zc_type)n->type, n->a, arguments, n->c, n->min, n->max);
}

static zc_node_id specialise_node(zc_specialiser *s, const zc_node *n) {
  switch ((zc_op)n->op) {
  case ZC_OP_CONST:
    return zc_node_const(s->to, (zc_type)n->type, n->imm);
  case ZC_OP_FACT:
    return n->a == ZC_F_track && s->track != ZC_ANY_TRACK
               ? zc_node_const(s->to, ZC_ENUM, s->track)
               : zc_node_fact(s->to, (zc_type)n->type, n->a, n->min, n->max);
  case ZC_OP_AS_OF:
    return zc_node_const(s->to, ZC_DATE, s->as_of);
  case ZC_OP_UNSET:
    return zc_node_unset(s->to, (zc_type)n->type, n->imm, n->imm2);
  case ZC_OP_GIVEN:
    return s->given[n->a] == ZC_GIVEN_BY_ROW ? zc_node_given(s->to, n->a)
                                             : zc_node_const(s->to, ZC_BOOL, s->given[n->a]);
  case ZC_OP_DEFAULT:
    return specialise_default(s, n);
  case ZC_OP_KNOWN:
    return zc_node_unary(s->to, ZC_OP_KNOWN, zc_specialise(s, n->a), 0);
  case ZC_OP_RANGE:
    return range_of(s, zc_specialise(s, n->a), n->imm, n->imm2);
  case ZC_OP_SET:
    return set_of(s, zc_specialise(s, n->a), (uint64_t)n->imm);
  case ZC_OP_NOT:
    return zc_node_unary(s->to, ZC_OP_NOT, zc_specialise(s, n->a), 0);
  case ZC_OP_AND:
  case ZC_OP_OR:
    return specialise_connective(s, n);
  case ZC_OP_IF:
    return specialise_if(s, n);
  case ZC_OP_GE:
  case ZC_OP_EQ:
    return specialise_comparison(s, (zc_op)n->op, zc_specialise(s, n->a), zc_specialise(s, n->b));
  case ZC_OP_MUL:
  case ZC_OP_DIV:
    return scale(s, (zc_op)n->op, zc_specialise(s, n->a), n->imm);
  case ZC_OP_ADD:
  case ZC_OP_SUB:
  case ZC_OP_MIN:
  case ZC_OP_MAX:
  case ZC_OP_MONTHS:
  case ZC_OP_ADD_MONTHS:
    return zc_node_binary(s->to, (zc_op)n->op, zc_specialise(s, n->a), zc_specialise(s, n->b));
  case ZC_OP_CALL:
    return specialise_call(s, n);
  default:
    return ZC_NO_NODE;
  }
}

zc_node_id zc_specialise(zc_specialiser *s, zc_node_id id) {
  ZC_ASSERT(id < s->from->count);
  if (s->memo[id] == ZC_NO_NODE) {
    zc_node n = s->from->nodes[id];
    s->memo[id] = specialise_node(s, &n);
  }
  return s->memo[id];
}
