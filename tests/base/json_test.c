/* SPDX-License-Identifier: Apache-2.0 */
/* The parser of JSON while memory runs out. */
#include "base/json.h"
#include "base/memory.h"
#include "tests.h"
#include <string.h>

/* Tokens that let the lexer's buffer grow several times, with strings of sizes that look alike. */
static const char text[] =
    "{\"a name that is longer than thirty-two bytes by some\": "
    "\"0123456789012345678901234567890\", "
    "\"b\": [\"0123456789012345678901234567890\", {\"c\": 12345678901234}, true, null, "
    "\"a text of more than sixty-four bytes, so that the buffer grows a third time, and a fourth "
    "time too, for this is a text of more than one hundred and twenty-eight bytes\"]}";

static json_t *load(json_error_t *error) {
  return zc_json_load(text, strlen(text), JSON_REJECT_DUPLICATES, error);
}

static void check_refusal(unsigned long nth, int all) {
  json_error_t error;

  zc_memory_fail(nth, all);
  json_t *value = load(&error);
  zc_memory_fail(0, 0);
  CU_ASSERT_PTR_NULL(value);
  CU_ASSERT_EQUAL(json_error_code(&error), json_error_out_of_memory);
  json_decref(value);
}

static void failed_allocations_are_told(void) {
  json_error_t error;

  zc_memory_setup();
  zc_memory_fail(0, 0);
  json_t *value = load(&error);
  unsigned long count = zc_memory_count();
  CU_ASSERT_PTR_NOT_NULL_FATAL(value);
  json_decref(value);
  for (unsigned long nth = 1; nth <= count; nth++) {
    check_refusal(nth, 0);
    check_refusal(nth, 1);
  }
}

static void wrong_text_is_not_called_memory(void) {
  json_error_t error;

  CU_ASSERT_PTR_NULL(zc_json_load("{\"a\": 1,}", 9, 0, &error));
  CU_ASSERT_EQUAL(json_error_code(&error), json_error_invalid_syntax);
}

void test_base_json(CU_pSuite suite) {
  CU_add_test(suite, "a failed allocation ends the parse as out of memory, whichever it is",
              failed_allocations_are_told);
  CU_add_test(suite, "text that is no JSON is told as such", wrong_text_is_not_called_memory);
}
