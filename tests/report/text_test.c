/* SPDX-License-Identifier: Apache-2.0 */
#include "county.h"
#include "support/region.h"
#include "tests.h"

static void an_eligible_person_reads_the_way_first(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  const zc_answer *answer =
      COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "target_level=intermediate",
                 "education=bachelor", "current_title_level=assistant",
                 "months_in_current_title=60", "unit_division=450226", "test.note=x");
  zc_text_answer(&out, answer, ZC_LANG_ZH);
  county_expect(&out, "可以申报，方式：评审\n"
                      "\n"
                      "所依据的途径\n"
                      "  学历和年限。（号〔2021〕1号 二（一）；号〔2020〕9号）\n"
                      "      申报层级：中级（要求：中级）\n"
                      "      学历：大学本科（要求：不低于大学本科）\n"
                      "      现有职称层级：助理级（要求：助理级）\n"
                      "      取得现有职称月数：60个月（要求：不少于48个月）\n"
                      "\n"
                      "未给出、按通常情况认定\n"
                      "  职称被撤销：否  title_revoked\n"
                      "\n"
                      "符合的条件\n"
                      "  ✓ 单位在“三个”县。（号〔2021〕1号 一）\n"
                      "\n"
                      "同时适用\n"
                      "  - 请注意。（号〔2021〕1号 二（一）；号〔2020〕9号）\n"
                      "      备注：x\n"
                      "      学历：大学本科\n"
                      "  - 材料。（号〔2021〕1号 一）\n"
                      "\n"
                      "与此无关的规则：2 条。\n"
                      "试验区，2021-10-15（年限算至 2021-06-30），号〔2021〕1号\n"
                      "sm3:test\n");
  zc_text_answer(&out, answer, ZC_LANG_EN);
  county_expect(&out, "May apply, by review\n"
                      "\n"
                      "Route taken\n"
                      "  Education and years. [号〔2021〕1号 二（一）; 号〔2020〕9号]\n"
                      "      level applied for: intermediate (needed: intermediate)\n"
                      "      education: bachelor (needed: at or above bachelor)\n"
                      "      level of the current title: assistant (needed: assistant)\n"
                      "      months in the current title: 60 months (needed: at least 48 months)\n"
                      "\n"
                      "Not given, and assumed\n"
                      "  title revoked: no  title_revoked\n"
                      "\n"
                      "Met\n"
                      "  ✓ The unit lies in one of \"three\" counties. [号〔2021〕1号 一]\n"
                      "\n"
                      "This comes with it\n"
                      "  - Take note. [号〔2021〕1号 二（一）; 号〔2020〕9号]\n"
                      "      note: x\n"
                      "      education: bachelor\n"
                      "  - 材料。 [号〔2021〕1号 一]\n"
                      "\n"
                      "Rules that do not apply here: 2.\n"
                      "Test, 2021-10-15 (durations counted to 2021-06-30), 号〔2021〕1号\n"
                      "sm3:test\n");
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_refusal_shows_value_requirement_and_clause(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  const zc_answer *answer = COUNTY_ASK(
      &c, ZC_Q_ASSESS, "track=general", "target_level=intermediate", "education=bachelor",
      "current_title_level=assistant", "months_in_current_title=40", "unit_division=450102",
      "test.sum=501", "test.day=2021-10-14");
  zc_text_answer(&out, answer, ZC_LANG_ZH);
  county_expect(&out, "不能申报\n"
                      "\n"
                      "不符合的条件\n"
                      "  ✗ 单位在“三个”县。（号〔2021〕1号 一）\n"
                      "      单位所在行政区划：450102 广西壮族自治区南宁市兴宁区（要求：在450225 "
                      "融水苗族自治县、450226 三江侗族自治县之内）\n"
                      "  ✗ 金额有限。（号〔2021〕1号 一）\n"
                      "      金额：501元（要求：不多于500元）\n"
                      "      日期：2021-10-14（要求：不早于2021-10-15）\n"
                      "\n"
                      "走不通的途径（须有一条走得通；申报层级：中级）\n"
                      "  ✗ 学历和年限。（号〔2021〕1号 二（一）；号〔2020〕9号）\n"
                      "      取得现有职称月数：40个月（要求：不少于48个月）\n"
                      "\n"
                      "同时适用\n"
                      "  - 请注意。（号〔2021〕1号 二（一）；号〔2020〕9号）\n"
                      "      学历：大学本科\n"
                      "  - 材料。（号〔2021〕1号 一）\n"
                      "\n"
                      "与此无关的规则：1 条。\n"
                      "试验区，2021-10-15（年限算至 2021-06-30），号〔2021〕1号\n"
                      "sm3:test\n");
  zc_text_answer(&out, answer, ZC_LANG_EN);
  county_expect(&out,
                "May not apply\n"
                "\n"
                "Not met\n"
                "  ✗ The unit lies in one of \"three\" counties. [号〔2021〕1号 一]\n"
                "      division of the unit: 450102 广西壮族自治区南宁市兴宁区 (needed: in 450225 "
                "融水苗族自治县, 450226 三江侗族自治县)\n"
                "  ✗ 金额有限。 [号〔2021〕1号 一]\n"
                "      sum: 501 yuan (needed: at most 500 yuan)\n"
                "      day: 2021-10-14 (needed: not before 2021-10-15)\n"
                "\n"
                "Routes that are closed (one has to be open; level applied for: intermediate)\n"
                "  ✗ Education and years. [号〔2021〕1号 二（一）; 号〔2020〕9号]\n"
                "      months in the current title: 40 months (needed: at least 48 months)\n"
                "\n"
                "This comes with it\n"
                "  - Take note. [号〔2021〕1号 二（一）; 号〔2020〕9号]\n"
                "      education: bachelor\n"
                "  - 材料。 [号〔2021〕1号 一]\n"
                "\n"
                "Rules that do not apply here: 1.\n"
                "Test, 2021-10-15 (durations counted to 2021-06-30), 号〔2021〕1号\n"
                "sm3:test\n");
  zc_buffer_free(&out);
  county_close(&c);
}

