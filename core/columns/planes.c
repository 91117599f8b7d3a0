/* SPDX-License-Identifier: Apache-2.0 */
#include "columns/planes.h"
#include "base/assert.h"
#include "base/bit.h"
#include "base/integers.h"
#include <string.h>

const uint64_t zc_plane_zeros[ZC_BLOCK_WORDS];
#define EIGHT_WORDS                                                                                \
  UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX
const uint64_t zc_plane_ones[ZC_BLOCK_WORDS] = {EIGHT_WORDS, EIGHT_WORDS, EIGHT_WORDS, EIGHT_WORDS,
                                                EIGHT_WORDS, EIGHT_WORDS, EIGHT_WORDS, EIGHT_WORDS};

typedef struct runner {
  const zc_planes *p;
  const zc_plane_kernels *k;
  const zc_block *block;
  zc_plane_room *room;
  uint32_t fetched; /* pieces of the next block that tests have been told to fetch */
} runner;

/* 0 to 3: place of a width in the tables of kernels. */
static unsigned rank_of(uint32_t width) {
  ZC_ASSERT(width == 1 || width == 2 || width == 4 || width == 8);
  return width == 1 ? 0 : width == 2 ? 1 : width == 4 ? 2 : 3;
}

/* ---- values of one row ---- */

zc_slot zc_column_view_slot(const zc_column_view *view, uint32_t row) {
  if (!view->lo || (view->known && !zc_has_bit(view->known, row)))
    return (zc_slot){view->min, view->max};
  return (zc_slot){zc_integer_at(view->lo, view->width, row),
                   zc_integer_at(view->hi, view->width, row)};
}

/* ---- tests of a column ---- */

/* Widest interval that a width can hold. */
static zc_slot reach_of(uint32_t width) {
  int64_t most = width == 8 ? INT64_MAX : (INT64_C(1) << (8 * width - 1)) - 1;
  return (zc_slot){-most - 1, most};
}

/* Calls a kernel for all rows of the block; the last rows are copied, so that nothing behind them
 * is read. */
typedef struct test {
  zc_wire_kind kind;
  int64_t lo, hi;
} test;

/* The next piece of the next block; the present values, which are there already, once all are. */
static const void *next_fetch(runner *r, const void *values) {
  return r->fetched < r->block->fetch_count ? r->block->fetch[r->fetched++] : values;
}

static void call_kernel(runner *r, const test *t, unsigned rank, const void *values,
                        uint64_t *plane, uint32_t words) {
  const void *fetch = next_fetch(r, values);
  if (t->kind == ZC_WIRE_ABOVE)
    r->k->above[rank](values, t->lo, plane, words, fetch);
  else if (t->kind == ZC_WIRE_EQUAL)
    r->k->equal[rank](values, t->lo, plane, words, fetch);
  else
    r->k->range[rank](values, t->lo, t->hi, plane, words, fetch);
}

static void fill(uint64_t *plane, int bit) {
  memset(plane, bit ? 0xFF : 0, ZC_BLOCK_WORDS * sizeof *plane);
}

/* 1: the test is the same for all values of the width, and the plane is filled. */
static int is_settled(test *t, uint32_t width, uint64_t *plane) {
  zc_slot reach = reach_of(width);
  if (t->kind == ZC_WIRE_ABOVE && (t->lo < reach.lo || t->lo >= reach.hi)) {
    fill(plane, t->lo < reach.lo);
    return 1;
  }
  if (t->kind == ZC_WIRE_EQUAL && (t->lo < reach.lo || t->lo > reach.hi)) {
    fill(plane, 0);
    return 1;
  }
  if (t->kind == ZC_WIRE_RANGE) {
    t->lo = t->lo < reach.lo ? reach.lo : t->lo;
    t->hi = t->hi > reach.hi ? reach.hi : t->hi;
    if (t->lo > t->hi) {
      fill(plane, 0);
      return 1;
    }
  }
  return 0;
}

static void test_values(runner *r, test t, const void *values, uint32_t width, uint64_t *plane) {
  uint32_t words = r->block->rows / 64, rest = r->block->rows % 64;
  if (is_settled(&t, width, plane))
    return;
  call_kernel(r, &t, rank_of(width), values, plane, words);
  if (rest) {
    int64_t last[64] = {0};
    memcpy(last, (const char *)values + (size_t)words * 64 * width, rest * width);
    call_kernel(r, &t, rank_of(width), last, plane + words, 1);
  }
}

void zc_column_view_equal(const zc_column_view *view, int64_t value, uint32_t rows,
                          const zc_plane_kernels *kernels, uint64_t *plane) {
  zc_block block = {.rows = rows};
  runner r = {.k = kernels, .block = &block};
  test_values(&r, (test){ZC_WIRE_EQUAL, value, value}, view->lo, view->width, plane);
}

static uint64_t *certain_plane(runner *r, uint32_t wire) {
  return r->room->planes + (size_t)wire * 2 * ZC_BLOCK_WORDS;
}

static uint64_t *possible_plane(runner *r, uint32_t wire) {
  return certain_plane(r, wire) + ZC_BLOCK_WORDS;
}

