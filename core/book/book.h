/* SPDX-License-Identifier: Apache-2.0 */
/* The rule book of a region, in Chinese: every clause with its rules in words, the routes, what a
 * title is worth, the calendar, parameters with their sources, and the cases as examples. One page
 * whose parts lead to each other. */
#ifndef ZC_BOOK_BOOK_H
#define ZC_BOOK_BOOK_H

#include "book/page.h"
#include "engine/region.h"
#include "facts/ini.h"

/* A case as an example. Everything it points to outlives the writing. */
typedef struct zc_book_case {
  const char *id, *title;
  const char *rule; /* that it is about, or NULL */
  zc_question question;
  zc_day as_of;
  int32_t year; /* calendar */
  int strict;
  const zc_ini_entry *entries; /* facts and expectations: "fact.series", "verdict", ... */
  uint32_t entry_count;
} zc_book_case;

/* Adds the whole page to `out`; fails but for memory never (out->failed). */
void zc_book_write(zc_buffer *out, const zc_region *region, zc_page_form form,
                   const zc_book_case *cases, uint32_t case_count);

#endif
