/* SPDX-License-Identifier: Apache-2.0 */
#include "support/values.h"
#include "base/memory.h"
#include "facts/division.h"
#include "tests.h"

#include <stdio.h>
#include <string.h>

/* ---- sets of points ---- */

static void add_point(zc_test_points *set, int64_t value) {
  uint32_t at = set->count;
  while (at > 0 && set->items[at - 1] > value)
    at--;
  if (at > 0 && set->items[at - 1] == value)
    return;
  if (set->count == set->room) {
    set->room = set->room ? 2 * set->room : 8;
    set->items = zc_realloc(set->items, set->room * sizeof *set->items);
    CU_ASSERT_PTR_NOT_NULL_FATAL(set->items);
  }
  memmove(&set->items[at + 1], &set->items[at], (set->count - at) * sizeof *set->items);
  set->items[at] = value;
  set->count++;
}

/* A threshold and what lies right beside it, as far as the fact may be so. */
static void add_threshold(zc_test_points *set, const zc_fact *fact, int64_t value) {
  for (int64_t v = value - 1; v <= value + 1; v++)
    if (v >= fact->min && v <= fact->max)
      add_point(set, v);
}

static int may_be(const zc_fact *fact, int64_t value) {
  return value >= fact->min && value <= fact->max &&
         (fact->type != ZC_ENUM || (fact->words >> value & 1));
}

/* ---- gathering ---- */

static void add_whole(zc_test_points *set, const zc_fact *fact) {
  for (int64_t v = fact->min; v <= fact->max; v++)
    if (may_be(fact, v))
      add_point(set, v);
}

/* What a question's conditions cut on one day, with every fact open. */
static void gather(zc_test_values *v, zc_workspace *ws, zc_question question, zc_day as_of) {
  const zc_region *r = v->region;
  const zc_slice *slice = &ws->deciding[question];
  zc_inputs in = {v->open, v->all_given, r->functions, as_of, 0, NULL};
  zc_evaluate(&r->program, &in, slice->nodes, slice->count, ws->values);
  zc_splitter *splitter = zc_splitter_new();
  CU_ASSERT_FATAL(splitter != NULL);
  zc_sight sight = {in, ws->values, slice->nodes, slice->count};
  zc_domains_make(splitter, ZC_SPLIT_VALUES, v->domains, &r->program, &r->vocabulary, &sight, 1);
  zc_splitter_free(splitter);
  for (uint32_t f = 0; f < r->vocabulary.fact_count; f++)
    for (uint32_t i = 0; i < v->domains[f].count; i++)
      add_threshold(&v->points[f], &r->vocabulary.facts[f], v->domains[f].points[i]);
}

static void mark_reads(zc_test_values *v, const zc_slice *slice, zc_question question) {
  const zc_program *p = &v->region->program;
  for (uint32_t i = 0; i < slice->count; i++) {
    const zc_node *n = &p->nodes[slice->nodes[i]];
    if (n->op == ZC_OP_FACT)
      v->reads[n->a] |= (uint8_t)(1u << question);
    if (n->op == ZC_OP_GIVEN)
      v->asked[n->a] = 1;
  }
}

int zc_test_is_partly_assumed(const zc_fact *fact) {
  return fact->assumed && strstr(fact->assumed, fact->name);
}

static void add_days_around(zc_test_points *days, int64_t day) {
  if (day <= zc_day_of(2019, 1, 1) || day >= zc_day_of(2028, 1, 1))
    return;
  for (int64_t d = day - 1; d <= day + 1; d++)
    add_point(days, d);
}

static void gather_days(zc_test_values *v) {
  const zc_region *r = v->region;
  for (uint32_t i = 0; i < r->program.count; i++) {
    const zc_node *n = &r->program.nodes[i];
    if (n->op == ZC_OP_RANGE && r->program.nodes[n->a].type == ZC_DATE) {
      add_days_around(&v->days, n->imm);
      add_days_around(&v->days, n->imm2);
    } else if (n->op == ZC_OP_CONST && n->type == ZC_DATE) {
      add_days_around(&v->days, n->imm);
    }
  }
  for (uint32_t i = 0; i < r->track_count; i++) {
    add_days_around(&v->days, r->tracks[i].span.from);
    add_days_around(&v->days, r->tracks[i].span.until);
  }
}

static void *room_for(size_t count, size_t size) {
  void *room = zc_calloc(count, size);
  CU_ASSERT_PTR_NOT_NULL_FATAL(room);
  return room;
}

void zc_test_values_make(zc_test_values *v, zc_workspace *ws) {
  const zc_region *r = ws->region;
  uint32_t facts = r->vocabulary.fact_count;
  *v = (zc_test_values){.region = r};
  v->points = room_for(facts, sizeof *v->points);
  v->asked = room_for(facts, 1);
  v->reads = room_for(facts, 1);
  v->domains = room_for(2 * facts, sizeof *v->domains);
  v->open = room_for(facts, sizeof *v->open);
  v->all_given = room_for(facts, 1);
  for (uint32_t f = 0; f < facts; f++) {
    /* What is assumed of a fact only sometimes, else leaves it as it is, stays not given. */
    if (zc_test_is_partly_assumed(&r->vocabulary.facts[f]))
      v->asked[f] = 1;
    v->open[f] = (zc_slot){r->vocabulary.facts[f].min, r->vocabulary.facts[f].max};
    v->all_given[f] = 1;
    if (r->vocabulary.facts[f].type == ZC_BOOL || r->vocabulary.facts[f].type == ZC_ENUM ||
        r->vocabulary.facts[f].type == ZC_REGION)
      add_whole(&v->points[f], &r->vocabulary.facts[f]);
  }
  gather_days(v);
  for (int q = 0; q < ZC_Q_CALENDAR; q++) {
    mark_reads(v, &ws->deciding[q], (zc_question)q);
    for (uint32_t i = 0; i < v->days.count; i++)
      gather(v, ws, (zc_question)q, (zc_day)v->days.items[i]);
  }
}

