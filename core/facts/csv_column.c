/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/csv_column.h"
#include "base/memory.h"
#include "facts/reader.h"
#include <string.h>

/* Longest value that zc_read_text is asked about with its quotes removed; longer ones are none of
 * any fact but a text's, and a text may be as long as its row. */
enum { SHORT_VALUE = 256 };

/* The low `length` bytes of a word, at most 8. */
static const uint64_t byte_masks[9] = {0,
                                       0xFF,
                                       0xFFFF,
                                       0xFFFFFF,
                                       0xFFFFFFFF,
                                       0xFFFFFFFFFF,
                                       0xFFFFFFFFFFFF,
                                       0xFFFFFFFFFFFFFF,
                                       0xFFFFFFFFFFFFFFFF};

/* Eight bytes as a number, the first one lowest. */
static inline uint64_t load(const char *text) {
  uint64_t word;
  memcpy(&word, text, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/* ---- words ---- */

/* The eight bytes that end a longer word, by the same rule for a table and for a field. */
static inline uint64_t tail_of(const char *text, uint32_t length) {
  return length > 8 ? load(text + length - 8) : 0;
}

static inline uint32_t place_of(const zc_word_table *t, uint64_t head, uint64_t tail) {
  return (uint32_t)(((head ^ (tail << 23 | tail >> 41)) * t->seed) >> 56);
}

/* 0: two words share a place. */
static int fill_table(zc_word_table *t, const zc_fact *fact, const zc_enum *e) {
  memset(t->entries, 0, sizeof t->entries);
  for (uint32_t w = 0; w < e->count; w++) {
    char text[24] = {0};
    size_t length = strlen(e->words[w].word);
    if (!(fact->words >> w & 1) || length > 16)
      continue;
    memcpy(text, e->words[w].word, length);
    uint64_t head = load(text) & byte_masks[length < 8 ? length : 8];
    uint64_t tail = tail_of(text, (uint32_t)length);
    struct zc_word_entry *entry = &t->entries[place_of(t, head, tail)];
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

/* A field without its quotes; *made is to be freed. */
static zc_csv_field value_of(zc_csv_field field, char small[SHORT_VALUE], char **made) {
  *made = NULL;
  if (!field.length || field.text[0] != '"')
    return field;
  char *room = small;
  if (field.length > SHORT_VALUE)
    room = *made = zc_alloc(field.length);
  return room ? zc_csv_value(field, room) : (zc_csv_field){NULL, 0};
}

static void read_other(const zc_csv_reader *reader, const zc_csv_rows *rows, uint32_t i,
                       zc_fact_column *column) {
  char small[SHORT_VALUE], *made;
  uint32_t row = rows->row[i];
  zc_slot slot = {0, 0};
  zc_csv_field value = value_of(zc_csv_field_at(rows->fields, row, reader->field), small, &made);
  zc_fault fault = value.text ? ZC_FINE : ZC_FAULT_MEMORY;
  if (value.length)
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
  zc_csv_field value = value_of(zc_csv_field_at(fields, row, reader->field), small, &made);
  if (!value.text)
    return zc_report_memory(diag);
  zc_status status =
      value.length ? zc_facts_put_text(facts, reader->fact, value.text, value.length, NULL, diag)
                   : ZC_OK;
  zc_free(made);
  return status;
}

/* ---- columns ---- */

/* The fields of 64 rows are read in two steps: where they stand and their first bytes, then what
 * the bytes mean, in loops that a compiler turns into vector instructions. */
enum { STEP = 64 };

typedef struct field_step {
  uint32_t start[STEP], length[STEP];
  uint8_t usual[STEP], unusual[STEP]; /* 1: read; 1: to be read the other way; 0 both: empty */
  int32_t value[STEP];
} field_step;

/* `from`: the first of the rows. Behind the last row nothing stands. */
static void find_fields(field_step *s, const zc_csv_rows *rows, uint32_t field, uint32_t from) {
  const uint32_t *ends = rows->fields->ends, *first = rows->first + from;
  uint32_t count = rows->count - from < STEP ? rows->count - from : STEP;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = first[i] + field;
    s->start[i] = field ? ends[at - 1] + 1 : rows->start[from + i];
    s->length[i] = ends[at] - s->start[i];
  }
  for (uint32_t i = count; i < STEP; i++)
    s->start[i] = s->length[i] = 0;
}

/* Numbers of up to four digits. */
static void read_numbers(field_step *s, const char *text, const zc_fact *fact) {
  uint32_t digits[STEP];
  int32_t least = fact->min > 0 ? (int32_t)(fact->min < 10000 ? fact->min : 10000) : 0;
  int32_t most = (int32_t)(fact->max < 9999 ? fact->max : 9999);
  for (uint32_t i = 0; i < STEP; i++) { /* digits as numbers, the last one in the last byte */
    uint64_t word = load(text + s->start[i]) ^ UINT64_C(0x30303030);
    digits[i] = (uint32_t)((word & UINT32_MAX) << ((32 - s->length[i] * 8) & 63));
  }
  for (uint32_t i = 0; i < STEP; i++) {
    uint32_t d = digits[i], length = s->length[i];
    uint32_t pairs = (d & 0x00FF00FF) * 10 + (d >> 8 & 0x00FF00FF);
    int32_t value = (int32_t)((pairs & 0xFFFF) * 100 + (pairs >> 16));
    uint32_t other = ((d + 0x76767676) | d) & 0x80808080;
    s->value[i] = value;
    int usual = (other == 0) & (length <= 4) & (value >= least) & (value <= most);
    s->usual[i] = (uint8_t)(usual & (length != 0));
    s->unusual[i] = (uint8_t)(!usual & (length != 0));
  }
}

static void read_bools(field_step *s, const char *text) {
  uint32_t four[STEP], fifth[STEP];
  for (uint32_t i = 0; i < STEP; i++) {
    uint64_t word = load(text + s->start[i]);
    four[i] = (uint32_t)word;
    fifth[i] = (uint32_t)(word >> 32) & 0xFF;
  }
  for (uint32_t i = 0; i < STEP; i++) {
    int yes = (four[i] == 0x65757274) & (s->length[i] == 4);
    int no = (four[i] == 0x736C6166) & (fifth[i] == 'e') & (s->length[i] == 5);
    s->value[i] = yes;
    s->usual[i] = (uint8_t)(yes | no);
    s->unusual[i] = (uint8_t)(!(yes | no) & (s->length[i] != 0));
  }
}

static void read_words(field_step *s, const char *text, const zc_word_table *t) {
  for (uint32_t i = 0; i < STEP; i++) {
    uint32_t length = s->length[i];
    uint64_t head = load(text + s->start[i]) & byte_masks[length < 8 ? length : 8];
    uint64_t tail = tail_of(text + s->start[i], length);
    const struct zc_word_entry *entry = &t->entries[place_of(t, head, tail)];
    int usual = (entry->head == head) & (entry->tail == tail) & (entry->length == length);
    s->value[i] = (int32_t)entry->word;
    s->usual[i] = (uint8_t)(usual & (length != 0));
    s->unusual[i] = (uint8_t)(!usual & (length != 0));
  }
}

/* A bit for each byte, which is 0 or 1. */
static uint64_t bits_of(const uint8_t bytes[STEP]) {
  uint64_t bits = 0;
  for (uint32_t i = 0; i < STEP; i += 8)
    bits |= (load((const char *)bytes + i) * UINT64_C(0x0102040810204080) >> 56) << i;
  return bits;
}

#define STORE_AS(TYPE)                                                                             \
  for (uint32_t i = 0; i < STEP; i++)                                                              \
  ((TYPE *)column->values)[from + i] = (TYPE)s->value[i]

/* The column has room for the whole step. */
static void store(const field_step *s, zc_fact_column *column, uint32_t from) {
  if (column->width == 1)
    STORE_AS(int8_t);
  else if (column->width == 2)
    STORE_AS(int16_t);
  else if (column->width == 4)
    STORE_AS(int32_t);
  else
    STORE_AS(int64_t);
  column->known[from / 64] = bits_of(s->usual);
}

static void read_usual(const zc_csv_reader *reader, const zc_csv_rows *rows,
                       zc_fact_column *column) {
  const zc_fact *fact = &reader->vocabulary->facts[reader->fact];
  field_step s;
  for (uint32_t from = 0; from < rows->count; from += STEP) {
    find_fields(&s, rows, reader->field, from);
    if (fact->type == ZC_INT)
      read_numbers(&s, rows->fields->text, fact);
    else if (fact->type == ZC_BOOL)
      read_bools(&s, rows->fields->text);
    else
      read_words(&s, rows->fields->text, reader->words);
    store(&s, column, from);
    for (uint64_t rest = bits_of(s.unusual); rest; rest &= rest - 1)
      read_other(reader, rows, from + (uint32_t)__builtin_ctzll(rest), column);
  }
}

static void read_others(const zc_csv_reader *reader, const zc_csv_rows *rows,
                        zc_fact_column *column) {
  memset(column->known, 0, (rows->count + 63) / 64 * sizeof *column->known);
  for (uint32_t i = 0; i < rows->count; i++)
    read_other(reader, rows, i, column);
}

void zc_csv_read_column(const zc_csv_reader *reader, const zc_csv_rows *rows,
                        zc_fact_column *column) {
  zc_type type = reader->vocabulary->facts[reader->fact].type;
  if (type == ZC_INT || type == ZC_BOOL || type == ZC_ENUM)
    read_usual(reader, rows, column);
  else
    read_others(reader, rows, column);
}
