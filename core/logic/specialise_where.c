/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions that only make sense under another one: a parameter that has values for some levels,
 * say, asked for only at those. */
#include "base/memory.h"
#include "logic/specialise.h"
#include <string.h>

/* The next test of an enum fact that `where` asks in any case, or ZC_NO_NODE; *at counts them. */
static zc_node_id find_test(const zc_program *p, zc_node_id where, uint32_t *at) {
  const zc_node *n = &p->nodes[where];
  if (n->op == ZC_OP_AND) {
    zc_node_id found = find_test(p, n->a, at);
    return found != ZC_NO_NODE ? found : find_test(p, n->b, at);
  }
  int is_test = (n->op == ZC_OP_RANGE || n->op == ZC_OP_SET) && p->nodes[n->a].op == ZC_OP_FACT &&
                p->nodes[n->a].type == ZC_ENUM;
  return is_test && (*at)-- == 0 ? where : ZC_NO_NODE;
}

static int passes(const zc_node *test, int64_t word) {
  return test->op == ZC_OP_RANGE ? word >= test->imm && word <= test->imm2
                                 : (int)((uint64_t)test->imm >> word & 1);
}

/* The condition with the fact known to be that word. */
static zc_node_id with_word(const zc_specialiser *s, zc_node_id id, uint32_t fact, int64_t word) {
  zc_specialiser one = *s;
  size_t size = s->from->count * sizeof *one.memo;
  one.memo = zc_alloc(size);
  if (!one.memo)
    return ZC_NO_NODE;
  memset(one.memo, 0xFF, size);
  one.fixed = (int32_t)fact;
  one.word = word;
  zc_node_id made = zc_specialise(&one, id);
  zc_free(one.memo);
  return made;
}

/* A choice by the fact of `test` among the words that pass it. */
static zc_node_id by_words(const zc_specialiser *s, zc_node_id test, zc_node_id id) {
  zc_node t = s->to->nodes[test], of = s->to->nodes[t.a];
  zc_node_id all = zc_node_const(s->to, ZC_BOOL, 0);
  for (int64_t word = of.min; word <= of.max && all != ZC_NO_NODE; word++)
    if (passes(&t, word))
      all = zc_node_if(s->to, zc_node_range(s->to, t.a, word, word), with_word(s, id, of.a, word),
                       all);
  return all;
}

zc_node_id zc_specialise_where(zc_specialiser *s, zc_node_id where, zc_node_id id,
                               int32_t *relied) {
  zc_node_id made = zc_specialise(s, id);
  *relied = -1;
  for (uint32_t i = 0; made == ZC_NO_NODE; i++) {
    uint32_t at = i;
    zc_node_id test = find_test(s->to, where, &at);
    if (test == ZC_NO_NODE)
      break;
    *relied = (int32_t)s->to->nodes[s->to->nodes[test].a].a;
    made = by_words(s, test, id);
  }
  return made;
}
