/* SPDX-License-Identifier: Apache-2.0 */
/* An .xls workbook (BIFF8): what it says of itself, and the rows of a sheet. */
#ifndef ZC_OFFICE_XLS_BOOK_H
#define ZC_OFFICE_XLS_BOOK_H

#include "base/memory.h"
#include "office/biff.h"
#include "office/number_format.h"
#include "office/row_queue.h"

enum { ZC_XLS_ROWS = 65536, ZC_XLS_SHEETS = 1024 };

typedef struct zc_xls_book {
  zc_compound stream;
  zc_biff *biff;
  zc_arena arena;
  int has_1904_days;
  zc_table_sheet *sheets;
  uint64_t *places; /* by sheet: of its first record; 0: no sheet of cells */
  uint32_t sheet_count;
  uint16_t *styles; /* by style: number of its format */
  uint32_t style_count;
  zc_number_format *formats; /* by number, those that are declared */
  uint8_t *is_declared;
  zc_string_pool strings;
} zc_xls_book;

/* Reads all that stands before the sheets. zc_xls_book_close in any case. */
zc_status zc_xls_book_open(zc_xls_book *book, zc_office_file *file, zc_diagnostics *diag);
void zc_xls_book_close(zc_xls_book *book);
zc_number_format zc_xls_format(const zc_xls_book *book, uint32_t style);

/* What stands behind the rows of a sheet, or is to be known before them: merges and hidden columns
 * go to the queue; `hidden` (a bit for each of ZC_XLS_ROWS) and is_filled of the sheet are set.
 * `queue` and `hidden` may be NULL. */
zc_status zc_xls_survey(zc_xls_book *book, uint32_t sheet, zc_row_queue *queue, uint8_t *hidden,
                        zc_diagnostics *diag);

/* The rows of a sheet. */
typedef struct zc_xls_rows {
  zc_xls_book *book;
  zc_row_queue *queue;
  const uint8_t *hidden;
  zc_buffer text;
  uint32_t row;         /* from 1; 0: none yet */
  uint32_t next_column; /* at which the next cell may stand at the earliest */
  int is_finished;
} zc_xls_rows;

zc_status zc_xls_rows_open(zc_xls_rows *rows, zc_xls_book *book, uint32_t sheet,
                           zc_row_queue *queue, const uint8_t *hidden, zc_diagnostics *diag);
void zc_xls_rows_close(zc_xls_rows *rows);
/* Reads some more into the queue. */
zc_status zc_xls_rows_step(zc_xls_rows *rows, zc_diagnostics *diag);

#endif
