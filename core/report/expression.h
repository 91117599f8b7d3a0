/* SPDX-License-Identifier: Apache-2.0 */
/* One expression of the rule language, tried: its value, and the facts that it reads. */
#ifndef ZC_REPORT_EXPRESSION_H
#define ZC_REPORT_EXPRESSION_H

#include "engine/region.h"
#include "facts/facts.h"

typedef struct zc_expression {
  const zc_vocabulary *vocabulary;
  zc_region *region; /* or NULL */
  zc_program own;    /* without a region */
  zc_node_id node;
  zc_type type;
  zc_unit unit;
  int32_t enumeration;
} zc_expression;

/* What an expression is asked about. */
typedef struct zc_expression_question {
  const zc_facts *facts; /* as given, in the vocabulary of the expression */
  zc_day as_of;
  int strict;
  zc_lang lang;
} zc_expression_question;

/* Compiles into the region's own program, which grows by it, so that names mean what they mean in
 * its rules. `region` NULL: over the facts as given, in the shared vocabulary `v`. Every error is
 * reported. zc_expression_free in any case. */
zc_status zc_expression_compile(zc_expression *e, zc_region *region, const zc_vocabulary *v,
                                const char *text, zc_diagnostics *diag);
void zc_expression_free(zc_expression *e);

/* Adds the value, then a line for each fact behind it, as rules read it. */
zc_status zc_expression_try(zc_buffer *out, const zc_expression *e,
                            const zc_expression_question *question, zc_diagnostics *diag);

#endif
