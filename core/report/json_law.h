/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the JSON contract that come from tables alone: clauses, citations, texts. */
#ifndef ZC_REPORT_JSON_LAW_H
#define ZC_REPORT_JSON_LAW_H

#include "base/buffer.h"
#include "engine/answer.h"

/* ["gx.early"] */
void zc_json_clauses(zc_buffer *b, const zc_law *law);
/* {"document": ..., "number": ..., "clause": ...} */
void zc_json_cite(zc_buffer *b, const zc_cite *cite);
/* [{"document": ..., ...}]: what the answer (NULL: any) cites of them. */
void zc_json_cites(zc_buffer *b, const zc_law *law, const zc_answer *answer);
/* {"zh": ..., "en": ...}; "en" is left out where there is none. */
void zc_json_text(zc_buffer *b, const char *zh, const char *en);
/* ["gx-2020-88"] */
void zc_json_edition(zc_buffer *b, const zc_document *const *edition, uint32_t count);

#endif
