/* SPDX-License-Identifier: Apache-2.0 */
/* The lists of this room: headings and words of offices, names of titles, short names of divisions,
 * each with its source. */
#ifndef ZC_OFFICE_LISTS_H
#define ZC_OFFICE_LISTS_H

#include "facts/vocabulary.h"

typedef struct zc_list_source {
  const char *number; /* of a document, or who wrote it and when; "" where there is no document */
  const char *title;
} zc_list_source;
extern const zc_list_source zc_list_sources[];
extern const uint32_t zc_list_source_count;

typedef struct zc_column_alias {
  const char *heading;
  uint32_t fact, source;
} zc_column_alias;
extern const zc_column_alias zc_column_aliases[];
extern const uint32_t zc_column_alias_count;

typedef struct zc_word_alias {
  const char *written, *list; /* list: zc_enum.name */
  uint32_t word;
  uint64_t series; /* not 0: mask of the series for which alone it is so */
  uint32_t source;
} zc_word_alias;
extern const zc_word_alias zc_word_aliases[];
extern const uint32_t zc_word_alias_count;

typedef struct zc_title_name {
  const char *name;
  uint32_t level, series; /* words */
  uint32_t source;
  int is_former; /* replaced by another name, or on no national list any more */
} zc_title_name;
extern const zc_title_name zc_title_names[];
extern const uint32_t zc_title_name_count;

typedef struct zc_short_division {
  const char *name;
  uint32_t code; /* six digits */
} zc_short_division;
extern const zc_short_division zc_short_divisions[];
extern const uint32_t zc_short_division_count;

#endif
