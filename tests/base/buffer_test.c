/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buffer.h"
#include "base/memory.h"
#include "tests.h"
#include <stdint.h>
#include <string.h>

static void all_ways_of_adding_join_up(void) {
  zc_buffer b = {0};
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&b), "");
  zc_buffer_puts(&b, "职称 ");
  zc_buffer_putc(&b, '/');
  zc_buffer_add(&b, "abcdef", 3);
  zc_buffer_add(&b, NULL, 0);
  zc_buffer_printf(&b, "<%s-%d>", "x", 7);
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&b), "职称 /abc<x-7>");
  zc_buffer_clear(&b);
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&b), "");
  for (int i = 0; i < 5000; i++)
    zc_buffer_puts(&b, "0123456789");
  CU_ASSERT_EQUAL(b.length, 50000);
  CU_ASSERT_EQUAL(strlen(zc_buffer_text(&b)), 50000);
  zc_buffer_free(&b);
}

static void numbers_are_written_to_their_ends(void) {
  static const struct {
    int64_t value;
    const char *text;
  } rows[] = {{0, "0"},
              {-1, "-1"},
              {1200, "1200"},
              {INT64_MAX, "9223372036854775807"},
              {INT64_MIN, "-9223372036854775808"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    zc_buffer b = {0};
    zc_buffer_int(&b, rows[i].value);
    CU_ASSERT_STRING_EQUAL(zc_buffer_text(&b), rows[i].text);
    zc_buffer_free(&b);
  }
}

static void json_text_is_escaped(void) {
  static const struct {
    const char *text, *json;
  } rows[] = {{"", "\"\""},
              {"评审 a/b", "\"评审 a/b\""},
              {"\"\\\n\t\r\b\f\x01\x1f", "\"\\\"\\\\\\n\\t\\r\\b\\f\\u0001\\u001f\""},
              {"a\xFF"
               "b",
               "\"a\xEF\xBF\xBD"
               "b\""},
              {"\xE4\xB8", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    zc_buffer b = {0};
    zc_buffer_json(&b, rows[i].text);
    CU_ASSERT_STRING_EQUAL(zc_buffer_text(&b), rows[i].json);
    zc_buffer_free(&b);
  }
}

static void a_failed_allocation_is_remembered(void) {
  zc_buffer b = {0};
  zc_memory_fail(1, 0);
  zc_buffer_puts(&b, "lost");
  zc_buffer_puts(&b, "and what follows");
  zc_buffer_int(&b, 5);
  zc_buffer_printf(&b, "%d", 5);
  zc_buffer_json(&b, "x");
  zc_memory_fail(0, 0);
  CU_ASSERT(b.failed);
  CU_ASSERT_PTR_NULL(zc_buffer_text(&b));
  zc_buffer_free(&b);
  CU_ASSERT(!b.failed);
}

void test_base_buffer(CU_pSuite suite) {
  CU_add_test(suite, "all ways of adding to a buffer join up to one text",
              all_ways_of_adding_join_up);
  CU_add_test(suite, "numbers are written up to the ends of 64 bits",
              numbers_are_written_to_their_ends);
  CU_add_test(suite, "JSON text is escaped and invalid bytes are replaced", json_text_is_escaped);
  CU_add_test(suite, "a failed allocation of a buffer is remembered to its end",
              a_failed_allocation_is_remembered);
}
