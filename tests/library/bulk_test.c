/* SPDX-License-Identifier: Apache-2.0 */
/* Columns of people: what is explained, refused and shared. */
#include "zhicheng/zhicheng.h"

#include "base/memory.h"
#include "support/region.h"
#include "tests.h"

#include <pthread.h>
#include <string.h>

#define PLUGINS ZC_BUILD_DIR "/plugins"
#define DAY     "2021-10-15"

static zc_regions *open_regions(void) {
  zc_regions *regions = NULL;
  CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, PLUGINS, NULL, ZC_LANG_EN, NULL), ZC_OK);
  return regions;
}

static const char *const some_facts[] = {"track",
                                         "target_level",
                                         "unit_division",
                                         "current_title_date",
                                         "series_exam_mode",
                                         "months_in_current_title"};
enum { TRACK, LEVEL, PLACE, DATE, MODE, MONTHS, SOME };

typedef struct small {
  zc_regions *regions;
  zc_bulk *bulk;
  zc_bulk_worker *worker;
  int8_t track[64], level[64], mode[64];
  int16_t months[64];
  int32_t date[64];
  int64_t place[64];
  uint64_t no_months;
  zc_bulk_column columns[SOME];
} small;

static void put(const small *s, uint32_t column, const char *text, int64_t *value) {
  CU_ASSERT_EQUAL_FATAL(zc_bulk_value(s->bulk, column, text, value, NULL, NULL), ZC_OK);
}

static void small_open(small *s) {
  int64_t track, level, place, date, mode;
  memset(s, 0, sizeof *s);
  s->regions = open_regions();
  CU_ASSERT_EQUAL_FATAL(
      zc_bulk_new(s->regions, "guangxi", DAY, some_facts, SOME, 0, &s->bulk, NULL), ZC_OK);
  s->worker = zc_bulk_worker_new(s->bulk);
  CU_ASSERT_PTR_NOT_NULL_FATAL(s->worker);
  put(s, TRACK, "targeted", &track);
  put(s, LEVEL, "deputy_senior", &level);
  put(s, PLACE, "451229100001", &place);
  put(s, DATE, "2016-01-01", &date);
  put(s, MODE, "none", &mode);
  for (int i = 0; i < 64; i++) {
    s->track[i] = (int8_t)track;
    s->level[i] = (int8_t)level;
    s->place[i] = place;
    s->date[i] = (int32_t)date;
    s->mode[i] = (int8_t)mode;
    s->months[i] = 69;
  }
  s->columns[TRACK] = (zc_bulk_column){1, s->track, NULL, NULL};
  s->columns[LEVEL] = (zc_bulk_column){1, s->level, NULL, NULL};
  s->columns[PLACE] = (zc_bulk_column){8, s->place, NULL, NULL};
  s->columns[DATE] = (zc_bulk_column){4, s->date, NULL, NULL};
  s->columns[MODE] = (zc_bulk_column){1, s->mode, NULL, NULL};
  s->columns[MONTHS] = (zc_bulk_column){2, s->months, NULL, &s->no_months};
}

static void small_close(small *s) {
  zc_bulk_worker_free(s->worker);
  zc_bulk_free(s->bulk);
  zc_regions_close(s->regions);
}

static void a_row_is_explained_in_full(void) {
  small s;
  const char *answer = NULL;
  const zc_bulk_answers *a = NULL;
  small_open(&s);
  CU_ASSERT_EQUAL(zc_bulk_explain(s.worker, s.columns, 3, &answer), ZC_OK);
  zc_test_contains(answer, "{\"api\":1,\"question\":\"assess\",\"region\":\"guangxi\"");
  zc_test_contains(answer, "\"as_of\":\"2021-10-15\"");
  zc_test_contains(answer, "{\"name\":\"unit_division\",\"value\":\"451229100001\"");
  s.months[3] = 12; /* against the date */
  s.no_months = 1u << 3;
  CU_ASSERT_EQUAL_FATAL(zc_bulk_assess(s.worker, s.columns, 0, 64, &a), ZC_OK);
  CU_ASSERT_EQUAL(a->rejected[0], 1u << 3);
  CU_ASSERT_EQUAL((a->eligible[0] | a->ineligible[0]) & 1u << 3, 0);
  answer = NULL;
  CU_ASSERT_EQUAL(zc_bulk_explain(s.worker, s.columns, 3, &answer), ZC_BAD_INPUT);
  zc_test_contains(zc_bulk_worker_message(s.worker), "months_in_current_title");
  CU_ASSERT_PTR_NULL(answer);
  small_close(&s);
}

