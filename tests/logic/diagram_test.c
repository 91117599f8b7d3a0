/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Diagrams against the plain way: random programs over a few small facts, every completion of the
 * unknown ones computed in turn. The diagram must reach the same results and depend on the same
 * facts.
 */
#include "logic/diagram.h"
#include "tests.h"
#include <string.h>

#define FACTS 5

typedef struct world {
  zc_vocabulary vocabulary;
  zc_fact facts[FACTS];
  zc_program program;
  zc_slot slots[FACTS];
  uint8_t given[FACTS];
  zc_inputs in;
} world;

static uint32_t seed;
static uint32_t below(uint32_t n) {
  seed = seed * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)seed * n) >> 32);
}

static const int64_t highest[FACTS] = {1, 1, 6, 6, 3};

static void make_world(world *w) {
  memset(w, 0, sizeof *w);
  w->vocabulary.facts = w->facts;
  w->vocabulary.fact_count = FACTS;
  for (uint32_t f = 0; f < FACTS; f++) {
    zc_type type = f < 2 ? ZC_BOOL : f < 4 ? ZC_INT : ZC_ENUM;
    w->facts[f] = (zc_fact){.type = type, .min = 0, .max = highest[f], .words = 0xF};
    w->slots[f] = (zc_slot){0, highest[f]};
    if (below(3) == 0) {
      int64_t v = below((uint32_t)highest[f] + 1);
      w->slots[f] = (zc_slot){v, v};
      w->given[f] = 1;
    }
  }
  w->in = (zc_inputs){w->slots, w->given, NULL, 0, 0, NULL};
}

static zc_node_id pick(const zc_node_id *list, uint32_t count) {
  return list[below(count)];
}

/* A random condition over the facts, as deep as `steps` lets it become. */
static zc_node_id grow(world *w, int steps) {
  zc_program *p = &w->program;
  zc_node_id bools[64], ints[64];
  uint32_t bool_count = 0, int_count = 0;
  for (uint32_t f = 0; f < FACTS; f++) {
    zc_node_id n = zc_node_fact(p, w->facts[f].type, f, 0, highest[f]);
    if (f < 2)
      bools[bool_count++] = n;
    else if (f < 4)
      ints[int_count++] = n;
    else
      bools[bool_count++] = zc_node_set(p, n, 1u + below(14));
  }
  ints[int_count++] = zc_node_const(p, ZC_INT, below(7));
  for (int i = 0; i < steps; i++) {
    zc_node_id a = pick(bools, bool_count), b = pick(bools, bool_count);
    zc_node_id x = pick(ints, int_count), y = pick(ints, int_count);
    int64_t lo = below(7);
    switch (below(9)) {
    case 0:
      bools[bool_count++] = zc_node_binary(p, ZC_OP_AND, a, b);
      break;
    case 1:
      bools[bool_count++] = zc_node_binary(p, ZC_OP_OR, a, b);
      break;
    case 2:
      bools[bool_count++] = zc_node_unary(p, ZC_OP_NOT, a, 0);
      break;
    case 3:
      bools[bool_count++] = zc_node_range(p, x, lo, lo + below(4));
      break;
    case 4:
      bools[bool_count++] = zc_node_binary(p, below(2) ? ZC_OP_GE : ZC_OP_EQ, x, y);
      break;
    case 5:
      ints[int_count++] = zc_node_if(p, a, x, y);
      break;
    case 6:
      ints[int_count++] = zc_node_binary(p, below(2) ? ZC_OP_MIN : ZC_OP_MAX, x, y);
      break;
    case 7:
      ints[int_count++] = zc_node_binary(p, ZC_OP_SUB, x, zc_node_const(p, ZC_INT, below(3)));
      break;
    default:
      bools[bool_count] = zc_node_if(p, a, b, pick(bools, bool_count));
      bool_count++;
    }
  }
  return bools[bool_count - 1];
}

static int value_at(world *w, const zc_slot *point, zc_node_id root) {
  zc_slot values[512];
  zc_node_id list[512];
  zc_inputs in = w->in;
  in.slots = point;
  for (uint32_t i = 0; i <= root; i++)
    list[i] = i;
  zc_evaluate(&w->program, &in, list, root + 1, values);
  return values[root].lo == values[root].hi ? (int)values[root].lo : -1;
}

