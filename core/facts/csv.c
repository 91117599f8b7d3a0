/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/csv.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/words.h"
#include "facts/csv_kernels.h"
#include <string.h>

zc_csv_end zc_csv_quoted(const char *text, size_t length, char separator, size_t *at) {
  size_t i = *at + 1;
  for (;;) {
    const char *quote = i < length ? memchr(text + i, '"', length - i) : NULL;
    if (!quote)
      return ZC_CSV_OPEN;
    i = (size_t)(quote - text) + 1;
    if (i == length || text[i] == separator || text[i] == '\n')
      break;
    if (text[i] == '\r' && (i + 1 == length || text[i + 1] == '\n'))
      break;
    if (text[i] != '"')
      return ZC_CSV_BROKEN;
    i++;
  }
  *at = i;
  return ZC_CSV_WHOLE;
}

/* Passes the row that begins at *at and the line's end behind it. `ends` and `count` (may be NULL)
 * receive its fields. ZC_CSV_WHOLE at the text's end too, where no quote is open. */
static zc_csv_end pass_row(const char *text, size_t length, size_t *at, uint32_t *ends,
                           uint32_t *count) {
  size_t i = *at;
  for (;;) {
    if (i < length && text[i] == '"') {
      zc_csv_end end = zc_csv_quoted(text, length, ',', &i);
      if (end != ZC_CSV_WHOLE)
        return end;
      i += i < length && text[i] == '\r';
    } else {
      while (i < length && text[i] != ',' && text[i] != '\n')
        i++;
    }
    if (ends)
      ends[(*count)++] = (uint32_t)i;
    if (i == length || text[i] == '\n')
      break;
    i++;
  }
  *at = i < length ? i + 1 : i;
  return ZC_CSV_WHOLE;
}

static uint32_t count_lines(const char *text, size_t length) {
  uint32_t lines = 0;
  for (const char *at = text, *end = text + length; (at = memchr(at, '\n', (size_t)(end - at)));
       at++)
    lines++;
  return lines;
}

/* Row by row, for texts with quotes. */
static zc_csv_piece cut_by_rows(const char *text, size_t length, uint32_t most, int final) {
  zc_csv_piece piece = {0};
  size_t at = 0;
  while (at < length && piece.rows < most) {
    ZC_ASSERT(piece.length == at);
    size_t start = at;
    zc_csv_end end = pass_row(text, length, &at, NULL, NULL);
    if (end == ZC_CSV_WHOLE && (text[at - 1] != '\n' || at == start) && !final)
      break;
    if (end == ZC_CSV_OPEN && !final)
      break;
    if (end != ZC_CSV_WHOLE) {
      const char *line = memchr(text + start, '\n', length - start);
      if (!line && !final)
        break;
      at = line ? (size_t)(line - text) + 1 : length;
    }
    piece.rows++;
    piece.length = at;
  }
  piece.lines = count_lines(text, piece.length);
  return piece;
}

zc_csv_piece zc_csv_cut(const char *text, size_t length, uint32_t most, int final) {
  int quoted = 0;
  ZC_ASSERT(most <= ZC_CHUNK_ROWS);
  zc_csv_piece piece = zc_csv_kernels_best()->cut(text, length, most, final, '"', &quoted);
  return quoted ? cut_by_rows(text, length, most, final) : piece;
}

zc_csv_piece zc_line_cut(const char *text, size_t length, uint32_t most, int final) {
  int stopped;
  ZC_ASSERT(most <= ZC_CHUNK_ROWS);
  return zc_csv_kernels_best()->cut(text, length, most, final, -1, &stopped);
}

/* Rows are noted before it is known whether there are any (csv_kernels.inc). */
enum { ROWS_AHEAD = 4 };

zc_status zc_csv_fields_make(zc_csv_fields *fields) {
  size_t rows = ZC_CHUNK_ROWS + ROWS_AHEAD;
  fields->first = zc_alloc(rows * sizeof *fields->first);
  fields->start = zc_alloc(rows * sizeof *fields->start);
  fields->line = zc_alloc(ZC_CHUNK_ROWS * sizeof *fields->line);
  fields->fault = zc_alloc(ZC_CHUNK_ROWS * sizeof *fields->fault);
  return fields->first && fields->start && fields->line && fields->fault ? ZC_OK : ZC_NO_RESOURCE;
}

void zc_csv_fields_free(zc_csv_fields *fields) {
  zc_free(fields->ends);
  zc_free(fields->first);
  zc_free(fields->start);
  zc_free(fields->line);
  zc_free(fields->fault);
  *fields = (zc_csv_fields){0};
}

