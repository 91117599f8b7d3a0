/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens to a tree, by recursive descent: one function for each level of precedence. A failed
 * function has reported its error and returns ZC_NO_PART. */
#include "base/assert.h"
#include "language/program.h"
#include "language/syntax.h"
#include "language/units.h"

typedef struct parser_state {
  zc_complaint *complaint;
  zc_tree *tree;
  zc_token token;  /* the one ahead */
  uint32_t cursor; /* behind it */
  uint32_t nested; /* parentheses, `not`s and branches that are open */
} parser_state;

static zc_part_id parse_expression(parser_state *p);

static zc_part_id fail(parser_state *p, const char *zh, const char *en) {
  zc_complain(p->complaint, p->token.at, "%s", "%s",
              p->complaint->diag && p->complaint->diag->lang == ZC_LANG_ZH ? zh : en);
  return ZC_NO_PART;
}

static int advance(parser_state *p) {
  return zc_token_next(p->complaint, &p->cursor, &p->token);
}

static int depth_exceeded(parser_state *p, uint32_t depth, uint32_t at) {
  if (depth < ZC_DEPTH_LIMIT)
    return 0;
  zc_complain(p->complaint, at, "嵌套超过 %u 层：请拆成几条规则，或用 in {…}",
              "more than %u operators inside each other: split the rule, or use in {...}",
              ZC_DEPTH_LIMIT);
  return 1;
}

static zc_part_id add_part(parser_state *p, zc_part_kind kind, uint32_t at, uint32_t length) {
  if (p->tree->count >= ZC_TREE_LIMIT) {
    zc_complain(p->complaint, at, "条件超过 %u 个成分：请拆成几条规则",
                "more than %u names and signs: split the rule", ZC_TREE_LIMIT);
    return ZC_NO_PART;
  }
  zc_part_id id = (zc_part_id)p->tree->count++;
  p->tree->parts[id] = (zc_part){.kind = (uint8_t)kind,
                                 .a = ZC_NO_PART,
                                 .b = ZC_NO_PART,
                                 .c = ZC_NO_PART,
                                 .next = ZC_NO_PART,
                                 .at = at,
                                 .length = length};
  return id;
}

/* Puts an operator above its operands; those that are absent are ZC_NO_PART. */
static zc_part_id add_operator(parser_state *p, zc_part_kind kind, const zc_token *sign,
                               zc_part_id a, zc_part_id b, zc_part_id c) {
  uint32_t depth = 0;
  const zc_part_id operands[3] = {a, b, c};
  for (int i = 0; i < 3; i++)
    if (operands[i] != ZC_NO_PART && p->tree->parts[operands[i]].depth > depth)
      depth = p->tree->parts[operands[i]].depth;
  if (depth_exceeded(p, depth + 1, sign->at))
    return ZC_NO_PART;
  zc_part_id id = add_part(p, kind, sign->at, sign->length);
  if (id == ZC_NO_PART)
    return ZC_NO_PART;
  ZC_ASSERT(depth + 1 <= ZC_DEPTH_LIMIT && ZC_DEPTH_LIMIT <= UINT8_MAX);
  zc_part *part = &p->tree->parts[id];
  part->token = (uint8_t)sign->kind;
  part->depth = (uint8_t)(depth + 1);
  part->a = a;
  part->b = b;
  part->c = c;
  return id;
}

static int read_unit(parser_state *p, zc_part *number) {
  const char *word = p->complaint->text + p->token.at;
  const zc_unit_word *unit = zc_unit_word_find(word, p->token.length);
  if (!unit) {
    const char *near = zc_unit_word_suggest(word, p->token.length);
    if (near)
      return zc_complain(p->complaint, p->token.at, "没有单位“%.*s”；是否应为“%s”？",
                         "there is no unit `%.*s`; did you mean `%s`?",
                         zc_shown_length(p->token.length), word, near);
    return zc_complain(p->complaint, p->token.at, "数后面的“%.*s”不是单位，也可能缺少运算符",
                       "`%.*s` behind a number is no unit, or an operator is missing",
                       zc_shown_length(p->token.length), word);
  }
  number->value *= unit->factor;
  number->is.unit = (uint8_t)unit->unit;
  if (number->value > ZC_VALUE_LIMIT)
    return zc_complain(p->complaint, number->at, "数字过大", "the number is too large");
  return advance(p);
}

