/* SPDX-License-Identifier: Apache-2.0 */
/*
 * zhicheng.h: the rules of professional titles inside another program, and the manual for it.
 *
 *     cc main.c $(pkg-config --cflags --libs zhicheng)
 *
 *     zc_regions *regions;
 *     char *trouble;
 *     if (zc_regions_open(&regions, NULL, NULL, ZC_LANG_EN, &trouble) != ZC_OK) ...
 *     zc_desk *desk = zc_desk_new(regions);
 *     zc_query query = {.region = "guangxi", .day = "2021-10-15",
 *                       .facts = "{\"track\": \"targeted\", \"target_level\": \"deputy_senior\"}"};
 *     const char *answer;
 *     if (zc_desk_assess(desk, &query, &answer) == ZC_OK)
 *       puts(answer);
 *     else
 *       fputs(zc_desk_message(desk), stderr);
 *     zc_desk_free(desk);
 *     zc_regions_close(regions);
 *
 * Three handles, all opaque:
 *   zc_regions  the rules of all regions of a folder of plugins. Made once; never changes after
 *               that; any number of threads read it at the same time.
 *   zc_desk     where one thread asks about one person at a time and gets whole answers.
 *   zc_bulk     one question, `assess`, prepared for columns of facts of millions of people; shared
 *               by threads, each of which has a zc_bulk_worker of its own.
 *
 * Lifetime: what a function hands out belongs to the handle it was asked of. It lives until that
 * handle is closed, or, for the answers of a desk or a worker, until the next call on it. Only the
 * `trouble` of a function that opens belongs to the caller, who frees it with zc_message_free.
 * Desks and bulks are closed before their regions, workers before their bulk.
 *
 * Errors: every function that can fail returns a zc_status. ZC_BAD_INPUT: something that was handed
 * over is wrong; ZC_BAD_PLUGIN: the region's plugin could not be loaded; ZC_NO_RESOURCE: out of
 * memory. The message that goes with it has a line or more for each thing that is wrong: where (a
 * JSON pointer, a line and column, a file), what, and what to do. Nothing is ever written to
 * standard output or standard error, and nothing ends the process.
 *
 * Threads: zc_regions_open may be called from several at once. Handles are not locked: a desk, like
 * a worker, is used by one thread at a time. Only zc_batch_run starts threads, as many as it is
 * told, and they have ended when it returns.
 *
 * Text is UTF-8 and ends with a NUL. Days are written "2021-10-15".
 *
 * Versions: the library is libzhicheng.so.1, its symbols are of version ZHICHENG_1. What was added
 * later has a symbol version of its own: ZHICHENG_1_1 zc_desk_compare, zc_desk_path, zc_batch_run;
 * ZHICHENG_1_2 zc_desk_notes.
 * A struct that the library hands out may grow at its end, as may one that begins with its `size`.
 */
#ifndef ZHICHENG_ZHICHENG_H
#define ZHICHENG_ZHICHENG_H

#include "zhicheng/outcome.h"
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ZC_VERSION "1.0.0" /* of this header */
/* That of the library that runs. Static. */
ZC_API const char *zc_library_version(void);

/* Frees the message of a function that opens. NULL is fine. */
ZC_API void zc_message_free(char *message);

/* ---- the regions ----------------------------------------------------------------------------- */

typedef struct zc_regions zc_regions;

/*
 * Loads all plugins of a folder.
 *
 * `plugins`  the folder; NULL: that of the configuration, else `zhicheng/plugins` or `plugins`
 *            beside the library, else the installed one.
 * `config`   a configuration file as for the program's --config (plugins, overrides, data,
 *            month_precision, lang);
 *            NULL: none.
 * `lang`     of all messages, unless the configuration names another.
 * `trouble`  set to NULL, or to what is wrong; may itself be NULL.
 *
 * A plugin that cannot be loaded is no error here: zc_regions_at tells of it, and the others work.
 * ZC_BAD_INPUT: the folder cannot be read or the configuration is wrong. ZC_NO_RESOURCE.
 * `*regions` is NULL unless ZC_OK.
 */
ZC_API zc_status zc_regions_open(zc_regions **regions, const char *plugins, const char *config,
                                 zc_lang lang, char **trouble);
/* NULL is fine. */
ZC_API void zc_regions_close(zc_regions *regions);

