/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A plan: the nodes of a question in an order in which equal operations stand side by side. One
 * jump a group instead of one a node is what makes a single answer fast: the jump to the next
 * operation is what a processor cannot foresee.
 */
#ifndef ZC_LOGIC_PLAN_H
#define ZC_LOGIC_PLAN_H

#include "logic/evaluate.h"

typedef struct zc_instruction {
  zc_node_id node;
  uint32_t a, b, c;
  int64_t imm, imm2;
} zc_instruction;

typedef struct zc_group {
  uint32_t op; /* zc_op */
  uint32_t count;
} zc_group;

typedef struct zc_plan {
  zc_instruction *code;
  zc_group *groups;
  uint32_t group_count;
} zc_plan;

/* `list`: nodes in the order of the program, without constants. 1: made; 0: out of memory. */
int zc_plan_make(zc_plan *plan, const zc_program *program, const zc_node_id *list, uint32_t count);
void zc_plan_free(zc_plan *plan);

/* Computes the values of the nodes; those of constants are there already. */
void zc_plan_run(const zc_plan *plan, const zc_program *program, const zc_inputs *in,
                 zc_slot *values);

#endif
