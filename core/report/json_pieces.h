/* SPDX-License-Identifier: Apache-2.0 */
/* The pool of a writer's pieces while it is being put together. */
#ifndef ZC_REPORT_JSON_PIECES_H
#define ZC_REPORT_JSON_PIECES_H

#include "report/json_writer.h"

/* The pool grows while pieces are added; offsets stay right. */
typedef struct zc_pieces {
  zc_json_writer *writer;
  zc_buffer pool; /* written to like any buffer; what was written becomes a piece when it is cut */
  size_t start;   /* of the piece that is being written */
  int failed;
} zc_pieces;

zc_piece zc_pieces_cut(zc_pieces *p);
/* Adds the text and cuts. */
zc_piece zc_pieces_text(zc_pieces *p, const char *text);
/* Zeroed memory of the writer; NULL: out of memory, which is kept in p->failed. */
void *zc_pieces_take(zc_pieces *p, size_t count, size_t size);

/* Which value an item shows. */
void zc_json_item_set(const zc_json_writer *w, zc_json_item *item, uint32_t fact);

/* What does not belong to one row: words, facts, documents, opening, outcomes, closing. */
void zc_pieces_frame(zc_pieces *p);

#endif
