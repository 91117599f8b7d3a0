/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks of the old kind (.xls, BIFF8) made by tests: records in a stream, the stream in a file.
 */
#ifndef ZC_TESTS_SUPPORT_RECORDS_H
#define ZC_TESTS_SUPPORT_RECORDS_H

#include "base/buffer.h"

void zc_test_put_16(zc_buffer *out, uint32_t value);
void zc_test_put_32(zc_buffer *out, uint32_t value);
void zc_test_put_double(zc_buffer *out, double value);
/* An ASCII text, or one of UTF-16 with `wide`, behind `size_bytes` of its length. */
void zc_test_put_text(zc_buffer *out, int size_bytes, const char *text);
void zc_test_put_wide(zc_buffer *out, int size_bytes, const uint16_t *text, uint32_t count);
/* A record with this body, which is emptied. */
void zc_test_put_record(zc_buffer *out, uint32_t type, zc_buffer *body);

/* Puts a cell's place before what follows it: row and column from 0. */
void zc_test_put_place(zc_buffer *body, uint32_t row, uint32_t column, uint32_t style);

/* Globals and one sheet of cells as a stream: `globals` stand behind the first record, `cells`
 * behind the first of the sheet. */
void zc_test_stream_make(zc_buffer *stream, uint32_t version, const zc_buffer *globals,
                         const zc_buffer *cells);
/* A file that holds the stream under a name; a short one lies in small blocks. */
void zc_test_compound_make(zc_buffer *file, const char *name, const zc_buffer *stream);

#endif
