/* SPDX-License-Identifier: Apache-2.0 */
#include "office/row_queue.h"

#include "base/assert.h"
#include "base/memory.h"
#include "facts/csv.h"

#include <string.h>

/* A row as it was read. */
typedef struct zc_raw_row {
  uint32_t number, first_cell, cell_count;
  uint8_t is_hidden, is_whole;
  uint8_t is_long; /* longer than ZC_ROW_LIMIT; what is too much is not kept */
} zc_raw_row;

void zc_row_queue_free(zc_row_queue *queue) {
  zc_spread_free(&queue->spread);
  zc_buffer_free(&queue->text);
  zc_buffer_free(&queue->row_text);
  zc_free(queue->rows);
  zc_free(queue->cells);
  zc_free(queue->hidden);
  zc_free(queue->dense);
  *queue = (zc_row_queue){0};
}

int zc_row_queue_hide(zc_row_queue *queue, uint32_t first, uint32_t last) {
  if (!queue->hidden)
    queue->hidden = zc_calloc(ZC_MOST_COLUMNS, 1);
  if (!queue->hidden)
    return -1;
  for (uint32_t i = first; i <= last && i < ZC_MOST_COLUMNS; i++)
    queue->hidden[i] = 1;
  return 0;
}

/* ---- reading ---- */

void zc_row_queue_begin(zc_row_queue *queue, uint32_t number, int is_hidden) {
  if (queue->row_count == queue->row_room) {
    uint32_t room = queue->row_room > 0 ? queue->row_room * 2 : 64;
    zc_raw_row *rows = zc_realloc(queue->rows, room * sizeof *rows);
    queue->lacks_memory |= !rows;
    if (!rows)
      return;
    queue->rows = rows;
    queue->row_room = room;
  }
  queue->row_bytes = 0;
  queue->rows[queue->row_count++] =
      (zc_raw_row){.number = number, .first_cell = queue->cell_count, .is_hidden = is_hidden != 0};
}

void zc_row_queue_add(zc_row_queue *queue, zc_raw_cell cell) {
  if (queue->lacks_memory)
    return;
  if (queue->cell_count == queue->cell_room) {
    uint32_t room = queue->cell_room > 0 ? queue->cell_room * 2 : 1024;
    zc_raw_cell *cells = zc_realloc(queue->cells, room * sizeof *cells);
    queue->lacks_memory |= !cells;
    if (!cells)
      return;
    queue->cells = cells;
    queue->cell_room = room;
  }
  queue->cells[queue->cell_count++] = cell;
}

void zc_row_queue_put(zc_row_queue *queue, zc_raw_cell cell, const char *text, size_t length) {
  if (queue->lacks_memory)
    return;
  queue->row_bytes += length;
  if (queue->row_bytes > ZC_ROW_LIMIT) {
    queue->rows[queue->row_count - 1].is_long = 1;
    return;
  }
  cell.at = (uint32_t)queue->text.length;
  cell.length = (uint32_t)length;
  zc_buffer_add(&queue->text, text, length);
  zc_row_queue_add(queue, cell);
}

void zc_row_queue_end(zc_row_queue *queue) {
  queue->lacks_memory |= queue->text.failed;
  if (queue->lacks_memory)
    return;
  zc_raw_row *row = &queue->rows[queue->row_count - 1];
  row->cell_count = queue->cell_count - row->first_cell;
  row->is_whole = 1;
  queue->row_count -= row->cell_count == 0 && !row->is_long;
}

void zc_row_queue_compact(zc_row_queue *queue) {
  int has_open = queue->row_taken < queue->row_count;
  uint32_t from = has_open ? queue->rows[queue->row_taken].first_cell : queue->cell_count;
  ZC_ASSERT(queue->row_count - queue->row_taken <= 1);
  if (has_open)
    queue->rows[0] = queue->rows[queue->row_taken];
  queue->row_count = has_open ? 1 : 0;
  queue->row_taken = 0;
  /* The text in use begins with the first of the open row's cells that has some. */
  uint32_t text = (uint32_t)queue->text.length;
  for (uint32_t i = queue->cell_count; i > from; i--)
    if (!queue->cells[i - 1].is_shared && queue->cells[i - 1].length > 0)
      text = queue->cells[i - 1].at;
  if (text < queue->text.length && text > 0)
    memmove(queue->text.data, queue->text.data + text, queue->text.length - text);
  queue->text.length -= text;
  for (uint32_t i = from; i < queue->cell_count; i++) {
    queue->cells[i - from] = queue->cells[i];
    if (!queue->cells[i].is_shared)
      queue->cells[i - from].at -= queue->cells[i].length > 0 ? text : 0;
  }
  queue->cell_count -= from;
  if (has_open)
    queue->rows[0].first_cell = 0;
}

/* ---- handing out ---- */

static const zc_cell empty_cell = {.text = "", .decimals = -1};