/* A plugin of the folder. */
typedef struct zc_region_info {
  const char *id;                /* "guangxi" */
  const char *file;              /* where it was found */
  zc_status status;              /* ZC_OK: loaded. Else the fields below are NULL */
  const char *name_zh, *name_en; /* name_en may be NULL */
  const char *version;           /* the plugin's own */
  const char *digest;            /* rules_digest of its answers: "sm3:..." */
  const char *message;           /* why it was not loaded, or warnings; NULL: nothing */
} zc_region_info;

/* How many there are, and each in the order of the files' names; NULL behind the last. */
ZC_API uint32_t zc_regions_count(const zc_regions *regions);
ZC_API const zc_region_info *zc_regions_at(const zc_regions *regions, uint32_t index);
/* The one of this id; NULL: there is none. */
ZC_API const zc_region_info *zc_regions_find(const zc_regions *regions, const char *id);
/* The folder that the plugins are from. */
ZC_API const char *zc_regions_folder(const zc_regions *regions);

/* ---- one person at a time -------------------------------------------------------------------- */

typedef struct zc_desk zc_desk;

/* NULL: out of memory. Memory for a region is taken at its first question and then kept. */
ZC_API zc_desk *zc_desk_new(const zc_regions *regions);
ZC_API void zc_desk_free(zc_desk *desk);

/* What is wrong, after a call that did not return ZC_OK; "" after one that did. */
ZC_API const char *zc_desk_message(zc_desk *desk);
/* What was noticed in the facts of a question that was answered, a line for each: division codes
 * that are in no table, with what became of former ones. They are placed by their digits all the
 * same. "" where there is nothing, and after a call that was not answered. Lives until the next
 * call on the desk. */
ZC_API const char *zc_desk_notes(zc_desk *desk);

/* Takes nothing for granted: facts that have an assumed value are unknown, too (--strict). */
#define ZC_STRICT 1u
/* A date that is given as a month or a year, 2019-07 or 2019, is taken as its first day, or as its
 * last (--month-precision), and the answer lists it under `assumed`. With neither flag the
 * configuration's month_precision holds; without that it is some day of it: what holds for some of
 * its days only is not known. Of the two flags one at most. */
#define ZC_MONTHS_FIRST 8u
#define ZC_MONTHS_LAST  16u

/* A question. All of it is read during the call only. */
typedef struct zc_query {
  const char *region;
  const char *day;   /* NULL: today in Asia/Shanghai */
  const char *facts; /* a JSON object, {"education": "bachelor", ...}; null: unknown. NULL: no
                        facts. `zhicheng facts --region R` lists names, types and words */
  size_t length;     /* bytes of `facts`; 0: up to its NUL */
  uint32_t flags;    /* of ZC_STRICT, ZC_MONTHS_FIRST, ZC_MONTHS_LAST */
} zc_query;

/*
 * May this person apply; what is a held title worth; is the unit grassroots. `*answer` becomes the
 * JSON document of the contract, byte for byte what `zhicheng assess|convert|unit --format json`
 * writes for the same facts, with a line end. Lives until the next call on the desk; unchanged
 * where the status is not ZC_OK.
 */
ZC_API zc_status zc_desk_assess(zc_desk *desk, const zc_query *query, const char **answer);
ZC_API zc_status zc_desk_convert(zc_desk *desk, const zc_query *query, const char **answer);
ZC_API zc_status zc_desk_unit(zc_desk *desk, const zc_query *query, const char **answer);

/* What is due by when in a year (1900 to 2199). `dates`: a JSON object with any of
 * review_start_date, review_end_date, meeting_date and approval_date; NULL: none of them. */
ZC_API zc_status zc_desk_calendar(zc_desk *desk, const char *region, int32_t year,
                                  const char *dates, const char **answer);

/* The verdict of zc_desk_assess alone, several times faster. `*route` becomes the id of the rule
 * that makes the person eligible, NULL where there is none; lives as long as the regions. `route`
 * may be NULL. */
ZC_API zc_status zc_desk_verdict(zc_desk *desk, const zc_query *query, zc_verdict *verdict,
                                 const char **route);

/* A rule that was looked at. */
typedef struct zc_rule_finding {
  const char *rule, *kind; /* "gx.edu.deputy", "route" */
  zc_state state;
  const char *clauses;           /* ids, separated by blanks; "" for rules without a clause */
  const char *text_zh, *text_en; /* one sentence, with the values in force for this person; text_en
                                    may be NULL */
} zc_rule_finding;

