/* SPDX-License-Identifier: Apache-2.0 */
/* CSV: header, chunks, fields, columns of values; cut in chunks or not, the rows are the same. */
#include "base/memory.h"
#include "facts/csv_column.h"
#include "facts/csv_header.h"
#include "fuzz.h"
#include "read_facts.h"
#include <stdlib.h>
#include <string.h>

typedef struct rows {
  zc_csv_header header;
  zc_csv_fields fields;
  zc_facts facts;
  uint32_t numbers[ZC_CHUNK_ROWS], first[ZC_CHUNK_ROWS], start[ZC_CHUNK_ROWS];
  uint64_t count, faults, sum; /* of all rows seen */
} rows;

static char *padded(const char *text, size_t length) {
  char *copy = malloc(length + ZC_CHUNK_PADDING);
  if (!copy)
    abort();
  memcpy(copy, text, length);
  memset(copy + length, '1', ZC_CHUNK_PADDING);
  return copy;
}

static void read_columns(rows *r, uint32_t field, int32_t fact) {
  zc_csv_reader reader;
  zc_fact_column column;
  zc_csv_rows sound = {&r->fields, 0, r->first, r->start, r->numbers};
  for (uint32_t i = 0; i < r->fields.rows; i++) {
    r->numbers[sound.count] = i;
    r->first[sound.count] = r->fields.first[i];
    r->start[sound.count] = r->fields.start[i];
    sound.count += r->fields.fault[i] == ZC_ROW_FINE;
  }
  if (zc_csv_reader_make(&reader, zc_fuzz_vocabulary(), (uint32_t)fact, field) != ZC_OK ||
      zc_fact_column_make(&column, zc_fuzz_vocabulary(), (uint32_t)fact, ZC_CHUNK_ROWS) != ZC_OK)
    abort();
  zc_csv_read_columns(&reader, 1, &sound, &column);
  for (uint32_t i = 0; i < sound.count; i++) {
    zc_facts_clear(&r->facts);
    zc_status status = zc_csv_read_fact(&reader, &r->fields, r->numbers[i], &r->facts, NULL);
    int refused = r->fields.fault[r->numbers[i]] == ZC_ROW_VALUES;
    if (refused != (status != ZC_OK) ||
        (!refused && r->facts.given[fact] != (column.known[i / 64] >> i % 64 & 1)))
      abort();
    if (refused)
      r->fields.fault[r->numbers[i]] = ZC_ROW_FINE; /* for the next column */
  }
  zc_csv_reader_free(&reader);
  zc_fact_column_free(&column);
}

static void read_chunk(rows *r, const char *text, const zc_csv_piece *piece, int values) {
  char *copy = padded(text, piece->length);
  if (zc_csv_split(&r->fields, copy, piece->length, r->header.count) != ZC_OK ||
      r->fields.rows != piece->rows)
    abort();
  for (uint32_t i = 0; i < r->fields.rows; i++) {
    r->count++;
    r->faults += r->fields.fault[i];
    for (uint32_t j = 0; !r->fields.fault[i] && j < r->header.count; j++)
      r->sum = r->sum * 31 + zc_csv_field_at(&r->fields, i, j).length;
  }
  for (uint32_t i = 0; values && i < r->header.count; i++) {
    int32_t fact = zc_csv_header_fact(&r->header, i, zc_fuzz_vocabulary());
    if (fact >= 0)
      read_columns(r, i, fact);
  }
  free(copy);
}

/* Reads all rows in chunks of at most `most`. */
static void read_all(rows *r, const char *text, size_t length, uint32_t most, int values) {
  r->count = r->faults = r->sum = 0;
  while (length) {
    zc_csv_piece piece = zc_csv_cut(text, length, most, 1);
    if (!piece.length || !piece.rows)
      abort();
    read_chunk(r, text, &piece, values);
    text += piece.length;
    length -= piece.length;
  }
}

void zc_fuzz_csv(const uint8_t *bytes, size_t length) {
  static rows r;
  zc_diagnostics diag = {0};
  const char *text = (const char *)bytes;
  zc_csv_piece piece = zc_csv_cut(text, length, 1, 1);
  char *first = padded(text, piece.length);
  if (zc_facts_init(&r.facts, zc_fuzz_vocabulary(), NULL) != ZC_OK ||
      zc_csv_fields_make(&r.fields) != ZC_OK)
    abort();
  zc_status status = zc_csv_header_read(&r.header, "input", first, piece.length, &diag);
  if (status == ZC_OK) {
    read_all(&r, text + piece.length, length - piece.length, ZC_CHUNK_ROWS, 1);
    uint64_t count = r.count, faults = r.faults, sum = r.sum;
    read_all(&r, text + piece.length, length - piece.length, 1, 0);
    if (count != r.count || faults != r.faults || sum != r.sum)
      abort();
  } else if (!diag.errors) {
    abort();
  }
  zc_csv_header_free(&r.header);
  zc_csv_fields_free(&r.fields);
  zc_facts_free(&r.facts);
  zc_diagnostics_free(&diag);
  free(first);
}
