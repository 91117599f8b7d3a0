/* SPDX-License-Identifier: Apache-2.0 */
/* The records of a sheet (BIFF8) into rows of a queue. */
#include "office/xls_book.h"

#include <math.h>
#include <string.h>

enum { STEP_RECORDS = 1024 };

void zc_xls_rows_close(zc_xls_rows *rows) {
  zc_buffer_free(&rows->text);
}

/* Begins the row where it is another one. Rows and cells come in their order, or the sheet is
 * damaged. */
static zc_status begin_cell(zc_xls_rows *r, uint32_t row, uint32_t column, zc_diagnostics *diag) {
  if (row + 1 < r->row || (row + 1 == r->row && column < r->next_column) ||
      column >= ZC_MOST_COLUMNS)
    return zc_compound_damaged(&r->book->stream, diag);
  if (row + 1 > r->row) {
    if (r->row > 0)
      zc_row_queue_end(r->queue);
    r->row = row + 1;
    zc_row_queue_begin(r->queue, r->row, r->hidden[row / 8] >> row % 8 & 1);
  }
  r->next_column = column + 1;
  return ZC_OK;
}

static void put(zc_xls_rows *r, zc_cell_kind kind, const char *text, size_t length) {
  zc_row_queue_put(
      r->queue, (zc_raw_cell){.column = r->next_column - 1, .kind = (uint8_t)kind, .decimals = -1},
      text, length);
}

static void put_number(zc_xls_rows *r, uint32_t style, double value) {
  char digits[ZC_DIGITS + 8];
  zc_number_format format = zc_xls_format(r->book, style);
  zc_raw_cell cell = {.column = r->next_column - 1, .decimals = -1};
  if (format.is_date && fabs(value) < 1e9 &&
      zc_serial_day(zc_whole_below(value), r->book->has_1904_days, &cell.day) == 0) {
    zc_day_format(cell.day, digits);
    cell.kind = ZC_CELL_DATE;
    zc_row_queue_put(r->queue, cell, digits, 10);
    return;
  }
  cell.kind = ZC_CELL_NUMBER;
  cell.decimals = format.decimals;
  size_t length = zc_double_digits(value, digits);
  if (length > 0)
    zc_row_queue_put(r->queue, cell, digits, length);
  else
    put(r, ZC_CELL_ERROR, "#NUM!", 5);
}

static void put_bool(zc_xls_rows *r, int value) {
  put(r, ZC_CELL_BOOL, value ? "TRUE" : "FALSE", value ? 4 : 5);
}

static void put_error(zc_xls_rows *r, uint32_t code) {
  static const struct {
    uint32_t code;
    const char *text;
  } errors[] = {{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"},
                {0x17, "#REF!"},  {0x1D, "#NAME?"},  {0x24, "#NUM!"}};
  const char *text = "#N/A";
  for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++)
    if (errors[i].code == code)
      text = errors[i].text;
  put(r, ZC_CELL_ERROR, text, strlen(text));
}

static zc_status put_shared(zc_xls_rows *r, uint32_t index, zc_diagnostics *diag) {
  if (index >= r->book->strings.count)
    return zc_compound_damaged(&r->book->stream, diag);
  zc_row_queue_add(r->queue, (zc_raw_cell){.column = r->next_column - 1,
                                           .at = index,
                                           .kind = ZC_CELL_TEXT,
                                           .decimals = -1,
                                           .is_shared = 1});
  return ZC_OK;
}

/* A text that stands in the record in hand, from byte `at` on. */
static zc_status put_text(zc_xls_rows *r, uint32_t at, zc_diagnostics *diag) {
  zc_buffer_clear(&r->text);
  zc_status status = zc_biff_skip(r->book->biff, at, diag);
  if (status == ZC_OK)
    status = zc_biff_text(r->book->biff, 2, &r->text, diag);
  if (status == ZC_OK && r->text.length > 0)
    put(r, ZC_CELL_TEXT, r->text.data, r->text.length);
  return status;
}

/* The text of a formula follows in a record of its own, maybe behind others. */
static zc_status put_result_text(zc_xls_rows *r, zc_diagnostics *diag) {
  enum { MOST_BETWEEN = 8 };
  zc_biff *biff = r->book->biff;
  for (int i = 0; i < MOST_BETWEEN; i++) {
    uint64_t before = biff->at;
    zc_status status = zc_biff_next(biff, diag);
    if (status != ZC_OK)
      return status;
    if (biff->type == ZC_BIFF_STRING)
      return put_text(r, 0, diag);
    if (zc_biff_is_cell(biff->type) || biff->type == ZC_BIFF_EOF) {
      biff->at = before;
      break;
    }
  }
  put(r, ZC_CELL_NO_RESULT, "", 0);
  return ZC_OK;
}

