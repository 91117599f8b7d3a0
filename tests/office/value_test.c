/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "office/value.h"
#include "support/sweep.h"
#include "tests.h"

#include <string.h>

static zc_vocabulary vocabulary;
static zc_lexicon *lexicon;
static zc_place_names *places;

static void make(void) {
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&vocabulary, NULL, NULL), ZC_OK);
  lexicon = zc_lexicon_new(&vocabulary);
  places = zc_place_names_new(&zc_data_standard);
  CU_ASSERT_FATAL(lexicon && places);
}

static void release(void) {
  zc_place_names_free(places);
  zc_lexicon_free(lexicon);
  zc_vocabulary_free(&vocabulary);
}

static zc_office_column column(const char *fact) {
  int32_t found = zc_fact_find(&vocabulary, fact, strlen(fact));
  CU_ASSERT_FATAL(found >= 0);
  return (zc_office_column){.vocabulary = &vocabulary,
                            .lexicon = lexicon,
                            .fact = (uint32_t)found,
                            .number = 2,
                            .heading = "标题",
                            .places = places};
}

static zc_office_value read(const zc_office_column *c, const char *text) {
  return zc_office_read(c, text, strlen(text));
}

static void expect(const zc_office_column *c, const char *text, int64_t low, int64_t high) {
  zc_office_value v = read(c, text);
  int fine = v.fault == ZC_VALUE_FINE && v.slot.lo == low && v.slot.hi == high;
  if (!fine)
    printf("    %s of %s: fault %d, %lld to %lld\n", text, vocabulary.facts[c->fact].name, v.fault,
           (long long)v.slot.lo, (long long)v.slot.hi);
  CU_ASSERT(fine);
}

static void expect_fault(const zc_office_column *c, const char *text, zc_value_fault fault) {
  zc_office_value v = read(c, text);
  if (v.fault != fault)
    printf("    %s of %s: fault %d\n", text, vocabulary.facts[c->fact].name, v.fault);
  CU_ASSERT_EQUAL(v.fault, fault);
}

static void marks_say_that_nothing_is_known(void) {
  static const char *const marks[] = {"",   "  ",     "-",    "－",   "—",  "/",
                                      "／", "无数据", "不详", "未填", "　", "——"};
  static const char *const facts[] = {"education",          "retired",       "county_months",
                                      "current_title_date", "unit_division", "unit_name"};
  make();
  for (size_t f = 0; f < sizeof facts / sizeof *facts; f++) {
    zc_office_column c = column(facts[f]);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
      expect_fault(&c, marks[i], ZC_VALUE_UNKNOWN);
  }
  zc_office_column level = column("current_title_level"), target = column("target_level"),
                   retired = column("retired"), months = column("county_months"),
                   name = column("unit_name"), track = column("track");
  expect(&level, "无", ZC_W_level_none, ZC_W_level_none);
  expect(&retired, "无", 0, 0);
  expect_fault(&target, "无", ZC_VALUE_UNKNOWN);
  expect_fault(&track, "无", ZC_VALUE_UNKNOWN);
  expect_fault(&months, "无", ZC_VALUE_UNKNOWN);
  expect_fault(&name, "无", ZC_VALUE_UNKNOWN);
  release();
}

static void yes_and_no_have_many_words(void) {
  static const char *const yes[] = {"true", "TRUE", "是", "有",  "对", "√",
                                    "✓",    "Y",    "ｙ", "yes", "1",  " 是 "};
  static const char *const no[] = {"false", "否", "无", "错", "×", "✗", "N", "no", "0", "０"};
  static const char *const good[] = {"合格", "达标", "完成", "通过", "称职", "优秀"};
  static const char *const bad[] = {"不合格",   "不达标",   "未完成",   "未通过", "不称职",
                                    "基本合格", "基本称职", "不定等次", "未参加"};
  make();
  zc_office_column retired = column("retired"), passed = column("annual_assessment_passed"),
                   completed = column("continuing_education_completed"),
                   met = column("post_conditions_met"), assessed = column("employer_assessed");
  const zc_office_column *results[] = {&passed, &completed, &met, &assessed};
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
    expect(&retired, yes[i], 1, 1);
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    expect(&retired, no[i], 0, 0);
  for (size_t r = 0; r < 4; r++) {
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
      expect(results[r], good[i], 1, 1);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
      expect(results[r], bad[i], 0, 0);
  }
  expect_fault(&retired, "合格", ZC_VALUE_WORD);
  expect_fault(&retired, "2", ZC_VALUE_WORD);
  release();
}

