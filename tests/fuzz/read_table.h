/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ZC_TESTS_FUZZ_READ_TABLE_H
#define ZC_TESTS_FUZZ_READ_TABLE_H

#include <stddef.h>

/* Reads bytes as a file of rows of cells, all of them; ends the process where a row breaks the
 * promises of zc_table_source, or the file is refused without a word. */
void zc_fuzz_table(const char *bytes, size_t length);

#endif
