/* SPDX-License-Identifier: Apache-2.0 */
/* What an unknown condition still depends on: from the roots back to the tests. An operand that is
 * known has done all it can; one that is unknown matters where what it is joined to does. */
#include "engine/planes.h"
#include <string.h>

typedef struct tracer {
  const zc_plane_kernels *k;
  zc_plane_room *room;
} tracer;

static uint64_t *traced(const tracer *t, uint32_t wire) {
  return t->room->traced + (size_t)wire * ZC_BLOCK_WORDS;
}

/* The rows of `rows` where the literal is unknown need its wire. */
static void need(const tracer *t, zc_literal l, const uint64_t *rows) {
  const zc_plane_room *room = t->room;
  uint32_t wire = l / 2;
  if (room->certain[wire] == room->possible[wire])
    return;
  const uint64_t *old = room->is_traced[wire] ? traced(t, wire) : zc_plane_zeros;
  t->k->place(old, (zc_plane_in){room->possible[wire], 0},
              (zc_plane_in){room->certain[wire], UINT64_MAX}, rows, traced(t, wire));
  room->is_traced[wire] = 1;
}

/* Either branch is needed where it may be taken. */
static void need_choice(const tracer *t, const zc_wire *w, const uint64_t *rows) {
  uint64_t taken[ZC_BLOCK_WORDS];
  zc_plane_in all = {zc_plane_ones, 0};
  need(t, w->a, rows);
  t->k->place(zc_plane_zeros, zc_possible(t->room, w->a), all, rows, taken);
  need(t, w->b, taken);
  t->k->place(zc_plane_zeros, zc_possible(t->room, w->a ^ 1), all, rows, taken);
  need(t, w->c, taken);
}

void zc_planes_trace(const zc_planes *p, const zc_plane_kernels *kernels, const zc_literal *roots,
                     uint32_t root_count, const uint64_t *rows, zc_plane_room *room) {
  tracer t = {kernels, room};
  memset(room->is_traced, 0, p->wire_count);
  for (uint32_t i = 0; i < root_count; i++)
    need(&t, roots[i], rows);
  for (uint32_t i = p->wire_count; i-- > 0;) {
    const zc_wire *w = &p->wires[i];
    if (!room->is_traced[i])
      continue;
    if (w->kind == ZC_WIRE_AND) {
      need(&t, w->a, traced(&t, i));
      need(&t, w->b, traced(&t, i));
    } else if (w->kind == ZC_WIRE_CHOICE) {
      need_choice(&t, w, traced(&t, i));
    }
  }
}
