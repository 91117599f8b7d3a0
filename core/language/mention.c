/* SPDX-License-Identifier: Apache-2.0 */
#include "language/mention.h"
#include "base/assert.h"
#include "base/memory.h"
#include <string.h>

/* How a condition stands in the whole: asked for, asked not to hold, or neither. */
typedef enum sense_of_mention { SENSE_YES, SENSE_NO, SENSE_NEITHER } sense_of_mention;

static int walk(zc_compilation *c, zc_part_id id, sense_of_mention sense, zc_mentions *m);

static zc_mention *add_mention(zc_mentions *m, uint32_t fact) {
  for (uint32_t i = 0; i < m->count; i++)
    if (m->list[i].fact == fact)
      return &m->list[i];
  if (m->count == m->capacity) {
    uint32_t capacity = m->capacity == 0 ? 8 : m->capacity * 2;
    zc_mention *list = zc_arena_alloc(m->arena, capacity * sizeof *list);
    if (!list)
      return NULL;
    if (m->count > 0)
      memcpy(list, m->list, m->count * sizeof *list);
    m->list = list;
    m->capacity = capacity;
  }
  ZC_ASSERT(m->count < m->capacity);
  zc_mention *added = &m->list[m->count++];
  *added =
      (zc_mention){.fact = fact, .form = ZC_NEED_NONE, .value = ZC_NO_NODE, .settled = ZC_NO_NODE};
  return added;
}

/* The first need of a fact counts. */
static int add_need(zc_mentions *m, uint32_t fact, zc_need_form form, zc_node_id value) {
  zc_mention *mention = add_mention(m, fact);
  if (!mention)
    return -1;
  if (mention->form == ZC_NEED_NONE && form != ZC_NEED_NONE) {
    mention->form = (uint8_t)form;
    mention->value = value;
    mention->settled = m->settled;
  }
  return 0;
}

static int is_fact(const zc_part *part) {
  return part->kind == ZC_PART_NAME && part->meaning == ZC_MEANS_FACT;
}

static zc_token_kind mirrored(zc_token_kind sign) {
  switch (sign) {
  case ZC_TOKEN_LT:
    return ZC_TOKEN_GT;
  case ZC_TOKEN_GT:
    return ZC_TOKEN_LT;
  case ZC_TOKEN_LE:
    return ZC_TOKEN_GE;
  case ZC_TOKEN_GE:
    return ZC_TOKEN_LE;
  default:
    return sign;
  }
}

/* "fact > 3" is shown as ">= 4"; of a value that is not fixed there is no next one to show. */
static int add_strict_need(zc_compilation *c, uint32_t fact, zc_token_kind sign, zc_node_id value,
                           zc_mentions *m) {
  zc_node n = c->program->nodes[value];
  const zc_fact *f = &c->names->vocabulary->facts[fact];
  int64_t bound = sign == ZC_TOKEN_GT ? n.imm + 1 : n.imm - 1;
  if (n.op != ZC_OP_CONST || bound < f->min || bound > f->max)
    return add_need(m, fact, ZC_NEED_NONE, ZC_NO_NODE);
  zc_node_id next = zc_node_const(c->program, (zc_type)n.type, bound);
  if (next == ZC_NO_NODE)
    return -1;
  return add_need(m, fact, sign == ZC_TOKEN_GT ? ZC_NEED_GE : ZC_NEED_LE, next);
}

static int need_of_ranges(zc_mentions *m, uint32_t fact, const int64_t (*pairs)[2],
                          uint32_t count) {
  zc_mention *mention = add_mention(m, fact);
  if (!mention)
    return -1;
  if (mention->form != ZC_NEED_NONE)
    return 0;
  int64_t *ranges = zc_arena_alloc(m->arena, count * sizeof *pairs);
  if (!ranges)
    return -1;
  memcpy(ranges, pairs, count * sizeof *pairs);
  mention->form = ZC_NEED_IN;
  mention->settled = m->settled;
  mention->ranges = ranges;
  mention->range_count = count;
  return 0;
}

