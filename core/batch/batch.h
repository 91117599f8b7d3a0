/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Inside a batch: a file of people in, their answers out, in the order of the file.
 *
 *   input     reads, decodes and cuts the file into chunks of whole rows
 *   work      a chunk's rows into columns, answers, lines of the output
 *   pipeline  hands chunks to threads and their results back in order
 *   sink      writes them, tells the progress, sums up
 *   file      the whole, for those who ask for one
 *
 * What all threads share does not change while they run: zc_batch. Each thread has a worker, each
 * chunk a job. Memory does not grow with the file.
 */
#ifndef ZC_BATCH_BATCH_H
#define ZC_BATCH_BATCH_H

#include "batch/file.h"
#include "batch/notes.h"
#include "batch/office.h"
#include "columns/columns.h"
#include "facts/csv_column.h"
#include "facts/csv_header.h"
#include "report/ruling.h"

/* Where a member of an NDJSON row that is no fact is carried, in an output that has columns. */
#define ZC_MEMBERS_COLUMN "members"

/* A region that rows may be of. */
typedef struct zc_batch_region {
  const zc_region *region;
  zc_column_engine *engine; /* of the day; where rows have theirs, by row */
  uint8_t *given_columns;   /* by fact: 1 where there is a column */
  uint32_t *facts;          /* that there are columns for */
  uint32_t fact_count;
  zc_csv_reader *readers; /* CSV: of the first `reader_count` of them */
  uint32_t reader_count;
  uint32_t extra_count; /* of the readers, the last ones: of facts that have no column */
  zc_facts given;       /* of --set: the same for all rows; the columns behind the readers' */
  uint64_t tracks;      /* words of the track enum that the region has */
  uint32_t rule_words;  /* of 64 bits each */
  uint32_t fact_words;
  uint32_t unmet_at; /* number of the region's first rule in a tally */
} zc_batch_region;

typedef struct zc_batch {
  const char *file; /* name of the input, for messages */
  zc_lang lang;
  zc_day as_of;         /* unless rows have theirs */
  const char *day_name; /* of the column or member with each row's day; NULL: one day */
  uint32_t day_field;   /* CSV */
  int strict, explain, unique_ids;
  int is_safe, has_mark;        /* of a CSV output: ZC_SAFE_CSV, ZC_BYTE_ORDER */
  zc_month_precision precision; /* of partial dates */
  zc_file_form in, out;         /* in: CSV or NDJSON */
  zc_csv_header header;
  zc_batch_office *office; /* CSV; NULL: NDJSON */
  uint32_t *carried;       /* CSV: fields that are carried */
  uint32_t carried_count;
  const char *region_name; /* of the column or member that names the region; NULL: one region */
  uint32_t region_field;   /* CSV */
  zc_batch_region *regions;
  uint32_t region_count;
  uint32_t key_words; /* of a row's key: the most of any region */
  uint32_t rule_count;
  uint32_t ruling_fields; /* of ZC_RULING_NAMES */
} zc_batch;

/* Counts of rows. */
typedef struct zc_tally {
  uint64_t rows, rejected;
  uint64_t blank; /* lines without anything, which are no rows */
  uint64_t verdicts[ZC_UNDETERMINED_VERDICT + 1];
  uint64_t no_edition; /* undetermined, as no document speaks of the day */
  uint64_t *unmet;     /* by rule, region after region */
} zc_tally;

/* The pieces of an NDJSON row that the output needs, one after the other in job->pieces. */
enum { ZC_PIECE_ID, ZC_PIECE_ID_JSON, ZC_PIECE_CARRIED, ZC_PIECE_COUNT };

/* One chunk: rows, and what they are answered. Row numbers count from 0 within the chunk. */
typedef struct zc_batch_job {
  char *text; /* whole rows and ZC_CHUNK_PADDING bytes */
  size_t length, room;
  int is_long;         /* one row longer than ZC_ROW_LIMIT, of which `text` has nothing */
  uint64_t first_line; /* of the file, from 1 */
  uint64_t bytes_read; /* of the file, when the chunk was cut */
  zc_csv_fields fields;
  /* Where rows were put into the facts' own words, `fields` are those of `translated`. */
  int is_translated;
  zc_csv_fields raw;    /* of `text` */
  zc_buffer translated; /* a line a row */
  uint8_t *row_faults;  /* by row: zc_row_fault */
  zc_buffer reasons;    /* of rows with the fault ZC_ROW_WORDS */
  uint32_t *reason_ends;
  uint32_t passed;  /* rows that are none */
  int has_ended;    /* the data, within this chunk: no row of a later one is one */
  uint16_t *region; /* by row without fault */
  zc_day *days;     /* by row without fault, where rows have theirs; else NULL */
  uint64_t *keys;   /* by row without fault: key_words each */
  zc_buffer pieces;
  uint32_t *piece_ends;
  zc_buffer out;
  uint32_t *out_ends; /* by row: where its line ends in `out` */
  zc_buffer rejects;
  uint32_t *reject_ends; /* by row: where its line ends in `rejects` */
  zc_tally tally;
  zc_notes members;   /* NDJSON: of rows without fault, that are no facts */
  zc_notes divisions; /* codes of rows without fault, that are in no table */
  zc_notes former;    /* divisions named that became others */
  zc_status status;   /* ZC_OK or ZC_NO_RESOURCE */
} zc_batch_job;

