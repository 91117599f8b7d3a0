/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/answer.h"
#include "base/memory.h"
#include "bench.h"
#include "host/host.h"
#include "report/report.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { TURNS = 5000, FILE_LIMIT = 1 << 16 };

typedef struct question {
  zc_region region;
  zc_workspace *workspace;
  zc_json_writer *writer;
  zc_facts facts;
  zc_diagnostics diag;
  zc_buffer out;
  zc_day as_of;
  char *bytes; /* the facts as JSON */
  size_t length;
} question;

static void read_once(question *q) {
  zc_facts_clear(&q->facts);
  zc_bench_expect(zc_facts_read(&q->facts, "facts", q->bytes, q->length, &q->diag), &q->diag);
}

static const zc_answer *answer_once(question *q) {
  const zc_answer *answer = NULL;

  zc_bench_expect(zc_ask(q->workspace, ZC_Q_ASSESS, &q->facts, q->as_of, 0, &answer, &q->diag),
                  &q->diag);
  zc_buffer_clear(&q->out);
  zc_json_answer(&q->out, q->writer, answer);
  return answer;
}

static void run_answer(void *context) {
  for (int i = 0; i < TURNS; i++)
    answer_once(context);
}

static void run_both(void *context) {
  for (int i = 0; i < TURNS; i++) {
    read_once(context);
    answer_once(context);
  }
}

static void run_jansson(void *context) {
  question *q = context;

  for (int i = 0; i < TURNS; i++) {
    json_t *root = json_loadb(q->bytes, q->length, 0, NULL);
    if (!root)
      exit(1);
    json_decref(root);
  }
}

static void open_question(question *q) {
  zc_bench_region(&q->region, ZC_BUILD_DIR "/plugins/guangxi.so");
  zc_bench_expect(zc_read_file("tests/samples/guangxi_doctor.json", FILE_LIMIT, &q->bytes,
                               &q->length, &q->diag),
                  &q->diag);
  zc_bench_expect(zc_facts_init(&q->facts, &q->region.vocabulary, &q->diag), &q->diag);
  q->workspace = zc_workspace_new(&q->region);
  q->writer = zc_json_writer_new(&q->region);
  if (!q->workspace || !q->writer)
    exit(1);
}

static void close_question(question *q) {
  zc_json_writer_free(q->writer);
  zc_workspace_free(q->workspace);
  zc_facts_free(&q->facts);
  zc_buffer_free(&q->out);
  zc_diagnostics_free(&q->diag);
  zc_free(q->bytes);
  zc_region_free(&q->region);
}

int zc_bench_answer(void) {
  question q = {.as_of = zc_day_of(2021, 10, 15)};

  open_question(&q);
  read_once(&q);
  const zc_answer *answer = answer_once(&q);
  if (answer->verdict != ZC_ELIGIBLE || answer->missing_count > 0 || q.out.failed) {
    fprintf(stderr, "answer: the sample is to be eligible with nothing missing\n");
    return 1;
  }
  double size = (double)q.out.length;
  zc_memory_fail(0, 0);
  answer_once(&q);
  zc_bench_result("answer_allocations", (double)zc_memory_count(), "allocations", "none");

  zc_bench_run runs[] = {{run_answer, &q, 0}, {run_both, &q, 0}, {run_jansson, &q, 0}};
  zc_bench_time(runs, 3);
  double only = runs[0].seconds / TURNS, both = runs[1].seconds / TURNS;
  double jansson = runs[2].seconds / TURNS;
  zc_bench_result("answer_json_size", size, "bytes", "none");
  zc_bench_result("answer_json", only * 1e6, "us", "none");
  zc_bench_result("answer_json_vs_parse", only / jansson, "ratio", "jansson's parse of the facts");
  zc_bench_result("json_to_json", both * 1e6, "us", "none");
  zc_bench_result("json_to_json_vs_parse", both / jansson, "ratio", "jansson's parse of the facts");
  close_question(&q);
  return 0;
}
