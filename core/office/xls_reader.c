/* SPDX-License-Identifier: Apache-2.0 */
/* An .xls workbook as a table reader: which sheet, and its rows one by one. */
#include "base/memory.h"
#include "office/sheet_choice.h"
#include "office/xls_book.h"

typedef struct xls_reader {
  zc_table_reader base;
  zc_xls_book book;
  zc_xls_rows rows;
  zc_row_queue queue;
  uint8_t hidden[ZC_XLS_ROWS / 8];
} xls_reader;

static zc_status next(zc_table_reader *reader, const zc_table_row **row, zc_diagnostics *diag) {
  xls_reader *r = (xls_reader *)reader;
  for (;;) {
    zc_status status = zc_row_queue_take(&r->queue, row, diag);
    r->base.hidden_columns = r->queue.hidden_count;
    if (status != ZC_OK || *row || r->rows.is_finished)
      return status;
    zc_row_queue_compact(&r->queue);
    status = zc_xls_rows_step(&r->rows, diag);
    if (status != ZC_OK)
      return status;
  }
}

static uint64_t progress(const zc_table_reader *reader) {
  const xls_reader *r = (const xls_reader *)reader;
  return r->rows.is_finished ? r->book.stream.size : r->book.biff->at;
}

static void close_reader(zc_table_reader *reader) {
  xls_reader *r = (xls_reader *)reader;
  zc_xls_rows_close(&r->rows);
  zc_row_queue_free(&r->queue);
  zc_xls_book_close(&r->book);
  zc_free(r);
}

static zc_status find_filled(zc_xls_book *book, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; status == ZC_OK && i < book->sheet_count; i++)
    if (book->sheets[i].is_visible)
      status = zc_xls_survey(book, i, NULL, NULL, diag);
  return status;
}

static zc_status open_sheet(xls_reader *r, uint32_t sheet, zc_diagnostics *diag) {
  zc_xls_book *book = &r->book;
  zc_status status = zc_xls_survey(book, sheet, &r->queue, r->hidden, diag);
  if (status == ZC_OK)
    status = zc_xls_rows_open(&r->rows, book, sheet, &r->queue, r->hidden, diag);
  r->queue.strings = &book->strings;
  r->base.has_1904_days = book->has_1904_days;
  r->base.about = (zc_table_about){.sheet = book->sheets[sheet].name,
                                   .sheets = book->sheets,
                                   .sheet_count = book->sheet_count,
                                   .merges = r->queue.spread.merges,
                                   .merge_count = r->queue.spread.count};
  return status;
}

zc_status zc_xls_reader_open(zc_table_reader **reader, zc_office_file *file,
                             const zc_table_options *options, zc_diagnostics *diag) {
  xls_reader *r = zc_calloc(1, sizeof *r);
  uint32_t sheet = 0;
  if (!r)
    return zc_report_memory(diag);
  r->base = (zc_table_reader){.next = next, .progress = progress, .close = close_reader};
  *reader = &r->base;
  zc_status status = zc_xls_book_open(&r->book, file, diag);
  if (status == ZC_OK)
    status = find_filled(&r->book, diag);
  if (status == ZC_OK)
    status = zc_sheet_choose(r->book.sheets, r->book.sheet_count, file->name, options->sheet,
                             &sheet, diag);
  return status == ZC_OK ? open_sheet(r, sheet, diag) : status;
}
