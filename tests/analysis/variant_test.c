/* SPDX-License-Identifier: Apache-2.0 */
/* Two forms of one region: where their answers differ, and for whom. */
#include "analysis/variant.h"
#include "base/memory.h"
#include "engine/answer.h"
#include "support/region.h"
#include "support/sweep.h"
#include "tests.h"

#include <string.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "t-2024", .number = "试〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "t.a", .document = "t-2024", .clause = "一"},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};

/* A rule, the waiver of it, and an effect; what differs stands in the arguments. */
#define RULES(name, needs_, waives_)                                                               \
  static const zc_rule name##_rules[] = {                                                          \
      {ZC_ROW, .id = "t.a", .kind = ZC_REQUIREMENT, .needs = needs_, .text = {.zh = "一句话。"}},  \
      {ZC_ROW, .id = "t.a.free", .kind = ZC_WAIVER, .needs = "outstanding_contribution",           \
       .waives = waives_, .text = {.zh = "一句话。"}},                                             \
  };                                                                                               \
  static const zc_chapter name##_chapter = {.documents = ZC_TABLE(documents),                      \
                                            .clauses = ZC_TABLE(clauses),                          \
                                            .tracks = ZC_TABLE(tracks),                            \
                                            .rules = ZC_TABLE(name##_rules)};                      \
  static const zc_chapter *const name##_chapters[] = {&name##_chapter};                            \
  static const zc_region_plugin name = ZC_TEST_PLUGIN(name##_chapters)

RULES(original, "specialty_months >= 24", "t.a");
RULES(later, "specialty_months >= 25", "t.a");
RULES(rewritten, "not (specialty_months < 24)", "t.a");
RULES(stern, "specialty_months >= 24", "");

typedef struct rivalry {
  zc_region own, other;
  zc_variant variant;
} rivalry;

static void open_rivalry(rivalry *r, const zc_region_plugin *other) {
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&r->own, &original), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&r->other, other), ZC_OK);
  CU_ASSERT_FATAL(zc_variant_open(&r->variant, &r->own));
  CU_ASSERT_FATAL(zc_variant_compare(&r->variant, &r->other));
}

static void close_rivalry(rivalry *r) {
  zc_variant_close(&r->variant);
  zc_region_free(&r->own);
  zc_region_free(&r->other);
}

static void a_threshold_one_month_later_differs_for_one_month(void) {
  rivalry r;
  zc_ref difference = 0;
  uint8_t given[256];
  zc_slot slots[256];
  zc_example example = {.given = given, .slots = slots};
  open_rivalry(&r, &later);
  CU_ASSERT_EQUAL_FATAL(r.variant.count, 1);
  CU_ASSERT_STRING_EQUAL(r.variant.views[0].id, "t.a");
  CU_ASSERT_EQUAL(r.variant.views[0].question, ZC_Q_ASSESS);
  CU_ASSERT_EQUAL(zc_variant_contrast(&r.variant, 0, &difference), ZC_CONTRAST_FOUND);
  CU_ASSERT_TRUE(zc_ternary_find(r.variant.ternary, difference, 0, &example));
  CU_ASSERT_TRUE(given[ZC_F_specialty_months]);
  CU_ASSERT_EQUAL(slots[ZC_F_specialty_months].lo, 24);
  CU_ASSERT_TRUE(example.as_of >= zc_day_of(2024, 1, 1));
  close_rivalry(&r);
}

static void the_same_said_in_other_words_differs_for_nobody(void) {
  rivalry r;
  open_rivalry(&r, &rewritten);
  for (uint32_t i = 0; i < r.variant.count; i++) {
    zc_ref difference = 1;
    CU_ASSERT_EQUAL(zc_variant_contrast(&r.variant, i, &difference), ZC_CONTRAST_NONE);
    CU_ASSERT_EQUAL(difference, 0);
  }
  close_rivalry(&r);
}

static void what_a_waiver_lifts_is_seen_in_the_state_of_the_rule(void) {
  rivalry r;
  zc_ref difference = 0;
  uint8_t given[256];
  zc_slot slots[256];
  zc_example example = {.given = given, .slots = slots};
  open_rivalry(&r, &stern);
  CU_ASSERT_EQUAL_FATAL(r.variant.count, 1);
  CU_ASSERT_EQUAL(zc_variant_contrast(&r.variant, 0, &difference), ZC_CONTRAST_FOUND);
  CU_ASSERT_TRUE(zc_ternary_find(r.variant.ternary, difference, 0, &example));
  CU_ASSERT_TRUE(given[ZC_F_outstanding_contribution]);
  CU_ASSERT_EQUAL(slots[ZC_F_outstanding_contribution].lo, 1);
  close_rivalry(&r);
}

/* Both regions of a rivalry that memory is short for. */
static zc_status compare(void *context, zc_diagnostics *diag) {
  const rivalry *r = context;
  zc_variant variant;
  zc_ref difference = 0;
  int ok = zc_variant_open(&variant, &r->own) && zc_variant_compare(&variant, &r->other);
  ok = ok && zc_variant_contrast(&variant, 0, &difference) == ZC_CONTRAST_FOUND;
  zc_variant_close(&variant);
  return ok ? ZC_OK : zc_report_memory(diag);
}

static void regions_are_compared_whole_or_not_at_all(void) {
  rivalry r;
  open_rivalry(&r, &later);
  CU_ASSERT(zc_sweep_memory(compare, &r) > 0);
  close_rivalry(&r);
}

void test_analysis_variant(CU_pSuite suite) {
  CU_add_test(suite, "a threshold one month later differs for the people of one month",
              a_threshold_one_month_later_differs_for_one_month);
  CU_add_test(suite, "the same said in other words differs for nobody",
              the_same_said_in_other_words_differs_for_nobody);
  CU_add_test(suite, "what a waiver lifts is seen in the state of the rule",
              what_a_waiver_lifts_is_seen_in_the_state_of_the_rule);
  CU_add_test(suite, "regions are compared whole or not at all when memory runs out",
              regions_are_compared_whole_or_not_at_all);
}
