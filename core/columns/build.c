/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a column engine: the region's rules specialised for each track, and its counting day. */
#include "base/assert.h"
#include "base/memory.h"
#include "columns/column_engine.h"
#include "logic/specialise.h"
#include <string.h>

/* Specialises conditions of the region into planes. */
typedef struct maker {
  zc_column_engine *e;
  zc_specialiser s;
} maker;

/* 0: out of memory. */
static int begin(maker *m, zc_column_engine *e, zc_planes *planes, const uint8_t *given,
                 uint32_t track, int strict) {
  uint32_t nodes = e->region->program.count + 1;
  zc_node_id *memo = zc_alloc(nodes * sizeof *memo);
  if (!memo)
    return 0;
  memset(memo, 0xFF, nodes * sizeof *memo);
  *m = (maker){e,
               {.from = &e->region->program,
                .to = &planes->program,
                .given = given,
                .as_of = e->as_of,
                .strict = strict,
                .memo = memo,
                .track = track}};
  return 1;
}

/* ---- tracks ---- */

/* The nodes of a rule that planes are made of, in the order of zc_column_track's lists. */
enum { APPLIES, HOLDS, LISTED, MET, LIFTED, PASSES, LISTS };

/* Outputs: the lists of all rules, one behind the other, then the region's two. 0: out of memory.
 */
static int specialise_rules(maker *m, zc_node_id *outputs) {
  const zc_region *r = m->e->region;
  uint32_t n = r->rule_count;
  for (uint32_t i = 0; i < n; i++) {
    const zc_compiled_rule *rule = &r->rules[i];
    const zc_node_id nodes[LISTS] = {rule->applies, rule->holds,  rule->in_force,
                                     rule->met,     rule->lifted, rule->passes};
    int never = 0;
    for (uint32_t list = 0; list < LISTS; list++) {
      zc_node_id made = nodes[list];
      if (made == ZC_NO_NODE || (list == HOLDS && never))
        made = zc_node_const(m->s.to, ZC_BOOL, 0);
      else
        made = zc_specialise(&m->s, made);
      if (made == ZC_NO_NODE)
        return 0;
      never |=
          list == APPLIES && m->s.to->nodes[made].op == ZC_OP_CONST && !m->s.to->nodes[made].imm;
      outputs[list * n + i] = made;
    }
  }
  outputs[LISTS * n] = zc_specialise(&m->s, r->passes);
  outputs[LISTS * n + 1] = zc_specialise(&m->s, r->always_passes);
  return outputs[LISTS * n] != ZC_NO_NODE && outputs[LISTS * n + 1] != ZC_NO_NODE;
}

static void name_lists(zc_column_track *t, uint32_t rules) {
  zc_literal **lists[LISTS] = {&t->applies, &t->holds, &t->listed, &t->met, &t->lifted, &t->passes};
  zc_literal *all = t->applies;
  for (uint32_t list = 0; list < LISTS; list++)
    *lists[list] = all + (size_t)list * rules;
  t->any_passes = all[LISTS * (size_t)rules];
  t->always_passes = all[LISTS * (size_t)rules + 1];
}

/* 0: out of memory. */
static int make_track(zc_column_engine *e, zc_column_track *t) {
  const zc_region *r = e->region;
  uint32_t count = LISTS * r->rule_count + 2;
  maker m;
  t->applies = zc_calloc(count, sizeof *t->applies);
  zc_node_id *outputs = zc_calloc(count, sizeof *outputs);
  int ok =
      t->applies && outputs && begin(&m, e, &t->planes, e->counted, (uint32_t)t->word, e->strict);
  if (ok) {
    ok = specialise_rules(&m, outputs) &&
         zc_planes_build(&t->planes, &r->vocabulary, e->counted, outputs, count, t->applies);
    name_lists(t, r->rule_count);
    zc_free(m.s.memo);
  }
  zc_free(outputs);
  return ok;
}

static int reads(const zc_planes *p, uint32_t fact) {
  for (uint32_t i = 0; i < p->program.count; i++) {
    const zc_node *n = &p->program.nodes[i];
    if ((n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN) && n->a == fact)
      return 1;
  }
  return 0;
}

static int make_tracks(zc_column_engine *e) {
  const zc_fact *track = &e->region->vocabulary.facts[ZC_F_track];
  if (!e->given[ZC_F_track])
    return 1; /* every row is asked alone */
  e->tracks = zc_calloc(ZC_MAX_WORDS, sizeof *e->tracks);
  if (!e->tracks)
    return 0;
  for (int64_t word = track->min; word <= track->max; word++) {
    ZC_ASSERT(e->track_count < ZC_MAX_WORDS);
    zc_column_track *t = &e->tracks[e->track_count];
    t->word = word;
    t->gate = zc_gate_of(e->region, (uint32_t)word, e->as_of);
    if (!(track->words >> word & 1))
      continue;
    e->track_count++;
    if (!make_track(e, t))
      return 0;
    for (size_t i = 0; i < ZC_PLACED_UNITS; i++)
      e->reads_place[i] |= reads(&t->planes, zc_placed_units[i].in_subdistrict);
  }
  return 1;
}

/* ---- the counting day ---- */

enum { MOST_DAYS = 64 };

static void add_day(zc_column_engine *e, zc_day day) {
  uint32_t at = e->day_count;
  while (at > 0 && e->days[at - 1] > day)
    at--;
  if (at > 0 && e->days[at - 1] == day)
    return;
  ZC_ASSERT(e->day_count <= MOST_DAYS);
  memmove(&e->days[at + 1], &e->days[at], (e->day_count - at) * sizeof *e->days);
  e->days[at] = day;
  e->day_count++;
}

