/* SPDX-License-Identifier: Apache-2.0 */
/* Opening a folder of data while memory runs out. */
#include "data/data.h"
#include "support/sweep.h"
#include "tests.h"

static zc_status open_folder(void *context, zc_diagnostics *diag) {
  zc_data *data = NULL;
  zc_status status = zc_data_open(&data, context, diag);
  CU_ASSERT_EQUAL(data == NULL, status != ZC_OK);
  zc_data_free(data);
  return status;
}

static void every_failed_allocation_is_survived(void) {
  CU_ASSERT(zc_sweep_memory(open_folder, "core/data") > 5);
}

void test_data_memory(CU_pSuite suite) {
  CU_add_test(suite, "opening a folder of data survives every failed allocation",
              every_failed_allocation_is_survived);
}
