/* SPDX-License-Identifier: Apache-2.0 */
/* All cases of a region, read once and kept with their facts, to be asked again and again. */
#ifndef ZC_CASES_CASE_BOOK_H
#define ZC_CASES_CASE_BOOK_H

#include "cases/case.h"

typedef struct zc_stored_case {
  zc_case c; /* its strings and entries are the book's */
  zc_facts facts;
} zc_stored_case;

typedef struct zc_case_book {
  const zc_region *region;
  zc_stored_case *cases;
  uint32_t count, capacity;
  zc_arena arena;
} zc_case_book;

/* Reads a folder of cases. Cases that cannot be read are reported and left out; the status is then
 * ZC_BAD_INPUT. Freed by the caller in any case. */
zc_status zc_case_book_read(zc_case_book *book, const zc_region *region, const char *folder,
                            zc_diagnostics *diag);
/* Adds the cases of a text. */
zc_status zc_case_book_add(zc_case_book *book, const char *name, const char *text,
                           zc_diagnostics *diag);
void zc_case_book_free(zc_case_book *book);

/* Whether the region that `ws` belongs to answers the case as it expects. The region has the
 * vocabulary of the book's. 0: it does not, or cannot answer. */
int zc_stored_case_holds(const zc_stored_case *kept, zc_workspace *ws, const zc_region *region);

#endif
