/* SPDX-License-Identifier: Apache-2.0 */
/* Placeholders in sentences, and the parameters that a finding used (core/compile/sentences.c,
 * core/report/sentence.c). */
#include "base/memory.h"
#include "report/sentence.h"
#include "support/asking.h"
#include "tests.h"

#include <string.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "d1", .number = "号〔2021〕1号", .title = {.zh = "通知"}, .issuer = {.zh = "局"},
     .from = "2021-01-01"},
};
static const zc_clause clauses[] = {{ZC_ROW, .id = "t", .document = "d1", .clause = "一"}};
static const zc_parameter_value hours[] = {{ZC_ROW, .value = "90", .source = "一号 七"}};
static const zc_parameter_value years[] = {
    {ZC_ROW, .value = "5", .source = "一号 四"},
    {ZC_ROW, .from = "2023-01-01", .value = "1", .source = "二号 三"},
    {ZC_ROW, .key = "health", .value = "10", .source = "一号 五"},
    {ZC_ROW, .from = "2024-01-01", .key = "health", .value = "none", .source = "三号 一"},
};
static const zc_parameter_value days[] = {
    {ZC_ROW, .from = "2022-01-01", .value = "2022-06-29", .source = "一号 二"},
};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "hours", .type = ZC_INT, .unit = ZC_HOUR, .label = {.zh = "学时"},
     .values = ZC_TABLE(hours)},
    {ZC_ROW, .name = "lock_years", .type = ZC_INT, .keys = "series",
     .label = {.zh = "锁定期", .en = "lock"}, .values = ZC_TABLE(years)},
    {ZC_ROW, .name = "deadline", .type = ZC_DATE, .label = {.zh = "截止日", .en = "deadline"},
     .values = ZC_TABLE(days), .optional = 1},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "t.lock", .kind = ZC_LOCK,
     .needs = "months_in_current_title >= years(lock_years)",
     .text = {.zh = "满{years(lock_years)}、{hours}，见{{附件}}。",
              .en = "After {years(lock_years)} and {hours}, see {{annex}}."}},
    {ZC_ROW, .id = "t.day", .kind = ZC_DEADLINE, .needs = "application_date <= deadline",
     .text = {.zh = "不晚于{deadline}。", .en = "By {deadline}: not after {deadline}."}},
    {ZC_ROW, .id = "t.plain", .kind = ZC_REQUIREMENT, .needs = "ethics_passed",
     .text = {.zh = "一句。"}},
};
static const zc_line lines[] = {
    {ZC_ROW, .when = "known(lock_years)", .fact = "specialty_months", .floor = "years(lock_years)"},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "t.way", .rank = ZC_RANK_BASELINE, .lines = ZC_TABLE(lines),
     .text = {.zh = "工作满{years(lock_years) - months(6)}。"}},
};
static const zc_effect effects[] = {
    {ZC_ROW, .id = "t.note", .kind = ZC_EFFECT_NOTICE, .text = {.zh = "锁定{years(lock_years)}。"}},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .parameters = ZC_TABLE(parameters),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules),
                                   .routes = ZC_TABLE(routes),
                                   .effects = ZC_TABLE(effects)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);

/* The answer as JSON (form 'j') or as text ('z', 'e'); the caller frees it. */
static char *written(asking *a, const char *day, const char *facts, char form) {
  const zc_answer *answer = asking_assess(a, day, facts);
  zc_buffer out = {0};
  if (form == 'j') {
    zc_json_writer *w = zc_json_writer_new(&a->region);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w);
    zc_json_answer(&out, w, answer);
    zc_json_writer_free(w);
  } else {
    zc_text_answer(&out, answer, form == 'z' ? ZC_LANG_ZH : ZC_LANG_EN);
  }
  CU_ASSERT_PTR_NOT_NULL_FATAL(zc_buffer_text(&out));
  return out.data;
}

static void expect(asking *a, const char *day, const char *facts, char form, const char *part) {
  char *text = written(a, day, facts, form);
  zc_test_contains(text, part);
  zc_free(text);
}

static void a_sentence_has_the_value_in_force(void) {
  asking a;
  asking_open(&a, &plugin);
  const char *general = "track=general series=agriculture";
  expect(&a, "2022-03-01", general, 'j',
         "\"text\":{\"zh\":\"满5年、90学时，见{附件}。\","
         "\"en\":\"After 5 years and 90 hours, see {annex}.\"}");
  expect(&a, "2023-03-01", general, 'j', "After 1 year and 90 hours, see {annex}.");
  expect(&a, "2023-03-01", "track=general series=health", 'j', "满10年、90学时，见{附件}。");
  expect(&a, "2022-03-01", general, 'j', "工作满54个月。");
  expect(&a, "2022-03-01", general, 'j', "锁定5年。");
  expect(&a, "2022-03-01", general, 'z', "满5年、90学时，见{附件}。");
  expect(&a, "2022-03-01", general, 'e', "By 2022-06-29: not after 2022-06-29.");
  asking_close(&a);
}

static void an_unknown_value_is_its_parameter(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, "2022-03-01", "track=general", 'j', "满〔锁定期〕、90学时，见{附件}。");
  expect(&a, "2024-03-01", "track=general series=health", 'j',
         "After [lock] and 90 hours, see {annex}.");
  expect(&a, "2021-03-01", "track=general", 'e', "By [deadline]: not after [deadline].");
  const zc_compiled_rule *lock = zc_test_rule(&a.region, "t.lock");
  CU_ASSERT_STRING_EQUAL(lock->text.zh, "满〔锁定期〕、90学时，见{附件}。");
  const zc_compiled_rule *plain = zc_test_rule(&a.region, "t.plain");
  CU_ASSERT_PTR_EQUAL(plain->text.zh, rules[2].text.zh);
  asking_close(&a);
}

