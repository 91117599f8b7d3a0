/* SPDX-License-Identifier: Apache-2.0 */
/* The type checker: from below, each part gets its type from its operands. */
#include "language/check.h"

static int check_part(zc_compilation *c, zc_part_id id);

static int is_bare_number(zc_kindred is) {
  return is.type == ZC_INT && is.unit == ZC_UNIT_COUNT;
}

int zc_accept(zc_compilation *c, zc_part_id id, zc_kindred wanted) {
  const zc_part *part = &c->tree.parts[id];
  zc_kindred found = part->is;
  if (found.type == ZC_NO_TYPE && wanted.type == ZC_NO_TYPE)
    return 0;
  if (found.type == ZC_NO_TYPE && part->kind == ZC_PART_NAME && wanted.type != ZC_ENUM &&
      wanted.type != ZC_REGION)
    return zc_complain_unknown(c, part, wanted);
  if (found.type == ZC_NO_TYPE)
    return 0; /* words of an `if`, too: the emitter looks each of them up */
  if (wanted.type == ZC_DIVISION && zc_is_division_literal(part))
    return 0;
  if (found.type != wanted.type)
    return zc_complain_type(c, part->at, found, wanted);
  if (found.type == ZC_INT && found.unit != wanted.unit && found.unit != ZC_UNIT_COUNT &&
      wanted.unit != ZC_UNIT_COUNT)
    return zc_complain_type(c, part->at, found, wanted);
  if (found.type == ZC_ENUM && wanted.enumeration >= 0 && found.enumeration != wanted.enumeration)
    return zc_complain_type(c, part->at, found, wanted);
  return 0;
}

int zc_unify(zc_compilation *c, zc_part_id a, zc_part_id b, zc_kindred *out) {
  const zc_part *x = &c->tree.parts[a], *y = &c->tree.parts[b];
  if (x->is.type == ZC_NO_TYPE || is_bare_number(x->is)) {
    *out = y->is.type == ZC_NO_TYPE ? x->is : y->is;
    return zc_accept(c, a, *out);
  }
  *out = x->is;
  return zc_accept(c, b, *out);
}

static int check_bool(zc_compilation *c, zc_part_id id) {
  return check_part(c, id) != 0 ? -1 : zc_accept(c, id, ZC_KINDRED(ZC_BOOL));
}

static int check_logic(zc_compilation *c, zc_part *part) {
  part->is = ZC_KINDRED(ZC_BOOL);
  if (check_bool(c, part->a) != 0)
    return -1;
  return part->b == ZC_NO_PART ? 0 : check_bool(c, part->b);
}

static int is_ordered(const zc_compilation *c, zc_kindred is) {
  return is.type == ZC_INT || is.type == ZC_DATE ||
         (is.type == ZC_ENUM && c->names->vocabulary->enums[is.enumeration].ordered);
}

static int complain_unordered(zc_compilation *c, uint32_t at, zc_kindred is) {
  if (is.type == ZC_ENUM)
    return zc_complain(&c->complaint, at, "“%s”的词没有高低之分：用 ==、!= 或 in {…}",
                       "words of %s have no order: use ==, != or in {...}",
                       c->names->vocabulary->enums[is.enumeration].name);
  return zc_complain(&c->complaint, at, "这里只能比较数、日期或有高低的词",
                     "only numbers, days and ordered words have an order");
}

/* Two divisions have no plain equality: either may be coarser than the other. */
static int check_division_equality(zc_compilation *c, const zc_part *part) {
  if (zc_is_division_literal(&c->tree.parts[part->a]) ||
      zc_is_division_literal(&c->tree.parts[part->b]))
    return 0;
  return zc_complain(&c->complaint, part->at,
                     "两个区划不能直接比较：写作 same_prefecture(a, b)，或与代码比较",
                     "two divisions are not compared directly: write same_prefecture(a, b), or "
                     "compare with a code");
}

static void mean_word(zc_part *part) {
  part->is = ZC_KINDRED(ZC_NO_TYPE);
  part->meaning = ZC_MEANS_WORD;
}

/* Beside an enum, its word is meant, whatever else has this name. */
static void prefer_word(zc_compilation *c, zc_part *part, zc_kindred beside) {
  if (part->kind == ZC_PART_NAME && beside.type == ZC_ENUM &&
      zc_enum_word(&c->names->vocabulary->enums[beside.enumeration], zc_part_text(c, part),
                   part->length) >= 0)
    mean_word(part);
}

