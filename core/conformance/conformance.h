/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The conformance of one plugin: tests whose titles are sentences, each run in a process of its own
 * with a time limit, so that a crash or a hang is a result and not an end. A test whose ground is
 * missing, since an earlier one failed, is skipped and says so.
 */
#ifndef ZC_CONFORMANCE_CONFORMANCE_H
#define ZC_CONFORMANCE_CONFORMANCE_H

#include "host/host.h"
#include "host/worker.h"

typedef enum zc_outcome { ZC_PASSED = 0, ZC_FAILED, ZC_SKIPPED } zc_outcome;

/* What a test looks at. */
typedef struct zc_subject {
  const char *file; /* of the plugin */
  zc_deployment deployment;
  zc_lang lang;  /* of messages */
  uint64_t seed; /* of what is made up at random */
  uint32_t pass; /* which of a test's processes this is, from 0 */
} zc_subject;

typedef struct zc_conformance_test {
  const char *id;
  zc_text title, cure;
  const char *needs; /* ids of tests without which this one has no ground, or NULL */
  uint32_t passes;   /* processes; with more than one, all must say the same */
  uint32_t seconds;  /* of processor time, each */
  /* In a worker. What it writes to `said` is shown as it is, a line or more; a line that begins
   * with '=' is not shown, and must be the same in every pass. */
  zc_outcome (*run)(const zc_subject *subject, zc_buffer *said);
} zc_conformance_test;

extern const zc_conformance_test zc_conformance_tests[];
extern const uint32_t zc_conformance_test_count;

typedef struct zc_conformance_result {
  const zc_conformance_test *test;
  zc_outcome outcome;
  zc_buffer said;        /* lines for people, in the subject's language */
  uint32_t microseconds; /* of all passes */
} zc_conformance_result;

/* Runs all tests, in their order. `results` has room for zc_conformance_test_count; each is freed
 * by zc_conformance_free in any case. ZC_NO_RESOURCE: no worker, no memory; ZC_BAD_PLUGIN: no seal,
 * and the plugin could not be tried. */
zc_status zc_conformance_run(const zc_subject *subject, zc_conformance_result *results,
                             zc_diagnostics *diag);
void zc_conformance_free(zc_conformance_result *results);

/* ---- shared by the tests ---- */

/* A line in the subject's language. */
void zc_say(const zc_subject *subject, zc_buffer *said, const char *zh, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* The file's bytes, for zc_free; NULL: told. */
unsigned char *zc_subject_bytes(const zc_subject *subject, size_t *length, zc_buffer *said);
/* What dlopen gives, which would search the system's libraries for a name without a slash. */
void *zc_subject_open(const zc_subject *subject);
/* Loads the region; 0: told. It is never freed: the worker ends. */
int zc_subject_load(const zc_subject *subject, zc_region *region, zc_buffer *said);

/* file_tests.c */
zc_outcome zc_test_file(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_note(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_abi(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_sizes(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_symbol(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_exports(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_imports(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_startup(const zc_subject *s, zc_buffer *said);
/* open_tests.c */
zc_outcome zc_test_open(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_reopen(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_time(const zc_subject *s, zc_buffer *said);
/* table_tests.c */
zc_outcome zc_test_tables(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_citations(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_facts(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_parameters(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_rules(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_prohibitions(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_acceptances(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_dates(const zc_subject *s, zc_buffer *said);
/* chapter_tests.c */
zc_outcome zc_test_chapters(const zc_subject *s, zc_buffer *said);
/* analysis_tests.c */
zc_outcome zc_test_analysis(const zc_subject *s, zc_buffer *said);
/* answer_tests.c */
zc_outcome zc_test_functions(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_questions(const zc_subject *s, zc_buffer *said);
zc_outcome zc_test_order(const zc_subject *s, zc_buffer *said);

#endif
