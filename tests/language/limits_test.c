/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that are long, deep or noise, and memory that runs out: an error, never a crash. */
#include "base/buffer.h"
#include "condition.h"
#include "tests.h"
#include <string.h>

/* Compiles `head`, `count` times `middle`, and `tail`; returns the messages, or "" where it
 * compiles. Lives until the next call. */
static const char *compile_repeated(const char *head, const char *middle, int count,
                                    const char *tail) {
  static char messages[4096];
  zc_condition c;
  zc_buffer text = {0};
  zc_condition_begin(&c);
  zc_buffer_puts(&text, head);
  for (int i = 0; i < count; i++)
    zc_buffer_puts(&text, middle);
  zc_buffer_puts(&text, tail);
  zc_node_id node = zc_compile(&c.program, &c.names, zc_buffer_text(&text), ZC_BOOL, ZC_NO_UNIT, -1,
                               NULL, &c.mentions, &c.diag);
  CU_ASSERT_EQUAL(node == ZC_NO_NODE, c.diag.errors == 1);
  snprintf(messages, sizeof messages, "%s", c.diag.errors ? zc_diagnostics_text(&c.diag) : "");
  zc_buffer_free(&text);
  zc_condition_end(&c);
  return messages;
}

static void expect_refused(const char *got, const char *part) {
  if (!strstr(got, part))
    printf("\nwanted: %s\ngot: %s\n", part, got);
  CU_ASSERT_PTR_NOT_NULL(strstr(got, part));
}

static void deep_texts(void) {
  static const char deep[] = "more than 200 operators inside each other";
  CU_ASSERT_STRING_EQUAL(compile_repeated("", "not ", 100, "exam_passed"), "");
  CU_ASSERT_STRING_EQUAL(compile_repeated("exam_passed", " and exam_passed", 190, ""), "");
  expect_refused(compile_repeated("", "not ", 4000, "exam_passed"), deep);
  expect_refused(compile_repeated("", "(", 16000, ""), deep);
  expect_refused(compile_repeated("3 > ", "-", 4000, "1"), deep);
  expect_refused(compile_repeated("", "known(", 2000, ""), deep);
  expect_refused(compile_repeated("", "if true then ", 1200, ""), deep);
  expect_refused(compile_repeated("", "if ", 1200, ""), deep);
  expect_refused(compile_repeated("exam_passed", " and exam_passed", 300, ""), deep);
  expect_refused(compile_repeated("1", " + 1", 300, " > 3"), deep);
}

static void long_texts(void) {
  CU_ASSERT_STRING_EQUAL(compile_repeated("exam_score in {1", ", 2", 1000, "}"), "");
  expect_refused(compile_repeated("exam_score in {1", ", 2", 1100, "}"),
                 "more than 1024 names and signs: split the rule");
  expect_refused(compile_repeated("exam_passed", " ", 20000, ""),
                 "longer than 16384 bytes: split the rule");
}

static void large_numbers(void) {
  expect_refused(compile_repeated("exam_score * 999999999999999 > 3", "", 0, ""),
                 "column 12: the result may be out of range");
  expect_refused(compile_repeated("999999999999999 + exam_score + 999999999999999 > 3", "", 0, ""),
                 "the result may be out of range");
  expect_refused(compile_repeated("exam_score > 999999999999999 years", "", 0, ""),
                 "the number is too large");
}

/* ---- memory ---- */

static const char *const swept[] = {
    "unit_division under {451229, 451031} and specialty_months >= tenure(deputy_senior, bachelor)",
    "test.score >= 60 or not (exam_passed and education in {bachelor, doctor})",
    "educaton >= bachelor",
};

static void sweep(const char *text) {
  for (unsigned long nth = 1;; nth++) {
    zc_condition c;
    zc_condition_begin(&c);
    zc_memory_fail(nth, 1);
    zc_node_id node =
        zc_compile(&c.program, &c.names, text, ZC_BOOL, ZC_NO_UNIT, -1, NULL, &c.mentions, &c.diag);
    unsigned long asked = zc_memory_count();
    zc_memory_fail(0, 0);
    if (asked >= nth && node == ZC_NO_NODE)
      CU_ASSERT_EQUAL(c.diag.worst, ZC_NO_RESOURCE);
    CU_ASSERT(asked >= nth || node != ZC_NO_NODE || c.diag.errors == 1);
    zc_condition_end(&c);
    if (asked < nth)
      return;
  }
}

