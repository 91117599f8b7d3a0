/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts of many values that conditions compare with one another. Facts that are linked, directly or
 * through others, make a group. Two kinds of groups are split exactly; any other is told as
 * inexact.
 *
 * 1. Every form has two facts, one pulling against the other: x - y + c >= 0, or its opposite. (For
 * x + y + c >= 0 one of the two is read backwards; a group in which no such choice of directions
 * fits all forms is of no kind.) Whatever conditions somebody meets and fails is then a set of
 * lower bounds, each of one fact by a constant or by one other fact, and of upper bounds by
 * constants. If anybody satisfies it, the least solution does: there each fact is at a bound of its
 * own or as high as another one pulls it, and following the pulls back never comes by a fact twice,
 * for a circle that still raised something would have no solution. So the grid has that solution
 * once cuts have been handed on along all paths through the group: at most one step less than it
 * has facts. To show that a change of one fact alone changes a condition takes two solutions that
 * share all the other facts, which is a set of bounds on one fact more: one more step. So n facts
 * need n rounds where all pulls add constants. Where they multiply, divide or add months, a pull
 * rounds, and a circle may raise a fact a little again and again: there the argument holds only if
 * a round changes nothing, as then the grid is closed under all pulls.
 *
 * 2. Every form is the same sum of three facts or more, against constants. On the way from the
 * lowest corner of a box of pieces to the highest one, one fact after the other, the sum takes
 * every value between; so the ends of the pieces, and the values that with ends of all others just
 * reach a constant, are points enough. For a change of one fact the box is that of the others,
 * twice.
 */
#include "base/assert.h"
#include "logic/splitter.h"

uint32_t zc_piece_count(const zc_splitter *s, uint32_t fact) {
  return s->domains[fact].count + 1;
}

int64_t zc_piece_first(const zc_splitter *s, uint32_t fact, uint32_t i) {
  ZC_ASSERT(i <= s->domains[fact].count);
  return i == 0 ? s->in->slots[fact].lo : s->domains[fact].points[i - 1];
}

int64_t zc_piece_last(const zc_splitter *s, uint32_t fact, uint32_t i) {
  return i < s->domains[fact].count ? s->domains[fact].points[i] - 1 : s->in->slots[fact].hi;
}

typedef struct group {
  zc_splitter *s;
  uint32_t facts[ZC_MAX_LINKED]; /* of all groups */
  uint32_t of[ZC_MAX_LINKED];    /* by place in `facts`: its group, a place */
  int turn[ZC_MAX_LINKED];       /* 1: as it is; -1: read backwards; 0: not known yet */
  uint32_t count;
  uint32_t at; /* the group at hand */
} group;

/* ---- groups ---- */

/* The place of a fact; ZC_MAX_LINKED: no room. */
static uint32_t place_of(group *g, uint32_t fact) {
  uint32_t i = 0;
  while (i < g->count && g->facts[i] != fact)
    i++;
  if (i == g->count && i < ZC_MAX_LINKED) {
    g->facts[i] = fact;
    g->of[i] = i;
    g->turn[i] = 0;
    g->count++;
  }
  return i;
}

static void merge(group *g, uint32_t a, uint32_t b) {
  uint32_t from = g->of[b], to = g->of[a];
  for (uint32_t i = 0; i < g->count; i++)
    if (g->of[i] == from)
      g->of[i] = to;
}

/* 0: too many facts are linked. */
static int find_groups(group *g) {
  for (uint32_t i = 0; i < g->s->link_count; i++) {
    const zc_form *f = &g->s->links[i];
    uint32_t first = place_of(g, f->terms[0].fact);
    for (uint32_t j = 0; j < f->count; j++) {
      uint32_t place = place_of(g, f->terms[j].fact);
      if (place == ZC_MAX_LINKED || first == ZC_MAX_LINKED)
        return 0;
      merge(g, first, place);
    }
  }
  return 1;
}

static int is_in_group(group *g, const zc_form *f) {
  return g->of[place_of(g, f->terms[0].fact)] == g->at;
}

/* ---- kind 1: two facts against one another ---- */

static int sign_of(int64_t value) {
  return value > 0 ? 1 : -1;
}

/* Turns the second fact so that it pulls against the first. 0: it is turned otherwise already. */
static int turn_pair(group *g, const zc_form *f, int *changed) {
  uint32_t a = place_of(g, f->terms[0].fact), b = place_of(g, f->terms[1].fact);
  int wanted = -sign_of(f->terms[0].factor) * sign_of(f->terms[1].factor);
  if (!g->turn[a] && !g->turn[b])
    return 1;
  if (!g->turn[a] || !g->turn[b]) {
    g->turn[g->turn[a] ? b : a] = wanted * g->turn[g->turn[a] ? a : b];
    *changed = 1;
    return 1;
  }
  return g->turn[a] * g->turn[b] == wanted;
}

