/* SPDX-License-Identifier: Apache-2.0 */
#include "office/workbook_writer.h"

#include "base/assert.h"
#include "base/memory.h"
#include "base/words.h"
#include "office/libraries.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  MOST_SHEETS = 64,
  LAST_ROW = 1048575, /* of a sheet, from 0 */
  MOST_COLUMNS = 16384,
  MOST_CHARACTERS = 32767,
  MEASURED_ROWS = 200, /* by which the width of a column is found */
  MEASURED_COLUMNS = 256,
  LEAST_WIDTH = 8,
  MOST_WIDTH = 60
};

/* A sheet as callers know it: in the file one or several. */
typedef struct writer_sheet {
  lxw_worksheet *sheet; /* the last one */
  const char *name;
  const char *const *headings;
  uint32_t heading_count;
  uint32_t row, column, part;       /* of the next cell; part: from 1 */
  uint8_t widths[MEASURED_COLUMNS]; /* in narrow characters */
} writer_sheet;

struct zc_workbook_writer {
  const zc_book_library *book;
  lxw_workbook *workbook;
  FILE *file; /* without a name, in which the library writes */
  writer_sheet *sheets;
  uint32_t sheet_count;
  lxw_format *bold, *date, *colours[ZC_COLOUR_COUNT];
  zc_buffer text;
  uint64_t cut;
  lxw_error error;
};

static zc_status report_library(const zc_workbook_writer *w, lxw_error error,
                                zc_diagnostics *diag) {
  if (error == LXW_ERROR_MEMORY_MALLOC_FAILED)
    return zc_report_memory(diag);
  return zc_report(diag, ZC_NO_RESOURCE, NULL, "无法写工作簿：%s；请检查磁盘空间和 TMPDIR",
                   "the workbook cannot be written: %s; check the disk's space and TMPDIR",
                   w->book->lxw_strerror(error));
}

/* ---- opening ---- */

static void make_formats(zc_workbook_writer *w) {
  static const lxw_color_t colours[ZC_COLOUR_COUNT] = {0, 0xC6EFCE, 0xFFC7CE, 0xFFEB9C};
  const zc_book_library *book = w->book;
  w->bold = book->workbook_add_format(w->workbook);
  w->date = book->workbook_add_format(w->workbook);
  if (w->bold)
    book->format_set_bold(w->bold);
  if (w->date)
    book->format_set_num_format(w->date, "yyyy-mm-dd");
  for (int i = 1; i < ZC_COLOUR_COUNT; i++) {
    w->colours[i] = book->workbook_add_format(w->workbook);
    if (w->colours[i])
      book->format_set_bg_color(w->colours[i], colours[i]);
  }
}

/* The library opens files by name: this is the name of one that has none any more. */
static lxw_workbook *open_workbook(zc_workbook_writer *w) {
  char name[64];
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = getenv("TMPDIR")};
  snprintf(name, sizeof name, "/proc/self/fd/%d", fileno(w->file));
  return w->book->workbook_new_opt(name, &options);
}

zc_status zc_workbook_writer_new(zc_workbook_writer **writer, zc_diagnostics *diag) {
  zc_workbook_writer *w = *writer = zc_calloc(1, sizeof *w);
  if (!w)
    return zc_report_memory(diag);
  w->sheets = zc_calloc(MOST_SHEETS, sizeof *w->sheets);
  w->book = zc_book_library_load(diag);
  if (!w->book || !w->sheets)
    return w->book ? zc_report_memory(diag) : ZC_NO_RESOURCE;
  w->file = tmpfile();
  if (!w->file)
    return zc_report(diag, ZC_NO_RESOURCE, NULL, "无法写临时文件：%s",
                     "no temporary file can be written: %s", strerror(errno));
  w->workbook = open_workbook(w);
  if (!w->workbook)
    return zc_report_memory(diag);
  make_formats(w);
  return ZC_OK;
}

void zc_workbook_writer_free(zc_workbook_writer *writer) {
  if (!writer)
    return;
  if (writer->workbook)
    writer->book->lxw_workbook_free(writer->workbook);
  if (writer->file)
    fclose(writer->file);
  zc_buffer_free(&writer->text);
  zc_free(writer->sheets);
  zc_free(writer);
}