zc_status zc_batch_job_make(zc_batch_job *job,
                            const zc_batch *batch); /* ZC_NO_RESOURCE; freed in any case */
void zc_batch_job_free(zc_batch_job *job);

/* What a thread needs to answer rows. */
typedef struct zc_batch_worker zc_batch_worker;
zc_batch_worker *zc_batch_worker_new(const zc_batch *batch); /* NULL: out of memory */
void zc_batch_worker_free(zc_batch_worker *worker);
/* Answers a job and writes its lines. */
void zc_batch_worker_run(zc_batch_worker *worker, zc_batch_job *job);

/* ---- a row of a job ---- */

/* The id as it stands; of a file without ids, the number of the row's line. `room` is for that
 * number, or for what has to be unquoted (as long as the row's field). */
zc_csv_field zc_batch_job_id(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                             zc_buffer *room);
/* Carried field number `carried` of a CSV row without its quotes; of an NDJSON row the members. */
zc_csv_field zc_batch_job_carried(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                                  uint32_t carried, zc_buffer *room);
/* What is carried as columns: names. */
uint32_t zc_batch_carried_count(const zc_batch *batch);
const char *zc_batch_carried_name(const zc_batch *batch, uint32_t carried);

/* The line on which a row begins or, of a table, its number as the spreadsheet shows it. */
uint64_t zc_batch_job_line(const zc_batch *batch, const zc_batch_job *job, uint32_t row);

/* The key of a row: its first word has verdict, route and findings of the engine's own, then
 * come the unmet rules, the missing facts and, with --explain, the other states. */
static inline uint64_t *zc_batch_job_key(const zc_batch *batch, const zc_batch_job *job,
                                         uint32_t row) {
  return job->keys + (size_t)row * batch->key_words;
}
/* Makes keys of the answers to rows[0..count-1], which are the block's rows. */
void zc_batch_keys(const zc_batch *batch, const zc_batch_region *region,
                   const zc_column_answers *answers, const zc_column *track, const uint32_t *rows,
                   zc_batch_job *job);
/* The ruling of a key. */
zc_ruling zc_batch_ruling(const zc_batch *batch, const zc_batch_region *region,
                          const uint64_t *key);
/* Takes a row with this key out of a tally again, as a rejected one. */
void zc_tally_reject(zc_tally *tally, const zc_batch *batch, const zc_batch_region *region,
                     const uint64_t *key);

/* ---- reasons ---- */

/* The day that a row is asked about. */
static inline zc_day zc_batch_job_day(const zc_batch *batch, const zc_batch_job *job,
                                      uint32_t row) {
  return batch->day_name ? job->days[row] : batch->as_of;
}
/* Reads the day of a row; what is wrong with it is reported, where `diag` is not NULL. */
zc_status zc_batch_row_day(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                           zc_day *day, zc_diagnostics *diag);
struct json_t;
zc_status zc_batch_object_day(const zc_batch *batch, const struct json_t *object, zc_day *day,
                              zc_diagnostics *diag);
/* The member of NDJSON that looks like a row's day where none was asked for. */
#define ZC_DAY_MEMBER "as_of"

/* Reports the region that a row names, which is none. */
zc_status zc_batch_region_reason(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                                 zc_diagnostics *diag);
/* The facts of a row for the row engine; what is wrong with them is reported. */
zc_status zc_batch_facts(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                         const zc_batch_region *region, zc_facts *facts, zc_diagnostics *diag);
/* Puts the facts of --set over those of a row. */
void zc_batch_give(const zc_batch_region *region, zc_facts *facts);
/* The first line of the reject file, and that of a row: its own columns, then the reason, which
 * begins with its line; of NDJSON and of CSV whose headings are names of facts, line, id, reason.
 * The messages of `diag` are the reason where it has any, else what the fault says. */
void zc_reject_line(zc_buffer *out, const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                    zc_diagnostics *diag);
/* Whether rejected rows keep their own columns: those of an office's file do. */
int zc_batch_keeps_columns(const zc_batch *batch);
void zc_reject_header(zc_buffer *out, const zc_batch *batch);
/* The fact that a column of CSV holds in a region's vocabulary; -1: none. */
int32_t zc_batch_fact(const zc_batch *batch, uint32_t field, const zc_vocabulary *v);

/* A text as a field of CSV, with quotes where it needs them. */
void zc_csv_put(zc_buffer *out, const char *text, size_t length);
/* The same, where `is_safe` with ' before what a spreadsheet program would take for a formula. */
void zc_csv_put_safe(zc_buffer *out, const char *text, size_t length, int is_safe);
/* A text of valid UTF-8 as a JSON string. */
void zc_json_put(zc_buffer *out, const char *text, size_t length);

#endif
