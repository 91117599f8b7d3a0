/* SPDX-License-Identifier: Apache-2.0 */
/* Text with separators as rows of cells (RFC 4180, as facts/csv.h says, with any separator). */
#include "base/memory.h"
#include "base/words.h"
#include "facts/csv.h"
#include "facts/encoding.h"
#include "office/table_reader.h"

#include <string.h>

enum {
  FILL_BYTES = 128 << 10,
  RAW_BYTES = 64 << 10 /* not UTF-8; decoded at most twice as long */
};

typedef struct text_reader {
  zc_table_reader base;
  zc_office_file *file;
  zc_encoding encoding;
  zc_decoder decoder;
  char *raw; /* bytes that are not decoded yet */
  size_t raw_length;
  char *text; /* not handed out yet: from `at` to `length` */
  size_t at, length, room;
  uint64_t line; /* of text[at], from 1 */
  char *values;  /* of the row's quoted cells */
  size_t values_room;
  zc_cell *cells;
  uint32_t cells_room;
  zc_table_row row;
} text_reader;

/* ---- bytes ---- */

static zc_status make_room(text_reader *r, zc_diagnostics *diag) {
  if (r->at > 0)
    memmove(r->text, r->text + r->at, r->length - r->at);
  r->length -= r->at;
  r->at = 0;
  if (r->room - r->length >= FILL_BYTES)
    return ZC_OK;
  size_t room = r->room * 2 > FILL_BYTES * 2 ? r->room * 2 : FILL_BYTES * 2;
  char *text = zc_realloc(r->text, room);
  if (!text)
    return zc_report_memory(diag);
  r->text = text;
  r->room = room;
  return ZC_OK;
}

/* More text behind that which is there. */
static zc_status fill(text_reader *r, zc_diagnostics *diag) {
  size_t count, used;
  zc_status status = make_room(r, diag);
  if (status != ZC_OK)
    return status;
  if (r->encoding == ZC_UTF8) {
    status = zc_office_file_read(r->file, r->text + r->length, r->room - r->length, &count, diag);
    r->length += count;
    return status;
  }
  status =
      zc_office_file_read(r->file, r->raw + r->raw_length, RAW_BYTES - r->raw_length, &count, diag);
  r->raw_length += count;
  r->length += zc_decode(&r->decoder, r->raw, r->raw_length, r->file->has_ended,
                         r->text + r->length, r->room - r->length, &used);
  r->raw_length -= used;
  memmove(r->raw, r->raw + used, r->raw_length);
  return status;
}

/* ---- a row ---- */

static zc_status add_cell(text_reader *r, uint32_t column, zc_cell cell, zc_diagnostics *diag) {
  if (column >= r->cells_room) {
    uint32_t room = r->cells_room > 0 ? r->cells_room * 2 : 64;
    zc_cell *cells = zc_realloc(r->cells, room * sizeof *cells);
    if (!cells)
      return zc_report_memory(diag);
    r->cells = cells;
    r->cells_room = room;
  }
  r->cells[column] = cell;
  return ZC_OK;
}

/* The value of a cell as it stands from `from` to `to`, with its quotes. */
static zc_cell cell_of(const char *from, const char *to, char **values) {
  zc_csv_field field = {from, (uint32_t)(to - from)};
  field = zc_csv_value(field, *values);
  if (field.text == *values)
    *values += field.length;
  return (zc_cell){.text = field.text,
                   .length = field.length,
                   .kind = field.length > 0 ? ZC_CELL_TEXT : ZC_CELL_EMPTY,
                   .decimals = -1};
}

/* Splits text[at] on at `separator`; *end is behind the row's last cell. */
static zc_status split_row(text_reader *r, char separator, size_t *end, zc_csv_end *how,
                           zc_diagnostics *diag) {
  const char *text = r->text;
  char *values = r->values;
  size_t i = r->at;
  uint32_t column = 0;
  r->row.count = 0;
  for (*how = ZC_CSV_WHOLE;; i++) {
    size_t start = i;
    if (i < r->length && text[i] == '"') {
      *how = zc_csv_quoted(text, r->length, separator, &i);
      if (*how != ZC_CSV_WHOLE)
        return ZC_OK;
    } else {
      while (i < r->length && text[i] != separator && text[i] != '\n')
        i++;
    }
    size_t stop = i;
    if (i < r->length && text[i] == '\r')
      i++;
    else if (i > start && text[i - 1] == '\r' && (i == r->length || text[i] == '\n'))
      stop--;
    zc_status status = add_cell(r, column, cell_of(text + start, text + stop, &values), diag);
    if (status != ZC_OK)
      return status;
    if (r->cells[column++].kind != ZC_CELL_EMPTY)
      r->row.count = column;
    if (i == r->length || text[i] == '\n')
      break;
  }
  *end = i;
  return ZC_OK;
}

