/* SPDX-License-Identifier: Apache-2.0 */
/*
 * As in diagram.c there is one operation, apply(), over pools; here they may grow old, since nobody
 * waits for an answer. The variables stand in the order day, first fact, second fact, ...
 */
#include "engine/ternary.h"
#include "base/memory.h"
#include "engine/domain.h"
#include "engine/ternary_open.h"

#include <string.h>

#define MAX_NODES    (1u << 19)
#define MAX_CHILDREN (1u << 22)
#define UNIQUE_SIZE  (1u << 20)
#define CACHE_SIZE   (1u << 16)
#define LEAF         UINT32_MAX
#define DAY          0u
#define MAX_PIECES   (ZC_MAX_CUTS + 1u)
#define FAR          UINT32_MAX /* cost of what cannot be reached */

typedef struct ternary_node {
  uint32_t var; /* DAY, fact + 1, or LEAF */
  uint32_t first;
  zc_slot value; /* of a leaf */
} ternary_node;

typedef struct cache_entry {
  const void *operation;
  zc_ref a, b, c, result;
} cache_entry;

struct zc_ternary {
  const zc_vocabulary *vocabulary;
  const zc_function *functions;
  zc_vocabulary open; /* its facts are those of the opened program */
  zc_program program;
  zc_domain *domains; /* by fact of the opened program */
  zc_slot *slots;     /* the whole range of each */
  uint8_t *given;
  zc_slot *values; /* by node of the program */
  zc_node_id *list;
  zc_ref *memo;  /* by node */
  uint32_t room; /* nodes that the three have room for */
  int exact, overflow;
  zc_day usual; /* day of examples */
  ternary_node *nodes;
  uint32_t node_count;
  zc_ref *children;
  uint32_t child_count;
  uint32_t *unique;
  cache_entry *cache;
  uint32_t *cost; /* by diagram node: facts to be given on the best way to 1 */
};

zc_ternary *zc_ternary_new(const zc_vocabulary *vocabulary, const zc_function *functions) {
  zc_ternary *t = zc_calloc(1, sizeof *t);
  if (!t)
    return NULL;
  uint32_t facts = 2 * vocabulary->fact_count + 1;
  t->vocabulary = vocabulary;
  t->functions = functions;
  t->open = *vocabulary;
  t->open.fact_count = facts;
  t->open.facts = zc_open_facts(vocabulary);
  t->usual = ZC_TERNARY_FIRST_DAY;
  t->domains = zc_calloc(facts, sizeof *t->domains);
  t->slots = zc_calloc(facts, sizeof *t->slots);
  t->given = zc_calloc(facts, 1);
  t->nodes = zc_calloc(MAX_NODES, sizeof *t->nodes);
  t->children = zc_calloc(MAX_CHILDREN, sizeof *t->children);
  t->unique = zc_calloc(UNIQUE_SIZE, sizeof *t->unique);
  t->cache = zc_calloc(CACHE_SIZE, sizeof *t->cache);
  t->cost = zc_calloc(MAX_NODES, sizeof *t->cost);
  if (!t->open.facts || !t->domains || !t->slots || !t->given || !t->nodes || !t->children ||
      !t->unique || !t->cache || !t->cost) {
    zc_ternary_free(t);
    return NULL;
  }
  for (uint32_t i = 0; i < facts; i++)
    t->slots[i] = (zc_slot){t->open.facts[i].min, t->open.facts[i].max};
  return t;
}

void zc_ternary_free(zc_ternary *t) {
  if (!t)
    return;
  zc_program_free(&t->program);
  zc_free(t->open.facts);
  zc_free(t->domains);
  zc_free(t->slots);
  zc_free(t->given);
  zc_free(t->values);
  zc_free(t->list);
  zc_free(t->memo);
  zc_free(t->nodes);
  zc_free(t->children);
  zc_free(t->unique);
  zc_free(t->cache);
  zc_free(t->cost);
  zc_free(t);
}

void zc_ternary_clear(zc_ternary *t) {
  zc_program_free(&t->program);
}

