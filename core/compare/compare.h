/* SPDX-License-Identifier: Apache-2.0 */
/* One person in every region and track that is there, side by side. */
#ifndef ZC_COMPARE_COMPARE_H
#define ZC_COMPARE_COMPARE_H

#include "facts/shared_person.h"
#include "host/host.h"

/* How a person is asked about in several regions, and how the answer is written. */
typedef struct zc_compare_options {
  zc_day as_of;
  int strict;
  int json; /* else text in `lang` */
  zc_lang lang;
} zc_compare_options;

/* Asks in each region that was loaded, with `track` set to each of its tracks in turn, and adds the
 * answers to `out`. The regions' digests are there (zc_host_digest). Facts that contradict one
 * another are reported. */
zc_status zc_compare(zc_buffer *out, const zc_host *host, const zc_shared_person *person,
                     const zc_compare_options *options, zc_diagnostics *diag);

#endif
