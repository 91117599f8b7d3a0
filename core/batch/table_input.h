/* SPDX-License-Identifier: Apache-2.0 */
/* How the headings of a file are found, and rows of a table as chunks of CSV. */
#ifndef ZC_BATCH_TABLE_INPUT_H
#define ZC_BATCH_TABLE_INPUT_H

#include "batch/input.h"

/* As zc_input_next: the next rows of input->source, with one field more than there are headings:
 * the row's number and what is wrong with its cells (office/cell_text.h). */
zc_status zc_input_next_table(zc_input *input, zc_batch_job *job, zc_diagnostics *diag);

/* Room for a chunk of so many bytes. */
zc_status zc_input_make_room(zc_batch_job *job, size_t length, zc_diagnostics *diag);
/* The first rows of the text, at most ZC_HEADING_ROWS, as far as they lie within ZC_ROW_LIMIT. */
zc_status zc_input_first_rows(zc_input *input, zc_csv_piece *piece, zc_diagnostics *diag);

#endif
