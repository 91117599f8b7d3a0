/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "base/memory.h"
#include "support/random_region.h"
#include "tests.h"

#include <string.h>

enum { MOST_PEOPLE = 60000, MOST_MONTHS = 1200 };

static random_kind draw_kind(random_region *g, zc_random *r) {
  static const random_kind kinds[] = {RANDOM_BOOL,   RANDOM_BOOL,   RANDOM_MONTHS, RANDOM_MONTHS,
                                      RANDOM_MONTHS, RANDOM_NUMBER, RANDOM_NUMBER, RANDOM_WORDS,
                                      RANDOM_WORDS,  RANDOM_COLOUR, RANDOM_DAY,    RANDOM_DAY,
                                      RANDOM_PLACE};
  if (g->shape == RANDOM_ORDER)
    return zc_random_chance(r, 93) ? RANDOM_MONTHS : RANDOM_BOOL;
  return kinds[zc_random_below(r, sizeof kinds / sizeof *kinds)];
}

/* The first value of a fact that has `size` of them. */
static int64_t draw_least(random_kind kind, uint32_t size, zc_random *r) {
  static const int64_t borders[] = {451229000000, 451300000000, 451229001000};
  zc_day days[] = {zc_day_of(2023, 1, 30), zc_day_of(2024, 1, 30), zc_day_of(2024, 2, 27),
                   zc_day_of(2024, 5, 30)};
  switch (kind) {
  case RANDOM_NUMBER:
    return (int64_t)zc_random_below(r, 7) - 3;
  case RANDOM_DAY:
    return days[zc_random_below(r, 4)] + (int64_t)zc_random_below(r, 3);
  case RANDOM_PLACE:
    return borders[zc_random_below(r, 3)] - (int64_t)zc_random_below(r, size);
  default:
    return 0;
  }
}

static void set_size(random_fact *f, uint32_t size, zc_random *r) {
  if (f->kind == RANDOM_BOOL)
    size = 2;
  else if (f->kind == RANDOM_WORDS || f->kind == RANDOM_COLOUR)
    size = size > 10 ? 10 : size;
  f->lo = draw_least(f->kind, size, r);
  f->hi = f->lo + size - 1;
}

static void add_point(random_fact *f, int64_t value) {
  uint32_t at = f->point_count;
  if (value < f->lo || value > f->hi || f->point_count == RANDOM_POINTS)
    return;
  while (at > 0 && f->points[at - 1] > value)
    at--;
  if (at > 0 && f->points[at - 1] == value)
    return;
  memmove(&f->points[at + 1], &f->points[at], (f->point_count - at) * sizeof *f->points);
  f->points[at] = value;
  f->point_count++;
}

static void add_points(random_fact *f, int64_t first, int64_t last) {
  for (int64_t v = first; v <= last; v++)
    add_point(f, v);
}

/* Not given, such a fact is compared by its ends: the greatest value counts as a constant. */
static void add_order_points(const random_region *g, random_fact *f) {
  int64_t up = g->fact_count * (g->offset + 1), down = (g->fact_count + 1) * g->offset;
  add_points(f, 0, up);
  for (uint32_t i = 0; i < g->bound_count; i++)
    add_points(f, g->bounds[i] - down, g->bounds[i] + up + g->offset + 1);
  f->low_count = f->point_count;
  add_points(f, MOST_MONTHS - down, MOST_MONTHS);
}

static void set_points(random_region *g, random_fact *f) {
  f->points = zc_calloc(RANDOM_POINTS, sizeof *f->points);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f->points);
  if (g->shape == RANDOM_ORDER && f->kind == RANDOM_MONTHS)
    add_order_points(g, f);
  else
    add_points(f, f->lo, f->hi);
  if (!f->low_count)
    f->low_count = f->point_count;
}

static uint64_t people_of(const random_region *g) {
  uint64_t people = 1;
  for (uint32_t i = 0; i < g->fact_count; i++)
    people *= (uint64_t)(g->facts[i].hi - g->facts[i].lo + 1);
  return people;
}