int zc_ternary_take(zc_ternary *t, const zc_program *program, zc_node_id *map) {
  return zc_open_program(&t->program, t->vocabulary, program, map);
}

zc_program *zc_ternary_program(zc_ternary *t) {
  return &t->program;
}

/* ---- nodes ---- */

static uint32_t mix(uint64_t h) {
  h ^= h >> 32;
  h *= UINT64_C(0x9E3779B97F4A7C15);
  return (uint32_t)(h >> 32);
}

static zc_ref intern(zc_ternary *t, uint32_t var, const zc_ref *kids, uint32_t count,
                     zc_slot value) {
  uint64_t h = var + (uint64_t)value.lo * 31 + (uint64_t)value.hi * 1000003;
  for (uint32_t i = 0; i < count; i++)
    h = (h ^ kids[i]) * UINT64_C(0x100000001B3);
  uint32_t at = mix(h) & (UNIQUE_SIZE - 1);
  for (; t->unique[at]; at = (at + 1) & (UNIQUE_SIZE - 1)) {
    const ternary_node *n = &t->nodes[t->unique[at] - 1];
    if (n->var == var && n->value.lo == value.lo && n->value.hi == value.hi &&
        (!count || memcmp(&t->children[n->first], kids, count * sizeof *kids) == 0))
      return t->unique[at] - 1;
  }
  if (t->node_count == MAX_NODES || t->child_count + count > MAX_CHILDREN) {
    t->overflow = 1;
    return 0;
  }
  zc_ref ref = t->node_count++;
  t->nodes[ref] = (ternary_node){var, t->child_count, value};
  if (count)
    memcpy(&t->children[t->child_count], kids, count * sizeof *kids);
  t->child_count += count;
  t->unique[at] = ref + 1;
  return ref;
}

static zc_ref make_leaf(zc_ternary *t, zc_slot value) {
  return intern(t, LEAF, NULL, 0, value);
}

zc_ref zc_ternary_const(zc_ternary *t, int64_t value) {
  return make_leaf(t, (zc_slot){value, value});
}

static zc_ref make_node(zc_ternary *t, uint32_t var, const zc_ref *kids, uint32_t count) {
  for (uint32_t i = 1; i < count; i++)
    if (kids[i] != kids[0])
      return intern(t, var, kids, count, (zc_slot){0, 0});
  return kids[0];
}

/* How many pieces a variable has; the last one of a fact is "not given". */
static uint32_t values_of(const zc_ternary *t, uint32_t var) {
  uint32_t count = t->domains[var == DAY ? zc_open_day(t->vocabulary) : var - 1].count;
  return count ? count : 1;
}

static uint32_t pieces_of(const zc_ternary *t, uint32_t var) {
  return values_of(t, var) + (var != DAY);
}

static int64_t point(const zc_ternary *t, uint32_t fact, uint32_t piece) {
  const zc_domain *d = &t->domains[fact];
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
  const ternary_node *n = &t->nodes[a];
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
  const ternary_node *x = &t->nodes[a], *y = &t->nodes[b], *z = &t->nodes[c];
  uint32_t var = least(x->var, least(y->var, z->var));
  if (var == LEAF) {
    zc_slot operands[] = {x->value, y->value, z->value};
    return make_leaf(t, o->node ? compute(t, o->node, operands)
                                : o->combine(x->value, y->value, z->value));
  }
  uint64_t key = ((uint64_t)a << 40) ^ ((uint64_t)b << 20) ^ c ^ (uint64_t)(uintptr_t)o->key;
  cache_entry *e = &t->cache[mix(key) & (CACHE_SIZE - 1)];
  if (e->operation == o->key && e->a == a && e->b == b && e->c == c)
    return e->result;
  zc_ref kids[MAX_PIECES] = {0};
  uint32_t count = pieces_of(t, var);
  for (uint32_t i = 0; i < count; i++)
    kids[i] = apply(t, o, child(t, a, var, i), child(t, b, var, i), child(t, c, var, i));
  zc_ref result = make_node(t, var, kids, count);
  *e = (cache_entry){o->key, a, b, c, result};
  return result;
}

