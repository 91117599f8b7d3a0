/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "engine/crew.h"
#include "tests.h"
#include <stdatomic.h>
#include <string.h>

enum { PARTS = 1000, WORKERS = 4 };

typedef struct job {
  unsigned char done[PARTS]; /* by part: how often */
  atomic_int busy[WORKERS];  /* by worker */
  atomic_int clashes;
} job;

static void do_part(void *context, uint32_t worker, size_t part) {
  job *j = context;
  if (atomic_exchange(&j->busy[worker], 1))
    atomic_fetch_add(&j->clashes, 1);
  j->done[part]++;
  atomic_store(&j->busy[worker], 0);
}

static void every_part_is_done_once(void) {
  zc_crew *crew = zc_crew_new(WORKERS);
  CU_ASSERT_PTR_NOT_NULL_FATAL(crew);
  CU_ASSERT(zc_crew_size(crew) >= 1 && zc_crew_size(crew) <= WORKERS);
  for (size_t parts = 0; parts <= PARTS; parts += parts < 10 ? 1 : 90) {
    static job j;
    memset(j.done, 0, sizeof j.done);
    zc_crew_run(crew, do_part, &j, parts);
    CU_ASSERT_EQUAL(atomic_load(&j.clashes), 0);
    for (size_t i = 0; i < PARTS; i++)
      CU_ASSERT_EQUAL(j.done[i], i < parts);
  }
  zc_crew_free(crew);
}

static void a_crew_of_one_needs_no_thread(void) {
  static job j;
  zc_crew *crew = zc_crew_new(1);
  CU_ASSERT_PTR_NOT_NULL_FATAL(crew);
  CU_ASSERT_EQUAL(zc_crew_size(crew), 1);
  zc_crew_run(crew, do_part, &j, PARTS);
  for (size_t i = 0; i < PARTS; i++)
    CU_ASSERT_EQUAL(j.done[i], 1);
  zc_crew_free(crew);
}

static void without_memory_there_is_no_crew(void) {
  for (unsigned long nth = 1; nth <= 2; nth++) {
    zc_memory_fail(nth, 0);
    zc_crew *crew = zc_crew_new(2);
    zc_memory_fail(0, 0);
    CU_ASSERT_PTR_NULL(crew);
    zc_crew_free(crew);
  }
}

void test_engine_crew(CU_pSuite suite) {
  CU_add_test(suite, "every part of a job is done once, and no worker is called twice at a time",
              every_part_is_done_once);
  CU_add_test(suite, "a crew of one works alone", a_crew_of_one_needs_no_thread);
  CU_add_test(suite, "without memory there is no crew", without_memory_there_is_no_crew);
}
