/* SPDX-License-Identifier: Apache-2.0 */
/* Fields of CSV as values of one fact. What is common (whole numbers, true and false, words) is
 * read without a branch that a row could surprise; everything else, and whatever is wrong, goes
 * through zc_read_text, so that what is accepted is the same everywhere. */
#ifndef ZC_FACTS_CSV_COLUMN_H
#define ZC_FACTS_CSV_COLUMN_H

#include "facts/csv.h"
#include "facts/fact_column.h"

/* Words of an enum by their first and last eight bytes. */
typedef struct zc_word_table {
  struct zc_word_entry {
    uint64_t head, tail;
    uint32_t length, word;
  } entries[256];
  uint64_t seed;
} zc_word_table;

typedef struct zc_csv_reader {
  const zc_vocabulary *vocabulary;
  uint32_t fact, field;
  zc_word_table *words; /* of an enum; NULL otherwise */
} zc_csv_reader;

/* Fact number `fact` from field number `field`. ZC_OK or ZC_NO_RESOURCE; freed in any case. */
zc_status zc_csv_reader_make(zc_csv_reader *reader, const zc_vocabulary *v, uint32_t fact,
                             uint32_t field);
void zc_csv_reader_free(zc_csv_reader *reader);

/* Reads row i of `rows` into row i of the columns, one for each reader. An empty field is not
 * known. A row with a value that is refused gets the fault ZC_ROW_VALUES. */
void zc_csv_read_columns(const zc_csv_reader *readers, uint32_t count, const zc_csv_rows *rows,
                         zc_fact_column *columns);

/* Reports what is wrong with the value of a row, or stores it in `facts`. ZC_OK, ZC_BAD_INPUT,
 * ZC_NO_RESOURCE. */
zc_status zc_csv_read_fact(const zc_csv_reader *reader, const zc_csv_fields *fields, uint32_t row,
                           zc_facts *facts, zc_diagnostics *diag);

#endif
