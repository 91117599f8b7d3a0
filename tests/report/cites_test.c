/* SPDX-License-Identifier: Apache-2.0 */
/* What answers cite besides a row's own document: by the day and by the place of the unit; and a
 * document that has no number. */
#include "base/memory.h"
#include "report/report.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "notice", .title = {.zh = "省里的长通知", .en = "Long notice"},
     .short_title = {.zh = "省通知", .en = "Notice"}, .issuer = {.zh = "省厅"},
     .from = "2020-01-01"},
    {ZC_ROW, .id = "letter", .number = "市〔2021〕2号", .title = {.zh = "市通知", .en = "Letter"},
     .issuer = {.zh = "市局"}, .from = "2021-06-01", .until = "2021-12-31", .division = "4502"},
    {ZC_ROW, .id = "order", .number = "令40号", .title = {.zh = "规定", .en = "Order"}},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "n.unit", .document = "notice", .clause = "省八", .also = "letter:市二 order"},
    {ZC_ROW, .id = "l.form", .document = "letter", .clause = "附件", .also = "notice"},
};
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "n.unit", .grassroots = "unit_in_catalog", .text = {.zh = "在目录内。"}},
};
static const zc_effect effects[] = {
    {ZC_ROW, .id = "l.form", .kind = ZC_EFFECT_FILING, .questions = ZC_UNIT,
     .when = "unit_division under 450200", .text = {.zh = "表格。"}},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .units = ZC_TABLE(units),
                                   .effects = ZC_TABLE(effects)};
static const zc_chapter *const chapters[] = {&chapter};

/* Asks `unit` and writes the answer both ways; `division` may be NULL. */
static void ask(const char *division, zc_day as_of, zc_buffer *json, zc_buffer *text) {
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);
  zc_region region;
  zc_facts facts;
  zc_diagnostics diag = {0};
  const zc_answer *answer = NULL;
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&region, &plugin), ZC_OK);
  zc_workspace *ws = zc_workspace_new(&region);
  zc_json_writer *writer = zc_json_writer_new(&region);
  CU_ASSERT_FATAL(ws && writer);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&facts, &region.vocabulary, &diag), ZC_OK);
  if (division)
    CU_ASSERT_EQUAL_FATAL(zc_facts_set(&facts, &division, 1, &diag), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_ask(ws, ZC_Q_UNIT, &facts, as_of, 0, &answer, &diag), ZC_OK);
  zc_json_answer(json, writer, answer);
  zc_text_answer(text, answer, ZC_LANG_ZH);
  zc_facts_free(&facts);
  zc_json_writer_free(writer);
  zc_workspace_free(ws);
  zc_region_free(&region);
  zc_diagnostics_free(&diag);
}

#define NOTICE "{\"document\":\"notice\",\"number\":\"无文号\",\"clause\":\"省八\"}"
#define LETTER "{\"document\":\"letter\",\"number\":\"市〔2021〕2号\",\"clause\":\"市二\"}"
#define ORDER  "{\"document\":\"order\",\"number\":\"令40号\",\"clause\":\"\"}"

static void expect(const char *division, zc_day as_of, const char *edition, const char *cites) {
  zc_buffer json = {0}, text = {0};
  ask(division, as_of, &json, &text);
  const char *got = zc_buffer_text(&json);
  CU_ASSERT_PTR_NOT_NULL_FATAL(got);
  zc_test_contains(got, edition);
  zc_test_contains(got, cites);
  zc_buffer_free(&json);
  zc_buffer_free(&text);
}

#define ALONE    "\"edition\":[\"notice\"]"
#define TOGETHER "\"edition\":[\"notice\",\"letter\"]"

static void a_document_of_a_part_is_cited_for_units_there(void) {
  zc_day day = zc_day_of(2021, 7, 1);
  expect("unit_division=450225", day, TOGETHER, "\"cites\":[" NOTICE "," LETTER "," ORDER "]");
  expect("unit_division=450200", day, TOGETHER, "\"cites\":[" NOTICE "," LETTER "," ORDER "]");
  expect("unit_division=451229", day, ALONE, "\"cites\":[" NOTICE "," ORDER "]");
  expect("unit_division=450000", day, ALONE, "\"cites\":[" NOTICE "," ORDER "]");
  expect(NULL, day, ALONE, "\"cites\":[" NOTICE "," ORDER "]");
}

static void a_further_document_is_cited_while_in_force(void) {
  const char *unit = "unit_division=450225";
  expect(unit, zc_day_of(2021, 5, 31), ALONE, "\"cites\":[" NOTICE "," ORDER "]");
  expect(unit, zc_day_of(2021, 6, 1), TOGETHER, "\"cites\":[" NOTICE "," LETTER "," ORDER "]");
  expect(unit, zc_day_of(2021, 12, 31), TOGETHER, "\"cites\":[" NOTICE "," LETTER "," ORDER "]");
  expect(unit, zc_day_of(2022, 1, 1), ALONE, "\"cites\":[" NOTICE "," ORDER "]");
}

static void an_effect_cites_its_own_document_first(void) {
  expect("unit_division=450225", zc_day_of(2021, 7, 1), TOGETHER,
         "\"cites\":[{\"document\":\"letter\",\"number\":\"市〔2021〕2号\",\"clause\":\"附件\"},"
         "{\"document\":\"notice\",\"number\":\"无文号\",\"clause\":\"\"}]");
}

static void a_document_without_a_number_goes_by_its_title(void) {
  zc_buffer json = {0}, text = {0};
  ask("unit_division=450225", zc_day_of(2021, 7, 1), &json, &text);
  const char *got = zc_buffer_text(&text);
  CU_ASSERT_PTR_NOT_NULL_FATAL(got);
  zc_test_contains(got, "（《省通知》（无文号） 省八；市〔2021〕2号 市二；令40号）");
  zc_test_contains(got, "，《省通知》（无文号），市〔2021〕2号\n");
  zc_buffer_free(&json);
  zc_buffer_free(&text);
}

void test_report_cites(CU_pSuite suite) {
  CU_add_test(suite, "a document of a part of the region is cited for units known to lie there",
              a_document_of_a_part_is_cited_for_units_there);
  CU_add_test(suite, "a further document is cited while it is in force",
              a_further_document_is_cited_while_in_force);
  CU_add_test(suite, "an effect cites its own document first",
              an_effect_cites_its_own_document_first);
  CU_add_test(suite, "a document without a number goes by its title, and answers say so",
              a_document_without_a_number_goes_by_its_title);
}
