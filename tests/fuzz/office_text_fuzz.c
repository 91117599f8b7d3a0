/* SPDX-License-Identifier: Apache-2.0 */
/* Any file as an office may hand it in: its kind is found out, and its rows are read. */
#include "fuzz.h"
#include "read_table.h"

void zc_fuzz_office_text(const uint8_t *bytes, size_t length) {
  zc_fuzz_table((const char *)bytes, length);
}
