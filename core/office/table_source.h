/* SPDX-License-Identifier: Apache-2.0 */
/* A file of people as rows of cells with their place, whatever the file is: text, XLSX or XLS. Rows
 * come one after the other, so that memory does not grow with the file. */
#ifndef ZC_OFFICE_TABLE_SOURCE_H
#define ZC_OFFICE_TABLE_SOURCE_H

#include "base/date.h"
#include "office/office_file.h"

typedef enum zc_cell_kind {
  ZC_CELL_EMPTY = 0,
  ZC_CELL_TEXT,     /* of a text file every cell that is not empty */
  ZC_CELL_NUMBER,   /* text: its digits without an exponent, as stored: "2016.07", "12" */
  ZC_CELL_BOOL,     /* text: TRUE or FALSE */
  ZC_CELL_DATE,     /* text: YYYY-MM-DD; the time of day is left out */
  ZC_CELL_ERROR,    /* text: "#N/A", "#REF!" */
  ZC_CELL_NO_RESULT /* a formula that was never calculated */
} zc_cell_kind;

typedef struct zc_cell {
  const char *text; /* UTF-8, as it stands, with its blanks; not terminated; never NULL */
  uint32_t length;
  uint8_t kind;      /* zc_cell_kind */
  uint8_t is_spread; /* its value is that of the first row of a merge, which is further up */
  /* Of a number: digits behind the point that its number format shows ("0.00": 2), so that 2016.1
   * may be shown as 2016.10; -1 where the format says none. */
  int8_t decimals;
  zc_day day; /* of a date; may lie outside ZC_DAY_MIN to ZC_DAY_MAX */
} zc_cell;

/* A row that has a cell of its own that is not empty: rows that have none, or spread ones only, are
 * passed over. Lives until the next call on the source. */
typedef struct zc_table_row {
  uint64_t number; /* from 1, as the spreadsheet shows it; of text, the line on which it begins */
  const zc_cell *cells;
  uint32_t count;    /* cells up to the last one that is not empty; cell 0 is column A */
  uint8_t is_hidden; /* it counts all the same */
  uint8_t fault;     /* zc_row_fault: text whose cells cannot be told apart has none; else 0 */
} zc_table_row;

/* Rows from 1, columns from 0, both ends included. */
typedef struct zc_merge {
  uint32_t first_row, last_row, first_column, last_column;
} zc_merge;

typedef struct zc_table_sheet {
  const char *name;
  int is_visible;
  int is_filled; /* has a cell that is not empty */
} zc_table_sheet;

/* What is known when the source is open. Lives as long as the source. */
typedef struct zc_table_about {
  zc_office_kind kind;  /* of NDJSON there are no rows of cells: its reader takes the file */
  const char *encoding; /* of text "utf-8", "utf-16le", "utf-16be" or "gb18030"; else NULL */
  char separator;       /* of text ',', ';' or '\t'; else 0 */
  const char *sheet;    /* the sheet that is read; NULL for text */
  const zc_table_sheet *sheets;
  uint32_t sheet_count;
  const zc_merge *merges; /* of the sheet, by first row, then first column */
  uint32_t merge_count;
} zc_table_about;

typedef struct zc_table_options {
  const char *sheet;    /* a name, or a number from 1; NULL: the first visible one that is filled */
  const char *encoding; /* of text: "utf-8", "gb18030", or NULL where it is to be found out */
  /* How many known columns a row of text names: of the separators the one is taken by which one of
   * the first rows names most. NULL: the one by which a row has most cells. */
  uint32_t (*known)(void *context, const zc_table_row *row);
  void *context;
} zc_table_options;

/* Of the first rows, those among which the heading is looked for. */
#define ZC_HEADING_ROWS 30

typedef struct zc_table_source zc_table_source;

/* Takes `file` over, which was opened, also where it fails: it is closed with the source. Every
 * error is reported. */
zc_status zc_table_source_open(zc_table_source **source, zc_office_file *file,
                               const zc_table_options *options, zc_diagnostics *diag);
void zc_table_source_close(zc_table_source *source); /* NULL is fine */
const zc_table_about *zc_table_source_about(const zc_table_source *source);

/* The first rows, at most ZC_HEADING_ROWS, which zc_table_source_next will hand out all the same.
 * They live as long as the source. Called before the first zc_table_source_next, if at all. */
zc_status zc_table_source_head(zc_table_source *source, const zc_table_row **rows, uint32_t *count,
                               zc_diagnostics *diag);
/* The next row; *row is NULL at the end. What breaks the file as a whole is an error. */
zc_status zc_table_source_next(zc_table_source *source, const zc_table_row **row,
                               zc_diagnostics *diag);

/* How far the file is read, in bytes of zc_office_file.size. */
uint64_t zc_table_source_progress(const zc_table_source *source);
/* The day of a serial number in the workbook's date system (text: that of 1900); 0, or -1 where
 * there is no such day. */
int zc_table_source_serial(const zc_table_source *source, int64_t serial, zc_day *day);
/* What a user should know though nothing is wrong: other sheets that are filled, hidden rows and
 * columns. A line each, in the language asked for; all of them once the last row was handed out. */
void zc_table_source_notes(const zc_table_source *source, zc_lang lang, zc_buffer *out);

/* "A", "AB": the letters of a column from 0, terminated. */
typedef struct zc_column_letters {
  char text[8];
} zc_column_letters;
zc_column_letters zc_letters_of(uint32_t column);

#endif
