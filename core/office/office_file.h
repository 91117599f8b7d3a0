/* SPDX-License-Identifier: Apache-2.0 */
/* A file that an office hands in, opened: what it is, told by its bytes and never by its name. It
 * may be a pipe: bytes are read once, from front to back. */
#ifndef ZC_OFFICE_OFFICE_FILE_H
#define ZC_OFFICE_OFFICE_FILE_H

#include "base/diagnostics.h"

#include <stddef.h>
#include <stdint.h>

typedef enum zc_office_kind {
  ZC_OFFICE_TEXT = 0, /* CSV: with commas, semicolons or tabs */
  ZC_OFFICE_NDJSON,
  ZC_OFFICE_XLSX, /* also .xlsm */
  ZC_OFFICE_XLS   /* BIFF8 */
} zc_office_kind;

typedef struct zc_office_file {
  const char *name;
  int file;    /* -1: none */
  char *start; /* its first bytes, at most ZC_OFFICE_START */
  size_t start_length, start_taken;
  uint64_t size, bytes_read; /* size: 0 where it is not known; bytes_read: handed out */
  int has_ended;
  zc_office_kind kind;
} zc_office_file;

#define ZC_OFFICE_START ((size_t)64 << 10)

/* Opens the file ("-": standard input), reads its start and says what it is. Files that are none of
 * the kinds (ODS, HTML named .xls, XLS older than BIFF8) are refused with what to do. Every error
 * is reported; zc_office_file_close in any case. `name` lives as long as the file. */
zc_status zc_office_file_open(zc_office_file *file, const char *name, zc_diagnostics *diag);
void zc_office_file_close(zc_office_file *file);

/* Up to `room` bytes, those of the start first; 0 at the end, which is remembered. */
zc_status zc_office_file_read(zc_office_file *file, char *to, size_t room, size_t *count,
                              zc_diagnostics *diag);

/* A descriptor by which any byte of the file can be read; the caller closes it. A pipe is copied to
 * a temporary file first. Sets file->size. */
zc_status zc_office_file_whole(zc_office_file *file, int *whole, zc_diagnostics *diag);

/* "text", "ndjson", "xlsx", "xls". */
const char *zc_office_kind_name(zc_office_kind kind);

#endif
