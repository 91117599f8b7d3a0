/* SPDX-License-Identifier: Apache-2.0 */
/* Divisions that there were: what became of their codes. */
#ifndef ZC_DATA_FORMER_H
#define ZC_DATA_FORMER_H

#include "data/divisions.h"

typedef struct zc_former_division {
  uint32_t code;            /* nine digits */
  const char *name, *since; /* a year or a day */
  const char *became;       /* codes with a blank between */
  const char *source;
} zc_former_division;

typedef struct zc_former_divisions {
  const zc_former_division *rows; /* in the order of their codes */
  uint32_t count;
  zc_day as_of;
} zc_former_divisions;

/* The row of a code of nine digits or, where it has none, of the county or prefecture that it lay
 * in; NULL: nothing is known. */
const zc_former_division *zc_former_find(const zc_former_divisions *former, uint32_t code);

/* Which it was, until when, and what it is now: "莱城区, until 2019, now 370116 莱芜区 (source)".
 */
void zc_former_describe(zc_buffer *out, const zc_divisions *divisions,
                        const zc_former_division *former, zc_lang lang);

#define ZC_FORMER_FILE "former_divisions.csv"
/* Reads such a file: each code stands in no row of `divisions`, what it became does. Else as
 * zc_divisions_read. */
zc_status zc_former_read(zc_former_divisions *former, const zc_divisions *divisions,
                         const char *path, zc_arena *arena, zc_diagnostics *diag);

#endif
