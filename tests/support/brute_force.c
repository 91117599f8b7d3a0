/* SPDX-License-Identifier: Apache-2.0 */
#include "support/brute_force.h"
#include "base/memory.h"
#include "engine/kinds.h"
#include "engine/workspace.h"
#include "tests.h"

#include <string.h>

/* ---- making ---- */

static void *room_for(size_t count, size_t size) {
  void *room = zc_calloc(count ? count : 1, size);
  CU_ASSERT_PTR_NOT_NULL_FATAL(room);
  return room;
}

/* Calls `visit` for every operand of a node. */
static void each_operand(const zc_program *p, const zc_node *n,
                         void (*visit)(void *context, zc_node_id operand), void *context) {
  if (n->op == ZC_OP_CALL)
    for (uint32_t i = 0; i < n->c; i++)
      visit(context, p->arguments[n->b + i]);
  else
    for (int i = 0; i < zc_op_operands(n->op); i++)
      visit(context, zc_op_operand(n, i));
}

static void want(void *context, zc_node_id id) {
  ((uint16_t *)context)[id] = 1;
}

/* Operands stand before their users. */
static void list_nodes(brute_force *b) {
  const zc_program *p = &b->region->program;
  for (uint32_t i = 0; i < b->region->rule_count; i++) {
    want(b->reads, b->region->rules[i].applies);
    want(b->reads, b->region->rules[i].holds);
  }
  for (zc_node_id i = p->count; i-- > 0;)
    if (b->reads[i])
      each_operand(p, &p->nodes[i], want, b->reads);
  for (zc_node_id i = 0; i < p->count; i++)
    if (b->reads[i])
      b->list[b->list_count++] = i;
}

void brute_open(brute_force *b, const zc_region *region) {
  uint32_t facts = region->vocabulary.fact_count, nodes = region->program.count;
  memset(b, 0, sizeof *b);
  CU_ASSERT_FATAL(region->rule_count <= BRUTE_ROWS);
  b->region = region;
  b->slots = room_for(facts, sizeof *b->slots);
  b->is_given = room_for(facts, 1);
  b->values = room_for(nodes, sizeof *b->values);
  b->list = room_for(nodes, sizeof *b->list);
  b->reads = room_for(nodes, sizeof *b->reads);
  list_nodes(b);
}

void brute_close(brute_force *b) {
  zc_free(b->slots);
  zc_free(b->is_given);
  zc_free(b->values);
  zc_free(b->list);
  zc_free(b->reads);
  zc_free(b->people);
}

void brute_begin(brute_force *b, const zc_facts *facts, zc_day as_of, int strict) {
  uint32_t count = b->region->vocabulary.fact_count;
  memcpy(b->slots, facts->slots, count * sizeof *b->slots);
  memcpy(b->is_given, facts->given, count);
  b->in = (zc_inputs){b->slots, b->is_given, b->region->functions, as_of, strict, NULL};
  b->axis_count = 0;
  b->frozen = 0;
}

void brute_add(brute_force *b, uint32_t fact, const int64_t *values, uint32_t count, int absent) {
  CU_ASSERT_FATAL(b->axis_count < BRUTE_AXES);
  b->axes[b->axis_count++] =
      (brute_axis){.fact = fact, .count = count, .values = values, .absent = absent};
}

void brute_add_months(brute_force *b, uint32_t months, zc_day counting_day) {
  brute_axis *a = &b->axes[b->axis_count - 1];
  a->has_months = 1;
  a->months = months;
  a->counting_day = counting_day;
  a->most = b->region->vocabulary.facts[months].max;
}

static zc_slot months_at(const brute_axis *a, uint32_t place) {
  int64_t full = zc_full_months((zc_day)a->values[place], a->counting_day);
  full = full < a->most ? full : a->most;
  return (zc_slot){full, full};
}

static uint32_t places(const brute_axis *a) {
  return a->count + (uint32_t)(a->absent != 0);
}

