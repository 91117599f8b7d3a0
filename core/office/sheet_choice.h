/* SPDX-License-Identifier: Apache-2.0 */
/* Which sheet of a workbook is read. */
#ifndef ZC_OFFICE_SHEET_CHOICE_H
#define ZC_OFFICE_SHEET_CHOICE_H

#include "office/table_source.h"

/* The sheet of a name, or of a number from 1, that all sheets count in; with `wanted` NULL the
 * first visible one that is filled. Reports where there is none, or the name is that of several. */
zc_status zc_sheet_choose(const zc_table_sheet *sheets, uint32_t count, const char *file,
                          const char *wanted, uint32_t *sheet, zc_diagnostics *diag);

#endif
