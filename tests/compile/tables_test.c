/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of a plugin as the host copies them (core/compile/tables.c), and its head. */
#include "base/memory.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define TEXT .text = {.zh = "一句话。"}

static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "test.a", .kind = ZC_SCOPE, .needs = "ethics_passed", TEXT},
    {ZC_ROW, .id = "test.b", .kind = ZC_SCOPE, .needs = "urban_unit", TEXT},
};

static void check_refused(const zc_region_plugin *plugin, const char *const *parts) {
  char *text = zc_test_refusal(plugin, NULL, ZC_LANG_EN);
  for (; *parts; parts++)
    zc_test_contains(text, *parts);
  zc_free(text);
}

/* Rows of a later minor ABI: longer than this host's. */
typedef struct zc_longer_rule {
  zc_rule rule;
  const char *later;
} zc_longer_rule;

static void rows_may_be_longer_than_this_hosts(void) {
  static const zc_longer_rule longer[] = {
      {{ZC_ROW, .id = "test.a", .kind = ZC_SCOPE, .needs = "ethics_passed", TEXT}, "later"},
      {{ZC_ROW, .id = "test.b", .kind = ZC_SCOPE, .needs = "urban_unit", TEXT}, "later"},
  };
  static const zc_chapter chapter = {.tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(longer)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL_FATAL(region.rule_count, 2);
  CU_ASSERT_STRING_EQUAL(region.rules[1].id, "test.b");
  zc_region_free(&region);
}

static void a_shorter_chapter_has_no_later_tables(void) {
  static const zc_rule wrong[] = {{ZC_ROW, .id = "test.a"}};
  static const zc_chapter chapter = {.tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(wrong)};
  static const zc_chapter *const list[] = {&chapter};
  zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  plugin.chapter_size = offsetof(zc_chapter, rules);
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL(region.rule_count, 0);
  CU_ASSERT_EQUAL(region.track_count, 1);
  zc_region_free(&region);
}

static void findings_follow_chapters_and_national_practice_comes_first(void) {
  static const zc_rule more[] = {
      {ZC_ROW, .id = "base.z", .kind = ZC_SCOPE, .needs = "true", TEXT},
      {ZC_ROW, .id = "test.0", .kind = ZC_SCOPE, .needs = "true", TEXT},
  };
  static const zc_route routes[] = {
      {ZC_ROW, .id = "test.r", .rank = ZC_RANK_BASELINE, .needs = "true", TEXT}};
  static const zc_chapter first = {
      .tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(rules), .routes = ZC_TABLE(routes)};
  static const zc_chapter second = {.rules = ZC_TABLE(more)};
  static const zc_chapter *const list[] = {&first, &second};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  static const char *const order[] = {"base.z", "test.a", "test.b", "test.r", "test.0"};
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_EQUAL_FATAL(region.rule_count, 5);
  for (int i = 0; i < 5; i++)
    CU_ASSERT_STRING_EQUAL(region.rules[i].id, order[i]);
  zc_region_free(&region);
}

static void malformed_tables_are_refused(void) {
  static const zc_chapter chapter = {.rules = {rules, 70000, sizeof(zc_rule)},
                                     .routes = {NULL, 3, sizeof(zc_route)},
                                     .effects = {rules, 1, 8}};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {
      "test.so: error: table rules has 70000 rows", "table routes (3 rows)",
      "table effects (1 rows) has rows 8 bytes apart; wanted at least 104", NULL};
  check_refused(&plugin, parts);
  static const zc_chapter *const holes[] = {&chapter, NULL};
  static const zc_region_plugin holed = ZC_TEST_PLUGIN(holes);
  static const char *const hole_parts[] = {"the list of chapters is wrong: 2 chapters", NULL};
  check_refused(&holed, hole_parts);
}

static void texts_are_utf8(void) {
  static const zc_rule wrong[] = {
      {ZC_ROW, .id = "test.a", .kind = ZC_SCOPE, .needs = "true",
       .text = {.zh = "\xd6\xb0\xb3\xc6"}},
      {ZC_ROW, .id = "test.\xff", .kind = ZC_SCOPE, .needs = "true", TEXT},
  };
  static const zc_chapter chapter = {.rules = ZC_TABLE(wrong)};
  static const zc_chapter *const list[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {"test.a, text.zh: the text is not valid UTF-8",
                                      "rules, id: the text is not valid UTF-8", NULL};
  check_refused(&plugin, parts);
}

static void the_head_of_a_plugin_is_checked(void) {
  static const zc_chapter chapter = {.tracks = ZC_TABLE(tracks)};
  static const zc_chapter *const list[] = {&chapter};
  zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {
      "test.so: error: ZC_PLUGIN, version: write the plugin's version",
      "ZC_PLUGIN, name: write the region's Chinese name",
      "ZC_PLUGIN, division: write the region's own division", NULL};
  static const char *const id_parts[] = {"ZC_PLUGIN, id: a region id begins with a small letter",
                                         NULL};
  plugin.version = NULL;
  plugin.name.zh = "";
  plugin.division = "45";
  check_refused(&plugin, parts);
  plugin.id = "Test";
  check_refused(&plugin, id_parts);
}

void test_compile_tables(CU_pSuite suite) {
  CU_add_test(suite, "rows of a later minor ABI are read up to what this host knows",
              rows_may_be_longer_than_this_hosts);
  CU_add_test(suite, "a chapter of an earlier minor ABI has no later tables",
              a_shorter_chapter_has_no_later_tables);
  CU_add_test(suite, "rules and routes stand in the order of chapters, base rows first",
              findings_follow_chapters_and_national_practice_comes_first);
  CU_add_test(suite, "tables with a wrong count, stride or address are refused",
              malformed_tables_are_refused);
  CU_add_test(suite, "a text that is not UTF-8 is refused", texts_are_utf8);
  CU_add_test(suite, "id, version, name and division of a plugin are checked",
              the_head_of_a_plugin_is_checked);
}