static int check_compare(zc_compilation *c, zc_part *part) {
  zc_part *left = &c->tree.parts[part->a], *right = &c->tree.parts[part->b];
  zc_kindred both;
  if (check_part(c, part->a) != 0 || check_part(c, part->b) != 0)
    return -1;
  prefer_word(c, right, left->is);
  prefer_word(c, left, right->is);
  if (zc_unify(c, part->a, part->b, &both) != 0)
    return -1;
  part->is = ZC_KINDRED(ZC_BOOL);
  int equality = part->token == ZC_TOKEN_EQ || part->token == ZC_TOKEN_NE;
  if (both.type == ZC_NO_TYPE)
    return zc_complain_unknown(c, &c->tree.parts[part->a], both);
  if (both.type == ZC_STRING)
    return zc_complain(&c->complaint, part->at, "文本只供显示，不能比较；可用 given(名称)",
                       "texts are shown, never compared; given(name) can be asked");
  if (!equality && both.type == ZC_DIVISION)
    return zc_complain(&c->complaint, part->at, "区划没有大小：用 under 或 ==",
                       "divisions have no order: use `under` or ==");
  if (!equality && !is_ordered(c, both))
    return complain_unordered(c, part->at, both);
  return both.type == ZC_DIVISION ? check_division_equality(c, part) : 0;
}

static int check_element(zc_compilation *c, zc_part *element, zc_part_id id, zc_kindred of) {
  if (element->kind == ZC_PART_NAME && of.type == ZC_ENUM) {
    mean_word(element);
    return 0;
  }
  if (check_part(c, id) != 0)
    return -1;
  if (element->kind == ZC_PART_NAME && !zc_is_division_literal(element) &&
      element->meaning != ZC_MEANS_WORD && element->meaning != ZC_MEANS_THIS_REGION)
    return zc_complain(&c->complaint, element->at, "集合里只能是固定的值；与其他名称用 == 比较",
                       "a set holds fixed values; compare with other names by ==");
  return zc_accept(c, id, of);
}

static int check_membership(zc_compilation *c, zc_part *part) {
  if (check_part(c, part->a) != 0)
    return -1;
  const zc_part *left = &c->tree.parts[part->a];
  zc_kindred of = left->is;
  part->is = ZC_KINDRED(ZC_BOOL);
  if (of.type == ZC_NO_TYPE || is_bare_number(of))
    return left->kind == ZC_PART_NAME ? zc_complain_unknown(c, left, of)
                                      : zc_complain(&c->complaint, left->at, "左侧应为事实或参数",
                                                    "a fact or a parameter stands on the left");
  if (part->kind == ZC_PART_UNDER && of.type != ZC_DIVISION)
    return zc_complain_type(c, left->at, of, ZC_KINDRED(ZC_DIVISION));
  if (of.type == ZC_BOOL || of.type == ZC_STRING)
    return zc_complain(&c->complaint, part->at, "in 的左侧应为词、数、日期或区划",
                       "`in` takes a word, a number, a day or a division on its left");
  for (zc_part_id i = part->b; i != ZC_NO_PART; i = c->tree.parts[i].next)
    if (check_element(c, &c->tree.parts[i], i, of) != 0)
      return -1;
  return 0;
}

static int check_sum(zc_compilation *c, zc_part *part) {
  if (check_part(c, part->a) != 0 || check_part(c, part->b) != 0)
    return -1;
  zc_kindred x = c->tree.parts[part->a].is, y = c->tree.parts[part->b].is;
  zc_kindred days = {.type = ZC_INT, .unit = ZC_DAY, .enumeration = -1};
  if (x.type == ZC_DATE && y.type == ZC_DATE && part->kind == ZC_PART_SUB) {
    part->is = days;
    return 0;
  }
  if (x.type == ZC_DATE) {
    part->is = x;
    if (y.type == ZC_INT && y.unit == ZC_MONTH)
      return zc_complain(&c->complaint, part->at, "日期加月数写作 add_months(日期, 月数)",
                         "months are added to a day by add_months(day, months)");
    return zc_accept(c, part->b, days);
  }
  if (x.type == ZC_NO_TYPE || y.type == ZC_NO_TYPE)
    return zc_complain_unknown(c, &c->tree.parts[x.type == ZC_NO_TYPE ? part->a : part->b],
                               ZC_KINDRED(ZC_INT));
  if (x.type != ZC_INT || y.type != ZC_INT)
    return zc_complain_type(c, part->at, x.type != ZC_INT ? x : y,
                            (zc_kindred){ZC_INT, ZC_UNIT_COUNT, -1});
  return zc_unify(c, part->a, part->b, &part->is);
}