static zc_part_id parse_literal(parser_state *p) {
  static const struct {
    zc_token_kind token;
    zc_part_kind part;
  } kinds[] = {{ZC_TOKEN_NAME, ZC_PART_NAME},
               {ZC_TOKEN_NUMBER, ZC_PART_NUMBER},
               {ZC_TOKEN_DATE, ZC_PART_DATE},
               {ZC_TOKEN_TRUE, ZC_PART_BOOL},
               {ZC_TOKEN_FALSE, ZC_PART_BOOL}};
  size_t i = 0;
  while (i < sizeof kinds / sizeof kinds[0] && kinds[i].token != p->token.kind)
    i++;
  ZC_ASSERT(i < sizeof kinds / sizeof kinds[0]); /* callers ask for literals only */
  zc_part_id id = add_part(p, kinds[i].part, p->token.at, p->token.length);
  if (id == ZC_NO_PART)
    return ZC_NO_PART;
  zc_part *part = &p->tree->parts[id];
  part->value = p->token.kind == ZC_TOKEN_TRUE ? 1 : p->token.value;
  part->is.unit = ZC_UNIT_COUNT;
  if (advance(p) != 0)
    return ZC_NO_PART;
  if (part->kind == ZC_PART_NUMBER && p->token.kind == ZC_TOKEN_NAME && read_unit(p, part) != 0)
    return ZC_NO_PART;
  return id;
}

/* "a, b, c" up to `close`; returns the first. Elements are read by `parse`. */
static zc_part_id parse_list(parser_state *p, zc_token_kind close,
                             zc_part_id (*parse)(parser_state *parser)) {
  zc_part_id first = ZC_NO_PART, last = ZC_NO_PART;
  for (;;) {
    zc_part_id element = parse(p);
    if (element == ZC_NO_PART)
      return ZC_NO_PART;
    if (last == ZC_NO_PART)
      first = element;
    else
      p->tree->parts[last].next = element;
    last = element;
    if (p->token.kind == close)
      return advance(p) == 0 ? first : ZC_NO_PART;
    if (p->token.kind != ZC_TOKEN_COMMA)
      return close == ZC_TOKEN_CLOSE ? fail(p, "这里应为“,”或“)”", "`,` or `)` expected")
                                     : fail(p, "这里应为“,”或“}”", "`,` or `}` expected");
    if (advance(p) != 0)
      return ZC_NO_PART;
  }
}

static zc_part_id parse_call(parser_state *p, zc_part_id name) {
  zc_token open = p->token;
  if (depth_exceeded(p, ++p->nested, open.at) || advance(p) != 0)
    return ZC_NO_PART;
  if (p->token.kind == ZC_TOKEN_CLOSE)
    return fail(p, "括号里缺少参数；没有参数就不写括号",
                "arguments expected; a name without arguments takes no parentheses");
  zc_part_id first = parse_list(p, ZC_TOKEN_CLOSE, parse_expression);
  p->nested--;
  if (first == ZC_NO_PART)
    return ZC_NO_PART;
  uint32_t depth = 0;
  for (zc_part_id i = first; i != ZC_NO_PART; i = p->tree->parts[i].next)
    if (p->tree->parts[i].depth > depth)
      depth = p->tree->parts[i].depth;
  if (depth_exceeded(p, depth + 1, open.at))
    return ZC_NO_PART;
  zc_part *call = &p->tree->parts[name];
  call->kind = ZC_PART_CALL;
  call->depth = (uint8_t)(depth + 1);
  call->a = first;
  return name;
}

static zc_part_id parse_group(parser_state *p) {
  if (depth_exceeded(p, ++p->nested, p->token.at) || advance(p) != 0)
    return ZC_NO_PART;
  zc_part_id inner = parse_expression(p);
  p->nested--;
  if (inner == ZC_NO_PART)
    return ZC_NO_PART;
  if (p->token.kind != ZC_TOKEN_CLOSE)
    return fail(p, "这里应为“)”", "`)` expected");
  return advance(p) == 0 ? inner : ZC_NO_PART;
}