static void an_open_question_asks_for_what_is_missing(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  const zc_answer *answer = COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general",
                                       "target_level=intermediate", "unit_division=450226");
  zc_text_answer(&out, answer, ZC_LANG_ZH);
  county_expect(&out, "还不能确定能否申报\n"
                      "\n"
                      "还需要知道（可用 --set 名称=值 补充）\n"
                      "  ? 学历  education：none | junior_middle | high_school | junior_college | "
                      "bachelor | master | doctor\n"
                      "  ? 现有职称层级  current_title_level：none | clerk | assistant | "
                      "intermediate | deputy_senior | full_senior\n"
                      "  ? 取得现有职称月数  months_in_current_title\n"
                      "\n"
                      "还不能判断的条件\n"
                      "  ? 学历和年限。（号〔2021〕1号 二（一）；号〔2020〕9号）\n"
                      "\n"
                      "未给出、按通常情况认定\n"
                      "  现有职称类别：通用  current_title_track\n"
                      "  职称被撤销：否  title_revoked\n"
                      "  城市单位：否  urban_unit\n"
                      "\n"
                      "符合的条件\n"
                      "  ✓ 单位在“三个”县。（号〔2021〕1号 一）\n"
                      "\n"
                      "同时适用\n"
                      "  - 请注意。（号〔2021〕1号 二（一）；号〔2020〕9号）\n"
                      "  - 材料。（号〔2021〕1号 一）\n"
                      "\n"
                      "与此无关的规则：2 条。\n"
                      "试验区，2021-10-15（年限算至 2021-06-30），号〔2021〕1号\n"
                      "sm3:test\n");
  zc_buffer_free(&out);
  county_close(&c);
}

