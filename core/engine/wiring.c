/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/wiring.h"
#include "base/assert.h"
#include "base/memory.h"
#include <string.h>

#define NO_PLACE UINT32_MAX

/* ---- making ---- */

typedef struct maker {
  zc_wiring *w;
  const zc_region *region;
  const zc_node_id *list;
  uint32_t count;
  uint32_t *place_of; /* by node; NO_PLACE: the outcome does not hang on it */
} maker;

/* Calls `visit` for every operand of a node. */
static void each_operand(const zc_program *p, zc_node_id id, void (*visit)(maker *, zc_node_id),
                         maker *m) {
  const zc_node *n = &p->nodes[id];
  for (uint32_t i = 0; n->op == ZC_OP_CALL && i < n->c; i++)
    visit(m, p->arguments[n->b + i]);
  for (int i = 0; n->op != ZC_OP_CALL && i < zc_op_operands(n->op); i++)
    visit(m, zc_op_operand(n, i));
}

static void want(maker *m, zc_node_id id) {
  m->place_of[id] = 0;
}

/* The nodes from which an end can be reached: operands stand before their users. */
static int list_nodes(maker *m, const zc_node_id *ends, uint32_t end_count) {
  const zc_program *p = &m->region->program;
  memset(m->place_of, 0xFF, p->count * sizeof *m->place_of);
  for (uint32_t i = 0; i < end_count; i++)
    want(m, ends[i]);
  for (uint32_t i = m->count; i-- > 0;)
    if (m->place_of[m->list[i]] != NO_PLACE)
      each_operand(p, m->list[i], want, m);
  m->w->nodes = zc_calloc((size_t)m->count + 1, sizeof *m->w->nodes);
  m->w->is_end = zc_calloc((size_t)m->count + 1, 1);
  m->w->first = zc_calloc((size_t)m->count + 2, sizeof *m->w->first);
  if (!m->w->nodes || !m->w->is_end || !m->w->first)
    return 0;
  for (uint32_t i = 0; i < m->count; i++)
    if (m->place_of[m->list[i]] != NO_PLACE) {
      m->place_of[m->list[i]] = m->w->count;
      m->w->nodes[m->w->count++] = m->list[i];
    }
  for (uint32_t i = 0; i < end_count; i++)
    if (p->nodes[ends[i]].op != ZC_OP_CONST)
      m->w->is_end[m->place_of[ends[i]]] = 1;
  return 1;
}

/* Constants are no nodes of the list and have no users. */
static void count_user(maker *m, zc_node_id operand) {
  if (m->region->program.nodes[operand].op != ZC_OP_CONST)
    m->w->first[m->place_of[operand] + 1]++;
}

static int list_users(maker *m) {
  const zc_program *p = &m->region->program;
  zc_wiring *w = m->w;
  for (uint32_t i = 0; i < w->count; i++)
    each_operand(p, w->nodes[i], count_user, m);
  for (uint32_t i = 0; i < w->count; i++)
    w->first[i + 1] += w->first[i];
  uint32_t edges = w->first[w->count];
  uint32_t *next = zc_calloc((size_t)w->count + 1, sizeof *next);
  w->users = zc_calloc((size_t)edges + 1, sizeof *w->users);
  int ok = next && w->users;
  for (uint32_t i = 0; ok && i < w->count; i++) {
    const zc_node *n = &p->nodes[w->nodes[i]];
    uint32_t operands = n->op == ZC_OP_CALL ? n->c : (uint32_t)zc_op_operands(n->op);
    for (uint32_t j = 0; j < operands; j++) {
      zc_node_id id = n->op == ZC_OP_CALL ? p->arguments[n->b + j] : zc_op_operand(n, (int)j);
      uint32_t place = m->place_of[id];
      if (p->nodes[id].op != ZC_OP_CONST)
        w->users[w->first[place] + next[place]++] = i;
    }
  }
  zc_free(next);
  return ok;
}

static int reads(const zc_node *n, uint32_t fact) {
  return (n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN || n->op == ZC_OP_DEFAULT) && n->a == fact;
}

static void add_fact(maker *m, uint32_t fact, uint32_t *roots) {
  zc_wiring *w = m->w;
  zc_assumed_fact *f = &w->facts[w->fact_count];
  *f = (zc_assumed_fact){.fact = fact, .first = *roots};
  for (uint32_t i = 0; i < w->count; i++) {
    const zc_node *n = &m->region->program.nodes[w->nodes[i]];
    if (!reads(n, fact))
      continue;
    w->roots[(*roots)++] = i;
    f->asks_given |= n->op == ZC_OP_GIVEN;
  }
  f->count = *roots - f->first;
  w->fact_count += f->count > 0;
}

