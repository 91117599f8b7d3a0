/* SPDX-License-Identifier: Apache-2.0 */
/* Rows and their answers to a workbook: people, rejected rows, what came out. */
#include "base/memory.h"
#include "batch/answer_cells.h"
#include "batch/rulings.h"
#include "batch/sink.h"
#include "office/workbook_writer.h"

#include <stdlib.h>
#include <string.h>

enum { RESULT_HEADINGS = 7, REJECT_HEADINGS = 2, EARLIEST = 4 /* among those of results */ };

typedef struct book_sink {
  zc_sink *sink;
  zc_workbook_writer *writer;
  uint32_t results, rejects, summary; /* sheets */
  const char **headings;              /* of results, then of rejects */
  uint32_t own_count;                 /* the input's columns among them */
  zc_rulings *rulings;                /* by region; a text has its cells, each behind a NUL */
  uint64_t **missing;                 /* by region and fact: rows in which it is missing */
  zc_buffer room, text;
  size_t repeated_taken; /* of sink->repeated */
} book_sink;

static const char *const result_headings[][RESULT_HEADINGS] = {
    {"verdict", "route", "clauses not met", "still to provide", "earliest date", "based on",
     "digest of the rules"},
    {"结论", "途径", "不符合的条款", "还需提供", "最早可申报日期", "依据", "规则摘要"}};
static const char *const reject_headings[][REJECT_HEADINGS] = {{"row", "reason"}, {"行号", "原因"}};
const char *const zc_workbook_sheets[2][3] = {{"results", "rejected", "summary"},
                                              {"结果", "退回", "汇总"}};

static int is_zh(const book_sink *s) {
  return s->sink->batch->lang == ZC_LANG_ZH;
}

/* ---- the input's columns ---- */

/* A column that says why a row was rejected is not handed on. */
static int is_left_out(const zc_batch *batch, uint32_t field) {
  return field < batch->office->headings.count && batch->office->headings.columns[field].is_reason;
}

static uint32_t own_columns(const zc_batch *batch, const char **names) {
  uint32_t count = 0;
  if (batch->in == ZC_FORM_NDJSON) {
    names[count++] = ZC_MEMBERS_COLUMN;
    names[count++] = "id";
    return count;
  }
  for (uint32_t i = 0; i < batch->header.count; i++)
    if (!is_left_out(batch, i))
      names[count++] = batch->header.names[i];
  return count;
}

static void put_text(book_sink *s, uint32_t sheet, zc_csv_field field) {
  zc_workbook_writer_text(s->writer, sheet, field.text, field.length, ZC_COLOUR_NONE);
}

/* A field as it was handed in, without its quotes. */
static void put_field(book_sink *s, uint32_t sheet, zc_csv_field field) {
  zc_buffer_clear(&s->room);
  if (zc_buffer_reserve(&s->room, field.length + 1) == 0)
    put_text(s, sheet, zc_csv_value(field, s->room.data));
}

/* The row's own fields; of a row whose fields cannot be told apart its text stands in the first. */
static void put_own(book_sink *s, uint32_t sheet, const zc_batch_job *job, uint32_t row) {
  const zc_batch *batch = s->sink->batch;
  const zc_csv_fields *f = job->is_translated ? &job->raw : &job->fields;
  zc_row_fault fault = job->is_long ? ZC_ROW_LONG : (zc_row_fault)f->fault[row];
  int is_broken =
      fault == ZC_ROW_QUOTE || fault == ZC_ROW_BYTES || fault == ZC_ROW_NUL || fault == ZC_ROW_LONG;
  uint32_t count = is_broken ? 0 : f->first[row + 1] - f->first[row];
  for (uint32_t i = 0; i < batch->header.count; i++) {
    if (is_left_out(batch, i))
      continue;
    zc_csv_field field = {"", 0};
    if (i < count)
      field = zc_csv_field_at(f, row, i);
    else if (i == 0 && is_broken && fault != ZC_ROW_LONG)
      field = (zc_csv_field){f->text + f->start[row], f->start[row + 1] - f->start[row]};
    if (is_broken)
      put_text(s, sheet, field);
    else
      put_field(s, sheet, field);
  }
}

static void put_members(book_sink *s, uint32_t sheet, const zc_batch_job *job, uint32_t row) {
  const zc_batch *batch = s->sink->batch;
  if (job->fields.fault[row] == ZC_ROW_FINE || job->fields.fault[row] == ZC_ROW_REPEATED) {
    put_text(s, sheet, zc_batch_job_carried(batch, job, row, 0, &s->room));
    put_text(s, sheet, zc_batch_job_id(batch, job, row, &s->room));
    return;
  }
  int is_long = job->is_long || job->fields.fault[row] == ZC_ROW_LONG;
  put_text(s, sheet, is_long ? (zc_csv_field){"", 0} : zc_csv_field_at(&job->fields, row, 0));
  put_text(s, sheet, (zc_csv_field){"", 0});
}

