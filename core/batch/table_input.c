/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/table_input.h"

#include "base/assert.h"
#include "base/memory.h"
#include "facts/reader.h"
#include "office/cell_text.h"

#include <string.h>

enum { CHUNK_BYTES = 96 << 10 }; /* as in input.c */

/* ---- headings of a text ---- */

/* Rows of a text as rows of cells; texts lie in `arena`. */
typedef struct first_rows {
  zc_table_row rows[ZC_HEADING_ROWS];
  uint32_t count;
  uint32_t ends[ZC_HEADING_ROWS];  /* of the text: behind each row */
  uint32_t lines[ZC_HEADING_ROWS]; /* line breaks before each row */
  zc_row_fault faults[ZC_HEADING_ROWS];
  int has_return[ZC_HEADING_ROWS]; /* a cell without quotes has a carriage return */
  zc_arena arena;
} first_rows;

static int add_row(first_rows *f, const zc_csv_fields *fields, uint32_t row, uint64_t line) {
  zc_row_fault fault = (zc_row_fault)fields->fault[row];
  int is_broken = fault == ZC_ROW_QUOTE || fault == ZC_ROW_BYTES || fault == ZC_ROW_NUL;
  uint32_t count =
      is_broken || fault == ZC_ROW_EMPTY ? 0 : fields->first[row + 1] - fields->first[row];
  zc_cell *cells = zc_arena_alloc(&f->arena, (count + 1) * sizeof *cells);
  for (uint32_t i = 0; cells && i < count; i++) {
    zc_csv_field raw = zc_csv_field_at(fields, row, i);
    char *room = zc_arena_alloc(&f->arena, raw.length + 1);
    if (!room)
      return -1;
    zc_csv_field value = zc_csv_value(raw, room);
    f->has_return[f->count] |=
        raw.length && raw.text[0] != '"' && memchr(raw.text, '\r', raw.length);
    cells[i] = (zc_cell){.text = value.text, .length = value.length, .kind = ZC_CELL_TEXT};
  }
  f->rows[f->count] = (zc_table_row){.number = line, .cells = cells, .count = count};
  f->ends[f->count] = fields->start[row + 1];
  f->faults[f->count] =
      fields->start[row + 1] - fields->start[row] > ZC_ROW_LIMIT ? ZC_ROW_LONG : fault;
  f->lines[f->count++] = fields->line[row];
  return cells ? 0 : -1;
}

static zc_status read_first(zc_input *input, first_rows *f, zc_csv_fields *fields,
                            zc_diagnostics *diag) {
  zc_csv_piece piece;
  zc_status status = zc_input_first_rows(input, &piece, diag);
  if (status != ZC_OK)
    return status;
  int made = zc_csv_fields_make(fields) == ZC_OK &&
             zc_csv_split(fields, input->text + input->at, piece.length, 1) == ZC_OK;
  for (uint32_t row = 0; made && row < fields->rows; row++)
    made = add_row(f, fields, row, input->line + fields->line[row]) == 0;
  return made ? ZC_OK : zc_report_memory(diag);
}

/* ---- other separators ---- */

/* The most facts that one of the lines names when it is split so. */
static uint32_t count_split(const zc_input *input, const zc_heading_question *q, char separator) {
  enum { MOST_CELLS = 512 };
  const char *at = input->text + input->at, *end = input->text + input->length;
  uint32_t most = 0;
  for (int line = 0; line < ZC_HEADING_ROWS && at < end; line++) {
    zc_cell cells[MOST_CELLS];
    uint32_t count = 0;
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    stop = stop ? stop : end;
    for (const char *from = at; from <= stop && count < MOST_CELLS;) {
      const char *next = memchr(from, separator, (size_t)(stop - from));
      next = next ? next : stop;
      int has_quotes = next - from >= 2 && *from == '"' && next[-1] == '"';
      cells[count++] = (zc_cell){.text = from + has_quotes,
                                 .length = (uint32_t)(next - from) - 2 * (uint32_t)has_quotes,
                                 .kind = ZC_CELL_TEXT};
      from = next + 1;
    }
    zc_table_row row = {.number = 1, .cells = cells, .count = count};
    uint32_t named = zc_heading_count(q, &row);
    most = named > most ? named : most;
    at = stop + 1;
  }
  return most;
}

static int is_split_otherwise(const zc_input *input, const zc_batch_office *office) {
  zc_heading_question q = {.vocabulary = &office->vocabulary,
                           .lexicon = office->lexicon,
                           .map = office->map.file ? &office->map : NULL};
  uint32_t commas = count_split(input, &q, ','), semicolons = count_split(input, &q, ';'),
           tabs = count_split(input, &q, '\t');
  uint32_t other = semicolons > tabs ? semicolons : tabs;
  return other >= 2 && other > commas;
}

/* ---- headings ---- */

static uint32_t count_known(void *context, const zc_table_row *row) {
  return zc_heading_count(context, row);
}

