/* SPDX-License-Identifier: Apache-2.0 */
#include "base/assert.h"
#include "tests.h"
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef ZC_NO_ASSERT
enum { IS_ON = 0 };
#else
enum { IS_ON = 1 };
#endif

static void a_condition_that_holds_says_nothing(void) {
  int two = 2;
  ZC_ASSERT(two + two == 4);
}

/* In a process of its own, whose standard error goes to `out`. */
static int end_of_broken(char *out, size_t size) {
  int ends[2], status = -1;
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  pid_t child = fork();
  CU_ASSERT_FATAL(child >= 0);
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    ZC_ASSERT(child != 0);
    _exit(0);
  }
  close(ends[1]);
  size_t length = 0;
  for (ssize_t got;
       length + 1 < size && (got = read(ends[0], out + length, size - 1 - length)) > 0;)
    length += (size_t)got;
  out[length] = '\0';
  close(ends[0]);
  CU_ASSERT_EQUAL(waitpid(child, &status, 0), child);
  return status;
}

static void a_broken_one_says_where_and_aborts(void) {
  char said[1024];
  int status = end_of_broken(said, sizeof said);
  if (!IS_ON) {
    CU_ASSERT_EQUAL(status, 0);
    return;
  }
  CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
  CU_ASSERT_PTR_NOT_NULL(strstr(said, "tests/base/assert_test.c:"));
  CU_ASSERT_PTR_NOT_NULL(strstr(said, ": child != 0\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(said, "程序自身有错"));
}

void test_base_assert(CU_pSuite suite) {
  CU_add_test(suite, "a condition that holds says nothing", a_condition_that_holds_says_nothing);
  CU_add_test(suite, "a broken one says file, line and condition, and aborts",
              a_broken_one_says_where_and_aborts);
}
