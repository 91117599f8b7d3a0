/* SPDX-License-Identifier: Apache-2.0 */
/* Opening a program: what depends on how a question is asked (whether a fact is given, the day)
 * becomes facts of its own, so that nothing is decided before the diagrams are drawn. */
#include "logic/ternary_open.h"
#include "base/assert.h"
#include "base/memory.h"

#include <string.h>

static uint32_t fact_given(const zc_vocabulary *v, uint32_t fact) {
  return v->fact_count + fact;
}

uint32_t zc_open_day(const zc_vocabulary *v) {
  return 2 * v->fact_count;
}

zc_fact *zc_open_facts(const zc_vocabulary *v) {
  uint32_t count = 2 * v->fact_count + 1;
  zc_fact *facts = zc_calloc(count, sizeof *facts);
  if (!facts)
    return NULL;
  memcpy(facts, v->facts, v->fact_count * sizeof *facts);
  for (uint32_t i = 0; i < v->fact_count; i++)
    facts[fact_given(v, i)] =
        (zc_fact){.name = v->facts[i].name, .type = ZC_BOOL, .enumeration = -1, .max = 1};
  facts[zc_open_day(v)] = (zc_fact){.name = "as_of",
                                    .type = ZC_DATE,
                                    .enumeration = -1,
                                    .min = ZC_TERNARY_FIRST_DAY,
                                    .max = ZC_TERNARY_LAST_DAY};
  return facts;
}

static zc_node_id fact_node(zc_program *to, zc_type type, uint32_t fact) {
  zc_node n = {.op = ZC_OP_FACT, .type = (uint8_t)type, .a = fact, .max = 1};
  if (type == ZC_DATE) {
    n.min = ZC_TERNARY_FIRST_DAY;
    n.max = ZC_TERNARY_LAST_DAY;
  }
  return zc_program_add(to, &n);
}

static zc_node_id open_default(zc_program *to, const zc_vocabulary *v, const zc_node *n,
                               const zc_node_id *map) {
  zc_node choice = *n;
  choice.op = ZC_OP_IF;
  choice.a = fact_node(to, ZC_BOOL, fact_given(v, n->a));
  choice.b = map[n->b];
  choice.c = map[n->c];
  choice.imm = 0;
  return choice.a == ZC_NO_NODE ? ZC_NO_NODE : zc_program_add(to, &choice);
}

static zc_node_id open_call(zc_program *to, const zc_program *from, const zc_node *n,
                            const zc_node_id *map) {
  zc_node_id arguments[ZC_MAX_ARGUMENTS];
  for (uint32_t i = 0; i < n->c; i++)
    arguments[i] = map[from->arguments[n->b + i]];
  return zc_node_call(to, (zc_type)n->type, n->a, arguments, n->c, n->min, n->max);
}

static zc_node_id open_node(zc_program *to, const zc_vocabulary *v, const zc_program *from,
                            const zc_node *n, const zc_node_id *map) {
  zc_node copy = *n;
  int operands = zc_op_operands(n->op);
  ZC_ASSERT(operands == 0 || map[zc_op_operand(n, 0)] < to->count);
  switch ((zc_op)n->op) {
  case ZC_OP_AS_OF:
    return fact_node(to, ZC_DATE, zc_open_day(v));
  case ZC_OP_GIVEN:
    return fact_node(to, ZC_BOOL, fact_given(v, n->a));
  case ZC_OP_DEFAULT:
    return open_default(to, v, n, map);
  case ZC_OP_CALL:
    return open_call(to, from, n, map);
  default:
    copy.a = operands > 0 ? map[n->a] : n->a;
    copy.b = operands > 1 ? map[n->b] : n->b;
    copy.c = operands > 2 ? map[n->c] : n->c;
    return zc_program_add(to, &copy);
  }
}

int zc_open_program(zc_program *to, const zc_vocabulary *v, const zc_program *from,
                    zc_node_id *map) {
  for (uint32_t i = 0; i < from->count; i++) {
    map[i] = open_node(to, v, from, &from->nodes[i], map);
    if (map[i] == ZC_NO_NODE)
      return 0;
  }
  return 1;
}
