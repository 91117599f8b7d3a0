/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: a file of people in, their answers out. */
#include "batch/plan.h"
#include "batch/signal.h"
#include "batch/sink.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More would only wait for the one that reads and writes. */
#define MOST_THREADS 64

static int ends_with(const char *text, const char *ending) {
  size_t length = strlen(text), size = strlen(ending);
  return length > size && strcmp(text + length - size, ending) == 0;
}

static zc_status find_form(zc_run *run, zc_form *form) {
  const char *out = run->options.out;
  if (!out)
    return zc_run_require(run, "--out", NULL);
  if (ends_with(out, ".csv")) {
    *form = ZC_FORM_CSV;
  } else if (ends_with(out, ".ndjson")) {
    *form = ZC_FORM_NDJSON;
  } else if (ends_with(out, ".db")) {
    *form = ZC_FORM_SQLITE;
  } else {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--out 的“%s”应以 .csv、.ndjson 或 .db 结尾，以示写成哪种文件",
                     "--out: '%s' ends with none of .csv, .ndjson and .db, which say what kind of "
                     "file to write",
                     out);
  }
  return ZC_OK;
}

static zc_status find_threads(zc_run *run, uint32_t *threads) {
  const char *text = run->options.threads;
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  *threads = online > MOST_THREADS ? MOST_THREADS : online > 0 ? (uint32_t)online : 1;
  if (!text)
    return ZC_OK;
  char *end;
  long wanted = strtol(text, &end, 10);
  if (text[0] < '1' || text[0] > '9' || *end != '\0' || wanted > MOST_THREADS) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL, "--threads 的“%s”应为 1 至 %d 的整数",
                     "--threads: '%s' is to be a whole number from 1 to %d", text, MOST_THREADS);
  }
  *threads = (uint32_t)wanted;
  return ZC_OK;
}

static zc_status find_input(zc_run *run, const char **name) {
  if (run->options.operand_count == 1) {
    *name = run->options.operands[0];
    return ZC_OK;
  }
  return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                   "请给出一个输入文件（- 为标准输入）；见 zhicheng batch --help",
                   "name one input file, or - for standard input; see zhicheng batch --help");
}

/* OUT.reject.csv where the options name none; the caller frees it. */
static char *reject_name(const zc_run *run) {
  zc_buffer name = {0};
  zc_buffer_puts(&name, run->options.reject ? run->options.reject : run->options.out);
  zc_buffer_puts(&name, run->options.reject ? "" : ".reject.csv");
  const char *text = zc_buffer_text(&name);
  char *copy = text ? zc_copy(text, name.length) : NULL;
  zc_buffer_free(&name);
  return copy;
}

static zc_status write_all(zc_sink *sink, zc_run *run, const char *reject, uint32_t threads) {
  zc_status status = zc_sink_open(sink, run->options.out, reject, run->options.reject != NULL);
  if (status == ZC_OK) {
    sink->pipeline = zc_pipeline_new(sink->batch, sink->input, threads);
    status = sink->pipeline ? ZC_OK : zc_report_memory(sink->diag);
  }
  if (status == ZC_OK)
    status = sink->batch->out == ZC_FORM_SQLITE ? zc_sink_store(sink) : zc_sink_lines(sink);
  zc_pipeline_free(sink->pipeline);
  return status == ZC_OK ? zc_sink_close(sink) : status;
}

static void tell(zc_run *run, zc_sink *sink) {
  zc_buffer summary = {0};
  /* Warnings first, so that the summary ends what is told. */
  fputs(zc_diagnostics_text(&run->diag), stderr);
  zc_diagnostics_free(&run->diag);
  zc_batch_summary(&summary, sink);
  const char *text = zc_buffer_text(&summary);
  fputs(text ? text : "", stderr);
  zc_buffer_free(&summary);
}

static zc_status answer(zc_run *run, zc_batch *batch, zc_input *input, uint32_t threads) {
  zc_sink sink = {.batch = batch, .input = input, .diag = &run->diag};
  char *reject = reject_name(run);
  if (!reject)
    return zc_report_memory(&run->diag);
  sink.output.file = -1;
  zc_status status = write_all(&sink, run, reject, threads);
  zc_progress_clear(&sink);
  if (status == ZC_OK) {
    if (!sink.has_rejects && !run->options.reject)
      unlink(reject); /* of an earlier run: it would say what is no longer so */
    tell(run, &sink);
  }
  zc_sink_free(&sink);
  zc_free(reject);
  return status;
}

zc_status zc_command_batch(zc_run *run) {
  zc_batch batch = {.header = {.id = -1}};
  zc_input input = {.file = -1};
  zc_host host = {0};
  uint32_t threads = 1;
  zc_status status = find_input(run, &batch.file);
  zc_status form = find_form(run, &batch.out), number = find_threads(run, &threads);
  status = form > status ? form : status;
  status = number > status ? number : status;
  zc_signal_watch();
  if (status == ZC_OK)
    status = zc_input_open(&input, batch.file, run->options.encoding, &run->diag);
  batch.in = input.form;
  if (status == ZC_OK && batch.in == ZC_FORM_CSV)
    status = zc_input_header(&input, &batch.header, &run->diag);
  if (status == ZC_OK)
    status = zc_batch_plan(&batch, run, &host);
  if (status == ZC_OK)
    status = answer(run, &batch, &input, threads);
  zc_batch_free(&batch);
  zc_input_close(&input);
  zc_host_close(&host);
  return status;
}
