/* SPDX-License-Identifier: Apache-2.0 */
/* The first row of a CSV file: the names of its columns. */
#ifndef ZC_FACTS_CSV_HEADER_H
#define ZC_FACTS_CSV_HEADER_H

#include "facts/csv.h"
#include "facts/vocabulary.h"

typedef struct zc_csv_header {
  const char **names; /* by field, without quotes; they live in `arena` */
  uint32_t count;
  int32_t id; /* the field named `id` or `编号`; -1: none */
  zc_arena arena;
} zc_csv_header;

/* Reads the header from the first row of a file. `file` is its name for messages. Two columns of
 * one name are an error. Freed by zc_csv_header_free in any case. */
zc_status zc_csv_header_read(zc_csv_header *header, const char *file, const char *text,
                             size_t length, zc_diagnostics *diag);
void zc_csv_header_free(zc_csv_header *header);
/* Reports what is wrong with the row of names as a whole, and a carriage return that stands in one.
 */
zc_status zc_csv_header_fault(zc_row_fault fault, const zc_where *where, zc_diagnostics *diag);
zc_status zc_csv_header_return(const zc_where *where, zc_diagnostics *diag);

/* The fact that a column holds: by its name or its Chinese label; -1: none, the column is kept as
 * it is. The column of the ids holds none. */
int32_t zc_csv_header_fact(const zc_csv_header *header, uint32_t field, const zc_vocabulary *v);

/* Two columns of one fact are an error. */
zc_status zc_csv_header_check(const zc_csv_header *header, const char *file, const zc_vocabulary *v,
                              zc_diagnostics *diag);
/* Warns of a column that is kept but whose name is nearly that of a fact. */
void zc_csv_header_warn(const zc_csv_header *header, uint32_t field, const char *file,
                        const zc_vocabulary *v, zc_diagnostics *diag);

#endif
