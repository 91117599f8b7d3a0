/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the two halves of a condition in words: values, and the sentences made of them. */
#ifndef ZC_BOOK_PROSE_TERM_H
#define ZC_BOOK_PROSE_TERM_H

#include "base/assert.h"
#include "book/prose.h"
#include "language/outline.h"

struct zc_prose {
  zc_page *page;
  const zc_region *region;
  zc_names names;
  zc_outline outline;
};

static inline const zc_part *zc_prose_part(const zc_prose *s, zc_part_id id) {
  ZC_ASSERT(id < s->outline.c.tree.count);
  return &s->outline.c.tree.parts[id];
}

static inline const char *zc_prose_source(const zc_prose *s, const zc_part *part) {
  return s->outline.c.complaint.text + part->at;
}

static inline void zc_prose_put(zc_prose *s, const char *text) {
  zc_page_text(s->page, text);
}

/* The value of an expression (prose_term.c). */
void zc_prose_term(zc_prose *s, zc_part_id id);
/* The same as zc_prose_settled for the name of a parameter, with its keys. */
int zc_prose_has_value(const zc_prose *s, const zc_part *part);
/* A condition as one sentence, or its contrary (prose.c). */
void zc_prose_sentence(zc_prose *s, zc_part_id id, int negated);

#endif
