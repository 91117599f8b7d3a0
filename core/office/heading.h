/* SPDX-License-Identifier: Apache-2.0 */
/* The row of headings: where it stands, and what each column becomes. */
#ifndef ZC_OFFICE_HEADING_H
#define ZC_OFFICE_HEADING_H

#include "office/lexicon.h"
#include "office/map.h"
#include "office/table_source.h"

/* By what a column became what it is. */
typedef enum zc_heading_by {
  ZC_HEADING_KEPT = 0, /* it stays as it is */
  ZC_HEADING_NAME,
  ZC_HEADING_LABEL,
  ZC_HEADING_ALIAS,
  ZC_HEADING_MAP,
  ZC_HEADING_ROLE /* the ids */
} zc_heading_by;
const char *zc_heading_by_name(zc_heading_by by); /* "kept", "name", ... */

typedef struct zc_heading {
  const char *text; /* as it stands, trimmed; of two lines `group/sub`; may be empty */
  const char *key;  /* what it is compared by, and what a map names it */
  int32_t fact;     /* -1: none */
  int32_t suggests; /* a fact that a kept column resembles; -1: none */
  int32_t joins;    /* an earlier column of the same fact; -1: none */
  zc_heading_by by;
  int counts_years; /* a bare number counts years */
  int is_number;    /* 序号: a row with nothing else is none */
  int is_identity;  /* one of the names of ids: its digits must not be lost */
  int is_reason;    /* of a reject file handed in again: it is passed over */
} zc_heading;

typedef struct zc_headings {
  zc_heading *columns;
  uint32_t count;
  int32_t id;       /* column of the ids; -1: none */
  uint64_t row;     /* as the spreadsheet shows it */
  uint32_t index;   /* among the first rows */
  int is_canonical; /* every fact by its name or label, in the first row */
  int has_names;    /* of facts, in the first row: no heading is a label or an office's own */
  zc_arena arena;
} zc_headings;

typedef struct zc_heading_question {
  const zc_vocabulary *vocabulary;
  const zc_lexicon *lexicon;
  const zc_office_map *map; /* NULL: none */
  int is_convert;           /* 取得日期 is then the day of the title held */
} zc_heading_question;

/* How many different facts and roles a row names: what separators are told apart by. */
uint32_t zc_heading_count(const zc_heading_question *question, const zc_table_row *row);

/* Finds the headings among the first rows and fills *headings, to be freed in any case. `merges`
 * are of a workbook; without them a filled cell before blanks is a group. Where no row names facts,
 * the first is taken, with nothing but kept columns. Two columns of one fact are an error. ZC_OK,
 * ZC_BAD_INPUT, ZC_NO_RESOURCE. */
zc_status zc_headings_find(zc_headings *headings, const zc_heading_question *question,
                           const zc_table_row *rows, uint32_t count, const zc_table_about *about,
                           const char *file, zc_diagnostics *diag);
void zc_headings_free(zc_headings *headings);

/* Writes what a heading is compared by to `out`, with room for it: zc_plain_name without remarks
 * and units in brackets and marks at its ends. *unit is 'y' for (年), 'm' for (月), else 0. */
zc_plain zc_heading_text(const char *text, size_t length, char *out, char *unit);

#endif
