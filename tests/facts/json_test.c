/* SPDX-License-Identifier: Apache-2.0 */
#include "reading.h"
#include "tests.h"
#include <string.h>

#define READ zc_facts_read_json

static void values_of_every_type_are_read(void) {
  CHECK_VALUE(READ, "{\"ethics_passed\": true}", "ethics_passed", 1, 1);
  CHECK_VALUE(READ, "{\"ethics_passed\": false}", "ethics_passed", 0, 0);
  CHECK_VALUE(READ, "{\"specialty_months\": 1200}", "specialty_months", 1200, 1200);
  CHECK_VALUE(READ, "{\"continuing_education_hours\": 10000}", "continuing_education_hours", 10000,
              10000);
  CHECK_VALUE(READ, "{\"exam_score\": 0}", "exam_score", 0, 0);
  CHECK_VALUE(READ, "{\"funding_amount\": 1000000000}", "funding_amount", 1000000000, 1000000000);
  CHECK_VALUE(READ, "{\"education\": \"bachelor\"}", "education", ZC_W_education_bachelor,
              ZC_W_education_bachelor);
  CHECK_VALUE(READ, "{\"exam_valid_until\": \"2024-02-29\"}", "exam_valid_until",
              zc_day_of(2024, 2, 29), zc_day_of(2024, 2, 29));
  CHECK_VALUE(READ, "{\"unit_division\": \"451200\"}", "unit_division", 451200000000, 451299999999);
  CHECK_VALUE(READ, "{\"held_title_region\": \"anywhere\"}", "held_title_region", 1, 1);
  CHECK_VALUE(READ, " \t\r\n{\"unit_name\" : \"\\u536b\\u751f\\u9662\" } \n", "unit_name", 1, 1);
  CHECK_VALUE(READ, "{\"unit_code\": \"91110000802100433B\"}", "unit_code", 1, 1);
}

static void null_is_not_given(void) {
  zc_reading r;
  const char *text = "{\"education\": null, \"exam_score\": null}";
  zc_reading_make(&r, READ, text, strlen(text));
  CU_ASSERT_EQUAL(r.status, ZC_OK);
  CU_ASSERT(!r.facts.given[ZC_F_education]);
  CU_ASSERT_EQUAL(r.facts.slots[ZC_F_education].lo, 0);
  CU_ASSERT_EQUAL(r.facts.slots[ZC_F_education].hi, ZC_W_education_doctor);
  zc_reading_free(&r);
}

static void clearing_makes_facts_unknown_again(void) {
  zc_reading r;
  const char *text = "{\"exam_score\": 60, \"unit_name\": \"x\"}";
  zc_reading_make(&r, READ, text, strlen(text));
  CU_ASSERT_STRING_EQUAL(r.facts.texts[ZC_F_unit_name], "x");
  zc_facts_clear(&r.facts);
  CU_ASSERT(!r.facts.given[ZC_F_exam_score] && !r.facts.texts[ZC_F_unit_name]);
  CU_ASSERT_EQUAL(r.facts.slots[ZC_F_exam_score].lo, 0);
  CU_ASSERT_EQUAL(r.facts.slots[ZC_F_exam_score].hi, 1000);
  zc_reading_free(&r);
}

