/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/ini.h"
#include "reading.h"
#include "support/region.h"
#include "tests.h"
#include <string.h>

#define READ zc_facts_read_ini

static void sections_keys_and_values_stand_in_their_order(void) {
  static const char text[] = "# comment\n; comment\n[b]\r\nkey two = value = x\n\n  [ a.1 ]  \n"
                             "2024-06-29 451229=48\nempty =\nquoted=\" a;b # 'c' \"\n"
                             "single = 'say \"x\"'\nlast=职称";
  static const struct {
    const char *section, *key, *value;
    uint32_t line;
  } rows[] = {{"b", "key two", "value = x", 4},
              {"a.1", "2024-06-29 451229", "48", 7},
              {"a.1", "empty", "", 8},
              {"a.1", "quoted", " a;b # 'c' ", 9},
              {"a.1", "single", "say \"x\"", 10},
              {"a.1", "last", "职称", 11}};
  zc_ini ini;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL_FATAL(zc_ini_parse(&ini, "f", text, sizeof text - 1, &diag), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(ini.count, sizeof rows / sizeof *rows);
  for (uint32_t i = 0; i < ini.count; i++) {
    CU_ASSERT_STRING_EQUAL(ini.entries[i].section, rows[i].section);
    CU_ASSERT_STRING_EQUAL(ini.entries[i].key, rows[i].key);
    CU_ASSERT_STRING_EQUAL(ini.entries[i].value, rows[i].value);
    CU_ASSERT_EQUAL(ini.entries[i].line, rows[i].line);
  }
  CU_ASSERT_EQUAL_FATAL(ini.section_count, 2);
  CU_ASSERT_STRING_EQUAL(ini.sections[1], "a.1");
  CU_ASSERT_EQUAL(ini.section_lines[1], 6);
  zc_ini_free(&ini);
  zc_diagnostics_free(&diag);
}

/* The messages of a file that is refused. */
static void check_ini(const char *text, size_t length, const char *messages, unsigned line) {
  zc_ini ini;
  zc_diagnostics diag = {0};
  char condition[1500];
  zc_status status = zc_ini_parse(&ini, "f", text, length, &diag);
  snprintf(condition, sizeof condition, "messages are:\n%s    expected:\n%s",
           zc_diagnostics_text(&diag), messages);
  CU_assertImplementation(status == ZC_BAD_INPUT && !ini.count &&
                              !strcmp(zc_diagnostics_text(&diag), messages),
                          line, condition, __FILE__, "", CU_FALSE);
  zc_diagnostics_free(&diag);
}
#define CHECK_INI(text, messages) check_ini(text, sizeof(text) - 1, messages, __LINE__)

static void what_iniparser_would_swallow_is_refused_with_its_line(void) {
  CHECK_INI("\xEF\xBB\xBF[a]\n", "f:1: error: the file begins with a byte-order mark; save it as "
                                 "UTF-8 without one\n");
  CHECK_INI("[a]\nk = 1\0\n", "f:2: error: the line has control characters (such as NUL, or a mark "
                              "that turns the direction of "
                              "writing) or is not "
                              "valid UTF-8; remove them or save the file as UTF-8\n");
  CHECK_INI("[a]\nk = \xFF\n", "f:2: error: the line has control characters (such as NUL, or a "
                               "mark that turns the direction of "
                               "writing) or is "
                               "not valid UTF-8; remove them or save the file as UTF-8\n");
  CHECK_INI("[a]\nk = 1\nj = 2\nk = 3\n",
            "f:4: error: the key \"k\" stands on line 2 already; keep one\n");
  CHECK_INI("[a]\nk = 1\n[b]\n[a]\n",
            "f:4: error: the section [a] begins on line 1 already; make them one\n");
  CHECK_INI("[a]\nKey = 1\n", "f:2: error: the key \"Key\" has a capital; write it small\n");
  CHECK_INI("[A]\nk = 1\n", "f:1: error: the section \"A\" has a capital; write it small\n");
  CHECK_INI("[a]\nk = 1 ; note\n",
            "f:2: error: the value \"1 ; note\" has a ; or #, which would cut it off; put a "
            "comment on a line of its own, or the whole value in double quotes\n");
  CHECK_INI("[a]\nk = #1\n",
            "f:2: error: the value \"#1\" has a ; or #, which would cut it off; put a comment on "
            "a line of its own, or the whole value in double quotes\n");
  CHECK_INI("k = 1\n", "f:1: error: the key \"k\" stands before any section; put one before it, "
                       "such as [facts]\n");
  CHECK_INI("[a]\nword\n", "f:2: error: \"word\" is no section, key or comment; write [section], "
                           "key = value, or # and a comment\n");
  CHECK_INI("[a]\n= 1\n", "f:2: error: \"= 1\" is no section, key or comment; write [section], key "
                          "= value, or # and a comment\n");
  CHECK_INI("[]\nk = 1\n", "f:1: error: the section \"[]\" is malformed; write [name], not empty, "
                           "without brackets or colons\n");
  CHECK_INI("[a:b]\n", "f:1: error: the section \"[a:b]\" is malformed; write [name], not empty, "
                       "without brackets or colons\n");
  CHECK_INI("[a]b]\n", "f:1: error: the section \"[a]b]\" is malformed; write [name], not empty, "
                       "without brackets or colons\n");
  CHECK_INI("[a]\nk = \"x\" y\n",
            "f:2: error: the value \"x\" y goes on after its closing quote; remove what follows\n");
  CHECK_INI("[a]\nk = \"x\n", "f:2: error: the value \"x lacks its closing quote; add it\n");
  CHECK_INI("[a]\n# note \\\nk = 1\n", "f:2: error: the line ends in \\, which would join it to "
                                       "the next; remove it and write one line\n");
}

static void a_line_may_be_as_long_as_iniparser_reads(void) {
  enum { LIMIT = 1022 };
  char text[LIMIT + 8] = "[a]\nk=";
  memset(text + 6, 'x', LIMIT - 2);
  zc_ini ini;
  zc_diagnostics diag = {0};
  size_t length = 4 + LIMIT;
  CU_ASSERT_EQUAL_FATAL(zc_ini_parse(&ini, "f", text, length, &diag), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(ini.count, 1);
  CU_ASSERT_EQUAL(strlen(ini.entries[0].value), LIMIT - 2);
  zc_ini_free(&ini);
  text[length++] = '\r';
  CU_ASSERT_EQUAL(zc_ini_parse(&ini, "f", text, length, &diag), ZC_OK);
  zc_ini_free(&ini);
  text[length - 1] = 'x';
  check_ini(text, length, "f:2: error: the line has 1023 bytes, at most 1022; shorten it\n",
            __LINE__);
  zc_diagnostics_free(&diag);
}

static void every_error_of_a_file_is_told(void) {
  CHECK_INI("k = 1\n[A]\nX = 2;\n[b]\n\\\n",
            "f:1: error: the key \"k\" stands before any section; put one before it, such as "
            "[facts]\n"
            "f:2: error: the section \"A\" has a capital; write it small\n"
            "f:3: error: the value \"2;\" has a ; or #, which would cut it off; put a comment on a "
            "line of its own, or the whole value in double quotes\n"
            "f:3: error: the key \"X\" has a capital; write it small\n"
            "f:5: error: the line ends in \\, which would join it to the next; remove it and write "
            "one line\n");
}

static void facts_are_read_by_their_type(void) {
  CHECK_VALUE(READ, "[facts]\nethics_passed = true\n", "ethics_passed", 1, 1);
  CHECK_VALUE(READ, "[facts]\nspecialty_months = 36\n", "specialty_months", 36, 36);
  CHECK_VALUE(READ, "[facts]\neducation = \"master\"\n", "education", ZC_W_education_master,
              ZC_W_education_master);
  CHECK_VALUE(READ, "[facts]\nunit_division = 451229101\n", "unit_division", 451229101000,
              451229101999);
  CHECK_VALUE(READ, "[facts]\ncurrent_title_date = 2020-01-31", "current_title_date",
              zc_day_of(2020, 1, 31), zc_day_of(2020, 1, 31));
  CHECK_VALUE(zc_facts_read, "\n # facts\n[facts]\nexam_score = 60\n", "exam_score", 60, 60);
  CHECK_VALUE(zc_facts_read, " \n\t{\"exam_score\": 60}", "exam_score", 60, 60);
}

static void errors_of_form_and_of_meaning_are_told_together(void) {
  CHECK_REFUSED(READ,
                "[facts]\neducation = Bachelor\nExam_score = 1\nfoo = 1\n[more]\nfoo = 2\n"
                "[facts]\nexam_score = 60.0\ndegree =\nethics_passed = yes\n",
                "f:3: error: the key \"Exam_score\" has a capital; write it small\n"
                "f:7: error: the section [facts] begins on line 1 already; make them one\n"
                "f:5: error: the section [more] is no part of a file of facts; they stand in "
                "[facts]\n"
                "f:2: error: \"Bachelor\" is no word of education; did you mean \"bachelor\"?\n"
                "f:4: error: there is no fact named \"foo\"; `zhicheng facts` lists all names\n"
                "f:8: error: exam_score is a whole number such as 36, not \"60.0\"\n"
                "f:9: error: degree has no value; give one, or leave the fact out where it is not "
                "known\n"
                "f:10: error: ethics_passed is true or false, not \"yes\"\n");
}

static void a_file_without_facts_is_refused(void) {
  CHECK_REFUSED(READ, "# nothing\n",
                "f: error: there is no section [facts]; write [facts] and below it a NAME = VALUE "
                "on each line\n");
  CHECK_REFUSED(zc_facts_read, " \n\t ",
                "f: error: there is nothing in it; write one JSON object, such as {}, or an INI "
                "file with a section [facts]\n");
  CHECK_REFUSED(zc_facts_read, "",
                "f: error: there is nothing in it; write one JSON object, such as {}, or an INI "
                "file with a section [facts]\n");
}

static void a_file_of_too_many_keys_is_refused_in_good_time(void) {
  enum { KEYS = 200000 };
  static const char line[] = "k=1\n", head[] = "[a]\n";
  size_t length = 4 + (size_t)KEYS * 4;
  char *text = zc_alloc(length);
  CU_ASSERT_PTR_NOT_NULL_FATAL(text);
  memcpy(text, head, 4);
  for (size_t i = 1; i <= KEYS; i++)
    memcpy(text + 4 * i, line, 4);
  zc_ini ini;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL(zc_ini_parse(&ini, "f", text, length, &diag), ZC_BAD_INPUT);
  zc_test_contains(zc_diagnostics_text(&diag), "f:10001: error: nothing is read from this line on");
  zc_diagnostics_free(&diag);
  zc_free(text);
}

void test_facts_ini(CU_pSuite suite) {
  CU_add_test(suite, "sections, keys and values stand in the order of the file",
              sections_keys_and_values_stand_in_their_order);
  CU_add_test(suite, "what iniparser would swallow is refused with its line",
              what_iniparser_would_swallow_is_refused_with_its_line);
  CU_add_test(suite, "a line may be as long as iniparser reads, and no longer",
              a_line_may_be_as_long_as_iniparser_reads);
  CU_add_test(suite, "a file of too many keys is refused in good time",
              a_file_of_too_many_keys_is_refused_in_good_time);
  CU_add_test(suite, "every error of a file is told", every_error_of_a_file_is_told);
  CU_add_test(suite, "facts in INI are read by their type", facts_are_read_by_their_type);
  CU_add_test(suite, "errors of form and of meaning are told together",
              errors_of_form_and_of_meaning_are_told_together);
  CU_add_test(suite, "a file without facts is refused", a_file_without_facts_is_refused);
}
