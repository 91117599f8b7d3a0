/* SPDX-License-Identifier: Apache-2.0 */
#include "office/xls_book.h"

#include <string.h>

enum { MOST_FORMATS = 65536, MOST_STYLES = 65536, VERSION_8 = 0x0600, KIND_SHEET = 0x0010 };

static zc_status read_strings(zc_xls_book *book, zc_diagnostics *diag) {
  uint32_t count = zc_biff_32(book->biff, 4);
  zc_buffer text = {0};
  zc_status status = zc_biff_skip(book->biff, 8, diag);
  for (uint32_t i = 0; status == ZC_OK && i < count; i++) {
    zc_buffer_clear(&text);
    status = zc_biff_text(book->biff, 2, &text, diag);
    if (status == ZC_OK)
      status = zc_string_pool_add(&book->strings, text.data ? text.data : "", (uint32_t)text.length,
                                  diag);
  }
  zc_buffer_free(&text);
  return status == ZC_OK ? zc_string_pool_finish(&book->strings, diag) : status;
}

static zc_status add_sheet(zc_xls_book *book, zc_diagnostics *diag) {
  uint32_t place = zc_biff_32(book->biff, 0), states = zc_biff_16(book->biff, 4);
  zc_buffer name = {0};
  if (book->sheet_count == ZC_XLS_SHEETS)
    return zc_compound_damaged(&book->stream, diag);
  zc_status status = zc_biff_skip(book->biff, 6, diag);
  if (status == ZC_OK)
    status = zc_biff_text(book->biff, 1, &name, diag);
  const char *text = status == ZC_OK ? zc_buffer_text(&name) : NULL;
  char *copy = text ? zc_arena_copy(&book->arena, text, name.length) : NULL;
  zc_buffer_free(&name);
  if (!copy)
    return status != ZC_OK ? status : zc_report_memory(diag);
  book->sheets[book->sheet_count] = (zc_table_sheet){.name = copy, .is_visible = (states & 3) == 0};
  book->places[book->sheet_count++] = states >> 8 == 0 ? place : 0;
  return ZC_OK;
}

static zc_status add_format(zc_xls_book *book, zc_diagnostics *diag) {
  uint32_t number = zc_biff_16(book->biff, 0);
  zc_buffer code = {0};
  zc_status status = zc_biff_skip(book->biff, 2, diag);
  if (status == ZC_OK)
    status = zc_biff_text(book->biff, 2, &code, diag);
  if (status == ZC_OK) {
    book->formats[number] = zc_number_format_read(code.data ? code.data : "", code.length);
    book->is_declared[number] = 1;
  }
  zc_buffer_free(&code);
  return status;
}

static zc_status take_record(zc_xls_book *book, zc_diagnostics *diag) {
  switch (book->biff->type) {
  case ZC_BIFF_FILE_PASS:
    return zc_compound_locked(&book->stream, diag);
  case ZC_BIFF_DATE_MODE:
    book->has_1904_days = zc_biff_16(book->biff, 0) == 1;
    return ZC_OK;
  case ZC_BIFF_STYLE:
    if (book->style_count < MOST_STYLES)
      book->styles[book->style_count++] = (uint16_t)zc_biff_16(book->biff, 2);
    return ZC_OK;
  case ZC_BIFF_SHEET:
    return add_sheet(book, diag);
  case ZC_BIFF_FORMAT:
    return add_format(book, diag);
  case ZC_BIFF_STRINGS:
    return read_strings(book, diag);
  default:
    return ZC_OK;
  }
}

static zc_status make_lists(zc_xls_book *book, zc_diagnostics *diag) {
  zc_arena *arena = &book->arena;
  book->biff = zc_alloc(sizeof *book->biff);
  book->sheets = zc_arena_alloc(arena, ZC_XLS_SHEETS * sizeof *book->sheets);
  book->places = zc_arena_alloc(arena, ZC_XLS_SHEETS * sizeof *book->places);
  book->styles = zc_arena_alloc(arena, MOST_STYLES * sizeof *book->styles);
  book->formats = zc_arena_alloc(arena, MOST_FORMATS * sizeof *book->formats);
  book->is_declared = zc_arena_alloc(arena, MOST_FORMATS);
  if (!book->biff || !book->sheets || !book->places || !book->styles || !book->formats ||
      !book->is_declared)
    return zc_report_memory(diag);
  book->biff->stream = &book->stream;
  book->biff->at = 0;
  return ZC_OK;
}