static zc_ref apply_node(zc_ternary *t, const zc_node *n, zc_ref a, zc_ref b, zc_ref c) {
  return apply(t, &(operation){n, n, NULL}, a, b, c);
}

/* A function of the plugin, over the diagrams of its arguments. */
static zc_ref apply_call(zc_ternary *t, const zc_node *n, const zc_ref *arguments) {
  uint32_t var = LEAF;
  for (uint32_t i = 0; i < n->c; i++)
    var = least(var, t->nodes[arguments[i]].var);
  if (t->overflow)
    return 0;
  if (var == LEAF) {
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
  zc_ref kids[MAX_PIECES] = {0}, rest[ZC_MAX_ARGUMENTS];
  uint32_t count = pieces_of(t, var);
  for (uint32_t i = 0; i < count; i++) {
    for (uint32_t j = 0; j < n->c; j++)
      rest[j] = child(t, arguments[j], var, i);
    kids[i] = apply_call(t, n, rest);
  }
  return make_node(t, var, kids, count);
}

/* ---- diagrams of nodes ---- */

static zc_ref draw_fact(zc_ternary *t, uint32_t fact) {
  zc_ref kids[MAX_PIECES];
  uint32_t facts = t->vocabulary->fact_count;
  uint32_t var = fact == zc_open_day(t->vocabulary) ? DAY : fact % facts + 1;
  uint32_t count = values_of(t, var);
  for (uint32_t i = 0; i < count; i++)
    kids[i] = zc_ternary_const(t, fact >= facts && var != DAY ? 1 : point(t, fact, i));
  if (var != DAY)
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
  if (t->memo[node] == ZC_NO_REF) {
    zc_ref made = draw(t, &t->program.nodes[node]);
    t->memo[node] = made;
  }
  return t->memo[node];
}

/* ---- starting over ---- */

static int make_room(zc_ternary *t) {
  if (t->room >= t->program.count)
    return 1;
  uint32_t room = t->program.count * 2;
  zc_slot *values = zc_realloc(t->values, room * sizeof *values);
  if (values)
    t->values = values;
  zc_node_id *list = zc_realloc(t->list, room * sizeof *list);
  if (list)
    t->list = list;
  zc_ref *memo = zc_realloc(t->memo, room * sizeof *memo);
  if (memo)
    t->memo = memo;
  if (!values || !list || !memo)
    return 0;
  t->room = room;
  return 1;
}

/* The nodes that the roots need, in the order of the program. */
static uint32_t gather(zc_ternary *t, const zc_node_id *roots, uint32_t count) {
  const zc_program *p = &t->program;
  uint32_t listed = 0;
  for (uint32_t i = 0; i < p->count; i++)
    t->memo[i] = 0;
  for (uint32_t i = 0; i < count; i++)
    t->memo[roots[i]] = 1;
  for (uint32_t i = p->count; i-- > 0;) {
    const zc_node *n = &p->nodes[i];
    if (!t->memo[i])
      continue;
    for (uint32_t j = 0; n->op == ZC_OP_CALL && j < n->c; j++)
      t->memo[p->arguments[n->b + j]] = 1;
    for (int j = 0; n->op != ZC_OP_CALL && j < zc_op_operands(n->op); j++)
      t->memo[zc_op_operand(n, j)] = 1;
  }
  for (uint32_t i = 0; i < p->count; i++)
    if (t->memo[i])
      t->list[listed++] = i;
  return listed;
}

int zc_ternary_begin(zc_ternary *t, const zc_node_id *roots, uint32_t count) {
  if (!make_room(t))
    return 0;
  uint32_t listed = gather(t, roots, count);
  zc_inputs in = {t->slots, t->given, t->functions, 0, 0};
  zc_evaluate(&t->program, &in, t->list, listed, t->values);
  t->exact = zc_domains_make(t->domains, &t->program, &t->open, &in, t->values, t->list, listed);
  memset(t->unique, 0, UNIQUE_SIZE * sizeof *t->unique);
  memset(t->cache, 0, CACHE_SIZE * sizeof *t->cache);
  for (uint32_t i = 0; i < t->program.count; i++)
    t->memo[i] = ZC_NO_REF;
  t->node_count = t->child_count = 0;
  t->overflow = 0;
  zc_ternary_const(t, 0);
  zc_ternary_const(t, 1);
  return 1;
}

int zc_ternary_inexact(const zc_ternary *t) {
  return t->overflow || !t->exact;
}

int zc_ternary_overflow(const zc_ternary *t) {
  return t->overflow;
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

/* ---- finding a person ---- */

/* The values of a piece: up to the first of the next one. */
static zc_slot piece_slot(const zc_ternary *t, uint32_t fact, uint32_t piece) {
  int64_t lo = point(t, fact, piece), hi = t->slots[fact].hi;
  if (piece + 1 < t->domains[fact].count)
    hi = t->domains[fact].points[piece + 1] - 1;
  return (zc_slot){lo, hi};
}

static int is_usual_day(const zc_ternary *t, uint32_t piece) {
  zc_slot days = piece_slot(t, zc_open_day(t->vocabulary), piece);
  return t->usual >= days.lo && t->usual <= days.hi;
}

/* What a piece costs: another day than the usual, and each fact that is given, one. */
static uint32_t price(const zc_ternary *t, uint32_t var, uint32_t piece) {
  if (var == DAY)
    return !is_usual_day(t, piece);
  int is_given = piece + 1 < pieces_of(t, var);
  /* Hardly anybody asks without saying on which track, for what purpose. */
  if (var == ZC_F_track + 1 || var == ZC_F_purpose + 1)
    return is_given ? 0 : 2;
  return (uint32_t)is_given;
}

/* Operands stand before their users, so costs are known from below. */
static void price_all(zc_ternary *t, zc_ref top) {
  for (zc_ref i = 0; i <= top; i++) {
    const ternary_node *n = &t->nodes[i];
    t->cost[i] = n->var == LEAF && n->value.lo == 1 && n->value.hi == 1 ? 0 : FAR;
    for (uint32_t j = 0; n->var != LEAF && j < pieces_of(t, n->var); j++) {
      uint32_t below = t->cost[t->children[n->first + j]];
      if (below != FAR)
        t->cost[i] = least(t->cost[i], below + price(t, n->var, j));
    }
  }
}

static uint32_t next_random(uint32_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed;
}

static uint32_t choose(const zc_ternary *t, const ternary_node *n, uint32_t *seed) {
  uint32_t count = pieces_of(t, n->var), best = 0, best_cost = FAR;
  uint32_t start = *seed ? next_random(seed) % count : 0;
  for (uint32_t k = 0; k < count; k++) {
    uint32_t i = (start + k) % count, below = t->cost[t->children[n->first + i]];
    if (below == FAR)
      continue;
    if (*seed)
      return i;
    if (below + price(t, n->var, i) < best_cost) {
      best = i;
      best_cost = below + price(t, n->var, i);
    }
  }
  return best;
}

void zc_ternary_usual_day(zc_ternary *t, zc_day day) {
  t->usual = day;
}

int zc_ternary_find(zc_ternary *t, zc_ref a, uint32_t seed, zc_example *out) {
  price_all(t, a);
  if (t->overflow || t->cost[a] == FAR)
    return 0;
  out->as_of = t->usual;
  memset(out->given, 0, t->vocabulary->fact_count);
  while (t->nodes[a].var != LEAF) {
    const ternary_node *n = &t->nodes[a];
    uint32_t piece = choose(t, n, &seed);
    if (n->var == DAY) {
      if (!is_usual_day(t, piece))
        out->as_of = (zc_day)point(t, zc_open_day(t->vocabulary), piece);
    } else if (piece + 1 < pieces_of(t, n->var)) {
      out->given[n->var - 1] = 1;
      out->slots[n->var - 1] = piece_slot(t, n->var - 1, piece);
    }
    a = t->children[n->first + piece];
  }
  return 1;
}
