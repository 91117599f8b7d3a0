/* SPDX-License-Identifier: Apache-2.0 */
/* What a kind of file brings along to be a zc_table_source. */
#ifndef ZC_OFFICE_TABLE_READER_H
#define ZC_OFFICE_TABLE_READER_H

#include "office/table_source.h"

typedef struct zc_table_reader zc_table_reader;

/* The first member of each kind's own struct. `about` is filled in by opening. */
struct zc_table_reader {
  zc_status (*next)(zc_table_reader *reader, const zc_table_row **row, zc_diagnostics *diag);
  uint64_t (*progress)(const zc_table_reader *reader);
  void (*close)(zc_table_reader *reader);
  zc_table_about about;
  int has_1904_days;       /* the date system of old Macintoshes */
  uint32_t hidden_columns; /* that are filled, or not */
  uint64_t hidden_rows;    /* that were handed out so far */
};

/* Each sets *reader where it can, also when it fails, to be closed. The file is closed by others.
 */
zc_status zc_text_reader_open(zc_table_reader **reader, zc_office_file *file,
                              const zc_table_options *options, zc_diagnostics *diag);
zc_status zc_xlsx_reader_open(zc_table_reader **reader, zc_office_file *file,
                              const zc_table_options *options, zc_diagnostics *diag);
zc_status zc_xls_reader_open(zc_table_reader **reader, zc_office_file *file,
                             const zc_table_options *options, zc_diagnostics *diag);

/* The day of a serial number; 0, or -1 where there is none. */
int zc_serial_day(int64_t serial, int has_1904_days, zc_day *day);

#endif