/* A product has the unit of the factor that has one; both cannot have one. */
static int check_product(zc_compilation *c, zc_part *part) {
  zc_kindred number = {.type = ZC_INT, .unit = ZC_UNIT_COUNT, .enumeration = -1};
  if (check_part(c, part->a) != 0 || zc_accept(c, part->a, number) != 0 ||
      check_part(c, part->b) != 0 || zc_accept(c, part->b, number) != 0)
    return -1;
  zc_kindred x = c->tree.parts[part->a].is, y = c->tree.parts[part->b].is;
  int x_bare = x.unit == ZC_NO_UNIT || x.unit == ZC_UNIT_COUNT;
  int y_bare = y.unit == ZC_NO_UNIT || y.unit == ZC_UNIT_COUNT;
  if (!x_bare && !y_bare)
    return zc_complain(&c->complaint, part->at, "相乘的两数不能都有单位",
                       "only one factor of a product may have a unit");
  if (x_bare && y_bare)
    part->is = x.unit == ZC_UNIT_COUNT ? y : x;
  else
    part->is = x_bare ? y : x;
  return 0;
}

static int check_negative(zc_compilation *c, zc_part *part) {
  zc_kindred number = {.type = ZC_INT, .unit = ZC_UNIT_COUNT, .enumeration = -1};
  if (check_part(c, part->a) != 0 || zc_accept(c, part->a, number) != 0)
    return -1;
  part->is = c->tree.parts[part->a].is;
  return 0;
}

static int check_if(zc_compilation *c, zc_part *part) {
  if (check_bool(c, part->a) != 0 || check_part(c, part->b) != 0 || check_part(c, part->c) != 0)
    return -1;
  return zc_unify(c, part->b, part->c, &part->is);
}

static int check_extreme(zc_compilation *c, zc_part *call) {
  zc_part_id typed = call->a; /* the argument whose type the others take */
  for (zc_part_id i = call->a; i != ZC_NO_PART; i = c->tree.parts[i].next) {
    zc_kindred both;
    if (check_part(c, i) != 0 || zc_unify(c, typed, i, &both) != 0)
      return -1;
    zc_kindred so_far = c->tree.parts[typed].is;
    if (so_far.type == ZC_NO_TYPE || is_bare_number(so_far))
      typed = i;
  }
  call->is = c->tree.parts[typed].is;
  if (call->is.type == ZC_NO_TYPE)
    return zc_complain_unknown(c, &c->tree.parts[call->a], call->is);
  return is_ordered(c, call->is) ? 0 : complain_unordered(c, call->at, call->is);
}

static int check_argument(zc_compilation *c, zc_part_id id, zc_kindred wanted) {
  return check_part(c, id) != 0 ? -1 : zc_accept(c, id, wanted);
}

static int check_known(zc_compilation *c, const zc_part *call) {
  if (check_part(c, call->a) != 0)
    return -1;
  const zc_part *argument = &c->tree.parts[call->a];
  if (argument->is.type == ZC_NO_TYPE)
    return zc_complain_unknown(c, argument, argument->is);
  if (argument->is.type == ZC_STRING)
    return zc_complain(&c->complaint, argument->at, "文本用 given(名称)",
                       "of a text ask given(name)");
  return 0;
}

static int check_given(zc_compilation *c, const zc_part *call) {
  zc_part *argument = &c->tree.parts[call->a];
  if (argument->kind == ZC_PART_NAME)
    zc_resolve_name(c, argument);
  if (argument->kind != ZC_PART_NAME ||
      (argument->meaning != ZC_MEANS_FACT && argument->meaning != ZC_MEANS_WORD))
    return zc_complain(&c->complaint, argument->at, "given(…) 里应为一个事实的名称",
                       "given(...) takes the name of a fact");
  return argument->meaning == ZC_MEANS_FACT ? 0 : zc_complain_unknown(c, argument, argument->is);
}

