/* SPDX-License-Identifier: Apache-2.0 */
/* What the text says of conditions that are not met: what closed them, and nothing else. */
#include "base/memory.h"
#include "report/report.h"
#include "support/asking.h"
#include "tests.h"

#include <string.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "d1", .number = "号〔2021〕1号", .title = {.zh = "通知"}, .issuer = {.zh = "局"},
     .from = "2021-01-01"},
};
static const zc_clause clauses[] = {{ZC_ROW, .id = "t", .document = "d1", .clause = "一"}};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "t.rule", .kind = ZC_REQUIREMENT, .needs = "ethics_passed",
     .text = {.zh = "品德。", .en = "Conduct."}},
    {ZC_ROW, .id = "t.branch", .kind = ZC_REQUIREMENT,
     .needs = "if urban_unit then rural_service_months >= 12 months "
              "else specialty_months >= 24 months",
     .text = {.zh = "服务。", .en = "Service."}},
    {ZC_ROW, .id = "t.sum", .kind = ZC_REQUIREMENT,
     .needs = "county_months - township_months >= 0 months or exam_passed",
     .text = {.zh = "月数。", .en = "Months."}},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "t.long", .rank = ZC_RANK_EXCEPTIONAL,
     .needs = "(county_months >= 360 months or township_months >= 240 months) and "
              "outstanding_performance",
     .text = {.zh = "破格。", .en = "Exceptional."}},
    {ZC_ROW, .id = "t.way", .rank = ZC_RANK_BASELINE, .needs = "education >= bachelor",
     .text = {.zh = "学历。", .en = "Education."}},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .routes = ZC_TABLE(routes)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

#define FINE                                                                                       \
  "track=general target_level=deputy_senior ethics_passed=true urban_unit=false "                  \
  "specialty_months=30 exam_passed=true county_months=400 "

/* The text of the answer; the caller frees it. */
static char *written(asking *a, const char *facts) {
  zc_buffer out = {0};
  zc_text_answer(&out, asking_assess(a, "2021-10-15", facts), ZC_LANG_EN);
  CU_ASSERT_PTR_NOT_NULL_FATAL(zc_buffer_text(&out));
  return out.data;
}

static void another_branch_settles_what_one_does_not(void) {
  asking a;
  asking_open(&a, &plugin);
  char *text = written(&a, FINE "township_months=0 outstanding_performance=false "
                                "education=high_school");
  zc_test_contains(text, "Routes that are closed (one has to be open; level applied for: deputy "
                         "senior)\n"
                         "  ✗ Exceptional. [号〔2021〕1号 一]\n"
                         "      outstanding performance: no (needed: yes)\n"
                         "  ✗ Education.");
  zc_free(text);
  asking_close(&a);
}

static void a_branch_that_is_not_taken_is_not_asked_for(void) {
  asking a;
  asking_open(&a, &plugin);
  char *text = written(&a, "track=general target_level=deputy_senior ethics_passed=true "
                           "urban_unit=false specialty_months=10 rural_service_months=0 "
                           "exam_passed=true education=bachelor");
  zc_test_contains(text, "Not met\n"
                         "  ✗ Service. [号〔2021〕1号 一]\n"
                         "      months in the specialty: 10 months (needed: at least 24 months)\n"
                         "\n");
  CU_ASSERT_PTR_NULL(strstr(text, "Routes that are closed"));
  zc_free(text);
  asking_close(&a);
}

static void routes_are_closed_only_where_none_is_open(void) {
  asking a;
  asking_open(&a, &plugin);
  char *text = written(&a, "track=general target_level=deputy_senior ethics_passed=false "
                           "urban_unit=false specialty_months=30 exam_passed=true "
                           "county_months=0 township_months=0 outstanding_performance=false "
                           "education=bachelor");
  zc_test_contains(text, "  ✗ Conduct. [号〔2021〕1号 一]\n");
  CU_ASSERT_PTR_NULL(strstr(text, "Routes that are closed"));
  CU_ASSERT_PTR_NULL(strstr(text, "Exceptional"));
  zc_free(text);
  asking_close(&a);
}

/* No comparison of one fact can be named: the facts stand there without a need. */
static void what_has_no_threshold_is_shown_plain(void) {
  asking a;
  asking_open(&a, &plugin);
  char *text = written(&a, "track=general target_level=deputy_senior ethics_passed=true "
                           "urban_unit=false specialty_months=30 exam_passed=false "
                           "county_months=10 township_months=20 education=bachelor");
  zc_test_contains(text, "  ✗ Months. [号〔2021〕1号 一]\n"
                         "      examination passed: no (needed: yes)\n");
  zc_free(text);
  asking_close(&a);
}

void test_report_closed(CU_pSuite suite) {
  CU_add_test(suite, "what another branch of `or` settles is not held against anybody",
              another_branch_settles_what_one_does_not);
  CU_add_test(suite, "the branch of an `if` that is not taken is not asked for",
              a_branch_that_is_not_taken_is_not_asked_for);
  CU_add_test(suite, "routes are listed as closed only where none is open",
              routes_are_closed_only_where_none_is_open);
  CU_add_test(suite, "what keeps a condition from being met is shown as far as it can be named",
              what_has_no_threshold_is_shown_plain);
}