uint32_t brute_stride(const brute_force *b, uint32_t axis) {
  uint32_t stride = 1;
  for (uint32_t i = axis + 1; i < b->axis_count; i++)
    stride *= places(&b->axes[i]);
  return stride;
}

uint32_t brute_place(const brute_force *b, uint32_t i, uint32_t axis) {
  return i / brute_stride(b, axis) % places(&b->axes[axis]);
}

/* ---- running ---- */

typedef struct reader {
  const uint16_t *reads;
  uint16_t found;
} reader;

static void read_operand(void *context, zc_node_id id) {
  reader *r = context;
  r->found |= r->reads[id];
}

static uint16_t axis_of(const brute_force *b, uint32_t fact) {
  for (uint32_t i = 0; i < b->axis_count; i++)
    if (b->axes[i].fact == fact || (b->axes[i].has_months && b->axes[i].months == fact))
      return (uint16_t)(1u << i);
  return 0;
}

/* Which axes each node depends on. */
static void find_readers(brute_force *b) {
  const zc_program *p = &b->region->program;
  for (uint32_t i = 0; i < b->list_count; i++) {
    const zc_node *n = &p->nodes[b->list[i]];
    reader r = {b->reads, 0};
    if (n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN || n->op == ZC_OP_DEFAULT)
      r.found = axis_of(b, n->a);
    if (!(n->op == ZC_OP_KNOWN && b->frozen))
      each_operand(p, n, read_operand, &r);
    b->reads[b->list[i]] = r.found;
  }
}

static void set_place(brute_force *b, uint32_t axis, uint32_t place) {
  const brute_axis *a = &b->axes[axis];
  const zc_fact *f = &b->region->vocabulary.facts[a->fact];
  int is_value = place < a->count;
  b->slots[a->fact] =
      is_value ? (zc_slot){a->values[place], a->values[place]} : (zc_slot){f->min, f->max};
  if (a->absent)
    b->is_given[a->fact] = (uint8_t)is_value;
  if (a->has_months)
    b->slots[a->months] = months_at(a, place);
}

/* The nodes that depend on an axis from `first` on. */
static void evaluate(brute_force *b, uint32_t first) {
  for (uint32_t i = 0; i < b->list_count; i++)
    if (b->reads[b->list[i]] >> first)
      b->values[b->list[i]] = zc_evaluate_node(&b->region->program, &b->in, b->list[i], b->values);
}

static brute_person person_of(const brute_force *b) {
  brute_person p = 0;
  for (uint32_t i = 0; i < b->region->rule_count; i++) {
    zc_slot applies = b->values[b->region->rules[i].applies];
    zc_slot holds = b->values[b->region->rules[i].holds];
    uint32_t bits = (uint32_t)(applies.lo | applies.hi << 1 | holds.lo << 2 | holds.hi << 3);
    p |= bits << 4 * i;
  }
  return p;
}

static void make_room(brute_force *b) {
  b->count = 1;
  for (uint32_t i = 0; i < b->axis_count; i++)
    b->count *= places(&b->axes[i]);
  if (b->count <= b->room)
    return;
  zc_free(b->people);
  b->people = room_for(b->count, sizeof *b->people);
  b->room = b->count;
}

void brute_run(brute_force *b) {
  uint32_t at[BRUTE_AXES] = {0}, first = 0;
  make_room(b);
  find_readers(b);
  for (uint32_t i = 0; i < b->list_count; i++) /* before anything is completed */
    b->values[b->list[i]] = zc_evaluate_node(&b->region->program, &b->in, b->list[i], b->values);
  for (uint32_t i = 0; i < b->axis_count; i++)
    set_place(b, i, 0);
  for (uint32_t i = 0; i < b->count; i++) {
    evaluate(b, first);
    b->people[i] = person_of(b);
    first = b->axis_count;
    while (first > 0 && ++at[first - 1] == places(&b->axes[first - 1]))
      at[--first] = 0;
    first -= first > 0;
    for (uint32_t j = first; j < b->axis_count; j++)
      set_place(b, j, at[j]);
  }
}

