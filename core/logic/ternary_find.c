/* SPDX-License-Identifier: Apache-2.0 */
/* From a diagram to an example person. */
#include "base/assert.h"
#include "logic/ternary_inside.h"

#include <string.h>

#define FAR UINT32_MAX /* cost of what cannot be reached */

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

/* The values of a piece: up to the first of the next one. */
static zc_slot piece_slot(const zc_ternary *t, uint32_t fact, uint32_t piece) {
  int64_t lo = zc_ternary_point(t, fact, piece), hi = t->slots[fact].hi;
  if (piece + 1 < t->domains[fact].count)
    hi = t->domains[fact].points[piece + 1] - 1;
  return (zc_slot){lo, hi};
}

static int is_usual_day(const zc_ternary *t, uint32_t piece) {
  zc_slot days = piece_slot(t, zc_open_day(t->vocabulary), piece);
  return t->usual >= days.lo && t->usual <= days.hi;
}

/* What a piece costs: another day than the usual, and each fact that is given, one. */
static uint32_t price(const zc_ternary *t, uint32_t var, uint32_t piece) {
  if (var == ZC_TERNARY_DAY)
    return !is_usual_day(t, piece);
  int is_given = piece + 1 < zc_ternary_pieces(t, var);
  /* Hardly anybody asks without saying on which track, for what purpose. */
  if (var == ZC_F_track + 1 || var == ZC_F_purpose + 1)
    return is_given ? 0 : 2;
  return (uint32_t)is_given;
}

/* Operands stand before their users, so costs are known from below. */
static void price_all(zc_ternary *t, zc_ref top) {
  for (zc_ref i = 0; i <= top; i++) {
    const zc_ternary_node *n = &t->nodes[i];
    t->cost[i] = n->var == ZC_TERNARY_LEAF && n->value.lo == 1 && n->value.hi == 1 ? 0 : FAR;
    for (uint32_t j = 0; n->var != ZC_TERNARY_LEAF && j < zc_ternary_pieces(t, n->var); j++) {
      uint32_t below = t->cost[t->children[n->first + j]];
      if (below != FAR)
        t->cost[i] = least(t->cost[i], below + price(t, n->var, j));
    }
  }
}

static uint32_t next_random(uint32_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed;
}

static uint32_t choose(const zc_ternary *t, const zc_ternary_node *n, uint32_t *seed) {
  uint32_t count = zc_ternary_pieces(t, n->var), best = 0, best_cost = FAR;
  uint32_t start = *seed ? next_random(seed) % count : 0;
  for (uint32_t k = 0; k < count; k++) {
    uint32_t i = (start + k) % count, below = t->cost[t->children[n->first + i]];
    if (below == FAR)
      continue;
    if (*seed)
      return i;
    if (below + price(t, n->var, i) < best_cost) {
      best = i;
      best_cost = below + price(t, n->var, i);
    }
  }
  return best;
}

void zc_ternary_usual_day(zc_ternary *t, zc_day day) {
  t->usual = day;
}

int zc_ternary_find(zc_ternary *t, zc_ref a, uint32_t seed, zc_example *out) {
  price_all(t, a);
  if (t->overflow || t->cost[a] == FAR)
    return 0;
  out->as_of = t->usual;
  memset(out->given, 0, t->vocabulary->fact_count);
  while (t->nodes[a].var != ZC_TERNARY_LEAF) {
    const zc_ternary_node *n = &t->nodes[a];
    uint32_t piece = choose(t, n, &seed);
    ZC_ASSERT(t->cost[t->children[n->first + piece]] != FAR);
    if (n->var == ZC_TERNARY_DAY) {
      if (!is_usual_day(t, piece))
        out->as_of = (zc_day)zc_ternary_point(t, zc_open_day(t->vocabulary), piece);
    } else if (piece + 1 < zc_ternary_pieces(t, n->var)) {
      out->given[n->var - 1] = 1;
      out->slots[n->var - 1] = piece_slot(t, n->var - 1, piece);
    }
    a = t->children[n->first + piece];
  }
  ZC_ASSERT(t->nodes[a].value.lo == 1);
  return 1;
}
