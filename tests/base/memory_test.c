/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "tests.h"
#include <jansson.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

static void exactly_the_chosen_allocation_fails(void) {
  zc_memory_fail(2, 0);
  void *first = zc_alloc(8), *second = zc_calloc(2, 4), *third = zc_realloc(first, 16);
  CU_ASSERT_PTR_NOT_NULL(first);
  CU_ASSERT_PTR_NULL(second);
  CU_ASSERT_PTR_NOT_NULL(third);
  CU_ASSERT_EQUAL(zc_memory_count(), 3);
  zc_memory_fail(1, 1);
  CU_ASSERT_PTR_NULL(zc_alloc(1));
  CU_ASSERT_PTR_NULL(zc_copy("a", 1));
  zc_memory_fail(0, 0);
  zc_free(third);
  zc_free(NULL);
}

static void sizes_that_overflow_are_refused(void) {
  /* volatile, so that no compiler judges the size before it is asked for */
  volatile size_t most = SIZE_MAX;
  zc_arena arena = {0};
  CU_ASSERT_PTR_NULL(zc_calloc(most / 2, 3));
  CU_ASSERT_PTR_NULL(zc_copy("", most));
  CU_ASSERT_PTR_NULL(zc_arena_alloc(&arena, most));
  CU_ASSERT_PTR_NULL(zc_arena_alloc(&arena, most / 2));
  CU_ASSERT_PTR_NULL(zc_arena_copy(&arena, "", most));
  zc_arena_free(&arena);
}

static void empty_requests_are_served(void) {
  void *a = zc_alloc(0), *b = zc_calloc(0, 8);
  char *c = zc_copy(NULL, 0);
  CU_ASSERT(a && b && c && !*c);
  zc_free(a);
  zc_free(b);
  zc_free(c);
}

static void arena_blocks_are_zeroed_aligned_and_apart(void) {
  zc_arena arena = {0};
  unsigned char *last = NULL;
  for (size_t size = 1; size < 3000; size = size * 2 + 1) {
    unsigned char *block = zc_arena_alloc(&arena, size);
    CU_ASSERT_PTR_NOT_NULL_FATAL(block);
    CU_ASSERT_EQUAL((uintptr_t)block % alignof(max_align_t), 0);
    int dirty = 0;
    for (size_t i = 0; i < size; i++)
      dirty += block[i] != 0;
    CU_ASSERT_EQUAL(dirty, 0);
    memset(block, 0xAA, size);
    CU_ASSERT(!last || last[0] == 0xAA);
    last = block;
  }
  CU_ASSERT_STRING_EQUAL(zc_arena_copy(&arena, "职称abc", 6), "职称");
  zc_arena_free(&arena);
  CU_ASSERT_PTR_NULL(arena.blocks);
}

static void a_cleared_arena_comes_to_rest(void) {
  zc_arena arena = {0};
  for (int round = 0; round < 8; round++) {
    zc_memory_fail(0, 0);
    for (int i = 0; i < 100; i++)
      CU_ASSERT_PTR_NOT_NULL(zc_arena_alloc(&arena, 100));
    zc_arena_clear(&arena);
  }
  CU_ASSERT_EQUAL(zc_memory_count(), 0); /* of the last round */
  zc_arena_free(&arena);
  zc_arena_clear(&arena);
}

static void jansson_allocates_through_the_counters(void) {
  zc_memory_setup();
  zc_memory_fail(0, 0);
  json_decref(json_integer(5));
  CU_ASSERT(zc_memory_count() > 0);
  zc_memory_fail(1, 0);
  CU_ASSERT_PTR_NULL(json_integer(5));
  zc_memory_fail(0, 0);
}

void test_base_memory(CU_pSuite suite) {
  CU_add_test(suite, "exactly the chosen allocation fails", exactly_the_chosen_allocation_fails);
  CU_add_test(suite, "sizes that overflow are refused", sizes_that_overflow_are_refused);
  CU_add_test(suite, "requests for nothing are served", empty_requests_are_served);
  CU_add_test(suite, "blocks of an arena are zeroed, aligned and apart",
              arena_blocks_are_zeroed_aligned_and_apart);
  CU_add_test(suite, "an arena that is cleared and filled again allocates no more",
              a_cleared_arena_comes_to_rest);
  CU_add_test(suite, "jansson allocates through the counters",
              jansson_allocates_through_the_counters);
}
