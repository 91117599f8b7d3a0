/* SPDX-License-Identifier: Apache-2.0 */
/* From the checked tree of a condition to Chinese. A long `and` or `or` becomes a list; `not` goes
 * into the comparison behind it, so that what is left reads as people say it. */
#include "book/prose_term.h"

#include "base/memory.h"

#define SHORT_CHAIN 2u /* conditions joined in one sentence; more of them become a list */

zc_prose *zc_prose_new(const zc_region *region, zc_page *page) {
  zc_prose *s = zc_calloc(1, sizeof *s);
  if (s) {
    s->page = page;
    s->region = region;
    s->names = zc_region_names(region);
  }
  return s;
}

void zc_prose_free(zc_prose *prose) {
  zc_free(prose);
}

/* ---- sentences ---- */

/* The sign that holds where `sign` does not. */
static uint8_t opposite(uint8_t sign) {
  switch ((zc_token_kind)sign) {
  case ZC_TOKEN_EQ:
    return ZC_TOKEN_NE;
  case ZC_TOKEN_NE:
    return ZC_TOKEN_EQ;
  case ZC_TOKEN_LT:
    return ZC_TOKEN_GE;
  case ZC_TOKEN_LE:
    return ZC_TOKEN_GT;
  case ZC_TOKEN_GT:
    return ZC_TOKEN_LE;
  default:
    return ZC_TOKEN_LT;
  }
}

static const char *sign_word(uint8_t type, uint8_t sign) {
  static const char *const words[3][4] = {{"少于", "不多于", "多于", "不少于"},
                                          {"早于", "不晚于", "晚于", "不早于"},
                                          {"低于", "不高于", "高于", "不低于"}};
  if (sign == ZC_TOKEN_EQ)
    return type == ZC_INT ? "等于" : type == ZC_DIVISION ? "在" : "为";
  if (sign == ZC_TOKEN_NE)
    return type == ZC_INT ? "不等于" : type == ZC_DIVISION ? "不在" : "不是";
  int kind = type == ZC_INT ? 0 : type == ZC_DATE ? 1 : 2;
  return words[kind][sign - ZC_TOKEN_LT];
}

static void put_comparison(zc_prose *s, const zc_part *part, int negated) {
  uint8_t sign = negated ? opposite(part->token) : part->token;
  uint8_t type = zc_prose_part(s, part->a)->is.type;
  if (type == ZC_NO_TYPE)
    type = zc_prose_part(s, part->b)->is.type;
  zc_prose_term(s, part->a);
  zc_prose_put(s, sign_word(type, sign));
  zc_prose_term(s, part->b);
  zc_prose_put(s, type == ZC_DIVISION ? "之内" : "");
}

static void put_membership(zc_prose *s, const zc_part *part, int negated) {
  int is_place = part->kind == ZC_PART_UNDER || zc_prose_part(s, part->a)->is.type == ZC_DIVISION;
  int several = zc_prose_part(s, part->b)->next != ZC_NO_PART;
  zc_prose_term(s, part->a);
  zc_prose_put(s, is_place ? negated ? "不在" : "在" : negated ? "不是" : "为");
  for (zc_part_id i = part->b; i != ZC_NO_PART; i = zc_prose_part(s, i)->next) {
    zc_prose_put(s, i == part->b ? "" : "、");
    zc_prose_term(s, i);
  }
  zc_prose_put(s, is_place ? "之内" : several ? "之一" : "");
}

static void put_known(zc_prose *s, const zc_part *part, int negated) {
  const zc_part *inner = zc_prose_part(s, part->a);
  int is_parameter = inner->meaning == ZC_MEANS_PARAMETER;
  zc_prose_put(s, part->index == ZC_BUILTIN_GIVEN ? negated ? "未填报" : "已填报"
                  : is_parameter                  ? negated ? "尚未规定" : "已规定"
                  : negated                       ? "不知道"
                                                  : "知道");
  if (is_parameter) {
    zc_page_link_begin(s->page, "parameter", s->region->parameters.parameters[inner->index].name);
    zc_prose_put(s, s->region->parameters.parameters[inner->index].label.zh);
    zc_page_link_end(s->page, "parameter", s->region->parameters.parameters[inner->index].name);
  } else {
    zc_prose_term(s, part->a);
  }
}

