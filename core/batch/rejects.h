/* SPDX-License-Identifier: Apache-2.0 */
/* The file of rejected rows: line, id and reason of each or, of an office's file, its own columns
 * and the reason, to be corrected and handed in again. Of rows of the first kind that follow each
 * other with the same id and the same reason the first few are written, and the rest in one line
 * with their number: a file of another kind makes no reject file larger than itself. */
#ifndef ZC_BATCH_REJECTS_H
#define ZC_BATCH_REJECTS_H

#include "base/buffer.h"
#include "base/output.h"

typedef struct zc_rejects {
  const char *path; /* NULL: there is to be no such file */
  zc_lang lang;
  zc_buffer header; /* the first line */
  int keeps_all;    /* rows with their own columns: each is written */
  int is_open;
  zc_output output;
  zc_buffer last;                 /* id and reason of the last row, as written */
  uint64_t run;                   /* how many rows in turn had them */
  uint64_t first_kept, last_line; /* line numbers of the rows that are not written yet */
} zc_rejects;

/* Makes the file with its header; else the first row does. */
zc_status zc_rejects_open(zc_rejects *rejects, zc_diagnostics *diag);
/* One line as zc_reject_line writes it. */
zc_status zc_rejects_add(zc_rejects *rejects, const char *text, size_t length,
                         zc_diagnostics *diag);
/* A row that is not rejected stands between the last and the next. */
zc_status zc_rejects_break(zc_rejects *rejects, zc_diagnostics *diag);
/* Writes what is left and gives the file its name, where it was opened. */
zc_status zc_rejects_close(zc_rejects *rejects, zc_diagnostics *diag);
void zc_rejects_free(zc_rejects *rejects);

#endif
