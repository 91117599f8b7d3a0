/* SPDX-License-Identifier: Apache-2.0 */
/* The memory in which planes are computed. */
#include "base/memory.h"
#include "columns/planes.h"

static uint32_t greater(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

int zc_plane_room_make(zc_plane_room *room, const zc_planes *const *planes, uint32_t count) {
  uint32_t wires = 0, inputs = 0, nodes = 0, facts = 0;
  for (uint32_t i = 0; i < count; i++) {
    wires = greater(wires, planes[i]->wire_count);
    inputs = greater(inputs, planes[i]->input_count);
    nodes = greater(nodes, planes[i]->program.count);
    facts = greater(facts, planes[i]->vocabulary->fact_count);
  }
  *room = (zc_plane_room){
      .wires = wires,
      .inputs = inputs,
      .planes = zc_calloc((size_t)wires * 2 + 1, ZC_BLOCK_WORDS * sizeof *room->planes),
      .certain = zc_calloc(wires + 1, sizeof *room->certain),
      .possible = zc_calloc(wires + 1, sizeof *room->possible),
      .views = zc_calloc(inputs + 1, sizeof *room->views),
      .values = zc_calloc((size_t)inputs * 2 + 1, ZC_BLOCK_ROWS * sizeof *room->values),
      .slots = zc_calloc(facts + 1, sizeof *room->slots),
      .nodes = zc_calloc(nodes + 1, sizeof *room->nodes),
      .given = zc_calloc(facts + 1, 1),
  };
  return room->planes && room->certain && room->possible && room->views && room->values &&
         room->slots && room->nodes && room->given;
}

void zc_plane_room_free(zc_plane_room *room) {
  zc_free(room->planes);
  zc_free(room->certain);
  zc_free(room->possible);
  zc_free(room->views);
  zc_free(room->values);
  zc_free(room->slots);
  zc_free(room->nodes);
  zc_free(room->given);
  *room = (zc_plane_room){0};
}
