/* SPDX-License-Identifier: Apache-2.0 */
/* The encodings of text files: UTF-8, and GB 18030 (with its parts GBK and GB 2312). */
#ifndef ZC_FACTS_ENCODING_H
#define ZC_FACTS_ENCODING_H

#include "base/diagnostics.h"

#include <stddef.h>

typedef enum zc_encoding { ZC_UTF8 = 0, ZC_GB18030 } zc_encoding;

/* Which of the two the start of a file is written in: GB 18030 where more of its lines are that and
 * not UTF-8 than the other way round. */
zc_encoding zc_encoding_guess(const char *bytes, size_t length);

/* From GB 18030 to UTF-8, piece by piece. */
typedef struct zc_decoder {
  void *handle; /* of iconv */
} zc_decoder;

zc_status zc_decoder_open(zc_decoder *decoder, zc_diagnostics *diag);
void zc_decoder_close(zc_decoder *decoder);

/* Writes at most `room` bytes (8 or more) to `out` and returns how many; *used is how many of
 * `bytes` they came from, all but the start of a character or what no room was left for. A byte
 * that is wrong becomes 0xFF, which is wrong in UTF-8 too. `final`: nothing follows, so the start
 * of a character is wrong as well. */
size_t zc_decode(zc_decoder *decoder, const char *bytes, size_t length, int final, char *out,
                 size_t room, size_t *used);

#endif
