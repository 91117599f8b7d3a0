/* SPDX-License-Identifier: Apache-2.0 */
#include "analysis/differ.h"
#include "base/assert.h"
#include "base/memory.h"
#include "engine/kinds.h"
#include "engine/workspace.h"
#include <string.h>

#define SEEN_SIZE (1u << 20) /* of the table of spots that lead nowhere; filled at most by half */
#define NO_FACT   UINT32_MAX

/* Where the walk stands: verdict of both sets, then the finding of both. Number i belongs to set
 * i % 2. */
typedef struct spot {
  zc_ref ref[4];
} spot;

typedef struct walker {
  const zc_rule_set *sets;
  const zc_diagrams *diagrams[2];
  uint32_t *second; /* by fact of the first set: the fact of that name in the second, or NO_FACT */
  uint32_t *first;  /* the other way round; facts that only the second has are numbered on */
  uint32_t count;   /* of all facts together */
  uint32_t *only;   /* by number of those: the fact of the second set */
  int64_t *value;   /* by fact */
  uint8_t *chosen;
  spot *seen;
  uint32_t seen_count;
  int unsure, reordered;
  int shifted; /* some value chosen is no point of a set that compares the fact with others */
} walker;

/* ---- facts of two vocabularies as one list ---- */

static uint32_t fact_named(const zc_vocabulary *v, const char *name) {
  for (uint32_t i = 0; i < v->fact_count; i++)
    if (strcmp(v->facts[i].name, name) == 0)
      return i;
  return NO_FACT;
}

static void number_facts(walker *w) {
  const zc_vocabulary *a = &w->sets[0].region->vocabulary, *b = &w->sets[1].region->vocabulary;
  w->count = a->fact_count;
  for (uint32_t i = 0; i < a->fact_count; i++)
    w->second[i] = NO_FACT;
  for (uint32_t i = 0; i < b->fact_count; i++) {
    uint32_t same = fact_named(a, b->facts[i].name);
    if (same == NO_FACT) {
      w->only[w->count - a->fact_count] = i;
      same = w->count++;
    } else {
      w->second[same] = i;
    }
    w->first[i] = same;
  }
}

/* The fact in the vocabulary of set `side`. */
static uint32_t local(const walker *w, uint32_t fact, int side) {
  ZC_ASSERT(fact < w->count);
  uint32_t own = w->sets[0].region->vocabulary.fact_count;
  if (side == 0)
    return fact < own ? fact : NO_FACT;
  return fact < own ? w->second[fact] : w->only[fact - own];
}

/* ---- the walk ---- */

static uint32_t top_of(const walker *w, const spot *s, int i) {
  int32_t fact = zc_diagram_fact(w->diagrams[i & 1], s->ref[i]);
  return fact < 0 ? NO_FACT : i & 1 ? w->first[fact] : (uint32_t)fact;
}

/* Whether numbers i and i + 1 are decided, and the same. */
static int is_same(const walker *w, const spot *s, int i) {
  int64_t a, b;
  return zc_diagram_is_leaf(w->diagrams[0], s->ref[i], &a) &&
         zc_diagram_is_leaf(w->diagrams[1], s->ref[i + 1], &b) && a == b;
}

static uint32_t piece_of(const zc_diagrams *d, uint32_t fact, int64_t value) {
  const int64_t *points;
  uint32_t count = zc_diagram_pieces(d, fact, &points), piece = 0;
  while (piece + 1 < count && points[piece + 1] <= value)
    piece++;
  return piece;
}

static spot step(walker *w, const spot *s, uint32_t fact, int64_t value) {
  spot next = *s;
  for (int i = 0; i < 4; i++)
    if (top_of(w, s, i) == fact) {
      const zc_diagrams *d = w->diagrams[i & 1];
      const int64_t *points;
      uint32_t own = local(w, fact, i & 1), piece = piece_of(d, own, value);
      zc_diagram_pieces(d, own, &points);
      w->shifted |= points[piece] != value && zc_diagrams_is_linked(d, own);
      next.ref[i] = zc_diagram_child(d, s->ref[i], piece);
    }
  return next;
}