/* Finds a direction for each fact of the group. 0: it is not of this kind. */
static int turn_all(group *g) {
  int changed = 1;
  g->turn[g->at] = 1;
  while (changed) {
    changed = 0;
    for (uint32_t i = 0; i < g->s->link_count; i++) {
      const zc_form *f = &g->s->links[i];
      if (is_in_group(g, f) && (f->count != 2 || !turn_pair(g, f, &changed)))
        return 0;
    }
  }
  return 1;
}

/* Cuts so that the fact's value nearest to its bound is a point: the first of a piece, or the last
 * one where the fact is read backwards. */
static int add_point(group *g, uint32_t place, int64_t value) {
  return zc_cut_fact(g->s, g->facts[place], value);
}

/* The ends of pieces that cuts of single facts have made, as points. */
static void add_ends(group *g, uint32_t place) {
  uint32_t fact = g->facts[place], count = zc_piece_count(g->s, fact);
  int64_t ends[ZC_MAX_CUTS + 1];
  for (uint32_t i = 0; i < count; i++)
    ends[i] = zc_piece_last(g->s, fact, i);
  for (uint32_t i = 0; i < count; i++)
    add_point(g, place, ends[i]);
}

/* "target + source + constant >= 0", where the target is pulled: makes points of the target of
 * those of the source. Returns whether there are new ones. */
static int pull(group *g, const zc_term *target, const zc_term *source, int64_t constant) {
  uint32_t place = place_of(g, target->fact), count = zc_piece_count(g->s, source->fact);
  zc_slot range = g->s->in->slots[target->fact];
  int64_t points[ZC_MAX_CUTS + 1];
  int changed = 0;
  for (uint32_t i = 0; i < count; i++)
    points[i] = zc_piece_first(g->s, source->fact, i);
  for (uint32_t i = 0; i < count; i++) {
    int64_t rest = source->factor * zc_term_value(source, points[i]) + constant;
    if (target->factor > 0)
      changed |= add_point(
          g, place, zc_term_reach(target, zc_ceil_div(-rest, target->factor), range.lo, range.hi));
    else
      changed |= add_point(
          g, place,
          zc_term_reach(target, zc_floor_div(rest, -target->factor) + 1, range.lo, range.hi) - 1);
  }
  return changed;
}

static zc_term negative(zc_term t) {
  t.factor = -t.factor;
  return t;
}

/* The form as a pull where it holds, and as the opposite one where it does not. */
static int pull_both(group *g, const zc_form *f) {
  uint32_t a = place_of(g, f->terms[0].fact);
  int up = sign_of(f->terms[0].factor) * g->turn[a] > 0;
  const zc_term *x = &f->terms[up ? 0 : 1], *y = &f->terms[up ? 1 : 0];
  zc_term fallen = negative(*x), risen = negative(*y);
  int changed = pull(g, x, y, f->constant);
  return pull(g, &risen, &fallen, -f->constant - 1) | changed;
}

static int pull_all(group *g) {
  int changed = 0;
  for (uint32_t i = 0; i < g->s->link_count; i++)
    if (is_in_group(g, &g->s->links[i]))
      changed |= pull_both(g, &g->s->links[i]);
  return changed;
}

/* Whether all pulls of the group add constants: every fact stands in the same term everywhere, its
 * values have no gaps, and both factors of a form are of one size. */
static int adds_constants(group *g) {
  const zc_term *term[ZC_MAX_LINKED] = {NULL};
  for (uint32_t i = 0; i < g->s->link_count; i++) {
    const zc_form *f = &g->s->links[i];
    if (!is_in_group(g, f))
      continue;
    for (uint32_t j = 0; j < 2; j++) {
      const zc_term *t = &f->terms[j], **seen = &term[place_of(g, t->fact)];
      if (t->kind == ZC_TERM_LATER || (*seen && !zc_term_same(*seen, t)))
        return 0;
      *seen = t;
    }
    if (f->terms[0].factor != f->terms[1].factor && f->terms[0].factor != -f->terms[1].factor)
      return 0;
  }
  return 1;
}

static void split_pairs(group *g) {
  uint32_t facts = 0;
  int changed = 1;
  for (uint32_t i = 0; i < g->count; i++)
    if (g->of[i] == g->at) {
      facts++;
      if (g->turn[i] < 0)
        add_ends(g, i);
    }
  int is_bounded = adds_constants(g);
  for (uint32_t round = 0; changed && round < (is_bounded ? facts : ZC_MAX_CUTS); round++)
    changed = pull_all(g);
  if (changed && !is_bounded)
    g->s->is_exact = 0;
}

