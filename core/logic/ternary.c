/* SPDX-License-Identifier: Apache-2.0 */
/*
 * As in diagram.c there is one operation, apply(), over pools; here they may grow old, since nobody
 * waits for an answer.
 */
#include "base/assert.h"
#include "base/mix.h"
#include "logic/ternary_inside.h"

#include <string.h>

_Static_assert(ZC_TERNARY_UNIQUE > ZC_TERNARY_NODES, "a search for a node ends at a free place");
_Static_assert(ZC_TERNARY_NODES <= 1u << 20, "three refs and an operation make one key");

/* ---- nodes ---- */

/* As in diagram.c. */
static int is_ordered(const zc_ternary *t, uint32_t var, const zc_ref *kids, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (kids[i] >= t->node_count || t->nodes[kids[i]].var <= var)
      return 0;
  return 1;
}

static zc_ref intern(zc_ternary *t, uint32_t var, const zc_ref *kids, uint32_t count,
                     zc_slot value) {
  uint64_t h = var + (uint64_t)value.lo * 31 + (uint64_t)value.hi * 1000003;
  uint32_t at = zc_mix_list(h, kids, count) & (ZC_TERNARY_UNIQUE - 1);
  for (; t->unique[at]; at = (at + 1) & (ZC_TERNARY_UNIQUE - 1)) {
    const zc_ternary_node *n = &t->nodes[t->unique[at] - 1];
    if (n->var == var && n->value.lo == value.lo && n->value.hi == value.hi &&
        (!count || memcmp(&t->children[n->first], kids, count * sizeof *kids) == 0))
      return t->unique[at] - 1;
  }
  if (t->node_count == ZC_TERNARY_NODES || t->child_count + count > ZC_TERNARY_CHILDREN) {
    t->overflow = 1;
    return 0;
  }
  ZC_ASSERT(value.lo <= value.hi && (t->overflow || is_ordered(t, var, kids, count)));
  zc_ref ref = t->node_count++;
  t->nodes[ref] = (zc_ternary_node){var, t->child_count, value};
  if (count)
    memcpy(&t->children[t->child_count], kids, count * sizeof *kids);
  t->child_count += count;
  t->unique[at] = ref + 1;
  return ref;
}

static zc_ref make_leaf(zc_ternary *t, zc_slot value) {
  return intern(t, ZC_TERNARY_LEAF, NULL, 0, value);
}

zc_ref zc_ternary_const(zc_ternary *t, int64_t value) {
  return make_leaf(t, (zc_slot){value, value});
}

static zc_ref make_node(zc_ternary *t, uint32_t var, const zc_ref *kids, uint32_t count) {
  ZC_ASSERT(count > 0 && count <= ZC_TERNARY_PIECES);
  for (uint32_t i = 1; i < count; i++)
    if (kids[i] != kids[0])
      return intern(t, var, kids, count, (zc_slot){0, 0});
  return kids[0];
}

uint32_t zc_ternary_values(const zc_ternary *t, uint32_t var) {
  uint32_t count = t->domains[var == ZC_TERNARY_DAY ? zc_open_day(t->vocabulary) : var - 1].count;
  return count ? count : 1;
}

int64_t zc_ternary_point(const zc_ternary *t, uint32_t fact, uint32_t piece) {
  const zc_domain *d = &t->domains[fact];
  ZC_ASSERT(piece < (d->count ? d->count : 1));
  return d->count ? d->points[piece] : t->slots[fact].lo;
}

/* ---- apply ---- */

typedef struct operation {
  const void *key;
  const zc_node *node; /* or NULL: */
  zc_combine *combine;
} operation;

static zc_slot compute(const zc_ternary *t, const zc_node *n, const zc_slot *operands) {
  zc_node copy = *n;
  copy.a = 0;
  copy.b = 1;
  copy.c = 2;
  zc_program one = {.nodes = &copy, .count = 1};
  zc_inputs in = {.functions = t->functions};
  return zc_evaluate_node(&one, &in, 0, operands);
}

