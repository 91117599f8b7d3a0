/* SPDX-License-Identifier: Apache-2.0 */
#include "office/spread.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* A merge that covers the row in hand. */
typedef struct zc_spread_merge {
  const zc_merge *merge;
  zc_cell value; /* of its first cell; the text is a copy */
  char *copy;
} zc_spread_merge;

int zc_spread_add(zc_spread *spread, zc_merge merge) {
  if (merge.first_row == merge.last_row && merge.first_column == merge.last_column)
    return 0;
  if (spread->count == spread->room) {
    uint32_t room = spread->room > 0 ? spread->room * 2 : 64;
    zc_merge *merges =
        spread->count < ZC_MOST_MERGES ? zc_realloc(spread->merges, room * sizeof *merges) : NULL;
    if (!merges)
      return -1;
    spread->merges = merges;
    spread->room = room;
  }
  spread->merges[spread->count++] = merge;
  return 0;
}

static int by_place(const void *one, const void *other) {
  const zc_merge *a = one, *b = other;
  if (a->first_row != b->first_row)
    return a->first_row < b->first_row ? -1 : 1;
  return (a->first_column > b->first_column) - (a->first_column < b->first_column);
}

void zc_spread_sort(zc_spread *spread) {
  if (spread->count > 0)
    qsort(spread->merges, spread->count, sizeof *spread->merges, by_place);
}

void zc_spread_free(zc_spread *spread) {
  for (uint32_t i = 0; i < spread->active_count; i++)
    zc_free(spread->active[i].copy);
  zc_free(spread->active);
  zc_free(spread->merges);
  *spread = (zc_spread){0};
}

static void drop_passed(zc_spread *spread, uint32_t row) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < spread->active_count; i++)
    if (spread->active[i].merge->last_row < row)
      zc_free(spread->active[i].copy);
    else
      spread->active[kept++] = spread->active[i];
  spread->active_count = kept;
}

static int make_room(zc_spread *spread) {
  if (spread->active_count < spread->active_room)
    return 0;
  uint32_t room = spread->active_room > 0 ? spread->active_room * 2 : 16;
  zc_spread_merge *active = zc_realloc(spread->active, room * sizeof *active);
  if (!active)
    return -1;
  spread->active = active;
  spread->active_room = room;
  return 0;
}

/* Of a merge whose first row has nothing there is no value. */
static int begin_merge(zc_spread *spread, const zc_merge *merge, uint32_t row, const zc_cell *cells,
                       uint32_t count) {
  zc_spread_merge *active = &spread->active[spread->active_count];
  *active = (zc_spread_merge){.merge = merge, .value = {.text = "", .decimals = -1}};
  if (merge->first_row == row && merge->first_column < count) {
    active->value = cells[merge->first_column];
    active->copy = zc_copy(active->value.text, active->value.length);
    active->value.text = active->copy;
    if (!active->copy)
      return -1;
  }
  active->value.is_spread = 1;
  spread->active_count++;
  return 0;
}

int zc_spread_hide(zc_spread *spread, uint32_t row, zc_cell *cells, uint32_t count) {
  drop_passed(spread, row);
  while (spread->taken < spread->count && spread->merges[spread->taken].first_row <= row) {
    const zc_merge *merge = &spread->merges[spread->taken++];
    if (merge->last_row < row)
      continue;
    if (make_room(spread) != 0 || begin_merge(spread, merge, row, cells, count) != 0)
      return -1;
  }
  for (uint32_t i = 0; i < spread->active_count; i++) {
    const zc_merge *merge = spread->active[i].merge;
    uint32_t from = merge->first_column + (merge->first_row == row);
    for (uint32_t column = from; column <= merge->last_column && column < count; column++)
      cells[column] = (zc_cell){.text = "", .decimals = -1};
  }
  return 0;
}

uint32_t zc_spread_fill(const zc_spread *spread, uint32_t row, zc_cell *cells, uint32_t count) {
  for (uint32_t i = 0; i < spread->active_count; i++) {
    const zc_merge *merge = spread->active[i].merge;
    if (merge->first_row == row || spread->active[i].value.kind == ZC_CELL_EMPTY)
      continue;
    for (; count <= merge->first_column; count++)
      cells[count] = (zc_cell){.text = "", .decimals = -1};
    cells[merge->first_column] = spread->active[i].value;
  }
  return count;
}

const char *zc_cell_place(const char *text, uint32_t *row, uint32_t *column) {
  uint32_t letters = 0, digits = 0;
  text += *text == '$';
  for (; *text >= 'A' && *text <= 'Z' && letters <= ZC_MOST_COLUMNS; text++)
    letters = letters * 26 + (uint32_t)(*text - 'A') + 1;
  text += *text == '$';
  for (; *text >= '0' && *text <= '9' && digits <= ZC_MOST_ROWS; text++)
    digits = digits * 10 + (uint32_t)(*text - '0');
  if (letters == 0 || letters > ZC_MOST_COLUMNS || digits == 0 || digits > ZC_MOST_ROWS)
    return NULL;
  *row = digits;
  *column = letters - 1;
  return text;
}
