/* SPDX-License-Identifier: Apache-2.0 */
/* The emitter: each part makes its node, from the nodes of its operands. */
#include "language/emit.h"
#include "base/assert.h"
#include "base/date.h"
#include "base/words.h"

zc_node_id zc_emit_fact(zc_program *program, const zc_names *names, uint32_t fact) {
  ZC_ASSERT(fact < names->vocabulary->fact_count);
  if (names->fact_nodes && names->fact_nodes[fact] != ZC_NO_NODE)
    return names->fact_nodes[fact];
  const zc_fact *f = &names->vocabulary->facts[fact];
  return zc_node_fact(program, f->type, fact, f->min, f->max);
}

static const zc_node *node_at(const zc_compilation *c, zc_node_id id) {
  return &c->program->nodes[id];
}

/* A function of the plugin reads the facts that its row names. */
static zc_node_id emit_function(zc_compilation *c, const zc_part *part) {
  ZC_ASSERT(part->index < c->names->function_count);
  const zc_function *f = &c->names->functions[part->index];
  zc_node_id arguments[ZC_MAX_ARGUMENTS];
  uint32_t count = 0;
  const char *cursor = f->reads ? f->reads : "", *word;
  size_t length;
  while (zc_next_word(&cursor, &word, &length)) {
    int32_t fact = zc_fact_find(c->names->vocabulary, word, length);
    if (fact < 0 || count == ZC_MAX_ARGUMENTS) {
      zc_complain(
          &c->complaint, part->at, "函数 %s 的 reads 里：没有事实“%.*s”，或多于 %u 个",
          "in `reads` of the function %s: there is no fact `%.*s`, or more than %u are named",
          f->name, zc_shown_length(length), word, ZC_MAX_ARGUMENTS);
      return ZC_NO_NODE;
    }
    arguments[count] = zc_emit_fact(c->program, c->names, (uint32_t)fact);
    if (arguments[count++] == ZC_NO_NODE)
      return ZC_NO_NODE;
  }
  int64_t min = f->type == ZC_INT ? f->min : f->type == ZC_DATE ? ZC_DAY_MIN : 0;
  int64_t max = f->type == ZC_INT ? f->max : f->type == ZC_DATE ? ZC_DAY_MAX : 1;
  return zc_node_call(c->program, (zc_type)f->type, part->index, arguments, count, min, max);
}

/* One whole division as a value: known only where the code has no finer ones under it. */
static zc_node_id emit_division(zc_compilation *c, const zc_part *part) {
  int64_t lo, hi;
  if (zc_division_literal(c, part, &lo, &hi) != 0)
    return ZC_NO_NODE;
  return zc_node_unset(c->program, ZC_DIVISION, lo, hi);
}

static zc_node_id emit_word(zc_compilation *c, const zc_part *part, zc_kindred wanted) {
  int64_t value;
  if (zc_word_literal(c, part, wanted, NULL, &value) != 0)
    return ZC_NO_NODE;
  return zc_node_const(c->program, (zc_type)wanted.type, value);
}

static zc_node_id emit_answer(zc_compilation *c, const zc_part *part) {
  const zc_names *names = c->names;
  zc_named_answer which = (zc_named_answer)part->index;
  zc_node_id node = names->answers ? names->answers[which] : ZC_NO_NODE;
  if (node == ZC_NO_NODE && names->make_answer)
    node = names->make_answer(names->maker, which);
  if (node == ZC_NO_NODE)
    zc_complain(&c->complaint, part->at,
                "“%s”是另一个问题的回答，这里还没有它：unit 的行不能用它，convert 的行不能用 "
                "current_title_is_base",
                "`%s` is the answer to another question and is not there yet: rows of `unit` have "
                "none, rows of `convert` no current_title_is_base",
                zc_answer_name(which));
  return node;
}

static zc_node_id emit_given(zc_compilation *c, uint32_t fact) {
  uint32_t as = c->names->given_as ? c->names->given_as[fact] : fact;
  if (as == ZC_GIVEN_NEVER || as == ZC_GIVEN_ALWAYS)
    return zc_node_const(c->program, ZC_BOOL, as == ZC_GIVEN_ALWAYS);
  return zc_node_given(c->program, as);
}

