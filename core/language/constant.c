/* SPDX-License-Identifier: Apache-2.0 */
#include "language/constant.h"
#include "language/emit.h"
#include <string.h>

/* What a part and those below it take up in the text, and whether a fact stands there. */
typedef struct extent {
  uint32_t from, until;
  int reads_fact;
} extent;

static void take_in(const zc_compilation *c, zc_part_id id, extent *e);

/* The end of a name or literal; a number has its unit behind it. */
static uint32_t end_of_part(const zc_compilation *c, const zc_part *p) {
  const char *text = c->complaint.text;
  uint32_t end = p->at + p->length;
  if (p->kind != ZC_PART_NUMBER || p->is.unit == ZC_UNIT_COUNT)
    return end;
  while (text[end] == ' ')
    end++;
  while (text[end] >= 'a' && text[end] <= 'z')
    end++;
  return end;
}

static void take_list(const zc_compilation *c, zc_part_id id, extent *e) {
  for (; id != ZC_NO_PART; id = c->tree.parts[id].next)
    take_in(c, id, e);
}

static void take_in(const zc_compilation *c, zc_part_id id, extent *e) {
  if (id == ZC_NO_PART)
    return;
  const zc_part *p = &c->tree.parts[id];
  e->from = p->at < e->from ? p->at : e->from;
  e->until = end_of_part(c, p) > e->until ? end_of_part(c, p) : e->until;
  e->reads_fact |=
      (p->kind == ZC_PART_NAME && (p->meaning == ZC_MEANS_FACT || p->meaning == ZC_MEANS_ANSWER)) ||
      ((p->kind == ZC_PART_NAME || p->kind == ZC_PART_CALL) && p->meaning == ZC_MEANS_FUNCTION);
  if (p->kind == ZC_PART_CALL) {
    take_list(c, p->a, e);
    return;
  }
  take_in(c, p->a, e);
  if (p->kind == ZC_PART_IN || p->kind == ZC_PART_UNDER)
    take_list(c, p->b, e);
  else
    take_in(c, p->b, e);
  take_in(c, p->c, e);
}

/* The end of the text that belongs to an extent: brackets that it opens are closed. */
static uint32_t end_of_text(const char *text, extent e) {
  int open = 0;
  for (uint32_t i = e.from; i < e.until; i++)
    open += (text[i] == '(' || text[i] == '{') - (text[i] == ')' || text[i] == '}');
  uint32_t end = e.until;
  for (uint32_t i = e.until; text[i] && open > 0; i++)
    if (text[i] == ')' || text[i] == '}') {
      open--;
      end = i + 1;
    }
  return end;
}

static int is_comparison(const zc_part *p) {
  return p->kind == ZC_PART_COMPARE || p->kind == ZC_PART_IN || p->kind == ZC_PART_UNDER;
}

/* 0: out of memory. */
static int look_at(zc_compilation *c, zc_part_id id, const zc_constant_tests *found) {
  extent e = {.from = UINT32_MAX};
  take_in(c, id, &e);
  zc_node_id node = zc_emit(c, id, ZC_KINDRED(ZC_BOOL));
  if (node == ZC_NO_NODE)
    return 0;
  const zc_node *n = &c->program->nodes[node];
  if (n->op == ZC_OP_CONST && e.reads_fact)
    found->tell(found->context, c->complaint.text + e.from,
                end_of_text(c->complaint.text, e) - e.from, n->imm != 0);
  return 1;
}

int zc_constant_tests_find(zc_program *program, const zc_names *names, const char *text,
                           const zc_constant_tests *found) {
  zc_compilation c = {
      .complaint = {.text = text, .length = (uint32_t)strnlen(text, ZC_TEXT_LIMIT + 1)},
      .names = names,
      .program = program};
  if (zc_parse(&c.complaint, &c.tree) != 0 || zc_check(&c) != 0 ||
      zc_accept(&c, c.tree.root, ZC_KINDRED(ZC_BOOL)) != 0)
    return c.complaint.reported;
  for (uint32_t i = 0; i < c.tree.count; i++)
    if (is_comparison(&c.tree.parts[i]) && !look_at(&c, (zc_part_id)i, found))
      return 0;
  return 1;
}