/* ---- sheets ---- */

static void note_error(zc_workbook_writer *w, lxw_error error) {
  if (w->error == LXW_NO_ERROR)
    w->error = error;
}

static void put_headings(zc_workbook_writer *w, writer_sheet *s) {
  for (uint32_t i = 0; i < s->heading_count; i++)
    note_error(w,
               w->book->worksheet_write_string(s->sheet, 0, (lxw_col_t)i, s->headings[i], w->bold));
  if (s->heading_count > 0)
    w->book->worksheet_freeze_panes(s->sheet, 1, 0);
  s->row = s->heading_count > 0;
  s->column = 0;
}

/* What can only be said of a sheet whose rows are there. */
static void end_sheet(zc_workbook_writer *w, writer_sheet *s) {
  if (s->heading_count > 0)
    w->book->worksheet_autofilter(s->sheet, 0, 0, s->row > 1 ? s->row - 1 : 1,
                                  (lxw_col_t)(s->heading_count - 1));
  for (uint32_t i = 0; i < MEASURED_COLUMNS; i++) {
    double width = s->widths[i] + 2;
    if (s->widths[i] > LEAST_WIDTH)
      w->book->worksheet_set_column(s->sheet, (lxw_col_t)i, (lxw_col_t)i, width, NULL);
  }
}

static zc_status begin_part(zc_workbook_writer *w, writer_sheet *s, zc_diagnostics *diag) {
  char name[32 * 4];
  s->part++;
  if (s->part > 1)
    snprintf(name, sizeof name, "%s%u", s->name, (unsigned)s->part);
  s->sheet = w->book->workbook_add_worksheet(w->workbook, s->part > 1 ? name : s->name);
  if (!s->sheet)
    return zc_report_memory(diag);
  put_headings(w, s);
  return ZC_OK;
}

/* Columns that a narrow letter takes; a Chinese one takes two. */
static void measure(writer_sheet *s, uint32_t column, const char *text, size_t length) {
  uint32_t width = 0;
  if (column >= MEASURED_COLUMNS)
    return;
  for (size_t i = 0; i < length && width < MOST_WIDTH; i++)
    width += (unsigned char)text[i] < 0x80 ? 1 : (unsigned char)text[i] >= 0xE0 ? 2 : 0;
  if (width > s->widths[column])
    s->widths[column] = (uint8_t)width;
}

zc_status zc_workbook_writer_sheet(zc_workbook_writer *writer, const char *name,
                                   const char *const *headings, uint32_t count, uint32_t *sheet,
                                   zc_diagnostics *diag) {
  ZC_ASSERT(writer->sheet_count < MOST_SHEETS);
  if (count > MOST_COLUMNS)
    return zc_report(
        diag, ZC_BAD_INPUT, NULL, "列数 %u 超过工作表的 16384 列；请把 --out 改为 .csv",
        "%u columns are more than the 16384 of a sheet; let --out end with .csv", (unsigned)count);
  writer_sheet *s = &writer->sheets[writer->sheet_count];
  *s = (writer_sheet){.name = name, .headings = headings, .heading_count = count};
  for (uint32_t i = 0; i < count; i++)
    measure(s, i, headings[i], strlen(headings[i]));
  *sheet = writer->sheet_count++;
  return begin_part(writer, s, diag);
}

/* ---- cells ---- */

/* Terminates a text, cuts what no cell takes, and puts U+FFFD for what is no UTF-8, which would
 * make the whole workbook unreadable. */
static const char *fit_text(zc_workbook_writer *w, const char *text, size_t length) {
  size_t characters = 0, end = 0;
  zc_buffer_clear(&w->text);
  while (end < length && characters < MOST_CHARACTERS) {
    size_t left = length - end, from = end;
    size_t valid = zc_utf8_valid(text + end, left <= MOST_CHARACTERS ? left : 4);
    if (valid == 0) {
      zc_buffer_add(&w->text, "\xEF\xBF\xBD", 3);
      end++;
      characters++;
      continue;
    }
    for (; end < from + valid; end++) {
      size_t begins = ((unsigned char)text[end] & 0xC0) != 0x80;
      if (begins && characters == MOST_CHARACTERS)
        break;
      characters += begins;
    }
    zc_buffer_add(&w->text, text + from, end - from);
  }
  w->cut += end < length;
  return zc_buffer_text(&w->text);
}

