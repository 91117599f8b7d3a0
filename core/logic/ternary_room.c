/* SPDX-License-Identifier: Apache-2.0 */
/* Room for ternary diagrams, and starting over in it. */
#include "base/assert.h"
#include "base/memory.h"
#include "logic/ternary_inside.h"

#include <string.h>

zc_ternary *zc_ternary_new(const zc_vocabulary *vocabulary, const zc_function *functions) {
  zc_ternary *t = zc_calloc(1, sizeof *t);
  if (!t)
    return NULL;
  uint32_t facts = 2 * vocabulary->fact_count + 1;
  t->vocabulary = vocabulary;
  t->functions = functions;
  t->open = *vocabulary;
  t->open.fact_count = facts;
  t->open.facts = zc_open_facts(vocabulary);
  t->usual = ZC_TERNARY_FIRST_DAY;
  t->splitter = zc_splitter_new();
  t->domains = zc_calloc(2 * (size_t)facts, sizeof *t->domains);
  t->slots = zc_calloc(facts, sizeof *t->slots);
  t->given = zc_calloc(facts, 1);
  t->nodes = zc_calloc(ZC_TERNARY_NODES, sizeof *t->nodes);
  t->children = zc_calloc(ZC_TERNARY_CHILDREN, sizeof *t->children);
  t->unique = zc_calloc(ZC_TERNARY_UNIQUE, sizeof *t->unique);
  t->cache = zc_calloc(ZC_TERNARY_CACHE, sizeof *t->cache);
  t->cost = zc_calloc(ZC_TERNARY_NODES, sizeof *t->cost);
  if (!t->splitter || !t->open.facts || !t->domains || !t->slots || !t->given || !t->nodes ||
      !t->children || !t->unique || !t->cache || !t->cost) {
    zc_ternary_free(t);
    return NULL;
  }
  for (uint32_t i = 0; i < facts; i++)
    t->slots[i] = (zc_slot){t->open.facts[i].min, t->open.facts[i].max};
  return t;
}

void zc_ternary_free(zc_ternary *t) {
  if (!t)
    return;
  zc_program_free(&t->program);
  zc_free(t->open.facts);
  zc_splitter_free(t->splitter);
  zc_free(t->domains);
  zc_free(t->slots);
  zc_free(t->given);
  zc_free(t->values);
  zc_free(t->list);
  zc_free(t->memo);
  zc_free(t->nodes);
  zc_free(t->children);
  zc_free(t->unique);
  zc_free(t->cache);
  zc_free(t->cost);
  zc_free(t);
}

void zc_ternary_clear(zc_ternary *t) {
  zc_program_free(&t->program);
}

int zc_ternary_take(zc_ternary *t, const zc_program *program, zc_node_id *map) {
  return zc_open_program(&t->program, t->vocabulary, program, map);
}

zc_program *zc_ternary_program(zc_ternary *t) {
  return &t->program;
}

/* ---- starting over ---- */

static int make_room(zc_ternary *t) {
  if (t->room >= t->program.count)
    return 1;
  uint32_t room = t->program.count * 2;
  zc_slot *values = zc_realloc(t->values, room * sizeof *values);
  if (values)
    t->values = values;
  zc_node_id *list = zc_realloc(t->list, room * sizeof *list);
  if (list)
    t->list = list;
  zc_ref *memo = zc_realloc(t->memo, room * sizeof *memo);
  if (memo)
    t->memo = memo;
  if (!values || !list || !memo)
    return 0;
  t->room = room;
  return 1;
}

/* The nodes that the roots need, in the order of the program. */
static uint32_t gather(zc_ternary *t, const zc_node_id *roots, uint32_t count) {
  const zc_program *p = &t->program;
  uint32_t listed = 0;
  for (uint32_t i = 0; i < p->count; i++)
    t->memo[i] = 0;
  for (uint32_t i = 0; i < count; i++) {
    ZC_ASSERT(roots[i] < p->count);
    t->memo[roots[i]] = 1;
  }
  for (uint32_t i = p->count; i-- > 0;) {
    const zc_node *n = &p->nodes[i];
    if (!t->memo[i])
      continue;
    for (uint32_t j = 0; n->op == ZC_OP_CALL && j < n->c; j++)
      t->memo[p->arguments[n->b + j]] = 1;
    for (int j = 0; n->op != ZC_OP_CALL && j < zc_op_operands(n->op); j++)
      t->memo[zc_op_operand(n, j)] = 1;
  }
  for (uint32_t i = 0; i < p->count; i++)
    if (t->memo[i])
      t->list[listed++] = i;
  return listed;
}

int zc_ternary_begin(zc_ternary *t, const zc_node_id *roots, uint32_t count) {
  if (!make_room(t))
    return 0;
  uint32_t listed = gather(t, roots, count);
  zc_inputs in = {t->slots, t->given, t->functions, 0, 0, NULL};
  zc_evaluate(&t->program, &in, t->list, listed, t->values);
  zc_sight sight = {in, t->values, t->list, listed};
  t->exact = zc_domains_make(t->splitter, ZC_SPLIT_INTERVALS, t->domains, &t->program, &t->open,
                             &sight, 1);
  memset(t->unique, 0, ZC_TERNARY_UNIQUE * sizeof *t->unique);
  memset(t->cache, 0, ZC_TERNARY_CACHE * sizeof *t->cache);
  for (uint32_t i = 0; i < t->program.count; i++)
    t->memo[i] = ZC_NO_REF;
  t->node_count = t->child_count = 0;
  t->overflow = 0;
  t->call_count = 0;
  zc_ref zero = zc_ternary_const(t, 0), one = zc_ternary_const(t, 1);
  ZC_ASSERT(zero == 0 && one == 1);
  return 1;
}

int zc_ternary_inexact(const zc_ternary *t) {
  return t->overflow || !t->exact;
}

int zc_ternary_overflow(const zc_ternary *t) {
  return t->overflow;
}