static uint32_t slot_of(const walker *w, const spot *s) {
  uint64_t h = 0;
  for (int i = 0; i < 4; i++)
    h = (h ^ s->ref[i]) * UINT64_C(0x9E3779B97F4A7C15);
  uint32_t at = (uint32_t)(h >> 40) & (SEEN_SIZE - 1);
  ZC_ASSERT(w->seen_count < SEEN_SIZE); /* else the search below would not end */
  /* A spot with four zeros would be an empty slot; it is never kept: it is decided. */
  static const spot none;
  while (memcmp(&w->seen[at], &none, sizeof none) != 0 && memcmp(&w->seen[at], s, sizeof *s) != 0)
    at = (at + 1) & (SEEN_SIZE - 1);
  return at;
}

static int is_seen(const walker *w, const spot *s) {
  return memcmp(&w->seen[slot_of(w, s)], s, sizeof *s) == 0;
}

static void remember(walker *w, const spot *s) {
  w->seen[slot_of(w, s)] = *s;
  w->unsure |= ++w->seen_count > SEEN_SIZE / 2;
}

/* The least value of all pieces above `value`, of both sets; 0: there is none. */
static int next_value(const walker *w, uint32_t fact, int64_t *value) {
  int found = 0;
  int64_t least = 0;
  for (int side = 0; side < 2; side++) {
    const int64_t *points;
    uint32_t own = local(w, fact, side);
    uint32_t count = own == NO_FACT ? 0 : zc_diagram_pieces(w->diagrams[side], own, &points);
    for (uint32_t i = 0; i < count; i++)
      if (points[i] > *value && (!found || points[i] < least)) {
        least = points[i];
        found = 1;
      }
  }
  *value = least;
  return found;
}

static int walk(walker *w, const spot *s);

static int choose(walker *w, const spot *s, uint32_t fact) {
  int64_t value = INT64_MIN;
  w->chosen[fact] = 1;
  while (!w->unsure && next_value(w, fact, &value)) {
    w->value[fact] = value;
    spot next = step(w, s, fact, value);
    if (walk(w, &next))
      return 1;
  }
  w->chosen[fact] = 0;
  return 0;
}

static int walk(walker *w, const spot *s) {
  if (is_same(w, s, 0) || is_same(w, s, 2))
    return 0;
  uint32_t fact = NO_FACT;
  for (int i = 0; i < 4; i++) {
    uint32_t top = top_of(w, s, i);
    fact = top < fact ? top : fact;
  }
  if (fact == NO_FACT)
    return 1;
  if (w->chosen[fact]) {
    /* The two sets ask for facts of their own in another order: a spot that led nowhere may do so
     * for the facts chosen before it only. */
    w->reordered = 1;
    spot next = step(w, s, fact, w->value[fact]);
    return walk(w, &next);
  }
  if (is_seen(w, s))
    return 0;
  if (choose(w, s, fact))
    return 1;
  remember(w, s);
  return 0;
}

/* ---- the diagrams ---- */

static const zc_compiled_rule *rule_named(const zc_region *r, const char *id) {
  for (uint32_t i = 0; id && i < r->rule_count; i++)
    if (strcmp(r->rules[i].id, id) == 0)
      return &r->rules[i];
  return NULL;
}

static zc_ref draw_answer(const zc_rule_set *set, zc_question question, const zc_inputs *in) {
  zc_workspace *ws = set->workspace;
  if (question == ZC_Q_ASSESS)
    return zc_assess_draw(ws, in);
  const zc_slice *slice = &ws->deciding[question];
  zc_evaluate(&set->region->program, in, slice->nodes, slice->count, ws->values);
  zc_diagrams_begin(ws->diagrams, in, ws->values, slice->nodes, slice->count);
  return zc_diagram_of(ws->diagrams, question == ZC_Q_CONVERT ? set->region->conversion_result
                                                              : set->region->unit_result);
}

/* Whether the rule stands in the way (1), or helps (1); a rule that is not there does neither. */
static zc_ref draw_finding(const zc_rule_set *set, const char *id) {
  const zc_compiled_rule *rule = rule_named(set->region, id);
  zc_diagrams *d = set->workspace->diagrams;
  if (!rule || zc_rule_refers(rule))
    return zc_diagram_const(d, 0);
  zc_ref met = zc_diagram_of(d, rule->met);
  return zc_rule_binds(rule) ? zc_diagram_not(d, met) : met;
}