static zc_part_id parse_primary(parser_state *p) {
  switch (p->token.kind) {
  case ZC_TOKEN_NUMBER:
  case ZC_TOKEN_DATE:
  case ZC_TOKEN_TRUE:
  case ZC_TOKEN_FALSE:
    return parse_literal(p);
  case ZC_TOKEN_NAME: {
    zc_part_id name = parse_literal(p);
    return name != ZC_NO_PART && p->token.kind == ZC_TOKEN_OPEN ? parse_call(p, name) : name;
  }
  case ZC_TOKEN_OPEN:
    return parse_group(p);
  case ZC_TOKEN_IF:
    return fail(p, "这里的 if 要放进括号：(if … then … else …)",
                "put this `if` into parentheses: (if ... then ... else ...)");
  case ZC_TOKEN_NOT:
    return fail(p, "这里的 not 要放进括号：(not …)", "put this `not` into parentheses: (not ...)");
  case ZC_TOKEN_OPEN_SET:
    return fail(p, "集合只能写在 in 或 under 之后", "a set stands only after `in` or `under`");
  case ZC_TOKEN_END:
    return fail(p, "条件在这里中断：应有名称、数或“(”",
                "the text ends where a name, a number or `(` is expected");
  default:
    return fail(p, "这里应为名称、数或“(”", "a name, a number or `(` expected");
  }
}

static zc_part_id parse_unary(parser_state *p) {
  if (p->token.kind != ZC_TOKEN_MINUS)
    return parse_primary(p);
  zc_token sign = p->token;
  if (depth_exceeded(p, ++p->nested, sign.at) || advance(p) != 0)
    return ZC_NO_PART;
  zc_part_id a = parse_unary(p);
  p->nested--;
  return a == ZC_NO_PART ? a : add_operator(p, ZC_PART_NEGATIVE, &sign, a, ZC_NO_PART, ZC_NO_PART);
}

/* Operators of one level that group from the left: a - b - c is (a - b) - c. */
static zc_part_id parse_chain(parser_state *p, zc_part_id (*parse)(parser_state *parser),
                              zc_token_kind sign1, zc_part_kind kind1, zc_token_kind sign2,
                              zc_part_kind kind2) {
  zc_part_id left = parse(p);
  while (left != ZC_NO_PART && (p->token.kind == sign1 || p->token.kind == sign2)) {
    zc_token sign = p->token;
    if (advance(p) != 0)
      return ZC_NO_PART;
    zc_part_id right = parse(p);
    if (right == ZC_NO_PART)
      return ZC_NO_PART;
    left = add_operator(p, sign.kind == sign1 ? kind1 : kind2, &sign, left, right, ZC_NO_PART);
  }
  return left;
}

static zc_part_id parse_product(parser_state *p) {
  return parse_chain(p, parse_unary, ZC_TOKEN_TIMES, ZC_PART_MUL, ZC_TOKEN_TIMES, ZC_PART_MUL);
}

static zc_part_id parse_sum(parser_state *p) {
  return parse_chain(p, parse_product, ZC_TOKEN_PLUS, ZC_PART_ADD, ZC_TOKEN_MINUS, ZC_PART_SUB);
}

static zc_part_id parse_element(parser_state *p) {
  switch (p->token.kind) {
  case ZC_TOKEN_NAME:
  case ZC_TOKEN_NUMBER:
  case ZC_TOKEN_DATE:
    return parse_literal(p);
  default:
    return fail(p, "集合里只能是词、数、日期或区划代码",
                "a set holds words, numbers, days or codes");
  }
}

static zc_part_id parse_membership(parser_state *p, zc_part_id left) {
  zc_token sign = p->token;
  if (advance(p) != 0)
    return ZC_NO_PART;
  zc_part_kind kind = sign.kind == ZC_TOKEN_IN ? ZC_PART_IN : ZC_PART_UNDER;
  zc_part_id elements;
  if (p->token.kind == ZC_TOKEN_OPEN_SET) {
    if (advance(p) != 0)
      return ZC_NO_PART;
    elements = parse_list(p, ZC_TOKEN_CLOSE_SET, parse_element);
  } else if (kind == ZC_PART_IN) {
    return fail(p, "集合写作 in {a, b}；只有一个值时用 ==",
                "a set is written in {a, b}; for one value use ==");
  } else {
    elements = parse_element(p);
  }
  if (elements == ZC_NO_PART)
    return ZC_NO_PART;
  return add_operator(p, kind, &sign, left, elements, ZC_NO_PART);
}