/* Headings of a table, and the rows up to them passed over. */
static zc_status table_headings(zc_input *input, zc_batch_office *office, zc_diagnostics *diag) {
  zc_heading_question q = {.vocabulary = &office->vocabulary,
                           .lexicon = office->lexicon,
                           .map = office->map.file ? &office->map : NULL};
  zc_table_options options = {
      .sheet = input->sheet, .encoding = input->encoding, .known = count_known, .context = &q};
  const zc_table_row *rows, *row;
  uint32_t count;
  office->is_table = 1;
  zc_status status = zc_table_source_open(&input->source, &input->file, &options, diag);
  if (status == ZC_OK)
    status = zc_table_source_head(input->source, &rows, &count, diag);
  if (status != ZC_OK)
    return status;
  if (count == 0)
    return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = input->name},
                     "表中没有内容；请写列名一行和各人各一行",
                     "there is nothing in it; write a row of headings and a row for each person");
  const zc_table_about *about = zc_table_source_about(input->source);
  status = zc_batch_office_headings(office, rows, count, about, input->name, diag);
  for (uint32_t i = 0; status == ZC_OK && i <= office->headings.index; i++)
    status = zc_table_source_next(input->source, &row, diag);
  input->office = office;
  return status;
}

/* The row that was taken for the headings is to be one that can be read. */
static zc_status check_row(const first_rows *f, const zc_batch_office *office, const char *file,
                           zc_diagnostics *diag) {
  uint32_t index = office->headings.index;
  zc_where where = {.file = file, .line = (uint32_t)office->headings.row};
  zc_row_fault fault = f->faults[index];
  if (f->has_return[index])
    return zc_csv_header_return(&where, diag);
  return fault == ZC_ROW_FINE || fault == ZC_ROW_MANY || fault == ZC_ROW_FEW
             ? ZC_OK
             : zc_csv_header_fault(fault, &where, diag);
}

static zc_status text_headings(zc_input *input, zc_batch_office *office, zc_diagnostics *diag) {
  first_rows f = {.count = 0};
  zc_csv_fields fields = {0};
  zc_status status = read_first(input, &f, &fields, diag);
  if (status == ZC_OK)
    status = zc_batch_office_headings(office, f.rows, f.count, NULL, input->name, diag);
  if (office->headings.columns) {
    zc_status row = check_row(&f, office, input->name, diag);
    status = row > status ? row : status;
  }
  if (status == ZC_OK) {
    uint32_t index = office->headings.index;
    ZC_ASSERT(fields.line && fields.rows > 0);
    input->at += f.ends[index];
    input->line += index + 1 < f.count ? f.lines[index + 1] : fields.line[fields.rows - 1] + 1;
  }
  zc_csv_fields_free(&fields);
  zc_arena_free(&f.arena);
  return status;
}

zc_status zc_input_headings(zc_input *input, zc_batch_office *office, zc_diagnostics *diag) {
  if (!input->is_table && is_split_otherwise(input, office)) {
    input->is_table = 1;
    input->file.start_taken = 0;
    input->file.bytes_read = 0;
    input->file.has_ended = 0;
  }
  return input->is_table ? table_headings(input, office, diag) : text_headings(input, office, diag);
}

/* ---- rows of a table ---- */

/* A text whose cells cannot be told apart has none: the fault says so. */
static void put_row(zc_input *input, const zc_table_row *row) {
  const zc_batch_office *o = input->office;
  zc_buffer cell = {0}, faults = {0};
  zc_buffer_clear(&input->row);
  uint32_t count = row->count > o->headings.count ? row->count : o->headings.count;
  for (uint32_t i = 0; i < count; i++) {
    zc_buffer_clear(&cell);
    if (i < row->count && i < o->headings.count)
      zc_cell_fault_put(&faults, i,
                        zc_cell_put(&cell, &row->cells[i], &o->headings.columns[i], &o->vocabulary,
                                    input->source));
    else if (i < row->count)
      zc_buffer_add(&cell, row->cells[i].text, row->cells[i].length);
    zc_csv_put(&input->row, cell.data, cell.length);
    zc_buffer_putc(&input->row, ',');
  }
  zc_buffer_int(&input->row, (int64_t)row->number);
  if (row->fault)
    zc_buffer_printf(&faults, " 0%c", ZC_CELL_ROW_IS_BROKEN);
  zc_buffer_add(&input->row, faults.data, faults.length);
  zc_buffer_putc(&input->row, '\n');
  input->row.failed |= cell.failed | faults.failed;
  zc_buffer_free(&cell);
  zc_buffer_free(&faults);
}

/* Rows whose text did not fit the last chunk wait in input->row. */
static zc_status next_row(zc_input *input, zc_diagnostics *diag) {
  const zc_table_row *row;
  zc_status status = zc_table_source_next(input->source, &row, diag);
  zc_buffer_clear(&input->row);
  if (status != ZC_OK || !row)
    return status;
  put_row(input, row);
  return input->row.failed ? zc_report_memory(diag) : ZC_OK;
}

zc_status zc_input_next_table(zc_input *input, zc_batch_job *job, zc_diagnostics *diag) {
  zc_status status = input->row.length ? ZC_OK : next_row(input, diag);
  size_t most = input->row.length > CHUNK_BYTES ? input->row.length : CHUNK_BYTES;
  job->is_long = 0;
  job->first_line = 1;
  if (status == ZC_OK)
    status = zc_input_make_room(job, most, diag);
  for (uint32_t rows = 0; status == ZC_OK && input->row.length &&
                          job->length + input->row.length <= most && rows < ZC_CHUNK_ROWS;
       rows++) {
    memcpy(job->text + job->length, input->row.data, input->row.length);
    job->length += input->row.length;
    status = next_row(input, diag);
  }
  if (status == ZC_OK)
    memset(job->text + job->length, 0, ZC_CHUNK_PADDING);
  job->bytes_read = zc_table_source_progress(input->source);
  return status;
}
