/* SPDX-License-Identifier: Apache-2.0 */
/* Which nodes read which, so that where one fact is another only what hangs on it is computed anew.
 * Made once with a workspace for each question. */
#ifndef ZC_ENGINE_WIRING_H
#define ZC_ENGINE_WIRING_H

#include "engine/region.h"
#include "logic/evaluate.h"

/* An assumed fact on which the outcome may hang. */
typedef struct zc_assumed_fact {
  uint32_t fact;
  uint32_t first, count; /* of `roots`: the nodes that read the fact itself */
  int asks_given;        /* some condition asks whether it is given */
} zc_assumed_fact;

typedef struct zc_wiring {
  zc_node_id *nodes; /* those that the outcome hangs on, in the order of the program */
  uint32_t count;
  uint32_t *first; /* by place in `nodes`, and one more: its first user in `users` */
  uint32_t *users; /* places */
  uint8_t *is_end; /* by place: the outcome is read from it */
  zc_assumed_fact *facts;
  uint32_t fact_count;
  uint32_t *roots; /* places */
} zc_wiring;

/* `list`: the nodes that decide the question, in the order of the program; `ends`: those of its
 * outcome. 1: made; 0: out of memory. zc_wiring_free in any case. */
int zc_wiring_make(zc_wiring *wiring, const zc_region *region, const zc_node_id *list,
                   uint32_t count, const zc_node_id *ends, uint32_t end_count);
void zc_wiring_free(zc_wiring *wiring);

/* Room for one change at a time. */
typedef struct zc_change_log {
  uint64_t *waiting; /* by place, a bit each; empty between changes */
  struct zc_kept_value {
    zc_node_id node;
    zc_slot value;
  } * kept;
  uint32_t count;
} zc_change_log;
int zc_change_log_make(zc_change_log *log, const zc_wiring *wirings, uint32_t count); /* 0: none */
void zc_change_log_free(zc_change_log *log);

/* The values as they are where `fact` is given with `value`, and where what is asked of its being
 * given is `given`. Conditions that ask what is known are answered as before. Returns whether an
 * end may be another for some completion. */
int zc_wiring_change(const zc_wiring *wiring, const zc_program *program, const zc_inputs *in,
                     const zc_assumed_fact *fact, zc_slot value, zc_slot given, zc_slot *values,
                     zc_change_log *log);
/* Puts back what the changes since the last time were made to. */
void zc_wiring_restore(zc_change_log *log, zc_slot *values);

#endif
