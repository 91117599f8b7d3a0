/* SPDX-License-Identifier: Apache-2.0 */
/* A page for people, as one HTML file or as Markdown. Text is given as it is to be read; the page
 * puts what its form needs around it. Links lead to anchors of the same page. Nothing fails but for
 * memory (out->failed). */
#ifndef ZC_BOOK_PAGE_H
#define ZC_BOOK_PAGE_H

#include "base/buffer.h"

typedef enum zc_page_form { ZC_PAGE_HTML = 0, ZC_PAGE_MARKDOWN } zc_page_form;

typedef struct zc_page {
  zc_buffer *out;
  zc_page_form form;
  uint32_t depth;   /* lists that are open */
  uint32_t columns; /* of the table that is open */
  int in_cell;      /* a cell has no lines of its own in Markdown */
} zc_page;

void zc_page_begin(zc_page *p, const char *title);
void zc_page_end(zc_page *p);

/* HTML: a part of the page with a class of the style sheet and, unless `kind` is NULL, the anchor
 * "<kind>-<id>". Markdown: the anchor alone. */
void zc_page_part_begin(zc_page *p, const char *tag, const char *style, const char *kind,
                        const char *id);
void zc_page_part_end(zc_page *p, const char *tag);

void zc_page_heading(zc_page *p, int level, const char *text); /* level from 1 */
void zc_page_paragraph_begin(zc_page *p, const char *style);
void zc_page_paragraph_end(zc_page *p);

void zc_page_text(zc_page *p, const char *text);
void zc_page_bytes(zc_page *p, const char *text, size_t length);
void zc_page_int(zc_page *p, int64_t value);
/* A name of the rules or of a file, in type of equal width. */
void zc_page_code(zc_page *p, const char *text);
void zc_page_strong(zc_page *p, const char *text);
/* A small label. */
void zc_page_tag(zc_page *p, const char *style, const char *text);
/* From `link_begin` to `link_end` all that is written leads to the anchor. */
void zc_page_link_begin(zc_page *p, const char *kind, const char *id);
void zc_page_link_end(zc_page *p, const char *kind, const char *id);

/* What something is called, and in the same line what it is; lists may stand in it. */
void zc_page_field_begin(zc_page *p, const char *name);
void zc_page_field_end(zc_page *p);

/* Folded on a screen until it is opened; Markdown has it open. */
void zc_page_fold_begin(zc_page *p, const char *title);
void zc_page_fold_end(zc_page *p);

/* Lists may stand in items of lists. */
void zc_page_list_begin(zc_page *p);
void zc_page_item_begin(zc_page *p);
void zc_page_item_end(zc_page *p);
void zc_page_list_end(zc_page *p);

/* A table with its headings, ended by NULL. */
void zc_page_table_begin(zc_page *p, const char *caption, const char *const *headings);
void zc_page_row_begin(zc_page *p);
void zc_page_cell_begin(zc_page *p);
void zc_page_cell_end(zc_page *p);
void zc_page_row_end(zc_page *p);
void zc_page_table_end(zc_page *p);

/* The style sheet of all pages, in pieces, ended by NULL. */
extern const char *const zc_page_style[];

#endif
