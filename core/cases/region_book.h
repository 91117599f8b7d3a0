/* SPDX-License-Identifier: Apache-2.0 */
/* The rule book of a region, with the cases beside its plugin as examples. */
#ifndef ZC_CASES_REGION_BOOK_H
#define ZC_CASES_REGION_BOOK_H

#include "base/diagnostics.h"
#include "book/book.h"

/* Adds the page to `out`. `plugins`: directory of the plugins; where no cases lie beside the
 * plugin, the book has none. Cases that cannot be read are reported. */
zc_status zc_region_book(zc_buffer *out, const zc_region *region, const char *plugins,
                         zc_page_form form, zc_diagnostics *diag);

#endif
