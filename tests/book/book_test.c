/* SPDX-License-Identifier: Apache-2.0 */
/* Rule books of regions made in memory: what is written for a condition, and that no text of a
 * plugin becomes markup. */
#include "book/book.h"
#include "book/prose.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "t-1", .number = "试〔2024〕1号", .title = {.zh = "<b>试行</b> & \"办法\""},
     .issuer = {.zh = "试验厅"}, .from = "2024-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "test.rule", .document = "t-1", .clause = "一|二*"},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_parameter_value values[] = {
    {ZC_ROW, .key = "intermediate", .value = "4", .source = "t"},
    {ZC_ROW, .key = "deputy_senior", .value = "5", .source = "t"},
};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "tenure", .type = ZC_INT, .keys = "level", .label = {.zh = "年数"},
     .values = ZC_TABLE(values)},
};

/* The page of a region with one rule; the caller frees it. */
static zc_status write_page(zc_buffer *page, const char *needs, zc_page_form form,
                            zc_diagnostics *diag) {
  const zc_rule rules[] = {{ZC_ROW, .id = "test.rule", .kind = ZC_REQUIREMENT, .needs = needs,
                            .text = {.zh = "一句<i>话</i>。"}}};
  const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                              .clauses = ZC_TABLE(clauses),
                              .tracks = ZC_TABLE(tracks),
                              .parameters = ZC_TABLE(parameters),
                              .rules = ZC_TABLE(rules)};
  const zc_chapter *const chapters[] = {&chapter};
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);
  zc_region region = {0};
  zc_status status = zc_region_compile(&region, &plugin, "test.so", NULL, NULL, diag);
  if (status == ZC_OK) {
    zc_book_write(page, &region, form, NULL, 0);
    status = page->failed ? zc_report_memory(diag) : ZC_OK;
    zc_region_free(&region);
  }
  return status;
}

static void expect_words(const char *needs, const char *words) {
  zc_buffer page = {0};
  zc_diagnostics diag = {0};
  char field[512];
  CU_ASSERT_EQUAL(write_page(&page, needs, ZC_PAGE_MARKDOWN, &diag), ZC_OK);
  snprintf(field, sizeof field, "- **要求**：%s\n", words);
  zc_test_contains(zc_buffer_text(&page), field);
  zc_diagnostics_free(&diag);
  zc_buffer_free(&page);
}

static void each_operator_has_its_words(void) {
  expect_words("education >= bachelor", "学历不低于大学本科");
  expect_words("education < bachelor", "学历低于大学本科");
  expect_words("not (education >= bachelor)", "学历低于大学本科");
  expect_words("application_date <= 2024-06-30", "申报日期不晚于2024-06-30");
  expect_words("application_date > add_months(as_of, -3)", "申报日期晚于所问之日之前3个月");
  expect_words("series == health", "职称系列为卫生");
  expect_words("series != health", "职称系列不是卫生");
  expect_words("not (series in {health, news})", "职称系列不是卫生、新闻之一");
  expect_words("unit_division under region_division", "单位所在行政区划在本地区之内");
  expect_words("not (unit_division == 451229)", "单位所在行政区划不在大化瑶族自治县（451229）之内");
  expect_words("held_title_region != this_region", "所持职称地区不是本地区");
  expect_words("exam_passed", "考试合格");
  expect_words("not exam_passed", "“考试合格”为否");
  expect_words("same_prefecture(unit_division, current_title_division)",
               "单位所在行政区划与现有职称发证地区划在同一设区市（盟、州）");
  expect_words("given(unit_name)", "已填报单位名称");
  expect_words("not known(exam_score)", "不知道考试成绩");
  expect_words("exam_score >= exam_pass_line - 5", "考试成绩不少于通用合格线减5分");
  expect_words(
      "max(county_months, township_months) >= 10 years",
      "旗县（县）及以下专业工作月数、乡镇（苏木）专业工作月数中较多者不少于120个月（10年）");
  expect_words("full_months(current_title_date, as_of) >= 12 months",
               "从取得现有职称日期到所问之日的足月数不少于12个月（1年）");
  expect_words("true", "一律成立");
}

