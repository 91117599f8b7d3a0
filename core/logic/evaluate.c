/* SPDX-License-Identifier: Apache-2.0 */
#include "logic/evaluate.h"
#include "base/assert.h"
#include "language/months.h"

static zc_slot slot(int64_t lo, int64_t hi) {
  return (zc_slot){lo, hi};
}

static zc_slot hull(zc_slot x, zc_slot y) {
  return slot(x.lo < y.lo ? x.lo : y.lo, x.hi > y.hi ? x.hi : y.hi);
}

/* Whether x lies in lo..hi. */
static zc_slot within(zc_slot x, int64_t lo, int64_t hi) {
  return slot(x.lo >= lo && x.hi <= hi, x.hi >= lo && x.lo <= hi);
}

/* Whether a word between x.lo and x.hi is in the mask. */
static zc_slot in_mask(zc_slot x, uint64_t mask) {
  ZC_ASSERT(x.lo >= 0 && x.lo <= x.hi && x.hi < 64);
  uint64_t upto = x.hi >= 63 ? UINT64_MAX : (UINT64_C(1) << (x.hi + 1)) - 1;
  uint64_t possible = upto & ~((UINT64_C(1) << x.lo) - 1);
  return slot((possible & ~mask) == 0, (possible & mask) != 0);
}

static zc_slot equal(zc_slot x, zc_slot y) {
  return slot(x.lo == x.hi && y.lo == y.hi && x.lo == y.lo, x.lo <= y.hi && y.lo <= x.hi);
}

static zc_slot call(const zc_program *program, const zc_inputs *in, const zc_node *n,
                    const zc_slot *values) {
  zc_value arguments[ZC_MAX_ARGUMENTS];
  ZC_ASSERT(n->c <= ZC_MAX_ARGUMENTS);
  for (uint32_t i = 0; i < n->c; i++) {
    zc_slot v = values[program->arguments[n->b + i]];
    int known = v.lo == v.hi;
    arguments[i] = (zc_value){known ? v.lo : 0, known, 0};
  }
  zc_value result = in->functions[n->a].call(arguments, n->c);
  if (!result.known)
    return slot(n->min, n->max);
  /* A function outside its own range is held to it, so that the bounds of later nodes stay true. */
  int64_t v = result.value < n->min ? n->min : result.value > n->max ? n->max : result.value;
  return slot(v, v);
}

static inline zc_slot evaluate_node(const zc_program *program, const zc_inputs *in, zc_node_id id,
                                    const zc_slot *values) {
  const zc_node *n = &program->nodes[id];
  const zc_slot *v = values;
  switch ((zc_op)n->op) {
  case ZC_OP_CONST:
    return slot(n->imm, n->imm);
  case ZC_OP_FACT:
    return in->slots[n->a];
  case ZC_OP_AS_OF:
    return slot(in->as_of, in->as_of);
  case ZC_OP_UNSET:
    return slot(n->imm, n->imm2);
  case ZC_OP_GIVEN:
    return slot(in->given[n->a], in->given[n->a]);
  case ZC_OP_DEFAULT:
    return in->given[n->a] || (n->imm && in->strict) ? v[n->b] : v[n->c];
  case ZC_OP_KNOWN: {
    int known = v[n->a].lo == v[n->a].hi;
    return slot(known, known);
  }
  case ZC_OP_RANGE:
    return within(v[n->a], n->imm, n->imm2);
  case ZC_OP_SET:
    return in_mask(v[n->a], (uint64_t)n->imm);
  case ZC_OP_NOT:
    return slot(1 - v[n->a].hi, 1 - v[n->a].lo);
  case ZC_OP_AND:
    return slot(v[n->a].lo & v[n->b].lo, v[n->a].hi & v[n->b].hi);
  case ZC_OP_OR:
    return slot(v[n->a].lo | v[n->b].lo, v[n->a].hi | v[n->b].hi);
  case ZC_OP_EQ:
    return equal(v[n->a], v[n->b]);
  case ZC_OP_GE:
    return slot(v[n->a].lo >= v[n->b].hi, v[n->a].hi >= v[n->b].lo);
  case ZC_OP_ADD:
    return slot(v[n->a].lo + v[n->b].lo, v[n->a].hi + v[n->b].hi);
  case ZC_OP_SUB:
    return slot(v[n->a].lo - v[n->b].hi, v[n->a].hi - v[n->b].lo);
  case ZC_OP_MUL:
    return slot(v[n->a].lo * n->imm, v[n->a].hi * n->imm);
  case ZC_OP_DIV:
    return slot(v[n->a].lo / n->imm, v[n->a].hi / n->imm);
  case ZC_OP_MIN:
    return slot(v[n->a].lo < v[n->b].lo ? v[n->a].lo : v[n->b].lo,
                v[n->a].hi < v[n->b].hi ? v[n->a].hi : v[n->b].hi);
  case ZC_OP_MAX:
    return slot(v[n->a].lo > v[n->b].lo ? v[n->a].lo : v[n->b].lo,
                v[n->a].hi > v[n->b].hi ? v[n->a].hi : v[n->b].hi);
  case ZC_OP_IF:
    return v[n->a].lo ? v[n->b] : v[n->a].hi ? hull(v[n->b], v[n->c]) : v[n->c];
  case ZC_OP_MONTHS:
    return slot(zc_months_between(v[n->a].hi, v[n->b].lo),
                zc_months_between(v[n->a].lo, v[n->b].hi));
  case ZC_OP_ADD_MONTHS:
    return slot(zc_later_by_months(v[n->a].lo, v[n->b].lo),
                zc_later_by_months(v[n->a].hi, v[n->b].hi));
  case ZC_OP_CALL:
    return call(program, in, n, values);
  case ZC_OP_COUNT:
    break;
  }
  return slot(n->min, n->max);
}

