/* SPDX-License-Identifier: Apache-2.0 */
#include "support/columns.h"
#include "base/integers.h"
#include "base/memory.h"
#include "tests.h"

/* The narrowest width for values of the fact, or sometimes a wider one. */
static uint32_t width_of(const zc_fact *fact, zc_random *r) {
  uint32_t width = 1;
  if (fact->type == ZC_DIVISION)
    return 8;
  while (width < 8 &&
         (fact->max >> (8 * width - 1) || fact->min < -(INT64_C(1) << (8 * width - 1))))
    width *= 2;
  return width < 8 && zc_random_chance(r, 10) ? width * 2 : width;
}

static void *room_for(size_t count, size_t size) {
  void *room = zc_calloc(count, size);
  CU_ASSERT_PTR_NOT_NULL_FATAL(room);
  return room;
}

static void fill_column(zc_column *c, const zc_fact *fact, const zc_facts *rows, uint32_t count,
                        zc_random *r) {
  uint64_t *known = room_for(count / 64 + 1, sizeof *known);
  void *values = room_for(count, 8), *highest = room_for(count, 8);
  uint32_t unknown = 0, coarse = 0;
  c->width = width_of(fact, r);
  for (uint32_t i = 0; i < count; i++) {
    zc_slot slot = rows[i].slots[c->fact];
    int given = rows[i].given[c->fact];
    /* What stands in the column of an unknown row does not matter. */
    zc_integer_put(values, c->width, i, given ? slot.lo : -1);
    zc_integer_put(highest, c->width, i, given ? slot.hi : -2);
    known[i / 64] |= (uint64_t)given << (i % 64);
    unknown += !given;
    coarse += given && slot.lo != slot.hi;
  }
  c->values = values;
  c->highest = coarse || zc_random_chance(r, 10) ? highest : NULL;
  c->known = unknown || zc_random_chance(r, 10) ? known : NULL;
  if (!c->highest)
    zc_free(highest);
  if (!c->known)
    zc_free(known);
}

void zc_test_columns_make(zc_test_columns *c, const zc_facts *rows, uint32_t count,
                          uint32_t percent, zc_random *r) {
  const zc_vocabulary *v = rows->vocabulary;
  c->items = room_for(v->fact_count, sizeof *c->items);
  c->given = room_for(v->fact_count, 1);
  c->count = 0;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    int any = 0;
    for (uint32_t i = 0; i < count; i++)
      any |= rows[i].given[f];
    c->given[f] =
        any && v->facts[f].type != ZC_STRING && (f == ZC_F_track || zc_random_chance(r, percent));
    if (!c->given[f])
      continue;
    zc_column *column = &c->items[c->count++];
    *column = (zc_column){.fact = f};
    fill_column(column, &v->facts[f], rows, count, r);
  }
}

void zc_test_columns_free(zc_test_columns *c) {
  for (uint32_t i = 0; i < c->count; i++) {
    zc_free((void *)c->items[i].values);
    zc_free((void *)c->items[i].highest);
    zc_free((void *)c->items[i].known);
  }
  zc_free(c->items);
  zc_free(c->given);
  *c = (zc_test_columns){0};
}
