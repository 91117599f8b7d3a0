/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters from tables, parameters.ini and a deployment's file (core/compile/parameters.c). */
#include "base/date.h"
#include "base/memory.h"
#include "nodes.h"
#include "support/region.h"
#include "tests.h"

#define LABEL .label = {.zh = "标签"}

static const zc_parameter_value built_in[] = {
    {ZC_ROW, .value = "60", .source = "national practice"},
    {ZC_ROW, .from = "2022-01-01", .key = "bachelor deputy_senior", .value = "48",
     .source = "一号 二"},
};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "floor", .type = ZC_INT, .unit = ZC_MONTH,
     .keys = "division series level education", LABEL, .values = ZC_TABLE(built_in)},
    {ZC_ROW, .name = "open", .type = ZC_BOOL, LABEL, .optional = 1},
    {ZC_ROW, .name = "deadline", .type = ZC_DATE, .keys = "series", LABEL, .optional = 1},
};
static const zc_chapter chapter = {.parameters = ZC_TABLE(parameters)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

static const zc_named_parameter *load(zc_region *region, const char *ini, const char *overrides) {
  zc_diagnostics diag = {0};
  zc_status status = zc_test_region_with(region, &plugin, ini, overrides, &diag);
  if (status != ZC_OK)
    printf("\n%s", zc_diagnostics_text(&diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  zc_diagnostics_free(&diag);
  CU_ASSERT_EQUAL_FATAL(region->parameters.count, 3);
  return &region->parameters.parameters[0];
}

static const zc_track all_tracks[] = {
    {ZC_ROW, .track = "targeted"}, {ZC_ROW, .track = "general"}, {ZC_ROW, .track = "green"}};
static const zc_rule floor_rules[] = {{ZC_ROW, .id = "base.floor", .kind = ZC_SCOPE,
                                       .needs = "specialty_months >= floor",
                                       .text = {.zh = "一句话。"}}};

static void settings_stand_in_the_order_of_trial(void) {
  static const char ini[] = "[floor]\n"
                            "source = 一号 三\n"
                            "unit = month\n"
                            "always 45 = 1\n"
                            "2023-01-01 4512 = 2\n"
                            "always 451229 health = 3\n"
                            "always 451229 = 4\n"
                            "2023-01-01 = 5\n"
                            "always health = 6\n";
  static const int64_t order[] = {3, 4, 2, 1, 48, 6, 5, 60};
  zc_region region;
  const zc_named_parameter *p = load(&region, ini, NULL);
  CU_ASSERT_EQUAL_FATAL(p->setting_count, 8);
  for (uint32_t i = 0; i < 8; i++)
    CU_ASSERT_EQUAL(p->settings[i].value, order[i]);
  CU_ASSERT_EQUAL(p->settings[0].division_lo, INT64_C(451229000000));
  CU_ASSERT_EQUAL(p->settings[0].division_hi, INT64_C(451229999999));
  CU_ASSERT_EQUAL(p->settings[2].division_lo, INT64_C(451200000000));
  CU_ASSERT_EQUAL(p->settings[2].division_hi, INT64_C(451299999999));
  CU_ASSERT_EQUAL(p->settings[3].division_hi, INT64_C(459999999999));
  CU_ASSERT_EQUAL(p->settings[0].line, 6);
  CU_ASSERT_STRING_EQUAL(p->settings[0].source, "一号 三");
  CU_ASSERT_EQUAL(p->settings[4].words[2], zc_word_index(&region, "education", "bachelor"));
  CU_ASSERT_EQUAL(p->settings[4].words[1], zc_word_index(&region, "target_level", "deputy_senior"));
  CU_ASSERT_EQUAL(p->settings[4].words[0], -1);
  zc_region_free(&region);
}

static void a_track_goes_first_and_green_reads_what_is_general(void) {
  static const zc_parameter keyed[] = {{ZC_ROW, .name = "floor", .type = ZC_INT, .unit = ZC_MONTH,
                                        .keys = "division series track", LABEL}};
  static const zc_chapter own = {.parameters = ZC_TABLE(keyed),
                                 .tracks = ZC_TABLE(all_tracks),
                                 .rules = ZC_TABLE(floor_rules)};
  static const zc_chapter *const list[] = {&own};
  static const zc_region_plugin tracked = ZC_TEST_PLUGIN(list);
  static const char ini[] = "[floor]\nsource = 一号\nunit = month\nalways = 60\n"
                            "always health = 48\nalways general = 36\n"
                            "always 451229 = 24\nalways green 451229 = 12\n";
  static const struct {
    const char *track, *series;
    int64_t division, floor;
  } cases[] = {{"targeted", "arts", 450101000000, 60},  {"targeted", "health", 450101000000, 48},
               {"general", "health", 450101000000, 36}, {"green", "arts", 450101000000, 36},
               {"general", "health", 451229000000, 24}, {"green", "arts", 451229000000, 12},
               {"targeted", "health", 451229000000, 24}};
  zc_region region;
  CU_ASSERT_EQUAL_FATAL(zc_test_region_with(&region, &tracked, ini, NULL, NULL), ZC_OK);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    for (int less = 0; less < 2; less++) {
      const zc_known known[] = {{"track", zc_word_index(&region, "track", cases[i].track)},
                                {"series", zc_word_index(&region, "series", cases[i].series)},
                                {"unit_division", cases[i].division},
                                {"specialty_months", cases[i].floor - less},
                                {NULL, 0}};
      CU_ASSERT_EQUAL(zc_condition_worth(&region, region.rules[0].holds, "2024-06-01", known),
                      !less);
    }
  zc_region_free(&region);
}

static void a_deployment_wins_over_equal_settings(void) {
  static const char ini[] = "[floor]\nsource = 一号\nunit = month\nalways 4512 = 1\nalways = 2\n";
  static const char overrides[] = "[floor]\nsource = 本地\nunit = month\nalways 4512 = "
                                  "3\n[open]\nsource = 本地\nalways = true\n";
  static const int64_t order[] = {3, 1, 48, 2, 60};
  zc_region region;
  const zc_named_parameter *p = load(&region, ini, overrides);
  CU_ASSERT_EQUAL_FATAL(p->setting_count, 5);
  for (uint32_t i = 0; i < 5; i++)
    CU_ASSERT_EQUAL(p->settings[i].value, order[i]);
  CU_ASSERT_EQUAL(region.parameters.parameters[1].settings[0].value, 1);
  zc_region_free(&region);
}

static void a_unit_is_written_as_in_conditions(void) {
  zc_region region;
  const zc_named_parameter *p =
      load(&region, "[floor]\nsource = 一号\nunit = months\nalways 4512 = 7\n", NULL);
  CU_ASSERT_EQUAL(p->settings[0].value, 7);
  zc_region_free(&region);
}

static void a_value_can_end(void) {
  static const char ini[] =
      "[deadline]\nsource = 一号\n2024-01-01 = 2024-06-29\n2025-01-01 = none\n";
  zc_region region;
  load(&region, ini, NULL);
  const zc_named_parameter *p = &region.parameters.parameters[2];
  zc_day deadline = 0;
  zc_day_parse("2024-06-29", &deadline);
  CU_ASSERT_EQUAL_FATAL(p->setting_count, 2);
  CU_ASSERT_EQUAL(p->settings[0].none, 1);
  CU_ASSERT_EQUAL(p->settings[1].value, deadline);
  zc_region_free(&region);
}

static void every_wrong_line_of_a_file_is_reported(void) {
  static const char ini[] = "[flor]\n"           /* 1 */
                            "source = 一号\n"    /* 2 */
                            "[floor]\n"          /* 3 */
                            "unit = hour\n"      /* 4 */
                            "always = 48.5\n"    /* 5 */
                            "2023-02-30 = 1\n"   /* 6 */
                            "45122 = 1\n"        /* 7 */
                            "always 451 = 1\n"   /* 8 */
                            "always helth = 1\n" /* 9 */
                            "always 45 4512 = 1\n"
                            "always master = 1201\n"    /* 11 */
                            "always doctor clerk = 1\n" /* 12 */
                            "always clerk doctor = 2\n" /* 13 */
                            "[open]\n"                  /* 14 */
                            "source = 一号\n"           /* 15 */
                            "unit = month\n"            /* 16 */
                            "always = yes\n"            /* 17 */
                            "always health = true\n"    /* 18 */
                            "[deadline]\n"              /* 19 */
                            "source = 一号\n"
                            "always = 2023-02-29\n"; /* 21 */
  static const char *const parts[] = {
      ":1: error: the plugin has no parameter 'flor'; correct or delete this section",
      "; did you mean 'floor'?",
      ":3: error: floor: has no source",
      ":4: error: floor: the unit is 'hour', but 'month' in the plugin",
      ":5: error: floor: '48.5' is not a whole number",
      ":6: error: floor: there is no day '2023-02-30'",
      ":7: error: floor: '45122' is not a date",
      ":8: error: floor: '451' is not a division",
      (":9: error: floor: 'helth' is no division, series, level, education or track; did you mean "
       "'health'"),
      ":10: error: floor: names two division words",
      ":11: error: floor: 1201 is out of range; the greatest value is 1200",
      ":13: error: floor: stands for the same day and keys as the value at /proc/self/fd/",
      ":16: error: open: the unit is 'month', but ''",
      ":17: error: open: 'yes' is not a bool",
      ":18: error: open: does not depend on series",
      ":21: error: deadline: there is no day '2023-02-29'",
  };
  char *text = zc_test_refusal(&plugin, ini, ZC_LANG_EN);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    zc_test_contains(text, parts[i]);
  zc_free(text);
  text = zc_test_refusal(&plugin, ini, ZC_LANG_ZH);
  zc_test_contains(text, "floor：没有出处");
  zc_free(text);
}

static void wrong_declarations_are_reported(void) {
  static const zc_parameter_value sourceless[] = {{ZC_ROW, .value = "48"}};
  static const zc_parameter wrong[] = {
      {ZC_ROW, .name = "education", .type = ZC_INT, LABEL, .optional = 1},
      {ZC_ROW, .name = "a", .type = ZC_ENUM, LABEL, .optional = 1},
      {ZC_ROW, .name = "a", .type = ZC_INT, .keys = "kind", LABEL, .optional = 1},
      {ZC_ROW, .name = "b", .type = ZC_BOOL, .unit = ZC_MONTH, LABEL, .optional = 1},
      {ZC_ROW, .name = "c", .type = ZC_INT, .optional = 1},
      {ZC_ROW, .name = "d", .type = ZC_INT, LABEL, .values = ZC_TABLE(sourceless)},
      {ZC_ROW, .name = "E", .type = ZC_INT, LABEL, .optional = 1},
      {ZC_ROW, .name = "f", .type = ZC_BOOL, LABEL, .optional = 1, .most = "1"},
      {ZC_ROW, .name = "g", .type = ZC_INT, LABEL, .optional = 1, .most = "06-29"},
      {ZC_ROW, .name = "h", .type = ZC_DATE, LABEL, .optional = 1, .most = "06-31"},
  };
  static const zc_chapter bad = {.parameters = ZC_TABLE(wrong)};
  static const zc_chapter *const list[] = {&bad};
  static const zc_region_plugin bad_plugin = ZC_TEST_PLUGIN(list);
  static const char *const parts[] = {
      "education, name: is already the name of a fact",
      "a, type: the type of a parameter is",
      "a, name: this name is taken by the parameter at tests/compile/parameters_test.c:",
      "a, keys: only division, series, level, education and track",
      "b, unit: the unit is wrong",
      "c, label.zh: is missing",
      "d: has no source; name the document and clause",
      "E, name: a name begins with a small letter",
      "f, most: the greatest value is wrong",
      "g, most: the greatest value is wrong",
      "h, most: the greatest value is wrong",
  };
  char *text = zc_test_refusal(&bad_plugin, NULL, ZC_LANG_EN);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    zc_test_contains(text, parts[i]);
  zc_free(text);
}

static void a_value_keeps_within_its_bound(void) {
  static const zc_parameter bounded[] = {
      {ZC_ROW, .name = "floor", .type = ZC_INT, .unit = ZC_MONTH, LABEL, .most = "60",
       .optional = 1},
      {ZC_ROW, .name = "close", .type = ZC_DATE, LABEL, .most = "06-29", .optional = 1},
      {ZC_ROW, .name = "end", .type = ZC_DATE, LABEL, .most = "2024-06-29", .optional = 1},
  };
  static const zc_chapter own = {.parameters = ZC_TABLE(bounded)};
  static const zc_chapter *const list[] = {&own};
  static const zc_region_plugin held = ZC_TEST_PLUGIN(list);
  zc_region region;
  CU_ASSERT_EQUAL_FATAL(zc_test_region_with(&region, &held,
                                            "[floor]\nsource = 一号\nunit = month\nalways = 60\n"
                                            "[close]\nsource = 一号\n2024-01-01 = 2024-06-29\n"
                                            "2025-01-01 = 2025-06-29\n2026-01-01 = none\n"
                                            "[end]\nsource = 一号\nalways = 2024-06-29\n",
                                            NULL, NULL),
                        ZC_OK);
  zc_region_free(&region);
  char *text = zc_test_refusal(&held,
                               "[floor]\nsource = 一号\nunit = month\nalways = 61\n"
                               "[close]\nsource = 一号\n2024-01-01 = 2024-06-30\n"
                               "2025-01-01 = 2025-12-01\n"
                               "[end]\nsource = 一号\nalways = 2024-06-30\n",
                               ZC_LANG_EN);
  zc_test_contains(text, ":4: error: floor: 61 is too much; it can be 60 at most");
  zc_test_contains(text, ":7: error: close: 2024-06-30 is too late; it can be 06-29 at the latest");
  zc_test_contains(text, ":8: error: close: 2025-12-01 is too late");
  zc_test_contains(text, ":11: error: end: 2024-06-30 is too late; it can be 2024-06-29");
  zc_free(text);
}

static void a_parameter_has_a_value(void) {
  static const zc_parameter empty[] = {
      {ZC_ROW, .name = "floor", .type = ZC_INT, .unit = ZC_MONTH, LABEL}};
  static const zc_chapter bad = {.parameters = ZC_TABLE(empty)};
  static const zc_chapter *const list[] = {&bad};
  static const zc_region_plugin bad_plugin = ZC_TEST_PLUGIN(list);
  char *text = zc_test_refusal(&bad_plugin, "", ZC_LANG_EN);
  zc_test_contains(text, "parameters_test.c:");
  zc_test_contains(text, "floor: the parameter has no value at all; add a section [floor]");
  zc_free(text);
}

static void a_missing_file_is_refused(void) {
  zc_region region;
  zc_diagnostics diag = {0};
  zc_status status =
      zc_region_compile(&region, &plugin, "test.so", "build/nowhere/parameters.ini", NULL, &diag);
  CU_ASSERT_EQUAL(status, ZC_BAD_PLUGIN);
  zc_test_contains(zc_diagnostics_text(&diag),
                   "build/nowhere/parameters.ini: error: cannot read the file of parameters");
  zc_diagnostics_free(&diag);
  diag.lang = ZC_LANG_EN;
  status = zc_region_compile(&region, &plugin, "test.so", "tests", NULL, &diag);
  CU_ASSERT_EQUAL(status, ZC_BAD_PLUGIN);
  zc_test_contains(zc_diagnostics_text(&diag), "tests: error: cannot read the file of parameters");
  zc_diagnostics_free(&diag);
  status = zc_region_compile(&region, &plugin, "test.so", NULL, "build/nowhere/test.ini", &diag);
  CU_ASSERT_EQUAL(status, ZC_OK);
  zc_region_free(&region);
  status = zc_region_compile(&region, &plugin, "test.so", NULL, "tests", &diag);
  CU_ASSERT_EQUAL(status, ZC_BAD_PLUGIN);
  zc_diagnostics_free(&diag);
}

/* A value for each of so many days from 1900 on. */
static char *many_values(int count) {
  zc_buffer ini = {0};
  char day[11];
  zc_buffer_puts(&ini, "[floor]\nsource = 一号 三\nunit = month\n");
  for (int i = 0; i < count; i++) {
    zc_day_format(zc_day_of(1900, 1, 1) + i, day);
    zc_buffer_printf(&ini, "%s = %d\n", day, i % 100);
  }
  return ini.data;
}

static void a_parameter_has_thousands_of_values_but_no_more_than_the_stack_holds(void) {
  zc_region region;
  char *most = many_values(4094), *more = many_values(4095); /* and two of the table */
  CU_ASSERT_EQUAL(load(&region, most, NULL)->setting_count, 4096);
  zc_region_free(&region);
  char *said = zc_test_refusal(&plugin, more, ZC_LANG_EN);
  zc_test_contains(said, "floor: the parameter has 4097 values, over the limit of 4096");
  zc_free(said);
  zc_free(most);
  zc_free(more);
}

void test_compile_parameters(CU_pSuite suite) {
  CU_add_test(suite, "a value of a track goes first, and green reads what is general",
              a_track_goes_first_and_green_reads_what_is_general);
  CU_add_test(suite, "a parameter has thousands of values, but no more than the stack holds",
              a_parameter_has_thousands_of_values_but_no_more_than_the_stack_holds);
  CU_add_test(suite, "settings are tried longest division first, then more keys, then latest day",
              settings_stand_in_the_order_of_trial);
  CU_add_test(suite, "a deployment's setting is tried before an equal one of the plugin",
              a_deployment_wins_over_equal_settings);
  CU_add_test(suite, "the unit of a section may stand in the plural",
              a_unit_is_written_as_in_conditions);
  CU_add_test(suite, "a parameter may have no value from a day on", a_value_can_end);
  CU_add_test(suite, "every wrong line of parameters.ini is reported with its number",
              every_wrong_line_of_a_file_is_reported);
  CU_add_test(suite, "every wrong parameter of the tables is reported",
              wrong_declarations_are_reported);
  CU_add_test(suite, "a parameter that is not optional has a value", a_parameter_has_a_value);
  CU_add_test(suite, "a value keeps within the bound of its parameter, whatever file it stands in",
              a_value_keeps_within_its_bound);
  CU_add_test(suite, "parameters.ini must be there and readable, a deployment's file need not",
              a_missing_file_is_refused);
}