static void months_are_written_as_months_or_years(void) {
  static const struct {
    const char *text;
    int64_t months;
  } rows[] = {{"63", 63},         {"６３", 63},   {"63个月", 63},  {"5年", 60},
              {"5年3个月", 63},   {"5.5年", 66},  {"五年", 60},    {"半年", 6},
              {"两年", 24},       {"十年", 120},  {"十二年", 144}, {"二十年", 240},
              {"九十九年", 1188}, {"12.0", 12},   {"1,200", 1200}, {"三个月", 3},
              {"5年零3个月", 63}, {"两年半", 30}, {"0", 0},        {"5 年 3 个月", 63}};
  make();
  zc_office_column c = column("specialty_months"), years = c;
  years.counts_years = 1;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect(&c, rows[i].text, rows[i].months, rows[i].months);
  expect(&years, "5", 60, 60);
  expect(&years, "5.5", 66, 66);
  expect(&years, "5.25", 63, 63);
  expect(&years, "50", 600, 600);
  expect(&years, "63个月", 63, 63);
  expect(&years, "五", 60, 60);
  expect_fault(&years, "51", ZC_VALUE_YEARS);
  expect_fault(&years, "63", ZC_VALUE_YEARS);
  expect_fault(&years, "5.1", ZC_VALUE_FRACTION);
  expect_fault(&c, "5.1年", ZC_VALUE_FRACTION);
  expect_fault(&c, "5.5", ZC_VALUE_FRACTION);
  expect_fault(&c, "一百年", ZC_VALUE_NUMBER);
  expect_fault(&c, "五六年", ZC_VALUE_NUMBER);
  expect_fault(&c, "12,34", ZC_VALUE_NUMBER);
  expect_fault(&c, "5年3", ZC_VALUE_NUMBER);
  expect_fault(&c, "约5年", ZC_VALUE_NUMBER);
  expect_fault(&c, "-3", ZC_VALUE_RANGE);
  expect_fault(&c, "101年", ZC_VALUE_RANGE);
  expect_fault(&c, "99999999999999999999", ZC_VALUE_RANGE);
  release();
}

static void numbers_may_have_their_unit(void) {
  make();
  zc_office_column hours = column("continuing_education_hours"), points = column("exam_score");
  expect(&hours, "90", 90, 90);
  expect(&hours, "90学时", 90, 90);
  expect(&hours, "９０ 学时", 90, 90);
  expect(&hours, "1,200", 1200, 1200);
  expect(&points, "85分", 85, 85);
  expect(&points, "85.0", 85, 85);
  expect_fault(&points, "85.5", ZC_VALUE_FRACTION);
  expect_fault(&points, "85学时", ZC_VALUE_NUMBER);
  expect_fault(&points, "2000", ZC_VALUE_RANGE);
  release();
}

static zc_day day(const char *text) {
  zc_day made = 0;
  CU_ASSERT_EQUAL(zc_day_parse(text, &made), 0);
  return made;
}