static void put_input(book_sink *s, uint32_t sheet, const zc_batch_job *job, uint32_t row) {
  if (s->sink->batch->in == ZC_FORM_CSV)
    put_own(s, sheet, job, row);
  else
    put_members(s, sheet, job, row);
}

/* ---- people ---- */

static const char *cells_of(book_sink *s, const zc_batch_job *job, uint32_t row) {
  const zc_batch *batch = s->sink->batch;
  uint32_t region = job->region[row], length;
  const uint64_t *key = zc_batch_job_key(batch, job, row);
  zc_rulings *rulings = &s->rulings[region];
  int is_new;
  uint32_t number = zc_rulings_find(rulings, key, &is_new);
  if (is_new) {
    zc_ruling ruling = zc_batch_ruling(batch, &batch->regions[region], key);
    zc_answer_cells(&rulings->text, &ruling, batch->lang);
    zc_rulings_close(rulings);
  }
  return rulings->text.failed ? NULL : zc_rulings_text(rulings, number, &length);
}

static void count_missing(book_sink *s, const zc_batch_job *job, uint32_t row) {
  const zc_batch *batch = s->sink->batch;
  uint32_t region = job->region[row];
  const zc_batch_region *r = &batch->regions[region];
  zc_ruling ruling = zc_batch_ruling(batch, r, zc_batch_job_key(batch, job, row));
  for (uint32_t word = 0; word < r->fact_words; word++)
    for (uint64_t bits = ruling.missing[word]; bits; bits &= bits - 1)
      s->missing[region][word * 64 + (uint32_t)__builtin_ctzll(bits)]++;
}

static zc_status put_person(book_sink *s, const zc_batch_job *job, uint32_t row) {
  static const zc_cell_colour colours[] = {[ZC_ELIGIBLE] = ZC_COLOUR_GREEN,
                                           [ZC_INELIGIBLE] = ZC_COLOUR_RED,
                                           [ZC_UNDETERMINED_VERDICT] = ZC_COLOUR_YELLOW};
  const zc_batch *batch = s->sink->batch;
  const char *cell = cells_of(s, job, row);
  if (!cell)
    return zc_report_memory(s->sink->diag);
  zc_ruling ruling =
      zc_batch_ruling(batch, &batch->regions[job->region[row]], zc_batch_job_key(batch, job, row));
  count_missing(s, job, row);
  put_input(s, s->results, job, row);
  for (int i = 0; i < RESULT_HEADINGS; i++) {
    uint32_t start = row > 0 ? job->out_ends[row - 1] : 0;
    if (i == EARLIEST) {
      put_text(s, s->results, (zc_csv_field){job->out.data + start, job->out_ends[row] - start});
      continue;
    }
    zc_workbook_writer_text(s->writer, s->results, cell, strlen(cell),
                            i == 0 ? colours[ruling.verdict] : ZC_COLOUR_NONE);
    cell += strlen(cell) + 1;
  }
  return zc_workbook_writer_row(s->writer, s->results, s->sink->diag);
}

/* ---- rejected rows ---- */

/* The last field of a line of rejected rows, which is the reason. */
static zc_csv_field last_field(const char *line, size_t length) {
  size_t start = 0;
  int is_quoted = 0;
  while (length > 0 && line[length - 1] == '\n')
    length--;
  for (size_t i = 0; i < length; i++) {
    is_quoted ^= line[i] == '"';
    if (line[i] == ',' && !is_quoted)
      start = i + 1;
  }
  return (zc_csv_field){line + start, (uint32_t)(length - start)};
}

/* The line of a row as the sink wrote it: of a repeated id behind those of the chunk before it. */
static zc_csv_field reject_line(book_sink *s, const zc_batch_job *job, uint32_t row) {
  const zc_buffer *repeated = &s->sink->repeated;
  uint32_t start = row > 0 ? job->reject_ends[row - 1] : 0, length;
  if (job->fields.fault[row] != ZC_ROW_REPEATED)
    return (zc_csv_field){job->rejects.data + start, job->reject_ends[row] - start};
  memcpy(&length, repeated->data + s->repeated_taken, sizeof length);
  s->repeated_taken += sizeof length + length;
  return (zc_csv_field){repeated->data + s->repeated_taken - length, length};
}

