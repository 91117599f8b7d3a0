/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong, at which column, and what to write instead. */
#include "condition.h"
#include "tests.h"
#include <string.h>

static void misspelt(void) {
  zc_expect_error("educaton >= bachelor", 1,
                  "there is no name `educaton`; did you mean `education`?");
  zc_expect_error("exam_passed and education >= batchelor", 30,
                  "`batchelor` is no word of education; did you mean `bachelor`?");
  zc_expect_error("series == zzzzzzzzzz", 11,
                  "`zzzzzzzzzz` is no word of series, such as `school_teacher`");
  zc_expect_error("months_in_current_title >= tenur", 28,
                  "there is no name `tenur`; did you mean `tenure`?");
  zc_expect_error("specialty_months >= 4 yaers", 23,
                  "there is no unit `yaers`; did you mean `years`?");
  zc_expect_error("same_prefectures(unit_division, 451229)", 1,
                  "there is no name `same_prefectures`; did you mean `same_prefecture`?");
  zc_expect_error("qqqqqqqqqqqq", 1,
                  "there is no name `qqqqqqqqqqqq`: no fact, parameter or function; a word stands "
                  "only in a comparison with a fact");
  zc_expect_error("Education >= bachelor", 1,
                  "there is no name `Education`; did you mean `education`?");
  zc_expect_error("given(unit_nme)", 7, "there is no name `unit_nme`; did you mean `unit_name`?");
}

static void mixed_units(void) {
  zc_expect_error("specialty_months >= 5 points", 21,
                  "a number in months expected, a number in points found");
  zc_expect_error("specialty_months >= early_service", 21,
                  "a number in months expected, a number without unit found: write months(...) or "
                  "years(...)");
  zc_expect_error("specialty_months + exam_score > 3", 20,
                  "a number in months expected, a number in points found");
  zc_expect_error("specialty_months * exam_score > 3", 18,
                  "only one factor of a product may have a unit");
  zc_expect_error("specialty_months * early_service > 3", 18,
                  "one side of a product must be a fixed number");
  zc_expect_error("specialty_months in {12, 5 hours}", 26,
                  "a number in months expected, a number in hours found");
  zc_expect_error("years(specialty_months) > 3", 7,
                  "a number without unit expected, a number in months found");
  zc_expect_error("as_of + 3 months >= 2024-01-01", 7,
                  "months are added to a day by add_months(day, months)");
}

static void mixed_types(void) {
  zc_expect_error("education >= intermediate", 14,
                  "`intermediate` is no word of education, such "
                  "as `none`");
  zc_expect_error("education == target_level", 14,
                  "a word of education expected, a word of level found");
  zc_expect_error("exam_passed and 3", 17, "a condition (true or false) expected, a number found");
  zc_expect_error("specialty_months", 1,
                  "a condition (true or false) expected, a number in months found");
  zc_expect_error("as_of >= 3", 10, "a day expected, a number found");
  zc_expect_error("exam_score >= 2024-01-01", 15, "a number in points expected, a day found");
  zc_expect_error("series > health", 8, "words of series have no order: use ==, != or in {...}");
  zc_expect_error("exam_passed > ethics_passed", 13,
                  "only numbers, days and ordered words have an order");
  zc_expect_error("target_level == none", 17, "target_level is never `none`");
  zc_expect_error("target_level in {clerk, none}", 25, "target_level is never `none`");
  zc_expect_error("unit_name == unit_code", 11,
                  "texts are shown, never compared; given(name) can be asked");
  zc_expect_error("known(unit_name)", 7, "of a text ask given(name)");
  zc_expect_error("if exam_passed then 3 else as_of", 21, "a day expected, a number found");
  zc_expect_error("if 3 then true else false", 4,
                  "a condition (true or false) expected, a number found");
  zc_expect_error("held_title_region == guangxi", 22, "a region is only compared with this_region");
  zc_expect_error("max(series, health) == health", 1,
                  "words of series have no order: use ==, != or in {...}");
  zc_expect_error("given(exam_passed and true)", 19, "given(...) takes the name of a fact");
  zc_expect_error("given(tenure)", 7, "given(...) takes the name of a fact");
}

