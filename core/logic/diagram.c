/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Diagrams are built by one operation, apply(): it takes the operation of a program node and up to
 * three diagrams, walks them side by side along the variables' order, computes at the leaves, and
 * shares equal results. Everything lives in fixed pools that are emptied for each question, so that
 * nothing is allocated while questions are answered.
 */
#include "base/assert.h"
#include "base/memory.h"
#include "base/mix.h"
#include "logic/diagram_inside.h"
#include <string.h>

static const zc_node operation_and = {.op = ZC_OP_AND};
static const zc_node operation_or = {.op = ZC_OP_OR};
static const zc_node operation_not = {.op = ZC_OP_NOT};
static const zc_node operation_if = {.op = ZC_OP_IF};

zc_diagrams *zc_diagrams_new(const zc_program *program, const zc_vocabulary *vocabulary) {
  zc_diagrams *d = zc_calloc(1, sizeof *d);
  if (!d)
    return NULL;
  d->program = program;
  d->vocabulary = vocabulary;
  uint32_t nodes = program->count ? program->count : 1;
  uint32_t facts = vocabulary->fact_count ? 2 * vocabulary->fact_count : 1;
  d->splitter = zc_splitter_new();
  d->domains = zc_calloc(facts, sizeof *d->domains);
  d->nodes = zc_calloc(ZC_DIAGRAM_LIMIT, sizeof *d->nodes);
  d->node_slots = zc_calloc(ZC_DIAGRAM_LIMIT, sizeof *d->node_slots);
  d->children = zc_calloc(MAX_CHILDREN, sizeof *d->children);
  d->unique = zc_calloc(UNIQUE_SIZE, sizeof *d->unique);
  d->cache = zc_calloc(CACHE_SIZE, sizeof *d->cache);
  d->memo = zc_calloc(nodes, sizeof *d->memo);
  d->memo_view = zc_calloc(nodes, sizeof *d->memo_view);
  d->seen = zc_calloc(ZC_DIAGRAM_LIMIT, sizeof *d->seen);
  if (!d->splitter || !d->domains || !d->nodes || !d->node_slots || !d->children || !d->unique ||
      !d->cache || !d->memo || !d->memo_view || !d->seen) {
    zc_diagrams_free(d);
    return NULL;
  }
  return d;
}

void zc_diagrams_free(zc_diagrams *d) {
  if (!d)
    return;
  zc_splitter_free(d->splitter);
  zc_free(d->domains);
  zc_free(d->nodes);
  zc_free(d->node_slots);
  zc_free(d->children);
  zc_free(d->unique);
  zc_free(d->cache);
  zc_free(d->memo);
  zc_free(d->memo_view);
  zc_free(d->seen);
  zc_free(d);
}

/* Diagrams are ordered: what lies below a node asks about later facts. */
static int is_ordered(const zc_diagrams *d, uint32_t var, const zc_ref *kids, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (kids[i] >= d->node_count || d->nodes[kids[i]].var <= var)
      return 0;
  return 1;
}

/* The node that is equal to this one: found, or put in. */
static zc_ref intern(zc_diagrams *d, uint32_t var, const zc_ref *kids, uint32_t count,
                     int64_t value) {
  uint64_t h = var + (uint64_t)value * 31;
  uint32_t at = zc_mix_list(h, kids, count) & (UNIQUE_SIZE - 1);
  for (; d->unique[at]; at = (at + 1) & (UNIQUE_SIZE - 1)) {
    const diagram_node *n = &d->nodes[d->unique[at] - 1];
    if (n->var == var && n->value == value &&
        (!count || memcmp(&d->children[n->first], kids, count * sizeof *kids) == 0))
      return d->unique[at] - 1;
  }
  if (d->node_count == ZC_DIAGRAM_LIMIT || d->child_count + count > MAX_CHILDREN) {
    d->overflow = 1;
    return 0;
  }
  ZC_ASSERT(d->overflow || is_ordered(d, var, kids, count));
  zc_ref ref = d->node_count++;
  d->nodes[ref] = (diagram_node){var, d->child_count, value};
  if (count)
    memcpy(&d->children[d->child_count], kids, count * sizeof *kids);
  d->child_count += count;
  d->unique[at] = ref + 1;
  d->node_slots[ref] = at;
  return ref;
}

