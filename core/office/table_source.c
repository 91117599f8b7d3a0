/* SPDX-License-Identifier: Apache-2.0 */
#include "office/table_source.h"

#include "base/memory.h"
#include "office/table_reader.h"

#include <string.h>

struct zc_table_source {
  zc_office_file file;
  zc_table_reader *reader;
  zc_table_about about;
  zc_arena arena;
  zc_table_row *head; /* kept rows, handed out once more */
  uint32_t head_count, head_taken;
};

/* NDJSON has no cells, only what is known of the file. */
static zc_status open_reader(zc_table_source *source, const zc_table_options *options,
                             zc_diagnostics *diag) {
  switch (source->file.kind) {
  case ZC_OFFICE_TEXT:
    return zc_text_reader_open(&source->reader, &source->file, options, diag);
  case ZC_OFFICE_NDJSON:
    return ZC_OK;
  case ZC_OFFICE_XLSX:
    return zc_xlsx_reader_open(&source->reader, &source->file, options, diag);
  case ZC_OFFICE_XLS:
    return zc_xls_reader_open(&source->reader, &source->file, options, diag);
  }
  return ZC_OK;
}

zc_status zc_table_source_open(zc_table_source **source, zc_office_file *file,
                               const zc_table_options *options, zc_diagnostics *diag) {
  zc_table_source *s = zc_calloc(1, sizeof *s);
  *source = NULL;
  if (!s) {
    zc_office_file_close(file);
    return zc_report_memory(diag);
  }
  s->file = *file;
  *file = (zc_office_file){.name = file->name, .file = -1};
  zc_status status = open_reader(s, options, diag);
  if (status != ZC_OK) {
    zc_table_source_close(s);
    return status;
  }
  if (s->reader)
    s->about = s->reader->about;
  s->about.kind = s->file.kind;
  *source = s;
  return ZC_OK;
}

void zc_table_source_close(zc_table_source *source) {
  if (!source)
    return;
  if (source->reader)
    source->reader->close(source->reader);
  zc_office_file_close(&source->file);
  zc_arena_free(&source->arena);
  zc_free(source);
}

const zc_table_about *zc_table_source_about(const zc_table_source *source) {
  return &source->about;
}

/* ---- rows ---- */

/* A row that lives as long as the source. 0, or -1: out of memory. */
static int keep_row(zc_table_source *source, const zc_table_row *row) {
  zc_cell *cells = zc_arena_alloc(&source->arena, (row->count + 1) * sizeof *cells);
  for (uint32_t i = 0; cells && i < row->count; i++) {
    cells[i] = row->cells[i];
    cells[i].text = zc_arena_copy(&source->arena, row->cells[i].text, row->cells[i].length);
    if (!cells[i].text)
      return -1;
  }
  zc_table_row *kept = &source->head[source->head_count];
  *kept = *row;
  kept->cells = cells;
  return cells ? 0 : -1;
}

static zc_status read_row(zc_table_source *source, const zc_table_row **row, zc_diagnostics *diag) {
  *row = NULL;
  if (!source->reader)
    return ZC_OK;
  zc_status status = source->reader->next(source->reader, row, diag);
  if (status == ZC_OK && *row)
    source->reader->hidden_rows += (*row)->is_hidden;
  return status;
}

zc_status zc_table_source_head(zc_table_source *source, const zc_table_row **rows, uint32_t *count,
                               zc_diagnostics *diag) {
  if (!source->head) {
    source->head = zc_arena_alloc(&source->arena, ZC_HEADING_ROWS * sizeof *source->head);
    if (!source->head)
      return zc_report_memory(diag);
    const zc_table_row *row = NULL;
    do {
      zc_status status = read_row(source, &row, diag);
      if (status != ZC_OK)
        return status;
      if (row && keep_row(source, row) != 0)
        return zc_report_memory(diag);
      source->head_count += row != NULL;
    } while (row && source->head_count < ZC_HEADING_ROWS);
  }
  *rows = source->head;
  *count = source->head_count;
  return ZC_OK;
}

zc_status zc_table_source_next(zc_table_source *source, const zc_table_row **row,
                               zc_diagnostics *diag) {
  if (source->head_taken < source->head_count) {
    *row = &source->head[source->head_taken++];
    return ZC_OK;
  }
  return read_row(source, row, diag);
}

/* ---- what is known of it ---- */

uint64_t zc_table_source_progress(const zc_table_source *source) {
  return source->reader ? source->reader->progress(source->reader) : source->file.bytes_read;
}

int zc_serial_day(int64_t serial, int has_1904_days, zc_day *day) {
  /* Excel has a 29 February 1900, number 60, so that later days are one higher. */
  int64_t before = has_1904_days ? zc_day_of(1904, 1, 1) : zc_day_of(1899, 12, 31);
  if (!has_1904_days && serial > 60)
    before--;
  if (serial < (has_1904_days ? 0 : 1) || serial > 2958465 || (!has_1904_days && serial == 60))
    return -1;
  *day = (zc_day)(before + serial);
  return 0;
}

int zc_table_source_serial(const zc_table_source *source, int64_t serial, zc_day *day) {
  return zc_serial_day(serial, source->reader && source->reader->has_1904_days, day);
}

static void note_sheets(const zc_table_about *about, zc_lang lang, zc_buffer *out) {
  uint32_t others = 0;
  for (uint32_t i = 0; i < about->sheet_count; i++) {
    const zc_table_sheet *sheet = &about->sheets[i];
    if (sheet->name == about->sheet || !sheet->is_visible || !sheet->is_filled)
      continue;
    if (others == 0)
      zc_buffer_printf(out,
                       lang == ZC_LANG_ZH ? "只读了工作表“%s”；未读的还有："
                                          : "only sheet '%s' was read; others that are filled: ",
                       about->sheet);
    zc_buffer_puts(out, others++ == 0 ? "" : lang == ZC_LANG_ZH ? "、" : ", ");
    zc_buffer_puts(out, sheet->name);
  }
  if (others > 0)
    zc_buffer_puts(out, lang == ZC_LANG_ZH ? "；用 --sheet 选择\n" : "; choose with --sheet\n");
}

void zc_table_source_notes(const zc_table_source *source, zc_lang lang, zc_buffer *out) {
  const zc_table_reader *reader = source->reader;
  if (!reader)
    return;
  note_sheets(&source->about, lang, out);
  if (reader->hidden_rows > 0)
    zc_buffer_printf(out,
                     lang == ZC_LANG_ZH ? "隐藏的 %llu 行也读入了\n"
                                        : "hidden rows were read as well: %llu\n",
                     (unsigned long long)reader->hidden_rows);
  if (reader->hidden_columns > 0)
    zc_buffer_printf(out,
                     lang == ZC_LANG_ZH ? "隐藏的 %u 列也读入了\n"
                                        : "hidden columns were read as well: %u\n",
                     (unsigned)reader->hidden_columns);
}

zc_column_letters zc_letters_of(uint32_t column) {
  zc_column_letters letters = {{0}};
  char reversed[sizeof letters.text];
  size_t count = 0;
  for (uint64_t rest = (uint64_t)column + 1; rest > 0; rest = (rest - 1) / 26)
    reversed[count++] = (char)('A' + (rest - 1) % 26);
  for (size_t i = 0; i < count; i++)
    letters.text[i] = reversed[count - 1 - i];
  return letters;
}