static void parameters_are_written_out_where_they_have_one_value(void) {
  expect_words("specialty_months >= years(tenure(intermediate))",
               "从事专业技术工作月数不少于[4年](#parameter-tenure)");
  expect_words("specialty_months >= years(tenure(target_level))",
               "从事专业技术工作月数不少于[“年数”（申报层级）](#parameter-tenure)");
  expect_words("known(tenure)", "已规定[年数](#parameter-tenure)");
}

static void joined_conditions_keep_their_meaning(void) {
  expect_words("exam_passed and ethics_passed", "考试合格，且品德考察合格");
  expect_words("not (exam_passed and ethics_passed)", "“考试合格”为否，或“品德考察合格”为否");
  expect_words("if exam_passed then ethics_passed else urban_unit",
               "如果考试合格，则品德考察合格；否则城市单位");
  expect_words("exam_passed and (ethics_passed or urban_unit)",
               "以下各项都符合：\n  - 考试合格\n  - 品德考察合格，或城市单位");
  expect_words("exam_passed and ethics_passed and urban_unit",
               "以下各项都符合：\n  - 考试合格\n  - 品德考察合格\n  - 城市单位");
  expect_words("not (exam_passed or not ethics_passed or urban_unit)",
               "以下各项都符合：\n  - “考试合格”为否\n  - 品德考察合格\n  - “城市单位”为否");
}

static void only_a_parameter_settles_a_condition(void) {
  const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                              .tracks = ZC_TABLE(tracks),
                              .parameters = ZC_TABLE(parameters)};
  const zc_chapter *const chapters[] = {&chapter};
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);
  zc_buffer out = {0};
  zc_page page = {.out = &out};
  zc_region region;
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&region, &plugin), ZC_OK);
  zc_prose *prose = zc_prose_new(&region, &page);
  CU_ASSERT_PTR_NOT_NULL_FATAL(prose);
  CU_ASSERT_EQUAL(zc_prose_settled(prose, "urban_unit"), -1);
  CU_ASSERT_EQUAL(zc_prose_settled(prose, "urban_unit or exam_passed"), -1);
  CU_ASSERT_EQUAL(zc_prose_settled(prose, "known(exam_passed)"), -1);
  CU_ASSERT_EQUAL(zc_prose_settled(prose, "known(tenure)"), -1);
  CU_ASSERT_EQUAL(zc_prose_settled(prose, "known(tenure(intermediate))"), 1);
  zc_prose_free(prose);
  zc_region_free(&region);
  zc_buffer_free(&out);
}

static void no_text_becomes_markup(void) {
  zc_buffer page = {0};
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL(write_page(&page, "exam_passed", ZC_PAGE_HTML, &diag), ZC_OK);
  zc_test_contains(zc_buffer_text(&page), "&lt;b&gt;试行&lt;/b&gt; &amp; &quot;办法&quot;");
  zc_test_contains(zc_buffer_text(&page), "一句&lt;i&gt;话&lt;/i&gt;。");
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&page), "<b>"));
  zc_buffer_clear(&page);
  CU_ASSERT_EQUAL(write_page(&page, "exam_passed", ZC_PAGE_MARKDOWN, &diag), ZC_OK);
  zc_test_contains(zc_buffer_text(&page), "### 一\\|二\\*");
  zc_test_contains(zc_buffer_text(&page), "一句\\<i\\>话\\</i\\>。");
  zc_diagnostics_free(&diag);
  zc_buffer_free(&page);
}

void test_book_book(CU_pSuite suite) {
  CU_add_test(suite, "each operator has its words", each_operator_has_its_words);
  CU_add_test(suite, "a parameter is written out where it has one value",
              parameters_are_written_out_where_they_have_one_value);
  CU_add_test(suite, "joined conditions keep their meaning", joined_conditions_keep_their_meaning);
  CU_add_test(suite, "only a parameter settles a condition", only_a_parameter_settles_a_condition);
  CU_add_test(suite, "no text of a plugin becomes markup", no_text_becomes_markup);
}
