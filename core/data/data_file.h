/* SPDX-License-Identifier: Apache-2.0 */
/* A file of data as people keep it: lines of comment that name its source and its day, a heading,
 * rows of fields with commas between. Quotes have no meaning in it. */
#ifndef ZC_DATA_DATA_FILE_H
#define ZC_DATA_DATA_FILE_H

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/memory.h"

#include <stddef.h>

enum { ZC_DATA_FIELDS = 6 };

typedef struct zc_data_file {
  const char *path;
  zc_diagnostics *diag;
  zc_status status;   /* the worst that was told */
  uint32_t line;      /* of the row that was read */
  uint32_t row_limit; /* no fewer than there are rows */
  zc_day as_of;       /* as its head says */
  const char *text;   /* all bytes, in the arena; fields are parts of it, each ended by a NUL */
  char *fields[ZC_DATA_FIELDS];
  /* private */
  char *at;
  uint32_t field_count, faults;
} zc_data_file;

/* Reads the file into the arena and its head: comments with "# source: ..." and
 * "# as of: YYYY-MM-DD", then exactly `heading`. ZC_BAD_INPUT: it cannot be read, is no UTF-8, or
 * its head is wrong, which is told. Fields live as long as the arena. */
zc_status zc_data_file_open(zc_data_file *table, const char *path, const char *heading,
                            zc_arena *arena, zc_diagnostics *diag);
/* The fields of the next row. 0: there is none, or memory or patience for faults ran out. A line
 * with more or fewer fields is told and passed over. */
int zc_data_file_next(zc_data_file *table);
/* Tells what is wrong with the row that was read last. Fewer faults are told than a file may have;
 * after the last of them zc_data_file_next gives no more rows. */
#define ZC_DATA_FAULT(table, ...)                                                                  \
  zc_data_file_told(table, zc_report((table)->diag, ZC_BAD_INPUT,                                  \
                                     &(zc_where){.file = (table)->path, .line = (table)->line},    \
                                     __VA_ARGS__))
void zc_data_file_told(zc_data_file *table, zc_status status);

#endif
