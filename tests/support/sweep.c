/* SPDX-License-Identifier: Apache-2.0 */
#include "support/sweep.h"
#include "base/memory.h"
#include "tests.h"

/* More than any run here asks for: a sweep that does not end is a failure too. */
enum { LIMIT = 1000000 };

unsigned long zc_sweep_memory(zc_status (*run)(void *context, zc_diagnostics *diag),
                              void *context) {
  for (unsigned long nth = 1; nth < LIMIT; nth++) {
    zc_diagnostics diag = {0};

    zc_memory_fail(nth, 0);
    zc_status status = run(context, &diag);
    int reached = zc_memory_count() >= nth;
    zc_memory_fail(0, 0);
    int right = status == ZC_OK || (reached && status == ZC_NO_RESOURCE && diag.errors > 0);
    if (!right)
      printf("    allocation %lu failed: status %d, %u errors: %s\n", nth, (int)status, diag.errors,
             zc_buffer_text(&diag.text) ? zc_buffer_text(&diag.text) : "no text");
    zc_diagnostics_free(&diag);
    CU_ASSERT_TRUE(right);
    if (!reached || !right)
      return nth - 1;
  }
  CU_FAIL("the sweep does not end");
  return LIMIT;
}
