/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that answer a chunk share. */
#ifndef ZC_BATCH_WORK_H
#define ZC_BATCH_WORK_H

#include "advice/advice.h"
#include "batch/batch.h"
#include "batch/earliest.h"
#include "batch/rulings.h"
#include "batch/translate.h"
#include "report/report.h"

typedef struct zc_batch_worker_region {
  const zc_batch_region *plan;
  zc_column_workspace *assess;
  zc_workspace *ask; /* for single rows: refused ones, and whole answers */
  zc_facts facts;    /* of such a row */
  zc_json_writer *writer;
  zc_advisor *advisor;
  zc_earliest *earliest;   /* of an output for people; else NULL */
  zc_fact_column *columns; /* as plan->facts */
  zc_column *views;        /* the same for the engine */
  const zc_column *track;  /* one of them, or NULL */
  /* Where rows have their days: the same for the rows of one of them. */
  zc_fact_column *day_columns;
  zc_column *day_views;
  const zc_column *day_track;
  uint32_t filled; /* rows of an NDJSON chunk that stand in the columns so far */
  zc_rulings rulings;
} zc_batch_worker_region;

/* Engines of days that a thread keeps; each with what it needs to run takes a few MiB. */
#define ZC_BATCH_DAY_ENGINES 8u
typedef struct zc_batch_day_engine {
  const zc_batch_region *region; /* NULL: none */
  zc_day day;
  uint64_t used; /* number of its last use */
  zc_column_engine *engine;
  zc_column_workspace *workspace;
} zc_batch_day_engine;
typedef struct zc_batch_days zc_batch_days;
zc_batch_days *zc_batch_days_new(void); /* NULL: out of memory */
void zc_batch_days_free(zc_batch_days *days);

/* What some rows are asked with. */
typedef struct zc_batch_part {
  zc_column_workspace *workspace;
  const zc_column *views, *track;
  const zc_day *days; /* by row, of an engine by row; else not looked at */
} zc_batch_part;

enum { ZC_LISTED_PLACES = 4096 };

struct zc_batch_worker {
  const zc_batch *batch;
  zc_batch_worker_region *regions;
  zc_batch_days *days; /* where rows have theirs; else NULL */
  uint32_t *listed;    /* codes that stand in the table, by a hash of them: ZC_LISTED_PLACES */
  uint32_t *selection; /* of rows: zc_csv_rows */
  zc_buffer room;      /* for an unquoted field */
  zc_diagnostics diag; /* of one row */
  zc_translator *translator; /* CSV; else NULL */
};

/* Number of the region with this id, or -1. */
int32_t zc_batch_find_region(const zc_batch *batch, const char *id, size_t length);

/* Assesses rows that stand in the region's columns: keys, faults and the job's tally. ZC_OK or
 * ZC_NO_RESOURCE. */
zc_status zc_batch_worker_assess(zc_batch_worker *worker, zc_batch_worker_region *region,
                                 const zc_csv_rows *rows, zc_batch_job *job);
/* The same of rows with a day of their own. */
zc_status zc_batch_worker_assess_days(zc_batch_worker *worker, zc_batch_worker_region *region,
                                      const zc_csv_rows *rows, zc_batch_job *job);
/* The same of rows that stand in the views of `part`. */
void zc_batch_worker_part(zc_batch_worker *worker, zc_batch_worker_region *region,
                          const zc_batch_part *part, const zc_csv_rows *rows, zc_batch_job *job);
/* The whole way of an NDJSON chunk up to its keys; the pieces of its rows. */
zc_status zc_batch_worker_answer_ndjson(zc_batch_worker *worker, zc_batch_job *job);
/* Lines of output and of rejected rows. */
zc_status zc_batch_worker_write(zc_batch_worker *worker, zc_batch_job *job);

#endif