zc_ref zc_diagram_const(zc_diagrams *d, int64_t value) {
  return intern(d, LEAF, NULL, 0, value);
}

void zc_diagrams_begin_all(zc_diagrams *d, const zc_sight *sights, uint32_t count) {
  for (uint32_t i = 0; i < d->node_count; i++)
    d->unique[d->node_slots[i]] = 0;
  d->node_count = d->child_count = 0;
  d->question++;
  zc_diagrams_see(d, &sights[0].in, sights[0].values);
  d->sights = sights;
  d->sight_count = count;
  d->overflow = 0;
  d->call_count = 0;
  d->exact = zc_domains_make(d->splitter, ZC_SPLIT_VALUES, d->domains, d->program, d->vocabulary,
                             sights, count);
  /* Leaves 0 and 1 are refs 0 and 1. */
  zc_ref zero = zc_diagram_const(d, 0), one = zc_diagram_const(d, 1);
  ZC_ASSERT(zero == 0 && one == 1);
}

void zc_diagrams_begin(zc_diagrams *d, const zc_inputs *in, const zc_slot *values,
                       const zc_node_id *list, uint32_t count) {
  d->only = (zc_sight){*in, values, list, count};
  zc_diagrams_begin_all(d, &d->only, 1);
}

void zc_diagrams_see(zc_diagrams *d, const zc_inputs *in, const zc_slot *values) {
  d->view++;
  d->in = *in;
  d->values = values;
}

static zc_ref make_node(zc_diagrams *d, uint32_t var, const zc_ref *kids, uint32_t count) {
  ZC_ASSERT(count > 0 && count <= ZC_MAX_CUTS);
  for (uint32_t i = 1; i < count; i++)
    if (kids[i] != kids[0])
      return intern(d, var, kids, count, 0);
  return kids[0];
}

static zc_ref child(const zc_diagrams *d, zc_ref a, uint32_t var, uint32_t piece) {
  const diagram_node *n = &d->nodes[a];
  return n->var == var ? d->children[n->first + piece] : a;
}

/* Results that one operand decides without looking at the other. ZC_NO_REF: none. */
static zc_ref shortcut(const zc_node *n, zc_ref a, zc_ref b, zc_ref c) {
  if (n->op == ZC_OP_AND)
    return a == 0 || b == 0 ? 0 : a == 1 ? b : b == 1 ? a : a == b ? a : ZC_NO_REF;
  if (n->op == ZC_OP_OR)
    return a == 1 || b == 1 ? 1 : a == 0 ? b : b == 0 ? a : a == b ? a : ZC_NO_REF;
  if (n->op == ZC_OP_IF)
    return a == 1 ? b : a == 0 ? c : b == c ? b : ZC_NO_REF;
  return ZC_NO_REF;
}

static zc_ref apply(zc_diagrams *d, const zc_node *n, zc_ref a, zc_ref b, zc_ref c) {
  if (d->overflow)
    return 0;
  zc_ref quick = shortcut(n, a, b, c);
  if (quick != ZC_NO_REF)
    return quick;
  uint32_t var = d->nodes[a].var;
  var = d->nodes[b].var < var ? d->nodes[b].var : var;
  var = d->nodes[c].var < var ? d->nodes[c].var : var;
  if (var == LEAF)
    return zc_diagram_const(
        d, zc_evaluate_known(n, d->nodes[a].value, d->nodes[b].value, d->nodes[c].value));
  uint64_t key = ((uint64_t)a << 40) ^ ((uint64_t)b << 20) ^ c ^ (uint64_t)(uintptr_t)n;
  cache_entry *e = &d->cache[zc_mix_down(key) & (CACHE_SIZE - 1)];
  if (e->question == d->question && e->operation == n && e->a == a && e->b == b && e->c == c)
    return e->result;
  zc_ref kids[ZC_MAX_CUTS] = {0};
  uint32_t count = d->domains[var].count;
  for (uint32_t i = 0; i < count; i++)
    kids[i] = apply(d, n, child(d, a, var, i), child(d, b, var, i), child(d, c, var, i));
  zc_ref result = make_node(d, var, kids, count);
  *e = (cache_entry){n, a, b, c, result, d->question};
  return result;
}