/* Row by row, for texts with quotes. */
static void split_by_rows(zc_csv_fields *f, const char *text, size_t length) {
  uint32_t count = 0, lines = 0;
  size_t at = 0;
  f->rows = 0;
  while (at < length) {
    uint32_t row = f->rows++, fields = count;
    size_t start = at;
    ZC_ASSERT(row < ZC_CHUNK_ROWS && count < f->room);
    f->first[row] = count;
    f->start[row] = (uint32_t)start;
    f->line[row] = lines;
    f->fault[row] = ZC_ROW_FINE;
    if (pass_row(text, length, &at, f->ends, &fields) != ZC_CSV_WHOLE) {
      const char *line = memchr(text + start, '\n', length - start);
      at = line ? (size_t)(line - text) + 1 : length;
      fields = count + 1;
      f->ends[count] = (uint32_t)(line ? at - 1 : at);
      f->fault[row] = ZC_ROW_QUOTE;
    }
    lines += count_lines(text + start, at - start);
    count = fields;
  }
  f->first[f->rows] = count;
  f->start[f->rows] = (uint32_t)length;
}

/* A return before the line's end is none of the last field. */
static void drop_returns(zc_csv_fields *f) {
  for (uint32_t r = 0; r < f->rows; r++) {
    ZC_ASSERT(f->first[r + 1] > f->first[r] && f->start[r + 1] > f->start[r]);
    uint32_t last = f->first[r + 1] - 1, end = f->ends[last];
    if (end > f->start[r] && f->text[end - 1] == '\r')
      f->ends[last]--;
  }
}

static void find_faults(zc_csv_fields *f, uint32_t wanted) {
  for (uint32_t r = 0; r < f->rows; r++) {
    uint32_t count = f->first[r + 1] - f->first[r];
    if (count == wanted && f->start[r + 1] - f->start[r] > 2)
      continue;
    if (f->fault[r] != ZC_ROW_FINE)
      continue;
    if (count == 1 && f->ends[f->first[r]] == f->start[r])
      f->fault[r] = ZC_ROW_EMPTY;
    else if (count != wanted)
      f->fault[r] = count < wanted ? ZC_ROW_FEW : ZC_ROW_MANY;
  }
}

/* What the bytes of a row say goes before what its fields say. */
static void find_bytes(zc_csv_fields *f, const zc_byte_kinds *kinds) {
  for (uint32_t r = 0; r < f->rows; r++) {
    const char *row = f->text + f->start[r];
    size_t length = f->start[r + 1] - f->start[r];
    if (kinds->nuls && memchr(row, '\0', length))
      f->fault[r] = ZC_ROW_NUL;
    else if (kinds->high && zc_utf8_valid(row, length) != length)
      f->fault[r] = ZC_ROW_BYTES;
  }
}

static zc_status make_room(zc_csv_fields *f, size_t length) {
  size_t room = length + ZC_CHUNK_PADDING;
  if (f->room >= room)
    return ZC_OK;
  zc_free(f->ends);
  f->ends = zc_alloc(room * sizeof *f->ends);
  f->room = f->ends ? (uint32_t)room : 0;
  return f->ends ? ZC_OK : ZC_NO_RESOURCE;
}

zc_status zc_csv_split(zc_csv_fields *f, const char *text, size_t length, uint32_t wanted) {
  if (make_room(f, length) != ZC_OK)
    return ZC_NO_RESOURCE;
  f->text = text;
  zc_byte_kinds kinds = zc_csv_kernels_best()->split(f, text, length);
  f->has_quotes = kinds.quotes != 0;
  if (kinds.quotes)
    split_by_rows(f, text, length);
  ZC_ASSERT(f->rows <= ZC_CHUNK_ROWS && f->first[f->rows] <= f->room);
  ZC_ASSERT(f->start[f->rows] == length);
  drop_returns(f);
  find_faults(f, wanted);
  if (kinds.nuls || kinds.high)
    find_bytes(f, &kinds);
  return ZC_OK;
}

zc_status zc_line_split(zc_csv_fields *f, const char *text, size_t length) {
  zc_byte_kinds kinds = {0, 1, 1};
  size_t at = 0;
  if (make_room(f, length) != ZC_OK)
    return ZC_NO_RESOURCE;
  f->text = text;
  for (f->rows = 0; at < length; f->rows++) {
    const char *line = memchr(text + at, '\n', length - at);
    uint32_t row = f->rows;
    ZC_ASSERT(row < ZC_CHUNK_ROWS);
    f->first[row] = f->line[row] = row;
    f->start[row] = (uint32_t)at;
    f->fault[row] = ZC_ROW_FINE;
    f->ends[row] = (uint32_t)(line ? (size_t)(line - text) : length);
    at = line ? f->ends[row] + 1 : length;
  }
  f->first[f->rows] = f->rows;
  f->start[f->rows] = (uint32_t)length;
  drop_returns(f);
  find_faults(f, 1);
  find_bytes(f, &kinds);
  return ZC_OK;
}

void zc_csv_long_row(zc_csv_fields *f) {
  f->rows = 1;
  f->line[0] = 0;
  f->fault[0] = ZC_ROW_LONG;
}

zc_csv_field zc_csv_value(zc_csv_field field, char *out) {
  if (!field.length || field.text[0] != '"')
    return field;
  uint32_t length = 0;
  for (uint32_t i = 1; i + 1 < field.length; i++) {
    out[length++] = field.text[i];
    i += field.text[i] == '"';
  }
  return (zc_csv_field){out, length};
}
