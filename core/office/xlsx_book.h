/* SPDX-License-Identifier: Apache-2.0 */
/* What a workbook (XLSX) says of itself before its rows: sheets, date system, number formats, and
 * where its parts are. */
#ifndef ZC_OFFICE_XLSX_BOOK_H
#define ZC_OFFICE_XLSX_BOOK_H

#include "base/memory.h"
#include "office/number_format.h"
#include "office/package.h"
#include "office/string_pool.h"
#include "office/table_source.h"

enum {
  ZC_MOST_SHEETS = 4096,
  ZC_CELL_LIMIT = 1 << 20 /* bytes of a text; the format says less */
};

typedef struct zc_xlsx_sheet {
  const char *relation; /* r:id */
  int64_t part;         /* -1: no sheet of cells, or none that is there */
} zc_xlsx_sheet;

typedef struct zc_xlsx_book {
  zc_package package;
  zc_arena arena;
  int has_1904_days;
  zc_table_sheet *sheets; /* is_filled is not set */
  zc_xlsx_sheet *places;  /* by sheet */
  uint32_t sheet_count;
  int64_t strings_part, styles_part; /* -1: none */
  zc_number_format *formats;         /* by the style of a cell */
  uint32_t format_count;
  zc_string_pool strings;
} zc_xlsx_book;

/* Reads all but the shared strings. zc_xlsx_book_close in any case. */
zc_status zc_xlsx_book_open(zc_xlsx_book *book, zc_office_file *file, zc_diagnostics *diag);
void zc_xlsx_book_close(zc_xlsx_book *book);

/* The parts of it, each in a file of its own. */
zc_status zc_xlsx_read_styles(zc_xlsx_book *book, zc_diagnostics *diag);
zc_status zc_xlsx_read_strings(zc_xlsx_book *book, zc_diagnostics *diag);

/* Adds a text of a cell to `out`, with its _x000D_ as the character they stand for. */
void zc_xlsx_add_text(zc_buffer *out, const char *text, size_t length);

#endif