/* ---- kind 2: one sum against constants ---- */

/* Whether the two are the same sum, or opposite ones, but for their constants. */
static int is_same_sum(const zc_form *f, const zc_form *g) {
  int64_t sign = f->terms[0].factor == g->terms[0].factor ? 1 : -1;
  if (f->count != g->count)
    return 0;
  for (uint32_t i = 0; i < f->count; i++)
    if (!zc_term_same(&f->terms[i], &g->terms[i]) ||
        f->terms[i].factor != sign * g->terms[i].factor ||
        (f->terms[i].factor != 1 && f->terms[i].factor != -1) || f->terms[i].kind == ZC_TERM_LATER)
      return 0;
  return 1;
}

/* The one sum of the group; NULL: it has several. */
static const zc_form *find_sum(group *g) {
  const zc_form *sum = NULL;
  for (uint32_t i = 0; i < g->s->link_count; i++) {
    const zc_form *f = &g->s->links[i];
    if (!is_in_group(g, f))
      continue;
    if (!is_same_sum(f, sum ? sum : f))
      return NULL;
    sum = sum ? sum : f;
  }
  return sum;
}

typedef struct corner {
  group *g;
  int64_t ends[ZC_MAX_TERMS][2 * ZC_MAX_CUTS + 2];
  uint32_t counts[ZC_MAX_TERMS];
} corner;

/* Points of one fact that reach the constant of `f` with the terms from `next` on, but for its own,
 * at any of their ends; the terms before them sum up to `sum`. */
static void reach(corner *c, const zc_form *f, uint32_t own, uint32_t next, int64_t sum) {
  zc_splitter *s = c->g->s;
  const zc_term *t = &f->terms[own];
  if (s->lists.steps == ZC_FORM_STEPS) {
    s->is_exact = 0;
  } else if (next == own) {
    reach(c, f, own, next + 1, sum);
  } else if (next < f->count) {
    for (uint32_t i = 0; i < c->counts[next]; i++)
      reach(c, f, own, next + 1,
            sum + f->terms[next].factor * zc_term_value(&f->terms[next], c->ends[next][i]));
  } else {
    zc_slot range = s->in->slots[t->fact];
    s->lists.steps++;
    for (int64_t more = 0; more < 2; more++) {
      int64_t least = t->factor > 0 ? -sum : sum;
      int64_t at = zc_term_reach(t, least + more, range.lo, range.hi);
      zc_cut_fact(s, t->fact, at);
      zc_cut_fact(s, t->fact, at - 1);
    }
  }
}

static void split_sum(group *g, const zc_form *sum) {
  corner c = {.g = g};
  for (uint32_t i = 0; i < sum->count; i++) {
    uint32_t fact = sum->terms[i].fact, count = zc_piece_count(g->s, fact);
    for (uint32_t j = 0; j < count; j++) {
      c.ends[i][c.counts[i]++] = zc_piece_first(g->s, fact, j);
      c.ends[i][c.counts[i]++] = zc_piece_last(g->s, fact, j);
    }
  }
  for (uint32_t i = 0; i < sum->count; i++)
    for (uint32_t j = 0; j < c.counts[i]; j++)
      zc_cut_fact(g->s, sum->terms[i].fact, c.ends[i][j]);
  for (uint32_t i = 0; i < g->s->link_count; i++) {
    const zc_form *f = &g->s->links[i];
    for (uint32_t own = 0; is_in_group(g, f) && own < f->count; own++)
      reach(&c, f, own, 0, f->constant);
  }
}

/* ---- all groups ---- */

static void split_group(group *g) {
  const zc_form *sum;
  if (turn_all(g))
    split_pairs(g);
  else if ((sum = find_sum(g)))
    split_sum(g, sum);
  else
    g->s->is_exact = 0;
}

void zc_split_linked(zc_splitter *s) {
  group g;
  g.s = s;
  g.count = 0;
  if (!find_groups(&g)) {
    s->is_exact = 0;
    return;
  }
  for (g.at = 0; g.at < g.count; g.at++)
    if (g.of[g.at] == g.at)
      split_group(&g);
}

int zc_splitter_is_linked(const zc_splitter *s, uint32_t fact) {
  for (uint32_t i = 0; i < s->link_count; i++)
    for (uint32_t j = 0; j < s->links[i].count; j++)
      if (s->links[i].terms[j].fact == fact)
        return 1;
  return 0;
}