/* Of the nodes that read some fact each is a root of that fact only. */
static int list_facts(maker *m) {
  const zc_vocabulary *v = &m->region->vocabulary;
  uint32_t roots = 0;
  m->w->facts = zc_calloc((size_t)v->fact_count + 1, sizeof *m->w->facts);
  m->w->roots = zc_calloc((size_t)m->w->count + 1, sizeof *m->w->roots);
  if (!m->w->facts || !m->w->roots)
    return 0;
  for (uint32_t f = 0; f < v->fact_count; f++)
    if (v->facts[f].assumed)
      add_fact(m, f, &roots);
  return 1;
}

int zc_wiring_make(zc_wiring *wiring, const zc_region *region, const zc_node_id *list,
                   uint32_t count, const zc_node_id *ends, uint32_t end_count) {
  maker m = {wiring, region, list, count, NULL};
  memset(wiring, 0, sizeof *wiring);
  m.place_of = zc_calloc((size_t)region->program.count + 1, sizeof *m.place_of);
  int ok = m.place_of && list_nodes(&m, ends, end_count) && list_users(&m) && list_facts(&m);
  zc_free(m.place_of);
  return ok;
}

void zc_wiring_free(zc_wiring *w) {
  zc_free(w->nodes);
  zc_free(w->first);
  zc_free(w->users);
  zc_free(w->is_end);
  zc_free(w->facts);
  zc_free(w->roots);
  memset(w, 0, sizeof *w);
}

int zc_change_log_make(zc_change_log *log, const zc_wiring *wirings, uint32_t count) {
  uint32_t most = 0;
  for (uint32_t i = 0; i < count; i++)
    most = wirings[i].count > most ? wirings[i].count : most;
  log->waiting = zc_calloc((size_t)most / 64 + 1, sizeof *log->waiting);
  log->kept = zc_calloc((size_t)most + 1, sizeof *log->kept);
  log->count = 0;
  return log->waiting && log->kept;
}

void zc_change_log_free(zc_change_log *log) {
  zc_free(log->waiting);
  zc_free(log->kept);
}

/* ---- changing ---- */

static void wait_for(zc_change_log *log, uint32_t place) {
  log->waiting[place / 64] |= UINT64_C(1) << (place % 64);
}

static inline zc_slot value_of(const zc_program *p, const zc_inputs *in, zc_node_id id,
                               const zc_slot *v) {
  const zc_node *n = &p->nodes[id];
  switch ((zc_op)n->op) {
  case ZC_OP_AND:
    return (zc_slot){v[n->a].lo & v[n->b].lo, v[n->a].hi & v[n->b].hi};
  case ZC_OP_OR:
    return (zc_slot){v[n->a].lo | v[n->b].lo, v[n->a].hi | v[n->b].hi};
  case ZC_OP_NOT:
    return (zc_slot){1 - v[n->a].hi, 1 - v[n->a].lo};
  case ZC_OP_RANGE:
    return (zc_slot){(v[n->a].lo >= n->imm) & (v[n->a].hi <= n->imm2),
                     (v[n->a].hi >= n->imm) & (v[n->a].lo <= n->imm2)};
  default:
    return zc_evaluate_node(p, in, id, v);
  }
}

static zc_slot root_value(const zc_node *n, zc_slot value, zc_slot given, const zc_slot *v) {
  return n->op == ZC_OP_FACT ? value : n->op == ZC_OP_GIVEN ? given : v[n->b];
}

int zc_wiring_change(const zc_wiring *w, const zc_program *p, const zc_inputs *in,
                     const zc_assumed_fact *f, zc_slot value, zc_slot given, zc_slot *values,
                     zc_change_log *log) {
  int reached = 0;
  ZC_ASSERT(log->count == 0);
  for (uint32_t i = f->first; i < f->first + f->count; i++)
    wait_for(log, w->roots[i]);
  for (uint32_t word = w->roots[f->first] / 64; word <= w->count / 64; word++)
    while (log->waiting[word]) {
      uint32_t place = word * 64 + (uint32_t)__builtin_ctzll(log->waiting[word]);
      zc_node_id id = w->nodes[place];
      const zc_node *n = &p->nodes[id];
      zc_slot now =
          reads(n, f->fact) ? root_value(n, value, given, values) : value_of(p, in, id, values);
      log->waiting[word] &= log->waiting[word] - 1;
      /* What stays open may be another function of what is not known. */
      if (n->op == ZC_OP_KNOWN ||
          (now.lo == now.hi && now.lo == values[id].lo && now.hi == values[id].hi))
        continue;
      log->kept[log->count].node = id;
      log->kept[log->count++].value = values[id];
      values[id] = now;
      reached |= w->is_end[place];
      for (uint32_t i = w->first[place]; i < w->first[place + 1]; i++)
        wait_for(log, w->users[i]);
    }
  return reached;
}

void zc_wiring_restore(zc_change_log *log, zc_slot *values) {
  while (log->count > 0) {
    log->count--;
    values[log->kept[log->count].node] = log->kept[log->count].value;
  }
}