static void days_are_whole_or_in_part(void) {
  static const struct {
    const char *text, *first, *last;
  } rows[] = {
      {"2019-07-01", "2019-07-01", "2019-07-01"},
      {"2019/7/1", "2019-07-01", "2019-07-01"},
      {"2019.7.1", "2019-07-01", "2019-07-01"},
      {"2019.07.01", "2019-07-01", "2019-07-01"},
      {"20190701", "2019-07-01", "2019-07-01"},
      {"2019年7月1日", "2019-07-01", "2019-07-01"},
      {"２０１９年７月１日", "2019-07-01", "2019-07-01"},
      {"2019-07-01 00:00:00", "2019-07-01", "2019-07-01"},
      {"2019-07", "2019-07-01", "2019-07-31"},
      {"2019.7", "2019-07-01", "2019-07-31"},
      {"2019/07", "2019-07-01", "2019-07-31"},
      {"2019年7月", "2019-07-01", "2019-07-31"},
      {"201907", "2019-07-01", "2019-07-31"},
      {"2019", "2019-01-01", "2019-12-31"},
      {"2019年", "2019-01-01", "2019-12-31"},
      {"2020.2", "2020-02-01", "2020-02-29"},
      {"2016.1", "2016-01-01", "2016-01-31"},
      {"2016.10", "2016-10-01", "2016-10-31"},
  };
  static const struct {
    const char *text;
    zc_value_fault fault;
  } wrong[] = {
      {"19.7.1", ZC_VALUE_ORDER},     {"19年7月", ZC_VALUE_ORDER}, {"1/7/2019", ZC_VALUE_ORDER},
      {"01-07-2019", ZC_VALUE_ORDER}, {"2019-13", ZC_VALUE_DAY},   {"2019-02-30", ZC_VALUE_DAY},
      {"201913", ZC_VALUE_DAY},       {"20190732", ZC_VALUE_DAY},  {"1899", ZC_VALUE_DAY},
      {"2019年0月", ZC_VALUE_DAY},    {"2019-0-1", ZC_VALUE_DAY},  {"七月", ZC_VALUE_DATE},
      {"2019-", ZC_VALUE_DATE},       {"2019-07-", ZC_VALUE_DATE}, {"2019-07/01", ZC_VALUE_DATE},
      {"2019年7", ZC_VALUE_DATE},     {"43647", ZC_VALUE_DATE},    {"2019-07-01x", ZC_VALUE_DATE},
      {"2019-07-01-", ZC_VALUE_DATE}, {"去年", ZC_VALUE_DATE},     {"2019070", ZC_VALUE_DATE},
  };
  make();
  zc_office_column c = column("current_title_date");
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect(&c, rows[i].text, day(rows[i].first), day(rows[i].last));
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    expect_fault(&c, wrong[i].text, wrong[i].fault);
  release();
}

static void expect_place(const zc_office_column *c, const char *text, const char *code) {
  zc_division d;
  CU_ASSERT_EQUAL(zc_division_parse(code, strlen(code), &d), 0);
  expect(c, text, d.lo, d.hi);
}

static void divisions_have_names(void) {
  static const struct {
    const char *text, *code;
  } rows[] = {
      {"450225", "450225"},
      {"450225000000", "450225"},
      {"融水苗族自治县", "450225"},
      {"融水县", "450225"},
      {"广西柳州市融水县", "450225"},
      {"柳州市/融水苗族自治县", "450225"},
      {"广西壮族自治区 柳州市 融水县", "450225"},
      {"广西柳州融水县", "450225"},
      {"广西融水苗族自治县", "450225"},
      {"达茂旗", "150223"},
      {"内蒙古包头市达茂旗", "150223"},
      {"达尔罕茂明安联合旗", "150223"},
      {"莫力达瓦旗", "150722"},
      {"鄂温克旗", "150724"},
      {"鄂伦春旗", "150723"},
      {"隆林县", "451031"},
      {"广西", "450000"},
      {"山东", "370000"},
      {"山东省威海市", "371000"},
      {"威海市", "371000"},
      {"前郭县", "220721"},
      {"章丘市", "370114"},
      {"山东省济南市章丘市", "370114"},
  };
  make();
  zc_office_column c = column("unit_division");
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect_place(&c, rows[i].text, rows[i].code);
  CU_ASSERT_PTR_NOT_NULL(read(&c, "章丘市").places.former);
  expect_fault(&c, "莱芜市", ZC_VALUE_PLACES);
  expect_fault(&c, "市辖区", ZC_VALUE_PLACE);
  expect_fault(&c, "柳州市市辖区", ZC_VALUE_PLACE);
  expect_fault(&c, "南宁市融水县", ZC_VALUE_PLACE);
  expect_fault(&c, "4502", ZC_VALUE_PLACE);
  expect_fault(&c, "不存在县", ZC_VALUE_PLACE);
  release();
}

static void a_name_of_several_is_looked_for_where_the_question_is(void) {
  make();
  zc_office_column c = column("unit_division");
  zc_office_value v = read(&c, "鼓楼区");
  CU_ASSERT(v.fault == ZC_VALUE_PLACES && v.places.count > 1);
  expect_fault(&c, "城中区", ZC_VALUE_PLACES);
  c.asked = (zc_division){450000000000, 459999999999};
  expect_place(&c, "城中区", "450202");
  expect_place(&c, "青海省西宁市城中区", "630103");
  v = read(&c, "城关镇");
  CU_ASSERT(v.fault == ZC_VALUE_FINE || v.places.count > 1);
  release();
}

