/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The smallest changes. All facts that a person can act on are left open, and the verdict becomes a
 * diagram over them. A way through it to "eligible" changes a fact wherever it leaves the branches
 * that the present value may take; ways with few changes are tried first. Each set is stripped of
 * what it does not need and kept only if asking again answers "eligible".
 */
#include "advice/advisor.h"
#include "base/assert.h"
#include "engine/gate.h"
#include "facts/division.h"
#include <string.h>

#define MAX_TRIES 200u /* sets that are asked about */
#define TOO_FAR   (ZC_MAX_CHANGES + 1u)

typedef struct search {
  zc_advisor *advisor;
  const zc_facts *given;
  const zc_answer *answer;
  int strict;
  uint32_t tries;
  zc_change_set now;
  zc_advice *out;
} search;

/* The present value of a fact: as given, or as assumed. */
static zc_slot present(const search *s, uint32_t fact) {
  const zc_answer *a = s->answer;
  if (s->given->given[fact])
    return a->facts->slots[fact];
  zc_node_id node = a->region->fact_nodes[fact];
  return a->region->vocabulary.facts[fact].assumed && !s->strict && node != ZC_NO_NODE
             ? a->values[node]
             : a->facts->slots[fact];
}

/* The branches that the present value may take, as first and last piece. */
static void present_pieces(const search *s, uint32_t fact, uint32_t *first, uint32_t *last) {
  const int64_t *points;
  uint32_t count = zc_diagram_pieces(s->advisor->drawing->diagrams, fact, &points);
  zc_slot now = present(s, fact);
  *first = *last = 0;
  for (uint32_t i = 1; i < count; i++) {
    if (points[i] <= now.lo)
      *first = i;
    if (points[i] <= now.hi)
      *last = i;
  }
}

/* The diagram for leaving a fact as it is: whatever its value turns out to be, all must go well. */
static zc_ref stay(search *s, zc_ref at, uint32_t first, uint32_t last) {
  zc_diagrams *d = s->advisor->drawing->diagrams;
  zc_ref all = zc_diagram_child(d, at, first);
  for (uint32_t i = first + 1; i <= last; i++)
    all = zc_diagram_and(d, all, zc_diagram_child(d, at, i));
  return all;
}

static int may_change(const search *s, uint32_t fact) {
  return s->answer->region->vocabulary.facts[fact].changeable == ZC_CHANGEABLE;
}

/* The least number of changes on a way from here to "eligible". */
static uint32_t cost_of(search *s, zc_ref at) {
  const zc_diagrams *d = s->advisor->drawing->diagrams;
  int32_t fact = zc_diagram_fact(d, at);
  int64_t leaf;
  ZC_ASSERT(at < s->advisor->cost_room);
  if (fact < 0)
    return zc_diagram_is_leaf(d, at, &leaf) && leaf == 1 ? 0 : TOO_FAR;
  if (s->advisor->costs[at])
    return s->advisor->costs[at] - 1u;
  const int64_t *points;
  uint32_t count = zc_diagram_pieces(d, (uint32_t)fact, &points), first, last;
  present_pieces(s, (uint32_t)fact, &first, &last);
  uint32_t best = cost_of(s, stay(s, at, first, last));
  for (uint32_t i = 0; i < count && best > 1 && may_change(s, (uint32_t)fact); i++) {
    uint32_t cost = cost_of(s, zc_diagram_child(d, at, i)) + 1;
    best = cost < best ? cost : best;
  }
  s->advisor->costs[at] = (uint8_t)(best + 1);
  return best;
}

static int ask_again(search *s, zc_change_set *set) {
  zc_facts *f = &s->advisor->facts;
  const zc_answer *answer;
  zc_facts_take(f, s->given);
  for (uint32_t i = 0; i < set->count; i++) {
    f->slots[set->items[i].fact] = set->items[i].value;
    f->given[set->items[i].fact] = 1;
  }
  s->tries++;
  int eligible = zc_ask(s->advisor->workspace, ZC_Q_ASSESS, f, s->answer->as_of, s->strict, &answer,
                        NULL) == ZC_OK &&
                 answer->verdict == ZC_ELIGIBLE;
  set->is_national = eligible && zc_is_national(answer);
  return eligible;
}