/* The findings of zc_desk_assess, in their order, as structs. They and their `clauses` live until
 * the next call on the desk, the other texts as long as the regions. */
ZC_API zc_status zc_desk_findings(zc_desk *desk, const zc_query *query,
                                  const zc_rule_finding **findings, uint32_t *count);

/* ---- one person in many regions -------------------------------------------------------------- */

/* How an answer about several regions is written: as JSON, which is the same in every language, or
 * as text for people. */
typedef enum zc_answer_form {
  ZC_ANSWER_JSON = 0,
  ZC_ANSWER_TEXT_ZH,
  ZC_ANSWER_TEXT_EN
} zc_answer_form;

/*
 *     zc_query query = {.day = "2024-06-01",
 *                       .facts = "{\"target_level\": \"deputy_senior\", \"education\":
 * \"bachelor\"}"}; const char *answer; if (zc_desk_compare(desk, &query, ZC_ANSWER_TEXT_EN,
 * &answer) == ZC_OK) puts(answer);
 *
 * One person in every region and track, side by side; a region whose plugin was not loaded is left
 * out. `*answer` is byte for byte what `zhicheng compare` writes for the same facts. It lives until
 * the next call on the desk; unchanged where the status is not ZC_OK.
 *
 * `query->region` is not read. Facts are those that all regions share (`zhicheng facts`), and
 * `track` is set to each in turn. ZC_BAD_INPUT: facts, day, flags or form are wrong, or there is no
 * plugin; ZC_BAD_PLUGIN: none of those there are was loaded.
 */
ZC_API zc_status zc_desk_compare(zc_desk *desk, const zc_query *query, zc_answer_form form,
                                 const char **answer);

/*
 * The ways from a held title (facts held_title_*) and a unit (unit_*) to a destination
 * (destination_*), as `zhicheng path` writes them. held_title_region says which region gave the
 * title and is to be given, as is something of the destination. Otherwise as zc_desk_compare;
 * ZC_BAD_PLUGIN: the plugin of the title's region was not loaded.
 */
ZC_API zc_status zc_desk_path(zc_desk *desk, const zc_query *query, zc_answer_form form,
                              const char **answer);

/* ---- millions of people ---------------------------------------------------------------------- */

/*
 *     static const char *const facts[] = {"track", "target_level", "months_in_current_title"};
 *     zc_bulk *bulk;
 *     char *trouble;
 *     zc_bulk_new(regions, "guangxi", "2021-10-15", facts, 3, 0, &bulk, &trouble);
 *     zc_bulk_worker *worker = zc_bulk_worker_new(bulk);       // one in each thread
 *     for (size_t first = 0; first < rows; first += ZC_BULK_ROWS) {
 *       uint32_t some = rows - first < ZC_BULK_ROWS ? (uint32_t)(rows - first) : ZC_BULK_ROWS;
 *       const zc_bulk_answers *a;
 *       if (zc_bulk_assess(worker, columns, first, some, &a) != ZC_OK) ...
 *       for (uint32_t w = 0; w < (some + 63) / 64; w++)
 *         eligible += __builtin_popcountll(a->eligible[w]);
 *     }
 *
 * The answers are those of zc_desk_assess for every row. Bits of rows are numbered from 0: bit
 * r % 64 of word r / 64.
 */
typedef struct zc_bulk zc_bulk;
typedef struct zc_bulk_worker zc_bulk_worker;

/*
 * Prepares for columns of the facts that are named, in this order; all other facts are not given.
 * `day` may be NULL: today. `flags`: as of zc_query. ZC_BAD_INPUT: no such region, day or fact, a
 * fact that is named twice, or one that is text (unit_name). `trouble` as for zc_regions_open.
 */
ZC_API zc_status zc_bulk_new(const zc_regions *regions, const char *region, const char *day,
                             const char *const *facts, uint32_t count, uint32_t flags,
                             zc_bulk **bulk, char **trouble);
ZC_API void zc_bulk_free(zc_bulk *bulk);

