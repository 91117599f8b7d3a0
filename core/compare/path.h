/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The ways of a held title from the present unit to a destination, built from what the conversion
 * rows of the regions answer and from nothing else:
 *
 *     use       the title in the present unit (purpose stay)
 *     move      with the title to the destination; where that is in another region, both regions
 *               answer, and a step is open only where neither objects
 *     exchange  for the general title of the same level: what a person can act on is taken as done
 *               and told, and months grow until the rows answer "exchange", for ten years at most
 *     reassess  the general title of the same level is obtained by review, because a row says
 *               "reassess" or refuses to build on the targeted one
 *     apply     the title has lapsed and the same level is applied for anew; or, where a higher
 *               level is wanted, the title is the base of that application
 *
 * Each step stands on the row that calls for it or allows it. What a review asks of the person is
 * not looked at here: `assess` answers that.
 */
#ifndef ZC_COMPARE_PATH_H
#define ZC_COMPARE_PATH_H

#include "compare/compare.h"
#include "engine/answer.h"

typedef enum zc_step_kind {
  ZC_STEP_USE = 0,
  ZC_STEP_MOVE,
  ZC_STEP_EXCHANGE,
  ZC_STEP_REASSESS,
  ZC_STEP_APPLY
} zc_step_kind;

#define ZC_MAX_PATH_STEPS 6u
#define ZC_MAX_PATH_WAYS  3u

typedef struct zc_path_step {
  zc_step_kind kind;
  const zc_region *region;      /* whose row it is */
  const zc_compiled_rule *rule; /* that decides */
  zc_result result;             /* what the rows answer */
  int32_t level, track;         /* words of the title in hand after the step; -1: not known */
  int has_earliest;
  zc_day earliest;       /* first day on which the rows answer so, if only time runs on */
  const uint32_t *needs; /* facts that have to become true */
  uint32_t need_count;
  const uint32_t *missing; /* facts that are still to be known */
  uint32_t missing_count;
} zc_path_step;

/* A sequence of steps. Where it is not `open`, some step cannot be told yet. */
typedef struct zc_way {
  zc_path_step steps[ZC_MAX_PATH_STEPS];
  uint32_t count;
  int open;
} zc_way;

typedef struct zc_path {
  zc_way ways[ZC_MAX_PATH_WAYS]; /* with the title as it is, by exchange, by a new review */
  uint32_t way_count;
  zc_path_step closed[ZC_MAX_PATH_STEPS]; /* steps that were asked about and lead nowhere */
  uint32_t closed_count;
  zc_arena arena; /* of the lists of facts */
} zc_path;

/* `from`: the region of the title. `to`: that of the destination, which may be the same; NULL: no
 * plugin holds it, and nothing is asked there. Facts that contradict one another are reported. Free
 * with zc_path_free in any case. */
zc_status zc_path_find(zc_path *path, const zc_shared_person *person, const zc_region *from,
                       const zc_region *to, zc_day as_of, int strict, zc_diagnostics *diag);
void zc_path_free(zc_path *path);

/* Whether the facts say enough to be asked about: the region of the title, and something of the
 * destination. What lacks is reported. */
zc_status zc_path_check(const zc_facts *person, zc_diagnostics *diag);
/* Finds the ways of a person whom zc_path_check passed, and adds them to `out`. `from` is the
 * region of the title, with its digest; the destination's is found among those of the host. */
zc_status zc_path_write(zc_buffer *out, const zc_host *host, zc_region *from,
                        const zc_shared_person *person, const zc_compare_options *options,
                        zc_diagnostics *diag);

#endif
