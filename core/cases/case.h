/* SPDX-License-Identifier: Apache-2.0 */
/* Cases: questions with the answers that a region's rules have to give, in INI files beside the
 * plugin. A section is a case; an [exempt] section names kinds of cases that cannot exist. */
#ifndef ZC_CASES_CASE_H
#define ZC_CASES_CASE_H

#include "engine/answer.h"
#include "facts/ini.h"

/* What a case shows of the rule that it is about. */
typedef enum zc_case_kind {
  ZC_SHOWS_MET = 0,
  ZC_SHOWS_UNMET,
  ZC_SHOWS_UNKNOWN,
  ZC_SHOWS_BOUNDARY,
  ZC_SHOWS_WAIVED,
  ZC_SHOWS_NOT_APPLICABLE,
  ZC_SHOWS_COUNT,
  ZC_SHOWS_NOTHING = ZC_SHOWS_COUNT
} zc_case_kind;
const char *zc_case_kind_word(zc_case_kind kind);
/* ZC_SHOWS_NOTHING: no such kind. */
zc_case_kind zc_case_kind_find(const char *word, size_t length);

typedef struct zc_case {
  const char *file, *id, *title;
  uint32_t line;
  zc_question question;
  zc_day as_of;
  int strict;
  int32_t year; /* calendar */
  const char *rule;
  zc_case_kind shows;
  const zc_ini_entry *entries; /* of the section; facts and expectations are read from them */
  uint32_t entry_count;
} zc_case;

/* A section of a case file. It lives while the file is visited. */
typedef struct zc_section {
  const char *file, *name;
  uint32_t line;
  const zc_ini_entry *entries;
  uint32_t count;
} zc_section;

/* Reads one section. Everything wrong with it is reported; then ZC_BAD_INPUT. */
zc_status zc_case_read(zc_case *out, const zc_region *region, const zc_section *section,
                       zc_diagnostics *diag);

/* Whether the case speaks of the rule: it is about it or expects something of its finding. */
int zc_case_names(const zc_case *c, const char *rule);

/* A region's rows that make findings for a question. */
typedef struct zc_case_rows {
  const zc_compiled_rule *rows;
  uint32_t count;
} zc_case_rows;
zc_case_rows zc_rows_of(const zc_region *region, zc_question question);
/* Whether rows of `convert` or `unit` answer on any day: a document is behind one of them. */
int zc_rows_answer(const zc_compiled_rule *rows, uint32_t count);
/* The row of an id among those of a question; NULL: none. */
const zc_compiled_rule *zc_row_find(const zc_region *region, zc_question question, const char *id);
/* Whether the region has anything of that id: a row of some question, an effect, a step. */
int zc_region_has(const zc_region *region, const char *id);

/* ---- files of cases (case_folder.c) ---- */

/* Takes a section; [exempt] comes like any other. */
typedef zc_status zc_section_visit(void *context, const zc_section *section);

/* Both return the worst status of the visits and of reading; errors of reading are reported. */
zc_status zc_case_file_visit(const char *file, zc_section_visit *visit, void *context,
                             zc_diagnostics *diag);
/* The same for the text of a file. */
zc_status zc_case_text_visit(const char *name, const char *bytes, size_t length,
                             zc_section_visit *visit, void *context, zc_diagnostics *diag);
/* All files *.ini of a folder, in the order of their names. */
zc_status zc_case_folder_visit(const char *folder, zc_section_visit *visit, void *context,
                               zc_diagnostics *diag);
/* The folder of a region's cases among the plugins; NULL: out of memory. Free with zc_free. */
char *zc_case_folder(const char *plugins, const char *region);

/* ---- running a case (case_run.c) ---- */

typedef struct zc_runner {
  const zc_region *region;
  zc_workspace *ws;
  zc_facts facts;
  zc_lang lang;
} zc_runner;
zc_status zc_runner_open(zc_runner *r, const zc_region *region, zc_diagnostics *diag);
void zc_runner_close(zc_runner *r);

/* Asks the question and adds a line to `problems` for each expectation that is not fulfilled, and
 * the places of the rules behind it. Facts that cannot be read are reported to `diag` and make the
 * status ZC_BAD_INPUT. */
zc_status zc_case_run(zc_runner *r, const zc_case *c, zc_buffer *problems, zc_diagnostics *diag);

/* The answer to a case that is no calendar; it lives until the runner's next question. */
zc_status zc_case_ask(zc_runner *r, const zc_case *c, const zc_answer **answer,
                      zc_diagnostics *diag);
/* The calendar of a case; freed by the caller in any case. */
zc_status zc_case_calendar(zc_runner *r, const zc_case *c, zc_calendar *calendar,
                           zc_diagnostics *diag);

/* Reads the facts of a case into `facts`; every error is reported. */
zc_status zc_case_facts(zc_facts *facts, const zc_case *c, zc_diagnostics *diag);

/* All expectations of a case: a line in `problems` for each that is not fulfilled; `failed` (may be
 * NULL) marks its entry. */
void zc_case_expect_all(const zc_case *c, const zc_answer *answer, uint8_t *failed,
                        zc_buffer *problems);
void zc_case_expect_dates(const zc_case *c, const zc_calendar *calendar, zc_buffer *problems);

/* One expectation about an answer (case_expect.c): 1 fulfilled, 0 not (a line is in `problems`). */
int zc_case_expect(const zc_answer *answer, const zc_ini_entry *entry, zc_buffer *problems);
/* Whether a key is an expectation about an answer. */
int zc_is_expectation(const char *key);
/* The words, with blanks between, that its value is one of; NULL: it is anything. */
const char *zc_expectation_words(const char *key);
/* The finding of a rule; NULL: it is not listed. */
const zc_finding *zc_finding_of(const zc_answer *answer, const char *rule);
/* Whether some fact of the finding stands at a threshold or one short of it: 1, 0, or -1 where the
 * condition has no threshold that can be seen. */
int zc_at_boundary(const zc_answer *answer, const zc_compiled_rule *rule);

#endif