zc_slot zc_evaluate_node(const zc_program *program, const zc_inputs *in, zc_node_id id,
                         const zc_slot *values) {
  return evaluate_node(program, in, id, values);
}

void zc_evaluate(const zc_program *program, const zc_inputs *in, const zc_node_id *list,
                 uint32_t count, zc_slot *values) {
  for (uint32_t i = 0; i < count; i++)
    values[list[i]] = evaluate_node(program, in, list[i], values);
}

/* An operand that is never known decides nothing, but the other one may. */
static int64_t evaluate_never_known(const zc_node *n, int64_t a, int64_t b, int64_t c) {
  switch ((zc_op)n->op) {
  case ZC_OP_AND:
    return a == 0 || b == 0 ? 0 : ZC_NEVER_KNOWN;
  case ZC_OP_OR:
    return a == 1 || b == 1 ? 1 : ZC_NEVER_KNOWN;
  case ZC_OP_IF:
    return a == 1 ? b : a == 0 ? c : b == c ? b : ZC_NEVER_KNOWN;
  case ZC_OP_KNOWN:
    return 0;
  default:
    return ZC_NEVER_KNOWN;
  }
}

int64_t zc_evaluate_known(const zc_node *n, int64_t a, int64_t b, int64_t c) {
  if (a == ZC_NEVER_KNOWN || b == ZC_NEVER_KNOWN || c == ZC_NEVER_KNOWN)
    return evaluate_never_known(n, a, b, c);
  switch ((zc_op)n->op) {
  case ZC_OP_KNOWN:
    return 1;
  case ZC_OP_RANGE:
    return a >= n->imm && a <= n->imm2;
  case ZC_OP_SET:
    return (int64_t)((uint64_t)n->imm >> a & 1);
  case ZC_OP_NOT:
    return 1 - a;
  case ZC_OP_AND:
    return a & b;
  case ZC_OP_OR:
    return a | b;
  case ZC_OP_EQ:
    return a == b;
  case ZC_OP_GE:
    return a >= b;
  case ZC_OP_ADD:
    return a + b;
  case ZC_OP_SUB:
    return a - b;
  case ZC_OP_MUL:
    return a * n->imm;
  case ZC_OP_DIV:
    return a / n->imm;
  case ZC_OP_MIN:
    return a < b ? a : b;
  case ZC_OP_MAX:
    return a > b ? a : b;
  case ZC_OP_IF:
    return a ? b : c;
  case ZC_OP_MONTHS:
    return zc_months_between(a, b);
  case ZC_OP_ADD_MONTHS:
    return zc_later_by_months(a, b);
  default:
    return a;
  }
}