static void names_and_words_that_are_unknown_are_refused_with_the_near_one(void) {
  CHECK_REFUSED(READ, "{\"eduction\": \"x\"}",
                "f:1:2: at /eduction: error: there is no fact named \"eduction\"; did you mean "
                "\"education\"?\n");
  CHECK_REFUSED(READ, "{\n  \"\": 1}",
                "f:2:3: at /: error: there is no fact named \"\"; `zhicheng facts` lists all "
                "names\n");
  CHECK_REFUSED(READ, "{\"a/b~\": 1}",
                "f:1:2: at /a~1b~0: error: there is no fact named \"a/b~\"; `zhicheng facts` lists "
                "all names\n");
  CHECK_REFUSED(READ, "{\"education\": \"Bachelor\"}",
                "f:1:15: at /education: error: \"Bachelor\" is no word of education; did you mean "
                "\"bachelor\"?\n");
  CHECK_REFUSED(READ, "{\"degree\": \"本科\"}",
                "f:1:12: at /degree: error: \"本科\" is no word of degree; use one of none, "
                "bachelor, master, doctor\n");
  CHECK_REFUSED(READ, "{\"degree\": \"学士\"}",
                "f:1:12: at /degree: error: \"学士\" is no word of degree; did you mean "
                "\"bachelor\"?\n");
  CHECK_REFUSED(READ, "{\"学历\": \"bachelor\"}",
                "f:1:2: at /学历: error: there is no fact named \"学历\"; did you mean "
                "\"education\"?\n");
  /* words of the list that the fact itself does not take */
  CHECK_REFUSED(READ, "{\"target_level\": \"none\"}",
                "f:1:18: at /target_level: error: \"none\" is no word of target_level; use one of "
                "clerk, assistant, intermediate, deputy_senior, full_senior\n");
  CHECK_REFUSED(READ, "{\"current_title_track\": \"green\"}",
                "f:1:25: at /current_title_track: error: \"green\" is no word of "
                "current_title_track; use one of none, general, targeted, farmer\n");
}

static void numbers_of_the_wrong_form_are_refused(void) {
#define MONTHS "must be a whole number such as 36, without quotes, point or exponent; found "
  CHECK_REFUSED(READ, "{\"county_months\": \"36\"}",
                "f:1:19: at /county_months: error: county_months " MONTHS "\"36\"\n");
  CHECK_REFUSED(READ, "{\"county_months\": 59.0}",
                "f:1:19: at /county_months: error: county_months " MONTHS "59.0\n");
  CHECK_REFUSED(READ, "{\"county_months\": 1e2}",
                "f:1:19: at /county_months: error: county_months " MONTHS "1e2\n");
  CHECK_REFUSED(READ, "{\"county_months\": 1e999}",
                "f:1:19: at /county_months: error: county_months " MONTHS "1e999\n");
  CHECK_REFUSED(READ, "{\"county_months\": true}",
                "f:1:19: at /county_months: error: county_months " MONTHS "true\n");
#undef MONTHS
}

static void numbers_out_of_range_are_refused(void) {
  static const struct {
    const char *fact;
    int64_t most;
  } rows[] = {{"county_months", 1200},        {"continuing_education_hours", 10000},
              {"exam_score", 1000},           {"paper_count", 1000000000},
              {"funding_amount", 1000000000}, {"peer_full_senior_recommendations", 1000000000}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    for (int below = 0; below < 2; below++) {
      char text[100], message[200];
      long long value = below ? -1 : (long long)rows[i].most + 1;
      snprintf(text, sizeof text, "{\"%s\": %lld}", rows[i].fact, value);
      snprintf(message, sizeof message,
               "f:1:%zu: at /%s: error: %s: %lld is out of range; it lies between 0 and %lld\n",
               strlen(rows[i].fact) + 6, rows[i].fact, rows[i].fact, value,
               (long long)rows[i].most);
      zc_check_refused(READ, text, strlen(text), message, __FILE__, __LINE__);
    }
  }
}

static void wrong_types_are_refused(void) {
  CHECK_REFUSED(READ, "{\"ethics_passed\": 1}",
                "f:1:19: at /ethics_passed: error: ethics_passed must be true or false, without "
                "quotes; found 1\n");
  CHECK_REFUSED(READ, "{\"ethics_passed\": \"true\"}",
                "f:1:19: at /ethics_passed: error: ethics_passed must be true or false, without "
                "quotes; found \"true\"\n");
  CHECK_REFUSED(READ, "{\"unit_division\": 451229}",
                "f:1:19: at /unit_division: error: unit_division must be a division code in "
                "quotes, such as \"451229\"; found 451229\n");
  CHECK_REFUSED(READ, "{\"exam_valid_until\": 20240629}",
                "f:1:22: at /exam_valid_until: error: exam_valid_until must be a date in quotes, "
                "such as \"2024-06-29\"; found 20240629\n");
  CHECK_REFUSED(READ, "{\"degree\": [\"bachelor\"]}",
                "f:1:12: at /degree: error: degree must be one of its words, in quotes; found "
                "[\"bachelor\"]\n");
  CHECK_REFUSED(READ, "{\"unit_name\": {\"a\": 1}}",
                "f:1:15: at /unit_name: error: unit_name must be a text in quotes; found {\"a\": "
                "1}\n");
  CHECK_REFUSED(READ, "{\"held_title_region\": false}",
                "f:1:23: at /held_title_region: error: held_title_region must be a region id in "
                "quotes, such as \"guangxi\"; found false\n");
}

