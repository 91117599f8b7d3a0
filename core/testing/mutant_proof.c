/* SPDX-License-Identifier: Apache-2.0 */
#include "testing/mutant_proof.h"
#include "engine/kinds.h"

#include "base/memory.h"

#include <string.h>

/* Persons that are tried of one view before the next. */
#define TRIES 24u

/* The day on which most of the cases stand. */
static zc_day usual_day(const zc_case_book *book) {
  zc_day best = ZC_TERNARY_FIRST_DAY;
  uint32_t most = 0;
  for (uint32_t i = 0; i < book->count; i++) {
    uint32_t count = 0;
    for (uint32_t j = 0; j < book->count; j++) {
      count += book->cases[j].c.question == ZC_Q_ASSESS &&
               book->cases[j].c.as_of == book->cases[i].c.as_of;
    }
    if (count > most) {
      most = count;
      best = book->cases[i].c.as_of;
    }
  }
  return best;
}

int zc_mutant_proof_open(zc_mutant_proof *p, const zc_region *region, const zc_case_book *book) {
  uint32_t facts = region->vocabulary.fact_count + 1;
  memset(p, 0, sizeof *p);
  p->region = region;
  p->book = book;
  p->ws = zc_workspace_new(region);
  p->example.given = zc_calloc(facts, 1);
  p->example.slots = zc_calloc(facts, sizeof *p->example.slots);
  if (!zc_variant_open(&p->variant, region) || !p->ws || !p->example.given || !p->example.slots ||
      zc_facts_init(&p->facts, &region->vocabulary, NULL) != ZC_OK)
    return 0;
  zc_ternary_usual_day(p->variant.ternary, usual_day(book));
  return 1;
}

void zc_mutant_proof_close(zc_mutant_proof *p) {
  zc_workspace_free(p->ws);
  zc_variant_close(&p->variant);
  zc_facts_free(&p->facts);
  zc_free(p->example.given);
  zc_free(p->example.slots);
}

/* ---- what no condition says ---- */

/* Whether some row of the track speaks on all days of the span. */
static int is_covered(const zc_region *region, uint32_t track, zc_span span) {
  int has = 0;
  for (uint32_t i = 0; i < region->track_count; i++) {
    const zc_track_row *row = &region->tracks[i];
    if (row->track == track) {
      has = 1;
      if (row->span.from <= span.from && row->span.until >= span.until && row->referral < 0)
        return 1;
    }
  }
  return !has;
}

/* A rule that binds always does so on days without an edition, too: where it is never in force on
 * such a day, that makes no difference. */
static int binds_alike(const zc_region *region, const zc_compiled_rule *rule) {
  for (uint32_t track = 0; track < 64 && rule->law.document_count > 0; track++)
    if ((rule->tracks >> track & 1) && !is_covered(region, track, rule->span))
      return 0;
  return 1;
}

static int same_rules(const zc_region *own, const zc_region *other) {
  for (uint32_t i = 0; i < own->rule_count; i++) {
    const zc_compiled_rule *a = &own->rules[i];
    const zc_compiled_rule *b = &other->rules[i];
    if (a->mode != b->mode || (a->flags != b->flags && !binds_alike(own, a)))
      return 0;
  }
  return 1;
}

static int same_span(zc_span a, zc_span b) {
  return a.from == b.from && a.until == b.until;
}

/* Whether what routes no longer lift never mattered. -1: out of memory. */
static int lifts_alike(zc_mutant_proof *p, const zc_region *other) {
  for (uint32_t i = 0; i < p->region->rule_count; i++) {
    const zc_compiled_rule *route = &p->region->rules[i];
    for (uint32_t j = 0; zc_rule_is_route(route) && j < route->waives.count; j++) {
      zc_ref people = 0;
      uint32_t rule = route->waives.items[j];
      zc_contrast contrast = zc_rule_waives(&other->rules[i], rule)
                                 ? ZC_CONTRAST_NONE
                                 : zc_variant_lift(&p->variant, i, rule, &people);
      if (contrast != ZC_CONTRAST_NONE)
        return contrast == ZC_CONTRAST_NO_MEMORY ? -1 : 0;
    }
  }
  return 1;
}

/* What answers depend on beside the views and what routes lift: modes, the days of tracks and
 * documents, the questions of effects. */
static int same_frame(const zc_region *own, const zc_region *other) {
  int same = same_rules(own, other);
  for (uint32_t i = 0; i < own->track_count && same; i++)
    same = same_span(own->tracks[i].span, other->tracks[i].span);
  for (uint32_t i = 0; i < own->document_count && same; i++)
    same = same_span(own->document_spans[i], other->document_spans[i]);
  for (uint32_t i = 0; i < own->effect_count && same; i++)
    same = own->effects[i].questions == other->effects[i].questions;
  return same;
}

int zc_mutant_proof_same(zc_mutant_proof *p, const zc_mutant *mutant, const zc_region *changed) {
  if (mutant->calendar || !same_frame(p->region, changed))
    return 0;
  if (!zc_variant_compare(&p->variant, changed))
    return -1;
  for (uint32_t i = 0; i < p->variant.count; i++) {
    zc_ref difference = 0;
    zc_contrast contrast = zc_variant_contrast(&p->variant, i, &difference);
    if (contrast != ZC_CONTRAST_NONE)
      return contrast == ZC_CONTRAST_NO_MEMORY ? -1 : 0;
  }
  return lifts_alike(p, changed);
}

/* ---- looking for a case ---- */

