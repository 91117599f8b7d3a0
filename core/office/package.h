/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a workbook that is a zip (XLSX), read one after the other and never believed: what a
 * part unpacks to is counted. */
#ifndef ZC_OFFICE_PACKAGE_H
#define ZC_OFFICE_PACKAGE_H

#include "office/libraries.h"
#include "office/office_file.h"

#define ZC_UNPACKED_LIMIT (UINT64_C(4) << 30) /* bytes of all parts */
#define ZC_UNPACKED_RATIO 200                 /* times the size of the file */

typedef struct zc_package {
  const char *file; /* for messages */
  const zc_zip_library *zip;
  zip_t *archive; /* NULL: none */
  uint64_t size;  /* of the file */
} zc_package;

/* Opens the zip; a pipe is copied to a temporary file first. Refused: one that is cut short, has a
 * password, is a bomb by what its list says, or is an OpenDocument file. Every
 * error is reported; zc_package_close in any case. */
zc_status zc_package_open(zc_package *package, zc_office_file *file, zc_diagnostics *diag);
void zc_package_close(zc_package *package);

/* Number of the part (ASCII case ignored, as the format says), or -1. */
int64_t zc_package_find(const zc_package *package, const char *name);
/* Bytes that a part says it unpacks to. */
uint64_t zc_package_part_size(const zc_package *package, int64_t part);

/* A part that is being read. */
typedef struct zc_package_part {
  const zc_package *package;
  zip_file_t *file;
  uint64_t size, bytes_read;
} zc_package_part;

zc_status zc_package_part_open(zc_package_part *part, const zc_package *package, int64_t index,
                               zc_diagnostics *diag);
void zc_package_part_close(zc_package_part *part);
/* Up to `room` bytes; *count 0 at the end. A part that is damaged, or longer than it says, is an
 * error. */
zc_status zc_package_part_read(zc_package_part *part, char *to, size_t room, size_t *count,
                               zc_diagnostics *diag);

/* Reports that the workbook is damaged; `what` says in which part of it. */
zc_status zc_package_damaged(const zc_package *package, const char *what, zc_diagnostics *diag);

#endif