static zc_status make_values(text_reader *r, zc_diagnostics *diag) {
  if (r->values_room >= r->room)
    return ZC_OK;
  zc_free(r->values);
  r->values = zc_alloc(r->room);
  r->values_room = r->values ? r->room : 0;
  return r->values ? ZC_OK : zc_report_memory(diag);
}

/* Takes the row's text away and says what is wrong with its bytes. */
static void take_row(text_reader *r, size_t end, zc_row_fault fault) {
  const char *start = r->text + r->at;
  size_t length = end - r->at;
  r->row.number = r->line;
  if (memchr(start, '\0', length))
    fault = ZC_ROW_NUL;
  else if (zc_utf8_valid(start, length) != length)
    fault = ZC_ROW_BYTES;
  for (const char *at = start; (at = memchr(at, '\n', (size_t)(r->text + end - at))); at++)
    r->line++;
  r->at = end < r->length ? end + 1 : end;
  r->line += end < r->length;
  r->row.fault = (uint8_t)fault;
  if (fault != ZC_ROW_FINE)
    r->row.count = 0;
  r->row.cells = r->cells;
}

/* A row longer than anybody's: it is passed over without being kept. */
static zc_status skip_line(text_reader *r, zc_diagnostics *diag) {
  uint64_t line = r->line;
  for (;;) {
    const char *end = memchr(r->text + r->at, '\n', r->length - r->at);
    r->at = end ? (size_t)(end - r->text) : r->length;
    if (end || r->file->has_ended)
      break;
    zc_status status = fill(r, diag);
    if (status != ZC_OK)
      return status;
  }
  r->at += r->at < r->length;
  r->line = line + 1;
  r->row = (zc_table_row){.number = line, .fault = ZC_ROW_LONG, .cells = r->cells};
  return ZC_OK;
}

/* The next row, empty or not; *is_end: there is none. */
static zc_status read_row(text_reader *r, int *is_end, zc_diagnostics *diag) {
  for (;;) {
    size_t end = 0;
    zc_csv_end how = ZC_CSV_WHOLE;
    *is_end = r->at == r->length && r->file->has_ended;
    zc_status status = make_values(r, diag);
    if (*is_end || status != ZC_OK)
      return status;
    status = split_row(r, r->base.about.separator, &end, &how, diag);
    if (status != ZC_OK)
      return status;
    int is_cut = how == ZC_CSV_OPEN || (how == ZC_CSV_WHOLE && end == r->length);
    if (is_cut && !r->file->has_ended && r->length - r->at <= ZC_ROW_LIMIT) {
      status = fill(r, diag);
      if (status != ZC_OK)
        return status;
      continue;
    }
    if (how != ZC_CSV_WHOLE) {
      const char *line = memchr(r->text + r->at, '\n', r->length - r->at);
      end = line ? (size_t)(line - r->text) : r->length;
    }
    if (end - r->at > ZC_ROW_LIMIT)
      return skip_line(r, diag);
    take_row(r, end, how == ZC_CSV_WHOLE ? ZC_ROW_FINE : ZC_ROW_QUOTE);
    return ZC_OK;
  }
}

static zc_status next(zc_table_reader *reader, const zc_table_row **row, zc_diagnostics *diag) {
  text_reader *r = (text_reader *)reader;
  int is_end = 0;
  zc_status status;
  do
    status = read_row(r, &is_end, diag);
  while (status == ZC_OK && !is_end && r->row.count == 0 && r->row.fault == ZC_ROW_FINE);
  *row = status == ZC_OK && !is_end ? &r->row : NULL;
  return status;
}

/* ---- opening ---- */

/* How well `separator` splits the first rows, which are there already and stay. */
static zc_status weigh(text_reader *r, char separator, const zc_table_options *options,
                       uint32_t *most, zc_diagnostics *diag) {
  size_t at = r->at;
  uint64_t line = r->line;
  zc_status status = make_values(r, diag);
  *most = 0;
  for (int i = 0; status == ZC_OK && i < ZC_HEADING_ROWS && r->at < r->length; i++) {
    size_t end = 0;
    zc_csv_end how = ZC_CSV_WHOLE;
    status = split_row(r, separator, &end, &how, diag);
    if (status != ZC_OK || how == ZC_CSV_OPEN)
      break;
    if (how == ZC_CSV_BROKEN) {
      const char *stop = memchr(r->text + r->at, '\n', r->length - r->at);
      end = stop ? (size_t)(stop - r->text) : r->length;
    }
    take_row(r, end, how == ZC_CSV_WHOLE ? ZC_ROW_FINE : ZC_ROW_QUOTE);
    uint32_t known = options->known ? options->known(options->context, &r->row) : r->row.count;
    *most = known > *most ? known : *most;
  }
  r->at = at;
  r->line = line;
  return status;
}