/* Leaves out every change without which the answer is the same. */
static void strip(search *s, zc_change_set *set) {
  for (uint32_t i = 0; i < set->count && set->count > 1;) {
    zc_change_set less = *set;
    memmove(&less.items[i], &less.items[i + 1], (less.count - i - 1) * sizeof less.items[0]);
    less.count--;
    if (ask_again(s, &less))
      *set = less;
    else
      i++;
  }
}

/* Whether a set that is already advised is part of this one. */
static int is_known(const zc_advice *out, const zc_change_set *set) {
  for (uint32_t i = 0; i < out->set_count; i++) {
    uint32_t found = 0;
    for (uint32_t j = 0; j < out->sets[i].count; j++)
      for (uint32_t k = 0; k < set->count; k++)
        found += out->sets[i].items[j].fact == set->items[k].fact;
    if (found == out->sets[i].count)
      return 1;
  }
  return 0;
}

/* Puts a set among those advised, by size and then by facts. */
static void keep(zc_advice *out, const zc_change_set *set) {
  uint32_t at = out->set_count;
  while (at > 0 && out->sets[at - 1].count > set->count)
    at--;
  if (at >= ZC_MAX_CHANGE_SETS)
    return;
  uint32_t moved =
      out->set_count < ZC_MAX_CHANGE_SETS ? out->set_count - at : ZC_MAX_CHANGE_SETS - 1 - at;
  ZC_ASSERT(at + moved < ZC_MAX_CHANGE_SETS);
  memmove(&out->sets[at + 1], &out->sets[at], moved * sizeof out->sets[0]);
  out->sets[at] = *set;
  if (out->set_count < ZC_MAX_CHANGE_SETS)
    out->set_count++;
}

/* The value at the threshold: of a piece above the present value its first, of one below its last.
 */
static zc_change change_to(const search *s, uint32_t fact, uint32_t piece, uint32_t first) {
  const int64_t *points;
  uint32_t count = zc_diagram_pieces(s->advisor->drawing->diagrams, fact, &points);
  const zc_fact *f = &s->answer->region->vocabulary.facts[fact];
  int64_t value = points[piece];
  int below = piece < first || (piece == 0 && !s->given->given[fact]);
  if (below && piece + 1 < count && (f->type == ZC_INT || f->type == ZC_DATE))
    value = points[piece + 1] - 1;
  zc_change c = {fact, {value, value}, {0}};
  zc_division division = {value, value};
  if (f->type == ZC_DIVISION) {
    zc_division_format(division, c.text);
    if (zc_division_parse(c.text, strlen(c.text), &division) == 0) {
      zc_division_format(division, c.text);
      c.value = (zc_slot){division.lo, division.hi};
    }
  }
  return c;
}

/* The value of a fact with the changes made; -1: not known. */
static int64_t changed(const search *s, const zc_change_set *set, uint32_t fact) {
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i].fact == fact)
      return set->items[i].value.lo;
  zc_slot now = s->answer->values[s->answer->region->fact_nodes[fact]];
  return now.lo == now.hi ? now.lo : -1;
}

/* Nobody is sent to a title that he holds, or to a track of which no document speaks that day. */
static int is_sensible(const search *s, const zc_change_set *set) {
  const zc_region *r = s->answer->region;
  int64_t track = changed(s, set, ZC_F_track), own = changed(s, set, ZC_F_current_title_track);
  int is_own = track == own || (track == ZC_W_track_green && own == ZC_W_track_general);
  int64_t held = changed(s, set, is_own ? ZC_F_current_title_level : ZC_F_other_track_title_level);
  for (uint32_t i = 0; i < set->count; i++) {
    uint32_t fact = set->items[i].fact;
    int64_t value = set->items[i].value.lo;
    if ((fact == ZC_F_target_level && value <= held) ||
        (fact == ZC_F_track && zc_gate_of(r, (uint32_t)value, s->answer->as_of) != ZC_GATE_OPEN))
      return 0;
  }
  return 1;
}