static int check_builtin(zc_compilation *c, zc_part *call) {
  uint32_t least, most, count = 0;
  for (zc_part_id i = call->a; i != ZC_NO_PART; i = c->tree.parts[i].next)
    count++;
  zc_builtin_arity((zc_builtin)call->index, &least, &most);
  if (count < least || count > most)
    return zc_complain(&c->complaint, call->at, "%s 要 %u 个参数，却有 %u 个",
                       "%s: arguments wanted %u, given %u",
                       zc_builtin_name((zc_builtin)call->index), least, count);
  zc_part_id second = c->tree.parts[call->a].next;
  const zc_kindred date = ZC_KINDRED(ZC_DATE), division = ZC_KINDRED(ZC_DIVISION),
                   bare = ZC_KINDRED(ZC_INT), months = {ZC_INT, ZC_MONTH, -1};
  call->is = ZC_KINDRED(ZC_BOOL);
  switch ((zc_builtin)call->index) {
  case ZC_BUILTIN_KNOWN:
    return check_known(c, call);
  case ZC_BUILTIN_GIVEN:
    return check_given(c, call);
  case ZC_BUILTIN_MIN:
  case ZC_BUILTIN_MAX:
    return check_extreme(c, call);
  case ZC_BUILTIN_YEARS:
  case ZC_BUILTIN_MONTHS:
    call->is = months;
    return check_argument(c, call->a, bare);
  case ZC_BUILTIN_FULL_MONTHS:
    call->is = months;
    return check_argument(c, call->a, date) != 0 ? -1 : check_argument(c, second, date);
  case ZC_BUILTIN_ADD_MONTHS:
    call->is = date;
    return check_argument(c, call->a, date) != 0 ? -1 : check_argument(c, second, months);
  default:
    return check_argument(c, call->a, division) != 0 ? -1 : check_argument(c, second, division);
  }
}

static int check_call(zc_compilation *c, zc_part *call) {
  zc_resolve_name(c, call);
  if (call->meaning == ZC_MEANS_BUILTIN)
    return check_builtin(c, call);
  if (call->meaning == ZC_MEANS_WORD)
    return zc_complain_unknown(c, call, call->is);
  if (call->meaning != ZC_MEANS_PARAMETER)
    return zc_complain(&c->complaint, call->at, "“%.*s”不带参数：去掉括号",
                       "`%.*s` takes no arguments: leave out the parentheses",
                       zc_shown_length(call->length), zc_part_text(c, call));
  for (zc_part_id i = call->a; i != ZC_NO_PART; i = c->tree.parts[i].next)
    if (check_part(c, i) != 0)
      return -1;
  return 0;
}

static int check_part(zc_compilation *c, zc_part_id id) {
  zc_part *part = &c->tree.parts[id];
  switch ((zc_part_kind)part->kind) {
  case ZC_PART_NAME:
    zc_resolve_name(c, part);
    return 0;
  case ZC_PART_CALL:
    return check_call(c, part);
  case ZC_PART_NUMBER:
    part->is = (zc_kindred){.type = ZC_INT, .unit = part->is.unit, .enumeration = -1};
    return 0;
  case ZC_PART_DATE:
    part->is = ZC_KINDRED(ZC_DATE);
    return 0;
  case ZC_PART_BOOL:
    part->is = ZC_KINDRED(ZC_BOOL);
    return 0;
  case ZC_PART_NOT:
  case ZC_PART_AND:
  case ZC_PART_OR:
    return check_logic(c, part);
  case ZC_PART_NEGATIVE:
    return check_negative(c, part);
  case ZC_PART_COMPARE:
    return check_compare(c, part);
  case ZC_PART_ADD:
  case ZC_PART_SUB:
    return check_sum(c, part);
  case ZC_PART_MUL:
    return check_product(c, part);
  case ZC_PART_IN:
  case ZC_PART_UNDER:
    return check_membership(c, part);
  default:
    return check_if(c, part);
  }
}

int zc_check(zc_compilation *c) {
  return check_part(c, c->tree.root);
}
