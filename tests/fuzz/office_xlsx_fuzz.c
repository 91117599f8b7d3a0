/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a workbook (XLSX) in a zip that is right: each line of the input is a part, or what
 * is the usual one where it is empty; a whole zip is taken as it is. */
#include "fuzz.h"
#include "read_table.h"
#include "support/workbook.h"

#include <stdlib.h>
#include <string.h>

void zc_fuzz_office_xlsx(const uint8_t *bytes, size_t length) {
  zc_test_book book = {0};
  const char **parts[] = {&book.data,   &book.behind,  &book.strings,    &book.styles,
                          &book.before, &book.second,  &book.properties, &book.relations,
                          &book.sheet,  &book.workbook};
  zc_test_zip zip = {0};
  if (length >= 2 && memcmp(bytes, "PK", 2) == 0) {
    zc_fuzz_table((const char *)bytes, length);
    return;
  }
  char *text = malloc(length + 1);
  if (!text)
    abort();
  memcpy(text, bytes, length);
  text[length] = '\0';
  size_t part = 0;
  for (char *line = text; line && part < sizeof parts / sizeof parts[0]; part++) {
    char *end = strchr(line, '\n');
    if (end)
      *end = '\0';
    if (*line != '\0')
      *parts[part] = line;
    line = end ? end + 1 : NULL;
  }
  zc_test_book_make(&zip, &book);
  zc_fuzz_table(zip.bytes.data, zip.bytes.length);
  zc_test_zip_free(&zip);
  free(text);
}
