/* SPDX-License-Identifier: Apache-2.0 */
/* A ruling as cells for people. */
#ifndef ZC_BATCH_ANSWER_CELLS_H
#define ZC_BATCH_ANSWER_CELLS_H

#include "report/ruling.h"

/* Conclusion, route, clauses not met (of somebody eligible none), what is still to provide, what it
 * is based on, digest of the rules: each ends with a NUL. */
void zc_answer_cells(zc_buffer *out, const zc_ruling *ruling, zc_lang lang);
/* The number and title of a document of the region. */
void zc_answer_document(zc_buffer *out, const zc_region *region, uint32_t document, zc_lang lang);
/* That a fact is missing, by its label. */
void zc_answer_fact(zc_buffer *out, const zc_region *region, uint32_t fact, zc_lang lang);

#endif
