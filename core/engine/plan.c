/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/plan.h"
#include "base/memory.h"
#include <string.h>

/* ---- making: all nodes of one operation that can be computed now, then those of the next ---- */

typedef struct planner {
  const zc_program *program;
  const zc_node_id *list;
  uint32_t count;
  uint8_t *waits; /* by node: 1 while it is of the list and not planned yet */
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

/* How many nodes of an operation could be computed in one go; with `take` they are planned. A node
 * may follow another one of the same group that it reads. */
static uint32_t sweep(planner *p, uint32_t op, int take) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < p->count; i++) {
    zc_node_id id = p->list[i];
    const zc_node *n = &p->program->nodes[id];
    if (!p->waits[id] || n->op != op || !is_ready(p, n))
      continue;
    found++;
    if (!take)
      continue;
    p->waits[id] = 0;
    p->plan->code[p->planned++] = (zc_instruction){id, n->a, n->b, n->c, n->imm, n->imm2};
  }
  return found;
}

static void plan_all(planner *p) {
  while (p->planned < p->count) {
    uint32_t best = 0, most = 0;
    for (uint32_t op = 0; op < ZC_OP_COUNT; op++) {
      uint32_t ready = sweep(p, op, 0);
      if (ready > most) {
        most = ready;
        best = op;
      }
    }
    uint32_t taken = sweep(p, best, 1);
    p->plan->groups[p->plan->group_count++] = (zc_group){best, taken};
  }
}

int zc_plan_make(zc_plan *plan, const zc_program *program, const zc_node_id *list, uint32_t count) {
  planner p = {.program = program, .list = list, .count = count, .plan = plan};
  memset(plan, 0, sizeof *plan);
  plan->code = zc_calloc(count + 1, sizeof *plan->code);
  plan->groups = zc_calloc(count + 1, sizeof *plan->groups);
  p.waits = zc_calloc(program->count + 1, 1);
  int ok = plan->code && plan->groups && p.waits;
  if (ok) {
    for (uint32_t i = 0; i < count; i++)
      p.waits[list[i]] = 1;
    plan_all(&p);
  }
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
