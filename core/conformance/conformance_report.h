/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of one plugin found, for people and for programs. */
#ifndef ZC_CONFORMANCE_CONFORMANCE_REPORT_H
#define ZC_CONFORMANCE_CONFORMANCE_REPORT_H

#include "conformance/conformance.h"

typedef struct zc_conformance_report {
  const zc_subject *subject;
  zc_conformance_result *results;
  uint32_t counts[ZC_SKIPPED + 1]; /* by outcome */
  zc_file_info info;               /* of a file that the first tests let pass; else empty */
} zc_conformance_report;

/* Runs all tests of the subject. ZC_NO_RESOURCE and ZC_BAD_PLUGIN as zc_conformance_run.
 * zc_conformance_report_free in any case. */
zc_status zc_conformance_report_make(zc_conformance_report *report, const zc_subject *subject,
                                     zc_diagnostics *diag);
void zc_conformance_report_free(zc_conformance_report *report);

void zc_text_conformance(zc_buffer *out, const zc_conformance_report *report);
/* One object; the same in every language but for the messages. */
void zc_json_conformance(zc_buffer *out, const zc_conformance_report *report);

#endif
