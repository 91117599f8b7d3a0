/* SPDX-License-Identifier: Apache-2.0 */
/* Mutation: changes a region's rules by the smallest steps and runs its cases. A
 * change that no case notices is named, with the case that would notice it. */
#ifndef ZC_TESTING_MUTATE_H
#define ZC_TESTING_MUTATE_H

#include "engine/region.h"

/* What became of a mutant. */
typedef enum zc_fate {
  ZC_FATE_PENDING = 0,
  ZC_FATE_KILLED,     /* a case fails */
  ZC_FATE_REFUSED,    /* the tables do not compile any more */
  ZC_FATE_EQUIVALENT, /* no facts and no day tell it from the original */
  ZC_FATE_ACCEPTED,   /* a row of the plugin says why no case notices it */
  ZC_FATE_SURVIVED,   /* and there is an example person */
  ZC_FATE_UNPROVEN    /* and neither an example nor a proof was found */
} zc_fate;

typedef struct zc_mutation_counts {
  uint32_t killed, refused, equivalent, accepted, survived;
} zc_mutation_counts;

typedef struct zc_mutate_options {
  const char *folder; /* of the cases */
  const char *rule;   /* NULL: all of them */
  zc_lang lang;
} zc_mutate_options;

/* Tests the cases of one region, or of one rule of it, against its mutants and writes the report to
 * `out`, and the cases that would notice what got through to `proposed`. `region` is changed and
 * put back. */
zc_status zc_mutate_region(zc_region *region, const zc_mutate_options *options,
                           zc_mutation_counts *counts, zc_buffer *out, zc_buffer *proposed,
                           zc_diagnostics *diag);

#endif