/* A function of the plugin, over the diagrams of its arguments. */
static zc_ref apply_call(zc_diagrams *d, const zc_node *n, const zc_ref *arguments) {
  uint32_t var = LEAF;
  if (d->overflow)
    return 0;
  for (uint32_t i = 0; i < n->c; i++)
    var = d->nodes[arguments[i]].var < var ? d->nodes[arguments[i]].var : var;
  if (var == LEAF) {
    if (d->call_count++ == ZC_CALL_LIMIT) {
      d->overflow = 1;
      return 0;
    }
    zc_value values[ZC_MAX_ARGUMENTS];
    for (uint32_t i = 0; i < n->c; i++) {
      int64_t v = d->nodes[arguments[i]].value;
      values[i] = (zc_value){v == ZC_NEVER_KNOWN ? 0 : v, v != ZC_NEVER_KNOWN, 0};
    }
    zc_value r = d->in.functions[n->a].call(values, n->c);
    int64_t v = r.value < n->min ? n->min : r.value > n->max ? n->max : r.value;
    return zc_diagram_const(d, r.known ? v : ZC_NEVER_KNOWN);
  }
  zc_ref kids[ZC_MAX_CUTS] = {0}, rest[ZC_MAX_ARGUMENTS];
  uint32_t count = d->domains[var].count;
  for (uint32_t i = 0; i < count; i++) {
    for (uint32_t j = 0; j < n->c; j++)
      rest[j] = child(d, arguments[j], var, i);
    kids[i] = apply_call(d, n, rest);
  }
  return make_node(d, var, kids, count);
}

static zc_ref diagram_of_fact(zc_diagrams *d, uint32_t fact) {
  zc_ref kids[ZC_MAX_CUTS];
  uint32_t asked = zc_asked_fact(&d->in, fact);
  const zc_domain *domain = &d->domains[asked];
  ZC_ASSERT(domain->count <= ZC_MAX_CUTS);
  for (uint32_t i = 0; i < domain->count; i++) {
    ZC_ASSERT(i == 0 || domain->points[i] > domain->points[i - 1] ||
              domain->points[i] == ZC_NEVER_KNOWN);
    kids[i] = zc_diagram_const(d, zc_asked_value(&d->in, d->vocabulary, fact, domain->points[i]));
  }
  return domain->count ? make_node(d, asked, kids, domain->count)
                       : zc_diagram_const(d, d->in.slots[fact].lo);
}

static zc_ref diagram_of_call(zc_diagrams *d, const zc_node *n) {
  zc_ref arguments[ZC_MAX_ARGUMENTS];
  for (uint32_t i = 0; i < n->c; i++)
    arguments[i] = zc_diagram_of(d, d->program->arguments[n->b + i]);
  return apply_call(d, n, arguments);
}

static zc_ref diagram_of_undecided(zc_diagrams *d, const zc_node *n) {
  switch ((zc_op)n->op) {
  case ZC_OP_FACT:
    return diagram_of_fact(d, n->a);
  case ZC_OP_GIVEN:
    return diagram_of_fact(d, d->vocabulary->fact_count + n->a);
  case ZC_OP_UNSET:
    return zc_diagram_const(d, ZC_NEVER_KNOWN);
  case ZC_OP_DEFAULT:
    return zc_diagram_of(d, d->in.given[n->a] || (n->imm && d->in.strict) ? n->b : n->c);
  case ZC_OP_NOT:
    return apply(d, &operation_not, zc_diagram_of(d, n->a), 0, 0);
  case ZC_OP_AND:
  case ZC_OP_OR: {
    zc_ref a = zc_diagram_of(d, n->a);
    if (a == (n->op == ZC_OP_OR))
      return a;
    return apply(d, n->op == ZC_OP_AND ? &operation_and : &operation_or, a, zc_diagram_of(d, n->b),
                 0);
  }
  case ZC_OP_IF: {
    zc_ref a = zc_diagram_of(d, n->a);
    if (a <= 1)
      return zc_diagram_of(d, a ? n->b : n->c);
    return apply(d, n, a, zc_diagram_of(d, n->b), zc_diagram_of(d, n->c));
  }
  case ZC_OP_KNOWN:
  case ZC_OP_RANGE:
  case ZC_OP_SET:
  case ZC_OP_MUL:
  case ZC_OP_DIV:
    return apply(d, n, zc_diagram_of(d, n->a), 0, 0);
  case ZC_OP_CALL:
    return diagram_of_call(d, n);
  default:
    return apply(d, n, zc_diagram_of(d, n->a), zc_diagram_of(d, n->b), 0);
  }
}

