/* SPDX-License-Identifier: Apache-2.0 */
/* An .xls workbook: its stream in a file that is right, or, where the first byte is that of one, a
 * whole file. */
#include "fuzz.h"
#include "read_table.h"
#include "support/records.h"

void zc_fuzz_office_xls(const uint8_t *bytes, size_t length) {
  zc_buffer stream = {0}, file = {0};
  if (length == 0 || bytes[0] == 0xD0) {
    zc_fuzz_table((const char *)bytes, length);
    return;
  }
  zc_buffer_add(&stream, (const char *)bytes, length);
  zc_test_compound_make(&file, "Workbook", &stream);
  zc_fuzz_table(file.data, file.length);
  zc_buffer_free(&stream);
  zc_buffer_free(&file);
}