static void set_planes(runner *r, uint32_t wire, const uint64_t *certain,
                       const uint64_t *possible) {
  r->room->certain[wire] = certain;
  r->room->possible[wire] = possible;
}

/* Rows that lack the fact: certainly not, possibly so. */
static void allow_unknown(runner *r, uint32_t wire, const zc_column_view *view) {
  uint64_t *certain = certain_plane(r, wire), *possible = possible_plane(r, wire);
  const uint64_t *before = r->room->possible[wire];
  if (!view->known)
    return;
  for (uint32_t i = 0; i < ZC_BLOCK_WORDS; i++) {
    uint64_t p = before[i], known = view->known[i];
    certain[i] &= known;
    possible[i] = p | ~known;
  }
  set_planes(r, wire, certain, possible);
}

/* Rows with an interval of values: what holds for all of it, and for some of it. */
static void test_intervals(runner *r, uint32_t wire, const zc_wire *w, const zc_column_view *view) {
  uint64_t *certain = certain_plane(r, wire), *possible = possible_plane(r, wire);
  int64_t lo = w->kind == ZC_WIRE_ABOVE ? w->lo + 1 : w->lo;
  int64_t hi = w->kind == ZC_WIRE_ABOVE ? INT64_MAX : w->kind == ZC_WIRE_EQUAL ? w->lo : w->hi;
  uint64_t other[ZC_BLOCK_WORDS];
  test above = {ZC_WIRE_ABOVE, lo - 1, 0}, past = {ZC_WIRE_ABOVE, hi, 0};
  test_values(r, above, view->lo, view->width, certain);
  test_values(r, above, view->hi, view->width, possible);
  test_values(r, past, view->hi, view->width, other);
  for (uint32_t i = 0; i < ZC_BLOCK_WORDS; i++)
    certain[i] &= ~other[i];
  test_values(r, past, view->lo, view->width, other);
  for (uint32_t i = 0; i < ZC_BLOCK_WORDS; i++)
    possible[i] &= ~other[i];
  set_planes(r, wire, certain, possible);
}

static void run_test(runner *r, uint32_t wire, const zc_wire *w) {
  const zc_column_view *view = &r->room->views[w->a];
  uint64_t *certain = certain_plane(r, wire);
  if (!view->lo) {
    set_planes(r, wire, zc_plane_zeros, zc_plane_ones);
    return;
  }
  if (view->lo == view->hi) {
    test_values(r, (test){w->kind, w->lo, w->hi}, view->lo, view->width, certain);
    set_planes(r, wire, certain, certain);
  } else {
    test_intervals(r, wire, w, view);
  }
  allow_unknown(r, wire, view);
}

/* ---- tests of two columns ---- */

static void compare_rows(runner *r, uint32_t wire, const zc_column_view *a,
                         const zc_column_view *b) {
  uint64_t *certain = certain_plane(r, wire), *possible = possible_plane(r, wire);
  fill(certain, 0);
  fill(possible, 0);
  for (uint32_t i = 0; i < r->block->rows; i++) {
    zc_slot x = zc_column_view_slot(a, i), y = zc_column_view_slot(b, i);
    certain[i / 64] |= (uint64_t)(x.lo >= y.hi) << (i % 64);
    possible[i / 64] |= (uint64_t)(x.hi >= y.lo) << (i % 64);
  }
  set_planes(r, wire, certain, possible);
}

static void compare_columns(runner *r, const zc_column_view *a, const zc_column_view *b,
                            uint64_t *plane) {
  uint32_t words = r->block->rows / 64, rest = r->block->rows % 64;
  ZC_ASSERT(a->width == b->width);
  zc_pair_kernel *kernel = r->k->at_least[rank_of(a->width)];
  kernel(a->lo, b->lo, plane, words, next_fetch(r, a->lo));
  if (rest) {
    int64_t x[64] = {0}, y[64] = {0};
    memcpy(x, (const char *)a->lo + (size_t)words * 64 * a->width, rest * a->width);
    memcpy(y, (const char *)b->lo + (size_t)words * 64 * b->width, rest * b->width);
    kernel(x, y, plane + words, 1, x);
  }
}

