/* SPDX-License-Identifier: Apache-2.0 */
#include "logic/plan.h"
#include "base/assert.h"
#include "base/memory.h"
#include <string.h>

/* ---- making: all nodes of one operation that can be computed now, then those of the next ---- */

typedef struct planner {
  const zc_program *program;
  zc_node_id *list; /* what is not planned yet */
  uint32_t count;
  uint8_t *waits; /* by node: 1 while it is on the list */
  zc_plan *plan;
  uint32_t planned;
} planner;

static int is_ready(const planner *p, const zc_node *n) {
  if (n->op == ZC_OP_CALL) {
    for (uint32_t i = 0; i < n->c; i++)
      if (p->waits[p->program->arguments[n->b + i]])
        return 0;
    return 1;
  }
  for (int i = 0; i < zc_op_operands(n->op); i++)
    if (p->waits[zc_op_operand(n, i)])
      return 0;
  return 1;
}

/* The operation of which most nodes could be computed in one go. */
static uint32_t most_ready(const planner *p) {
  uint32_t ready[ZC_OP_COUNT] = {0}, best = 0;
  for (uint32_t i = 0; i < p->count; i++) {
    const zc_node *n = &p->program->nodes[p->list[i]];
    ready[n->op] += (uint32_t)is_ready(p, n);
  }
  for (uint32_t op = 1; op < ZC_OP_COUNT; op++)
    if (ready[op] > ready[best])
      best = op;
  return best;
}

/* Plans the nodes of an operation and keeps the others on the list. A node may follow another one
 * of the same group that it reads. */
static void take_ready(planner *p, uint32_t op) {
  uint32_t before = p->planned, kept = 0;
  for (uint32_t i = 0; i < p->count; i++) {
    zc_node_id id = p->list[i];
    const zc_node *n = &p->program->nodes[id];
    if (n->op != op || !is_ready(p, n)) {
      p->list[kept++] = id;
      continue;
    }
    ZC_ASSERT(n->op != ZC_OP_CONST);
    p->waits[id] = 0;
    p->plan->code[p->planned++] = (zc_instruction){id, n->a, n->b, n->c, n->imm, n->imm2};
  }
  ZC_ASSERT(p->planned > before); /* else the list would never end */
  p->count = kept;
  p->plan->groups[p->plan->group_count++] = (zc_group){op, p->planned - before};
}

int zc_plan_make(zc_plan *plan, const zc_program *program, const zc_node_id *list, uint32_t count) {
  planner p = {.program = program, .count = count, .plan = plan};
  memset(plan, 0, sizeof *plan);
  plan->code = zc_calloc(count + 1, sizeof *plan->code);
  plan->groups = zc_calloc(count + 1, sizeof *plan->groups);
  p.list = zc_calloc(count + 1, sizeof *p.list);
  p.waits = zc_calloc(program->count + 1, 1);
  int ok = plan->code && plan->groups && p.list && p.waits;
  for (uint32_t i = 0; ok && i < count; i++) {
    ZC_ASSERT(list[i] < program->count && (i == 0 || list[i - 1] < list[i]));
    p.list[i] = list[i];
    p.waits[list[i]] = 1;
  }
  while (ok && p.count)
    take_ready(&p, most_ready(&p));
  ZC_ASSERT(!ok || p.planned == count);
  zc_free(p.list);
  zc_free(p.waits);
  if (!ok)
    zc_plan_free(plan);
  return ok;
}

void zc_plan_free(zc_plan *plan) {
  zc_free(plan->code);
  zc_free(plan->groups);
  memset(plan, 0, sizeof *plan);
}

/* ---- running ---- */

#define EACH(lo_, hi_)                                                                             \
  for (; i < end; i++) {                                                                           \
    zc_slot a = v[i->a], b = v[i->b];                                                              \
    (void)b;                                                                                       \
    v[i->node] = (zc_slot){(lo_), (hi_)};                                                          \
  }                                                                                                \
  break

static void run_slots(const zc_instruction *i, const zc_instruction *end, const zc_inputs *in,
                      zc_slot *v) {
  for (; i < end; i++)
    v[i->node] = in->slots[i->a];
}

static void run_defaults(const zc_instruction *i, const zc_instruction *end, const zc_inputs *in,
                         zc_slot *v) {
  for (; i < end; i++) {
    int raw = in->given[i->a] | ((i->imm != 0) & in->strict);
    v[i->node] = v[raw ? i->b : i->c];
  }
}

/* The branches' hull where the condition is unknown, without asking which it is. */
static void run_choices(const zc_instruction *i, const zc_instruction *end, zc_slot *v) {
  for (; i < end; i++) {
    zc_slot c = v[i->a], yes = v[c.hi ? i->b : i->c], no = v[c.lo ? i->b : i->c];
    v[i->node] = (zc_slot){yes.lo < no.lo ? yes.lo : no.lo, yes.hi > no.hi ? yes.hi : no.hi};
  }
}

void zc_plan_run(const zc_plan *plan, const zc_program *program, const zc_inputs *in, zc_slot *v) {
  const zc_instruction *i = plan->code;
  for (uint32_t g = 0; g < plan->group_count; g++) {
    const zc_instruction *end = i + plan->groups[g].count;
    switch ((zc_op)plan->groups[g].op) {
    case ZC_OP_FACT:
      run_slots(i, end, in, v);
      break;
    case ZC_OP_DEFAULT:
      run_defaults(i, end, in, v);
      break;
    case ZC_OP_IF:
      run_choices(i, end, v);
      break;
    case ZC_OP_RANGE:
      for (; i < end; i++) {
        zc_slot a = v[i->a];
        v[i->node] =
            (zc_slot){(a.lo >= i->imm) & (a.hi <= i->imm2), (a.hi >= i->imm) & (a.lo <= i->imm2)};
      }
      break;
    case ZC_OP_NOT:
      for (; i < end; i++)
        v[i->node] = (zc_slot){1 - v[i->a].hi, 1 - v[i->a].lo};
      break;
    case ZC_OP_AND:
      EACH(a.lo & b.lo, a.hi & b.hi);
    case ZC_OP_OR:
      EACH(a.lo | b.lo, a.hi | b.hi);
    case ZC_OP_GE:
      EACH(a.lo >= b.hi, a.hi >= b.lo);
    case ZC_OP_SUB:
      EACH(a.lo - b.hi, a.hi - b.lo);
    case ZC_OP_ADD:
      EACH(a.lo + b.lo, a.hi + b.hi);
    default:
      for (; i < end; i++)
        v[i->node] = zc_evaluate_node(program, in, i->node, v);
    }
    i = end;
  }
}