void zc_test_values_free(zc_test_values *v) {
  for (uint32_t f = 0; v->region && f < v->region->vocabulary.fact_count; f++)
    zc_free(v->points[f].items);
  zc_free(v->points);
  zc_free(v->days.items);
  zc_free(v->asked);
  zc_free(v->reads);
  zc_free(v->domains);
  zc_free(v->open);
  zc_free(v->all_given);
  *v = (zc_test_values){0};
}

/* ---- drawing ---- */

static int64_t held_in(int64_t value, zc_slot within) {
  return value < within.lo ? within.lo : value > within.hi ? within.hi : value;
}

/* One of the points within a range; the range's ends where it has none. */
static int64_t draw_point(const zc_test_points *set, zc_slot within, zc_random *r) {
  uint32_t first = 0, end = set->count;
  while (first < end && set->items[first] < within.lo)
    first++;
  while (end > first && set->items[end - 1] > within.hi)
    end--;
  if (first == end)
    return zc_random_chance(r, 50) ? within.lo : within.hi;
  return set->items[first + zc_random_below(r, end - first)];
}

/* Whole numbers: mostly at a threshold, else somewhere, small ones more often than large ones. */
static int64_t draw_int(const zc_test_points *set, zc_slot within, zc_random *r) {
  if (set->count && zc_random_chance(r, 80))
    return draw_point(set, within, r);
  uint64_t width = (uint64_t)(within.hi - within.lo) + 1;
  uint64_t most = width < 400 || zc_random_chance(r, 10) ? width : 400;
  return within.lo + (int64_t)(zc_random_next(r) % most);
}

/* Dates: at a threshold, or so many months from the day asked about, a day more or less. */
static int64_t draw_date(const zc_test_points *set, zc_slot within, zc_day as_of, zc_random *r) {
  static const int32_t months[] = {0, 1, 6, 11, 12, 24, 36, 48, 60, 119, 120, 240, 360};
  int64_t value;
  if (set->count && zc_random_chance(r, 40))
    value = draw_point(set, within, r);
  else if (zc_random_chance(r, 80))
    value = zc_add_months(as_of, -months[zc_random_below(r, sizeof months / sizeof *months)]) +
            (int64_t)zc_random_below(r, 3) - 1;
  else
    value = as_of + (int64_t)zc_random_below(r, 4000) - 3000;
  return held_in(value, within);
}

static int64_t draw_division(const zc_test_values *v, const zc_test_points *set, zc_slot within,
                             zc_random *r) {
  /* A subdistrict and a town of each region, and a place in none of them. */
  static const int64_t places[] = {650102001000, 650109100000, 451229100000,
                                   450225101000, 150102001000, 150223100000,
                                   371002001000, 371082100000, 110101001000};
  if (zc_random_chance(r, 25)) {
    int64_t place = places[zc_random_below(r, sizeof places / sizeof *places)];
    return place + zc_random_below(r, 2) * 7;
  }
  zc_slot region = {v->region->division_lo, v->region->division_hi};
  if (region.lo < within.lo || region.hi > within.hi || zc_random_chance(r, 60))
    return draw_point(set, within, r);
  return region.lo + (int64_t)(zc_random_next(r) % (uint64_t)(region.hi - region.lo + 1));
}

int64_t zc_test_value_exact(const zc_test_values *v, uint32_t fact, zc_slot within, zc_day as_of,
                            zc_random *r) {
  const zc_fact *f = &v->region->vocabulary.facts[fact];
  const zc_test_points *set = &v->points[fact];
  switch (f->type) {
  case ZC_INT:
    return draw_int(set, within, r);
  case ZC_DATE:
    return draw_date(set, within, as_of, r);
  case ZC_DIVISION:
    return held_in(draw_division(v, set, within, r), within);
  case ZC_STRING:
    return 1;
  default:
    return draw_point(set, within, r);
  }
}

zc_slot zc_test_value(const zc_test_values *v, uint32_t fact, zc_slot within, zc_day as_of,
                      zc_random *r) {
  static const int64_t grains[] = {1, 1, 1000, 1000000, 1000000, 1000000, 100000000, 10000000000};
  int64_t value = zc_test_value_exact(v, fact, within, as_of, r);
  if (v->region->vocabulary.facts[fact].type != ZC_DIVISION)
    return (zc_slot){value, value};
  char text[24];
  int64_t grain = grains[zc_random_below(r, sizeof grains / sizeof *grains)];
  snprintf(text, sizeof text, "%lld", (long long)(value - value % grain));
  zc_division division;
  if (zc_division_parse(text, strlen(text), &division) != 0 || division.lo < within.lo ||
      division.hi > within.hi)
    return (zc_slot){value, value};
  return (zc_slot){division.lo, division.hi};
}

zc_day zc_test_day(const zc_test_values *v, zc_random *r) {
  if (v->days.count && zc_random_chance(r, 50))
    return (zc_day)v->days.items[zc_random_below(r, v->days.count)];
  zc_day day = zc_day_of(2019, 6, 1) + (zc_day)zc_random_below(r, 2900);
  if (zc_random_chance(r, 70))
    return day;
  zc_civil c = zc_civil_of(day);
  return zc_day_of(c.year, c.month, zc_days_in_month(c.year, c.month));
}
