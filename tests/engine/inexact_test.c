/* SPDX-License-Identifier: Apache-2.0 */
/* Where conditions cannot be split exactly, the answer says so and names every fact that is open in
 * them: rather one too many than one too few. */
#include "support/asking.h"
#include "tests.h"

#include <string.h>

#define DAY   "2024-06-29"
#define LABEL .label = {.zh = "事实"}

/* The sum of two numbers, wrapped: no order that could be split. */
static zc_value wrap(const zc_value *arguments, uint32_t count) {
  int64_t sum = 0;
  int32_t known = 1;
  for (uint32_t i = 0; i < count; i++) {
    sum += arguments[i].value;
    known &= arguments[i].known;
  }
  return (zc_value){known ? sum % 7 : 0, known, 0};
}

static const zc_document documents[] = {
    {ZC_ROW, .id = "t-2024", .number = "试〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "t.way", .document = "t-2024", .clause = "一"},
    {ZC_ROW, .id = "t.months", .document = "t-2024", .clause = "二"},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}, {ZC_ROW, .track = "targeted"}};
static const zc_fact_row facts[] = {
    {ZC_ROW, .name = "test.a", .type = ZC_INT, .unit = ZC_POINT, .min = 1, .max = 2, LABEL},
    {ZC_ROW, .name = "test.b", .type = ZC_INT, .unit = ZC_POINT, .max = 4, LABEL},
    {ZC_ROW, .name = "test.c", .type = ZC_INT, .unit = ZC_POINT, .max = 4, LABEL},
    {ZC_ROW, .name = "test.day", .type = ZC_DATE, LABEL},
    {ZC_ROW, .name = "test.limit", .type = ZC_INT, .unit = ZC_MONTH, .max = 3, LABEL},
};
static const zc_function functions[] = {
    {ZC_ROW, .name = "test.wrap", .reads = "test.b test.c", .type = ZC_INT, .unit = ZC_POINT,
     .max = 6, .call = wrap},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "t.way", .rank = ZC_RANK_BASELINE, .tracks = "general",
     .needs = "test.a <= test.wrap", .text = {.zh = "一条路。"}},
    {ZC_ROW, .id = "t.months", .rank = ZC_RANK_BASELINE, .tracks = "targeted",
     .needs = "test.limit < full_months(test.day, as_of) and test.limit > 0 months",
     .text = {.zh = "一条路。"}},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .facts = ZC_TABLE(facts),
                                   .tracks = ZC_TABLE(tracks),
                                   .routes = ZC_TABLE(routes),
                                   .functions = ZC_TABLE(functions)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

static void expect_missing(const char *given, const char *missing) {
  asking a;
  char text[256];
  asking_open(&a, &plugin);
  const zc_answer *answer = asking_assess(&a, DAY, given);
  CU_ASSERT_EQUAL(answer->verdict, ZC_UNDETERMINED_VERDICT);
  if (strcmp(asking_missing(answer, text), missing) != 0)
    printf("\n  %s: missing %s\n", given, text);
  CU_ASSERT_STRING_EQUAL(text, missing);
  asking_close(&a);
}

static void a_number_beside_a_function_is_missing(void) {
  expect_missing("track=general", "test.a test.b test.c");
  expect_missing("track=general test.c=0", "test.a test.b");
}

static void a_day_from_which_months_are_counted_is_missing(void) {
  expect_missing("track=targeted", "test.day test.limit");
  expect_missing("track=targeted test.limit=2", "test.day");
}

void test_engine_inexact(CU_pSuite suite) {
  CU_add_test(suite, "a number that is only compared with a function is missing",
              a_number_beside_a_function_is_missing);
  CU_add_test(suite, "a day from which months are counted is missing",
              a_day_from_which_months_are_counted_is_missing);
}