/* What zc_bulk_assess says of the columns. */
static void expect_refusal(small *s, size_t first, uint32_t rows, const char *part) {
  const zc_bulk_answers *a = NULL;
  CU_ASSERT_EQUAL(zc_bulk_assess(s->worker, s->columns, first, rows, &a), ZC_BAD_INPUT);
  CU_ASSERT_PTR_NULL(a);
  zc_test_contains(zc_bulk_worker_message(s->worker), part);
}

static void values_that_no_fact_has_are_refused_with_their_row(void) {
  small s;
  const zc_bulk_answers *a = NULL;
  small_open(&s);
  s.no_months = ~UINT64_C(0);
  s.months[5] = 1201;
  expect_refusal(&s, 0, 64, "months_in_current_title: row 5, counted from 0, has the value 1201");
  s.no_months = ~(UINT64_C(1) << 5);
  s.level[9] = 0; /* the word `none`, which a level applied for never is */
  expect_refusal(&s, 0, 64, "target_level: row 9, counted from 0, has the value 0");
  CU_ASSERT_EQUAL(zc_bulk_assess(s.worker, s.columns, 0, 9, &a), ZC_OK);
  CU_ASSERT_STRING_EQUAL(zc_bulk_worker_message(s.worker), "");
  a = NULL;
  s.place[2] = 42;
  expect_refusal(&s, 0, 9, "unit_division: row 2, counted from 0, has the value 42");
  s.columns[PLACE].width = 4;
  expect_refusal(&s, 0, 9, "unit_division: values cannot be 4 bytes wide");
  s.columns[PLACE].width = 8;
  s.place[2] = s.place[3];
  s.columns[MONTHS].highest = s.months;
  expect_refusal(&s, 0, 9, "months_in_current_title: only divisions and dates have `highest`");
  s.columns[MONTHS].highest = NULL;
  s.columns[MONTHS].values = NULL;
  expect_refusal(&s, 0, 9, "months_in_current_title: the column has no values");
  CU_ASSERT_EQUAL(zc_bulk_assess(s.worker, NULL, 0, 9, &a), ZC_BAD_INPUT);
  zc_test_contains(zc_bulk_worker_message(s.worker), "no columns are given (NULL)");
  expect_refusal(&s, 32, 9, "the first row, 32, is no multiple of 64");
  expect_refusal(&s, 0, 5000, "at most 4096 rows in one call, not 5000");
  small_close(&s);
}

static void names_and_values_are_checked_beforehand(void) {
  static const char *const wrong[] = {"educaton", "unit_name", "education", "education"};
  zc_regions *regions = open_regions();
  zc_bulk *bulk = NULL;
  char *trouble = NULL;
  int64_t value = 7, highest = 7;
  CU_ASSERT_EQUAL(zc_bulk_new(regions, "guangxi", DAY, wrong, 4, 0, &bulk, &trouble), ZC_BAD_INPUT);
  zc_test_contains(trouble, "there is no fact named \"educaton\"; did you mean \"education\"?");
  zc_test_contains(trouble, "the fact unit_name is text");
  zc_test_contains(trouble, "there are two columns of the fact education");
  zc_message_free(trouble);
  CU_ASSERT_PTR_NULL(bulk);
  CU_ASSERT_EQUAL(zc_bulk_new(regions, "guangxy", "then", wrong, 0, 2, &bulk, &trouble),
                  ZC_BAD_INPUT);
  zc_test_contains(trouble, "did you mean guangxi?");
  zc_test_contains(trouble, "'then' is no date");
  zc_test_contains(trouble, "flags are of ZC_STRICT and ZC_MONTHS_FIRST or ZC_MONTHS_LAST, not 2");
  zc_message_free(trouble);
  CU_ASSERT_EQUAL_FATAL(zc_bulk_new(regions, "guangxi", DAY, some_facts, SOME, 0, &bulk, NULL),
                        ZC_OK);
  CU_ASSERT_EQUAL(zc_bulk_value(bulk, LEVEL, "none", &value, &highest, &trouble), ZC_BAD_INPUT);
  zc_test_contains(trouble, "none");
  zc_message_free(trouble);
  CU_ASSERT_EQUAL(zc_bulk_value(bulk, SOME, "1", &value, &highest, NULL), ZC_BAD_INPUT);
  CU_ASSERT_EQUAL(zc_bulk_value(bulk, MONTHS, "", &value, &highest, NULL), ZC_BAD_INPUT);
  CU_ASSERT_EQUAL(zc_bulk_value(bulk, MONTHS, NULL, &value, &highest, NULL), ZC_BAD_INPUT);
  CU_ASSERT_EQUAL(value, 7);
  CU_ASSERT_EQUAL(zc_bulk_value(bulk, PLACE, "451200", &value, &highest, &trouble), ZC_OK);
  CU_ASSERT_PTR_NULL(trouble);
  CU_ASSERT_EQUAL(value, 451200000000);
  CU_ASSERT_EQUAL(highest, 451299999999);
  CU_ASSERT_PTR_NULL(zc_bulk_rule(bulk, zc_bulk_rule_count(bulk)));
  CU_ASSERT_PTR_NULL(zc_bulk_fact(bulk, zc_bulk_fact_count(bulk)));
  CU_ASSERT_STRING_EQUAL(zc_bulk_fact(bulk, 0), "track");
  CU_ASSERT_PTR_NULL(zc_bulk_mode(bulk, ZC_BULK_NO_ROUTE));
  zc_bulk_free(bulk);
  zc_bulk_free(NULL);
  zc_regions_close(regions);
}