static void convert_and_unit_say_their_results(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  zc_text_answer(&out, COUNTY_ASK(&c, ZC_Q_CONVERT, "purpose=move", "held_title_region=elsewhere"),
                 ZC_LANG_ZH);
  county_expect(&out, "须重新参加评审\n"
                      "\n"
                      "依据\n"
                      "  ✗ 留下则有效。（号〔2021〕1号 一）\n"
                      "      所持职称地区：elsewhere（要求：本地区）\n"
                      "\n"
                      "试验区，2021-10-15（年限算至 2021-06-30），号〔2021〕1号\n"
                      "sm3:test\n");
  zc_text_answer(&out, COUNTY_ASK(&c, ZC_Q_UNIT, "unit_division=450226"), ZC_LANG_EN);
  county_expect(&out, "The unit is not grassroots\n"
                      "\n"
                      "Why\n"
                      "  ✗ By its county. [号〔2021〕1号 一]\n"
                      "      division of the unit: 450226 广西壮族自治区柳州市三江侗族自治县 "
                      "(needed: in 450225 融水苗族自治县)\n"
                      "\n"
                      "This comes with it\n"
                      "  - Take note. [号〔2021〕1号 二（一）; 号〔2020〕9号]\n"
                      "\n"
                      "Test, 2021-10-15 (durations counted to 2021-06-30), 号〔2021〕1号\n"
                      "sm3:test\n");
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_calendar_is_a_table(void) {
  county c;
  zc_buffer out = {0};
  zc_calendar calendar = {0};
  zc_diagnostics diag = {0};
  county_open(&c);
  CU_ASSERT_EQUAL_FATAL(zc_calendar_make(&calendar, &c.region, 2021, &c.facts, &diag), ZC_OK);
  zc_text_calendar(&out, &calendar, ZC_LANG_ZH);
  county_expect(&out, "试验区，2021 年\n"
                      "  2021-05-31  一步。（450225 融水苗族自治县）（号〔2021〕1号 三）\n"
                      "  ----------  又一步。（号〔2021〕1号 三）\n"
                      "              需要评审会议日：--set meeting_date=日期\n"
                      "sm3:test\n");
  zc_text_calendar(&out, &calendar, ZC_LANG_EN);
  county_expect(&out, "Test, 2021\n"
                      "  2021-05-31  One step. (450225 融水苗族自治县) [号〔2021〕1号 三]\n"
                      "  ----------  Another step. [号〔2021〕1号 三]\n"
                      "              needs the day of the review meeting: --set meeting_date=DATE\n"
                      "sm3:test\n");
  zc_calendar_free(&calendar);
  CU_ASSERT_EQUAL_FATAL(zc_calendar_make(&calendar, &c.region, 2020, &c.facts, &diag), ZC_OK);
  zc_text_calendar(&out, &calendar, ZC_LANG_EN);
  county_expect(&out, "Test, 2020\n"
                      "  No step of this year is on record.\n"
                      "sm3:test\n");
  zc_calendar_free(&calendar);
  zc_buffer_free(&out);
  county_close(&c);
}

/* ---- duties of others ---- */

#define CLAUSE(clause_id, document_id, number)                                                     \
  { ZC_ROW, .id = clause_id, .document = document_id, .clause = number }
static const zc_document duty_documents[] = {
    {ZC_ROW, .id = "d", .number = "一号", .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
     .from = "2020-01-01"},
    {ZC_ROW, .id = "e", .number = "二号", .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
     .from = "2021-01-01"},
};
static const zc_clause duty_clauses[] = {CLAUSE("x.a", "d", "一"), CLAUSE("x.b", "d", "二"),
                                         CLAUSE("x.c", "d", "二"), CLAUSE("x.d", "e", "二")};
static const zc_track duty_tracks[] = {{ZC_ROW, .track = "general"}};
#define DUTY(effect_id)                                                                            \
  {                                                                                                \
    ZC_ROW, .id = effect_id, .kind = ZC_EFFECT_AUTHORITY, .data = "{\"duty_of\": \"offices\"}",    \
            .text = {                                                                              \
              .zh = "机关办理。"                                                              \
            }                                                                                      \
  }
static const zc_effect duties[] = {
    DUTY("x.a"),
    DUTY("x.b"),
    DUTY("x.c"),
    DUTY("x.d"),
    {ZC_ROW, .id = "x.b.note", .kind = ZC_EFFECT_NOTICE, .text = {.zh = "本人须知。"}},
};

static void expect_effects(const zc_chapter *chapter, const char *wanted) {
  const zc_chapter *const list[] = {chapter};
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  county c = {.ws = NULL};
  zc_diagnostics diag = {0};
  zc_buffer out = {0};
  zc_test_region(&c.region, &plugin);
  c.ws = zc_workspace_new(&c.region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(c.ws);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&c.facts, &c.region.vocabulary, &diag), ZC_OK);
  zc_text_answer(&out, COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general"), ZC_LANG_ZH);
  zc_test_contains(zc_buffer_text(&out), wanted);
  zc_buffer_free(&out);
  county_close(&c);
}

static void duties_of_offices_take_one_line(void) {
  static const zc_chapter chapter = {.documents = ZC_TABLE(duty_documents),
                                     .clauses = ZC_TABLE(duty_clauses),
                                     .tracks = ZC_TABLE(duty_tracks),
                                     .effects = ZC_TABLE(duties)};
  expect_effects(&chapter, "同时适用\n"
                           "  - 本人须知。（一号 二）\n"
                           "  - 评审机构的职责：一号 一、二；二号 二\n"
                           "\n");
}

static void one_duty_keeps_its_sentence(void) {
  static const zc_chapter chapter = {.documents = ZC_TABLE(duty_documents),
                                     .clauses = ZC_TABLE(duty_clauses),
                                     .tracks = ZC_TABLE(duty_tracks),
                                     .effects = {duties, 1, sizeof(zc_effect)}};
  expect_effects(&chapter, "同时适用\n"
                           "  - 机关办理。（一号 一）\n"
                           "\n");
}

void test_report_text(CU_pSuite suite) {
  CU_add_test(suite, "an eligible person reads the way first",
              an_eligible_person_reads_the_way_first);
  CU_add_test(suite, "a refusal shows value, requirement and clause",
              a_refusal_shows_value_requirement_and_clause);
  CU_add_test(suite, "an open question asks for what is missing",
              an_open_question_asks_for_what_is_missing);
  CU_add_test(suite, "convert and unit say their results", convert_and_unit_say_their_results);
  CU_add_test(suite, "a calendar is a table", a_calendar_is_a_table);
  CU_add_test(suite, "duties of others than the applicant are folded into their clauses",
              duties_of_offices_take_one_line);
  CU_add_test(suite, "a single duty keeps its sentence", one_duty_keeps_its_sentence);
}