/* Moves to the next completion; 0 after the last one. */
static int next_point(const world *w, zc_slot *point) {
  for (uint32_t f = 0; f < FACTS; f++) {
    if (w->slots[f].lo == w->slots[f].hi)
      continue;
    if (point[f].lo < w->slots[f].hi) {
      point[f].lo = ++point[f].hi;
      return 1;
    }
    point[f] = (zc_slot){w->slots[f].lo, w->slots[f].lo};
  }
  return 0;
}

static void first_point(const world *w, zc_slot *point) {
  for (uint32_t f = 0; f < FACTS; f++)
    point[f] = (zc_slot){w->slots[f].lo, w->slots[f].lo};
}

/* What is true of the condition, found by trying everything. */
static unsigned try_everything(world *w, zc_node_id root, uint8_t *depends) {
  zc_slot point[FACTS];
  unsigned leaves = 0;
  first_point(w, point);
  do {
    int here = value_at(w, point, root);
    leaves |= here ? 2u : 1u;
    for (uint32_t f = 0; f < FACTS; f++) {
      zc_slot kept = point[f];
      for (int64_t v = w->slots[f].lo; v <= w->slots[f].hi && !depends[f]; v++) {
        point[f] = (zc_slot){v, v};
        depends[f] = value_at(w, point, root) != here;
      }
      point[f] = kept;
    }
  } while (next_point(w, point));
  return leaves;
}

static void agrees_with_trying_everything(void) {
  unsigned undecided = 0, exact = 0;
  seed = 20240629;
  for (int round = 0; round < 1500; round++) {
    world w;
    make_world(&w);
    zc_node_id root = grow(&w, 12 + (int)below(16));
    zc_diagrams *d = zc_diagrams_new(&w.program, &w.vocabulary);
    CU_ASSERT_PTR_NOT_NULL_FATAL(d);
    zc_slot values[512];
    zc_node_id list[512];
    for (uint32_t i = 0; i < w.program.count; i++)
      list[i] = i;
    zc_evaluate(&w.program, &w.in, list, w.program.count, values);
    zc_diagrams_begin(d, &w.in, values, list, w.program.count);
    zc_ref ref = zc_diagram_of(d, root);
    uint8_t support[FACTS] = {0}, depends[FACTS] = {0};
    unsigned wanted = try_everything(&w, root, depends);
    zc_diagram_support(d, ref, support);
    CU_ASSERT_EQUAL(zc_diagram_leaves(d, ref), wanted);
    undecided += wanted == 3;
    if (zc_diagrams_exact(d)) {
      exact++;
      CU_ASSERT_EQUAL(memcmp(support, depends, sizeof support), 0);
    }
    zc_diagrams_free(d);
    zc_program_free(&w.program);
  }
  CU_ASSERT(undecided > 100);
  CU_ASSERT(exact > 1400);
}

static void a_missing_parameter_is_never_known(void) {
  world w;
  seed = 1;
  make_world(&w);
  w.slots[0] = (zc_slot){0, 1};
  w.given[0] = 0;
  zc_node_id fact = zc_node_fact(&w.program, ZC_BOOL, 0, 0, 1);
  zc_node_id unset = zc_node_unset(&w.program, ZC_BOOL, 0, 1);
  zc_node_id both = zc_node_binary(&w.program, ZC_OP_AND, fact, unset);
  zc_node_id list[] = {fact, unset, both};
  zc_slot values[8];
  zc_diagrams *d = zc_diagrams_new(&w.program, &w.vocabulary);
  CU_ASSERT_PTR_NOT_NULL_FATAL(d);
  zc_evaluate(&w.program, &w.in, list, 3, values);
  zc_diagrams_begin(d, &w.in, values, list, 3);
  CU_ASSERT_EQUAL(zc_diagram_leaves(d, zc_diagram_of(d, unset)), 4u);
  CU_ASSERT_EQUAL(zc_diagram_leaves(d, zc_diagram_of(d, both)), 5u);
  zc_diagrams_free(d);
  zc_program_free(&w.program);
}

void test_logic_diagram(CU_pSuite suite) {
  CU_add_test(suite, "diagrams reach and depend on exactly what trying every completion shows",
              agrees_with_trying_everything);
  CU_add_test(suite, "a parameter without a value leaves the answer open with nothing missing",
              a_missing_parameter_is_never_known);
}