static zc_node_id emit_name(zc_compilation *c, const zc_part *part, zc_kindred wanted) {
  switch ((zc_meaning)part->meaning) {
  case ZC_MEANS_FACT:
    return zc_emit_fact(c->program, c->names, part->index);
  case ZC_MEANS_PARAMETER:
    return zc_emit_parameter(c, part, ZC_YIELDS_VALUE);
  case ZC_MEANS_FUNCTION:
    return emit_function(c, part);
  case ZC_MEANS_AS_OF:
    return zc_node_as_of(c->program);
  case ZC_MEANS_REGION_DIVISION:
    return emit_division(c, part);
  case ZC_MEANS_THIS_REGION:
    return zc_node_const(c->program, ZC_REGION, 0);
  case ZC_MEANS_ANSWER:
    return emit_answer(c, part);
  default:
    return emit_word(c, part, wanted);
  }
}

static zc_node_id emit_known(zc_compilation *c, zc_part_id id) {
  const zc_part *argument = &c->tree.parts[id];
  if (argument->meaning == ZC_MEANS_PARAMETER)
    return zc_emit_parameter(c, argument, ZC_YIELDS_KNOWN);
  return zc_node_unary(c->program, ZC_OP_KNOWN, zc_emit(c, id, argument->is), 0);
}

static zc_node_id emit_extreme(zc_compilation *c, const zc_part *call, zc_op op) {
  zc_node_id so_far = zc_emit(c, call->a, call->is);
  for (zc_part_id i = c->tree.parts[call->a].next; i != ZC_NO_PART; i = c->tree.parts[i].next)
    so_far = zc_node_binary(c->program, op, so_far, zc_emit(c, i, call->is));
  return so_far;
}

/* Reports a sum or product that might pass the limits of whole numbers. */
static zc_node_id complain_range(zc_compilation *c, const zc_part *part) {
  zc_complain(&c->complaint, part->at, "结果可能超出允许的范围", "the result may be out of range");
  return ZC_NO_NODE;
}

static zc_node_id emit_product_of(zc_compilation *c, const zc_part *part, zc_node_id a,
                                  int64_t factor) {
  int64_t low, high;
  if (a == ZC_NO_NODE)
    return ZC_NO_NODE;
  if (factor == 0)
    return zc_node_const(c->program, ZC_INT, 0);
  if (__builtin_mul_overflow(node_at(c, a)->min, factor, &low) ||
      __builtin_mul_overflow(node_at(c, a)->max, factor, &high) || !zc_is_value(low) ||
      !zc_is_value(high))
    return complain_range(c, part);
  if (factor > 0)
    return zc_node_unary(c->program, ZC_OP_MUL, a, factor);
  return zc_node_binary(c->program, ZC_OP_SUB, zc_node_const(c->program, ZC_INT, 0),
                        zc_node_unary(c->program, ZC_OP_MUL, a, -factor));
}

static zc_node_id emit_product(zc_compilation *c, const zc_part *part) {
  zc_node_id a = zc_emit(c, part->a, c->tree.parts[part->a].is);
  zc_node_id b = zc_emit(c, part->b, c->tree.parts[part->b].is);
  if (a == ZC_NO_NODE || b == ZC_NO_NODE)
    return ZC_NO_NODE;
  if (node_at(c, b)->op == ZC_OP_CONST)
    return emit_product_of(c, part, a, node_at(c, b)->imm);
  if (node_at(c, a)->op == ZC_OP_CONST)
    return emit_product_of(c, part, b, node_at(c, a)->imm);
  zc_complain(&c->complaint, part->at, "乘法的一侧必须是固定的数",
              "one side of a product must be a fixed number");
  return ZC_NO_NODE;
}

static zc_node_id emit_sum(zc_compilation *c, const zc_part *part, zc_op op) {
  zc_kindred x = c->tree.parts[part->a].is, y = c->tree.parts[part->b].is;
  zc_node_id a = zc_emit(c, part->a, x), b = zc_emit(c, part->b, y);
  if (a == ZC_NO_NODE || b == ZC_NO_NODE)
    return ZC_NO_NODE;
  zc_node m = *node_at(c, a), n = *node_at(c, b);
  int64_t low = op == ZC_OP_ADD ? m.min + n.min : m.min - n.max;
  int64_t high = op == ZC_OP_ADD ? m.max + n.max : m.max - n.min;
  if (!zc_is_value(low) || !zc_is_value(high))
    return complain_range(c, part);
  return zc_node_binary(c->program, op, a, b);
}