static void empty_texts_are_refused(void) {
  CHECK_REFUSED(READ, "{\"unit_name\": \"\"}",
                "f:1:15: at /unit_name: error: unit_name has no value; give one, or leave the fact "
                "out where it is not known\n");
  CHECK_REFUSED(READ, "{\"degree\": \"\"}",
                "f:1:12: at /degree: error: degree has no value; give one, or leave the fact out "
                "where it is not known\n");
  CHECK_REFUSED(READ, "{\"exam_score\": \"\"}",
                "f:1:16: at /exam_score: error: exam_score must be a whole number such as 36, "
                "without quotes, point or exponent; found \"\"\n");
}

static uint32_t times_said(const char *text, const char *part) {
  uint32_t times = 0;
  while ((text = strstr(text, part))) {
    text += strlen(part);
    times++;
  }
  return times;
}

static void of_very_many_unknown_names_all_are_told_and_the_first_with_the_near_one(void) {
  enum { NAMES = 3000 };
  zc_buffer text = {0};
  zc_reading r;
  for (int i = 0; i < NAMES; i++)
    zc_buffer_printf(&text, "%s\"degre%d\": 1", i ? ", " : "{", i % 10);
  zc_buffer_putc(&text, '}');
  zc_reading_make(&r, READ, text.data, text.length);
  const char *said = zc_diagnostics_text(&r.diag);
  CU_ASSERT_EQUAL(r.diag.errors, NAMES);
  CU_ASSERT_EQUAL(times_said(said, "did you mean \"degree\"?\n"), 1000);
  CU_ASSERT_EQUAL(times_said(said, "lists all names\n"), NAMES - 1000);
  zc_reading_free(&r);
  zc_buffer_free(&text);
}

static void dates_divisions_and_codes_are_checked(void) {
  CHECK_REFUSED(READ, "{\"exam_valid_until\": \"2023-02-29\"}",
                "f:1:22: at /exam_valid_until: error: exam_valid_until: there is no day "
                "2023-02-29; give one that exists, from 1900 to 2199\n");
  CHECK_REFUSED(READ, "{\"exam_valid_until\": \"2023-2-9\"}",
                "f:1:22: at /exam_valid_until: error: exam_valid_until is a date such as "
                "2024-06-29, or 2024-06 or 2024 where the day is not known, not \"2023-2-9\"\n");
  CHECK_REFUSED(READ, "{\"unit_division\": \"4512\"}",
                "f:1:19: at /unit_division: error: unit_division: the division code \"4512\" is "
                "malformed; it has 6, 9 or 12 digits, the first not 0\n");
  CHECK_REFUSED(READ, "{\"unit_division\": \"051229\"}",
                "f:1:19: at /unit_division: error: unit_division: the division code \"051229\" is "
                "malformed; it has 6, 9 or 12 digits, the first not 0\n");
  CHECK_REFUSED(READ, "{\"unit_code\": \"91110000802100433A\"}",
                "f:1:15: at /unit_code: error: the check character of the credit code "
                "91110000802100433A should be B; compare all 18 characters\n");
  CHECK_REFUSED(READ, "{\"unit_code\": \"9111\"}",
                "f:1:15: at /unit_code: error: unit_code: \"9111\" is malformed; a credit code has "
                "18 digits and capitals (none of I, O, S, V, Z)\n");
  CHECK_REFUSED(READ, "{\"held_title_region\": \"Guangxi\"}",
                "f:1:23: at /held_title_region: error: held_title_region: \"Guangxi\" is no region "
                "id; it has small letters, digits and underscores, a letter first, at most 31\n");
  CHECK_REFUSED(READ, "{\"unit_name\": \"a\\u0007\"}",
                "f:1:15: at /unit_name: error: unit_name: \"a?\" has control characters or is not "
                "valid UTF-8; remove them or save it as UTF-8\n");
}