zc_status zc_xls_book_open(zc_xls_book *book, zc_office_file *file, zc_diagnostics *diag) {
  *book = (zc_xls_book){.stream = {.file = -1}};
  zc_string_pool_make(&book->strings);
  zc_status status = zc_compound_open(&book->stream, file, diag);
  if (status == ZC_OK)
    status = make_lists(book, diag);
  if (status == ZC_OK)
    status = zc_biff_next(book->biff, diag);
  if (status != ZC_OK)
    return status;
  if (book->biff->type != ZC_BIFF_BEGIN)
    return zc_compound_damaged(&book->stream, diag);
  if (zc_biff_16(book->biff, 0) != VERSION_8)
    return zc_compound_old(&book->stream, diag);
  do {
    status = zc_biff_next(book->biff, diag);
    if (status == ZC_OK)
      status = take_record(book, diag);
  } while (status == ZC_OK && book->biff->type != ZC_BIFF_EOF);
  return status;
}

void zc_xls_book_close(zc_xls_book *book) {
  zc_string_pool_free(&book->strings);
  zc_compound_close(&book->stream);
  zc_arena_free(&book->arena);
  zc_free(book->biff);
  book->biff = NULL;
}

zc_number_format zc_xls_format(const zc_xls_book *book, uint32_t style) {
  uint32_t number = style < book->style_count ? book->styles[style] : 0;
  return book->is_declared[number] ? book->formats[number] : zc_number_format_built_in(number);
}

/* ---- what is to be known before the rows ---- */

static zc_status begin_sheet(zc_xls_book *book, uint32_t sheet, zc_diagnostics *diag) {
  book->biff->at = book->places[sheet];
  zc_status status = zc_biff_next(book->biff, diag);
  int is_sheet = status == ZC_OK && book->biff->type == ZC_BIFF_BEGIN &&
                 zc_biff_16(book->biff, 2) == KIND_SHEET;
  return status != ZC_OK || is_sheet ? status : zc_compound_damaged(&book->stream, diag);
}

static int add_merges(const zc_biff *biff, zc_row_queue *queue) {
  uint32_t count = zc_biff_16(biff, 0);
  for (uint32_t i = 0; i < count && 2 + (i + 1) * 8 <= biff->length; i++) {
    uint32_t at = 2 + i * 8;
    zc_merge merge = {zc_biff_16(biff, at) + 1, zc_biff_16(biff, at + 2) + 1,
                      zc_biff_16(biff, at + 4), zc_biff_16(biff, at + 6)};
    int is_right = merge.first_row <= merge.last_row && merge.first_column <= merge.last_column &&
                   merge.last_column < ZC_MOST_COLUMNS;
    if (is_right && zc_spread_add(&queue->spread, merge) != 0)
      return -1;
  }
  return 0;
}

static int survey_record(const zc_biff *biff, zc_row_queue *queue, uint8_t *hidden) {
  uint32_t row = zc_biff_16(biff, 0);
  if (biff->type == ZC_BIFF_MERGES)
    return add_merges(biff, queue);
  if (biff->type == ZC_BIFF_COLUMNS && zc_biff_16(biff, 8) & 1)
    return zc_row_queue_hide(queue, zc_biff_16(biff, 0), zc_biff_16(biff, 2));
  if (biff->type == ZC_BIFF_ROW && zc_biff_32(biff, 12) & 0x20)
    hidden[row / 8] |= (uint8_t)(1u << row % 8);
  return 0;
}

zc_status zc_xls_survey(zc_xls_book *book, uint32_t sheet, zc_row_queue *queue, uint8_t *hidden,
                        zc_diagnostics *diag) {
  if (book->places[sheet] == 0)
    return ZC_OK;
  zc_status status = begin_sheet(book, sheet, diag);
  int depth = 1; /* charts stand within sheets */
  while (status == ZC_OK && depth > 0) {
    status = zc_biff_next(book->biff, diag);
    if (status != ZC_OK)
      break;
    uint32_t type = book->biff->type;
    int is_end = type == ZC_BIFF_EOF && book->biff->at + 4 > book->stream.length;
    depth = is_end ? 0 : depth + (type == ZC_BIFF_BEGIN) - (type == ZC_BIFF_EOF);
    if (depth != 1)
      continue;
    book->sheets[sheet].is_filled |= zc_biff_is_cell(type);
    if (queue && hidden && survey_record(book->biff, queue, hidden) != 0)
      status = zc_report_memory(diag);
    if (!queue && book->sheets[sheet].is_filled)
      break;
  }
  if (queue)
    zc_spread_sort(&queue->spread);
  return status;
}

zc_status zc_xls_rows_open(zc_xls_rows *rows, zc_xls_book *book, uint32_t sheet,
                           zc_row_queue *queue, const uint8_t *hidden, zc_diagnostics *diag) {
  *rows = (zc_xls_rows){.book = book, .queue = queue, .hidden = hidden};
  if (book->places[sheet] == 0)
    return zc_compound_damaged(&book->stream, diag);
  return begin_sheet(book, sheet, diag);
}