/* A fact of all rows. */
typedef struct zc_bulk_column {
  uint32_t width;        /* bytes of a value: 1, 2, 4 or 8; values are signed */
  const void *values;    /* by row: an int; 0 or 1; the number of a word or of a day; of a division
                            the least 12-digit code under it (width 8) */
  const void *highest;   /* of divisions: the greatest code under it; of dates: the last day that it
                            may be; NULL: the same as `values`, as it is of all others */
  const uint64_t *known; /* a bit a row; NULL: every row is known. What stands in `values` of a row
                            that is not known does not matter */
} zc_bulk_column;

/* The number that stands for a value in the column number `column`, read as in a CSV file: "true",
 * "48", "bachelor", "2020-07-01", "2020-07", "451200". `*highest` differs from `*value` for
 * divisions, and for dates of which only the month or the year is known; may be NULL. ZC_BAD_INPUT:
 * no value of this fact; `trouble` as for zc_regions_open. */
ZC_API zc_status zc_bulk_value(const zc_bulk *bulk, uint32_t column, const char *text,
                               int64_t *value, int64_t *highest, char **trouble);

/* Rules, in the order of the findings, and facts of the region: names of the planes. They live as
 * long as the regions. NULL behind the last. */
ZC_API uint32_t zc_bulk_rule_count(const zc_bulk *bulk);
ZC_API const char *zc_bulk_rule(const zc_bulk *bulk, uint32_t rule);
ZC_API uint32_t zc_bulk_fact_count(const zc_bulk *bulk);
ZC_API const char *zc_bulk_fact(const zc_bulk *bulk, uint32_t fact);
/* The mode of those whom a route makes eligible: "review", "determination", "exam". */
ZC_API const char *zc_bulk_mode(const zc_bulk *bulk, uint32_t route);

#define ZC_BULK_ROWS     4096u /* most rows of one call */
#define ZC_BULK_WORDS    64u   /* words of a plane */
#define ZC_BULK_NO_ROUTE UINT16_MAX
#define ZC_BULK_STATES   5

/* A plane has a bit for each row of the call, ZC_BULK_WORDS words, and 0 behind the last row. That
 * of rule or fact number i of several begins at `planes + i * ZC_BULK_WORDS`. */
typedef struct zc_bulk_answers {
  uint32_t rows;
  /* Facts contradict each other (zc_bulk_explain tells); all other bits of such a row are 0. */
  const uint64_t *rejected;
  const uint64_t *eligible, *ineligible; /* neither, nor rejected: undetermined */
  const uint16_t *route; /* by row: number of the rule; ZC_BULK_NO_ROUTE unless eligible */
  const uint64_t *states[ZC_BULK_STATES]; /* by zc_state: planes by rule. None of the five: the rule
                                             is not listed */
  const uint64_t *missing;                /* planes by fact: what undetermined rows lack */
  const uint64_t *missing_inexact;        /* the facts missing are a superset */
} zc_bulk_answers;

/* NULL: out of memory. */
ZC_API zc_bulk_worker *zc_bulk_worker_new(const zc_bulk *bulk);
ZC_API void zc_bulk_worker_free(zc_bulk_worker *worker);
/* As zc_desk_message. */
ZC_API const char *zc_bulk_worker_message(zc_bulk_worker *worker);

/*
 * Answers rows `first` (a multiple of 64) to `first` + `rows` - 1, at most ZC_BULK_ROWS. `columns`
 * stand in the order of the names. `*answers` lives until the next zc_bulk_assess of the worker.
 * ZC_BAD_INPUT: a column's width, or a known value that its fact cannot have; the message names
 * fact and row. ZC_NO_RESOURCE.
 */
ZC_API zc_status zc_bulk_assess(zc_bulk_worker *worker, const zc_bulk_column *columns, size_t first,
                                uint32_t rows, const zc_bulk_answers **answers);

/* One row in full, as zc_desk_assess would answer; of a row that was rejected ZC_BAD_INPUT with the
 * reasons. The answer lives until the worker's next zc_bulk_explain. */
ZC_API zc_status zc_bulk_explain(zc_bulk_worker *worker, const zc_bulk_column *columns, size_t row,
                                 const char **answer);

/* ---- a file of people ------------------------------------------------------------------------ */

/* How far a batch is. May grow at its end. */
typedef struct zc_batch_progress {
  uint64_t rows;              /* answered or rejected */
  uint64_t bytes_read, bytes; /* of the input; bytes: 0 where its size is not known */
  double seconds;             /* since it began */
} zc_batch_progress;

