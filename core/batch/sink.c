/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/sink.h"
#include "batch/target.h"

#include "base/memory.h"
#include "base/signal.h"

#include <errno.h>
#include <string.h>

static zc_status find_folder(zc_sink *sink) {
  const char *target = sink->output.target, *slash = strrchr(target, '/');
  sink->folder = slash ? zc_copy(target, (size_t)(slash - target) + 1) : zc_copy(".", 1);
  return sink->folder ? ZC_OK : zc_report_memory(sink->diag);
}

/* Neither file may take the place of the input or of the other. */
static zc_status check_names(const zc_sink *sink, const char *out, const char *reject) {
  const char *file = sink->batch->file, *in = strcmp(file, "-") == 0 ? "/dev/stdin" : file;
  if (zc_output_is_same(out, in)) {
    return zc_report(sink->diag, ZC_BAD_INPUT, &(zc_where){.file = out},
                     "这是输入文件，结果会取代它；请给 --out 另取名称",
                     "this is the input, and the answers would take its place; name another --out");
  }
  if (reject && zc_output_is_same(reject, in)) {
    return zc_report(sink->diag, ZC_BAD_INPUT, &(zc_where){.file = reject},
                     "这是输入文件，退回的行会取代它；请用 --reject 另取名称",
                     "this is the input, and rejected rows would take its place; name another file "
                     "with --reject");
  }
  size_t length = reject ? strlen(reject) : 0;
  if (length > 5 && strcmp(reject + length - 5, ".xlsx") == 0) {
    return zc_report(sink->diag, ZC_BAD_INPUT, &(zc_where){.file = reject},
                     "退回的行只能写成 CSV；请以 .csv 命名 --reject（--out X.xlsx "
                     "另有“退回”工作表）",
                     "rejected rows are written as CSV; let the name of --reject end with .csv "
                     "(--out X.xlsx has a sheet of them)");
  }
  if (reject && zc_output_is_same(out, reject)) {
    return zc_report(sink->diag, ZC_BAD_INPUT, &(zc_where){.file = out},
                     "--out 和 --reject 是同一个文件；请改用两个名称",
                     "--out and --reject are the same file; name two");
  }
  return ZC_OK;
}

zc_status zc_sink_open(zc_sink *sink, const char *out, const char *reject, int always) {
  zc_status status = check_names(sink, out, reject);
  if (status == ZC_OK && !sink->is_forced)
    status = zc_batch_target_check(out, sink->batch->out, sink->diag);
  if (status == ZC_OK) {
    status = zc_output_open(&sink->output, out, sink->diag);
    sink->output.check = zc_signal_check;
  }
  if (status == ZC_OK)
    status = find_folder(sink);
  if (status == ZC_OK && sink->batch->unique_ids) {
    sink->ids = zc_ids_new(sink->folder);
    status = sink->ids ? ZC_OK : zc_report_memory(sink->diag);
  }
  sink->tally.unmet = zc_calloc((size_t)sink->batch->rule_count + 1, sizeof *sink->tally.unmet);
  sink->rejects.path = reject;
  sink->rejects.lang = sink->batch->lang;
  zc_reject_header(&sink->rejects.header, sink->batch);
  sink->rejects.keeps_all = zc_batch_keeps_columns(sink->batch);
  if (status == ZC_OK && !sink->tally.unmet)
    status = zc_report_memory(sink->diag);
  if (status == ZC_OK && always)
    status = zc_rejects_open(&sink->rejects, sink->diag);
  clock_gettime(CLOCK_MONOTONIC, &sink->start);
  return status;
}

/* ---- repeated ids ---- */

static zc_status reject_repeated(zc_sink *sink, zc_batch_job *job, uint32_t row, int64_t line) {
  const zc_batch *batch = sink->batch;
  zc_diagnostics diag = {.lang = batch->lang};
  zc_csv_field id = zc_batch_job_id(batch, job, row, &sink->room);
  zc_report(&diag, ZC_BAD_INPUT, NULL, "编号 %.*s 已在第 %lld 行出现；请只留一行",
            "the id %.*s stands on line %lld already; keep one row", (int)id.length, id.text,
            (long long)line);
  zc_tally_reject(&job->tally, batch, &batch->regions[job->region[row]],
                  zc_batch_job_key(batch, job, row));
  job->fields.fault[row] = ZC_ROW_REPEATED;
  zc_buffer_clear(&sink->buffer);
  zc_reject_line(&sink->buffer, batch, job, row, &diag);
  zc_diagnostics_free(&diag);
  uint32_t length = (uint32_t)sink->buffer.length;
  zc_buffer_add(&sink->repeated, (const char *)&length, sizeof length);
  zc_buffer_add(&sink->repeated, sink->buffer.data, length);
  return sink->buffer.failed | sink->repeated.failed
             ? zc_report_memory(sink->diag)
             : zc_rejects_add(&sink->rejects, sink->buffer.data, sink->buffer.length, sink->diag);
}

static zc_status report_ids(zc_sink *sink) {
  return errno == ENOMEM ? zc_report_memory(sink->diag)
                         : zc_output_report(&sink->output, errno, sink->diag);
}

static void copy_part(zc_buffer *out, const zc_buffer *from, const uint32_t *ends, uint32_t row) {
  uint32_t start = row > 0 ? ends[row - 1] : 0;
  zc_buffer_add(out, from->data + start, ends[row] - start);
}

/* A row without fault whose id stood before is rejected now. */
static zc_status check_id(zc_sink *sink, zc_batch_job *job, uint32_t row) {
  zc_csv_field id = zc_batch_job_id(sink->batch, job, row, &sink->room);
  int64_t line =
      zc_ids_add(sink->ids, id.text, id.length, zc_batch_job_line(sink->batch, job, row));
  if (line < 0)
    return report_ids(sink);
  return line > 0 ? reject_repeated(sink, job, row, line)
                  : zc_rejects_break(&sink->rejects, sink->diag);
}

