/* SPDX-License-Identifier: Apache-2.0 */
#include "reading.h"
#include "tests.h"
#include <string.h>

void zc_reading_make(zc_reading *r, zc_reader *read, const char *bytes, size_t length) {
  memset(r, 0, sizeof *r);
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&r->vocabulary, NULL, &r->diag), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&r->facts, &r->vocabulary, &r->diag), ZC_OK);
  r->status = read(&r->facts, "f", bytes, length, &r->diag);
}

void zc_reading_free(zc_reading *r) {
  zc_facts_free(&r->facts);
  zc_vocabulary_free(&r->vocabulary);
  zc_diagnostics_free(&r->diag);
}

/* A failure that shows both texts. */
static void compare_texts(const char *got, const char *expected, const char *file, unsigned line) {
  char condition[2048];
  snprintf(condition, sizeof condition, "messages are:\n%s    expected:\n%s", got, expected);
  CU_assertImplementation(!strcmp(got, expected), line, condition, file, "", CU_FALSE);
}

void zc_check_refused(zc_reader *read, const char *bytes, size_t length, const char *messages,
                      const char *file, unsigned line) {
  zc_reading r;
  zc_reading_make(&r, read, bytes, length);
  CU_assertImplementation(r.status == ZC_BAD_INPUT, line, "the input is refused", file, "",
                          CU_FALSE);
  compare_texts(zc_diagnostics_text(&r.diag), messages, file, line);
  zc_reading_free(&r);
}

void zc_check_value(zc_reader *read, const char *text, const char *fact, int64_t lo, int64_t hi,
                    const char *file, unsigned line) {
  zc_reading r;
  char condition[256];
  zc_reading_make(&r, read, text, strlen(text));
  compare_texts(zc_diagnostics_text(&r.diag), "", file, line);
  int32_t index = zc_fact_find(&r.vocabulary, fact, strlen(fact));
  CU_ASSERT_FATAL(index >= 0);
  zc_slot slot = r.facts.slots[index];
  snprintf(condition, sizeof condition, "%s is given as %lld to %lld; expected %lld to %lld", fact,
           (long long)slot.lo, (long long)slot.hi, (long long)lo, (long long)hi);
  CU_assertImplementation(r.facts.given[index] && slot.lo == lo && slot.hi == hi, line, condition,
                          file, "", CU_FALSE);
  zc_reading_free(&r);
}
