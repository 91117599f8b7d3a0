/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CSV text as rows of fields (RFC 4180): fields stand between commas, rows end with LF or CRLF, the
 * last one perhaps with nothing. A field that begins with a quote ends with one; inside it commas
 * and line breaks are text and "" is one quote. Quotes elsewhere are text.
 *
 * A quote that is never closed, or behind whose end something other than a comma or a line's end
 * stands, breaks its row: what breaks is then the one line on which the row begins, and the next
 * line begins a new row. So one bad quote costs one row and not the rest of the file.
 *
 * A file is read in chunks of whole rows: zc_csv_cut says where a chunk ends, zc_csv_split finds
 * its fields.
 */
#ifndef ZC_FACTS_CSV_H
#define ZC_FACTS_CSV_H

#include "base/assert.h"
#include "base/diagnostics.h"

#include <stddef.h>
#include <stdint.h>

enum {
  ZC_CHUNK_ROWS = 4096,
  ZC_CHUNK_PADDING = 64 /* bytes that may be read behind a chunk, whatever they are */
};

/* How a row, or a field of it, ends. */
typedef enum zc_csv_end {
  ZC_CSV_WHOLE,
  ZC_CSV_OPEN,  /* the text ends within quotes */
  ZC_CSV_BROKEN /* text stands behind a closing quote */
} zc_csv_end;

/* Passes the quoted field that begins at *at, of a text with that separator: *at is then behind its
 * closing quote, where the separator, the line's end or the text's end stands. */
zc_csv_end zc_csv_quoted(const char *text, size_t length, char separator, size_t *at);

/* Why a row is none; what is wrong with its values is another matter. */
typedef enum zc_row_fault {
  ZC_ROW_FINE = 0,
  ZC_ROW_EMPTY,    /* a line without anything */
  ZC_ROW_FEW,      /* fewer fields than the header has */
  ZC_ROW_MANY,     /* more */
  ZC_ROW_QUOTE,    /* a quote that is not closed, or text behind the closing one */
  ZC_ROW_BYTES,    /* bytes that are not of the file's encoding */
  ZC_ROW_NUL,      /* a NUL */
  ZC_ROW_LONG,     /* longer than ZC_ROW_LIMIT */
  ZC_ROW_VALUES,   /* a value that its fact cannot take */
  ZC_ROW_SYNTAX,   /* NDJSON: no JSON object */
  ZC_ROW_REGION,   /* no region, or none that is there */
  ZC_ROW_DAY,      /* no day, where each row is to have one */
  ZC_ROW_REFUSED,  /* facts that contradict each other */
  ZC_ROW_REPEATED, /* an id that stood before */
  ZC_ROW_WORDS,    /* a value of an office that its fact cannot take */
  ZC_ROW_PASSED    /* no row of a person: it ends the data, or stands behind the end */
} zc_row_fault;

#define ZC_ROW_LIMIT ((size_t)1 << 20) /* most bytes of a row */

/* The start of a text that holds whole rows. */
typedef struct zc_csv_piece {
  size_t length; /* bytes; 0: not even one row is whole */
  uint32_t rows;
  uint32_t lines; /* line breaks in them */
} zc_csv_piece;

/* At most `most` rows (ZC_CHUNK_ROWS or fewer). `final`: nothing follows the text, so its end also
 * ends a row. */
zc_csv_piece zc_csv_cut(const char *text, size_t length, uint32_t most, int final);
/* The same for texts whose rows are lines, whatever stands in them (NDJSON). */
zc_csv_piece zc_line_cut(const char *text, size_t length, uint32_t most, int final);

/* The fields of a chunk. Field i of row r is number first[r] + i of `ends`; it begins at start[r],
 * or behind the comma that ends the field before it. */
typedef struct zc_csv_fields {
  const char *text;
  uint32_t rows;
  uint32_t *ends;  /* by field: the byte behind it */
  uint32_t *first; /* by row; [rows] is the number of all fields */
  uint32_t *start; /* by row: its first byte; [rows] is the length of the text */
  uint32_t *line;  /* by row: line breaks before it */
  uint8_t *fault;  /* by row: zc_row_fault */
  uint32_t room;   /* of `ends` */
  int has_quotes;  /* somewhere in the text */
} zc_csv_fields;

/* ZC_OK or ZC_NO_RESOURCE (nothing is reported). Starts with a zeroed struct; freed in any case. */
zc_status zc_csv_fields_make(zc_csv_fields *fields);
void zc_csv_fields_free(zc_csv_fields *fields);

/* The rows of a chunk whose rows are lines: `start`, `line` and `fault`, each row with one field.
 */
zc_status zc_line_split(zc_csv_fields *fields, const char *text, size_t length);

/* Splits a chunk as zc_csv_cut gave it, with ZC_CHUNK_PADDING bytes behind it. Each row is to have
 * `wanted` fields; which have not, or are broken, empty, not UTF-8 or have a NUL, is said in
 * `fault`. ZC_OK or ZC_NO_RESOURCE. */
zc_status zc_csv_split(zc_csv_fields *fields, const char *text, size_t length, uint32_t wanted);
/* One row that is too long to be looked at. */
void zc_csv_long_row(zc_csv_fields *fields);

/* Some rows of a chunk that have no fault, in their order. */
typedef struct zc_csv_rows {
  zc_csv_fields *fields;
  uint32_t count;
  const uint32_t *first, *start; /* of each, as in `fields` */
  const uint32_t *row;           /* its number in `fields` */
} zc_csv_rows;

typedef struct zc_csv_field {
  const char *text; /* as it stands in the file, quotes included */
  uint32_t length;
} zc_csv_field;

static inline zc_csv_field zc_csv_field_at(const zc_csv_fields *f, uint32_t row, uint32_t field) {
  uint32_t at = f->first[row] + field;
  ZC_ASSERT(row < f->rows && at < f->first[row + 1]);
  uint32_t start = field ? f->ends[at - 1] + 1 : f->start[row];
  return (zc_csv_field){f->text + start, f->ends[at] - start};
}

/* The value of a field: without quotes, "" as one. `out` has room for the field's length; a field
 * without quotes is not copied. */
zc_csv_field zc_csv_value(zc_csv_field field, char *out);

#endif