/* Ranges shrink until all people can be asked about. */
static void shrink(random_region *g, zc_random *r) {
  uint64_t most = MOST_PEOPLE >> zc_random_below(r, 7);
  while (people_of(g) > most) {
    random_fact *f = &g->facts[zc_random_below(r, g->fact_count)];
    if (f->hi - f->lo >= 2)
      f->hi -= 1 + (f->hi - f->lo) / 3;
    else if (zc_random_chance(r, 10) && g->fact_count > 1)
      g->fact_count--;
  }
}

static void draw_sizes(random_region *g, zc_random *r) {
  for (uint32_t i = 0; i < g->fact_count; i++) {
    random_fact *f = &g->facts[i];
    if (g->shape == RANDOM_ORDER)
      f->hi = f->kind == RANDOM_BOOL ? 1 : MOST_MONTHS;
    else if (g->shape == RANDOM_WIDE && i < 2)
      set_size(f, i ? 20 + zc_random_below(r, 60) : 66 + zc_random_below(r, 300), r);
    else
      set_size(f, 2 + zc_random_below(r, 6), r);
  }
  if (g->shape != RANDOM_ORDER)
    shrink(g, r);
}

/* The fewer facts there are, the more points each of them may have. */
static void draw_bounds(random_region *g, zc_random *r) {
  static const uint32_t most[] = {2, 2, 2, 2, 1};
  if (g->fact_count > 4)
    return;
  g->bound_count = zc_random_below(r, most[g->fact_count] + 1);
  for (uint32_t i = 0; i < g->bound_count; i++)
    g->bounds[i] = 12 * (1 + (int64_t)zc_random_below(r, 10));
  if (g->fact_count == 4 && g->bound_count == 0)
    g->offset = zc_random_below(r, 2);
  else if (g->fact_count < 4 && g->bound_count < 2)
    g->offset = zc_random_below(r, 3);
}

/* The first fact with such words; later ones share them. */
static const random_fact *first_of(const random_region *g, random_kind kind) {
  uint32_t i = 0;
  while (g->facts[i].kind != kind)
    i++;
  return &g->facts[i];
}

static void write_words(const random_region *g, random_fact *f) {
  const random_fact *first = first_of(g, f->kind);
  if (first != f) {
    snprintf(f->words, sizeof f->words, "=%s", first->name);
    f->lo = first->lo;
    f->hi = first->hi;
    return;
  }
  for (int64_t i = 0; i <= f->hi; i++)
    snprintf(f->words + strlen(f->words), sizeof f->words - strlen(f->words), "%c%d ",
             f->kind == RANDOM_WORDS ? 'w' : 'c', (int)i);
}

/* Now and then a fact is assumed to be what an earlier one of its kind is. */
static void draw_assumed(random_region *g, random_fact *f, zc_random *r) {
  for (random_fact *other = g->facts; other < f; other++)
    if (other->kind == f->kind && other->lo >= f->lo && other->hi <= f->hi &&
        zc_random_chance(r, 3))
      memcpy(f->assumed, other->name, sizeof f->assumed);
  if (f->kind == RANDOM_BOOL && !f->assumed[0] && zc_random_chance(r, 15))
    snprintf(f->assumed, sizeof f->assumed, "false");
}

void random_facts_make(random_region *g, zc_random *r) {
  static const uint32_t counts[RANDOM_SHAPES][6] = {
      {3, 4, 5, 6, 7, 8}, {1, 2, 2, 3, 3, 4}, {3, 4, 4, 5, 6, 6}};
  g->fact_count = counts[g->shape][zc_random_below(r, 6)];
  draw_bounds(g, r);
  for (uint32_t i = 0; i < g->fact_count; i++) {
    snprintf(g->facts[i].name, sizeof g->facts[i].name, "test.%c", 'a' + (int)i);
    g->facts[i].kind = draw_kind(g, r);
  }
  draw_sizes(g, r);
  for (uint32_t i = 0; i < g->fact_count; i++) {
    random_fact *f = &g->facts[i];
    if (f->kind == RANDOM_WORDS || f->kind == RANDOM_COLOUR)
      write_words(g, f);
    draw_assumed(g, f, r);
    set_points(g, f);
  }
}
