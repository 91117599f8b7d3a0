/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a column engine: the region's rules specialised for each track, and its counting day. */
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

static void set_gate(const zc_column_engine *e, zc_column_track *t, int *is_simple) {
  const zc_region *r = e->region;
  uint32_t referrals = 0;
  int has = 0, open = 0;
  for (uint32_t i = 0; i < r->track_count; i++) {
    const zc_track_row *row = &r->tracks[i];
    if (row->track != t->word)
      continue;
    has = 1;
    if (e->as_of < row->span.from || e->as_of > row->span.until)
      continue;
    if (row->referral < 0) {
      open = 1;
    } else {
      t->referral = (uint32_t)row->referral;
      referrals++;
    }
  }
  t->gate = !has        ? ZC_TRACK_ABSENT
            : open      ? ZC_TRACK_OPEN
            : referrals ? ZC_TRACK_REFERRED
                        : ZC_TRACK_SILENT;
  *is_simple = open || referrals < 2;
}

/* Outputs: `applies` of every rule, then `holds`, then `in_force`. */
static int specialise_rules(maker *m, zc_node_id *outputs) {
  const zc_region *r = m->e->region;
  uint32_t n = r->rule_count;
  for (uint32_t i = 0; i < n; i++) {
    const zc_compiled_rule *rule = &r->rules[i];
    outputs[i] = zc_specialise(&m->s, rule->applies);
    outputs[2 * n + i] = zc_specialise(&m->s, rule->in_force);
    if (outputs[i] == ZC_NO_NODE || outputs[2 * n + i] == ZC_NO_NODE)
      return 0;
    const zc_node *applies = &m->s.to->nodes[outputs[i]];
    int never = applies->op == ZC_OP_CONST && applies->imm == 0;
    outputs[n + i] = never ? zc_node_const(m->s.to, ZC_BOOL, 0) : zc_specialise(&m->s, rule->holds);
    if (outputs[n + i] == ZC_NO_NODE)
      return 0;
  }
  return 1;
}

/* Lists the rules that may apply. Rules that no track applies to take no time. 0: out of memory. */
static int list_rules(zc_column_engine *e, zc_column_track *t) {
  const zc_region *r = e->region;
  t->requirements = zc_calloc(r->rule_count + 1, sizeof *t->requirements);
  t->waivers = zc_calloc(r->rule_count + 1, sizeof *t->waivers);
  t->lifted = zc_calloc(r->rule_count + 1, 1);
  if (!t->requirements || !t->waivers || !t->lifted)
    return 0;
  uint32_t scratch = 2 * r->route_count + 16;
  for (uint32_t i = 0; i < r->rule_count; i++) {
    if (t->applies[i] == ZC_LITERAL_FALSE)
      continue;
    if (zc_is_requirement(&r->rules[i]))
      t->requirements[t->requirement_count++] = i;
    else if (zc_is_waiver(&r->rules[i]) && r->rules[i].waives.count)
      t->waivers[t->waiver_count++] = i, scratch += 2 * r->rules[i].waives.count;
  }
  scratch += 4 * t->requirement_count + 2 * t->waiver_count;
  e->scratch = scratch > e->scratch ? scratch : e->scratch;
  for (uint32_t i = 0; i < r->route_count; i++)
    for (uint32_t j = 0; t->applies[r->routes[i]] != ZC_LITERAL_FALSE && j < r->rule_count; j++)
      t->lifted[j] |= e->lifts[i * r->rule_count + j];
  return 1;
}

