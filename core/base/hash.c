/* SPDX-License-Identifier: Apache-2.0 */
/* Of nettle and not of libcrypto, which takes longer to come up than a question to be answered. */
#include "base/hash.h"

#include <nettle/sha2.h>
#include <nettle/sm3.h>

static void sha256(const void *bytes, size_t length, unsigned char *digest) {
  struct sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, length, bytes);
  sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

static void sm3(const void *bytes, size_t length, unsigned char *digest) {
  struct sm3_ctx context;
  sm3_init(&context);
  sm3_update(&context, length, bytes);
  sm3_digest(&context, SM3_DIGEST_SIZE, digest);
}

void zc_hash_hex(zc_hash_kind kind, const void *bytes, size_t length,
                 char hex[ZC_HASH_DIGITS + 1]) {
  static const char digits[] = "0123456789abcdef";
  _Static_assert(SHA256_DIGEST_SIZE * 2 == ZC_HASH_DIGITS && SM3_DIGEST_SIZE * 2 == ZC_HASH_DIGITS,
                 "both digests are of the same length");
  unsigned char digest[ZC_HASH_DIGITS / 2];
  if (kind == ZC_SM3)
    sm3(bytes, length, digest);
  else
    sha256(bytes, length, digest);
  for (unsigned i = 0; i < sizeof digest; i++) {
    hex[2 * i] = digits[digest[i] >> 4];
    hex[2 * i + 1] = digits[digest[i] & 15];
  }
  hex[ZC_HASH_DIGITS] = '\0';
}
