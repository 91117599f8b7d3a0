/* SPDX-License-Identifier: Apache-2.0 */
/* Literals whose meaning hangs on the other side - words and division codes - and sets of them. */
#include "base/assert.h"
#include "facts/division.h"
#include "language/emit.h"
#include <string.h>

int zc_division_literal(zc_compilation *c, const zc_part *part, int64_t *lo, int64_t *hi) {
  if (part->kind == ZC_PART_NAME) {
    *lo = c->names->division_lo;
    *hi = c->names->division_hi;
    return 0;
  }
  zc_division division;
  if (zc_division_parse(zc_part_text(c, part), part->length, &division) != 0)
    return zc_complain(&c->complaint, part->at, "区划代码应为 6、9 或 12 位数字，首位不为 0",
                       "a division code has 6, 9 or 12 digits and does not begin with 0");
  *lo = division.lo;
  *hi = division.hi;
  return 0;
}

static int region_word(zc_compilation *c, const zc_part *part, int64_t *out) {
  const char *text = zc_part_text(c, part), *id = c->names->region_id;
  *out = 0;
  if (id && strlen(id) == part->length && memcmp(id, text, part->length) == 0)
    return 0;
  return zc_complain(&c->complaint, part->at, "地区只能与 this_region（本地区）比较",
                     "a region is only compared with this_region");
}

int zc_word_literal(zc_compilation *c, const zc_part *part, zc_kindred wanted,
                    const zc_part *beside, int64_t *out) {
  if (wanted.type == ZC_REGION)
    return region_word(c, part, out);
  if (wanted.type != ZC_ENUM || wanted.enumeration < 0)
    return zc_complain_unknown(c, part, wanted);
  const zc_vocabulary *v = c->names->vocabulary;
  const char *text = zc_part_text(c, part);
  int32_t word = zc_enum_word(&v->enums[wanted.enumeration], text, part->length);
  if (word < 0)
    return zc_complain_unknown(c, part, wanted);
  if (beside && beside->kind == ZC_PART_NAME && beside->meaning == ZC_MEANS_FACT &&
      zc_fact_word(v, beside->index, text, part->length) < 0)
    return zc_complain(&c->complaint, part->at, "“%s”不可能是“%.*s”", "%s is never `%.*s`",
                       v->facts[beside->index].name, zc_shown_length(part->length), text);
  *out = word;
  return 0;
}

static int element_range(zc_compilation *c, const zc_part *element, const zc_part *left,
                         int64_t pair[2]) {
  if (left->is.type == ZC_DIVISION)
    return zc_division_literal(c, element, &pair[0], &pair[1]);
  pair[0] = element->value;
  int failed = 0;
  if (element->kind == ZC_PART_NAME && element->meaning == ZC_MEANS_THIS_REGION)
    pair[0] = 0;
  else if (element->kind == ZC_PART_NAME)
    failed = zc_word_literal(c, element, left->is, left, &pair[0]);
  pair[1] = pair[0];
  return failed;
}

/* Keeps the pairs sorted; sets are short. */
static void insert_pair(zc_ranges *r, int64_t lo, int64_t hi) {
  ZC_ASSERT(r->count < ZC_TREE_LIMIT && lo <= hi);
  uint32_t i = r->count++;
  for (; i > 0 && r->pairs[i - 1][0] > lo; i--) {
    r->pairs[i][0] = r->pairs[i - 1][0];
    r->pairs[i][1] = r->pairs[i - 1][1];
  }
  r->pairs[i][0] = lo;
  r->pairs[i][1] = hi;
}

static void join_pairs(zc_ranges *r) {
  uint32_t last = 0;
  ZC_ASSERT(r->count > 0); /* the parser refuses an empty set */
  for (uint32_t i = 1; i < r->count; i++) {
    if (r->pairs[i][0] <= r->pairs[last][1] + 1) {
      if (r->pairs[i][1] > r->pairs[last][1])
        r->pairs[last][1] = r->pairs[i][1];
    } else {
      last++;
      r->pairs[last][0] = r->pairs[i][0];
      r->pairs[last][1] = r->pairs[i][1];
    }
  }
  r->count = last + 1;
}

int zc_membership_ranges(zc_compilation *c, const zc_part *membership, zc_ranges *out) {
  const zc_part *left = &c->tree.parts[membership->a];
  out->count = 0;
  for (zc_part_id i = membership->b; i != ZC_NO_PART; i = c->tree.parts[i].next) {
    int64_t pair[2] = {0, 0};
    if (element_range(c, &c->tree.parts[i], left, pair) != 0)
      return -1;
    insert_pair(out, pair[0], pair[1]);
  }
  join_pairs(out);
  return 0;
}

zc_node_id zc_emit_membership(zc_compilation *c, const zc_part *membership) {
  zc_ranges ranges;
  zc_kindred is = c->tree.parts[membership->a].is;
  zc_node_id left = zc_emit(c, membership->a, is);
  if (left == ZC_NO_NODE || zc_membership_ranges(c, membership, &ranges) != 0)
    return ZC_NO_NODE;
  /* NOLINTBEGIN(clang-analyzer-core.*): the parser refuses an empty set, so there is a pair. */
  if (is.type == ZC_ENUM) {
    uint64_t mask = 0;
    for (uint32_t i = 0; i < ranges.count; i++)
      for (int64_t word = ranges.pairs[i][0]; word <= ranges.pairs[i][1]; word++) {
        ZC_ASSERT(word >= 0 && word < ZC_MAX_WORDS);
        mask |= UINT64_C(1) << word;
      }
    return zc_node_set(c->program, left, mask);
  }
  zc_node_id any = zc_node_range(c->program, left, ranges.pairs[0][0], ranges.pairs[0][1]);
  /* NOLINTEND(clang-analyzer-core.*) */
  for (uint32_t i = 1; i < ranges.count; i++)
    any = zc_node_binary(c->program, ZC_OP_OR, any,
                         zc_node_range(c->program, left, ranges.pairs[i][0], ranges.pairs[i][1]));
  return any;
}
