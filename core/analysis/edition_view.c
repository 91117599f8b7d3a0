/* SPDX-License-Identifier: Apache-2.0 */
#include "analysis/edition_view.h"
#include "base/assert.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Marks the nodes that are constants, or choices between constants. */
static void find_fixed(zc_edition_view *s) {
  const zc_program *p = &s->region->program;
  for (zc_node_id i = 0; i < p->count; i++) {
    const zc_node *n = &p->nodes[i];
    if (n->op == ZC_OP_CONST || n->op == ZC_OP_UNSET)
      s->fixed[i] = 1;
    else if (n->op == ZC_OP_IF || n->op == ZC_OP_DEFAULT)
      s->fixed[i] = s->fixed[n->b] & s->fixed[n->c];
    else if (n->op == ZC_OP_MIN || n->op == ZC_OP_MAX)
      s->fixed[i] = s->fixed[n->a] & s->fixed[n->b];
  }
}

int zc_edition_view_init(zc_edition_view *s, const zc_region *region) {
  uint32_t nodes = region->program.count + 1, facts = region->vocabulary.fact_count + 1;
  memset(s, 0, sizeof *s);
  s->region = region;
  s->diagrams = zc_diagrams_new(&region->program, &region->vocabulary);
  s->values = zc_calloc(nodes, sizeof *s->values);
  s->slots = zc_calloc(facts, sizeof *s->slots);
  s->given = zc_calloc(facts, 1);
  s->wanted = zc_calloc(nodes, 1);
  s->list = zc_calloc(nodes, sizeof *s->list);
  s->fixed = zc_calloc(nodes, 1);
  s->moves = zc_calloc(nodes, 1);
  s->assumed = zc_calloc(nodes, 1);
  if (!s->diagrams || !s->values || !s->slots || !s->given || !s->wanted || !s->list || !s->fixed ||
      !s->moves || !s->assumed)
    return 0;
  find_fixed(s);
  return 1;
}

void zc_edition_view_free(zc_edition_view *s) {
  zc_diagrams_free(s->diagrams);
  zc_free(s->values);
  zc_free(s->slots);
  zc_free(s->given);
  zc_free(s->wanted);
  zc_free(s->list);
  zc_free(s->fixed);
  zc_free(s->moves);
  zc_free(s->assumed);
  memset(s, 0, sizeof *s);
}

/* ---- days ---- */

static int is_day_test(const zc_program *p, const zc_node *n) {
  return n->op == ZC_OP_RANGE && p->nodes[n->a].op == ZC_OP_AS_OF;
}

/* What the day asked about is compared with, where that is fixed: a parameter that is a day, say.
 * ZC_NO_NODE: the node is no such test. */
static zc_node_id day_compared(const zc_edition_view *s, const zc_node *n) {
  const zc_program *p = &s->region->program;
  if (n->op != ZC_OP_GE && n->op != ZC_OP_EQ)
    return ZC_NO_NODE;
  if (p->nodes[n->a].op == ZC_OP_AS_OF && s->fixed[n->b])
    return n->b;
  return p->nodes[n->b].op == ZC_OP_AS_OF && s->fixed[n->a] ? n->a : ZC_NO_NODE;
}

static int is_day(const zc_node *n) {
  return n->op == ZC_OP_CONST && n->type == ZC_DATE;
}

uint32_t zc_edition_view_day_limit(const zc_region *region) {
  uint32_t limit = 1;
  for (uint32_t i = 0; i < region->program.count; i++) {
    const zc_node *n = &region->program.nodes[i];
    limit += 2 * (uint32_t)(is_day_test(&region->program, n) || is_day(n));
  }
  return limit;
}