/* Everything but the track is unknown, and nothing is assumed. */
static zc_status draw(const zc_rule_set *set, const zc_differ_question *q, zc_ref *answer,
                      zc_ref *finding) {
  zc_facts facts;
  zc_status status = zc_facts_init(&facts, &set->region->vocabulary, NULL);
  if (status == ZC_OK) {
    zc_inputs in = {facts.slots, facts.given, set->region->functions, set->as_of, 1, NULL};
    if (q->question == ZC_Q_ASSESS) {
      facts.slots[ZC_F_track] = (zc_slot){q->track, q->track};
      facts.given[ZC_F_track] = 1;
    }
    *answer = draw_answer(set, q->question, &in);
    if (q->rule)
      *finding = draw_finding(set, q->rule);
  }
  zc_facts_free(&facts);
  return status;
}

/* ---- a person ---- */

static int64_t sensible(const walker *w, uint32_t fact, int64_t value) {
  const zc_region *r = w->sets[0].region;
  int64_t next = value;
  int last = !next_value(w, fact, &next);
  /* Of the divisions that all conditions treat alike, one that people know. */
  int64_t known = r->division_lo > value ? r->division_lo : INT64_C(110000000000);
  int is_division = r->vocabulary.facts[fact].type == ZC_DIVISION;
  return is_division && value < known && (last || known < next) ? known : value;
}

static void describe(const walker *w, const zc_differ_question *q, zc_facts *person) {
  const zc_vocabulary *v = person->vocabulary;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    if (!w->chosen[f])
      continue;
    int64_t value = sensible(w, f, w->value[f]);
    person->slots[f] = (zc_slot){value, value};
    person->given[f] = 1;
  }
  if (q->question == ZC_Q_ASSESS) {
    person->slots[ZC_F_track] = (zc_slot){q->track, q->track};
    person->given[ZC_F_track] = 1;
  }
}

static int make_room(walker *w) {
  size_t facts = (size_t)w->sets[0].region->vocabulary.fact_count +
                 w->sets[1].region->vocabulary.fact_count + 1;
  w->second = zc_calloc(facts, sizeof *w->second);
  w->first = zc_calloc(facts, sizeof *w->first);
  w->only = zc_calloc(facts, sizeof *w->only);
  w->value = zc_calloc(facts, sizeof *w->value);
  w->chosen = zc_calloc(facts, sizeof *w->chosen);
  w->seen = zc_calloc(SEEN_SIZE, sizeof *w->seen);
  return w->second && w->first && w->only && w->value && w->chosen && w->seen;
}

static zc_difference look(walker *w, const zc_differ_question *q, zc_facts *person) {
  /* Without a rule the findings are 0 and 1: they always differ. */
  spot start = {{0, 0, 0, 1}};
  for (int i = 0; i < 2; i++)
    if (draw(&w->sets[i], q, &start.ref[i], &start.ref[i + 2]) != ZC_OK)
      return ZC_DIFFERS_FAILED;
  if (zc_diagrams_overflow(w->diagrams[0]) || zc_diagrams_overflow(w->diagrams[1]))
    return ZC_DIFFERS_UNSURE;
  if (q->same_verdict)
    start.ref[0] = 0, start.ref[1] = 1;
  number_facts(w);
  int found = walk(w, &start);
  if (w->shifted)
    return ZC_DIFFERS_UNSURE;
  if (!found) {
    int proven = !w->unsure && !w->reordered && zc_diagrams_exact(w->diagrams[0]) &&
                 zc_diagrams_exact(w->diagrams[1]);
    return proven ? ZC_DIFFERS_NEVER : ZC_DIFFERS_UNSURE;
  }
  describe(w, q, person);
  return ZC_DIFFERS_FOR;
}

zc_difference zc_differ(const zc_rule_set sets[2], const zc_differ_question *question,
                        zc_facts *person) {
  walker w = {.sets = sets, .diagrams = {sets[0].workspace->diagrams, sets[1].workspace->diagrams}};
  zc_difference result = make_room(&w) ? look(&w, question, person) : ZC_DIFFERS_FAILED;
  zc_free(w.second);
  zc_free(w.first);
  zc_free(w.only);
  zc_free(w.value);
  zc_free(w.chosen);
  zc_free(w.seen);
  return result;
}