/* ---- what the rules mean ---- */

zc_slot brute_applies(brute_person p, uint32_t row) {
  return (zc_slot){p >> 4 * row & 1, p >> (4 * row + 1) & 1};
}

zc_slot brute_holds(brute_person p, uint32_t row) {
  return (zc_slot){p >> (4 * row + 2) & 1, p >> (4 * row + 3) & 1};
}

static zc_slot met(brute_person p, uint32_t row) {
  return zc_and(brute_applies(p, row), brute_holds(p, row));
}

static int lifts(const zc_compiled_rule *by, uint32_t row) {
  for (uint32_t i = 0; i < by->waives.count; i++)
    if (by->waives.items[i] == row)
      return 1;
  return 0;
}

/* Whether a general waiver lifts the requirement. */
static zc_slot lifted(const zc_region *region, brute_person p, uint32_t row) {
  zc_slot any = {0, 0};
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (zc_rule_lifts(&region->rules[i]) && lifts(&region->rules[i], row))
      any = zc_or(any, met(p, i));
  return any;
}

zc_state brute_state(const zc_region *region, brute_person p, uint32_t row) {
  zc_slot applies = brute_applies(p, row), holds = brute_holds(p, row);
  int is_requirement = zc_rule_binds(&region->rules[row]);
  if (applies.hi == 0)
    return ZC_NOT_APPLICABLE;
  if (holds.lo == 1 && (applies.lo == 1 || is_requirement))
    return ZC_MET;
  if (is_requirement && lifted(region, p, row).lo == 1)
    return ZC_WAIVED;
  return applies.lo == 1 && holds.hi == 0 ? ZC_UNMET : ZC_UNKNOWN;
}

zc_slot brute_comes(const zc_region *region, brute_person p, uint32_t route) {
  zc_slot all = met(p, route);
  for (uint32_t i = 0; i < region->rule_count; i++) {
    if (!zc_rule_binds(&region->rules[i]) || lifts(&region->rules[route], i))
      continue;
    zc_slot free = zc_or(zc_not(brute_applies(p, i)), lifted(region, p, i));
    all = zc_and(all, zc_or(free, brute_holds(p, i)));
  }
  return all;
}

zc_verdict brute_verdict(const zc_region *region, brute_person p) {
  zc_slot any = {0, 0};
  for (uint32_t i = 0; i < region->route_count; i++)
    any = zc_or(any, brute_comes(region, p, region->routes[i]));
  return any.lo == 1 ? ZC_ELIGIBLE : any.hi == 0 ? ZC_INELIGIBLE : ZC_UNDETERMINED_VERDICT;
}

/* ---- people ---- */

void brute_facts(const brute_force *b, uint32_t i, zc_facts *out) {
  memcpy(out->slots, b->slots, b->region->vocabulary.fact_count * sizeof *out->slots);
  memcpy(out->given, b->is_given, b->region->vocabulary.fact_count);
  for (uint32_t j = 0; j < b->axis_count; j++) {
    const brute_axis *a = &b->axes[j];
    const zc_fact *f = &b->region->vocabulary.facts[a->fact];
    uint32_t place = brute_place(b, i, j);
    out->slots[a->fact] = place < a->count ? (zc_slot){a->values[place], a->values[place]}
                                           : (zc_slot){f->min, f->max};
    if (a->absent)
      out->given[a->fact] = (uint8_t)(place < a->count);
    if (a->has_months)
      out->slots[a->months] = months_at(a, place);
  }
}

void brute_show(const brute_force *b, uint32_t i) {
  printf("   ");
  for (uint32_t j = 0; j < b->axis_count; j++) {
    uint32_t place = brute_place(b, i, j);
    printf(" %s=", b->region->vocabulary.facts[b->axes[j].fact].name);
    if (place < b->axes[j].count)
      printf("%lld", (long long)b->axes[j].values[place]);
    else
      printf("?");
  }
  printf("\n");
}
