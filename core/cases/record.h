/* SPDX-License-Identifier: Apache-2.0 */
/* The answer to facts that are given, as a case ready to be kept. */
#ifndef ZC_CASES_RECORD_H
#define ZC_CASES_RECORD_H

#include "engine/answer.h"

typedef struct zc_record_options {
  const char *id, *title; /* of the case */
  const char *rule;       /* that it is about, or NULL */
  int strict;
} zc_record_options;

/* Whether an id and a title can stand in a file of cases. Reports what is wrong; NULL is passed. */
zc_status zc_record_check(const zc_record_options *options, zc_diagnostics *diag);

/* Adds the case to `out`. Which question it asks follows from the facts: `convert` with a purpose,
 * `assess` with a track, else `unit`. */
zc_status zc_record(zc_buffer *out, const zc_region *region, const zc_facts *facts, zc_day as_of,
                    const zc_record_options *options, zc_diagnostics *diag);

#endif
