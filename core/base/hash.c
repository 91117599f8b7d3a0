/* SPDX-License-Identifier: Apache-2.0 */
#include "base/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

void zc_hash_setup(void) {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ADD_ALL_CIPHERS |
                          OPENSSL_INIT_NO_ADD_ALL_DIGESTS | OPENSSL_INIT_NO_ATEXIT,
                      NULL);
}

int zc_hash_hex(zc_hash_kind kind, const void *bytes, size_t length, char hex[ZC_HASH_DIGITS + 1]) {
  static const char digits[] = "0123456789abcdef";
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  const EVP_MD *md = kind == ZC_SM3 ? EVP_sm3() : EVP_sha256();
  if (EVP_Digest(bytes, length, digest, &size, md, NULL) != 1 || size != ZC_HASH_DIGITS / 2)
    return 0;
  for (unsigned i = 0; i < size; i++) {
    hex[2 * i] = digits[digest[i] >> 4];
    hex[2 * i + 1] = digits[digest[i] & 15];
  }
  hex[ZC_HASH_DIGITS] = '\0';
  return 1;
}
