/* SPDX-License-Identifier: Apache-2.0 */
/* The encodings of text files: UTF-8, GB 18030 (with its parts GBK and GB 2312), and UTF-16 where a
 * mark at the start says so. */
#ifndef ZC_FACTS_ENCODING_H
#define ZC_FACTS_ENCODING_H

#include "base/diagnostics.h"

#include <stddef.h>

typedef enum zc_encoding { ZC_UTF8 = 0, ZC_GB18030, ZC_UTF16LE, ZC_UTF16BE } zc_encoding;

/* "utf-8", "gb18030", "utf-16le", "utf-16be". */
const char *zc_encoding_name(zc_encoding encoding);

/* What the mark at the start of the bytes says, and its length; 0: there is none. */
size_t zc_encoding_mark(const char *bytes, size_t length, zc_encoding *encoding);

/* Which of the first two the start of a file is written in: GB 18030 where more of its lines are
 * that and not UTF-8 than the other way round. */
zc_encoding zc_encoding_guess(const char *bytes, size_t length);
/* Whether the start of a file without a mark is text in one of the two: most of its lines are, and
 * it has no NUL. */
int zc_encoding_is_text(const char *bytes, size_t length);

/* From another encoding to UTF-8, piece by piece. */
typedef struct zc_decoder {
  void *handle; /* of iconv */
  size_t unit;  /* bytes of its smallest character */
} zc_decoder;

zc_status zc_decoder_open(zc_decoder *decoder, zc_encoding encoding, zc_diagnostics *diag);
void zc_decoder_close(zc_decoder *decoder);

/* Writes at most `room` bytes (8 or more) to `out` and returns how many; *used is how many of
 * `bytes` they came from, all but the start of a character or what no room was left for. A unit
 * that is wrong becomes 0xFF, which is wrong in UTF-8 too. `final`: nothing follows, so the start
 * of a character is wrong as well. */
size_t zc_decode(zc_decoder *decoder, const char *bytes, size_t length, int final, char *out,
                 size_t room, size_t *used);

#endif
