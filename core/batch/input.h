/* SPDX-License-Identifier: Apache-2.0 */
/* The file of a batch as chunks of whole rows in UTF-8. It may be a pipe: it is read once, from
 * front to back. */
#ifndef ZC_BATCH_INPUT_H
#define ZC_BATCH_INPUT_H

#include "batch/batch.h"
#include "facts/encoding.h"
#include "office/table_source.h"

typedef struct zc_input {
  const char *name;
  zc_office_file file;
  zc_table_source
      *source;  /* a workbook, or text of another kind: its rows become chunks; else NULL */
  int is_table; /* there is one, or will be */
  const char *sheet, *encoding;  /* as they were asked for; they live as long */
  zc_buffer row;                 /* of a table: the row that is made */
  const zc_batch_office *office; /* of a table */
  int is_gb;
  zc_decoder decoder;
  char *raw; /* GB 18030: bytes that are not decoded yet */
  size_t raw_length;
  char *text; /* not handed out yet: from `at` to `length` */
  size_t at, length, room;
  int has_ended;             /* the file; `text` may still have rows */
  int is_skipping;           /* the rest of a row that was too long */
  uint64_t line;             /* of text[at], from 1 */
  uint64_t blank;            /* lines without anything that were passed over before a chunk */
  uint64_t bytes_read, size; /* size: 0 where it is not known */
  zc_file_form form;         /* CSV or NDJSON, told by the first byte that is no blank */
} zc_input;

/* Opens the file ("-": standard input) and reads its start. `encoding`: "utf-8", "gb18030", or NULL
 * where it is to be found out. Every error is reported; zc_input_close in any case. */
zc_status zc_input_open(zc_input *input, const char *name, const char *encoding,
                        zc_diagnostics *diag);
void zc_input_close(zc_input *input);

/* The same of a file as offices have them: workbooks too, text in UTF-16, with semicolons or tabs.
 * `sheet` as in zc_table_options. Then the headings are found, and what is in front of the first
 * person is passed over. */
zc_status zc_input_open_office(zc_input *input, const char *name, const char *encoding,
                               const char *sheet, zc_diagnostics *diag);
zc_status zc_input_headings(zc_input *input, zc_batch_office *office, zc_diagnostics *diag);

/* Reads the names of the columns of CSV. */
zc_status zc_input_header(zc_input *input, zc_csv_header *header, zc_diagnostics *diag);

/* The next chunk; job->length 0 at the end. */
zc_status zc_input_next(zc_input *input, zc_batch_job *job, zc_diagnostics *diag);

#endif