#define ZC_EXPLAIN    2u /* every finding too, as `zhicheng batch --explain`; slow */
#define ZC_UNIQUE_IDS 4u /* a row whose id an earlier row had is rejected */
/* Of a CSV output: fields that a spreadsheet program would take for formulas get a ' before them;
 * a byte-order mark, so that such a program takes it for UTF-8. */
#define ZC_SAFE_CSV   32u
#define ZC_BYTE_ORDER 64u
#define ZC_FORCE      128u /* `out` may replace a file that is no output of a batch */

/* Most threads: more would only wait for the one that reads and writes. */
#define ZC_BATCH_THREADS 64u

/* What is asked of a file. What is NULL or 0 was not said; all of it is read during the call only.
 */
typedef struct zc_batch_options {
  uint32_t size;             /* sizeof(zc_batch_options) */
  uint32_t flags;            /* those of zc_query, and those above */
  const char *in;            /* CSV or NDJSON, see `zhicheng batch --help`; "-": standard input */
  const char *out;           /* ends with .csv, .ndjson, .db or .xlsx, which says what is written */
  const char *reject;        /* where rejected rows go; NULL: OUT.reject.csv, if there are any */
  const char *region;        /* of all rows; or: */
  const char *region_column; /* the column or member that names each row's region */
  const char *day;           /* NULL: today in Asia/Shanghai; or: */
  const char *day_column;    /* the column or member with the day that each row is asked about */
  const char *const *settings; /* "name=value": facts of all rows */
  uint32_t setting_count;
  uint32_t threads;     /* 1 to ZC_BATCH_THREADS; 0: one for each processor */
  const char *encoding; /* "utf-8" or "gb18030"; NULL: it is found out */
  /* Told how far it is, five times a second at most, in the thread that called; NULL: nobody is.
   * Not 0: the batch is to stop. */
  int (*progress)(void *context, const zc_batch_progress *progress);
  void *context; /* of progress */
  const char
      *sheet; /* of a workbook: its name or number; NULL: the first visible one that is filled */
  const char *map; /* a file that says what headings and words mean; NULL: none */
} zc_batch_options;

/* What came out. */
typedef struct zc_batch_counts {
  uint32_t size; /* sizeof(zc_batch_counts), set by whoever asks */
  uint64_t rows, rejected, eligible, ineligible, undetermined;
  uint64_t no_edition; /* of the undetermined: no document speaks of the day */
} zc_batch_counts;

/*
 *     zc_batch_options options = {.size = sizeof options, .in = "people.csv", .out = "answers.db",
 *                                 .region = "guangxi", .day = "2021-10-15"};
 *     zc_batch_counts counts = {.size = sizeof counts};
 *     char *summary, *trouble;
 *     if (zc_batch_run(regions, &options, &counts, &summary, &trouble) == ZC_OK)
 *       fputs(summary, stdout);
 *     fputs(trouble ? trouble : "", stderr);
 *     zc_message_free(summary);
 *     zc_message_free(trouble);
 *
 * Answers a file of people as `zhicheng batch` does, to the same bytes. The output is there whole
 * or stays as it was. A file that is there and no output of a batch is refused (ZC_BAD_INPUT)
 * unless ZC_FORCE; tables of others in a database stay. A bad row goes to the reject file with all
 * its errors, and the others go on.
 *
 * `counts`   what came out, where the status is ZC_OK; may be NULL.
 * `summary`  set to what the program tells at its end, in the language of the regions; NULL where
 *            the status is not ZC_OK or memory for it is wanting; may itself be NULL.
 * `trouble`  set to NULL, to what is wrong or, with ZC_OK, to warnings; may itself be NULL.
 * Messages call options what the command line calls them: --out is `out`. Both texts are the
 * caller's, freed with zc_message_free.
 *
 * ZC_BAD_INPUT: options, the input's columns or the region are wrong; ZC_BAD_PLUGIN: the region's
 * plugin was not loaded; ZC_NO_RESOURCE: out of memory, a file that cannot be written, or
 * `progress` stopped the batch. Files of `out` and `reject` are then as they were before.
 */
ZC_API zc_status zc_batch_run(const zc_regions *regions, const zc_batch_options *options,
                              zc_batch_counts *counts, char **summary, char **trouble);

#ifdef __cplusplus
}
#endif
#endif