static zc_node_id emit_of_days(zc_compilation *c, const zc_part *call, zc_op op) {
  zc_part_id second = c->tree.parts[call->a].next;
  const zc_kindred months = {ZC_INT, ZC_MONTH, -1};
  zc_node_id a = zc_emit(c, call->a, ZC_KINDRED(ZC_DATE));
  zc_node_id b = zc_emit(c, second, op == ZC_OP_MONTHS ? ZC_KINDRED(ZC_DATE) : months);
  return zc_node_binary(c->program, op, a, b);
}

static zc_node_id emit_prefecture(zc_compilation *c, zc_part_id id) {
  const int64_t below = 100000000; /* the digits behind the prefecture's four */
  return zc_node_unary(c->program, ZC_OP_DIV, zc_emit(c, id, ZC_KINDRED(ZC_DIVISION)), below);
}

static zc_node_id emit_builtin(zc_compilation *c, const zc_part *call) {
  zc_part_id second = c->tree.parts[call->a].next;
  switch ((zc_builtin)call->index) {
  case ZC_BUILTIN_KNOWN:
    return emit_known(c, call->a);
  case ZC_BUILTIN_GIVEN:
    return emit_given(c, c->tree.parts[call->a].index);
  case ZC_BUILTIN_MIN:
    return emit_extreme(c, call, ZC_OP_MIN);
  case ZC_BUILTIN_MAX:
    return emit_extreme(c, call, ZC_OP_MAX);
  case ZC_BUILTIN_YEARS:
    return emit_product_of(c, call, zc_emit(c, call->a, ZC_KINDRED(ZC_INT)), 12);
  case ZC_BUILTIN_MONTHS:
    return zc_emit(c, call->a, ZC_KINDRED(ZC_INT));
  case ZC_BUILTIN_FULL_MONTHS:
    return emit_of_days(c, call, ZC_OP_MONTHS);
  case ZC_BUILTIN_ADD_MONTHS:
    return emit_of_days(c, call, ZC_OP_ADD_MONTHS);
  default:
    return zc_node_binary(c->program, ZC_OP_EQ, emit_prefecture(c, call->a),
                          emit_prefecture(c, second));
  }
}

/* `x == 451229` asks whether x lies under the code. */
static zc_node_id emit_division_equality(zc_compilation *c, const zc_part *part) {
  int literal_left = zc_is_division_literal(&c->tree.parts[part->a]);
  zc_part_id literal = literal_left ? part->a : part->b, other = literal_left ? part->b : part->a;
  int64_t lo, hi;
  if (zc_division_literal(c, &c->tree.parts[literal], &lo, &hi) != 0)
    return ZC_NO_NODE;
  return zc_node_range(c->program, zc_emit(c, other, ZC_KINDRED(ZC_DIVISION)), lo, hi);
}

/* A word beside a fact must be one that the fact may take. */
static int check_words(zc_compilation *c, const zc_part *part, zc_kindred both) {
  const zc_part *x = &c->tree.parts[part->a], *y = &c->tree.parts[part->b];
  int64_t unused;
  if (both.type != ZC_ENUM || (part->token != ZC_TOKEN_EQ && part->token != ZC_TOKEN_NE))
    return 0;
  if (x->kind == ZC_PART_NAME && x->meaning == ZC_MEANS_WORD)
    return zc_word_literal(c, x, both, y, &unused);
  if (y->kind == ZC_PART_NAME && y->meaning == ZC_MEANS_WORD)
    return zc_word_literal(c, y, both, x, &unused);
  return 0;
}

