/* SPDX-License-Identifier: Apache-2.0 */
/* A workbook that is written row by row, in memory that does not grow with it. Text stays text:
 * nothing becomes a formula, a number or a link. */
#ifndef ZC_OFFICE_WORKBOOK_WRITER_H
#define ZC_OFFICE_WORKBOOK_WRITER_H

#include "base/output.h"
#include "office/table_source.h"

typedef struct zc_workbook_writer zc_workbook_writer;

/* The colour behind a cell. */
typedef enum zc_cell_colour {
  ZC_COLOUR_NONE = 0,
  ZC_COLOUR_GREEN,
  ZC_COLOUR_RED,
  ZC_COLOUR_YELLOW,
  ZC_COLOUR_COUNT
} zc_cell_colour;

/* ZC_OK, or ZC_NO_RESOURCE, reported. Closed by zc_workbook_writer_free in any case. */
zc_status zc_workbook_writer_new(zc_workbook_writer **writer, zc_diagnostics *diag);
void zc_workbook_writer_free(zc_workbook_writer *writer); /* NULL is fine */

/* Adds a sheet, whose number is *sheet. Of its headings, which live as long as the writer, a bold
 * row is made that stays in sight and filters; with no headings there is none. A sheet that is full
 * goes on in a further one named NAME2. */
zc_status zc_workbook_writer_sheet(zc_workbook_writer *writer, const char *name,
                                   const char *const *headings, uint32_t count, uint32_t *sheet,
                                   zc_diagnostics *diag);

/* Puts a cell at the end of the sheet's row; an empty one leaves its place free. Errors are
 * remembered for zc_workbook_writer_row. */
void zc_workbook_writer_cell(zc_workbook_writer *writer, uint32_t sheet, const zc_cell *cell);
void zc_workbook_writer_text(zc_workbook_writer *writer, uint32_t sheet, const char *text,
                             size_t length, zc_cell_colour colour);
void zc_workbook_writer_number(zc_workbook_writer *writer, uint32_t sheet, double number);
/* Ends the sheet's row. */
zc_status zc_workbook_writer_row(zc_workbook_writer *writer, uint32_t sheet, zc_diagnostics *diag);

/* Writes the workbook to `output`, which is open. */
zc_status zc_workbook_writer_finish(zc_workbook_writer *writer, zc_output *output,
                                    zc_diagnostics *diag);
/* Texts that were longer than a cell takes (32,767 characters) and were cut. */
uint64_t zc_workbook_writer_cut(const zc_workbook_writer *writer);

#endif
