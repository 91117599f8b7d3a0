/* SPDX-License-Identifier: Apache-2.0 */
/* Where chunks go when they are answered: repeated ids are sorted out, rejected rows written,
 * counts added up, progress shown; then the chunk is the output's. */
#ifndef ZC_BATCH_SINK_H
#define ZC_BATCH_SINK_H

#include "base/output.h"
#include "batch/ids.h"
#include "batch/pipeline.h"
#include "batch/rejects.h"

#include <time.h>

typedef struct zc_sink {
  const zc_batch *batch;
  zc_input *input;
  zc_pipeline *pipeline;
  zc_output output;
  int is_forced; /* the output may replace any file */
  zc_rejects rejects;
  zc_ids *ids;  /* --unique-id, else NULL */
  char *folder; /* of the output */
  zc_tally tally;
  zc_notes members, divisions, former; /* of all jobs */
  struct timespec start, told;         /* told: when the progress was told last */
  int (*progress)(void *context, const zc_batch_progress *progress); /* or NULL */
  void *context;                                                     /* of progress */
  zc_buffer buffer, room;
  zc_buffer repeated; /* lines of the chunk's rows with repeated ids, each behind its length */
  zc_diagnostics *diag;
} zc_sink;

/* Opens the output. The file `reject` (NULL: none) is made when the first row is rejected, or at
 * once where `always` says so. zc_sink_free in any case. */
zc_status zc_sink_open(zc_sink *sink, const char *out, const char *reject, int always);
/* The next chunk with all that is said above done; NULL at the end. A row without fault is one of
 * the output. */
zc_status zc_sink_next(zc_sink *sink, zc_batch_job **job);
/* All rows to a CSV or NDJSON output. */
zc_status zc_sink_lines(zc_sink *sink);
/* All rows to an SQLite output. */
zc_status zc_sink_store(zc_sink *sink);
/* All rows to a workbook. */
zc_status zc_sink_workbook(zc_sink *sink);
/* The names of its sheets in English and in Chinese: answers, rejected rows, what came out. */
extern const char *const zc_workbook_sheets[2][3];
/* Gives the files their names. */
zc_status zc_sink_close(zc_sink *sink);
void zc_sink_free(zc_sink *sink);

/* Tells whoever wants to know of the progress. Not 0: the batch is to stop. */
int zc_sink_progress(zc_sink *sink, uint64_t bytes_read);
/* What came out, for people. */
void zc_sink_summary(zc_buffer *out, const zc_sink *sink);

#endif
