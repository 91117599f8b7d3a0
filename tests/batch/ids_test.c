/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/ids.h"
#include "tests.h"

#include <string.h>

static int64_t add(zc_ids *ids, const char *id, uint64_t line) {
  return zc_ids_add(ids, id, strlen(id), line);
}

static void an_id_is_new_once(void) {
  zc_ids *ids = zc_ids_new("/tmp");
  CU_ASSERT_PTR_NOT_NULL_FATAL(ids);
  CU_ASSERT_EQUAL(add(ids, "7", 2), 0);
  CU_ASSERT_EQUAL(add(ids, "07", 3), 0);
  CU_ASSERT_EQUAL(add(ids, "", 4), 0);
  CU_ASSERT_EQUAL(add(ids, "7", 5), 2);
  CU_ASSERT_EQUAL(add(ids, "", 6), 4);
  CU_ASSERT_EQUAL(zc_ids_add(ids, "a\0b", 3, 7), 0);
  CU_ASSERT_EQUAL(zc_ids_add(ids, "a\0c", 3, 8), 0);
  CU_ASSERT_EQUAL(zc_ids_add(ids, "a\0b", 3, 9), 7);
  zc_ids_free(ids);
}

/* Enough that the table and the ids go to files, which are then searched. */
static void a_million_ids_are_told_apart(void) {
  enum { COUNT = 700000 };
  zc_ids *ids = zc_ids_new("/tmp");
  char id[24];
  unsigned wrong = 0;
  CU_ASSERT_PTR_NOT_NULL_FATAL(ids);
  for (unsigned i = 0; i < COUNT; i++) {
    snprintf(id, sizeof id, "person-%u", i * 7919u % 1000003u);
    wrong += add(ids, id, i + 1) != 0;
  }
  CU_ASSERT_EQUAL(wrong, 0);
  for (unsigned i = 0; i < COUNT; i += 97) {
    snprintf(id, sizeof id, "person-%u", i * 7919u % 1000003u);
    wrong += add(ids, id, COUNT + 1) != (int64_t)i + 1;
  }
  CU_ASSERT_EQUAL(wrong, 0);
  zc_ids_free(ids);
}

void test_batch_ids(CU_pSuite suite) {
  CU_add_test(suite, "an id is new once, whatever its bytes", an_id_is_new_once);
  CU_add_test(suite, "a million ids are told apart, in memory and in files",
              a_million_ids_are_told_apart);
}
