/* SPDX-License-Identifier: Apache-2.0 */
/* One region asked again and again about one title: at other days, for other purposes. */
#ifndef ZC_COMPARE_PATH_ASK_H
#define ZC_COMPARE_PATH_ASK_H

#include "engine/answer.h"
#include "facts/shared_person.h"

typedef struct zc_asker {
  const zc_region *region; /* NULL: not open */
  zc_workspace *ws;
  zc_facts facts; /* as given */
  zc_day as_of;   /* asked about first */
  zc_day since;   /* months as given stand for the day `since` */
  int strict;
  zc_diagnostics *diag;
} zc_asker;

/* Facts that contradict one another are reported. Close with zc_asker_close in any case. */
zc_status zc_asker_open(zc_asker *a, const zc_shared_person *person, const zc_region *region,
                        zc_day as_of, int strict, zc_diagnostics *diag);
void zc_asker_close(zc_asker *a);

/* The destination becomes the present unit. */
void zc_asker_arrive(zc_asker *a);
/* A fact of the destination in place of that of the unit it has become. */
uint32_t zc_asker_origin(uint32_t fact);

/* What `convert` answers for the purpose on a day, if only time ran on from as_of. `track` is that
 * of the title; NULL: as given. The answer lives until the next question. NULL: out of memory,
 * which is reported. */
const zc_answer *zc_asker_ask(zc_asker *a, const char *purpose, const char *track, zc_day day);

/* The row that decided an answer of `convert`. */
const zc_compiled_rule *zc_deciding_rule(const zc_answer *answer);

#endif
