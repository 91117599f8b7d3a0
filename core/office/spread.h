/* SPDX-License-Identifier: Apache-2.0 */
/* Merges of cells, as rows pass by: the value of a merge goes down its first column; what else
 * stands under it nobody sees, so it is none. */
#ifndef ZC_OFFICE_SPREAD_H
#define ZC_OFFICE_SPREAD_H

#include "office/table_source.h"

enum { ZC_MOST_COLUMNS = 16384, ZC_MOST_ROWS = 1048576, ZC_MOST_MERGES = 1000000 };

typedef struct zc_spread {
  zc_merge *merges;
  uint32_t count, room, taken; /* taken: those that begin at or above the row */
  struct zc_spread_merge *active;
  uint32_t active_count, active_room;
} zc_spread;

/* 0, or -1: out of memory, or more than ZC_MOST_MERGES. A merge of one cell is none. */
int zc_spread_add(zc_spread *spread, zc_merge merge);
/* Puts the merges in order, once all are there. */
void zc_spread_sort(zc_spread *spread);
void zc_spread_free(zc_spread *spread);

/* Takes away from a row what merges hide. Rows are told in their order. `cells` has room for
 * ZC_MOST_COLUMNS. 0, or -1: out of memory. */
int zc_spread_hide(zc_spread *spread, uint32_t row, zc_cell *cells, uint32_t count);
/* Puts the values from above into it; returns the cells it now has. */
uint32_t zc_spread_fill(const zc_spread *spread, uint32_t row, zc_cell *cells, uint32_t count);

/* "B12" as row (from 1) and column (from 0), and what stands behind it; NULL: it is none. */
const char *zc_cell_place(const char *text, uint32_t *row, uint32_t *column);

#endif
