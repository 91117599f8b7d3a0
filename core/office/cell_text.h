/* SPDX-License-Identifier: Apache-2.0 */
/* Cells of a workbook as text that means the same, and what is wrong with those that have none. */
#ifndef ZC_OFFICE_CELL_TEXT_H
#define ZC_OFFICE_CELL_TEXT_H

#include "office/heading.h"

typedef enum zc_cell_fault {
  ZC_CELL_FINE = 0,
  ZC_CELL_HAS_ERROR = 'E',     /* #N/A, #REF! */
  ZC_CELL_HAS_NO_RESULT = 'N', /* a formula that was never calculated */
  ZC_CELL_IS_ROUNDED = 'D',    /* 2016.1 as a number: January or October? */
  ZC_CELL_LOST_DIGITS = 'L',   /* an id of more than 15 digits as a number */
  ZC_CELL_ROW_IS_BROKEN = 'Q'  /* of text: the cells of the row cannot be told apart */
} zc_cell_fault;

/* Adds the text of a cell under a heading: a number under a date as the day or month that it stands
 * for. `source` has the date system. */
zc_cell_fault zc_cell_put(zc_buffer *out, const zc_cell *cell, const zc_heading *heading,
                          const zc_vocabulary *v, const zc_table_source *source);

/* A row's number and the faults of its cells as one text, "17 4E 7D", and back: each fault is told.
 * ZC_OK where there is none, else ZC_BAD_INPUT. */
void zc_cell_fault_put(zc_buffer *out, uint32_t column, zc_cell_fault fault);
zc_status zc_cell_fault_tell(const zc_headings *headings, zc_plain text, zc_diagnostics *diag);

#endif
