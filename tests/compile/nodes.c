/* SPDX-License-Identifier: Apache-2.0 */
#include "nodes.h"
#include "base/memory.h"
#include "logic/evaluate.h"
#include "tests.h"

#include <string.h>

static void take(const zc_region *region, const zc_known *known, zc_slot *slots, uint8_t *given) {
  const zc_vocabulary *v = &region->vocabulary;
  for (uint32_t i = 0; i < v->fact_count; i++)
    slots[i] = (zc_slot){v->facts[i].min, v->facts[i].max};
  for (; known && known->fact; known++) {
    int32_t fact = zc_fact_find(v, known->fact, strlen(known->fact));
    CU_ASSERT_FATAL(fact >= 0);
    slots[fact] = (zc_slot){known->value, known->value};
    given[fact] = 1;
  }
}

zc_slot zc_node_worth(const zc_region *region, zc_node_id node, const char *as_of,
                      const zc_known *known) {
  const zc_program *p = &region->program;
  uint32_t facts = region->vocabulary.fact_count;
  zc_arena arena = {0};
  zc_slot *slots = zc_arena_alloc(&arena, facts * sizeof *slots);
  zc_slot *values = zc_arena_alloc(&arena, p->count * sizeof *values);
  zc_node_id *list = zc_arena_alloc(&arena, p->count * sizeof *list);
  uint8_t *given = zc_arena_alloc(&arena, facts);
  CU_ASSERT_FATAL(slots && values && list && given && node < p->count);
  take(region, known, slots, given);
  zc_inputs in = {.slots = slots, .given = given, .functions = region->functions};
  CU_ASSERT_FATAL(zc_day_parse(as_of, &in.as_of) == 0);
  for (uint32_t i = 0; i < p->count; i++)
    list[i] = i;
  zc_evaluate(p, &in, list, p->count, values);
  zc_slot worth = values[node];
  zc_arena_free(&arena);
  return worth;
}

int zc_condition_worth(const zc_region *region, zc_node_id node, const char *as_of,
                       const zc_known *known) {
  zc_slot worth = zc_node_worth(region, node, as_of, known);
  return worth.lo == worth.hi ? (int)worth.lo : -1;
}

int64_t zc_word_index(const zc_region *region, const char *fact, const char *word) {
  int32_t index = zc_fact_find(&region->vocabulary, fact, strlen(fact));
  CU_ASSERT_FATAL(index >= 0);
  int32_t found = zc_fact_word(&region->vocabulary, (uint32_t)index, word, strlen(word));
  CU_ASSERT_FATAL(found >= 0);
  return found;
}