static void divisions(void) {
  zc_expect_error("unit_division under 45122", 21,
                  "a division code has 6, 9 or 12 digits and does not begin with 0");
  zc_expect_error(
      "unit_division == destination_division", 15,
      "two divisions are not compared directly: write same_prefecture(a, b), or compare "
      "with a code");
  zc_expect_error("unit_division >= 451229", 15, "divisions have no order: use `under` or ==");
  zc_expect_error("education under 451229", 1, "a division expected, a word of education found");
  zc_expect_error("unit_division under {451229, bachelor}", 30,
                  "there is no name `bachelor`: no fact, parameter or function; a word stands only "
                  "in a comparison with a fact");
  zc_expect_error("unit_division under {destination_division}", 22,
                  "a set holds fixed values; compare with other names by ==");
}

static void arguments(void) {
  zc_expect_error("known(education, degree)", 1, "known: arguments wanted 1, given 2");
  zc_expect_error("education(3) == bachelor", 1,
                  "`education` takes no arguments: leave out the parentheses");
  zc_expect_error("education() == bachelor", 11,
                  "arguments expected; a name without arguments takes no parentheses");
  zc_expect_error("tenure(health) > 3", 8, "the parameter tenure has no key that this fits");
  zc_expect_error("tenure(bachelor, master) > 3", 18,
                  "the same key of the parameter tenure is given twice");
  zc_expect_error("foo_bar_baz(3) > 3", 1,
                  "there is no name `foo_bar_baz`: no fact, parameter or function; a word stands "
                  "only in a comparison with a fact");
}

static void syntax(void) {
  zc_expect_error("", 1, "the text ends where a name, a number or `(` is expected");
  zc_expect_error("exam_passed and", 16, "the text ends where a name, a number or `(` is expected");
  zc_expect_error("(exam_passed", 13, "`)` expected");
  zc_expect_error("exam_passed)", 12, "the text should end here, or an operator is missing");
  zc_expect_error("exam_passed ethics_passed", 13,
                  "the text should end here, or an operator is missing");
  zc_expect_error("education in bachelor", 14, "a set is written in {a, b}; for one value use ==");
  zc_expect_error("education in {}", 15, "a set holds words, numbers, days or codes");
  zc_expect_error("education in {bachelor", 23, "`,` or `}` expected");
  zc_expect_error("education not in {bachelor}", 11, "`not in` is written not (x in {...})");
  zc_expect_error("1 < exam_score < 3", 16, "comparisons do not chain: a < b and b < c");
  zc_expect_error("exam_passed == not ethics_passed", 16,
                  "put this `not` into parentheses: (not ...)");
  zc_expect_error("exam_score > if exam_passed then 1 else 2", 14,
                  "put this `if` into parentheses: (if ... then ... else ...)");
  zc_expect_error("if exam_passed then true", 25, "`else` expected: an `if` says both cases");
  zc_expect_error("if exam_passed else true", 16, "`then` expected");
  zc_expect_error("exam_score == {1}", 15, "a set stands only after `in` or `under`");
}

static void characters(void) {
  zc_expect_error("series = health", 8, "equality is written ==");
  zc_expect_error("exam_passed && true", 13, "write `and`");
  zc_expect_error("exam_passed || true", 13, "write `or`");
  zc_expect_error("!exam_passed", 1, "write `not`");
  zc_expect_error("series == \"health\"", 11, "words stand without quotes: series == health");
  zc_expect_error("exam_score / 2 > 3", 12,
                  "there is no division: multiply the other side instead");
  zc_expect_error("exam_score > [3]", 14, "sets are {a, b}, groups are (a)");
  zc_expect_error("exam_score > 3;", 15, "`;` has no meaning here");
  zc_expect_error("exam_score\x01> 3", 11, "control character (byte 0x01)");
  zc_expect_error("exam_score > 1.5", 15, "whole numbers only: use a smaller unit");
  zc_expect_error("exam_score > 007", 14,
                  "a number does not begin with 0; a date is written 2024-06-29");
  zc_expect_error("specialty_months > 48months", 22,
                  "put a blank between the number and its unit: 48 months");
  zc_expect_error("as_of > 2023-02-29", 9,
                  "there is no day 2023-02-29 (days run from 1900-01-01 to 2199-12-31)");
  zc_expect_error("exam_score > 1234567890123456", 14, "the number is too long: 15 digits at most");
  zc_expect_error("test. > 3", 5, "a name does not end with a dot");
}

