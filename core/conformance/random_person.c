/* SPDX-License-Identifier: Apache-2.0 */
#include "conformance/random_person.h"
#include "base/memory.h"
#include "facts/division.h"

#include <stdio.h>
#include <string.h>

enum { TRIES = 12 };

/* ---- values worth trying ---- */

static void gather(zc_random_person *g) {
  const zc_region *r = g->region;
  for (uint32_t i = 0; i < r->program.count; i++) {
    const zc_node *n = &r->program.nodes[i];
    if (n->op == ZC_OP_CONST || n->op == ZC_OP_RANGE)
      g->values[g->count++] = n->imm;
    if (n->op == ZC_OP_RANGE)
      g->values[g->count++] = n->imm2;
  }
  for (uint32_t i = 0; i < r->document_count; i++) {
    g->values[g->count++] = r->document_spans[i].from;
    g->values[g->count++] = r->document_spans[i].until;
  }
}

int zc_random_person_open(zc_random_person *g, const zc_region *region) {
  uint32_t most = 2 * (region->program.count + region->document_count) + 1;
  *g = (zc_random_person){.region = region};
  g->values = zc_calloc(most, sizeof *g->values);
  g->codes = zc_calloc(region->vocabulary.fact_count, sizeof *g->codes);
  if (!g->values || !g->codes || zc_facts_init(&g->facts, &region->vocabulary, NULL) != ZC_OK)
    return 0;
  gather(g);
  return 1;
}

void zc_random_person_free(zc_random_person *g) {
  zc_free(g->values);
  zc_free(g->codes);
  if (g->facts.vocabulary)
    zc_facts_free(&g->facts);
}

/* One of the values or a neighbour of it, within the bounds; else any number within them. */
static int64_t near_value(const zc_random_person *g, int64_t min, int64_t max, zc_random *r) {
  for (int i = 0; i < TRIES && g->count; i++) {
    int64_t value = g->values[zc_random_below(r, g->count)];
    value += (int64_t)zc_random_below(r, 3) - 1;
    if (value >= min && value <= max)
      return value;
  }
  uint64_t width = (uint64_t)max - (uint64_t)min + 1;
  return min + (int64_t)(zc_random_next(r) % (width ? width : 1));
}

/* ---- facts ---- */

static void forget(zc_random_person *g, uint32_t fact) {
  const zc_fact *f = &g->region->vocabulary.facts[fact];
  g->facts.slots[fact] = (zc_slot){f->min, f->max};
  g->facts.given[fact] = 0;
  g->facts.texts[fact] = NULL;
}

static zc_slot value_of(zc_random_person *g, uint32_t fact, zc_random *r) {
  const zc_fact *f = &g->region->vocabulary.facts[fact];
  int64_t value = near_value(g, f->min, f->max, r);
  while (f->type == ZC_ENUM && !(f->words >> value & 1))
    value = value < f->max ? value + 1 : f->min;
  if (f->type == ZC_DATE && zc_random_chance(r, 70))
    value = g->as_of - (zc_day)zc_random_below(r, 6000);
  return (zc_slot){value, value};
}

/* Facts that keep a text have it agree with the value; a code may be coarse. */
static void write_text(zc_random_person *g, uint32_t fact, zc_random *r) {
  const zc_fact *f = &g->region->vocabulary.facts[fact];
  zc_slot *slot = &g->facts.slots[fact];
  char *code = g->codes[fact];
  if (f->type == ZC_DIVISION) {
    static const int64_t widths[] = {1, 1000, 1000000, 100000000};
    int64_t width = widths[zc_random_below(r, 4)];
    zc_division d = {slot->lo - slot->lo % width, slot->lo - slot->lo % width + width - 1};
    zc_division_format(d, code);
    if (zc_division_parse(code, strlen(code), &d) != 0) {
      forget(g, fact);
      return;
    }
    *slot = (zc_slot){d.lo, d.hi};
  } else if (f->type == ZC_REGION) {
    snprintf(code, sizeof *g->codes, "elsewhere");
    *slot = (zc_slot){1, 1};
  } else if (f->type == ZC_STRING) {
    snprintf(code, sizeof *g->codes, "甲");
  } else if (f->type == ZC_DATE && !zc_fact_is_whole_day(fact) && zc_random_chance(r, 20)) {
    char day[11];
    zc_day_format((zc_day)slot->lo, day);
    snprintf(code, sizeof *g->codes, "%.*s", zc_random_chance(r, 50) ? 7 : 4, day);
    if (zc_partial_date_parse(code, strlen(code), slot) != 0)
      return;
  } else {
    return;
  }
  g->facts.texts[fact] = code;
}

static void forget_future(zc_random_person *g, uint32_t date) {
  if (g->facts.given[date] && g->facts.slots[date].lo > g->as_of)
    forget(g, date);
}

/* What readers of facts would refuse: a title's day in the future, months beside their date, a code
 * whose check character is a matter of luck. */
static void make_valid(zc_random_person *g) {
  forget_future(g, ZC_F_facts_as_of);
  zc_slot applied = g->facts.slots[ZC_F_application_date];
  if (g->facts.given[ZC_F_application_date] && applied.lo < g->as_of &&
      !zc_same_year((zc_day)applied.lo, g->as_of))
    forget(g, ZC_F_application_date);
  forget_future(g, ZC_F_held_title_date);
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++) {
    forget_future(g, zc_dated_months_of[i].date);
    if (g->facts.given[zc_dated_months_of[i].date])
      forget(g, zc_dated_months_of[i].months);
  }
  forget(g, ZC_F_unit_code);
  forget(g, ZC_F_destination_unit_code);
}

void zc_random_person_make(zc_random_person *g, uint64_t seed, uint64_t number) {
  static const uint32_t given[] = {5, 30, 60, 85, 100};
  zc_random r = zc_random_of("person", seed);
  r.state ^= number * UINT64_C(0xD1342543DE82EF95);
  uint32_t percent = given[zc_random_below(&r, sizeof given / sizeof *given)];
  zc_day first = zc_day_of(2015, 1, 1), last = zc_day_of(2030, 12, 31);
  g->as_of = (zc_day)near_value(g, first, last, &r);
  g->strict = zc_random_chance(&r, 10);
  for (uint32_t f = 0; f < g->region->vocabulary.fact_count; f++) {
    forget(g, f);
    if (!zc_random_chance(&r, percent))
      continue;
    g->facts.slots[f] = value_of(g, f, &r);
    g->facts.given[f] = 1;
    write_text(g, f, &r);
  }
  make_valid(g);
}