/* What is being looked for. */
typedef struct search {
  zc_mutant_proof *p;
  const zc_region *changed;
  zc_workspace *ws;
  zc_probe probe;
  zc_buffer *out;
} search;

/* Asks both; 1: they differ, and the case is written. */
static int ask_both(search *s, zc_question question, zc_day as_of) {
  const zc_answer *own = NULL;
  const zc_answer *other = NULL;
  s->probe.facts = &s->p->facts;
  s->probe.question = question;
  s->probe.as_of = as_of;
  return zc_ask(s->p->ws, question, &s->p->facts, as_of, 0, &own, NULL) == ZC_OK &&
         zc_ask(s->ws, question, &s->p->facts, as_of, 0, &other, NULL) == ZC_OK &&
         zc_probe_write(&s->probe, own, other, s->out);
}

/* The same on the targeted track where none is needed: hardly anybody asks without one. */
static int ask_on_track(search *s, zc_question question, zc_day as_of) {
  static const char track[] = "targeted";
  zc_where nowhere = {0};
  zc_facts *facts = &s->p->facts;
  if (question == ZC_Q_ASSESS && !facts->given[ZC_F_track]) {
    if (zc_facts_put_text(facts, ZC_F_track, track, strlen(track), &nowhere, NULL) == ZC_OK &&
        ask_both(s, question, as_of))
      return 1;
    if (!zc_example_facts(s->p->region, &s->p->example, facts))
      return 0;
  }
  return ask_both(s, question, as_of);
}

/* Persons of a diagram until one is answered differently. */
static int search_people(search *s, zc_question question, zc_ref people) {
  zc_mutant_proof *p = s->p;
  for (uint32_t seed = 0; seed < TRIES; seed++) {
    if (!zc_ternary_find(p->variant.ternary, people, seed * 2654435761u, &p->example))
      return 0;
    if (zc_example_facts(p->region, &p->example, &p->facts) &&
        ask_on_track(s, question, p->example.as_of))
      return 1;
  }
  return 0;
}

static int search_view(search *s, uint32_t index) {
  zc_ref difference = 0;
  return zc_variant_contrast(&s->p->variant, index, &difference) == ZC_CONTRAST_FOUND &&
         search_people(s, s->p->variant.views[index].question, difference);
}

static int search_lifts(search *s) {
  const zc_region *own = s->p->region;
  for (uint32_t i = 0; i < own->rule_count; i++) {
    const zc_compiled_rule *route = &own->rules[i];
    for (uint32_t j = 0; zc_rule_is_route(route) && j < route->waives.count; j++) {
      zc_ref people = 0;
      uint32_t rule = route->waives.items[j];
      if (!zc_rule_waives(&s->changed->rules[i], rule) &&
          zc_variant_lift_decides(&s->p->variant, i, rule, &people) == ZC_CONTRAST_FOUND &&
          search_people(s, ZC_Q_ASSESS, people))
        return 1;
    }
  }
  return 0;
}

/* The mutant's own view first: its case shows most plainly what changed. */
static int search_views(search *s) {
  zc_variant *r = &s->p->variant;
  for (int own = 1; own >= 0; own--) {
    for (uint32_t i = 0; i < r->count; i++)
      if ((strcmp(r->views[i].id, s->probe.mutant->rule) == 0) == own && search_view(s, i))
        return 1;
  }
  return 0;
}

/* The persons of the cases there are, on their days and on those around a day that was changed. */
static int search_cases(search *s) {
  zc_day changed;
  int has_day = s->probe.mutant->text && zc_day_parse(s->probe.mutant->text, &changed) == 0;
  for (int around = has_day ? 3 : 0; around >= 0; around--) {
    for (uint32_t i = 0; i < s->p->book->count; i++) {
      const zc_stored_case *kept = &s->p->book->cases[i];
      if (kept->c.question != ZC_Q_CALENDAR) {
        zc_facts_take(&s->p->facts, &kept->facts);
        if (ask_both(s, kept->c.question, around > 0 ? changed + around - 2 : kept->c.as_of))
          return 1;
      }
    }
  }
  return 0;
}

static int compare_year(search *s, const zc_facts *dates, int32_t year) {
  zc_calendar own = {0};
  zc_calendar other = {0};
  int found = 0;
  s->probe.facts = dates;
  if (zc_calendar_make(&own, s->p->region, year, dates, NULL) == ZC_OK &&
      zc_calendar_make(&other, s->changed, year, dates, NULL) == ZC_OK)
    found = zc_probe_write_year(&s->probe, year, &own, &other, s->out);
  zc_calendar_free(&own);
  zc_calendar_free(&other);
  return found;
}

static int search_years(search *s) {
  for (uint32_t i = 0; i < s->p->book->count; i++) {
    const zc_stored_case *kept = &s->p->book->cases[i];
    if (kept->c.question == ZC_Q_CALENDAR && compare_year(s, &kept->facts, kept->c.year))
      return 1;
  }
  zc_facts_clear(&s->p->facts);
  for (int32_t year = 2015; year < 2036; year++)
    if (compare_year(s, &s->p->facts, year))
      return 1;
  return 0;
}

int zc_mutant_proof_case(zc_mutant_proof *p, const zc_mutant *mutant, const zc_region *changed,
                         zc_workspace *ws, uint32_t number, zc_buffer *out) {
  search s = {p, changed, ws, {.mutant = mutant, .number = number}, out};
  if (mutant->calendar)
    return search_years(&s);
  if (!zc_variant_compare(&p->variant, changed))
    return -1;
  return search_views(&s) || search_lifts(&s) || search_cases(&s);
}
