/* SPDX-License-Identifier: Apache-2.0 */
/* Digests of bytes, as libcrypto computes them. */
#ifndef ZC_BASE_HASH_H
#define ZC_BASE_HASH_H

#include <stddef.h>

typedef enum zc_hash_kind { ZC_SHA256 = 0, ZC_SM3 } zc_hash_kind;

enum { ZC_HASH_DIGITS = 64 };

/* Writes the digest as small hexadecimal digits with a NUL behind them. 1: written; 0: libcrypto
 * has no such digest, or no memory for it. */
int zc_hash_hex(zc_hash_kind kind, const void *bytes, size_t length, char hex[ZC_HASH_DIGITS + 1]);

#endif
