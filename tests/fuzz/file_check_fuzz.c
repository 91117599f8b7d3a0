/* SPDX-License-Identifier: Apache-2.0 */
/* The check of a plugin file before it is opened, on mutated and truncated files. */
#include "fuzz.h"
#include "host/host.h"
#include <stdlib.h>

void zc_fuzz_file_check(const uint8_t *bytes, size_t length) {
  zc_diagnostics diag = {0};
  zc_file_info info = {0};
  zc_status status = zc_file_check("plugin.so", bytes, length, &info, &diag);

  if ((status != ZC_OK) != (diag.errors > 0))
    abort();
  zc_diagnostics_free(&diag);
}
