/* SPDX-License-Identifier: Apache-2.0 */
/* Documents and clauses, and what a row takes from them (core/compile/law.c). */
#include "base/memory.h"
#include "nodes.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define TITLE .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"}
#define TEXT  .text = {.zh = "一句话。"}

static const zc_document documents[] = {
    {ZC_ROW, .id = "d-2020", .number = "一号", TITLE, .from = "2020-01-01", .until = "2023-12-31"},
    {ZC_ROW, .id = "d-2024", .number = "二号", TITLE, .from = "2024-01-01"},
    {ZC_ROW, .id = "cited", .number = "三号", .title = {.zh = "被引用的通知"}},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "x.a", .document = "d-2020", .clause = "一", .also = "cited d-2024"},
    {ZC_ROW, .id = "x.a.b", .document = "d-2024", .clause = "二"},
    {ZC_ROW, .id = "x.c", .document = "d-2020", .clause = "三"},
    {ZC_ROW, .id = "x.cited", .document = "cited", .clause = "四"},
};

#define RULE(...)                                                                                  \
  { ZC_ROW, .kind = ZC_SCOPE, .needs = "ethics_passed", TEXT, __VA_ARGS__ }

static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}, {ZC_ROW, .track = "general"}};
static const zc_rule rules[] = {
    RULE(.id = "x.a"),
    RULE(.id = "x.a.b.suffix"),
    RULE(.id = "two", .clauses = "x.a x.c x.a.b"),
    RULE(.id = "x.c", .from = "ever", .until = "2025-06-30"),
    RULE(.id = "test.own"),
    RULE(.id = "base.first"),
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

static zc_day day_of(const char *text) {
  zc_day day = 0;
  CU_ASSERT_FATAL(zc_day_parse(text, &day) == 0);
  return day;
}

static void a_row_cites_its_clause(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_compiled_rule *rule = zc_test_rule(&region, "x.a");
  CU_ASSERT_EQUAL(rule->law.clause_count, 1);
  CU_ASSERT_STRING_EQUAL(rule->law.clauses[0]->id, "x.a");
  CU_ASSERT_EQUAL_FATAL(rule->law.document_count, 3);
  CU_ASSERT_STRING_EQUAL(rule->law.documents[0]->id, "d-2020");
  CU_ASSERT_STRING_EQUAL(rule->law.documents[1]->id, "cited");
  CU_ASSERT_STRING_EQUAL(rule->law.documents[2]->id, "d-2024");
  CU_ASSERT_TRUE(rule->law.spans[1].from > rule->law.spans[1].until);
  CU_ASSERT_STRING_EQUAL(zc_test_rule(&region, "x.a.b.suffix")->law.clauses[0]->id, "x.a.b");
  rule = zc_test_rule(&region, "two");
  CU_ASSERT_EQUAL(rule->law.clause_count, 3);
  CU_ASSERT_EQUAL(rule->law.document_count, 3);
  zc_region_free(&region);
}

static void a_row_is_in_force_with_its_first_document(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  const zc_compiled_rule *rule = zc_test_rule(&region, "x.a");
  CU_ASSERT_EQUAL(rule->span.from, day_of("2020-01-01"));
  CU_ASSERT_EQUAL(rule->span.until, day_of("2023-12-31"));
  rule = zc_test_rule(&region, "x.c");
  CU_ASSERT_EQUAL(rule->span.from, ZC_DAY_MIN);
  CU_ASSERT_EQUAL(rule->span.until, day_of("2025-06-30"));
  rule = zc_test_rule(&region, "x.a.b.suffix");
  CU_ASSERT_EQUAL(zc_condition_worth(&region, rule->in_force, "2023-12-31", NULL), 0);
  CU_ASSERT_EQUAL(zc_condition_worth(&region, rule->in_force, "2024-01-01", NULL), 1);
  zc_region_free(&region);
}

static void national_and_own_rows_rest_on_no_document(void) {
  zc_region region;
  zc_test_region(&region, &plugin);
  CU_ASSERT_STRING_EQUAL(region.rules[0].id, "base.first");
  CU_ASSERT_EQUAL(region.rules[0].law.clause_count, 0);
  CU_ASSERT_EQUAL(region.rules[0].span.from, ZC_DAY_MIN);
  CU_ASSERT_EQUAL(zc_test_rule(&region, "test.own")->law.document_count, 0);
  zc_region_free(&region);
}

/* Where clauses are named after the region, a row named so belongs to one of them. */
static void a_row_named_as_clauses_are_cites_one(void) {
  static const zc_clause named[] = {
      {ZC_ROW, .id = "test.scope", .document = "d-2020", .clause = "一"}};
  static const zc_rule stray[] = {RULE(.id = "test.scop")};
  static const zc_conversion last[] = {
      {ZC_ROW, .id = "test.exchange", .otherwise = ZC_REFUSED, .text = {.zh = "一句话。"}}};
  static const zc_chapter bad = {.documents = ZC_TABLE(documents),
                                 .clauses = ZC_TABLE(named),
                                 .tracks = ZC_TABLE(tracks),
                                 .rules = ZC_TABLE(stray),
                                 .conversions = ZC_TABLE(last)};
  static const zc_chapter *const list[] = {&bad};
  static const zc_region_plugin wrong_plugin = ZC_TEST_PLUGIN(list);
  char *text = zc_test_refusal(&wrong_plugin, NULL, ZC_LANG_EN);
  zc_test_contains(text, "test.scop, clauses: cites no clause");
  zc_test_contains(text, "did you mean 'test.scope'?");
  CU_ASSERT_PTR_NULL(strstr(text, "test.exchange"));
  zc_free(text);
}

/* ---- what is refused ---- */

typedef struct zc_refused {
  const zc_chapter *chapter;
  const char *parts[3];
} zc_refused;

static void check_refused(const zc_refused *wrong) {
  const zc_chapter *const list[] = {wrong->chapter};
  const zc_region_plugin wrong_plugin = ZC_TEST_PLUGIN(list);
  char *text = zc_test_refusal(&wrong_plugin, NULL, ZC_LANG_EN);
  for (int i = 0; i < 3 && wrong->parts[i]; i++)
    zc_test_contains(text, wrong->parts[i]);
  zc_free(text);
  text = zc_test_refusal(&wrong_plugin, NULL, ZC_LANG_ZH);
  zc_test_contains(text, "错误：");
  zc_free(text);
}

static void clauses_cite_known_documents(void) {
  static const zc_clause wrong[] = {
      {ZC_ROW, .id = "x.a", .document = "d-2002", .clause = "一"},
      {ZC_ROW, .id = "x.b", .document = "d-2020", .clause = "一", .also = "nowhere:三"},
      {ZC_ROW, .id = "x.b", .document = "d-2020", .clause = "一"},
  };
  static const zc_chapter bad = {.documents = ZC_TABLE(documents), .clauses = ZC_TABLE(wrong)};
  const zc_refused refused[] = {
      {&bad, {"law_test.c:", "cites the document 'd-2002'", "did you mean 'd-2020'?"}},
      {&bad, {"x.b, also: cites the document 'nowhere'", "x.b, id: this id is taken"}},
  };
  check_refused(&refused[0]);
  check_refused(&refused[1]);
}

static void days_of_documents_are_days(void) {
  static const zc_document wrong[] = {
      {ZC_ROW, .id = "a", .number = "一号", TITLE, .from = "2023-02-29"},
      {ZC_ROW, .id = "b", .number = "二号", TITLE, .from = "2023-03-01", .until = "2023-02-01"},
      {ZC_ROW, .id = "c", .number = "三号", TITLE, .until = "2023-02-01"},
      {ZC_ROW, .id = "d", .number = "四号", TITLE, .from = "01.02.2023"},
      {ZC_ROW, .id = "a", .number = "五号", .title = {.zh = "通知"}, .from = "2023-02-01"},
      {ZC_ROW, .id = "e", .number = "", TITLE, .division = "45023"},
  };
  static const zc_chapter bad = {.documents = ZC_TABLE(wrong)};
  const zc_refused refused[] = {
      {&bad, {"a, from: there is no day '2023-02-29'", "b, until: the last day 2023-02-01"}},
      {&bad, {"c, until: the last day 2023-02-01 stands", "d, from: '01.02.2023' is not a date"}},
      {&bad, {"a, issuer.zh: is missing", "a, id: this id is taken by the row at"}},
      {&bad, {"e, number: is an empty text", "e, division: '45023' is not a division"}},
  };
  for (int i = 0; i < 4; i++)
    check_refused(&refused[i]);
}

static void rows_name_law_that_exists(void) {
  static const zc_rule wrong[] = {
      RULE(.id = "y.unknown"),
      RULE(.id = "x.c.one", .clauses = "x.c x.d"),
      RULE(.id = "x.cited"),
      RULE(.id = "x.c.late", .from = "2024-01-01"),
      RULE(.id = "x.c.wrong", .from = "yesterday"),
  };
  static const zc_chapter bad = {.documents = ZC_TABLE(documents),
                                 .clauses = ZC_TABLE(clauses),
                                 .tracks = ZC_TABLE(tracks),
                                 .rules = ZC_TABLE(wrong)};
  const zc_refused refused[] = {
      {&bad, {"y.unknown, clauses: cites no clause", "x.c.one, clauses: there is no clause 'x.d'"}},
      {&bad, {"x.cited, from: is never in force", "x.c.late, until: is never in force"}},
      {&bad, {"x.c.wrong, from: 'yesterday' is not a date"}},
  };
  for (int i = 0; i < 3; i++)
    check_refused(&refused[i]);
}

void test_compile_law(CU_pSuite suite) {
  CU_add_test(suite, "a row cites the clauses it names, or the one of its id or longest prefix",
              a_row_cites_its_clause);
  CU_add_test(suite, "a row is in force with the document of its first clause, or as it says",
              a_row_is_in_force_with_its_first_document);
  CU_add_test(suite, "rows of national practice and of the region itself rest on no document",
              national_and_own_rows_rest_on_no_document);
  CU_add_test(suite, "a rule named as the clauses are cites one of them, a conversion need not",
              a_row_named_as_clauses_are_cites_one);
  CU_add_test(suite, "a clause cites documents that the plugin lists",
              clauses_cite_known_documents);
  CU_add_test(suite, "the days of a document exist and stand in order", days_of_documents_are_days);
  CU_add_test(suite, "a row names clauses that exist and is in force at some time",
              rows_name_law_that_exists);
}