static void put_plain(zc_prose *s, zc_part_id id, int negated) {
  const zc_part *part = zc_prose_part(s, id);
  if (part->kind == ZC_PART_CALL && part->meaning == ZC_MEANS_BUILTIN) {
    if (part->index == ZC_BUILTIN_KNOWN || part->index == ZC_BUILTIN_GIVEN) {
      put_known(s, part, negated);
    } else {
      zc_prose_term(s, part->a);
      zc_prose_put(s, "与");
      zc_prose_term(s, zc_prose_part(s, part->a)->next);
      zc_prose_put(s, negated ? "不在同一设区市（盟、州）" : "在同一设区市（盟、州）");
    }
  } else if (part->kind == ZC_PART_BOOL) {
    zc_prose_put(s, (part->value != 0) != negated ? "一律成立" : "一律不成立");
  } else {
    zc_prose_put(s, negated ? "“" : "");
    zc_prose_term(s, id);
    zc_prose_put(s, negated ? "”为否" : "");
  }
}

static int is_chain(const zc_part *part) {
  return part->kind == ZC_PART_AND || part->kind == ZC_PART_OR;
}

/* Whether the part is an `and` or `or` as it reads: `not` turns one into the other. */
static zc_part_kind reads_as(const zc_part *part, int negated) {
  if (!is_chain(part) || !negated)
    return (zc_part_kind)part->kind;
  return part->kind == ZC_PART_AND ? ZC_PART_OR : ZC_PART_AND;
}

/* The conditions that a chain of one operator joins, in the order of the text; returns how many.
 * Chains grow to the left, so there are no more of them than operators inside each other. */
static uint32_t gather(const zc_prose *s, zc_part_id id, zc_part_id list[ZC_DEPTH_LIMIT + 1]) {
  const uint8_t kind = zc_prose_part(s, id)->kind;
  uint32_t count = 1;
  for (zc_part_id i = id; zc_prose_part(s, i)->kind == kind; i = zc_prose_part(s, i)->a)
    count++;
  for (uint32_t i = count - 1; i > 0; i--, id = zc_prose_part(s, id)->a)
    list[i] = zc_prose_part(s, id)->b;
  list[0] = id;
  return count;
}

static void put_chain(zc_prose *s, zc_part_id id, int negated) {
  const zc_part *part = zc_prose_part(s, id);
  zc_part_kind kind = reads_as(part, negated);
  const zc_part_id both[] = {part->a, part->b};
  for (int i = 0; i < 2; i++) {
    const zc_part *side = zc_prose_part(s, both[i]);
    int other = (is_chain(side) && reads_as(side, negated) != kind) || side->kind == ZC_PART_IF;
    zc_prose_put(s, i == 0 ? "" : kind == ZC_PART_AND ? "，且" : "，或");
    zc_prose_put(s, other ? "（" : "");
    zc_prose_sentence(s, both[i], negated);
    zc_prose_put(s, other ? "）" : "");
  }
}

void zc_prose_sentence(zc_prose *s, zc_part_id id, int negated) {
  const zc_part *part = zc_prose_part(s, id);
  switch ((zc_part_kind)part->kind) {
  case ZC_PART_AND:
  case ZC_PART_OR:
    put_chain(s, id, negated);
    break;
  case ZC_PART_NOT:
    zc_prose_sentence(s, part->a, !negated);
    break;
  case ZC_PART_COMPARE:
    put_comparison(s, part, negated);
    break;
  case ZC_PART_IN:
  case ZC_PART_UNDER:
    put_membership(s, part, negated);
    break;
  case ZC_PART_IF:
    zc_prose_put(s, "如果");
    zc_prose_sentence(s, part->a, 0);
    zc_prose_put(s, "，则");
    zc_prose_sentence(s, part->b, negated);
    zc_prose_put(s, "；否则");
    zc_prose_sentence(s, part->c, negated);
    break;
  default:
    put_plain(s, id, negated);
    break;
  }
}

/* ---- lists ---- */

static void put_block(zc_prose *s, zc_part_id id, int negated);

static void put_item(zc_prose *s, const char *lead, zc_part_id id, int negated) {
  zc_page_item_begin(s->page);
  zc_prose_put(s, lead);
  put_block(s, id, negated);
  zc_page_item_end(s->page);
}

