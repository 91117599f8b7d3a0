/* SPDX-License-Identifier: Apache-2.0 */
/* The file in which an .xls workbook lies: a small file system with streams (OLE, compound file).
 */
#ifndef ZC_OFFICE_COMPOUND_H
#define ZC_OFFICE_COMPOUND_H

#include "office/office_file.h"

/* A stream of the file, to be read anywhere. */
typedef struct zc_compound {
  const char *name; /* of the file, for messages */
  int file;         /* -1: none */
  uint64_t size;    /* of the file */
  uint32_t sector;  /* bytes */
  uint32_t *next;   /* by sector: the one behind it */
  uint32_t sector_count;
  uint64_t *blocks; /* of the stream: where each stands in the file */
  uint32_t block_count, block_size;
  uint64_t length; /* of the stream */
  char *cache;     /* the bytes read last */
  uint64_t cache_at;
  size_t cache_length;
} zc_compound;

/* Opens the file and its stream "Workbook". A file with a password, an older workbook or none is
 * refused. Every error is reported; zc_compound_close in any case. */
zc_status zc_compound_open(zc_compound *compound, zc_office_file *file, zc_diagnostics *diag);
void zc_compound_close(zc_compound *compound);

/* `length` bytes of the stream from `at` on; a stream that ends before is damaged. */
zc_status zc_compound_read(zc_compound *compound, uint64_t at, char *to, size_t length,
                           zc_diagnostics *diag);
zc_status zc_compound_damaged(const zc_compound *compound, zc_diagnostics *diag);
/* Reports that a password is to be removed first. */
zc_status zc_compound_locked(const zc_compound *compound, zc_diagnostics *diag);
/* Reports that the workbook is older than BIFF8. */
zc_status zc_compound_old(const zc_compound *compound, zc_diagnostics *diag);

/* Numbers as the file has them, lowest byte first. */
static inline uint32_t zc_le16(const char *bytes) {
  const unsigned char *b = (const unsigned char *)bytes;
  return b[0] | (uint32_t)b[1] << 8;
}
static inline uint32_t zc_le32(const char *bytes) {
  return zc_le16(bytes) | zc_le16(bytes + 2) << 16;
}

#endif
