/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The test runner: every suite of suites.def, or those named on the command line
 * ("language_lexer" or "language"). Prints one line per suite, each failure with its test's title
 * and place, and last "N passed, N failed" over all tests. Exit status 1 if a test failed, 2 if
 * nothing of the name exists or CUnit cannot start.
 */
#include "tests.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct suite {
  const char *folder, *subject, *name;
  void (*add)(CU_pSuite);
} suite;

static const suite suites[] = {
#define ZC_SUITE(folder, subject)                                                                  \
  {#folder, #subject, #folder "_" #subject, test_##folder##_##subject},
#include ZC_SUITES
#undef ZC_SUITE
    {NULL, NULL, NULL, NULL}};

static unsigned passed, failed;

static int is_wanted(const suite *s, int argc, char **argv) {
  if (argc < 2)
    return 1;
  for (int i = 1; i < argc; i++)
    if (!strcmp(argv[i], s->name) || !strcmp(argv[i], s->folder))
      return 1;
  return 0;
}

static void show_test(const CU_pTest test, const CU_pSuite cu_suite, CU_pFailureRecord record) {
  (void)cu_suite;
  if (!record) {
    passed++;
    return;
  }
  failed++;
  printf("  FAILED: %s\n", test->pName);
  for (; record; record = record->pNext)
    printf("    %s:%u: %s\n", record->strFileName ? record->strFileName : "?", record->uiLineNumber,
           record->strCondition ? record->strCondition : "failed");
}

static void show_suite(const CU_pSuite cu_suite, CU_pFailureRecord record) {
  (void)record;
  printf("%s: %u tests\n", cu_suite->pName, cu_suite->uiNumberOfTests);
  fflush(stdout);
}

/* The tests' own cache of images, and no user's. */
static void set_cache(void) {
  char path[4096];
  mkdir(ZC_BUILD_DIR "/tests/cache", 0700);
  if (realpath(ZC_BUILD_DIR "/tests/cache", path))
    setenv("XDG_CACHE_HOME", path, 1);
}

int main(int argc, char **argv) {
  unsigned chosen = 0;

  set_cache();

  if (CU_initialize_registry() != CUE_SUCCESS) {
    fprintf(stderr, "CUnit cannot start: %s\n", CU_get_error_msg());
    return 2;
  }
  for (const suite *s = suites; s->name; s++) {
    if (!is_wanted(s, argc, argv))
      continue;
    chosen++;
    CU_pSuite made = CU_add_suite(s->name, NULL, NULL);
    if (!made) {
      fprintf(stderr, "suite %s: %s\n", s->name, CU_get_error_msg());
      return 2;
    }
    s->add(made);
  }
  if (!chosen && argc > 1) {
    fprintf(stderr, "no suite of this name; tests/suites.def lists them\n");
    return 2;
  }
  CU_set_test_complete_handler(show_test);
  CU_set_suite_complete_handler(show_suite);
  CU_set_error_action(CUEA_IGNORE);
  if (CU_run_all_tests() != CUE_SUCCESS) {
    fprintf(stderr, "CUnit: %s\n", CU_get_error_msg());
    failed++;
  }
  CU_cleanup_registry();
  printf("%u passed, %u failed\n", passed, failed);
  return failed > 0;
}
