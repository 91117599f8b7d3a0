/* SPDX-License-Identifier: Apache-2.0 */
/* Files made by tests, and what is read of them as text. */
#ifndef ZC_TESTS_OFFICE_SHOWING_H
#define ZC_TESTS_OFFICE_SHOWING_H

#include "office/table_source.h"
#include "support/workbook.h"

/* Opens bytes as a file; the messages stand in `diag`. */
zc_status zc_test_open_table(zc_table_source **source, const char *bytes, size_t length,
                             const zc_table_options *options, zc_diagnostics *diag);
/* Rows as "1:a|b;2:..;": numbers as #1, dates as @2019-07-01, bools as ?TRUE, errors as !#N/A,
 * formulas without a result as =, spread cells with ^ before, hidden rows as "1h:", faults as
 * "1!5;".
 */
zc_status zc_test_show_rows(zc_table_source *source, zc_buffer *out, zc_diagnostics *diag);
/* Both, and the error, if there is one, behind; the caller frees the text with free. */
char *zc_test_show_table(const char *bytes, size_t length, const zc_table_options *options);
/* The same of a workbook, read from the sheet of this name (NULL: the usual one). */
char *zc_test_book_show(const zc_test_book *book, const char *sheet);

#endif
