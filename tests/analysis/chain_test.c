/* SPDX-License-Identifier: Apache-2.0 */
/* A chain of comparisons: six numbers, each above the next, written in an order in which cuts have
 * to wander to and fro. */
#include "analysis/analyse.h"
#include "analysis/variant.h"
#include "support/asking.h"
#include "tests.h"

#include <string.h>

enum { LINKS = 6 };

#define FACT(letter)                                                                               \
  {                                                                                                \
    ZC_ROW, .name = "test.x" letter, .type = ZC_INT, .unit = ZC_MONTH, .max = 1200, .label = {     \
      .zh = "月数"                                                                               \
    }                                                                                              \
  }

static const zc_document documents[] = {
    {ZC_ROW, .id = "t-2024", .number = "试〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "t.chain", .document = "t-2024", .clause = "一"},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}};
static const zc_fact_row facts[LINKS] = {FACT("0"), FACT("1"), FACT("2"),
                                         FACT("3"), FACT("4"), FACT("5")};
#define CHAIN(name, needs_)                                                                        \
  static const zc_route name##_routes[] = {{ZC_ROW, .id = "t.chain", .rank = ZC_RANK_BASELINE,     \
                                            .needs = needs_, .text = {.zh = "一条路。"}}};         \
  static const zc_chapter name##_chapter = {.documents = ZC_TABLE(documents),                      \
                                            .clauses = ZC_TABLE(clauses),                          \
                                            .facts = ZC_TABLE(facts),                              \
                                            .tracks = ZC_TABLE(tracks),                            \
                                            .routes = ZC_TABLE(name##_routes)};                    \
  static const zc_chapter *const name##_chapters[] = {&name##_chapter};                            \
  static const zc_region_plugin name = ZC_TEST_PLUGIN(name##_chapters)

CHAIN(strict, "test.x2 > test.x3 and test.x3 > test.x4 and test.x1 > test.x2 and "
              "test.x0 > test.x1 and test.x4 > test.x5");
CHAIN(loose, "test.x2 > test.x3 and test.x3 >= test.x4 and test.x1 > test.x2 and "
             "test.x0 > test.x1 and test.x4 > test.x5");
CHAIN(rewritten, "test.x0 > test.x1 and test.x1 > test.x2 and test.x2 > test.x3 and "
                 "test.x3 > test.x4 and not (test.x5 >= test.x4)");

static const char every_number[] = "test.x0 test.x1 test.x2 test.x3 test.x4 test.x5";

static void six_unknown_numbers_of_a_chain_are_all_missing(void) {
  asking a;
  char text[256];
  asking_open(&a, &strict);
  const zc_answer *answer = asking_assess(&a, "2024-06-29", "track=general");
  CU_ASSERT_EQUAL(answer->verdict, ZC_UNDETERMINED_VERDICT);
  CU_ASSERT_TRUE(answer->missing_exact);
  CU_ASSERT_STRING_EQUAL(asking_missing(answer, text), every_number);
  answer = asking_assess(&a, "2024-06-29",
                         "track=general test.x0=6 test.x1=5 test.x2=4 test.x3=3 test.x4=2 "
                         "test.x5=1");
  CU_ASSERT_EQUAL(answer->verdict, ZC_ELIGIBLE);
  asking_close(&a);
}

/* Writes the links of the chain in the order of that number, 0 to 119. */
static void write_links(char out[256], int order) {
  int left[LINKS - 1] = {0, 1, 2, 3, 4}, count = LINKS - 1;
  size_t at = 0;
  while (count > 0) {
    int pick = order % count, link = left[pick];
    order /= count;
    left[pick] = left[--count];
    at += (size_t)snprintf(out + at, 256 - at, "%stest.x%d > test.x%d", at ? " and " : "", link,
                           link + 1);
  }
}

static void the_order_of_the_links_makes_no_difference(void) {
  for (int order = 0; order < 120; order++) {
    char needs[256], text[256];
    asking a;
    write_links(needs, order);
    const zc_route links[] = {{ZC_ROW, .id = "t.chain", .rank = ZC_RANK_BASELINE, .needs = needs,
                               .text = {.zh = "一条路。"}}};
    zc_chapter chapter = strict_chapter;
    chapter.routes = (zc_table)ZC_TABLE(links);
    const zc_chapter *const list[] = {&chapter};
    const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
    asking_open(&a, &plugin);
    const zc_answer *answer = asking_assess(&a, "2024-06-29", "track=general");
    asking_missing(answer, text);
    int all = answer->missing_exact && strcmp(text, every_number) == 0;
    if (!all)
      printf("\n  %s: missing %s\n", needs, text);
    CU_ASSERT(all);
    asking_close(&a);
  }
}

/* The ends of the range leave room for just one more. */
static void a_chain_that_no_longer_fits_is_refused(void) {
  asking a;
  char text[256];
  asking_open(&a, &strict);
  const zc_answer *answer = asking_assess(&a, "2024-06-29", "track=general test.x0=4");
  CU_ASSERT_EQUAL(answer->verdict, ZC_INELIGIBLE);
  answer = asking_assess(&a, "2024-06-29", "track=general test.x0=5");
  CU_ASSERT_EQUAL(answer->verdict, ZC_UNDETERMINED_VERDICT);
  CU_ASSERT_TRUE(answer->missing_exact);
  CU_ASSERT_STRING_EQUAL(asking_missing(answer, text), "test.x1 test.x2 test.x3 test.x4 test.x5");
  asking_close(&a);
}

static void a_chain_is_not_said_to_be_always_false(void) {
  zc_region region;
  zc_analysis analysis;
  zc_test_region(&region, &strict);
  CU_ASSERT_EQUAL_FATAL(zc_analyse(&analysis, &region), ZC_OK);
  CU_ASSERT_EQUAL(analysis.inexact_count, 0);
  for (uint32_t i = 0; i < analysis.count; i++)
    CU_ASSERT(strcmp(analysis.flaws[i].rule, "t.chain") != 0);
  zc_analysis_free(&analysis);
  zc_region_free(&region);
}

static zc_contrast contrast_with(const zc_region_plugin *plugin) {
  zc_region own, other;
  zc_variant variant;
  zc_ref difference = 0;
  zc_contrast contrast = ZC_CONTRAST_NONE;
  zc_test_region(&own, &strict);
  zc_test_region(&other, plugin);
  CU_ASSERT_FATAL(zc_variant_open(&variant, &own));
  CU_ASSERT_FATAL(zc_variant_compare(&variant, &other));
  for (uint32_t i = 0; i < variant.count && contrast == ZC_CONTRAST_NONE; i++)
    contrast = zc_variant_contrast(&variant, i, &difference);
  zc_variant_close(&variant);
  zc_region_free(&own);
  zc_region_free(&other);
  return contrast;
}

static void one_link_that_may_be_equal_makes_another_chain(void) {
  CU_ASSERT_EQUAL(contrast_with(&loose), ZC_CONTRAST_FOUND);
}

static void a_chain_in_another_order_is_the_same(void) {
  CU_ASSERT_EQUAL(contrast_with(&rewritten), ZC_CONTRAST_NONE);
}

void test_analysis_chain(CU_pSuite suite) {
  CU_add_test(suite, "six unknown numbers, each above the next, are all missing",
              six_unknown_numbers_of_a_chain_are_all_missing);
  CU_add_test(suite, "the order in which its links are written makes no difference",
              the_order_of_the_links_makes_no_difference);
  CU_add_test(suite, "a chain that its ends leave no room for is refused",
              a_chain_that_no_longer_fits_is_refused);
  CU_add_test(suite, "the analysis does not say that a chain is always false",
              a_chain_is_not_said_to_be_always_false);
  CU_add_test(suite, "one link that may be equal makes another chain",
              one_link_that_may_be_equal_makes_another_chain);
  CU_add_test(suite, "a chain written in another order is the same chain",
              a_chain_in_another_order_is_the_same);
}
