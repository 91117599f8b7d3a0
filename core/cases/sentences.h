/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sentences of a region's documents, in sentences.tsv beside the plugin: where each stands, and
 * what carries it out or why nothing does. A line is
 *
 *     place TAB carriers TAB reason
 *
 * The place begins with the id of a document. Carriers are ids of rules, routes, conversions, unit
 * rows, prohibitions, effects and steps, names of parameters, `fact.NAME` for a derivation and
 * `counting_day`, with blanks between. The reason may be left out where there is a carrier. Lines
 * that are empty or begin with # say nothing.
 */
#ifndef ZC_CASES_SENTENCES_H
#define ZC_CASES_SENTENCES_H

#include "base/diagnostics.h"
#include "engine/region.h"

typedef struct zc_sentence_counts {
  uint32_t sentences;      /* lines that speak of one */
  uint32_t passed, failed; /* sentences; `failed` also counts documents in force without any */
} zc_sentence_counts;

/* Adds a line to `problems`, with file and line, for each sentence with neither carrier nor reason,
 * each carrier that the region does not have, each line that cannot be read, each place that is
 * there twice, and each document in force that has no sentence. `name` is the file's; `counts` is
 * set with ZC_OK. ZC_OK or ZC_NO_RESOURCE. */
zc_status zc_sentences_check(const zc_region *region, const char *name, const char *bytes,
                             size_t length, zc_buffer *problems, zc_sentence_counts *counts,
                             zc_diagnostics *diag);

#endif
