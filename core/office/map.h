/* SPDX-License-Identifier: Apache-2.0 */
/* A map of an office's own headings and words: an INI file with [columns], [words.FACT] and
 * [defaults]. */
#ifndef ZC_OFFICE_MAP_H
#define ZC_OFFICE_MAP_H

#include "office/value.h"

typedef struct zc_map_column {
  const char *key; /* as zc_heading_text leaves it; "group/sub" for two lines */
  int32_t fact;    /* -1: kept, never a fact */
  uint32_t line;
  int is_used; /* the file has such a heading */
} zc_map_column;

typedef struct zc_map_default {
  uint32_t fact;
  const char *text; /* as the fact's own words have it */
} zc_map_default;

typedef struct zc_office_map {
  const char *file;
  zc_map_column *columns;
  uint32_t column_count;
  zc_own_word *words;
  uint32_t word_count;
  zc_map_default *defaults;
  uint32_t default_count;
  zc_arena arena;
} zc_office_map;

/* Reads a map. Every fact or word that is none is told with its line. `name` lives as long as the
 * map; freed in any case. */
zc_status zc_office_map_read(zc_office_map *map, const char *name, const char *bytes, size_t length,
                             const zc_vocabulary *vocabulary, const zc_lexicon *lexicon,
                             zc_diagnostics *diag);
void zc_office_map_free(zc_office_map *map);
/* The column of a heading, or NULL. */
zc_map_column *zc_office_map_column(const zc_office_map *map, zc_plain key);

#endif
