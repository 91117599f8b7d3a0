/* SPDX-License-Identifier: Apache-2.0 */
#include "language/outline.h"
#include "language/emit.h"
#include "language/units.h"

#include <string.h>

static const zc_part *part_at(const zc_outline *o, zc_part_id id) {
  return &o->c.tree.parts[id];
}

/* Whether `b` is the first of a list rather than a single operand. */
static int is_listed(const zc_part *part) {
  return part->kind == ZC_PART_IN || part->kind == ZC_PART_UNDER;
}

static void place(zc_outline *o, zc_part_id id, zc_part_id above);
static void set_beside(zc_outline *o, zc_part_id id);

static void place_list(zc_outline *o, zc_part_id first, zc_part_id above) {
  for (zc_part_id i = first; i != ZC_NO_PART; i = part_at(o, i)->next)
    place(o, i, above);
}

static void place_below(zc_outline *o, zc_part_id id) {
  const zc_part *part = part_at(o, id);
  if (part->kind == ZC_PART_CALL) {
    place_list(o, part->a, id);
    return;
  }
  const zc_part_id operands[] = {part->a, part->b, part->c};
  for (int i = 0; i < 3; i++) {
    if (operands[i] == ZC_NO_PART)
      continue;
    if (i == 1 && is_listed(part))
      place_list(o, operands[i], id);
    else
      place(o, operands[i], id);
  }
}

/* Where a number ends: behind its unit, if it has one. */
static uint32_t end_of_number(const zc_outline *o, const zc_part *number) {
  const char *text = o->c.complaint.text;
  uint32_t end = number->at + number->length;
  uint32_t unit = end + (uint32_t)strspn(text + end, " \t\r\n");
  size_t length = strspn(text + unit, "abcdefghijklmnopqrstuvwxyz");
  return zc_unit_word_find(text + unit, length) ? unit + (uint32_t)length : end;
}

static void place(zc_outline *o, zc_part_id id, zc_part_id above) {
  const zc_part *part = part_at(o, id);
  o->above[id] = above;
  o->from[id] = part->at;
  o->until[id] = part->kind == ZC_PART_NUMBER ? end_of_number(o, part) : part->at + part->length;
  set_beside(o, id);
  place_below(o, id);
  if (above == ZC_NO_PART)
    return;
  o->from[above] = o->from[id] < o->from[above] ? o->from[id] : o->from[above];
  o->until[above] = o->until[id] > o->until[above] ? o->until[id] : o->until[above];
}

/* Brackets that a part opens belong to it up to where they close. */
static void close_brackets(zc_outline *o, zc_part_id id) {
  const char *text = o->c.complaint.text;
  int open = 0;
  uint32_t at = o->from[id];
  for (; at < o->until[id] || (open > 0 && text[at] != '\0'); at++)
    open += text[at] == '(' || text[at] == '{' ? 1 : text[at] == ')' || text[at] == '}' ? -1 : 0;
  o->until[id] = at;
}

/* The type of what a part meets: the other side of a comparison, the left of a set, the first
 * argument of a list that has a type. */
static void set_beside(zc_outline *o, zc_part_id id) {
  const zc_part *part = part_at(o, id);
  if (part->kind == ZC_PART_COMPARE) {
    o->beside[part->a] = part_at(o, part->b)->is;
    o->beside[part->b] = part_at(o, part->a)->is;
  } else if (is_listed(part)) {
    for (zc_part_id i = part->b; i != ZC_NO_PART; i = part_at(o, i)->next)
      o->beside[i] = part_at(o, part->a)->is;
  } else if (part->kind == ZC_PART_CALL && part->meaning == ZC_MEANS_BUILTIN) {
    for (zc_part_id i = part->a; i != ZC_NO_PART; i = part_at(o, i)->next)
      o->beside[i] = part->is;
  } else if (part->kind == ZC_PART_IF) {
    o->beside[part->b] = o->beside[part->c] =
        part->is.type != ZC_NO_TYPE ? part->is : o->beside[id];
  }
}

int zc_outline_read(zc_outline *o, zc_program *program, const zc_names *names, const char *text,
                    zc_kindred wanted) {
  o->c.complaint =
      (zc_complaint){.text = text, .length = (uint32_t)strnlen(text, ZC_TEXT_LIMIT + 1)};
  o->c.names = names;
  o->c.program = program;
  if (zc_parse(&o->c.complaint, &o->c.tree) != 0 || zc_check(&o->c) != 0)
    return -1;
  for (uint32_t i = 0; i < o->c.tree.count; i++)
    o->beside[i] = ZC_KINDRED(ZC_NO_TYPE);
  o->beside[o->c.tree.root] = wanted;
  place(o, o->c.tree.root, ZC_NO_PART);
  for (uint32_t i = 0; i < o->c.tree.count; i++)
    close_brackets(o, (zc_part_id)i);
  return 0;
}

zc_node_id zc_outline_node(zc_outline *o, zc_part_id part) {
  return zc_emit(&o->c, part, ZC_KINDRED(ZC_BOOL));
}
