/* SPDX-License-Identifier: Apache-2.0 */
#include "base/assert.h"

#include <stdio.h>
#include <stdlib.h>

void zc_assert_failed(const char *file, int line, const char *condition) {
  fprintf(stderr,
          "%s:%d: 程序自身有错，已中止，以免给出错误的回答；请将此行报告给维护者：%s\n"
          "%s:%d: a mistake in the program itself; it stops rather than answer wrongly; please "
          "report this line to the maintainers: %s\n",
          file, line, condition, file, line, condition);
  abort();
}