static void put_list(zc_prose *s, const zc_part *part, const zc_part_id *list, uint32_t count,
                     int negated) {
  zc_prose_put(s,
               reads_as(part, negated) == ZC_PART_AND ? "以下各项都符合：" : "符合以下任何一项：");
  zc_page_list_begin(s->page);
  for (uint32_t i = 0; i < count; i++)
    put_item(s, "", list[i], negated);
  zc_page_list_end(s->page);
}

/* A choice whose cases are long, too, is a list. */
static void put_cases(zc_prose *s, const zc_part *part, int negated) {
  zc_prose_put(s, "分情形：");
  zc_page_list_begin(s->page);
  zc_page_item_begin(s->page);
  zc_prose_put(s, "如果");
  zc_prose_sentence(s, part->a, 0);
  zc_prose_put(s, "：");
  put_block(s, part->b, negated);
  zc_page_item_end(s->page);
  put_item(s, "否则：", part->c, negated);
  zc_page_list_end(s->page);
}

static int is_short(const zc_prose *s, const zc_part_id *list, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    const zc_part *part = zc_prose_part(s, list[i]);
    if (is_chain(part) || part->kind == ZC_PART_IF ||
        (part->kind == ZC_PART_NOT && zc_prose_part(s, part->a)->depth > 1))
      return 0;
  }
  return count <= SHORT_CHAIN;
}

static void put_block(zc_prose *s, zc_part_id id, int negated) {
  const zc_part *part = zc_prose_part(s, id);
  zc_part_id list[ZC_DEPTH_LIMIT + 1];
  while (part->kind == ZC_PART_NOT) {
    id = part->a;
    negated = !negated;
    part = zc_prose_part(s, id);
  }
  if (part->kind == ZC_PART_IF && part->depth > 2) {
    put_cases(s, part, negated);
    return;
  }
  uint32_t count = is_chain(part) ? gather(s, id, list) : 0;
  if (count > 0 && !is_short(s, list, count))
    put_list(s, part, list, count, negated);
  else
    zc_prose_sentence(s, id, negated);
}

static int read_text(zc_prose *s, const char *text, zc_kindred wanted) {
  return zc_outline_read(&s->outline, NULL, &s->names, text, wanted) == 0;
}

void zc_prose_condition(zc_prose *s, const char *text) {
  if (read_text(s, text, ZC_KINDRED(ZC_BOOL)))
    put_block(s, s->outline.c.tree.root, 0);
}

/* Whether a parameter with these keys has a value on every day and everywhere: 1, nowhere: 0, or
 * -1.
 */
static int is_settled(const zc_prose *s, const zc_part *part) {
  if (part->kind != ZC_PART_CALL || part->meaning != ZC_MEANS_BUILTIN ||
      part->index != ZC_BUILTIN_KNOWN)
    return -1;
  const zc_part *inner = zc_prose_part(s, part->a);
  return inner->meaning == ZC_MEANS_PARAMETER ? zc_prose_has_value(s, inner) : -1;
}

int zc_prose_settled(zc_prose *s, const char *text) {
  if (!read_text(s, text, ZC_KINDRED(ZC_BOOL)))
    return -1;
  const zc_part *root = zc_prose_part(s, s->outline.c.tree.root);
  if (root->kind != ZC_PART_OR)
    return is_settled(s, root);
  int a = is_settled(s, zc_prose_part(s, root->a)), b = is_settled(s, zc_prose_part(s, root->b));
  return a == 1 || b == 1 ? 1 : a == 0 && b == 0 ? 0 : -1;
}

void zc_prose_months(zc_prose *s, const char *text) {
  zc_kindred months = {.type = ZC_INT, .unit = ZC_MONTH, .enumeration = -1};
  if (read_text(s, text, months))
    zc_prose_term(s, s->outline.c.tree.root);
}

void zc_prose_value(zc_prose *s, const char *text, uint32_t fact) {
  const zc_fact *f = &s->region->vocabulary.facts[fact];
  zc_kindred wanted = {.type = (uint8_t)f->type,
                       .unit = (uint8_t)f->unit,
                       .enumeration = f->type == ZC_ENUM ? f->enumeration : -1};
  if (read_text(s, text, wanted))
    zc_prose_term(s, s->outline.c.tree.root);
}