static zc_status put_rejected(book_sink *s, const zc_batch_job *job, uint32_t row) {
  zc_csv_field line = reject_line(s, job, row);
  put_input(s, s->rejects, job, row);
  zc_workbook_writer_number(s->writer, s->rejects,
                            (double)zc_batch_job_line(s->sink->batch, job, row));
  put_field(s, s->rejects, last_field(line.text, line.length));
  return zc_workbook_writer_row(s->writer, s->rejects, s->sink->diag);
}

static zc_status put_rows(book_sink *s, const zc_batch_job *job) {
  zc_status status = ZC_OK;
  s->repeated_taken = 0;
  for (uint32_t row = 0; status == ZC_OK && row < job->fields.rows; row++) {
    zc_row_fault fault = (zc_row_fault)job->fields.fault[row];
    if (fault == ZC_ROW_FINE)
      status = put_person(s, job, row);
    else if (fault != ZC_ROW_PASSED && fault != ZC_ROW_EMPTY)
      status = put_rejected(s, job, row);
  }
  return status == ZC_OK && s->room.failed ? zc_report_memory(s->sink->diag) : status;
}

/* ---- what came out ---- */

static zc_status put_line(book_sink *s, const char *label, const char *text) {
  zc_workbook_writer_text(s->writer, s->summary, label, strlen(label), ZC_COLOUR_NONE);
  zc_workbook_writer_text(s->writer, s->summary, text, strlen(text), ZC_COLOUR_NONE);
  return zc_workbook_writer_row(s->writer, s->summary, s->sink->diag);
}

static zc_status put_count(book_sink *s, const char *label, uint64_t count) {
  zc_workbook_writer_text(s->writer, s->summary, label, strlen(label), ZC_COLOUR_NONE);
  zc_workbook_writer_number(s->writer, s->summary, (double)count);
  return zc_workbook_writer_row(s->writer, s->summary, s->sink->diag);
}

/* A line of the summary for people; one that begins with a count has it as a number. */
static zc_status put_told(book_sink *s, char *line) {
  char *end;
  unsigned long long count = strtoull(line, &end, 10);
  if (line[0] != ' ' || end == line)
    return put_line(s, line, "");
  return put_count(s, end + strspn(end, " "), count);
}

static zc_status put_summary(book_sink *s) {
  zc_status status = put_count(s, is_zh(s) ? "行数" : "rows", s->sink->tally.rows);
  zc_buffer_clear(&s->text);
  zc_sink_summary(&s->text, s->sink);
  char *rest = zc_buffer_text(&s->text) ? s->text.data : NULL;
  if (!rest)
    return zc_report_memory(s->sink->diag);
  strsep(&rest, "\n"); /* how long it took is nothing of the people */
  for (char *line; status == ZC_OK && (line = strsep(&rest, "\n"));)
    status = *line != '\0' ? put_told(s, line) : ZC_OK;
  return status;
}

static zc_status put_regions(book_sink *s) {
  const zc_batch *batch = s->sink->batch;
  zc_status status = ZC_OK;
  char day[11];
  zc_day_format(batch->as_of, day);
  if (!batch->day_name)
    status = put_line(s, is_zh(s) ? "所问的那一天" : "day asked about", day);
  for (uint32_t i = 0; status == ZC_OK && i < batch->region_count; i++) {
    const zc_region *region = batch->regions[i].region;
    status = put_line(s, is_zh(s) ? "地区" : "region", region->id);
    for (uint32_t d = 0; status == ZC_OK && d < region->document_count; d++) {
      zc_buffer_clear(&s->text);
      zc_answer_document(&s->text, region, d, batch->lang);
      const char *text = zc_buffer_text(&s->text);
      status = text ? put_line(s, is_zh(s) ? "文件" : "document", text)
                    : zc_report_memory(s->sink->diag);
    }
    for (uint32_t f = 0; status == ZC_OK && f < region->vocabulary.fact_count; f++)
      if (s->missing[i][f] > 0) {
        zc_buffer_clear(&s->text);
        zc_answer_fact(&s->text, region, f, batch->lang);
        const char *text = zc_buffer_text(&s->text);
        status = text ? put_count(s, text, s->missing[i][f]) : zc_report_memory(s->sink->diag);
      }
  }
  return status;
}