static zc_ref child(const zc_ternary *t, zc_ref a, uint32_t var, uint32_t piece) {
  const zc_ternary_node *n = &t->nodes[a];
  return n->var == var ? t->children[n->first + piece] : a;
}

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

/* Leaves 0 and 1 are refs 0 and 1. */
static zc_ref shortcut(const operation *o, zc_ref a, zc_ref b, zc_ref c) {
  if (!o->node)
    return ZC_NO_REF;
  if (o->node->op == ZC_OP_AND)
    return a == 0 || b == 0 ? 0 : a == 1 ? b : b == 1 ? a : a == b ? a : ZC_NO_REF;
  if (o->node->op == ZC_OP_OR)
    return a == 1 || b == 1 ? 1 : a == 0 ? b : b == 0 ? a : a == b ? a : ZC_NO_REF;
  if (o->node->op == ZC_OP_IF)
    return a == 1 ? b : a == 0 ? c : b == c ? b : ZC_NO_REF;
  return ZC_NO_REF;
}

static zc_ref apply(zc_ternary *t, const operation *o, zc_ref a, zc_ref b, zc_ref c) {
  zc_ref quick = t->overflow ? 0 : shortcut(o, a, b, c);
  if (quick != ZC_NO_REF)
    return quick;
  const zc_ternary_node *x = &t->nodes[a], *y = &t->nodes[b], *z = &t->nodes[c];
  uint32_t var = least(x->var, least(y->var, z->var));
  if (var == ZC_TERNARY_LEAF) {
    zc_slot operands[] = {x->value, y->value, z->value};
    return make_leaf(t, o->node ? compute(t, o->node, operands)
                                : o->combine(x->value, y->value, z->value));
  }
  uint64_t key = ((uint64_t)a << 40) ^ ((uint64_t)b << 20) ^ c ^ (uint64_t)(uintptr_t)o->key;
  zc_ternary_memo *e = &t->cache[zc_mix_down(key) & (ZC_TERNARY_CACHE - 1)];
  if (e->operation == o->key && e->a == a && e->b == b && e->c == c)
    return e->result;
  zc_ref kids[ZC_TERNARY_PIECES] = {0};
  uint32_t count = zc_ternary_pieces(t, var);
  for (uint32_t i = 0; i < count; i++)
    kids[i] = apply(t, o, child(t, a, var, i), child(t, b, var, i), child(t, c, var, i));
  zc_ref result = make_node(t, var, kids, count);
  *e = (zc_ternary_memo){o->key, a, b, c, result};
  return result;
}

static zc_ref apply_node(zc_ternary *t, const zc_node *n, zc_ref a, zc_ref b, zc_ref c) {
  return apply(t, &(operation){n, n, NULL}, a, b, c);
}

/* A function of the plugin, over the diagrams of its arguments. */
static zc_ref apply_call(zc_ternary *t, const zc_node *n, const zc_ref *arguments) {
  uint32_t var = ZC_TERNARY_LEAF;
  for (uint32_t i = 0; i < n->c; i++)
    var = least(var, t->nodes[arguments[i]].var);
  if (t->overflow)
    return 0;
  if (var == ZC_TERNARY_LEAF) {
    if (t->call_count++ == ZC_CALL_LIMIT) {
      t->overflow = 1;
      return 0;
    }
    zc_slot values[ZC_MAX_ARGUMENTS];
    uint32_t places[ZC_MAX_ARGUMENTS];
    zc_node copy = *n;
    copy.b = 0;
    for (uint32_t i = 0; i < n->c; i++) {
      values[i] = t->nodes[arguments[i]].value;
      places[i] = i;
    }
    zc_program one = {.nodes = &copy, .count = 1, .arguments = places};
    zc_inputs in = {.functions = t->functions};
    return make_leaf(t, zc_evaluate_node(&one, &in, 0, values));
  }
  zc_ref kids[ZC_TERNARY_PIECES] = {0}, rest[ZC_MAX_ARGUMENTS];
  uint32_t count = zc_ternary_pieces(t, var);
  for (uint32_t i = 0; i < count; i++) {
    for (uint32_t j = 0; j < n->c; j++)
      rest[j] = child(t, arguments[j], var, i);
    kids[i] = apply_call(t, n, rest);
  }
  return make_node(t, var, kids, count);
}

