/* SPDX-License-Identifier: Apache-2.0 */
/* The libraries that workbooks need, loaded when the first workbook is met: libzip and
 * libxlsxwriter bring libcrypto along, which takes milliseconds that no other command has to wait
 * for. */
#ifndef ZC_OFFICE_LIBRARIES_H
#define ZC_OFFICE_LIBRARIES_H

#include "base/diagnostics.h"

#include <expat.h>
#include <xlsxwriter.h>
#include <zip.h>

#define ZC_ZIP_FUNCTIONS(X)                                                                        \
  X(zip_fdopen)                                                                                    \
  X(zip_discard)                                                                                   \
  X(zip_get_num_entries)                                                                           \
  X(zip_stat_index)                                                                                \
  X(zip_name_locate)                                                                               \
  X(zip_fopen_index)                                                                               \
  X(zip_fread)                                                                                     \
  X(zip_fclose)

#define ZC_XML_FUNCTIONS(X)                                                                        \
  X(XML_ParserCreate_MM)                                                                           \
  X(XML_ParserFree)                                                                                \
  X(XML_SetUserData)                                                                               \
  X(XML_SetElementHandler)                                                                         \
  X(XML_SetCharacterDataHandler)                                                                   \
  X(XML_SetStartDoctypeDeclHandler)                                                                \
  X(XML_GetBuffer)                                                                                 \
  X(XML_ParseBuffer)                                                                               \
  X(XML_Parse)                                                                                     \
  X(XML_StopParser)                                                                                \
  X(XML_GetErrorCode)                                                                              \
  X(XML_GetCurrentLineNumber)

#define ZC_BOOK_FUNCTIONS(X)                                                                       \
  X(workbook_new_opt)                                                                              \
  X(workbook_add_worksheet)                                                                        \
  X(workbook_add_format)                                                                           \
  X(workbook_close)                                                                                \
  X(lxw_workbook_free)                                                                             \
  X(lxw_strerror)                                                                                  \
  X(worksheet_write_string)                                                                        \
  X(worksheet_write_number)                                                                        \
  X(worksheet_write_boolean)                                                                       \
  X(worksheet_freeze_panes)                                                                        \
  X(worksheet_autofilter)                                                                          \
  X(worksheet_set_column)                                                                          \
  X(format_set_bold)                                                                               \
  X(format_set_bg_color)                                                                           \
  X(format_set_num_format)

/* Each function as a member of its own name. */
/* NOLINTNEXTLINE(bugprone-macro-parentheses): a member has no parentheses */
#define ZC_LIBRARY_MEMBER(name) __typeof__(name) *name;
typedef struct zc_zip_library {
  ZC_ZIP_FUNCTIONS(ZC_LIBRARY_MEMBER)
} zc_zip_library;
typedef struct zc_xml_library {
  ZC_XML_FUNCTIONS(ZC_LIBRARY_MEMBER)
} zc_xml_library;
typedef struct zc_book_library {
  ZC_BOOK_FUNCTIONS(ZC_LIBRARY_MEMBER)
} zc_book_library;

/* NULL where the library is not there, which is reported with the package to install. They stay
 * loaded; any thread may call. */
const zc_zip_library *zc_zip_library_load(zc_diagnostics *diag);
const zc_xml_library *zc_xml_library_load(zc_diagnostics *diag);
const zc_book_library *zc_book_library_load(zc_diagnostics *diag);

#endif