static void a_finding_names_the_parameters_it_used(void) {
  asking a;
  asking_open(&a, &plugin);
  expect(&a, "2022-03-01", "track=general series=health", 'j',
         "\"parameters\":[{\"name\":\"lock_years\",\"value\":10,\"source\":\"一号 五\"},"
         "{\"name\":\"hours\",\"value\":90,\"source\":\"一号 七\"}]");
  expect(&a, "2023-03-01", "track=general series=arts", 'j',
         "\"parameters\":[{\"name\":\"lock_years\",\"value\":1,\"source\":\"二号 三\"}]}],"
         "\"missing\"");
  expect(&a, "2022-03-01", "track=general", 'j',
         "{\"name\":\"deadline\",\"value\":\"2022-06-29\",\"source\":\"一号 二\"}");
  expect(&a, "2021-03-01", "track=general", 'j',
         "{\"name\":\"deadline\",\"value\":null,\"source\":null}");
  expect(&a, "2024-03-01", "track=general series=health", 'j',
         "{\"name\":\"lock_years\",\"value\":null,\"source\":\"三号 一\"}");
  expect(&a, "2022-03-01", "track=general", 'j',
         "{\"name\":\"lock_years\",\"value\":null,\"source\":null}");
  expect(&a, "2022-03-01", "track=general", 'j', "\"needs\":\"= true\"}],\"parameters\":[]}");
  asking_close(&a);
}

static void a_person_reads_where_a_value_comes_from(void) {
  asking a;
  asking_open(&a, &plugin);
  const char *late = "track=general series=arts months_in_current_title=3 specialty_months=70";
  expect(&a, "2022-03-01", late, 'z', "锁定期：5（出处：一号 四）  lock_years");
  expect(&a, "2022-03-01", late, 'e', "lock: 5 (from: 一号 四)  lock_years");
  expect(&a, "2021-03-01", "track=general", 'z', "截止日：没有值  deadline");
  asking_close(&a);
}

/* ---- wrong placeholders ---- */

static void refuse(zc_text text, const char *part) {
  zc_rule wrong[] = {
      {ZC_ROW, .id = "t.wrong", .kind = ZC_REQUIREMENT, .needs = "ethics_passed", .text = text}};
  zc_chapter own = chapter;
  own.rules = (zc_table)ZC_TABLE(wrong);
  const zc_chapter *const list[] = {&own};
  const zc_region_plugin bad = ZC_TEST_PLUGIN(list);
  char *said = zc_test_refusal(&bad, NULL, ZC_LANG_EN);
  CU_ASSERT_PTR_NOT_NULL_FATAL(said);
  zc_test_contains(said, part);
  zc_test_contains(said, "sentences_test.c:");
  zc_free(said);
}

static void a_wrong_placeholder_is_an_error(void) {
  refuse((zc_text){"满{hour}。", NULL}, "t.wrong, text.zh: there is no name `hour`; "
                                        "did you mean `hours`?");
  refuse((zc_text){"满。", "{hours"}, "t.wrong, text.en: a brace stands alone");
  refuse((zc_text){"满}。", NULL}, "a brace stands alone");
  refuse((zc_text){"满{}。", NULL}, "t.wrong, text.zh: ");
  refuse((zc_text){"满{90}。", NULL}, "the placeholder names no parameter");
  refuse((zc_text){"满{ethics_passed}。", NULL}, "a placeholder is a number or a day");
  refuse((zc_text){"满{specialty_months}。", NULL}, "a placeholder has parameters only, no facts");
  refuse((zc_text){"满{known(hours)}。", NULL}, "a placeholder is a number or a day");
}

static void a_text_of_no_person_has_none(void) {
  static const zc_step steps[] = {
      {ZC_ROW, .id = "t", .due = "06-29", .text = {.zh = "满{hours}。"}}};
  zc_chapter own = chapter;
  own.steps = (zc_table)ZC_TABLE(steps);
  const zc_chapter *const list[] = {&own};
  const zc_region_plugin bad = ZC_TEST_PLUGIN(list);
  char *said = zc_test_refusal(&bad, NULL, ZC_LANG_EN);
  CU_ASSERT_PTR_NOT_NULL_FATAL(said);
  zc_test_contains(said, "t, text: this text is of no person");
  zc_free(said);
}

static void older_plugins_have_braces(void) {
  zc_region_plugin old = plugin;
  zc_region region;
  old.abi_minor = 2;
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&region, &old), ZC_OK);
  CU_ASSERT_PTR_EQUAL(zc_test_rule(&region, "t.lock")->text.zh, rules[0].text.zh);
  zc_region_free(&region);
}

void test_compile_sentences(CU_pSuite suite) {
  CU_add_test(suite, "a placeholder in a sentence is the value in force",
              a_sentence_has_the_value_in_force);
  CU_add_test(suite, "a value that is not known is called by its parameter",
              an_unknown_value_is_its_parameter);
  CU_add_test(suite, "a finding names value and source of each parameter it used",
              a_finding_names_the_parameters_it_used);
  CU_add_test(suite, "the text says where a value comes from, and which has none",
              a_person_reads_where_a_value_comes_from);
  CU_add_test(suite, "a wrong placeholder is an error with file, line and cure",
              a_wrong_placeholder_is_an_error);
  CU_add_test(suite, "a step or prohibition has no placeholders", a_text_of_no_person_has_none);
  CU_add_test(suite, "plugins of older minor ABIs have plain braces", older_plugins_have_braces);
}