void zc_workbook_writer_text(zc_workbook_writer *writer, uint32_t sheet, const char *text,
                             size_t length, zc_cell_colour colour) {
  writer_sheet *s = &writer->sheets[sheet];
  uint32_t column = s->column++;
  if (length == 0 || writer->error != LXW_NO_ERROR)
    return;
  const char *fit = fit_text(writer, text, length);
  if (!fit) {
    note_error(writer, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  if (s->row < MEASURED_ROWS)
    measure(s, column, fit, writer->text.length);
  note_error(writer, writer->book->worksheet_write_string(s->sheet, s->row, (lxw_col_t)column, fit,
                                                          writer->colours[colour]));
}

void zc_workbook_writer_number(zc_workbook_writer *writer, uint32_t sheet, double number) {
  writer_sheet *s = &writer->sheets[sheet];
  if (writer->error == LXW_NO_ERROR)
    note_error(writer, writer->book->worksheet_write_number(s->sheet, s->row, (lxw_col_t)s->column,
                                                            number, NULL));
  s->column++;
}

/* Of a day that the workbook's date system has: 1900-03-01 on. */
static void put_date(zc_workbook_writer *w, writer_sheet *s, zc_day day) {
  double serial = (double)(day - zc_day_of(1899, 12, 30));
  note_error(w, w->book->worksheet_write_number(s->sheet, s->row, (lxw_col_t)s->column++, serial,
                                                w->date));
}

void zc_workbook_writer_cell(zc_workbook_writer *writer, uint32_t sheet, const zc_cell *cell) {
  enum { EXACT_DIGITS = 15 };
  writer_sheet *s = &writer->sheets[sheet];
  if (cell->kind == ZC_CELL_NUMBER && cell->length <= EXACT_DIGITS) {
    char digits[EXACT_DIGITS + 1] = "";
    memcpy(digits, cell->text, cell->length);
    zc_workbook_writer_number(writer, sheet, strtod(digits, NULL));
  } else if (cell->kind == ZC_CELL_DATE && cell->day >= zc_day_of(1900, 3, 1)) {
    put_date(writer, s, cell->day);
  } else if (cell->kind == ZC_CELL_BOOL) {
    note_error(writer, writer->book->worksheet_write_boolean(
                           s->sheet, s->row, (lxw_col_t)s->column++, cell->text[0] == 'T', NULL));
  } else {
    zc_workbook_writer_text(writer, sheet, cell->text, cell->length, ZC_COLOUR_NONE);
  }
}

zc_status zc_workbook_writer_row(zc_workbook_writer *writer, uint32_t sheet, zc_diagnostics *diag) {
  writer_sheet *s = &writer->sheets[sheet];
  s->row++;
  s->column = 0;
  if (writer->error != LXW_NO_ERROR)
    return report_library(writer, writer->error, diag);
  if (s->row <= LAST_ROW)
    return ZC_OK;
  end_sheet(writer, s);
  return begin_part(writer, s, diag);
}

/* ---- the end ---- */

static zc_status copy_file(FILE *file, zc_output *output, zc_diagnostics *diag) {
  char bytes[64 << 10];
  off_t at = 0;
  for (;;) {
    ssize_t count = pread(fileno(file), bytes, sizeof bytes, at);
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return zc_output_report(output, errno, diag);
    if (count == 0)
      return ZC_OK;
    zc_status status = zc_output_write(output, bytes, (size_t)count, diag);
    if (status != ZC_OK)
      return status;
    at += count;
  }
}

zc_status zc_workbook_writer_finish(zc_workbook_writer *writer, zc_output *output,
                                    zc_diagnostics *diag) {
  for (uint32_t i = 0; i < writer->sheet_count; i++)
    end_sheet(writer, &writer->sheets[i]);
  lxw_error error = writer->book->workbook_close(writer->workbook);
  writer->workbook = NULL; /* freed, whatever came of it */
  if (error != LXW_NO_ERROR)
    return report_library(writer, error, diag);
  return copy_file(writer->file, output, diag);
}

uint64_t zc_workbook_writer_cut(const zc_workbook_writer *writer) {
  return writer->cut;
}
