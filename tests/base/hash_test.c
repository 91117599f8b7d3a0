/* SPDX-License-Identifier: Apache-2.0 */
#include "base/hash.h"
#include "tests.h"

static void digests_of_abc_are_those_of_the_standards(void) {
  char hex[ZC_HASH_DIGITS + 1];
  zc_hash_hex(ZC_SHA256, "abc", 3, hex);
  CU_ASSERT_STRING_EQUAL(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  zc_hash_hex(ZC_SM3, "abc", 3, hex);
  CU_ASSERT_STRING_EQUAL(hex, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

void test_base_hash(CU_pSuite suite) {
  CU_add_test(suite, "digests of abc are those that the standards print",
              digests_of_abc_are_those_of_the_standards);
}