static int compare_days(const void *a, const void *b) {
  const zc_day *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

static uint32_t add_day(zc_day *days, uint32_t count, int64_t day) {
  if (day > ZC_DAY_MIN && day <= ZC_DAY_MAX)
    days[count++] = (zc_day)day;
  return count;
}

/* Which days begin something where the day asked about is compared with some: they, or the days
 * after them. */
enum { BEGINS = 1, BEGINS_AFTER = 2 };

static uint8_t begins(const zc_node *n, zc_node_id other) {
  return n->op == ZC_OP_EQ ? BEGINS | BEGINS_AFTER : other == n->b ? BEGINS : BEGINS_AFTER;
}

/* A choice wants what it is between. */
static void want_choices(zc_edition_view *s, const zc_node *n, uint8_t wanted) {
  if (n->op == ZC_OP_MIN || n->op == ZC_OP_MAX)
    s->wanted[n->a] |= wanted;
  else if (n->op == ZC_OP_IF || n->op == ZC_OP_DEFAULT)
    s->wanted[n->c] |= wanted;
  else
    return;
  s->wanted[n->b] |= wanted;
}

/* All days that tests of the day tell apart. */
static uint32_t gather_days(zc_edition_view *s, zc_day *days) {
  const zc_program *p = &s->region->program;
  uint32_t count = 0;
  memset(s->wanted, 0, p->count);
  days[count++] = ZC_DAY_MIN;
  for (zc_node_id i = p->count; i-- > 0;) {
    const zc_node *n = &p->nodes[i];
    zc_node_id other = day_compared(s, n);
    if (is_day_test(p, n)) {
      count = add_day(days, count, n->imm);
      count = add_day(days, count, n->imm2 < ZC_DAY_MAX ? n->imm2 + 1 : ZC_DAY_MIN);
    }
    if (other != ZC_NO_NODE)
      s->wanted[other] |= begins(n, other);
    if (is_day(n) && (s->wanted[i] & BEGINS))
      count = add_day(days, count, n->imm);
    if (is_day(n) && (s->wanted[i] & BEGINS_AFTER))
      count = add_day(days, count, n->imm + 1);
    want_choices(s, n, s->wanted[i]);
  }
  return count;
}

uint32_t zc_edition_view_days(zc_edition_view *s, zc_day *days) {
  uint32_t found = gather_days(s, days), kept = 0;
  ZC_ASSERT(found <= zc_edition_view_day_limit(s->region));
  qsort(days, found, sizeof *days, compare_days);
  for (uint32_t i = 0; i < found; i++)
    if (kept == 0 || days[kept - 1] != days[i])
      days[kept++] = days[i];
  return kept;
}

/* ---- one view ---- */

/* What a person may leave out is asked too: such a node stays open. */
static zc_slot value_of(const zc_edition_view *s, zc_node_id id) {
  const zc_node *n = &s->region->program.nodes[id];
  if (n->op == ZC_OP_GIVEN)
    return (zc_slot){0, 1};
  if (n->op == ZC_OP_KNOWN && s->values[n->a].lo != s->values[n->a].hi)
    return (zc_slot){0, 1};
  return zc_evaluate_node(&s->region->program, &s->in, id, s->values);
}

static int is_open(const zc_edition_view *s, zc_node_id id) {
  return s->values[id].lo != s->values[id].hi;
}

/* Whether an operand alone decides an `and` (value 0) or `or` (value 1) on all days of the view. */
static int settles(const zc_edition_view *s, zc_node_id id, int64_t value) {
  return !s->moves[id] && !is_open(s, id) && s->values[id].lo == value;
}

static uint8_t operands_move(const zc_edition_view *s, const zc_node *n) {
  const zc_program *p = &s->region->program;
  uint8_t moves = 0;
  for (uint32_t i = 0; n->op == ZC_OP_CALL && i < n->c; i++)
    moves |= s->moves[p->arguments[n->b + i]];
  for (int i = 0; n->op != ZC_OP_CALL && i < zc_op_operands(n->op); i++)
    moves |= s->moves[zc_op_operand(n, i)];
  return moves;
}

/* Whether the node may be another on a later day of the view, as a person's months to the day asked
 * about are. Tests that begin a view of their own are not. */
static uint8_t moves_of(const zc_edition_view *s, zc_node_id id) {
  const zc_program *p = &s->region->program;
  const zc_node *n = &p->nodes[id];
  zc_node_id other = day_compared(s, n);
  if (n->op == ZC_OP_AS_OF)
    return s->from != s->until;
  if (is_day_test(p, n))
    return 0;
  if (other != ZC_NO_NODE)
    return s->moves[other];
  if (n->op == ZC_OP_AND && (settles(s, n->a, 0) || settles(s, n->b, 0)))
    return 0;
  if (n->op == ZC_OP_OR && (settles(s, n->a, 1) || settles(s, n->b, 1)))
    return 0;
  if (n->op == ZC_OP_IF && (settles(s, n->a, 0) || settles(s, n->a, 1)))
    return s->moves[s->values[n->a].lo ? n->b : n->c];
  return operands_move(s, n);
}

static void evaluate(zc_edition_view *s) {
  for (zc_node_id i = 0; i < s->region->program.count; i++) {
    s->values[i] = s->assumed[i] ? (zc_slot){1, 1} : value_of(s, i);
    s->moves[i] = s->assumed[i] ? 0 : moves_of(s, i);
  }
  s->is_stale = 0;
}

void zc_edition_view_begin(zc_edition_view *s, zc_day from, zc_day until, int32_t track) {
  const zc_region *r = s->region;
  ZC_ASSERT(from <= until);
  s->from = from;
  s->until = until;
  s->track = track;
  for (uint32_t f = 0; f < r->vocabulary.fact_count; f++) {
    s->slots[f] = (zc_slot){r->vocabulary.facts[f].min, r->vocabulary.facts[f].max};
    s->given[f] = 1;
  }
  if (track >= 0)
    s->slots[ZC_F_track] = (zc_slot){track, track};
  s->in = (zc_inputs){s->slots, s->given, r->functions, from, 0, NULL};
  memset(s->assumed, 0, r->program.count);
  evaluate(s);
}

void zc_edition_view_assume(zc_edition_view *s, zc_node_id condition) {
  s->is_stale |= !s->assumed[condition];
  s->assumed[condition] = 1;
}

static void want_operands(zc_edition_view *s, const zc_node *n) {
  const zc_program *p = &s->region->program;
  zc_node_id other = day_compared(s, n);
  if (other != ZC_NO_NODE)
    s->wanted[other] = 1;
  else if (n->op == ZC_OP_CALL)
    for (uint32_t i = 0; i < n->c; i++)
      s->wanted[p->arguments[n->b + i]] = 1;
  else if (n->op == ZC_OP_DEFAULT)
    s->wanted[n->b] = 1;
  else if (n->op == ZC_OP_IF && !is_open(s, n->a))
    s->wanted[n->a] = s->wanted[s->values[n->a].lo ? n->b : n->c] = 1;
  else
    for (int i = 0; i < zc_op_operands(n->op); i++)
      s->wanted[zc_op_operand(n, i)] = 1;
}

/* Only what is open, and only where it is asked: conditions of other days and tracks cut no fact's
 * values. */
int zc_edition_view_draw(zc_edition_view *s, const zc_node_id *roots, uint32_t count) {
  const zc_program *p = &s->region->program;
  uint32_t listed = 0;
  if (s->is_stale)
    evaluate(s);
  s->is_still = 1;
  memset(s->wanted, 0, p->count);
  for (uint32_t i = 0; i < count; i++) {
    ZC_ASSERT(roots[i] < p->count);
    s->wanted[roots[i]] = 1;
  }
  for (zc_node_id i = p->count; i-- > 0;)
    if (s->wanted[i] && is_open(s, i))
      want_operands(s, &p->nodes[i]);
    else if (s->wanted[i] && s->moves[i])
      s->is_still = 0;
  for (zc_node_id i = 0; i < p->count; i++)
    if (s->wanted[i] && is_open(s, i))
      s->list[listed++] = i;
  zc_diagrams_begin(s->diagrams, &s->in, s->values, s->list, listed);
  return zc_edition_view_exact(s);
}

int zc_edition_view_exact(const zc_edition_view *s) {
  return s->is_still && zc_diagrams_exact(s->diagrams);
}

int zc_edition_view_some(zc_edition_view *s, zc_ref condition) {
  return (zc_diagram_leaves(s->diagrams, condition) & 2u) != 0;
}

zc_ref zc_edition_view_less(zc_edition_view *s, zc_ref a, zc_ref b) {
  return zc_diagram_and(s->diagrams, a, zc_diagram_not(s->diagrams, b));
}