static zc_status take_row(zc_sink *sink, zc_batch_job *job, uint32_t row) {
  uint32_t start = row > 0 ? job->reject_ends[row - 1] : 0, end = job->reject_ends[row];
  if (end > start)
    return zc_rejects_add(&sink->rejects, job->rejects.data + start, end - start, sink->diag);
  if (job->fields.fault[row] != ZC_ROW_FINE)
    return ZC_OK; /* no row */
  return sink->ids ? check_id(sink, job, row) : zc_rejects_break(&sink->rejects, sink->diag);
}

/* Sorts out repeated ids and writes the rows that are rejected. */
static zc_status take_rejects(zc_sink *sink, zc_batch_job *job) {
  zc_status status = ZC_OK;
  if (!sink->ids && !job->rejects.length)
    return job->tally.rows ? zc_rejects_break(&sink->rejects, sink->diag) : ZC_OK;
  for (uint32_t row = 0; status == ZC_OK && row < job->fields.rows; row++)
    status = take_row(sink, job, row);
  return status;
}

/* ---- chunks ---- */

static void add_tally(zc_sink *sink, const zc_tally *part) {
  sink->tally.rows += part->rows;
  sink->tally.rejected += part->rejected;
  sink->tally.blank += part->blank;
  sink->tally.no_edition += part->no_edition;
  for (int i = 0; i <= ZC_UNDETERMINED_VERDICT; i++)
    sink->tally.verdicts[i] += part->verdicts[i];
  for (uint32_t i = 0; i < sink->batch->rule_count; i++)
    sink->tally.unmet[i] += part->unmet[i];
}

zc_status zc_sink_next(zc_sink *sink, zc_batch_job **job) {
  zc_status status = zc_pipeline_next(sink->pipeline, job, sink->diag);
  if (zc_signal_caught())
    return status != ZC_OK ? status : zc_signal_report(sink->diag);
  if (status != ZC_OK || !*job)
    return status;
  zc_buffer_clear(&sink->repeated);
  status = take_rejects(sink, *job);
  add_tally(sink, &(*job)->tally);
  zc_notes_join(&sink->members, &(*job)->members);
  zc_notes_join(&sink->divisions, &(*job)->divisions);
  zc_notes_join(&sink->former, &(*job)->former);
  if (status == ZC_OK &&
      (sink->members.text.failed || sink->divisions.text.failed || sink->former.text.failed))
    status = zc_report_memory(sink->diag);
  if (status == ZC_OK && zc_sink_progress(sink, (*job)->bytes_read))
    status = zc_signal_report(sink->diag);
  return status;
}

static void put_header(zc_sink *sink) {
  static const char *const names[] = {ZC_RULING_NAMES};
  const zc_batch *batch = sink->batch;
  zc_buffer_puts(&sink->buffer, batch->has_mark ? "\xEF\xBB\xBF" : "");
  for (uint32_t i = 0; i < zc_batch_carried_count(batch); i++) {
    const char *name = zc_batch_carried_name(batch, i);
    zc_csv_put_safe(&sink->buffer, name, strlen(name), batch->is_safe);
    zc_buffer_putc(&sink->buffer, ',');
  }
  zc_buffer_puts(&sink->buffer, "id");
  for (uint32_t i = 0; i < batch->ruling_fields; i++) {
    zc_buffer_putc(&sink->buffer, ',');
    zc_buffer_puts(&sink->buffer, names[i]);
  }
  zc_buffer_putc(&sink->buffer, '\n');
}

static zc_status write_buffer(zc_sink *sink) {
  return sink->buffer.failed
             ? zc_report_memory(sink->diag)
             : zc_output_write(&sink->output, sink->buffer.data, sink->buffer.length, sink->diag);
}

/* The lines of the rows that have no fault; those that lost theirs to a repeated id are left out.
 */
static zc_status write_lines(zc_sink *sink, const zc_batch_job *job) {
  if (!sink->ids)
    return zc_output_write(&sink->output, job->out.data, job->out.length, sink->diag);
  zc_buffer_clear(&sink->buffer);
  for (uint32_t row = 0; row < job->fields.rows; row++)
    if (job->fields.fault[row] == ZC_ROW_FINE)
      copy_part(&sink->buffer, &job->out, job->out_ends, row);
  return write_buffer(sink);
}

zc_status zc_sink_lines(zc_sink *sink) {
  zc_batch_job *job = NULL;
  zc_status status = ZC_OK;
  if (sink->batch->out == ZC_FORM_CSV) {
    put_header(sink);
    status = write_buffer(sink);
  }
  while (status == ZC_OK && (status = zc_sink_next(sink, &job)) == ZC_OK && job)
    status = write_lines(sink, job);
  return status;
}

/* The rejected rows first: where the output is there, they are there too. */
zc_status zc_sink_close(zc_sink *sink) {
  zc_status status = zc_rejects_close(&sink->rejects, sink->diag);
  return status == ZC_OK ? zc_output_close(&sink->output, sink->diag) : status;
}

void zc_sink_free(zc_sink *sink) {
  zc_rejects_free(&sink->rejects);
  zc_output_drop(&sink->output);
  zc_ids_free(sink->ids);
  zc_free(sink->folder);
  zc_free(sink->tally.unmet);
  zc_notes_free(&sink->members);
  zc_notes_free(&sink->divisions);
  zc_notes_free(&sink->former);
  zc_buffer_free(&sink->buffer);
  zc_buffer_free(&sink->room);
  zc_buffer_free(&sink->repeated);
}
