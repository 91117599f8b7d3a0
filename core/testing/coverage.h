/* SPDX-License-Identifier: Apache-2.0 */
/* Which kinds of cases each rule has, and which it lacks. */
#ifndef ZC_TESTING_COVERAGE_H
#define ZC_TESTING_COVERAGE_H

#include "cases/case.h"

typedef struct zc_coverage zc_coverage;
zc_coverage *zc_coverage_new(const zc_region *region); /* NULL: out of memory */
void zc_coverage_free(zc_coverage *coverage);
/* Remembers what a case shows: of its own rule and of the findings that it expects. */
void zc_coverage_add(zc_coverage *coverage, const zc_case *c);
/* Reads an [exempt] section: `exempt.<rule> = kind kind: reason`. */
zc_status zc_coverage_exempt(zc_coverage *coverage, const zc_section *section,
                             zc_diagnostics *diag);
/* Writes a line for each rule that lacks a kind of case, or is exempt from one that a case shows
 * (only `rule`, unless NULL); returns how many lines. `kinds` and `shown`: how many kinds are
 * needed, and how many are shown. */
uint32_t zc_coverage_report(const zc_coverage *coverage, const char *rule, zc_lang lang,
                            zc_buffer *out, uint32_t *kinds, uint32_t *shown);

#endif
