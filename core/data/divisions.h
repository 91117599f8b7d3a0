/* SPDX-License-Identifier: Apache-2.0 */
/* The administrative divisions there are: code, name and level. */
#ifndef ZC_DATA_DIVISIONS_H
#define ZC_DATA_DIVISIONS_H

#include "data/data_file.h"

typedef enum zc_division_level {
  ZC_LEVEL_UNLISTED = 0,
  ZC_LEVEL_PROVINCE,
  ZC_LEVEL_PREFECTURE,
  ZC_LEVEL_COUNTY,
  ZC_LEVEL_SUBDISTRICT,
  ZC_LEVEL_TOWN,
  ZC_LEVEL_TOWNSHIP,
  ZC_LEVEL_OTHER
} zc_division_level;

/* The table's entry for a code; NULL name and ZC_LEVEL_UNLISTED where it has none. */
typedef struct zc_division_entry {
  const char *name;
  zc_division_level level;
} zc_division_entry;

typedef struct zc_divisions {
  const uint32_t *codes; /* of nine digits, in order */
  const uint32_t *names; /* level in the highest byte, place of the name in `text` below */
  uint32_t count;
  const char *text;
  zc_day as_of;
  uint64_t digest; /* changes with the rows (FNV-1a of codes, levels and names) */
} zc_divisions;

/* By the nine digits of a code, 110000000 for a province. */
zc_division_entry zc_divisions_find(const zc_divisions *divisions, uint32_t code);

/* Adds the name of a division behind those that it lies in, "山东省济南市市中区": many have the
 * same name. Nothing where the table has not the code. */
void zc_divisions_path(zc_buffer *out, const zc_divisions *divisions, uint32_t code);

#define ZC_DIVISIONS_FILE "divisions.csv"
/* Reads such a file; rows live as long as the arena. All that is wrong is told with its line. */
zc_status zc_divisions_read(zc_divisions *divisions, const char *path, zc_arena *arena,
                            zc_diagnostics *diag);
/* Six or nine digits, the first no zero, as nine; 0: no such code. */
uint32_t zc_division_code(const char *text, size_t length);

#endif