/* A way has come to "eligible": what it changed is asked about. */
static void consider(search *s) {
  zc_change_set set = s->now;
  if (!is_sensible(s, &set) || is_known(s->out, &set) || !ask_again(s, &set))
    return;
  strip(s, &set);
  if (!is_known(s->out, &set))
    keep(s->out, &set);
}

/* Whether a piece nearer to the present one leads to the same diagram. */
static int is_nearer(const zc_diagrams *d, zc_ref at, uint32_t piece, uint32_t present) {
  zc_ref child = zc_diagram_child(d, at, piece);
  uint32_t away = piece > present ? piece - present : present - piece;
  uint32_t from = present > away ? present - away + 1 : 0;
  uint32_t to = piece > present ? piece : present + away;
  const int64_t *points;
  uint32_t count = zc_diagram_pieces(d, (uint32_t)zc_diagram_fact(d, at), &points);
  for (uint32_t i = from; i < to && i < count; i++)
    if (i != piece && zc_diagram_child(d, at, i) == child)
      return 1;
  return 0;
}

/* Follows all ways from here with at most `left` more changes. */
static void follow(search *s, zc_ref at, uint32_t left) {
  const zc_diagrams *d = s->advisor->drawing->diagrams;
  int32_t fact = zc_diagram_fact(d, at);
  if (cost_of(s, at) > left || s->tries >= MAX_TRIES)
    return;
  if (fact < 0) {
    consider(s);
    return;
  }
  const int64_t *points;
  uint32_t count = zc_diagram_pieces(d, (uint32_t)fact, &points), first, last;
  present_pieces(s, (uint32_t)fact, &first, &last);
  zc_ref same = stay(s, at, first, last);
  follow(s, same, left);
  if (!left || !may_change(s, (uint32_t)fact))
    return;
  for (uint32_t step = 0; step < 2 * count; step++) {
    /* From the present piece outwards, so that of equal pieces the nearest comes first. */
    uint32_t away = (step + 1) / 2, piece = step % 2 ? first + away : first - away;
    if (piece >= count || (away && is_nearer(d, at, piece, first)) ||
        zc_diagram_child(d, at, piece) == same)
      continue;
    ZC_ASSERT(s->now.count < ZC_MAX_CHANGES);
    s->now.items[s->now.count++] = change_to(s, (uint32_t)fact, piece, first);
    follow(s, zc_diagram_child(d, at, piece), left - 1);
    s->now.count--;
  }
}

/* The verdict as a diagram over all that can be changed and all that is unknown. */
static zc_ref draw_open(zc_advisor *a, const zc_answer *answer, int strict) {
  const zc_vocabulary *v = &a->region->vocabulary;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    int open = v->facts[f].changeable == ZC_CHANGEABLE;
    a->slots[f] = open ? (zc_slot){v->facts[f].min, v->facts[f].max} : answer->facts->slots[f];
    a->given[f] = open ? 1 : answer->facts->given[f];
  }
  zc_inputs in = {a->slots,      a->given, a->region->functions,
                  answer->as_of, strict,   &answer->facts->open};
  return zc_assess_draw(a->drawing, &in);
}

void zc_advise_changes(zc_advisor *a, const zc_facts *given, const zc_answer *answer, int strict,
                       zc_advice *out) {
  search s = {.advisor = a, .given = given, .answer = answer, .strict = strict, .out = out};
  zc_ref root = draw_open(a, answer, strict);
  if (zc_diagrams_overflow(a->drawing->diagrams))
    return;
  memset(a->costs, 0, a->cost_room);
  for (uint32_t left = 1; left <= ZC_MAX_CHANGES; left++)
    if (out->set_count < ZC_MAX_CHANGE_SETS)
      follow(&s, root, left);
}
