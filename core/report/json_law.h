/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the JSON contract that come from tables alone: clauses, citations, texts. */
#ifndef ZC_REPORT_JSON_LAW_H
#define ZC_REPORT_JSON_LAW_H

#include "base/buffer.h"
#include "engine/region.h"

/* ["gx.early"] */
void zc_json_clauses(zc_buffer *b, const zc_law *law);
/* [{"document": ..., "number": ..., "clause": ...}]: one for each clause, then one with an empty
 * clause for each document that a clause refers to besides its own. */
void zc_json_cites(zc_buffer *b, const zc_law *law);
/* {"zh": ..., "en": ...}; "en" is left out where there is none. */
void zc_json_text(zc_buffer *b, const char *zh, const char *en);
/* ["gx-2020-88"] */
void zc_json_edition(zc_buffer *b, const zc_document *const *edition, uint32_t count);

/* The document of a clause, or NULL. */
const zc_document *zc_law_document(const zc_law *law, const zc_clause *clause);
/* Whether a document is cited only because a clause of another one refers to it. */
int zc_law_refers_only(const zc_law *law, const zc_document *document);

#endif