static int is_comparison(zc_token_kind kind) {
  return kind >= ZC_TOKEN_EQ && kind <= ZC_TOKEN_GE;
}

static zc_part_id parse_comparison(parser_state *p) {
  zc_part_id left = parse_sum(p);
  if (left == ZC_NO_PART)
    return ZC_NO_PART;
  if (p->token.kind == ZC_TOKEN_NOT)
    return fail(p, "“不在”写作 not (x in {…})", "`not in` is written not (x in {...})");
  if (p->token.kind == ZC_TOKEN_IN || p->token.kind == ZC_TOKEN_UNDER) {
    left = parse_membership(p, left);
  } else if (is_comparison(p->token.kind)) {
    zc_token sign = p->token;
    if (advance(p) != 0)
      return ZC_NO_PART;
    zc_part_id right = parse_sum(p);
    if (right == ZC_NO_PART)
      return ZC_NO_PART;
    left = add_operator(p, ZC_PART_COMPARE, &sign, left, right, ZC_NO_PART);
  }
  if (left != ZC_NO_PART && (is_comparison(p->token.kind) || p->token.kind == ZC_TOKEN_IN ||
                             p->token.kind == ZC_TOKEN_UNDER))
    return fail(p, "比较不能连写：写作 a < b and b < c",
                "comparisons do not chain: a < b and b < c");
  return left;
}

static zc_part_id parse_not(parser_state *p) {
  if (p->token.kind != ZC_TOKEN_NOT)
    return parse_comparison(p);
  zc_token sign = p->token;
  if (depth_exceeded(p, ++p->nested, sign.at) || advance(p) != 0)
    return ZC_NO_PART;
  zc_part_id a = parse_not(p);
  p->nested--;
  return a == ZC_NO_PART ? a : add_operator(p, ZC_PART_NOT, &sign, a, ZC_NO_PART, ZC_NO_PART);
}

static zc_part_id parse_and(parser_state *p) {
  return parse_chain(p, parse_not, ZC_TOKEN_AND, ZC_PART_AND, ZC_TOKEN_AND, ZC_PART_AND);
}

static zc_part_id parse_or(parser_state *p) {
  return parse_chain(p, parse_and, ZC_TOKEN_OR, ZC_PART_OR, ZC_TOKEN_OR, ZC_PART_OR);
}

static zc_part_id parse_if(parser_state *p) {
  zc_token sign = p->token;
  zc_part_id parts[3];
  static const zc_token_kind before[3] = {ZC_TOKEN_IF, ZC_TOKEN_THEN, ZC_TOKEN_ELSE};
  if (depth_exceeded(p, ++p->nested, sign.at))
    return ZC_NO_PART;
  for (int i = 0; i < 3; i++) {
    if (p->token.kind != before[i])
      return i == 1 ? fail(p, "这里应为 then", "`then` expected")
                    : fail(p, "这里应为 else：if 必须两种情形都说明",
                           "`else` expected: an `if` says both cases");
    if (advance(p) != 0)
      return ZC_NO_PART;
    parts[i] = parse_expression(p);
    if (parts[i] == ZC_NO_PART)
      return ZC_NO_PART;
  }
  p->nested--;
  return add_operator(p, ZC_PART_IF, &sign, parts[0], parts[1], parts[2]);
}

static zc_part_id parse_expression(parser_state *p) {
  return p->token.kind == ZC_TOKEN_IF ? parse_if(p) : parse_or(p);
}

int zc_parse(zc_complaint *complaint, zc_tree *tree) {
  parser_state p = {.complaint = complaint, .tree = tree};
  tree->count = 0;
  if (complaint->length > ZC_TEXT_LIMIT)
    return zc_complain(complaint, 0, "条件超过 %u 字节：请拆成几条规则",
                       "longer than %u bytes: split the rule", ZC_TEXT_LIMIT);
  if (advance(&p) != 0)
    return -1;
  tree->root = parse_expression(&p);
  if (tree->root == ZC_NO_PART)
    return -1;
  if (p.token.kind != ZC_TOKEN_END)
    return zc_complain(complaint, p.token.at, "条件在这里应当结束，或缺少运算符",
                       "the text should end here, or an operator is missing");
  return 0;
}