static void memory(void) {
  for (size_t i = 0; i < sizeof swept / sizeof swept[0]; i++)
    sweep(swept[i]);
}

/* ---- noise ---- */

static uint64_t state;

static uint32_t draw(uint32_t below) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(state >> 33) % below;
}

static const char *const pieces[] = {"exam_passed",
                                     "education",
                                     "specialty_months",
                                     "unit_division",
                                     "tenure",
                                     "test.score",
                                     "as_of",
                                     "region_division",
                                     "bachelor",
                                     "deputy_senior",
                                     "2024-06-29",
                                     "451229",
                                     "48",
                                     "4 years",
                                     "12",
                                     "and",
                                     "or",
                                     "not",
                                     "in",
                                     "under",
                                     "if",
                                     "then",
                                     "else",
                                     "true",
                                     "known",
                                     "given",
                                     "max",
                                     "years",
                                     "full_months",
                                     "add_months",
                                     "same_prefecture",
                                     "(",
                                     ")",
                                     "{",
                                     "}",
                                     ",",
                                     "==",
                                     "!=",
                                     "<",
                                     "<=",
                                     ">",
                                     ">=",
                                     "+",
                                     "-",
                                     "*",
                                     "\x01",
                                     "\xe5\xad\xa6",
                                     "\xff",
                                     "health",
                                     "this_region",
                                     "open_until",
                                     "held_title_region",
                                     "unit_name",
                                     "current_title_date",
                                     "months"};

static void draw_text(char *text, size_t size) {
  size_t length = 0;
  if (draw(4) == 0) {
    for (uint32_t i = 0, n = draw(60); i < n; i++)
      text[length++] = (char)(1 + draw(255));
  } else {
    for (uint32_t i = 0, n = 1 + draw(14); i < n; i++)
      length +=
          (size_t)snprintf(text + length, size - length, "%s%s",
                           pieces[draw(sizeof pieces / sizeof pieces[0])], draw(8) ? " " : "");
  }
  text[length] = '\0';
}

static void noise(void) {
  enum { ROUNDS = 20000 };
  zc_condition c;
  char text[512];
  unsigned compiled = 0;
  state = 1;
  zc_condition_begin(&c);
  for (int round = 0; round < ROUNDS; round++) {
    zc_type type;
    zc_unit unit;
    int32_t enumeration;
    draw_text(text, sizeof text);
    zc_diagnostics diag = {.lang = round % 2 ? ZC_LANG_ZH : ZC_LANG_EN};
    zc_node_id any =
        zc_compile_any(&c.program, &c.names, text, NULL, &type, &unit, &enumeration, NULL, &diag);
    CU_ASSERT_EQUAL(any == ZC_NO_NODE, diag.errors == 1);
    zc_node_id node =
        zc_compile(&c.program, &c.names, text, ZC_BOOL, ZC_NO_UNIT, -1, NULL, &c.mentions, NULL);
    CU_ASSERT_EQUAL(node != ZC_NO_NODE, any != ZC_NO_NODE && type == ZC_BOOL);
    compiled += any != ZC_NO_NODE;
    if (node != ZC_NO_NODE)
      zc_condition_value(&c, node, "");
    zc_diagnostics_free(&diag);
    if (round % 1000 == 999)
      zc_program_free(&c.program);
  }
  CU_ASSERT(compiled > ROUNDS / 100); /* noise that never compiles would test little */
  zc_condition_end(&c);
}

void test_language_limits(CU_pSuite suite) {
  CU_add_test(suite, "a text nested too deeply is refused", deep_texts);
  CU_add_test(suite, "a text that is too long is refused", long_texts);
  CU_add_test(suite, "numbers that might overflow are refused", large_numbers);
  CU_add_test(suite, "memory that runs out is a clear error, wherever it happens", memory);
  CU_add_test(suite, "noise compiles or gets one message, and the same in both ways", noise);
}