static int need_of_division(zc_compilation *c, uint32_t fact, const zc_part *literal,
                            zc_mentions *m) {
  int64_t pair[1][2];
  if (zc_division_literal(c, literal, &pair[0][0], &pair[0][1]) != 0)
    return -1;
  return need_of_ranges(m, fact, (const int64_t(*)[2])pair, 1);
}

static int need_of_compare(zc_compilation *c, const zc_part *part, zc_mentions *m) {
  int left = is_fact(&c->tree.parts[part->a]);
  zc_part_id fact_id = left ? part->a : part->b, other_id = left ? part->b : part->a;
  const zc_part *fact = &c->tree.parts[fact_id], *other = &c->tree.parts[other_id];
  zc_token_kind sign = left ? (zc_token_kind)part->token : mirrored((zc_token_kind)part->token);
  zc_kindred both;
  if (sign == ZC_TOKEN_NE)
    return add_need(m, fact->index, ZC_NEED_NONE, ZC_NO_NODE);
  if (zc_unify(c, part->a, part->b, &both) != 0)
    return -1;
  if (both.type == ZC_DIVISION)
    return need_of_division(c, fact->index, other, m);
  zc_node_id value = zc_emit(c, other_id, both);
  if (value == ZC_NO_NODE)
    return -1;
  switch (sign) {
  case ZC_TOKEN_EQ:
    return add_need(m, fact->index, ZC_NEED_EQ, value);
  case ZC_TOKEN_GE:
    return add_need(m, fact->index, ZC_NEED_GE, value);
  case ZC_TOKEN_LE:
    return add_need(m, fact->index, ZC_NEED_LE, value);
  default:
    return add_strict_need(c, fact->index, sign, value, m);
  }
}

static int walk_compare(zc_compilation *c, const zc_part *part, sense_of_mention sense,
                        zc_mentions *m) {
  int compared = is_fact(&c->tree.parts[part->a]) || is_fact(&c->tree.parts[part->b]);
  /* the left side first, so that mentions keep the order of the text */
  if (!is_fact(&c->tree.parts[part->a]) && walk(c, part->a, SENSE_NEITHER, m) != 0)
    return -1;
  if (compared && sense == SENSE_YES && need_of_compare(c, part, m) != 0)
    return -1;
  if (walk(c, part->a, SENSE_NEITHER, m) != 0)
    return -1;
  return walk(c, part->b, SENSE_NEITHER, m);
}

static int need_of_membership(zc_compilation *c, const zc_part *part, uint32_t fact,
                              zc_mentions *m) {
  zc_ranges ranges;
  if (zc_membership_ranges(c, part, &ranges) != 0)
    return -1;
  if (c->tree.parts[part->a].is.type != ZC_ENUM)
    return need_of_ranges(m, fact, (const int64_t(*)[2])ranges.pairs, ranges.count);
  zc_mention *mention = add_mention(m, fact);
  if (!mention)
    return -1;
  if (mention->form != ZC_NEED_NONE)
    return 0;
  mention->form = ZC_NEED_IN;
  mention->settled = m->settled;
  for (uint32_t i = 0; i < ranges.count; i++)
    for (int64_t word = ranges.pairs[i][0]; word <= ranges.pairs[i][1]; word++) {
      ZC_ASSERT(word >= 0 && word < ZC_MAX_WORDS);
      mention->mask |= UINT64_C(1) << word;
    }
  return 0;
}

static int walk_membership(zc_compilation *c, const zc_part *part, sense_of_mention sense,
                           zc_mentions *m) {
  const zc_part *left = &c->tree.parts[part->a];
  if (is_fact(left) && sense == SENSE_YES)
    return need_of_membership(c, part, left->index, m);
  return walk(c, part->a, SENSE_NEITHER, m);
}

