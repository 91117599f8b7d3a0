/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of a workbook between being read, some at a time, and being handed out one by one with their
 * merges, shared strings and hidden columns. */
#ifndef ZC_OFFICE_ROW_QUEUE_H
#define ZC_OFFICE_ROW_QUEUE_H

#include "office/spread.h"
#include "office/string_pool.h"
#include "office/table_reader.h"

/* A cell as it was read. */
typedef struct zc_raw_cell {
  uint32_t column;
  uint32_t at, length; /* its text in zc_row_queue.text; of a shared string `at` is its number */
  zc_day day;
  uint8_t kind; /* zc_cell_kind */
  int8_t decimals;
  uint8_t is_shared;
} zc_raw_cell;

typedef struct zc_row_queue {
  struct zc_raw_row *rows;
  uint32_t row_count, row_room, row_taken;
  zc_raw_cell *cells;
  uint32_t cell_count, cell_room;
  zc_buffer text;
  size_t row_bytes; /* of the row that is being read */
  int lacks_memory;
  /* Of handing out. */
  zc_string_pool *strings; /* may be NULL */
  zc_spread spread;
  uint8_t *hidden;       /* by column: 1 hidden, 2 hidden and counted; NULL: none is */
  uint32_t hidden_count; /* hidden columns in which something stood so far */
  zc_cell *dense;
  zc_buffer row_text;
  zc_table_row row;
} zc_row_queue;

void zc_row_queue_free(zc_row_queue *queue);

/* A column and those up to `last` are hidden. 0, or -1: out of memory. */
int zc_row_queue_hide(zc_row_queue *queue, uint32_t first, uint32_t last);

/* A row and its cells by ascending columns; a row without cells is none. What runs out of memory is
 * remembered. */
void zc_row_queue_begin(zc_row_queue *queue, uint32_t number, int is_hidden);
void zc_row_queue_add(zc_row_queue *queue, zc_raw_cell cell);
/* The same of a cell whose text is to be put behind the others. */
void zc_row_queue_put(zc_row_queue *queue, zc_raw_cell cell, const char *text, size_t length);
void zc_row_queue_end(zc_row_queue *queue);

/* The next row that is whole; NULL: more is to be read. */
zc_status zc_row_queue_take(zc_row_queue *queue, const zc_table_row **row, zc_diagnostics *diag);
/* Forgets the rows that were taken; called before more is read. */
void zc_row_queue_compact(zc_row_queue *queue);

#endif
