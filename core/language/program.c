/* SPDX-License-Identifier: Apache-2.0 */
/* The list of nodes: storage, and the hash by which equal nodes become one. */
#include "language/program.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/mix.h"
#include <string.h>

enum { ZC_FIRST_CAPACITY = 256 };

void zc_program_free(zc_program *p) {
  zc_free(p->nodes);
  zc_free(p->arguments);
  zc_free(p->hash);
  *p = (zc_program){0};
}

static uint32_t node_hash(const zc_program *p, const zc_node *n) {
  uint64_t h = zc_mix(n->op, n->type);
  h = zc_mix(h, n->a);
  if (n->op == ZC_OP_CALL)
    for (uint32_t i = 0; i < n->c; i++)
      h = zc_mix(h, p->arguments[n->b + i]);
  else
    h = zc_mix(h, ((uint64_t)n->b << 32) | n->c);
  h = zc_mix(h, (uint64_t)n->imm);
  return (uint32_t)zc_mix(h, (uint64_t)n->imm2);
}

static int node_equal(const zc_program *p, const zc_node *m, const zc_node *n) {
  if (m->op != n->op || m->type != n->type || m->a != n->a || m->c != n->c || m->imm != n->imm ||
      m->imm2 != n->imm2)
    return 0;
  if (n->op == ZC_OP_CALL)
    return n->c == 0 ||
           memcmp(p->arguments + m->b, p->arguments + n->b, n->c * sizeof *p->arguments) == 0;
  return m->b == n->b;
}

/* The hash is there: `grow` made it, with more free places than nodes. */
static void hash_insert(zc_program *p, zc_node_id id, uint32_t hash) {
  ZC_ASSERT(p->hash && id <= p->hash_mask / 2);
  uint32_t slot = hash & p->hash_mask;
  while (p->hash[slot] != 0) /* NOLINT(clang-analyzer-core.NullDereference) */
    slot = (slot + 1) & p->hash_mask;
  p->hash[slot] = id + 1;
}

/* Room for one more node; the hash stays at most half full. -1: out of memory. */
static int grow(zc_program *p) {
  uint32_t capacity = ZC_FIRST_CAPACITY; /* a power of two, which that of an image is not */
  while (capacity <= p->capacity)
    capacity *= 2;
  zc_node *nodes = zc_realloc(p->nodes, capacity * sizeof *nodes);
  if (!nodes)
    return -1;
  p->nodes = nodes;
  uint32_t *hash = zc_calloc((size_t)capacity * 2, sizeof *hash);
  if (!hash)
    return -1;
  zc_free(p->hash);
  p->hash = hash;
  p->hash_mask = capacity * 2 - 1;
  p->capacity = capacity;
  for (zc_node_id id = 0; id < p->count; id++)
    hash_insert(p, id, node_hash(p, &p->nodes[id]));
  return 0;
}

/* Operands stand before their users: every evaluator goes through the nodes once, from the first.
 */
static int has_operands(const zc_program *p, const zc_node *n) {
  if (n->op == ZC_OP_CALL) {
    for (uint32_t i = 0; i < n->c; i++)
      if (p->arguments[n->b + i] >= p->count)
        return 0;
    return 1;
  }
  for (int i = 0; i < zc_op_operands(n->op); i++)
    if (zc_op_operand(n, i) >= p->count)
      return 0;
  return 1;
}

zc_node_id zc_program_add(zc_program *p, const zc_node *node) {
  uint32_t hash = node_hash(p, node);
  if (p->hash) {
    for (uint32_t slot = hash & p->hash_mask; p->hash[slot] != 0; slot = (slot + 1) & p->hash_mask)
      if (node_equal(p, &p->nodes[p->hash[slot] - 1], node))
        return p->hash[slot] - 1;
  }
  if (p->count >= ZC_NODE_LIMIT || (p->count == p->capacity && grow(p) != 0))
    return ZC_NO_NODE;
  ZC_ASSERT(node->op < ZC_OP_COUNT && node->type < ZC_TYPE_COUNT && node->min <= node->max);
  ZC_ASSERT((node->op != ZC_OP_MUL && node->op != ZC_OP_DIV) || node->imm > 0);
  ZC_ASSERT(has_operands(p, node));
  p->nodes[p->count] = *node;
  hash_insert(p, p->count, hash);
  return p->count++;
}

/* Room for the arguments of one more call. -1: out of memory. */
static int reserve_arguments(zc_program *p, uint32_t count) {
  if (count > ZC_NODE_LIMIT || p->argument_count > ZC_NODE_LIMIT)
    return -1;
  uint32_t capacity = p->argument_capacity == 0 ? 64 : p->argument_capacity;
  while (capacity < p->argument_count + count)
    capacity *= 2;
  if (capacity == p->argument_capacity)
    return 0;
  uint32_t *arguments = zc_realloc(p->arguments, capacity * sizeof *arguments);
  if (!arguments)
    return -1;
  p->arguments = arguments;
  p->argument_capacity = capacity;
  return 0;
}

zc_node_id zc_node_call(zc_program *p, zc_type type, uint32_t function, const zc_node_id *arguments,
                        uint32_t count, int64_t min, int64_t max) {
  for (uint32_t i = 0; i < count; i++)
    if (arguments[i] == ZC_NO_NODE)
      return ZC_NO_NODE;
  if (reserve_arguments(p, count) != 0)
    return ZC_NO_NODE;
  ZC_ASSERT(count <= ZC_MAX_ARGUMENTS && p->argument_count + count <= p->argument_capacity);
  for (uint32_t i = 0; i < count; i++)
    p->arguments[p->argument_count + i] = arguments[i];
  zc_node n = {.op = ZC_OP_CALL,
               .type = (uint8_t)type,
               .a = function,
               .b = p->argument_count,
               .c = count,
               .min = min,
               .max = max};
  zc_node_id before = p->count;
  zc_node_id id = zc_program_add(p, &n);
  if (id != ZC_NO_NODE && id >= before) /* new: it keeps the arguments just written */
    p->argument_count += count;
  return id;
}

int zc_program_copy(zc_program *to, const zc_program *from) {
  ZC_ASSERT(to->count == 0 && to->argument_count == 0);
  if (from->argument_count && reserve_arguments(to, from->argument_count) != 0)
    return 0;
  if (from->argument_count)
    memcpy(to->arguments, from->arguments, from->argument_count * sizeof *to->arguments);
  to->argument_count = from->argument_count;
  for (zc_node_id i = 0; i < from->count; i++)
    if (zc_program_add(to, &from->nodes[i]) != i)
      return 0;
  return 1;
}