/* A formula that is to be calculated on opening and has nothing but 0 was never calculated. */
static zc_status put_formula(zc_xls_rows *r, zc_diagnostics *diag) {
  const zc_biff *biff = r->book->biff;
  uint32_t style = zc_biff_16(biff, 4), value = zc_biff_16(biff, 8) & 0xFF;
  if (zc_biff_16(biff, 12) != 0xFFFF) {
    double number = zc_biff_double(biff, 6);
    if (number == 0 && zc_biff_16(biff, 14) & 2)
      put(r, ZC_CELL_NO_RESULT, "", 0);
    else
      put_number(r, style, number);
    return ZC_OK;
  }
  switch (zc_biff_16(biff, 6) & 0xFF) {
  case 0:
    return put_result_text(r, diag);
  case 1:
    put_bool(r, value != 0);
    break;
  case 2:
    put_error(r, value);
    break;
  default: /* an empty text */
    break;
  }
  return ZC_OK;
}

static zc_status put_packed(zc_xls_rows *r, zc_diagnostics *diag) {
  const zc_biff *biff = r->book->biff;
  uint32_t row = zc_biff_16(biff, 0), column = zc_biff_16(biff, 2);
  for (uint32_t at = 4; at + 8 <= biff->length; at += 6, column++) {
    zc_status status = begin_cell(r, row, column, diag);
    if (status != ZC_OK)
      return status;
    put_number(r, zc_biff_16(biff, at), zc_biff_rk(zc_biff_32(biff, at + 2)));
  }
  return ZC_OK;
}

static zc_status take_cell(zc_xls_rows *r, zc_diagnostics *diag) {
  const zc_biff *biff = r->book->biff;
  uint32_t style = zc_biff_16(biff, 4);
  if (biff->type == ZC_BIFF_MULTIPLE_RK)
    return put_packed(r, diag);
  zc_status status = begin_cell(r, zc_biff_16(biff, 0), zc_biff_16(biff, 2), diag);
  if (status != ZC_OK)
    return status;
  switch (biff->type) {
  case ZC_BIFF_SHARED:
    return put_shared(r, zc_biff_32(biff, 6), diag);
  case ZC_BIFF_LABEL:
  case ZC_BIFF_RICH_STRING:
    return put_text(r, 6, diag);
  case ZC_BIFF_FORMULA:
    return put_formula(r, diag);
  case ZC_BIFF_NUMBER:
    put_number(r, style, zc_biff_double(biff, 6));
    break;
  case ZC_BIFF_RK:
    put_number(r, style, zc_biff_rk(zc_biff_32(biff, 6)));
    break;
  default: /* bool or error */
    if (zc_biff_16(biff, 6) >> 8)
      put_error(r, zc_biff_16(biff, 6) & 0xFF);
    else
      put_bool(r, (zc_biff_16(biff, 6) & 0xFF) != 0);
  }
  return ZC_OK;
}

/* Passes what stands within the sheet as a stream of its own: charts. */
static zc_status pass_inner(zc_biff *biff, zc_diagnostics *diag) {
  for (int depth = 1; depth > 0;) {
    zc_status status = zc_biff_next(biff, diag);
    if (status != ZC_OK)
      return status;
    if (biff->type == ZC_BIFF_EOF && biff->at + 4 > biff->stream->length)
      break;
    depth += (biff->type == ZC_BIFF_BEGIN) - (biff->type == ZC_BIFF_EOF);
  }
  return ZC_OK;
}

zc_status zc_xls_rows_step(zc_xls_rows *r, zc_diagnostics *diag) {
  zc_biff *biff = r->book->biff;
  for (int i = 0; i < STEP_RECORDS && !r->is_finished; i++) {
    zc_status status = zc_biff_next(biff, diag);
    if (status == ZC_OK && biff->type == ZC_BIFF_BEGIN)
      status = pass_inner(biff, diag);
    else if (status == ZC_OK && biff->type == ZC_BIFF_EOF)
      r->is_finished = 1;
    else if (status == ZC_OK && zc_biff_is_cell(biff->type))
      status = take_cell(r, diag);
    if (status != ZC_OK)
      return status;
  }
  if (r->is_finished && r->row > 0)
    zc_row_queue_end(r->queue);
  return r->queue->lacks_memory ? zc_report_memory(diag) : ZC_OK;
}