static void names_of_titles_give_levels(void) {
  make();
  zc_office_column current = column("current_title_level"), target = column("target_level"),
                   qualification = column("qualification_level"), education = column("education");
  expect(&current, "一级教师", ZC_W_level_intermediate, ZC_W_level_intermediate);
  expect(&current, "主管护师", ZC_W_level_intermediate, ZC_W_level_intermediate);
  expect(&current, "副高", ZC_W_level_deputy_senior, ZC_W_level_deputy_senior);
  expect_fault(&current, "高级", ZC_VALUE_TWO);
  expect_fault(&target, "初级", ZC_VALUE_TWO);
  expect_fault(&current, "特级教师", ZC_VALUE_WORD);
  expect_fault(&education, "一级教师", ZC_VALUE_WORD);
  zc_office_value v = read(&current, "副主任医师（双定向）");
  CU_ASSERT(v.fault == ZC_VALUE_FINE && v.is_targeted && v.slot.lo == ZC_W_level_deputy_senior);
  CU_ASSERT(v.series == 0);
  v = read(&current, "副高级(定向)");
  CU_ASSERT(v.fault == ZC_VALUE_FINE && v.is_targeted);
  v = read(&current, "中级（基层）");
  CU_ASSERT(v.fault == ZC_VALUE_FINE && v.is_targeted && v.slot.lo == ZC_W_level_intermediate);
  expect_fault(&qualification, "中级(定向)", ZC_VALUE_SUFFIX);
  v = read(&target, "一级教师");
  CU_ASSERT(v.series == UINT64_C(1) << ZC_W_series_school_teacher && v.settles_series);
  v = read(&target, "讲师");
  CU_ASSERT(v.series != 0 && !v.settles_series && v.slot.lo == ZC_W_level_intermediate);
  v = read(&target, "师级");
  CU_ASSERT(v.series == UINT64_C(1) << ZC_W_series_health && !v.settles_series);
  release();
}

static void the_track_may_be_answered_by_yes_and_no(void) {
  make();
  zc_office_column c = column("track");
  expect(&c, "是", ZC_W_track_targeted, ZC_W_track_targeted);
  expect(&c, "否", ZC_W_track_general, ZC_W_track_general);
  expect(&c, "双定向", ZC_W_track_targeted, ZC_W_track_targeted);
  release();
}

static void a_word_of_the_office_goes_first(void) {
  static const zc_own_word words[] = {
      {ZC_F_current_title_level, "中一", {ZC_W_level_intermediate, ZC_W_level_intermediate}},
      {ZC_F_current_title_level, "高级", {ZC_W_level_deputy_senior, ZC_W_level_deputy_senior}}};
  make();
  zc_office_column c = column("current_title_level");
  c.own_words = words;
  c.own_word_count = 2;
  expect(&c, "中一", ZC_W_level_intermediate, ZC_W_level_intermediate);
  expect(&c, "高级", ZC_W_level_deputy_senior, ZC_W_level_deputy_senior);
  zc_office_value v = read(&c, "中一（定向）");
  CU_ASSERT(v.fault == ZC_VALUE_FINE && v.is_targeted);
  release();
}