static zc_node_id emit_compare(zc_compilation *c, const zc_part *part) {
  zc_kindred both;
  if (zc_unify(c, part->a, part->b, &both) != 0 || check_words(c, part, both) != 0)
    return ZC_NO_NODE;
  zc_program *p = c->program;
  if (both.type == ZC_DIVISION) {
    zc_node_id equal = emit_division_equality(c, part);
    return part->token == ZC_TOKEN_EQ ? equal : zc_node_unary(p, ZC_OP_NOT, equal, 0);
  }
  zc_node_id a = zc_emit(c, part->a, both), b = zc_emit(c, part->b, both);
  switch ((zc_token_kind)part->token) {
  case ZC_TOKEN_EQ:
    return zc_node_binary(p, ZC_OP_EQ, a, b);
  case ZC_TOKEN_NE:
    return zc_node_unary(p, ZC_OP_NOT, zc_node_binary(p, ZC_OP_EQ, a, b), 0);
  case ZC_TOKEN_GE:
    return zc_node_binary(p, ZC_OP_GE, a, b);
  case ZC_TOKEN_LE:
    return zc_node_binary(p, ZC_OP_GE, b, a);
  case ZC_TOKEN_LT:
    return zc_node_unary(p, ZC_OP_NOT, zc_node_binary(p, ZC_OP_GE, a, b), 0);
  default:
    return zc_node_unary(p, ZC_OP_NOT, zc_node_binary(p, ZC_OP_GE, b, a), 0);
  }
}

static zc_node_id emit_logic(zc_compilation *c, const zc_part *part, zc_op op) {
  zc_node_id a = zc_emit(c, part->a, ZC_KINDRED(ZC_BOOL));
  zc_node_id b = zc_emit(c, part->b, ZC_KINDRED(ZC_BOOL));
  return zc_node_binary(c->program, op, a, b);
}

static zc_node_id emit_number(zc_compilation *c, const zc_part *part, zc_kindred wanted) {
  if (wanted.type == ZC_DIVISION)
    return emit_division(c, part);
  return zc_node_const(c->program, ZC_INT, part->value);
}

static zc_node_id emit_if(zc_compilation *c, const zc_part *part, zc_kindred wanted) {
  zc_node_id condition = zc_emit(c, part->a, ZC_KINDRED(ZC_BOOL));
  zc_node_id yes = zc_emit(c, part->b, wanted), no = zc_emit(c, part->c, wanted);
  return zc_node_if(c->program, condition, yes, no);
}

zc_node_id zc_emit(zc_compilation *c, zc_part_id id, zc_kindred wanted) {
  ZC_ASSERT(id < c->tree.count);
  const zc_part *part = &c->tree.parts[id];
  if (c->complaint.reported)
    return ZC_NO_NODE;
  switch ((zc_part_kind)part->kind) {
  case ZC_PART_NAME:
    return emit_name(c, part, wanted);
  case ZC_PART_CALL:
    return part->meaning == ZC_MEANS_PARAMETER ? zc_emit_parameter(c, part, ZC_YIELDS_VALUE)
                                               : emit_builtin(c, part);
  case ZC_PART_NUMBER:
    return emit_number(c, part, wanted);
  case ZC_PART_DATE:
    return zc_node_const(c->program, ZC_DATE, part->value);
  case ZC_PART_BOOL:
    return zc_node_const(c->program, ZC_BOOL, part->value);
  case ZC_PART_NOT:
    return zc_node_unary(c->program, ZC_OP_NOT, zc_emit(c, part->a, ZC_KINDRED(ZC_BOOL)), 0);
  case ZC_PART_NEGATIVE:
    return emit_product_of(c, part, zc_emit(c, part->a, wanted), -1);
  case ZC_PART_AND:
    return emit_logic(c, part, ZC_OP_AND);
  case ZC_PART_OR:
    return emit_logic(c, part, ZC_OP_OR);
  case ZC_PART_COMPARE:
    return emit_compare(c, part);
  case ZC_PART_ADD:
    return emit_sum(c, part, ZC_OP_ADD);
  case ZC_PART_SUB:
    return emit_sum(c, part, ZC_OP_SUB);
  case ZC_PART_MUL:
    return emit_product(c, part);
  case ZC_PART_IN:
  case ZC_PART_UNDER:
    return zc_emit_membership(c, part);
  default:
    return emit_if(c, part, wanted);
  }
}