/* 0: out of memory. */
static int make_track(zc_column_engine *e, zc_column_track *t) {
  const zc_region *r = e->region;
  uint32_t n = r->rule_count;
  maker m;
  t->applies = zc_calloc(3 * (size_t)n + 1, sizeof *t->applies);
  zc_node_id *outputs = zc_calloc(3 * (size_t)n + 1, sizeof *outputs);
  int ok =
      t->applies && outputs && begin(&m, e, &t->planes, e->counted, (uint32_t)t->word, e->strict);
  if (ok) {
    t->holds = t->applies + n;
    t->listed = t->applies + 2 * n;
    ok = specialise_rules(&m, outputs) &&
         zc_planes_build(&t->planes, &r->vocabulary, e->counted, outputs, 3 * n, t->applies) &&
         list_rules(e, t);
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
  e->tracks = zc_calloc(64, sizeof *e->tracks);
  if (!e->tracks)
    return 0;
  for (int64_t word = track->min; word <= track->max; word++) {
    zc_column_track *t = &e->tracks[e->track_count];
    int is_simple;
    t->word = word;
    set_gate(e, t, &is_simple);
    if (!(track->words >> word & 1) || !is_simple)
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

static void add_day(zc_column_engine *e, zc_day day) {
  uint32_t at = e->day_count;
  while (at > 0 && e->days[at - 1] > day)
    at--;
  if (at > 0 && e->days[at - 1] == day)
    return;
  memmove(&e->days[at + 1], &e->days[at], (e->day_count - at) * sizeof *e->days);
  e->days[at] = day;
  e->day_count++;
}

/* The days that a choice of days can give. 0: it is something else, or too many. */
static int list_days(zc_column_engine *e, const zc_program *p, zc_node_id id) {
  enum { MOST_DAYS = 64 };
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
  e->days = zc_calloc(65, sizeof *e->days);
  e->from = zc_calloc(65, sizeof *e->from);
  zc_node_id *outputs = zc_calloc(65, sizeof *outputs);
  int ok = e->days && e->from && outputs && begin(&m, e, &e->counting, e->given, ZC_ANY_TRACK, 0);
  if (ok) {
    zc_node_id day = zc_specialise(&m.s, e->region->counting_day);
    ok = day != ZC_NO_NODE;
    e->is_by_row = ok && !list_days(e, m.s.to, day);
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

static void list_lifts(zc_column_engine *e) {
  const zc_region *r = e->region;
  for (uint32_t i = 0; i < r->route_count; i++) {
    const zc_index_list *waives = &r->rules[r->routes[i]].waives;
    for (uint32_t j = 0; j < waives->count; j++)
      e->lifts[i * r->rule_count + waives->items[j]] = 1;
  }
}

zc_column_engine *zc_column_engine_new(const zc_region *region, const uint8_t *given, zc_day as_of,
                                       int strict, zc_column_path path) {
  const zc_plane_kernels *kernels = zc_plane_kernels_of(path);
  zc_column_engine *e = kernels ? zc_calloc(1, sizeof *e) : NULL;
  if (!e)
    return NULL;
  size_t facts = region->vocabulary.fact_count + 1;
  size_t pairs = (size_t)(region->route_count + 1) * (region->rule_count + 1);
  *e = (zc_column_engine){.region = region,
                          .kernels = kernels,
                          .as_of = as_of,
                          .strict = strict,
                          .given = zc_calloc(facts, 1),
                          .counted = zc_calloc(facts, 1),
                          .grows = zc_calloc(facts, 1),
                          .lifts = zc_calloc(pairs, 1)};
  int ok = e->given && e->counted && e->grows && e->lifts;
  if (ok) {
    list_lifts(e);
    list_given(e, given);
    ok = make_counting(e) && make_tracks(e);
  }
  if (!ok) {
    zc_column_engine_free(e);
    return NULL;
  }
  return e;
}

void zc_column_engine_free(zc_column_engine *e) {
  if (!e)
    return;
  for (uint32_t i = 0; i < e->track_count; i++) {
    zc_planes_free(&e->tracks[i].planes);
    zc_free(e->tracks[i].applies);
    zc_free(e->tracks[i].requirements);
    zc_free(e->tracks[i].waivers);
    zc_free(e->tracks[i].lifted);
  }
  zc_planes_free(&e->counting);
  zc_free(e->tracks);
  zc_free(e->given);
  zc_free(e->counted);
  zc_free(e->grows);
  zc_free(e->lifts);
  zc_free(e->days);
  zc_free(e->from);
  zc_free(e);
}