/* The facts that an answer depends on, in their order. */
static int mention_answer(zc_compilation *c, const zc_part *part, zc_mentions *m) {
  const zc_program *p = c->program;
  zc_node_id node = zc_emit(c, (zc_part_id)(part - c->tree.parts), ZC_KINDRED(ZC_BOOL));
  uint32_t facts = c->names->vocabulary->fact_count;
  uint8_t *wanted = node == ZC_NO_NODE ? NULL : zc_calloc(node + 1 + facts, 1);
  int status = wanted ? 0 : -1;
  if (wanted)
    wanted[node] = 1;
  for (zc_node_id i = node + 1; wanted && i-- > 0;) {
    const zc_node *n = &p->nodes[i];
    if (!wanted[i])
      continue;
    if (n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN)
      wanted[node + 1 + n->a] = 1;
    for (uint32_t j = 0; n->op == ZC_OP_CALL && j < n->c; j++)
      wanted[p->arguments[n->b + j]] = 1;
    for (int operand = 0; operand < zc_op_operands(n->op); operand++)
      wanted[zc_op_operand(n, operand)] = 1;
  }
  for (uint32_t f = 0; f < facts && status == 0; f++)
    if (wanted[node + 1 + f])
      status = add_need(m, f, ZC_NEED_NONE, ZC_NO_NODE);
  zc_free(wanted);
  return status;
}

static zc_parameter_use *room_for_use(zc_mentions *m) {
  if (m->use_count == m->use_capacity) {
    uint32_t capacity = m->use_capacity == 0 ? 4 : m->use_capacity * 2;
    zc_parameter_use *uses = zc_arena_alloc(m->arena, capacity * sizeof *uses);
    if (!uses)
      return NULL;
    if (m->use_count > 0)
      memcpy(uses, m->uses, m->use_count * sizeof *uses);
    m->uses = uses;
    m->use_capacity = capacity;
  }
  ZC_ASSERT(m->use_count < m->use_capacity);
  return &m->uses[m->use_count++];
}

/* Equal keys make equal nodes. */
static int has_use(const zc_mentions *m, const zc_parameter_use *use) {
  for (uint32_t i = 0; i < m->use_count; i++)
    if (m->uses[i].parameter == use->parameter && m->uses[i].setting == use->setting)
      return 1;
  return 0;
}

int zc_mentions_add_uses(zc_mentions *m, const zc_parameter_use *uses, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (has_use(m, &uses[i]))
      continue;
    zc_parameter_use *added = room_for_use(m);
    if (!added)
      return -1;
    *added = uses[i];
  }
  return 0;
}

static int add_use(zc_compilation *c, const zc_part *part, zc_mentions *m) {
  zc_parameter_use use = {.parameter = part->index,
                          .value = zc_emit_parameter(c, part, ZC_YIELDS_VALUE),
                          .setting = zc_emit_parameter(c, part, ZC_YIELDS_INDEX)};
  if (use.value == ZC_NO_NODE || use.setting == ZC_NO_NODE)
    return -1;
  return zc_mentions_add_uses(m, &use, 1);
}

static int walk_name(zc_compilation *c, const zc_part *part, sense_of_mention sense,
                     zc_mentions *m) {
  if (part->meaning == ZC_MEANS_PARAMETER)
    return add_use(c, part, m);
  if (part->meaning == ZC_MEANS_ANSWER)
    return mention_answer(c, part, m);
  if (part->meaning != ZC_MEANS_FACT)
    return 0;
  if (part->is.type != ZC_BOOL || sense == SENSE_NEITHER)
    return add_need(m, part->index, ZC_NEED_NONE, ZC_NO_NODE);
  zc_node_id value = zc_node_const(c->program, ZC_BOOL, sense == SENSE_YES);
  return value == ZC_NO_NODE ? -1 : add_need(m, part->index, ZC_NEED_EQ, value);
}

