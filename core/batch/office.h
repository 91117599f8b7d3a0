/* SPDX-License-Identifier: Apache-2.0 */
/* A file whose headings and words are an office's own: its headings, and what is known of its
 * columns before the first row. Rows are put into the facts' own words chunk by chunk
 * (batch/translate.h). */
#ifndef ZC_BATCH_OFFICE_H
#define ZC_BATCH_OFFICE_H

#include "facts/csv_header.h"
#include "office/heading.h"

/* A fact without a column of its own: a default of the map, or what a title's name says besides its
 * level. Its fields stand behind those of the file. */
typedef struct zc_batch_extra {
  uint32_t fact;
  const char *text; /* the default; NULL: none */
} zc_batch_extra;

enum { ZC_BATCH_TITLE_EXTRAS = 4 }; /* series, and the tracks of three titles */

typedef struct zc_batch_office {
  zc_vocabulary vocabulary; /* the shared facts: indices are those of every region */
  zc_lexicon *lexicon;
  zc_place_names *places;
  zc_office_map map;
  char *map_bytes;
  zc_headings headings;
  zc_office_column *columns; /* by field; of fields without a fact whatever */
  zc_batch_extra *extras;
  uint32_t extra_count;
  int32_t field_of[ZC_SHARED_FACTS]; /* of the first column, or of an extra; -1: none */
  const char *defaults[ZC_SHARED_FACTS];
  int is_table;  /* rows come from a workbook or another text: a last field says where each stood */
  int number;    /* field named 序号; -1: none */
  int has_words; /* rows are put into the facts' words in any case, not where that is needed */
  int keeps_columns; /* a rejected row is written with its own columns, to be handed in again */
} zc_batch_office;

/* Reads the map, where there is one (`map`: its name, or NULL). Freed by zc_batch_office_free in
 * any case. */
zc_status zc_batch_office_open(zc_batch_office *office, const char *map, zc_diagnostics *diag);
/* Finds the headings among the first rows. */
zc_status zc_batch_office_headings(zc_batch_office *office, const zc_table_row *rows,
                                   uint32_t count, const zc_table_about *about, const char *file,
                                   zc_diagnostics *diag);
/* The headings as names of columns: a kept one that stands twice gets its column's letters. */
zc_status zc_batch_office_header(const zc_batch_office *office, zc_csv_header *header,
                                 zc_diagnostics *diag);
/* Settles columns and extras. `is_set`, by shared fact: --set gives it. `asked`: where names of
 * divisions are looked for first; lo 0: nowhere. */
zc_status zc_batch_office_plan(zc_batch_office *office, const zc_data *data, const uint8_t *is_set,
                               zc_division asked, zc_diagnostics *diag);
void zc_batch_office_free(zc_batch_office *office);

#endif
