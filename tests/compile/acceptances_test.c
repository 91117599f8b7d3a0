/* SPDX-License-Identifier: Apache-2.0 */
/* What an author accepts (core/compile/acceptances.c). */
#include "analysis/acceptance.h"
#include "base/memory.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define TEXT   .text = {.zh = "一句话。"}
#define REASON .reason = {.zh = "两条都有。"}

static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "test.a", .kind = ZC_SCOPE, .needs = "ethics_passed", TEXT},
};

static void an_acceptance_is_found_by_what_it_accepts(void) {
  static const zc_acceptance accepted[] = {
      {ZC_ROW, .rule = "test.a", .finding = "shadowed_by:test.b", REASON},
      {ZC_ROW, .rule = "ethics_passed", .finding = "unread_fact", REASON},
      {ZC_ROW, .rule = "test.a", .finding = "mutant:needs.1", REASON},
  };
  static const zc_chapter chapter = {
      .tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(rules), .acceptances = ZC_TABLE(accepted)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL_FATAL(region.acceptance_count, 3);
  CU_ASSERT_EQUAL(zc_acceptance_find(&region, "test.a", "shadowed_by:test.b"), 0);
  CU_ASSERT_EQUAL(zc_acceptance_find(&region, "ethics_passed", "unread_fact"), 1);
  CU_ASSERT_EQUAL(zc_acceptance_find(&region, "test.a", "mutant:needs.1"), 2);
  CU_ASSERT_EQUAL(zc_acceptance_find(&region, "test.a", "mutant:needs"), -1);
  CU_ASSERT_EQUAL(zc_acceptance_find(&region, "test.b", "shadowed_by:test.b"), -1);
  CU_ASSERT_STRING_EQUAL(region.acceptances[0]->reason.zh, "两条都有。");
  zc_region_free(&region);
}

static void an_acceptance_of_what_is_not_there_is_refused(void) {
  static const zc_acceptance wrong[] = {
      {ZC_ROW, .rule = "test.b", .finding = "always_true", REASON},
      {ZC_ROW, .rule = "test.a", .finding = "allways_true", REASON},
      {ZC_ROW, .rule = "test.a", .finding = "shadowed_by:", REASON},
      {ZC_ROW, .rule = "test.a", .finding = "always_true:test.b", REASON},
      {ZC_ROW, .rule = "test.a", .finding = "always_false", REASON},
      {ZC_ROW, .rule = "test.a", .finding = "always_false", REASON},
      {ZC_ROW, .rule = "test.a", .finding = "never_applies"},
  };
  static const zc_chapter chapter = {
      .tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(rules), .acceptances = ZC_TABLE(wrong)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {
      "test.b, rule: there is no rule, fact or parameter 'test.b'; did you mean 'test.a'?",
      "test.a, finding: 'allways_true' is a finding of no tool",
      "did you mean 'always_true'?",
      "'shadowed_by:' is a finding of no tool",
      "'always_true:test.b' is a finding of no tool",
      "test.a, finding: is accepted at",
      "test.a, reason.zh: is missing",
      NULL};
  char *text = zc_test_refusal(&plugin, NULL, ZC_LANG_EN);
  for (const char *const *part = parts; *part; part++)
    zc_test_contains(text, *part);
  zc_free(text);
}

static void what_is_accepted_changes_no_digest(void) {
  static const zc_acceptance accepted[] = {
      {ZC_ROW, .rule = "test.a", .finding = "always_true", REASON}};
  static const zc_chapter without = {.tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(rules)};
  static const zc_chapter with = {
      .tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(rules), .acceptances = ZC_TABLE(accepted)};
  static const zc_chapter *const lists[][1] = {{&without}, {&with}};
  char digests[2][72];
  for (int i = 0; i < 2; i++) {
    const zc_region_plugin plugin = ZC_TEST_PLUGIN(lists[i]);
    zc_region region;
    zc_test_region(&region, &plugin);
    CU_ASSERT_EQUAL(zc_region_digest(&region, NULL), ZC_OK);
    memcpy(digests[i], region.digest, sizeof digests[i]);
    zc_region_free(&region);
  }
  CU_ASSERT_STRING_EQUAL(digests[0], digests[1]);
}

void test_compile_acceptances(CU_pSuite suite) {
  CU_add_test(suite, "an acceptance is found by the rule and the finding that it names",
              an_acceptance_is_found_by_what_it_accepts);
  CU_add_test(suite, "an acceptance of what is not there, or twice, is refused",
              an_acceptance_of_what_is_not_there_is_refused);
  CU_add_test(suite, "what is accepted changes no digest", what_is_accepted_changes_no_digest);
}
