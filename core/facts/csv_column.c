/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/csv_column.h"
#include "base/assert.h"
#include "base/memory.h"
#include "facts/csv_kernels.h"
#include "facts/reader.h"
#include <string.h>

/* Longest value that zc_read_text is asked about with its quotes removed; longer ones are none of
 * any fact but a text's, and a text may be as long as its row. */
enum { SHORT_VALUE = 256 };

enum { STEP = 64 }; /* rows whose columns are read one after the other */

/* ---- words ---- */

/* 0: two words share a place. */
static int fill_table(zc_word_table *t, const zc_fact *fact, const zc_enum *e) {
  memset(t->entries, 0, sizeof t->entries);
  for (uint32_t w = 0; w < e->count; w++) {
    char text[24] = {0};
    size_t length = strlen(e->words[w].word);
    if (!(fact->words >> w & 1) || length > 16)
      continue;
    memcpy(text, e->words[w].word, length);
    uint64_t head = zc_load_bytes(text) & zc_byte_masks[length < 8 ? length : 8];
    uint64_t tail = zc_word_tail(text, (uint32_t)length);
    struct zc_word_entry *entry = &t->entries[zc_word_place(t, head, tail)];
    if (entry->length)
      return 0;
    *entry = (struct zc_word_entry){head, tail, (uint32_t)length, w};
  }
  return 1;
}

/* A word that finds no place of its own is left to zc_read_text, as are long ones. */
static zc_word_table *make_table(const zc_vocabulary *v, const zc_fact *fact) {
  zc_word_table *t = zc_alloc(sizeof *t);
  if (!t)
    return NULL;
  t->seed = UINT64_C(0x9E3779B97F4A7C15);
  for (int turn = 0; turn < 100 && !fill_table(t, fact, &v->enums[fact->enumeration]); turn++)
    t->seed = t->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return t;
}

zc_status zc_csv_reader_make(zc_csv_reader *reader, const zc_vocabulary *v, uint32_t fact,
                             uint32_t field) {
  *reader = (zc_csv_reader){.vocabulary = v, .fact = fact, .field = field};
  if (v->facts[fact].type != ZC_ENUM)
    return ZC_OK;
  reader->words = make_table(v, &v->facts[fact]);
  return reader->words ? ZC_OK : ZC_NO_RESOURCE;
}

void zc_csv_reader_free(zc_csv_reader *reader) {
  zc_free(reader->words);
  *reader = (zc_csv_reader){0};
}

/* ---- all others ---- */

/* The field becomes its value, without quotes; *made is to be freed. 0, or -1: no memory. */
static int take_value(zc_csv_field *field, char small[SHORT_VALUE], char **made) {
  *made = NULL;
  if (!field->length || field->text[0] != '"')
    return 0;
  char *room = small;
  if (field->length > SHORT_VALUE)
    room = *made = zc_alloc(field->length);
  if (!room)
    return -1;
  *field = zc_csv_value(*field, room);
  return 0;
}

static void read_other(const zc_csv_reader *reader, const zc_csv_rows *rows, uint32_t i,
                       zc_fact_column *column) {
  char small[SHORT_VALUE], *made;
  ZC_ASSERT(i < rows->count);
  uint32_t row = rows->row[i];
  zc_slot slot = {0, 0};
  zc_csv_field value = zc_csv_field_at(rows->fields, row, reader->field);
  zc_fault fault = take_value(&value, small, &made) == 0 ? ZC_FINE : ZC_FAULT_MEMORY;
  if (fault == ZC_FINE && value.length)
    fault = zc_read_text(reader->vocabulary, reader->fact, value.text, value.length, &slot);
  if (fault != ZC_FINE)
    rows->fields->fault[row] = ZC_ROW_VALUES;
  else if (value.length)
    zc_fact_column_put(column, i, slot);
  zc_free(made);
}

zc_status zc_csv_read_fact(const zc_csv_reader *reader, const zc_csv_fields *fields, uint32_t row,
                           zc_facts *facts, zc_diagnostics *diag) {
  char small[SHORT_VALUE], *made;
  zc_csv_field value = zc_csv_field_at(fields, row, reader->field);
  if (take_value(&value, small, &made) != 0)
    return zc_report_memory(diag);
  zc_status status =
      value.length ? zc_facts_put_text(facts, reader->fact, value.text, value.length, NULL, diag)
                   : ZC_OK;
  zc_free(made);
  return status;
}

/* ---- columns ---- */

static void read_usual(const zc_csv_reader *reader, const zc_csv_rows *rows, uint32_t from,
                       zc_fact_column *column) {
  uint64_t rest = zc_csv_kernels_best()->read(reader, rows, from, column);
  for (; rest; rest &= rest - 1)
    read_other(reader, rows, from + (uint32_t)__builtin_ctzll(rest), column);
}

static void read_others(const zc_csv_reader *reader, const zc_csv_rows *rows, uint32_t from,
                        zc_fact_column *column) {
  uint32_t end = rows->count - from < STEP ? rows->count : from + STEP;
  column->known[from / STEP] = 0;
  for (uint32_t i = from; i < end; i++)
    read_other(reader, rows, i, column);
}

/* All columns of some rows before the next rows, whose bytes are then read once from afar. */
void zc_csv_read_columns(const zc_csv_reader *readers, uint32_t count, const zc_csv_rows *rows,
                         zc_fact_column *columns) {
  for (uint32_t from = 0; from < rows->count; from += STEP)
    for (uint32_t i = 0; i < count; i++) {
      zc_type type = readers[i].vocabulary->facts[readers[i].fact].type;
      if (type == ZC_INT || type == ZC_BOOL || type == ZC_ENUM)
        read_usual(&readers[i], rows, from, &columns[i]);
      else
        read_others(&readers[i], rows, from, &columns[i]);
    }
}
