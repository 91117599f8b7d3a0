/* SPDX-License-Identifier: Apache-2.0 */
/* A batch as a whole: a file of people in, their answers out. Messages name the options as the
 * command line does: --out is `out`. */
#ifndef ZC_BATCH_FILE_H
#define ZC_BATCH_FILE_H

#include "host/host.h"

/* More threads would only wait for the one that reads and writes. */
#define ZC_BATCH_MOST_THREADS 64u

/* How far a batch is. */
typedef struct zc_batch_progress {
  uint64_t rows;              /* answered or rejected */
  uint64_t bytes_read, bytes; /* of the input; bytes: 0 where its size is not known */
  double seconds;             /* since it began */
} zc_batch_progress;

/* Told of the progress, five times a second at most. Not 0: the batch is to stop. */
typedef int zc_batch_progress_call(void *context, const zc_batch_progress *progress);

/* Texts live as long as the batch. */
typedef struct zc_batch_options {
  const char *in;              /* CSV or NDJSON; "-": standard input */
  const char *out;             /* ends with .csv, .ndjson or .db, which says what is written */
  const char *reject;          /* where rejected rows go; NULL: OUT.reject.csv, if there are any */
  const char *region;          /* of all rows; or: */
  const char *region_column;   /* the column or member that names each row's region */
  const char *as_of;           /* the day asked about; NULL: today; or: */
  const char *as_of_column;    /* the column or member with each row's day */
  const char *const *settings; /* "name=value": facts of all rows */
  uint32_t setting_count;
  int strict, explain, unique_ids;
  const char *encoding; /* "utf-8", "gb18030"; NULL: it is found out */
  uint32_t threads;     /* 1 to ZC_BATCH_MOST_THREADS; 0: one for each processor */
  zc_lang lang;
  zc_batch_progress_call *progress; /* or NULL */
  void *context;                    /* of progress */
} zc_batch_options;

/* What came out. */
typedef struct zc_batch_counts {
  uint64_t rows, rejected, eligible, ineligible, undetermined;
  uint64_t no_edition; /* of the undetermined: no document speaks of the day */
} zc_batch_counts;

typedef struct zc_batch_file zc_batch_file;

typedef enum zc_file_form { ZC_FORM_CSV, ZC_FORM_NDJSON, ZC_FORM_SQLITE } zc_file_form;
/* What the name of an output says; another ending is reported. */
zc_status zc_batch_form(const char *out, zc_file_form *form, zc_diagnostics *diag);

/* Opens the input and looks at the options and at the columns. Every error is reported. `*file` is
 * to be closed in any case. Options and `diag` live until then. */
zc_status zc_batch_open(zc_batch_file **file, const zc_batch_options *options,
                        zc_diagnostics *diag);
/* Answers all rows. `only` is the region of all rows, with its digest; where the rows name theirs
 * it is NULL, and the regions are those of the host, with theirs. The output is there whole or
 * stays as it was. */
zc_status zc_batch_answer(zc_batch_file *file, const zc_host *host, const zc_region *only);
/* After zc_batch_answer: the counts, and the same with the rules behind them for people. */
zc_batch_counts zc_batch_counted(const zc_batch_file *file);
void zc_batch_summary(zc_buffer *out, const zc_batch_file *file);
void zc_batch_close(zc_batch_file *file);

#endif
