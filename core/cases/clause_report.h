/* SPDX-License-Identifier: Apache-2.0 */
/* Each clause of the documents of one region after another: what carries it out and which cases
 * exercise it, or what lacks. */
#ifndef ZC_CASES_CLAUSE_REPORT_H
#define ZC_CASES_CLAUSE_REPORT_H

#include "cases/sentences.h"

typedef enum zc_clause_form { ZC_CLAUSES_TEXT, ZC_CLAUSES_JSON, ZC_CLAUSES_LACKING } zc_clause_form;

/* Zeroed but for the first four. */
typedef struct zc_clause_report {
  zc_clause_form form;
  zc_lang lang;
  const char *plugins; /* directory of the plugins, beside which cases and sentences are */
  zc_diagnostics *diag;
  zc_buffer out;
  uint32_t listed; /* clauses */
  uint32_t gaps;   /* ZC_CLAUSES_LACKING: clauses that lack something */
  uint32_t empty;  /* ZC_CLAUSES_LACKING: regions without a clause */
  zc_sentence_counts sentences;
} zc_clause_report;

/* Adds a region; all errors are reported. */
zc_status zc_clause_report_add(zc_clause_report *report, const zc_region *region);
/* Behind the last one. */
void zc_clause_report_end(zc_clause_report *report);
void zc_clause_report_free(zc_clause_report *report);

#endif