/* Where one of the two is not known, the other is held against the ends of its range. */
static void compare_unknown(runner *r, uint32_t wire, const zc_column_view *a,
                            const zc_column_view *b) {
  uint64_t *certain = certain_plane(r, wire), *possible = possible_plane(r, wire);
  uint64_t over_most[ZC_BLOCK_WORDS], over_least[ZC_BLOCK_WORDS];   /* a >= the most b may be */
  uint64_t above_least[ZC_BLOCK_WORDS], above_most[ZC_BLOCK_WORDS]; /* b > the least a may be */
  const uint64_t *known_a = a->known ? a->known : zc_plane_ones;
  const uint64_t *known_b = b->known ? b->known : zc_plane_ones;
  uint64_t both_most = a->min >= b->max ? UINT64_MAX : 0;
  uint64_t both_least = a->max >= b->min ? UINT64_MAX : 0;
  test_values(r, (test){ZC_WIRE_ABOVE, b->max - 1, 0}, a->lo, a->width, over_most);
  test_values(r, (test){ZC_WIRE_ABOVE, b->min - 1, 0}, a->lo, a->width, over_least);
  test_values(r, (test){ZC_WIRE_ABOVE, a->min, 0}, b->lo, b->width, above_least);
  test_values(r, (test){ZC_WIRE_ABOVE, a->max, 0}, b->lo, b->width, above_most);
  for (uint32_t i = 0; i < ZC_BLOCK_WORDS; i++) {
    uint64_t x = known_a[i], y = known_b[i], is = certain[i] & x & y;
    certain[i] = is | (x & ~y & over_most[i]) | (~x & y & ~above_least[i]) | (~x & ~y & both_most);
    possible[i] =
        is | (x & ~y & over_least[i]) | (~x & y & ~above_most[i]) | (~x & ~y & both_least);
  }
  set_planes(r, wire, certain, possible);
}

static void run_at_least(runner *r, uint32_t wire, const zc_wire *w) {
  const zc_column_view *a = &r->room->views[w->a], *b = &r->room->views[w->b];
  uint64_t *plane = certain_plane(r, wire);
  if (!a->lo || !b->lo || a->lo != a->hi || b->lo != b->hi || a->width != b->width) {
    compare_rows(r, wire, a, b);
    return;
  }
  compare_columns(r, a, b, plane);
  set_planes(r, wire, plane, plane);
  if (a->known || b->known)
    compare_unknown(r, wire, a, b);
}

static void run_known(runner *r, uint32_t wire, const zc_wire *w) {
  const zc_column_view *view = &r->room->views[w->a];
  uint64_t *plane = certain_plane(r, wire);
  fill(plane, 0);
  for (uint32_t i = 0; i < r->block->rows; i++) {
    zc_slot s = zc_column_view_slot(view, i);
    plane[i / 64] |= (uint64_t)(s.lo == s.hi) << (i % 64);
  }
  set_planes(r, wire, plane, plane);
}

/* ---- logic ---- */

static int is_whole(runner *r, zc_literal l) {
  return r->room->certain[l / 2] == r->room->possible[l / 2];
}

static void run_and(runner *r, uint32_t wire, const zc_wire *w) {
  uint64_t *certain = certain_plane(r, wire), *possible = certain;
  const zc_plane_room *room = r->room;
  r->k->both(zc_certain(room, w->a), zc_certain(room, w->b), certain);
  if (!is_whole(r, w->a) || !is_whole(r, w->b)) {
    possible = possible_plane(r, wire);
    r->k->both(zc_possible(room, w->a), zc_possible(room, w->b), possible);
  }
  set_planes(r, wire, certain, possible);
}

static void run_choice(runner *r, uint32_t wire, const zc_wire *w) {
  uint64_t *certain = certain_plane(r, wire), *possible = certain;
  const zc_plane_room *room = r->room;
  r->k->choose(zc_certain(room, w->a), zc_certain(room, w->a ^ 1), zc_certain(room, w->b),
               zc_certain(room, w->c), certain);
  if (!is_whole(r, w->a) || !is_whole(r, w->b) || !is_whole(r, w->c)) {
    possible = possible_plane(r, wire);
    r->k->choose(zc_possible(room, w->a), zc_possible(room, w->a ^ 1), zc_possible(room, w->b),
                 zc_possible(room, w->c), possible);
  }
  set_planes(r, wire, certain, possible);
}

static void run_wire(runner *r, uint32_t i) {
  const zc_wire *w = &r->p->wires[i];
  switch (w->kind) {
  case ZC_WIRE_FALSE:
    set_planes(r, i, zc_plane_zeros, zc_plane_zeros);
    break;
  case ZC_WIRE_OPEN:
    set_planes(r, i, zc_plane_zeros, zc_plane_ones);
    break;
  case ZC_WIRE_AT_LEAST:
    run_at_least(r, i, w);
    break;
  case ZC_WIRE_KNOWN:
    run_known(r, i, w);
    break;
  case ZC_WIRE_GIVEN: {
    const zc_column_view *view = &r->block->facts[w->a];
    const uint64_t *plane = !view->lo ? zc_plane_zeros : view->known ? view->known : zc_plane_ones;
    set_planes(r, i, plane, plane);
    break;
  }
  case ZC_WIRE_AND:
    run_and(r, i, w);
    break;
  case ZC_WIRE_CHOICE:
    run_choice(r, i, w);
    break;
  default:
    run_test(r, i, w);
  }
}

void zc_planes_run(const zc_planes *p, const zc_plane_kernels *kernels, const zc_block *block,
                   zc_plane_room *room) {
  runner r = {p, kernels, block, room, 0};
  ZC_ASSERT(block->rows <= ZC_BLOCK_ROWS);
  ZC_ASSERT(p->wire_count <= room->wires && p->input_count <= room->inputs);
  zc_planes_view_inputs(p, kernels, block, room);
  for (uint32_t i = 0; i < p->wire_count; i++)
    run_wire(&r, i);
}