zc_ref zc_diagram_of(zc_diagrams *d, zc_node_id id) {
  ZC_ASSERT(id < d->program->count);
  if (d->values[id].lo == d->values[id].hi)
    return zc_diagram_const(d, d->values[id].lo);
  if (d->memo_view[id] != d->view) {
    zc_ref made = diagram_of_undecided(d, &d->program->nodes[id]);
    d->memo[id] = made;
    d->memo_view[id] = d->view;
  }
  return d->memo[id];
}

zc_ref zc_diagram_and(zc_diagrams *d, zc_ref a, zc_ref b) {
  return apply(d, &operation_and, a, b, 0);
}

zc_ref zc_diagram_or(zc_diagrams *d, zc_ref a, zc_ref b) {
  return apply(d, &operation_or, a, b, 0);
}

zc_ref zc_diagram_if(zc_diagrams *d, zc_ref condition, zc_ref yes, zc_ref no) {
  return apply(d, &operation_if, condition, yes, no);
}

zc_ref zc_diagram_test(zc_diagrams *d, const zc_node *test, zc_ref a) {
  return apply(d, test, a, 0, 0);
}

zc_ref zc_diagram_not(zc_diagrams *d, zc_ref a) {
  return apply(d, &operation_not, a, 0, 0);
}

int zc_diagram_is_leaf(const zc_diagrams *d, zc_ref a, int64_t *value) {
  ZC_ASSERT(a < d->node_count);
  *value = d->nodes[a].value;
  return d->nodes[a].var == LEAF;
}

int32_t zc_diagram_fact(const zc_diagrams *d, zc_ref a) {
  ZC_ASSERT(a < d->node_count);
  return d->nodes[a].var == LEAF ? -1 : (int32_t)d->nodes[a].var;
}

zc_ref zc_diagram_child(const zc_diagrams *d, zc_ref a, uint32_t piece) {
  ZC_ASSERT(a < d->node_count && d->nodes[a].var != LEAF);
  ZC_ASSERT(piece < d->domains[d->nodes[a].var].count);
  return d->children[d->nodes[a].first + piece];
}

uint32_t zc_diagram_pieces(const zc_diagrams *d, uint32_t fact, const int64_t **points) {
  ZC_ASSERT(fact < 2 * d->vocabulary->fact_count);
  *points = d->domains[fact].points;
  return d->domains[fact].count;
}

int zc_diagrams_is_linked(const zc_diagrams *d, uint32_t fact) {
  return zc_splitter_is_linked(d->splitter, fact);
}

int zc_diagrams_exact(const zc_diagrams *d) {
  return d->exact && !d->overflow;
}

int zc_diagrams_overflow(const zc_diagrams *d) {
  return d->overflow;
}

void zc_diagrams_unknown_facts(const zc_diagrams *d, uint8_t *facts) {
  for (const zc_sight *s = d->sights; s < d->sights + d->sight_count; s++)
    for (uint32_t i = 0; i < s->count; i++) {
      const zc_node *n = &d->program->nodes[s->list[i]];
      if (n->op == ZC_OP_FACT && s->values[s->list[i]].lo != s->values[s->list[i]].hi)
        facts[zc_asked_fact(&s->in, n->a)] = 1;
    }
}