static int walk_arguments(zc_compilation *c, const zc_part *call, zc_mentions *m) {
  if (call->meaning == ZC_MEANS_PARAMETER && add_use(c, call, m) != 0)
    return -1;
  for (zc_part_id i = call->a; i != ZC_NO_PART; i = c->tree.parts[i].next)
    if (walk(c, i, SENSE_NEITHER, m) != 0)
      return -1;
  return 0;
}

/* Goes through one branch, of which no more is asked where `settled` is true. */
static int walk_branch(zc_compilation *c, zc_part_id id, sense_of_mention sense, zc_mentions *m,
                       zc_node_id settled) {
  zc_node_id outer = m->settled;
  if (settled == ZC_NO_NODE)
    return -1;
  m->settled = outer == ZC_NO_NODE ? settled : zc_node_binary(c->program, ZC_OP_OR, outer, settled);
  int status = m->settled == ZC_NO_NODE ? -1 : walk(c, id, sense, m);
  m->settled = outer;
  return status;
}

static int walk_or(zc_compilation *c, zc_part_id id, sense_of_mention sense, zc_mentions *m) {
  const zc_part *part = &c->tree.parts[id];
  if (sense != SENSE_YES)
    return walk(c, part->a, sense, m) != 0 ? -1 : walk(c, part->b, sense, m);
  zc_node_id whole = zc_emit(c, id, ZC_KINDRED(ZC_BOOL));
  return walk_branch(c, part->a, sense, m, whole) != 0 ? -1
                                                       : walk_branch(c, part->b, sense, m, whole);
}

/* Which case holds is not asked for. */
static int walk_if(zc_compilation *c, const zc_part *part, sense_of_mention sense, zc_mentions *m) {
  if (walk(c, part->a, SENSE_NEITHER, m) != 0)
    return -1;
  if (sense != SENSE_YES)
    return walk(c, part->b, sense, m) != 0 ? -1 : walk(c, part->c, sense, m);
  zc_node_id yes = zc_emit(c, part->a, ZC_KINDRED(ZC_BOOL));
  zc_node_id no = zc_node_unary(c->program, ZC_OP_NOT, yes, 0);
  return walk_branch(c, part->b, sense, m, no) != 0 ? -1 : walk_branch(c, part->c, sense, m, yes);
}

static int walk(zc_compilation *c, zc_part_id id, sense_of_mention sense, zc_mentions *m) {
  const zc_part *part = &c->tree.parts[id];
  switch ((zc_part_kind)part->kind) {
  case ZC_PART_NAME:
    return walk_name(c, part, sense, m);
  case ZC_PART_CALL:
    return walk_arguments(c, part, m);
  case ZC_PART_NUMBER:
  case ZC_PART_DATE:
  case ZC_PART_BOOL:
    return 0;
  case ZC_PART_NOT: {
    int direct = sense == SENSE_YES && is_fact(&c->tree.parts[part->a]);
    return walk(c, part->a, direct ? SENSE_NO : SENSE_NEITHER, m);
  }
  case ZC_PART_NEGATIVE:
    return walk(c, part->a, SENSE_NEITHER, m);
  case ZC_PART_AND:
    return walk(c, part->a, sense, m) != 0 ? -1 : walk(c, part->b, sense, m);
  case ZC_PART_OR:
    return walk_or(c, id, sense, m);
  case ZC_PART_COMPARE:
    return walk_compare(c, part, sense, m);
  case ZC_PART_ADD:
  case ZC_PART_SUB:
  case ZC_PART_MUL:
    return walk(c, part->a, SENSE_NEITHER, m) != 0 ? -1 : walk(c, part->b, SENSE_NEITHER, m);
  case ZC_PART_IN:
  case ZC_PART_UNDER:
    return walk_membership(c, part, sense, m);
  default:
    return walk_if(c, part, sense, m);
  }
}

int zc_collect_mentions(zc_compilation *c, zc_mentions *mentions) {
  mentions->settled = ZC_NO_NODE;
  return walk(c, c->tree.root, SENSE_YES, mentions);
}
