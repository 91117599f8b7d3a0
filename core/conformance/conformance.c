/* SPDX-License-Identifier: Apache-2.0 */
#include "conformance/conformance.h"
#include "base/words.h"
#include "host/load.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- for the tests ---- */

void zc_say(const zc_subject *subject, zc_buffer *said, const char *zh, const char *en, ...) {
  char line[1024];
  va_list arguments;
  va_start(arguments, en);
  vsnprintf(line, sizeof line, subject->lang == ZC_LANG_ZH ? zh : en, arguments);
  va_end(arguments);
  line[zc_utf8_valid(line, strlen(line))] = '\0';
  zc_text_make_plain(line, strlen(line), 1); /* it quotes names of the file */
  zc_buffer_puts(said, line);
  zc_buffer_putc(said, '\n');
}

unsigned char *zc_subject_bytes(const zc_subject *subject, size_t *length, zc_buffer *said) {
  char *bytes = NULL;
  zc_diagnostics diag = {.lang = subject->lang};
  if (zc_read_regular_file(subject->file, ZC_PLUGIN_LIMIT, &bytes, length, &diag) != ZC_OK)
    zc_buffer_puts(said, zc_diagnostics_text(&diag));
  zc_diagnostics_free(&diag);
  return (unsigned char *)bytes;
}

void *zc_subject_open(const zc_subject *s) {
  char path[4096];
  snprintf(path, sizeof path, "%s%s", strchr(s->file, '/') ? "" : "./", s->file);
  return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

int zc_subject_load(const zc_subject *subject, zc_region *region, zc_buffer *said) {
  zc_diagnostics diag = {.lang = subject->lang};
  zc_status status = zc_region_load(region, subject->file, &subject->deployment, &diag);
  if (status == ZC_OK)
    status = zc_region_digest(region, &diag);
  if (status != ZC_OK)
    zc_buffer_puts(said, zc_diagnostics_text(&diag));
  zc_diagnostics_free(&diag);
  return status == ZC_OK;
}

/* ---- one test ---- */

typedef struct job_of_test {
  const zc_conformance_test *test;
  zc_subject subject;
} job_of_test;

static int run_in_worker(void *context, zc_buffer *said) {
  const job_of_test *job = context;
  return (int)job->test->run(&job->subject, said);
}

/* The first line that begins with '='; NULL: none. */
static const char *essence_of(const char *text, size_t *length) {
  for (const char *line = text; line && *line;) {
    const char *end = strchr(line, '\n');
    *length = end ? (size_t)(end - line) : strlen(line);
    if (*line == '=')
      return line;
    line = end ? end + 1 : NULL;
  }
  return NULL;
}

static void keep_lines(zc_conformance_result *r, const char *text) {
  for (const char *line = text; *line;) {
    const char *end = strchr(line, '\n');
    size_t length = end ? (size_t)(end - line) + 1 : strlen(line);
    if (*line != '=')
      zc_buffer_add(&r->said, line, length);
    line += length;
  }
}

/* In place of the line that was cut through. */
static void tell_cut(zc_conformance_result *r, const zc_subject *s) {
  while (r->said.length && r->said.data[r->said.length - 1] != '\n')
    r->said.length--;
  zc_say(s, &r->said, "还有更多，没有列出；改正之后再检查一次",
         "there is more, which is not listed; mend these and check again");
}

static void tell_ending(zc_conformance_result *r, const zc_subject *s, const zc_ending *e) {
  zc_buffer how = {0};
  zc_ending_tell(e, s->lang, &how);
  const char *text = zc_buffer_text(&how);
  r->outcome = ZC_FAILED;
  if (*e->at)
    zc_say(s, &r->said, "%s：%s", "%s: %s", e->at, text ? text : "");
  else
    zc_say(s, &r->said, "%s", "%s", text ? text : "");
  zc_buffer_free(&how);
}

/* Takes up what one pass says; `first` keeps the essence of the first of them. */
static void take_pass(zc_conformance_result *r, const zc_subject *s, zc_ending *e,
                      zc_buffer *first) {
  const char *text = zc_buffer_text(&e->said);
  size_t length = 0;
  const char *essence = text ? essence_of(text, &length) : NULL;
  if (e->end != ZC_END_WELL) {
    tell_ending(r, s, e);
    return;
  }
  r->outcome = (zc_outcome)e->result;
  if (s->pass == 0 && essence)
    zc_buffer_add(first, essence, length);
  if (text && (s->pass == 0 || r->outcome == ZC_FAILED)) {
    keep_lines(r, text);
    if (e->is_cut)
      tell_cut(r, s);
  }
  if (r->outcome != ZC_PASSED || s->pass == 0 || e->is_cut)
    return;
  if (!essence || !first->data || length != first->length ||
      memcmp(essence, first->data, length) != 0) {
    r->outcome = ZC_FAILED;
    zc_say(s, &r->said, "在另一个进程里（第 %u 次）得到的结果不同；种子 %llu",
           "another process, number %u, got other results; seed %llu", s->pass + 1,
           (unsigned long long)s->seed);
  }
}

static zc_status run_test(zc_conformance_result *r, const zc_subject *subject,
                          zc_diagnostics *diag) {
  job_of_test job = {r->test, *subject};
  zc_buffer first = {0};
  zc_status status = ZC_OK;
  for (uint32_t pass = 0; status == ZC_OK && pass < r->test->passes && r->outcome == ZC_PASSED;
       pass++) {
    zc_ending e;
    job.subject.pass = pass;
    status =
        zc_worker_run(&(zc_work){run_in_worker, &job, subject->file, r->test->seconds}, &e, diag);
    if (status == ZC_OK && e.end == ZC_END_UNSEALED)
      status = zc_ending_report_unsealed(&e, subject->file, diag);
    if (status == ZC_OK)
      take_pass(r, &job.subject, &e, &first);
    r->microseconds += e.microseconds;
    zc_ending_free(&e);
  }
  if (status == ZC_OK && (first.failed || r->said.failed))
    status = zc_report_memory(diag);
  zc_buffer_free(&first);
  return status;
}

/* ---- all of them ---- */

/* The first test that this one needs and that has failed; NULL: none. One that was skipped has
 * nothing to say against it, or its own ground stands among the needs as well. */
static const char *lacks_ground(const zc_conformance_result *results, uint32_t count,
                                const char *needs) {
  for (uint32_t i = 0; i < count; i++) {
    const char *id = results[i].test->id;
    if (results[i].outcome == ZC_FAILED && zc_has_word(needs, id, strlen(id)))
      return id;
  }
  return NULL;
}

zc_status zc_conformance_run(const zc_subject *subject, zc_conformance_result *results,
                             zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  memset(results, 0, zc_conformance_test_count * sizeof *results);
  for (uint32_t i = 0; i < zc_conformance_test_count; i++)
    results[i].test = &zc_conformance_tests[i];
  for (uint32_t i = 0; i < zc_conformance_test_count && status == ZC_OK; i++) {
    const char *lacking = lacks_ground(results, i, results[i].test->needs);
    if (!lacking) {
      status = run_test(&results[i], subject, diag);
      continue;
    }
    results[i].outcome = ZC_SKIPPED;
    zc_say(subject, &results[i].said, "检验 %s 没有通过", "the test %s did not pass", lacking);
    if (results[i].said.failed)
      status = zc_report_memory(diag);
  }
  return status;
}

void zc_conformance_free(zc_conformance_result *results) {
  for (uint32_t i = 0; i < zc_conformance_test_count; i++)
    zc_buffer_free(&results[i].said);
}