/* ---- threads and memory ---- */

static void *assess_often(void *context) {
  const small *s = context;
  zc_bulk_worker *worker = zc_bulk_worker_new(s->bulk);
  long wrong = worker == NULL;
  for (int i = 0; worker && i < 200; i++) {
    const zc_bulk_answers *a = NULL;
    wrong += zc_bulk_assess(worker, s->columns, 0, 64, &a) != ZC_OK || a->eligible[0] != 0;
  }
  zc_bulk_worker_free(worker);
  return wrong != 0 ? context : NULL;
}

static void threads_with_workers_of_their_own_share_a_bulk(void) {
  small s;
  pthread_t threads[4];
  small_open(&s);
  for (int i = 0; i < 4; i++)
    CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, assess_often, &s), 0);
  for (int i = 0; i < 4; i++) {
    void *wrong = NULL;
    pthread_join(threads[i], &wrong);
    CU_ASSERT_PTR_NULL(wrong);
  }
  small_close(&s);
}

static zc_status assess_without(small *s, unsigned long nth) {
  zc_bulk *bulk = NULL;
  zc_bulk_worker *worker = NULL;
  const zc_bulk_answers *a = NULL;
  const char *answer = NULL;
  zc_memory_fail(nth, 0);
  zc_status status = zc_bulk_new(s->regions, "guangxi", DAY, some_facts, SOME, 0, &bulk, NULL);
  if (status == ZC_OK) {
    worker = zc_bulk_worker_new(bulk);
    status = worker ? ZC_OK : ZC_NO_RESOURCE;
  }
  if (status == ZC_OK)
    status = zc_bulk_assess(worker, s->columns, 0, 64, &a);
  if (status == ZC_OK)
    status = zc_bulk_explain(worker, s->columns, 1, &answer);
  zc_bulk_worker_free(worker);
  zc_bulk_free(bulk);
  return status;
}

static void a_bulk_without_memory_says_so_and_leaks_nothing(void) {
  small s;
  unsigned long refused = 0;
  small_open(&s);
  for (unsigned long nth = 1, reached = 1; reached; nth++) {
    zc_status status = assess_without(&s, nth);
    reached = zc_memory_count() >= nth;
    zc_memory_fail(0, 0);
    CU_ASSERT(status == ZC_OK || status == ZC_NO_RESOURCE);
    refused += status != ZC_OK;
  }
  CU_ASSERT(refused > 20);
  small_close(&s);
}

void test_library_bulk(CU_pSuite suite) {
  CU_add_test(suite, "a row is explained in full", a_row_is_explained_in_full);
  CU_add_test(suite, "values that no fact has are refused with their row",
              values_that_no_fact_has_are_refused_with_their_row);
  CU_add_test(suite, "names and values are checked beforehand",
              names_and_values_are_checked_beforehand);
  CU_add_test(suite, "threads with workers of their own share a bulk",
              threads_with_workers_of_their_own_share_a_bulk);
  CU_add_test(suite, "a bulk without memory says so and leaks nothing",
              a_bulk_without_memory_says_so_and_leaks_nothing);
}
