/* SPDX-License-Identifier: Apache-2.0 */
/* The records of an .xls workbook (BIFF8), one after the other, and their texts. */
#ifndef ZC_OFFICE_BIFF_H
#define ZC_OFFICE_BIFF_H

#include "office/compound.h"

/* Records that matter. */
enum {
  ZC_BIFF_FORMULA = 0x0006,
  ZC_BIFF_EOF = 0x000A,
  ZC_BIFF_DATE_MODE = 0x0022,
  ZC_BIFF_FILE_PASS = 0x002F,
  ZC_BIFF_CONTINUE = 0x003C,
  ZC_BIFF_COLUMNS = 0x007D,
  ZC_BIFF_SHEET = 0x0085,
  ZC_BIFF_MULTIPLE_RK = 0x00BD,
  ZC_BIFF_RICH_STRING = 0x00D6,
  ZC_BIFF_STYLE = 0x00E0,
  ZC_BIFF_MERGES = 0x00E5,
  ZC_BIFF_STRINGS = 0x00FC,
  ZC_BIFF_SHARED = 0x00FD,
  ZC_BIFF_NUMBER = 0x0203,
  ZC_BIFF_LABEL = 0x0204,
  ZC_BIFF_BOOL_ERROR = 0x0205,
  ZC_BIFF_STRING = 0x0207,
  ZC_BIFF_ROW = 0x0208,
  ZC_BIFF_RK = 0x027E,
  ZC_BIFF_FORMAT = 0x041E,
  ZC_BIFF_BEGIN = 0x0809
};

typedef struct zc_biff {
  zc_compound *stream;
  uint64_t at; /* of the next record */
  uint32_t type, length;
  uint32_t taken; /* bytes of the record that were taken by zc_biff_take */
  char data[65536];
} zc_biff;

/* The next record; one of type ZC_BIFF_EOF where the stream has no more. */
zc_status zc_biff_next(zc_biff *biff, zc_diagnostics *diag);
/* A number of the record, 0 where it is too short. */
static inline uint32_t zc_biff_16(const zc_biff *biff, uint32_t at) {
  return at + 2 <= biff->length ? zc_le16(biff->data + at) : 0;
}
static inline uint32_t zc_biff_32(const zc_biff *biff, uint32_t at) {
  return at + 4 <= biff->length ? zc_le32(biff->data + at) : 0;
}
/* Whether a type of record is one of cells that are not empty. */
static inline int zc_biff_is_cell(uint32_t type) {
  return type == ZC_BIFF_FORMULA || type == ZC_BIFF_MULTIPLE_RK || type == ZC_BIFF_RICH_STRING ||
         type == ZC_BIFF_SHARED || type == ZC_BIFF_NUMBER || type == ZC_BIFF_LABEL ||
         type == ZC_BIFF_BOOL_ERROR || type == ZC_BIFF_RK;
}
double zc_biff_double(const zc_biff *biff, uint32_t at);
/* A number that is packed into 32 bits. */
double zc_biff_rk(uint32_t packed);

/* The next bytes of a record and of those that continue it. */
zc_status zc_biff_take(zc_biff *biff, char *to, size_t length, zc_diagnostics *diag);
zc_status zc_biff_skip(zc_biff *biff, uint32_t length, zc_diagnostics *diag);
/* A text that begins with `size_bytes` (1 or 2) of its length and its flags, added to `out` in
 * UTF-8; what follows it of formats and signs is passed. */
zc_status zc_biff_text(zc_biff *biff, int size_bytes, zc_buffer *out, zc_diagnostics *diag);

#endif