static void every_error_of_an_input_is_told(void) {
  CHECK_REFUSED(READ,
                "{\"education\": \"x\",\n"
                " \"education\": \"master\",\n"
                " \"exam_score\": 99999999999999999999,\n"
                " \"foo\": [[[1]]],\n"
                " \"ethics_passed\": 1",
                "f:1:15: at /education: error: \"x\" is no word of education; use one of none, "
                "junior_middle, high_school, junior_college, bachelor, master, doctor\n"
                "f:2:2: at /education: error: education stands twice, before on line 1; keep one\n"
                "f:3:16: at /exam_score: error: exam_score: 99999999999999999999 is out of range; "
                "it lies between 0 and 1000\n"
                "f:4:2: at /foo: error: there is no fact named \"foo\"; `zhicheng facts` lists all "
                "names\n"
                "f:5:19: at /ethics_passed: error: ethics_passed must be true or false, without "
                "quotes; found 1\n"
                "f:5:20: error: expected a comma or } after the value\n");
}

static void columns_count_characters(void) {
  CHECK_REFUSED(READ, "{\"unit_name\": \"卫生院\", \"foo\": 1}",
                "f:1:22: at /foo: error: there is no fact named \"foo\"; `zhicheng facts` lists "
                "all names\n");
}

static void a_text_that_is_no_object_is_refused(void) {
  static const struct {
    const char *text, *message;
  } rows[] = {
      {"[1]", "f:1:1: error: facts are one JSON object, such as {\"education\": \"bachelor\"}\n"},
      {"3", "f:1:1: error: facts are one JSON object, such as {\"education\": \"bachelor\"}\n"},
      {"", "f:1:1: error: facts are one JSON object, such as {\"education\": \"bachelor\"}\n"},
      {"{", "f:1:2: error: expected a name in quotes; add it, or remove a comma too many\n"},
      {"{} x", "f:1:4: error: there is text after the object; remove it\n"},
      {"{}{}", "f:1:3: error: there is text after the object; remove it\n"},
      {"{education: 1}",
       "f:1:2: error: expected a name in quotes; add it, or remove a comma too many\n"},
      {"{\"degree\": null,}",
       "f:1:17: error: expected a name in quotes; add it, or remove a comma too many\n"},
      {"{\"degree\" null}", "f:1:11: error: expected a colon after the name; add it\n"},
      {"{\"degree\":}", "f:1:11: error: there is no value after the colon; add it, or null where "
                        "it is not known\n"},
      {"{\"degree\": nul}", "f:1:12: error: this is no JSON value; write a text in quotes, a whole "
                            "number, true, false or null\n"},
      {"{\"degree\": 'master'}", "f:1:12: error: this is no JSON value; write a text in quotes, a "
                                 "whole number, true, false or null\n"},
      {"{\"exam_score\": 012}", "f:1:16: error: this is no JSON value; write a text in quotes, a "
                                "whole number, true, false or null\n"},
      {"{\"degree\": \"master}",
       "f:1:12: error: what begins here has no end; add the closing quote or bracket\n"},
      {"{\"degree\": [1, ",
       "f:1:12: error: what begins here has no end; add the closing quote or bracket\n"},
      {"{\"degr", "f:1:2: error: what begins here has no end; add the closing quote or bracket\n"},
      {"{\"unit_name\": \"a\\u0000\"}",
       "f:1:15: error: the text has \\u0000, which is not accepted; remove it\n"},
      {"{\"a\\u0000\": 1}",
       "f:1:2: error: the text has \\u0000, which is not accepted; remove it\n"},
      {"{\"unit_name\": \"\xFF\"}",
       "f:1:16: error: the bytes here are no UTF-8 text; save the file as UTF-8\n"},
      {"\xEF\xBB\xBF{}", "f:1:1: error: the file begins with a byte-order mark; save it as UTF-8 "
                         "without one\n"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    zc_check_refused(READ, rows[i].text, strlen(rows[i].text), rows[i].message, __FILE__, __LINE__);
  CHECK_REFUSED(READ, "{\"degree\":\0 null}",
                "f:1:11: error: the bytes here are no UTF-8 text; save the file as UTF-8\n");
}

static void deep_nesting_is_an_error_and_no_crash(void) {
  static char deep[200000];
  static const char head[] = "{\"degree\": ";
  memcpy(deep, head, sizeof head - 1);
  memset(deep + sizeof head - 1, '[', sizeof deep - sizeof head);
  zc_reading r;
  zc_reading_make(&r, READ, deep, sizeof deep - 1);
  CU_ASSERT_EQUAL(r.status, ZC_BAD_INPUT);
  CU_ASSERT(r.diag.errors > 0);
  zc_reading_free(&r);
}

static void messages_are_given_in_chinese_too(void) {
  zc_reading r;
  zc_reading_make(&r, READ, "{}", 2);
  CU_ASSERT_EQUAL(r.status, ZC_OK);
  r.diag.lang = ZC_LANG_ZH;
  const char *text = "{\"eduction\": 1, \"exam_score\": \"3\"}";
  CU_ASSERT_EQUAL(READ(&r.facts, "-", text, strlen(text), &r.diag), ZC_BAD_INPUT);
  CU_ASSERT_STRING_EQUAL(
      zc_diagnostics_text(&r.diag),
      "标准输入:1:2: 位于 /eduction: 错误：没有名为“eduction”的事实；是不是“education”？\n"
      "标准输入:1:31: 位于 /exam_score: 错误：exam_score 要写整数，如 36，不加引号，不带小数点或指"
      "数；这里是 \"3\"\n");
  zc_reading_free(&r);
}

static void what_stands_behind_a_broken_value_is_told_as_well(void) {
  CHECK_REFUSED(READ, "{\"unit_name\": \"\\ud800\", \"exam_passed\": 1}",
                "f:1:15: error: this text is malformed: it has an escape that JSON has not, half "
                "of a surrogate pair, or a bare control character such as a line break; correct "
                "it\n"
                "f:1:40: at /exam_passed: error: exam_passed must be true or false, without "
                "quotes; found 1\n");
  CHECK_REFUSED(zc_facts_read, "[ {\"exam_passed\": true}]",
                "f:1:1: error: facts are one JSON object, such as {\"education\": "
                "\"bachelor\"}\n");
}

void test_facts_json(CU_pSuite suite) {
  CU_add_test(suite, "values of every type are read", values_of_every_type_are_read);
  CU_add_test(suite, "null means not given", null_is_not_given);
  CU_add_test(suite, "clearing makes facts unknown again", clearing_makes_facts_unknown_again);
  CU_add_test(suite, "unknown names and words are refused, with the near one where there is one",
              names_and_words_that_are_unknown_are_refused_with_the_near_one);
  CU_add_test(suite, "numbers with quotes, point or exponent are refused",
              numbers_of_the_wrong_form_are_refused);
  CU_add_test(suite, "numbers out of range are refused", numbers_out_of_range_are_refused);
  CU_add_test(suite, "values of another type are refused", wrong_types_are_refused);
  CU_add_test(suite, "empty texts are refused", empty_texts_are_refused);
  CU_add_test(suite, "of very many unknown names all are told, and the first with the near one",
              of_very_many_unknown_names_all_are_told_and_the_first_with_the_near_one);
  CU_add_test(suite, "dates, divisions, codes and region ids are checked",
              dates_divisions_and_codes_are_checked);
  CU_add_test(suite, "every error of an input is told, not the first alone",
              every_error_of_an_input_is_told);
  CU_add_test(suite, "columns count characters", columns_count_characters);
  CU_add_test(suite, "a text that is no JSON object is refused where it goes wrong",
              a_text_that_is_no_object_is_refused);
  CU_add_test(suite, "what stands behind a broken value is told as well",
              what_stands_behind_a_broken_value_is_told_as_well);
  CU_add_test(suite, "deep nesting is an error and no crash",
              deep_nesting_is_an_error_and_no_crash);
  CU_add_test(suite, "messages are given in Chinese too", messages_are_given_in_chinese_too);
}