/* The shared string of a cell. What does not live long is copied; its place is noted in `length`
 * first, as the copies move. */
static zc_status find_string(zc_row_queue *queue, uint32_t index, zc_cell *cell, int *is_copied,
                             zc_diagnostics *diag) {
  const char *text;
  int is_kept;
  zc_status status =
      zc_string_pool_get(queue->strings, index, &text, &cell->length, &is_kept, diag);
  if (status != ZC_OK)
    return status;
  *is_copied = !is_kept;
  if (is_kept)
    cell->text = text;
  else
    zc_buffer_add(&queue->row_text, text, cell->length);
  return queue->row_text.failed ? zc_report_memory(diag) : ZC_OK;
}

/* Copies stand one after the other in the order of their cells. */
static void place_copies(zc_row_queue *queue, const zc_raw_row *row) {
  size_t at = 0;
  for (uint32_t i = 0; i < row->cell_count; i++) {
    zc_cell *cell = &queue->dense[queue->cells[row->first_cell + i].column];
    if (cell->text)
      continue;
    cell->text = queue->row_text.data + at;
    at += cell->length;
  }
}

/* Puts the row's cells where they belong. *length: bytes of its texts. */
static zc_status lay_out(zc_row_queue *queue, const zc_raw_row *row, size_t *length,
                         zc_diagnostics *diag) {
  uint32_t next = 0;
  int has_copies = 0;
  zc_buffer_clear(&queue->row_text);
  *length = 0;
  for (uint32_t i = 0; i < row->cell_count && *length <= ZC_ROW_LIMIT; i++) {
    const zc_raw_cell *raw = &queue->cells[row->first_cell + i];
    zc_cell *cell = &queue->dense[raw->column];
    while (next < raw->column)
      queue->dense[next++] = empty_cell;
    next = raw->column + 1;
    *cell = (zc_cell){
        .length = raw->length, .kind = raw->kind, .decimals = raw->decimals, .day = raw->day};
    int is_copied = 0;
    zc_status status = ZC_OK;
    if (raw->is_shared)
      status = find_string(queue, raw->at, cell, &is_copied, diag);
    else
      cell->text = raw->length > 0 ? queue->text.data + raw->at : "";
    if (status != ZC_OK)
      return status;
    if (raw->kind == ZC_CELL_TEXT && cell->length == 0)
      *cell = empty_cell;
    has_copies |= is_copied;
    *length += cell->length;
  }
  queue->row.count = next;
  if (has_copies && *length <= ZC_ROW_LIMIT)
    place_copies(queue, row);
  return ZC_OK;
}

static uint32_t own_cells(zc_row_queue *queue) {
  uint32_t own = 0, last = 0;
  for (uint32_t i = 0; i < queue->row.count; i++) {
    if (queue->dense[i].kind == ZC_CELL_EMPTY)
      continue;
    own++;
    last = i + 1;
    if (queue->hidden && queue->hidden[i] == 1) {
      queue->hidden[i] = 2;
      queue->hidden_count++;
    }
  }
  queue->row.count = last;
  return own;
}

/* Makes the row ready; *is_empty: it has nothing of its own. */
static zc_status make_row(zc_row_queue *queue, const zc_raw_row *row, int *is_empty,
                          zc_diagnostics *diag) {
  size_t length;
  queue->row =
      (zc_table_row){.number = row->number, .cells = queue->dense, .is_hidden = row->is_hidden};
  zc_status status = lay_out(queue, row, &length, diag);
  if (status != ZC_OK)
    return status;
  *is_empty = 0;
  if (row->is_long || length > ZC_ROW_LIMIT) {
    queue->row.fault = ZC_ROW_LONG;
    queue->row.count = 0;
    return ZC_OK;
  }
  if (zc_spread_hide(&queue->spread, row->number, queue->dense, queue->row.count) != 0)
    return zc_report_memory(diag);
  *is_empty = own_cells(queue) == 0;
  queue->row.count = zc_spread_fill(&queue->spread, row->number, queue->dense, queue->row.count);
  return ZC_OK;
}

zc_status zc_row_queue_take(zc_row_queue *queue, const zc_table_row **row, zc_diagnostics *diag) {
  *row = NULL;
  if (!queue->dense)
    queue->dense = zc_alloc(ZC_MOST_COLUMNS * sizeof *queue->dense);
  if (!queue->dense || queue->lacks_memory)
    return zc_report_memory(diag);
  while (queue->row_taken < queue->row_count && queue->rows[queue->row_taken].is_whole) {
    int is_empty = 0;
    zc_status status = make_row(queue, &queue->rows[queue->row_taken++], &is_empty, diag);
    if (status != ZC_OK)
      return status;
    if (!is_empty) {
      *row = &queue->row;
      return ZC_OK;
    }
  }
  return ZC_OK;
}
