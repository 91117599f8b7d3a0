/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks (XLSX) made by tests, right ones and wrong ones, as bytes. */
#ifndef ZC_TESTS_SUPPORT_WORKBOOK_H
#define ZC_TESTS_SUPPORT_WORKBOOK_H

#include "base/buffer.h"

/* A zip whose parts are stored as they are. */
typedef struct zc_test_zip {
  zc_buffer bytes, list;
  unsigned count;
  uint16_t flags;        /* of the next part: 1 says that it has a password */
  uint32_t claimed_size; /* of the next part, when it is not 0: what it says to unpack to */
} zc_test_zip;

void zc_test_zip_add(zc_test_zip *zip, const char *name, const char *text, size_t length);
/* Writes the list behind the parts: zip->bytes is the file. */
void zc_test_zip_end(zc_test_zip *zip);
void zc_test_zip_free(zc_test_zip *zip);

/* The parts of a workbook; what is NULL is as usual. */
typedef struct zc_test_book {
  const char *data;     /* rows of the first sheet: what stands in sheetData */
  const char *before;   /* what stands before it: <cols/> */
  const char *behind;   /* what stands behind it: <mergeCells/> */
  const char *sheet;    /* the whole of the first sheet */
  const char *second;   /* the whole of the second sheet; NULL: there is none */
  const char *strings;  /* <si/>... */
  const char *styles;   /* what stands in styleSheet */
  const char *workbook; /* the whole */
  const char *relations;
  const char *properties; /* <workbookPr/> */
} zc_test_book;

void zc_test_book_make(zc_test_zip *zip, const zc_test_book *book);

#endif