static zc_status put_headings(book_sink *s) {
  const zc_batch *batch = s->sink->batch;
  zc_status status = ZC_OK;
  for (uint32_t i = 0; batch->office && status == ZC_OK && i < batch->office->headings.count; i++) {
    const zc_heading *heading = &batch->office->headings.columns[i];
    const char *becomes = heading->fact >= 0 ? batch->office->vocabulary.facts[heading->fact].name
                                             : zc_heading_by_name(heading->by);
    zc_buffer_clear(&s->text);
    zc_buffer_printf(&s->text, is_zh(s) ? "%s 列 %s" : "column %s %s", zc_letters_of(i).text,
                     heading->text);
    const char *text = zc_buffer_text(&s->text);
    status = text ? put_line(s, text, becomes) : zc_report_memory(s->sink->diag);
  }
  return status;
}

/* ---- the whole ---- */

static zc_status make_lists(book_sink *s) {
  const zc_batch *batch = s->sink->batch;
  uint32_t most = batch->header.count + 2, own;
  s->headings =
      zc_calloc(2 * (size_t)most + RESULT_HEADINGS + REJECT_HEADINGS, sizeof *s->headings);
  s->rulings = zc_calloc(batch->region_count, sizeof *s->rulings);
  s->missing = zc_calloc(batch->region_count, sizeof *s->missing);
  int failed = !s->headings || !s->rulings || !s->missing;
  for (uint32_t i = 0; !failed && i < batch->region_count; i++) {
    s->missing[i] = zc_calloc((size_t)batch->regions[i].fact_words * 64 + 64, sizeof **s->missing);
    failed = zc_rulings_make(&s->rulings[i], batch->key_words) != 0 || !s->missing[i];
  }
  if (failed)
    return zc_report_memory(s->sink->diag);
  own = s->own_count = own_columns(batch, s->headings);
  memcpy(s->headings + own, result_headings[is_zh(s)], sizeof result_headings[0]);
  own_columns(batch, s->headings + own + RESULT_HEADINGS);
  memcpy(s->headings + 2 * own + RESULT_HEADINGS, reject_headings[is_zh(s)],
         sizeof reject_headings[0]);
  return ZC_OK;
}

static zc_status make_sheets(book_sink *s) {
  const char *const *names = zc_workbook_sheets[is_zh(s)];
  uint32_t own = s->own_count;
  zc_diagnostics *diag = s->sink->diag;
  zc_status status = zc_workbook_writer_sheet(s->writer, names[0], s->headings,
                                              own + RESULT_HEADINGS, &s->results, diag);
  if (status == ZC_OK)
    status = zc_workbook_writer_sheet(s->writer, names[1], s->headings + own + RESULT_HEADINGS,
                                      own + REJECT_HEADINGS, &s->rejects, diag);
  return status == ZC_OK ? zc_workbook_writer_sheet(s->writer, names[2], NULL, 0, &s->summary, diag)
                         : status;
}

static void free_lists(book_sink *s) {
  for (uint32_t i = 0; i < s->sink->batch->region_count; i++) {
    if (s->rulings)
      zc_rulings_free(&s->rulings[i]);
    if (s->missing)
      zc_free(s->missing[i]);
  }
  zc_free(s->rulings);
  zc_free(s->missing);
  zc_free(s->headings);
  zc_buffer_free(&s->room);
  zc_buffer_free(&s->text);
  zc_workbook_writer_free(s->writer);
}

/* What the input says of itself is told when its last row was read. */
static zc_status put_end(book_sink *s) {
  zc_status status = put_summary(s);
  if (status == ZC_OK)
    status = put_regions(s);
  if (status == ZC_OK)
    status = put_headings(s);
  if (status == ZC_OK)
    status = zc_workbook_writer_finish(s->writer, &s->sink->output, s->sink->diag);
  uint64_t cut = status == ZC_OK ? zc_workbook_writer_cut(s->writer) : 0;
  if (cut > 0)
    zc_report(
        s->sink->diag, ZC_OK, NULL,
        "工作簿的一格最多 32767 个字符，%llu 处文字写不下，已截短；要完整的请改用 .csv",
        "a cell of a workbook takes 32767 characters; texts that were cut: %llu; let --out end "
        "with .csv to have them whole",
        (unsigned long long)cut);
  return status;
}

zc_status zc_sink_workbook(zc_sink *sink) {
  book_sink s = {.sink = sink};
  zc_batch_job *job = NULL;
  zc_status status = make_lists(&s);
  if (status == ZC_OK)
    status = zc_workbook_writer_new(&s.writer, sink->diag);
  if (status == ZC_OK)
    status = make_sheets(&s);
  while (status == ZC_OK && (status = zc_sink_next(sink, &job)) == ZC_OK && job)
    status = put_rows(&s, job);
  if (status == ZC_OK)
    status = put_end(&s);
  free_lists(&s);
  return status;
}