/* Checks the whole message, both its place and its last lines. */
static void expect_message(zc_lang lang, const zc_source *source, const char *text,
                           const char *message) {
  zc_condition c;
  zc_condition_begin(&c);
  c.diag.lang = lang;
  CU_ASSERT_EQUAL(
      zc_compile(&c.program, &c.names, text, ZC_BOOL, ZC_NO_UNIT, -1, source, NULL, &c.diag),
      ZC_NO_NODE);
  const char *got = zc_diagnostics_text(&c.diag);
  if (strcmp(got, message) != 0)
    printf("\nwanted: %sgot: %s", message, got);
  CU_ASSERT_STRING_EQUAL(got, message);
  CU_ASSERT_EQUAL(c.diag.worst, source && source->at.file ? ZC_BAD_PLUGIN : ZC_BAD_INPUT);
  zc_condition_end(&c);
}

static void places(void) {
  const zc_source row = {.at = {"guangxi/scope.c", 42, 0}, .row = "gx.scope", .field = "needs"};
  expect_message(ZC_LANG_EN, &row, "a = b",
                 "guangxi/scope.c:42:3: error: gx.scope, needs: equality is written ==\n"
                 "    a = b\n"
                 "      ^\n");
  expect_message(ZC_LANG_ZH, &row, "a = b",
                 "guangxi/scope.c:42:3: 错误：gx.scope, needs: 相等写作 ==\n"
                 "    a = b\n"
                 "      ^\n");
  expect_message(ZC_LANG_EN, NULL, "a = b",
                 "error: column 3: equality is written ==\n"
                 "    a = b\n"
                 "      ^\n");
}

static void wide_characters(void) {
  expect_message(ZC_LANG_EN, NULL, "学历 >= 3",
                 "error: column 1: conditions are plain ASCII: write names of facts, not their "
                 "labels\n"
                 "    学历 >= 3\n"
                 "    ^\n");
  expect_message(ZC_LANG_EN, NULL, "a\xff\t== b",
                 "error: column 2: conditions are plain ASCII: write names of facts, not their "
                 "labels\n"
                 "    a? == b\n"
                 "     ^\n");
}

static void long_texts(void) {
  char text[200];
  memset(text, ' ', sizeof text);
  memcpy(text, "exam_passed", 11);
  text[100] = '=';
  text[199] = '\0';
  zc_condition c;
  zc_condition_begin(&c);
  zc_compile(&c.program, &c.names, text, ZC_BOOL, ZC_NO_UNIT, -1, NULL, NULL, &c.diag);
  const char *got = zc_diagnostics_text(&c.diag);
  CU_ASSERT_PTR_NOT_NULL(strstr(got, "column 101: "));
  CU_ASSERT_PTR_NOT_NULL(strstr(got, "\n    ..."));
  CU_ASSERT_PTR_NOT_NULL(strstr(got, "...\n"));
  zc_condition_end(&c);
}

void test_language_errors(CU_pSuite suite) {
  CU_add_test(suite, "a misspelt name or word gets the one that was probably meant", misspelt);
  CU_add_test(suite, "units never mix", mixed_units);
  CU_add_test(suite, "types never mix, and words belong to one enum", mixed_types);
  CU_add_test(suite, "divisions are asked by `under`, by a code or by same_prefecture", divisions);
  CU_add_test(suite, "functions and parameters take the arguments that they name", arguments);
  CU_add_test(suite, "an error of syntax says what is expected at which column", syntax);
  CU_add_test(suite, "signs of other languages get the sign of this one", characters);
  CU_add_test(suite, "a message names file, line, rule, field and column, in both languages",
              places);
  CU_add_test(suite, "columns count characters, and the caret allows for wide ones",
              wide_characters);
  CU_add_test(suite, "of a long text only the part around the error is shown", long_texts);
}
