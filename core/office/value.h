/* SPDX-License-Identifier: Apache-2.0 */
/* Values of facts in the words of offices. What is in a fact's own words (zc_read_text) means what
 * it says; here is what else people write. */
#ifndef ZC_OFFICE_VALUE_H
#define ZC_OFFICE_VALUE_H

#include "facts/facts.h"
#include "office/lexicon.h"
#include "office/place.h"

/* A word of an office's own, from its map file. */
typedef struct zc_own_word {
  uint32_t fact;
  const char *written; /* as zc_plain_name leaves it */
  zc_slot slot;
} zc_own_word;

/* A column of a file, as far as its values are concerned. */
typedef struct zc_office_column {
  const zc_vocabulary *vocabulary;
  const zc_lexicon *lexicon;
  uint32_t fact;
  uint32_t number;     /* from 0: its letters in messages */
  const char *heading; /* as it stands; lives as long */
  int counts_years;    /* a bare number counts years: 任职年限, 专业年限(年) */
  zc_place_names *places;
  zc_division asked; /* where names of divisions are looked for first; lo 0: nowhere */
  const zc_own_word *own_words;
  uint32_t own_word_count;
} zc_office_column;

typedef enum zc_value_fault {
  ZC_VALUE_FINE = 0,
  ZC_VALUE_UNKNOWN,  /* nothing, or a mark that says that nothing is known: no error */
  ZC_VALUE_WORD,     /* no word of the fact, or neither true nor false */
  ZC_VALUE_TWO,      /* a word with two meanings: 高级, 初级 */
  ZC_VALUE_SUFFIX,   /* (定向) behind a level of which no fact says the track */
  ZC_VALUE_NUMBER,   /* no number */
  ZC_VALUE_FRACTION, /* of a number, or of years without giving whole months */
  ZC_VALUE_YEARS,    /* a bare number of more than fifty under a heading of years */
  ZC_VALUE_RANGE,
  ZC_VALUE_DATE,
  ZC_VALUE_ORDER,  /* a date whose year is not first, or has two digits */
  ZC_VALUE_DAY,    /* no such day */
  ZC_VALUE_PLACE,  /* no division of this name or code */
  ZC_VALUE_PLACES, /* several divisions */
  ZC_VALUE_MEMORY
} zc_value_fault;

typedef struct zc_office_value {
  zc_value_fault fault;
  zc_slot slot;       /* where fault is FINE; of a partial date lo is below hi */
  uint64_t series;    /* of a title's name: mask of the series that have it; 0: it says nothing */
  int settles_series; /* the one series of the mask is the row's where the row gives none */
  int is_targeted;    /* (定向) stands behind it */
  zc_places places;   /* of ZC_VALUE_PLACES */
} zc_office_value;

/* Reads a value of any bytes. Texts longer than any name are none. */
zc_office_value zc_office_read(const zc_office_column *column, const char *text, size_t length);
/* The fact that says of which track a title of the column is; -1: there is none. */
int32_t zc_title_track(uint32_t fact);

/* Writes a value in its fact's own words, as zc_read_text reads it; of texts and regions, `text`.
 */
void zc_office_put(zc_buffer *out, const zc_vocabulary *v, uint32_t fact, zc_slot slot,
                   const char *text, size_t length);

/* Reports a value that was refused: column, heading, value, fact, the words it may take and the one
 * that was probably meant. ZC_BAD_INPUT or ZC_NO_RESOURCE. */
zc_status zc_office_tell(const zc_office_column *column, const zc_office_value *value,
                         const char *text, size_t length, const zc_where *where,
                         zc_diagnostics *diag);

#endif
