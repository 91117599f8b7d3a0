/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/file.h"

#include "base/memory.h"
#include "batch/dry_run.h"
#include "batch/plan.h"
#include "batch/sink.h"

#include <string.h>
#include <unistd.h>

struct zc_batch_file {
  const zc_batch_options *options;
  zc_batch batch;
  zc_input input;
  zc_sink sink;
  char *reject; /* OUT.reject.csv, where the options name none */
  zc_diagnostics *diag;
};

static int ends_with(const char *text, const char *ending) {
  size_t length = strlen(text), size = strlen(ending);
  return length > size && strcmp(text + length - size, ending) == 0;
}

zc_status zc_batch_form(const char *out, zc_file_form *form, zc_diagnostics *diag) {
  static const char *const endings[] = {".csv", ".ndjson", ".db", ".xlsx"};
  for (int i = ZC_FORM_CSV; i <= ZC_FORM_XLSX; i++) {
    if (ends_with(out, endings[i])) {
      *form = (zc_file_form)i;
      return ZC_OK;
    }
  }
  return zc_report(diag, ZC_BAD_INPUT, NULL,
                   "--out 的“%s”应以 .csv、.ndjson、.db 或 .xlsx 结尾，以示写成哪种文件",
                   "--out: '%s' ends with none of .csv, .ndjson, .db and .xlsx, which say what "
                   "kind of file to write",
                   out);
}

/* ---- before the first row ---- */

static zc_status find_headings(zc_batch_file *f) {
  zc_batch *batch = &f->batch;
  batch->office = zc_calloc(1, sizeof *batch->office);
  if (!batch->office)
    return zc_report_memory(f->diag);
  zc_status status = zc_batch_office_open(batch->office, f->options->map, f->diag);
  if (status == ZC_OK)
    status = zc_input_headings(&f->input, batch->office, f->diag);
  return status == ZC_OK ? zc_batch_office_header(batch->office, &batch->header, f->diag) : status;
}

static zc_status open_input(zc_batch_file *f) {
  zc_batch *batch = &f->batch;
  batch->file = f->options->in;
  zc_status status = f->options->out ? zc_batch_form(f->options->out, &batch->out, f->diag) : ZC_OK;
  if (status == ZC_OK)
    status = zc_input_open_office(&f->input, batch->file, f->options->encoding, f->options->sheet,
                                  f->diag);
  batch->in = f->input.form;
  if (status == ZC_OK && batch->in == ZC_FORM_NDJSON && f->options->map)
    return zc_report(f->diag, ZC_BAD_INPUT, NULL,
                     "--map 只用于有列名的表，NDJSON 的成员以事实的名称为名；请去掉",
                     "--map is for files with headings, and members of NDJSON have the names of "
                     "facts; leave it out");
  return status == ZC_OK && batch->in == ZC_FORM_CSV ? find_headings(f) : status;
}

zc_status zc_batch_open(zc_batch_file **file, const zc_batch_options *options, zc_lang lang,
                        zc_diagnostics *diag) {
  zc_batch_file *f = *file = zc_calloc(1, sizeof *f);
  if (!f)
    return zc_report_memory(diag);
  f->options = options;
  f->batch.lang = lang;
  f->batch.header.id = -1;
  f->input.file.file = -1;
  f->sink = (zc_sink){.batch = &f->batch,
                      .input = &f->input,
                      .progress = options->progress,
                      .context = options->context,
                      .is_forced = (options->flags & ZC_FORCE) != 0,
                      .diag = diag};
  f->sink.output.file = -1;
  f->diag = diag;
  zc_status status = open_input(f);
  return status == ZC_OK ? zc_batch_settle(&f->batch, options, diag) : status;
}

void zc_batch_close(zc_batch_file *file) {
  if (!file)
    return;
  zc_sink_free(&file->sink);
  zc_batch_free(&file->batch);
  zc_input_close(&file->input);
  zc_free(file->reject);
  zc_free(file);
}

/* ---- the rows ---- */

static uint32_t thread_count(const zc_batch_options *options) {
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  if (options->threads > 0)
    return options->threads;
  return online > (long)ZC_BATCH_THREADS ? ZC_BATCH_THREADS : online > 0 ? (uint32_t)online : 1;
}

/* OUT.reject.csv. */
static zc_status name_rejects(zc_batch_file *f) {
  static const char ending[] = ".reject.csv";
  size_t length = strlen(f->options->out);
  f->reject = zc_alloc(length + sizeof ending);
  if (!f->reject)
    return zc_report_memory(f->diag);
  memcpy(f->reject, f->options->out, length);
  memcpy(f->reject + length, ending, sizeof ending);
  return ZC_OK;
}

static zc_status write_all(zc_batch_file *f, const char *reject) {
  zc_sink *sink = &f->sink;
  zc_status status = zc_sink_open(sink, f->options->out, reject, f->options->reject != NULL);
  if (status == ZC_OK) {
    sink->pipeline = zc_pipeline_new(&f->batch, &f->input, thread_count(f->options));
    status = sink->pipeline ? ZC_OK : zc_report_memory(f->diag);
  }
  if (status == ZC_OK)
    status = f->batch.out == ZC_FORM_SQLITE ? zc_sink_store(sink)
             : f->batch.out == ZC_FORM_XLSX ? zc_sink_workbook(sink)
                                            : zc_sink_lines(sink);
  zc_pipeline_free(sink->pipeline);
  sink->pipeline = NULL;
  return status == ZC_OK ? zc_sink_close(sink) : status;
}

zc_status zc_batch_answer(zc_batch_file *file, const zc_host *host, const zc_region *only) {
  zc_status status = zc_batch_plan(&file->batch, file->options, host, only, file->diag);
  /* A workbook has a sheet for them. */
  if (status == ZC_OK && !file->options->reject && file->batch.out != ZC_FORM_XLSX)
    status = name_rejects(file);
  if (status == ZC_OK)
    status = write_all(file, file->reject ? file->reject : file->options->reject);
  /* Of an earlier run: it would say what is no longer so. */
  if (status == ZC_OK && file->reject && !file->sink.rejects.is_open)
    unlink(file->reject);
  return status;
}

zc_status zc_batch_survey(zc_batch_file *file, const zc_host *host, const zc_region *only, int json,
                          zc_buffer *survey, zc_buffer *map) {
  zc_status status = zc_batch_plan(&file->batch, file->options, host, only, file->diag);
  if (status == ZC_OK && map && !file->batch.office)
    status = zc_report(file->diag, ZC_BAD_INPUT, NULL, "--write-map 只用于有列名的表",
                       "--write-map is for files with headings");
  if (status == ZC_OK && map)
    zc_write_map(map, &file->batch);
  return status == ZC_OK && survey
             ? zc_dry_run(survey, &file->batch, &file->input, json, file->diag)
             : status;
}

/* ---- what came out ---- */

zc_batch_counts zc_batch_counted(const zc_batch_file *file) {
  const zc_tally *t = &file->sink.tally;
  return (zc_batch_counts){.size = sizeof(zc_batch_counts),
                           .rows = t->rows,
                           .rejected = t->rejected,
                           .eligible = t->verdicts[ZC_ELIGIBLE],
                           .ineligible = t->verdicts[ZC_INELIGIBLE],
                           .undetermined = t->verdicts[ZC_UNDETERMINED_VERDICT],
                           .no_edition = t->no_edition};
}

void zc_batch_summary(zc_buffer *out, const zc_batch_file *file) {
  zc_sink_summary(out, &file->sink);
}
