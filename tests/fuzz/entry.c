/* SPDX-License-Identifier: Apache-2.0 */
/* What libFuzzer calls. Compiled once for each target, which ZC_FUZZ names. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  ZC_FUZZ(bytes, length);
  return 0;
}