static void a_refusal_says_where_what_and_what_else(void) {
  static const struct {
    const char *fact, *text, *zh, *en;
  } rows[] = {
      {"education", "本可", "是不是“本科”（bachelor）", "did you mean \"本科\" (bachelor)?"},
      {"education", "本科学历", "是不是“本科”（bachelor）", "did you mean \"本科\" (bachelor)?"},
      {"education", "本科（函授）", "是不是“本科”（bachelor）",
       "did you mean \"本科\" (bachelor)?"},
      {"education", "x", "可填：无、初中、", "it is one of none, junior_middle, "},
      {"retired", "退了", "应填 是 或 否", "it is 是 (true) or 否 (false)"},
      {"current_title_level", "高级", "副高级（deputy_senior）或正高级", "say which"},
      {"current_title_level", "初级", "员级（clerk）或助理级", "say which"},
      {"current_title_level", "中小学1级教师", "是不是“中小学一级教师”（intermediate）",
       "did you mean \"中小学一级教师\" (intermediate)?"},
      {"unit_division", "城中区", "450202", "630103"},
      {"unit_division", "某县", "没有这个区划", "there is no such division"},
      {"county_months", "5.1年", "应合整月", "whole months"},
      {"county_months", "多年", "63个月", "63个月"},
      {"exam_score", "99999", "0 到 1000", "between 0 and 1000"},
      {"current_title_date", "19.7.1", "年份要写四位", "four digits"},
      {"current_title_date", "2019.13", "没有这一天", "no such day"},
      {"current_title_date", "去年", "应为日期", "it is a date"},
      {"qualification_level", "中级(定向)", "不分类别", "no track"},
  };
  make();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    for (int zh = 0; zh < 2; zh++) {
      zc_diagnostics diag = {.lang = zh ? ZC_LANG_ZH : ZC_LANG_EN};
      zc_office_column c = column(rows[i].fact);
      zc_office_value v = read(&c, rows[i].text);
      zc_status status = zc_office_tell(&c, &v, rows[i].text, strlen(rows[i].text), NULL, &diag);
      const char *told = zc_diagnostics_text(&diag);
      const char *wanted = zh ? rows[i].zh : rows[i].en;
      CU_ASSERT_EQUAL(status, ZC_BAD_INPUT);
      CU_ASSERT_PTR_NOT_NULL(strstr(told, zh ? "C 列“标题”" : "column C \"标题\""));
      CU_ASSERT(strstr(told, rows[i].fact) && strstr(told, rows[i].text));
      if (!strstr(told, wanted))
        printf("    %s\n    lacks %s\n", told, wanted);
      CU_ASSERT_PTR_NOT_NULL(strstr(told, wanted));
      zc_diagnostics_free(&diag);
    }
  release();
}

static zc_status read_place(void *context, zc_diagnostics *diag) {
  zc_place_names *names = zc_place_names_new(&zc_data_standard);
  zc_office_column c = *(const zc_office_column *)context;
  c.places = names;
  zc_office_value v = names ? read(&c, "城中区") : (zc_office_value){.fault = ZC_VALUE_MEMORY};
  zc_status status = zc_office_tell(&c, &v, "城中区", 9, NULL, diag);
  zc_place_names_free(names);
  return status == ZC_BAD_INPUT ? ZC_OK : status;
}

static void names_of_places_survive_a_failed_allocation(void) {
  make();
  zc_office_column c = column("unit_division");
  zc_diagnostics diag = {0};
  for (unsigned long nth = 1; nth <= 6; nth++) {
    zc_memory_fail(nth, 1);
    CU_ASSERT_EQUAL(read_place(&c, &diag), ZC_NO_RESOURCE);
    zc_memory_fail(0, 0);
  }
  CU_ASSERT_EQUAL(read_place(&c, &diag), ZC_OK);
  zc_diagnostics_free(&diag);
  release();
}

void test_office_value(CU_pSuite suite) {
  CU_add_test(suite, "marks say that nothing is known", marks_say_that_nothing_is_known);
  CU_add_test(suite, "yes and no have many words", yes_and_no_have_many_words);
  CU_add_test(suite, "months are written as months or years",
              months_are_written_as_months_or_years);
  CU_add_test(suite, "numbers may have their unit", numbers_may_have_their_unit);
  CU_add_test(suite, "days are whole or in part", days_are_whole_or_in_part);
  CU_add_test(suite, "divisions have names", divisions_have_names);
  CU_add_test(suite, "a name of several is looked for where the question is",
              a_name_of_several_is_looked_for_where_the_question_is);
  CU_add_test(suite, "names of titles give levels", names_of_titles_give_levels);
  CU_add_test(suite, "the track may be answered by yes and no",
              the_track_may_be_answered_by_yes_and_no);
  CU_add_test(suite, "a word of the office goes first", a_word_of_the_office_goes_first);
  CU_add_test(suite, "a refusal says where, what and what else",
              a_refusal_says_where_what_and_what_else);
  CU_add_test(suite, "names of places survive a failed allocation",
              names_of_places_survive_a_failed_allocation);
}
