/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: a file of people in, their answers out. */
#include "batch/file.h"
#include "batch/signal.h"
#include "commands/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static zc_status find_form(zc_run *run) {
  zc_file_form form;
  const char *out = run->options.out;
  return out ? zc_batch_form(out, &form, &run->diag) : zc_run_require(run, "--out", NULL);
}

static zc_status find_threads(zc_run *run, uint32_t *threads) {
  const char *text = run->options.threads;
  if (!text)
    return ZC_OK;
  char *end;
  long wanted = strtol(text, &end, 10);
  if (text[0] < '1' || text[0] > '9' || *end != '\0' || wanted > (long)ZC_BATCH_MOST_THREADS) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL, "--threads 的“%s”应为 1 至 %u 的整数",
                     "--threads: '%s' is to be a whole number from 1 to %u", text,
                     ZC_BATCH_MOST_THREADS);
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

static zc_status read_options(zc_run *run, zc_batch_options *options) {
  const zc_options *o = &run->options;
  *options = (zc_batch_options){.out = o->out,
                                .reject = o->reject,
                                .region = o->region,
                                .region_column = o->region_column,
                                .as_of = o->as_of,
                                .settings = o->settings,
                                .setting_count = o->setting_count,
                                .strict = o->strict,
                                .explain = o->explain,
                                .unique_ids = o->unique_id,
                                .encoding = o->encoding,
                                .lang = run->lang};
  zc_status status = find_input(run, &options->in);
  zc_status form = find_form(run), threads = find_threads(run, &options->threads);
  status = form > status ? form : status;
  return threads > status ? threads : status;
}

/* ---- on the terminal ---- */

typedef struct terminal {
  zc_lang lang;
  int has_line;
} terminal;

/* A line: how far, how fast, how long still. */
static int show(void *context, const zc_batch_progress *p) {
  enum { BAR = 20 };
  terminal *t = context;
  int zh = t->lang == ZC_LANG_ZH;
  unsigned long long rows = p->rows;
  double rate = p->seconds > 0 ? (double)rows / p->seconds : 0;
  t->has_line = 1;
  if (p->bytes == 0) {
    fprintf(stderr, zh ? "\r%llu 行，每秒 %.0f 行\033[K" : "\r%llu rows, %.0f a second\033[K", rows,
            rate);
    return 0;
  }
  double part = (double)p->bytes_read / (double)p->bytes;
  int filled = (int)(part * BAR);
  fprintf(stderr,
          zh ? "\r[%.*s%*s] %3.0f%%  %llu 行，每秒 %.0f 行，约剩 %.0f 秒\033[K"
             : "\r[%.*s%*s] %3.0f%%  %llu rows, %.0f a second, about %.0f s left\033[K",
          filled, "####################", BAR - filled, "", part * 100, rows, rate,
          part > 0 ? p->seconds / part - p->seconds : 0);
  return 0;
}

static void tell(zc_run *run, const zc_batch_file *file) {
  zc_buffer summary = {0};
  /* Warnings first, so that the summary ends what is told. */
  fputs(zc_diagnostics_text(&run->diag), stderr);
  zc_diagnostics_free(&run->diag);
  zc_batch_summary(&summary, file);
  const char *text = zc_buffer_text(&summary);
  fputs(text ? text : "", stderr);
  zc_buffer_free(&summary);
}

/* ---- the command ---- */

static zc_status load(zc_run *run, zc_host *host, zc_region **only) {
  if (run->options.region)
    return zc_run_region(run, host, only);
  zc_status status = zc_run_regions(run, host);
  return status == ZC_OK ? zc_host_digest(host, &run->diag) : status;
}

static zc_status answer(zc_run *run, zc_batch_options *options) {
  zc_host host = {0};
  zc_region *only = NULL;
  zc_batch_file *file = NULL;
  terminal shown = {.lang = run->lang};
  options->progress = isatty(STDERR_FILENO) ? show : NULL;
  options->context = &shown;
  zc_status status = zc_batch_open(&file, options, &run->diag);
  if (status == ZC_OK)
    status = load(run, &host, &only);
  if (status == ZC_OK)
    status = zc_batch_answer(file, &host, only);
  if (shown.has_line)
    fputs("\r\033[K", stderr);
  if (status == ZC_OK)
    tell(run, file);
  zc_batch_close(file);
  zc_host_close(&host);
  return status;
}

zc_status zc_command_batch(zc_run *run) {
  zc_batch_options options;
  zc_status status = read_options(run, &options);
  zc_signal_watch();
  return status == ZC_OK ? answer(run, &options) : status;
}