static zc_status settle_separator(text_reader *r, const zc_table_options *options,
                                  zc_diagnostics *diag) {
  static const char separators[] = {',', ';', '\t'};
  uint32_t best = 0, known;
  r->base.about.separator = ',';
  for (size_t i = 0; i < sizeof separators; i++) {
    zc_status status = weigh(r, separators[i], options, &known, diag);
    if (status != ZC_OK)
      return status;
    if (known > best) {
      best = known;
      r->base.about.separator = separators[i];
    }
  }
  return ZC_OK;
}

static zc_status settle_encoding(text_reader *r, const char *wanted, zc_diagnostics *diag) {
  const zc_office_file *file = r->file;
  zc_where where = {.file = file->name};
  zc_encoding marked = ZC_UTF8;
  size_t mark = zc_encoding_mark(file->start, file->start_length, &marked);
  int is_gb = wanted && strcmp(wanted, "gb18030") == 0;
  if (wanted && !is_gb && strcmp(wanted, "utf-8") != 0)
    return zc_report(diag, ZC_BAD_INPUT, NULL, "--encoding 的“%s”无效：应为 utf-8 或 gb18030",
                     "--encoding: '%s' is no value for it: it is utf-8 or gb18030", wanted);
  if (wanted && mark > 0 && (is_gb || marked != ZC_UTF8))
    return zc_report(
        diag, ZC_BAD_INPUT, &where,
        "文件开头的标记说明它是 %s，不是 --encoding 所说的 %s；请去掉 --encoding",
        "the mark at its start says that it is %s and not %s as --encoding says; leave "
        "out --encoding",
        zc_encoding_name(marked), wanted);
  if (mark == 0 && !zc_encoding_is_text(file->start, file->start_length))
    return zc_report(
        diag, ZC_BAD_INPUT, &where,
        "不是 UTF-8、UTF-16（带标记）或 GB18030 的文本，也不是 .xlsx 或 .xls 工作簿；"
        "请用 Excel 或 WPS 打开，另存为 .xlsx",
        "this is no text in UTF-8, in UTF-16 with a mark or in GB18030, and no .xlsx or "
        ".xls workbook; open it in a spreadsheet program and save it as .xlsx");
  r->encoding = mark > 0 ? marked
                : wanted ? (is_gb ? ZC_GB18030 : ZC_UTF8)
                         : zc_encoding_guess(file->start, file->start_length);
  r->base.about.encoding = zc_encoding_name(r->encoding);
  if (r->encoding == ZC_UTF8)
    return ZC_OK;
  r->raw = zc_alloc(RAW_BYTES);
  return r->raw ? zc_decoder_open(&r->decoder, r->encoding, diag) : zc_report_memory(diag);
}

static uint64_t progress(const zc_table_reader *reader) {
  return ((const text_reader *)reader)->file->bytes_read;
}

static void close_reader(zc_table_reader *reader) {
  text_reader *r = (text_reader *)reader;
  zc_decoder_close(&r->decoder);
  zc_free(r->raw);
  zc_free(r->text);
  zc_free(r->values);
  zc_free(r->cells);
  zc_free(r);
}

/* The mark of the text, now in UTF-8 whatever it was. */
static void skip_mark(text_reader *r) {
  zc_encoding marked;
  size_t mark = zc_encoding_mark(r->text, r->length, &marked);
  if (mark > 0 && marked == ZC_UTF8)
    r->at += mark;
}

zc_status zc_text_reader_open(zc_table_reader **reader, zc_office_file *file,
                              const zc_table_options *options, zc_diagnostics *diag) {
  text_reader *r = zc_calloc(1, sizeof *r);
  if (!r)
    return zc_report_memory(diag);
  r->base = (zc_table_reader){.next = next, .progress = progress, .close = close_reader};
  r->file = file;
  r->line = 1;
  *reader = &r->base;
  zc_status status = settle_encoding(r, options->encoding, diag);
  while (status == ZC_OK && !file->has_ended && r->length < ZC_OFFICE_START)
    status = fill(r, diag);
  if (status != ZC_OK)
    return status;
  skip_mark(r);
  return settle_separator(r, options, diag);
}
