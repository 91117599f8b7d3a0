/* SPDX-License-Identifier: Apache-2.0 */
/* A sheet of a workbook (XLSX): its XML into rows of a queue, some at a time. */
#ifndef ZC_OFFICE_XLSX_SHEET_H
#define ZC_OFFICE_XLSX_SHEET_H

#include "office/row_queue.h"
#include "office/xlsx_book.h"
#include "office/xml.h"

typedef struct zc_xlsx_rows {
  zc_xml xml;
  zc_xlsx_book *book;
  const char *sheet; /* its name, for messages */
  zc_row_queue *queue;
  zc_buffer value, text; /* of the cell in hand: as it stands; without its escapes */
  uint32_t row;          /* number of the row in hand, or of the last one */
  uint32_t next_column;  /* at which the next cell may stand at the earliest */
  int in_data, in_row, in_cell, in_phonetic;
  int takes_text; /* what is read now belongs to the value */
  /* Of the cell in hand. */
  uint32_t column, style;
  char type; /* s, n, b, e, d, i (inline) or f (text of a formula) */
  int has_formula;
} zc_xlsx_rows;

/* Opens sheet number `sheet`. zc_xlsx_rows_close in any case. */
zc_status zc_xlsx_rows_open(zc_xlsx_rows *rows, zc_xlsx_book *book, uint32_t sheet,
                            zc_row_queue *queue, zc_diagnostics *diag);
void zc_xlsx_rows_close(zc_xlsx_rows *rows);
/* Reads some more into the queue; rows->xml.is_finished: there is no more. */
zc_status zc_xlsx_rows_step(zc_xlsx_rows *rows, zc_diagnostics *diag);

/* Whether a sheet has a cell that is not empty: it is read up to the first one. */
zc_status zc_xlsx_is_filled(zc_xlsx_book *book, uint32_t sheet, int *is_filled,
                            zc_diagnostics *diag);
/* The merges of a sheet, which stand behind its rows: the part is unpacked, but only what follows
 * the rows is looked at. */
zc_status zc_xlsx_read_merges(zc_xlsx_book *book, uint32_t sheet, zc_spread *spread,
                              zc_diagnostics *diag);

#endif
