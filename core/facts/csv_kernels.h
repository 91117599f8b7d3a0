/* SPDX-License-Identifier: Apache-2.0 */
/* The loops of the CSV reader that take its time, compiled for several instruction sets
 * (csv_kernels.inc). What they read is the same with all of them. */
#ifndef ZC_FACTS_CSV_KERNELS_H
#define ZC_FACTS_CSV_KERNELS_H

#include "facts/csv_column.h"

#include <string.h>

/* What the bytes of a text are besides commas and line breaks. */
typedef struct zc_byte_kinds {
  uint64_t quotes, high, nuls; /* not 0: there are some */
} zc_byte_kinds;

typedef struct zc_csv_kernels {
  /* As zc_line_cut. `stop`: a byte with which the text is to be cut another way, and *stopped says
   * that it is there; -1: none. */
  zc_csv_piece (*cut)(const char *text, size_t length, uint32_t most, int final, int stop,
                      int *stopped);
  /* Splits a text without quotes, but for faults. Of one with quotes only that is found out. */
  zc_byte_kinds (*split)(zc_csv_fields *fields, const char *text, size_t length);
  /* Reads the rows from `from` on, at most 64, of a number, bool or enum. Returns a bit for each
   * that is neither empty nor of the usual form. */
  uint64_t (*read)(const zc_csv_reader *reader, const zc_csv_rows *rows, uint32_t from,
                   zc_fact_column *column);
} zc_csv_kernels;

extern const zc_csv_kernels zc_csv_kernels_portable;
#if defined(__x86_64__)
extern const zc_csv_kernels zc_csv_kernels_avx2; /* with BMI, BMI2, LZCNT and POPCNT */
#endif
/* The fastest that this machine can run. */
const zc_csv_kernels *zc_csv_kernels_best(void);

/* The low `length` bytes of a word, at most 8. */
extern const uint64_t zc_byte_masks[9];

/* Eight bytes as a number, the first one lowest. */
static inline uint64_t zc_load_bytes(const char *text) {
  uint64_t word;
  memcpy(&word, text, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/* The eight bytes that end a longer word, by the same rule for a table and for a field. */
static inline uint64_t zc_word_tail(const char *text, uint32_t length) {
  return length > 8 ? zc_load_bytes(text + length - 8) : 0;
}

static inline uint32_t zc_word_place(const zc_word_table *t, uint64_t head, uint64_t tail) {
  return (uint32_t)(((head ^ (tail << 23 | tail >> 41)) * t->seed) >> 56);
}

#endif