/* The days that a choice of days can give. 0: it is something else, or too many. */
static int list_days(zc_column_engine *e, const zc_program *p, zc_node_id id) {
  const zc_node *n = &p->nodes[id];
  if (n->op == ZC_OP_IF)
    return list_days(e, p, n->b) && list_days(e, p, n->c);
  if (n->op != ZC_OP_CONST || e->day_count == MOST_DAYS)
    return 0;
  add_day(e, (zc_day)n->imm);
  return 1;
}

/* 0: out of memory. */
static int make_counting(zc_column_engine *e) {
  maker m;
  e->days = zc_calloc(MOST_DAYS + 1, sizeof *e->days);
  e->from = zc_calloc(MOST_DAYS + 1, sizeof *e->from);
  zc_node_id *outputs = zc_calloc(MOST_DAYS + 1, sizeof *outputs);
  int ok = e->days && e->from && outputs && begin(&m, e, &e->counting, e->given, ZC_ANY_TRACK, 0);
  if (ok) {
    zc_node_id day = zc_specialise(&m.s, e->region->counting_days[ZC_Q_ASSESS]);
    ok = day != ZC_NO_NODE;
    e->is_by_row = ok && !list_days(e, m.s.to, day);
    ZC_ASSERT(!ok || e->is_by_row || e->day_count > 0);
    for (uint32_t i = 0; ok && i < e->day_count; i++) {
      outputs[i] = zc_node_range(m.s.to, day, e->days[i], ZC_DAY_MAX);
      ok = outputs[i] != ZC_NO_NODE;
    }
    ok = ok && zc_planes_build(&e->counting, &e->region->vocabulary, e->given, outputs,
                               e->day_count, e->from);
    zc_free(m.s.memo);
  }
  zc_free(outputs);
  return ok;
}

static void list_given(zc_column_engine *e, const uint8_t *given) {
  const zc_vocabulary *v = &e->region->vocabulary;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    e->given[f] = e->counted[f] = given[f] ? ZC_GIVEN_BY_ROW : 0;
    e->grows[f] = (uint8_t)zc_fact_grows(&v->facts[f]);
    e->is_of_year[f] = (uint8_t)zc_fact_is_of_year(&v->facts[f]);
    if (e->is_of_year[f] && given[ZC_F_facts_as_of])
      e->counted[f] = ZC_GIVEN_BY_ROW;
  }
  e->has_dates = given[ZC_F_facts_as_of] || given[ZC_F_held_title_date];
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++)
    if (given[zc_dated_months_of[i].date]) {
      e->counted[zc_dated_months_of[i].months] = ZC_GIVEN_BY_ROW;
      e->has_dates = 1;
    }
  for (size_t i = 0; i < ZC_PLACED_UNITS; i++)
    if (given[zc_placed_units[i].division])
      e->counted[zc_placed_units[i].in_subdistrict] = ZC_GIVEN_BY_ROW;
}

static zc_column_engine *make_engine(const zc_region *region, zc_day as_of, int strict,
                                     zc_column_path path) {
  const zc_plane_kernels *kernels = zc_plane_kernels_of(path);
  ZC_ASSERT(region->rule_count < ZC_NO_ROUTE); /* a route is named by 16 bits */
  zc_column_engine *e = kernels ? zc_calloc(1, sizeof *e) : NULL;
  if (!e)
    return NULL;
  size_t facts = region->vocabulary.fact_count + 1;
  *e = (zc_column_engine){.region = region,
                          .kernels = kernels,
                          .as_of = as_of,
                          .strict = strict,
                          .given = zc_calloc(facts, 1),
                          .counted = zc_calloc(facts, 1),
                          .grows = zc_calloc(facts, 1),
                          .is_of_year = zc_calloc(facts, 1),
                          .scratch = 2 * region->route_count + 16};
  if (e->given && e->counted && e->grows && e->is_of_year)
    return e;
  zc_column_engine_free(e);
  return NULL;
}

zc_column_engine *zc_column_engine_new(const zc_region *region, const uint8_t *given, zc_day as_of,
                                       int strict, zc_column_path path) {
  zc_column_engine *e = make_engine(region, as_of, strict, path);
  if (!e)
    return NULL;
  list_given(e, given);
  if (!make_counting(e) || !make_tracks(e)) {
    zc_column_engine_free(e);
    return NULL;
  }
  return e;
}

zc_column_engine *zc_column_engine_by_row(const zc_region *region, const uint8_t *given,
                                          int strict) {
  zc_column_engine *e = make_engine(region, 0, strict, ZC_BEST_PATH);
  if (e) {
    list_given(e, given);
    e->is_by_row = 1;
    e->counting.vocabulary = &region->vocabulary;
  }
  return e;
}

void zc_column_engine_take(zc_column_engine *e, zc_month_precision precision) {
  const zc_vocabulary *v = &e->region->vocabulary;
  e->precision = precision;
  for (uint32_t f = 0; precision && f < v->fact_count; f++)
    e->has_dates |= v->facts[f].type == ZC_DATE && e->given[f];
}

void zc_column_engine_free(zc_column_engine *e) {
  if (!e)
    return;
  for (uint32_t i = 0; i < e->track_count; i++) {
    zc_planes_free(&e->tracks[i].planes);
    zc_free(e->tracks[i].applies);
  }
  zc_planes_free(&e->counting);
  zc_free(e->tracks);
  zc_free(e->given);
  zc_free(e->counted);
  zc_free(e->grows);
  zc_free(e->is_of_year);
  zc_free(e->days);
  zc_free(e->from);
  zc_free(e);
}
