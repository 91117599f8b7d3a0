/* SPDX-License-Identifier: Apache-2.0 */
/* Digests of bytes, as nettle computes them. */
#ifndef ZC_BASE_HASH_H
#define ZC_BASE_HASH_H

#include <stddef.h>

/* SHA-256 of FIPS 180-4; SM3 of GB/T 32905-2016. */
typedef enum zc_hash_kind { ZC_SHA256 = 0, ZC_SM3 } zc_hash_kind;

enum { ZC_HASH_DIGITS = 64 };

/* Writes the digest as small hexadecimal digits with a NUL behind them. */
void zc_hash_hex(zc_hash_kind kind, const void *bytes, size_t length, char hex[ZC_HASH_DIGITS + 1]);

#endif
