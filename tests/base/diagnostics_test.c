/* SPDX-License-Identifier: Apache-2.0 */
#include "base/diagnostics.h"
#include "base/memory.h"
#include "tests.h"
#include <string.h>

static void places_are_shown_as_far_as_they_are_known(void) {
  static const struct {
    zc_where where;
    const char *text;
  } rows[] = {
      {{.file = "f.ini"}, "f.ini: error: x 1\n"},
      {{.file = "f.ini", .line = 3}, "f.ini:3: error: x 1\n"},
      {{.file = "f.ini", .line = 3, .column = 5}, "f.ini:3:5: error: x 1\n"},
      {{.file = "f", .pointer = "/a"}, "f: at /a: error: x 1\n"},
      {{.file = "f", .line = 2, .column = 1, .pointer = "/a"}, "f:2:1: at /a: error: x 1\n"},
      {{.pointer = "/a"}, "at /a: error: x 1\n"},
      {{.file = "-"}, "standard input: error: x 1\n"},
      {{0}, "error: x 1\n"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    zc_diagnostics list = {0};
    CU_ASSERT_EQUAL(zc_report(&list, ZC_BAD_INPUT, &rows[i].where, "甲 %d", "x %d", 1),
                    ZC_BAD_INPUT);
    CU_ASSERT_STRING_EQUAL(zc_diagnostics_text(&list), rows[i].text);
    zc_diagnostics_free(&list);
  }
}

static void the_language_of_the_list_is_spoken(void) {
  zc_diagnostics list = {.lang = ZC_LANG_ZH};
  zc_report(&list, ZC_BAD_INPUT, &(zc_where){.file = "-", .line = 1}, "甲%s", "a%s", "乙");
  zc_report(&list, ZC_OK, NULL, "丙%s", "c%s", "");
  CU_ASSERT_STRING_EQUAL(zc_diagnostics_text(&list), "标准输入:1: 错误：甲乙\n警告：丙\n");
  CU_ASSERT_EQUAL(list.errors, 1);
  CU_ASSERT_EQUAL(list.warnings, 1);
  zc_diagnostics_free(&list);
}

static void the_worst_status_stands(void) {
  zc_diagnostics list = {0};
  CU_ASSERT_STRING_EQUAL(zc_diagnostics_text(&list), "");
  CU_ASSERT_EQUAL(zc_report(&list, ZC_OK, NULL, "%s", "%s", "w"), ZC_OK);
  CU_ASSERT_EQUAL(list.worst, ZC_OK);
  zc_report(&list, ZC_BAD_PLUGIN, NULL, "%s", "%s", "p");
  zc_report(&list, ZC_BAD_INPUT, NULL, "%s", "%s", "i");
  CU_ASSERT_EQUAL(list.worst, ZC_BAD_PLUGIN);
  CU_ASSERT_EQUAL(zc_report(NULL, ZC_BAD_INPUT, NULL, "%s", "%s", "i"), ZC_BAD_INPUT);
  zc_diagnostics_free(&list);
}

static void long_messages_are_kept_whole(void) {
  zc_diagnostics list = {0};
  char text[3000];
  memset(text, 'x', sizeof text);
  text[sizeof text - 1] = '\0';
  zc_report(&list, ZC_BAD_INPUT, NULL, "%s", "%s", text);
  CU_ASSERT_EQUAL(strlen(zc_diagnostics_text(&list)), strlen("error: ") + sizeof text);
  zc_diagnostics_free(&list);
}

/* Every allocation of a report fails in turn; the report says so or is complete. */
static void lost_messages_leave_a_word_about_memory(void) {
  char text[3000];
  memset(text, 'x', sizeof text);
  text[sizeof text - 1] = '\0';
  for (unsigned long nth = 1; nth < 8; nth++) {
    zc_diagnostics list = {0};
    zc_memory_fail(nth, 1);
    zc_report(&list, ZC_BAD_INPUT, NULL, "%s", "%s", "short");
    zc_report(&list, ZC_BAD_INPUT, NULL, "%s", "%s", text);
    const char *shown = zc_diagnostics_text(&list);
    CU_ASSERT(list.errors == 2);
    CU_ASSERT(strstr(shown, "out of memory") || strstr(shown, text));
    CU_ASSERT(!strstr(shown, "out of memory") || list.worst == ZC_NO_RESOURCE);
    zc_memory_fail(0, 0);
    zc_diagnostics_free(&list);
  }
}

static void running_out_of_memory_can_be_reported_without_memory(void) {
  zc_diagnostics list = {0};
  zc_memory_fail(1, 1);
  CU_ASSERT_EQUAL(zc_report_memory(&list), ZC_NO_RESOURCE);
  CU_ASSERT_PTR_NOT_NULL(strstr(zc_diagnostics_text(&list), "out of memory"));
  zc_memory_fail(0, 0);
  CU_ASSERT_PTR_NOT_NULL(strstr(zc_diagnostics_text(&list), "out of memory"));
  zc_diagnostics_free(&list);
  CU_ASSERT_EQUAL(zc_report_memory(NULL), ZC_NO_RESOURCE);
}

static void quoted_input_cannot_steer_a_terminal(void) {
  zc_diagnostics list = {0};
  zc_report(&list, ZC_BAD_INPUT, &(zc_where){.file = "\x1b[2J"}, "%s", "%s",
            "\x07 \x7f \xff 职称\ttwo\nlines");
  CU_ASSERT_STRING_EQUAL(zc_diagnostics_text(&list), "?[2J: error: ? ? ? 职称\ttwo\nlines\n");
  zc_diagnostics_free(&list);
}

void test_base_diagnostics(CU_pSuite suite) {
  CU_add_test(suite, "places are shown as far as they are known",
              places_are_shown_as_far_as_they_are_known);
  CU_add_test(suite, "messages are in the language of their list",
              the_language_of_the_list_is_spoken);
  CU_add_test(suite, "the worst status reported stands", the_worst_status_stands);
  CU_add_test(suite, "long messages are kept whole", long_messages_are_kept_whole);
  CU_add_test(suite, "input that a message quotes cannot steer a terminal",
              quoted_input_cannot_steer_a_terminal);
  CU_add_test(suite, "where a message is lost, the list says that memory ran out",
              lost_messages_leave_a_word_about_memory);
  CU_add_test(suite, "running out of memory is reported without any memory",
              running_out_of_memory_can_be_reported_without_memory);
}