/* ---- diagrams of nodes ---- */

static zc_ref draw_fact(zc_ternary *t, uint32_t fact) {
  zc_ref kids[ZC_TERNARY_PIECES];
  uint32_t facts = t->vocabulary->fact_count;
  uint32_t var = fact == zc_open_day(t->vocabulary) ? ZC_TERNARY_DAY : fact % facts + 1;
  uint32_t count = zc_ternary_values(t, var);
  for (uint32_t i = 0; i < count; i++)
    kids[i] = zc_ternary_const(
        t, fact >= facts && var != ZC_TERNARY_DAY ? 1 : zc_ternary_point(t, fact, i));
  if (var != ZC_TERNARY_DAY)
    kids[count++] = fact >= facts ? zc_ternary_const(t, 0) : make_leaf(t, t->slots[fact]);
  return make_node(t, var, kids, count);
}

static zc_ref draw_call(zc_ternary *t, const zc_node *n) {
  zc_ref arguments[ZC_MAX_ARGUMENTS];
  for (uint32_t i = 0; i < n->c; i++)
    arguments[i] = zc_ternary_of(t, t->program.arguments[n->b + i]);
  return apply_call(t, n, arguments);
}

static zc_ref draw(zc_ternary *t, const zc_node *n) {
  switch ((zc_op)n->op) {
  case ZC_OP_CONST:
    return zc_ternary_const(t, n->imm);
  case ZC_OP_UNSET:
    return make_leaf(t, (zc_slot){n->imm, n->imm2});
  case ZC_OP_FACT:
    return draw_fact(t, n->a);
  case ZC_OP_CALL:
    return draw_call(t, n);
  default: {
    int operands = zc_op_operands(n->op);
    zc_ref a = zc_ternary_of(t, n->a);
    zc_ref b = operands > 1 ? zc_ternary_of(t, n->b) : 0;
    zc_ref c = operands > 2 ? zc_ternary_of(t, n->c) : 0;
    return apply_node(t, n, a, b, c);
  }
  }
}

zc_ref zc_ternary_of(zc_ternary *t, zc_node_id node) {
  ZC_ASSERT(node < t->program.count && t->program.count <= t->room);
  if (t->memo[node] == ZC_NO_REF) {
    zc_ref made = draw(t, &t->program.nodes[node]);
    t->memo[node] = made;
  }
  return t->memo[node];
}

/* ---- operations ---- */

static const zc_node operation_and = {.op = ZC_OP_AND};
static const zc_node operation_or = {.op = ZC_OP_OR};

zc_ref zc_ternary_and(zc_ternary *t, zc_ref a, zc_ref b) {
  return apply_node(t, &operation_and, a, b, 0);
}

zc_ref zc_ternary_or(zc_ternary *t, zc_ref a, zc_ref b) {
  return apply_node(t, &operation_or, a, b, 0);
}

zc_ref zc_ternary_combine(zc_ternary *t, zc_combine *combine, zc_ref a, zc_ref b, zc_ref c) {
  operation o = {NULL, NULL, combine};
  memcpy(&o.key, &combine, sizeof o.key); /* a function's address has no plain cast to void * */
  return apply(t, &o, a, b, c);
}

static zc_slot differ(zc_slot a, zc_slot b, zc_slot c) {
  (void)c;
  int same = a.lo == b.lo && a.hi == b.hi;
  return (zc_slot){!same, !same};
}

zc_ref zc_ternary_differ(zc_ternary *t, zc_ref a, zc_ref b) {
  return a == b ? 0 : zc_ternary_combine(t, differ, a, b, 0);
}

static zc_slot is_interval(zc_slot a, zc_slot lo, zc_slot hi) {
  int same = a.lo == lo.lo && a.hi == hi.lo;
  return (zc_slot){same, same};
}

zc_ref zc_ternary_is(zc_ternary *t, zc_ref a, int64_t lo, int64_t hi) {
  return zc_ternary_combine(t, is_interval, a, zc_ternary_const(t, lo), zc_ternary_const(t, hi));
}
