/* SPDX-License-Identifier: Apache-2.0 */
/* Digests of bytes, as libcrypto computes them. */
#ifndef ZC_BASE_HASH_H
#define ZC_BASE_HASH_H

#include <stddef.h>

/* For a program that uses libcrypto for digests alone, before its first one: neither the system's
 * configuration of libcrypto nor the names of all its algorithms are read then, which takes longer
 * than a question. It holds for the whole process, so a library does not call it. */
void zc_hash_setup(void);

typedef enum zc_hash_kind { ZC_SHA256 = 0, ZC_SM3 } zc_hash_kind;

enum { ZC_HASH_DIGITS = 64 };

/* Writes the digest as small hexadecimal digits with a NUL behind them. 1: written; 0: libcrypto
 * has no such digest, or no memory for it. */
int zc_hash_hex(zc_hash_kind kind, const void *bytes, size_t length, char hex[ZC_HASH_DIGITS + 1]);

#endif
