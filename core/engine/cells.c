/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/cells.h"

static inline uint32_t find_place(const zc_cell_axis *a, const zc_slot *slots, uint64_t *unknown) {
  int64_t v = slots[a->fact].lo;
  *unknown |= (uint64_t)(v ^ slots[a->fact].hi);
  return a->places[((uint64_t)v - (uint64_t)a->min) & a->mask];
}

/* The part of the place that wide facts and pairs of facts give. */
static uint32_t find_more(const zc_cell *c, const zc_slot *slots, uint64_t *unknown) {
  uint32_t place = 0;
  for (const zc_cell_pair *p = c->pairs, *end = p + c->pair_count; p < end; p++) {
    const zc_slot *a = &slots[p->a], *b = &slots[p->b];
    *unknown |= (uint64_t)(a->lo ^ a->hi) | (uint64_t)(b->lo ^ b->hi);
    place += (uint32_t)(a->lo >= b->lo) * p->stride;
  }
  for (const zc_cell_steps *s = c->steps, *end = s + c->step_count; s < end; s++) {
    const zc_slot *v = &slots[s->fact];
    uint32_t reached = 0;
    for (uint32_t i = 0; i < s->count; i++)
      reached += v->lo >= s->bounds[i];
    *unknown |= (uint64_t)(v->lo ^ v->hi);
    place += reached * s->stride;
  }
  return place;
}

int zc_cells_evaluate(const zc_cells *c, const zc_slot *slots, uint64_t *bits) {
  uint64_t unknown = 0;
  for (uint32_t i = 0; i < c->terms.words; i++)
    bits[i] = c->terms.start[i];
  for (const zc_cell *cell = c->cells, *end = cell + c->count; cell < end; cell++) {
    uint32_t place = cell->has_more ? find_more(cell, slots, &unknown) : 0;
    for (const zc_cell_axis *a = cell->axes, *last = a + cell->axis_count; a < last;
         a += ZC_AXIS_STEP)
      place += find_place(a, slots, &unknown) + find_place(a + 1, slots, &unknown) +
               find_place(a + 2, slots, &unknown) + find_place(a + 3, slots, &unknown);
    const uint64_t *row = cell->table + place;
    uint64_t *out = bits + cell->first_word;
    uint32_t w = 0;
    do
      out[w] |= row[w];
    while (++w < cell->word_count);
  }
  if (unknown)
    return 0;
  zc_bits_follow(&c->terms, bits);
  return 1;
}

void zc_cells_free(zc_cells *c) {
  zc_bits_free(&c->terms);
  zc_arena_free(&c->arena);
  *c = (zc_cells){0};
}
