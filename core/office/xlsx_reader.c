/* SPDX-License-Identifier: Apache-2.0 */
/* A workbook (XLSX) as a table reader: which sheet, and its rows one by one. */
#include "base/memory.h"
#include "office/sheet_choice.h"
#include "office/xlsx_sheet.h"

typedef struct xlsx_reader {
  zc_table_reader base;
  zc_xlsx_book book;
  zc_xlsx_rows rows;
  zc_row_queue queue;
} xlsx_reader;

static zc_status next(zc_table_reader *reader, const zc_table_row **row, zc_diagnostics *diag) {
  xlsx_reader *r = (xlsx_reader *)reader;
  for (;;) {
    zc_status status = zc_row_queue_take(&r->queue, row, diag);
    r->base.hidden_columns = r->queue.hidden_count;
    if (status != ZC_OK || *row || r->rows.xml.is_finished)
      return status;
    zc_row_queue_compact(&r->queue);
    status = zc_xlsx_rows_step(&r->rows, diag);
    if (status != ZC_OK)
      return status;
  }
}

static uint64_t progress(const zc_table_reader *reader) {
  const xlsx_reader *r = (const xlsx_reader *)reader;
  const zc_package_part *part = &r->rows.xml.part;
  double share = part->size > 0 ? (double)part->bytes_read / (double)part->size : 1;
  return (uint64_t)((double)r->book.package.size * share);
}

static void close_reader(zc_table_reader *reader) {
  xlsx_reader *r = (xlsx_reader *)reader;
  zc_xlsx_rows_close(&r->rows);
  zc_row_queue_free(&r->queue);
  zc_xlsx_book_close(&r->book);
  zc_free(r);
}

/* Which of the visible sheets are filled. */
static zc_status find_filled(zc_xlsx_book *book, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; status == ZC_OK && i < book->sheet_count; i++)
    if (book->sheets[i].is_visible)
      status = zc_xlsx_is_filled(book, i, &book->sheets[i].is_filled, diag);
  return status;
}

static zc_status open_sheet(xlsx_reader *r, uint32_t sheet, zc_diagnostics *diag) {
  zc_xlsx_book *book = &r->book;
  zc_table_about *about = &r->base.about;
  zc_status status = zc_xlsx_read_merges(book, sheet, &r->queue.spread, diag);
  if (status == ZC_OK)
    status = zc_xlsx_read_strings(book, diag);
  if (status == ZC_OK)
    status = zc_xlsx_rows_open(&r->rows, book, sheet, &r->queue, diag);
  r->queue.strings = &book->strings;
  r->base.has_1904_days = book->has_1904_days;
  *about = (zc_table_about){.sheet = book->sheets[sheet].name,
                            .sheets = book->sheets,
                            .sheet_count = book->sheet_count,
                            .merges = r->queue.spread.merges,
                            .merge_count = r->queue.spread.count};
  return status;
}

zc_status zc_xlsx_reader_open(zc_table_reader **reader, zc_office_file *file,
                              const zc_table_options *options, zc_diagnostics *diag) {
  xlsx_reader *r = zc_calloc(1, sizeof *r);
  uint32_t sheet = 0;
  if (!r)
    return zc_report_memory(diag);
  r->base = (zc_table_reader){.next = next, .progress = progress, .close = close_reader};
  *reader = &r->base;
  zc_status status = zc_xlsx_book_open(&r->book, file, diag);
  if (status == ZC_OK)
    status = find_filled(&r->book, diag);
  if (status == ZC_OK)
    status = zc_sheet_choose(r->book.sheets, r->book.sheet_count, file->name, options->sheet,
                             &sheet, diag);
  if (status == ZC_OK && r->book.places[sheet].part < 0)
    status = zc_package_damaged(&r->book.package, r->book.sheets[sheet].name, diag);
  return status == ZC_OK ? open_sheet(r, sheet, diag) : status;
}
