/* SPDX-License-Identifier: Apache-2.0 */
/* What a batch says of one row, its id apart: an answer to `assess` as bits. Many rows have the
 * same, so it is written once and copied. */
#ifndef ZC_REPORT_RULING_H
#define ZC_REPORT_RULING_H

#include "base/buffer.h"
#include "engine/answer.h"

enum { ZC_RULING_STATES = ZC_NOT_APPLICABLE + 1 };

typedef struct zc_ruling {
  const zc_region *region;
  zc_verdict verdict;
  const zc_compiled_rule *route; /* NULL unless eligible */
  int base_track;                /* state of the engine's own finding; -1: it is not listed */
  int no_edition;                /* its finding is listed */
  int missing_exact;
  const uint64_t *states[ZC_RULING_STATES]; /* a bit a rule; NULL: not asked for, but for unmet */
  const uint64_t *missing;                  /* a bit a fact */
} zc_ruling;

/* The fields of a ruling, and the names of their columns or members in the same order. */
typedef enum zc_ruling_part {
  ZC_RULING_VERDICT,
  ZC_RULING_MODE,
  ZC_RULING_ROUTE,
  ZC_RULING_UNMET,
  ZC_RULING_MISSING,
  ZC_RULING_DIGEST,
  ZC_RULING_FINDINGS, /* with --explain only */
  ZC_RULING_COUNT = ZC_RULING_FINDINGS,
  ZC_RULING_COUNT_EXPLAINED
} zc_ruling_part;
#define ZC_RULING_NAMES "verdict", "mode", "route", "unmet", "missing", "digest", "findings"

/* One field. Lists are separated by blanks: rule ids; fact names, and a last "..." where they are
 * not exact; findings as rule=state. */
void zc_ruling_field(zc_buffer *out, const zc_ruling *ruling, zc_ruling_part part);
/* Fields 0 to `fields` - 1 as the end of a row of CSV, with a comma before each and a line's end
 * behind the last. */
void zc_ruling_csv(zc_buffer *out, const zc_ruling *ruling, uint32_t fields);
/* Members of a JSON object up to digest, without its brackets: lists are arrays, and missing_exact
 * stands behind missing. */
void zc_ruling_json(zc_buffer *out, const zc_ruling *ruling);

#endif
