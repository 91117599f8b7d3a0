/* SPDX-License-Identifier: Apache-2.0 */
/* What cases show of the conditions inside rules, for people, machines and browsers. */
#ifndef ZC_TESTING_CONDITIONS_REPORT_H
#define ZC_TESTING_CONDITIONS_REPORT_H

#include "testing/conditions.h"

/* Things asked for, shown, and impossible; a condition may be asked for up to five. */
typedef struct zc_conditions_sum {
  uint32_t conditions, shown, impossible, lacking;
} zc_conditions_sum;

/* All of the rows, or of those with the id `rule` (not NULL). */
zc_conditions_sum zc_conditions_count(const zc_conditions *c, const char *rule);
/* A line for each condition that lacks something, then the sum. */
void zc_conditions_text(const zc_conditions *c, const char *rule, zc_lang lang, zc_buffer *out);
/* The members of a JSON object: "region": ..., "conditions": [...], "sum": {...}. */
void zc_conditions_json(const zc_conditions *c, const char *rule, zc_buffer *out);
/* The part of a region in the page; the page's head and foot stand around those of all regions. */
void zc_conditions_html(const zc_conditions *c, const char *rule, zc_lang lang, zc_buffer *out);
void zc_conditions_html_head(zc_lang lang, zc_buffer *out);
void zc_conditions_html_foot(zc_buffer *out);

#endif
