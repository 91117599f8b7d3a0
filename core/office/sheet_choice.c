/* SPDX-License-Identifier: Apache-2.0 */
#include "office/sheet_choice.h"

#include "office/xml.h"

#include <string.h>

/* Reports what was asked for and the sheets that there are. */
static zc_status report_sheet(const zc_table_sheet *sheets, uint32_t count, const char *file,
                              const char *wanted, int is_repeated, zc_diagnostics *diag) {
  enum { MOST_NAMED = 12 };
  int is_zh = diag && diag->lang == ZC_LANG_ZH;
  zc_buffer names = {0};
  for (uint32_t i = 0; i < count && i < MOST_NAMED; i++)
    zc_buffer_printf(&names, "%s%u %s",
                     i == 0  ? ""
                     : is_zh ? "、"
                             : ", ",
                     (unsigned)i + 1, sheets[i].name);
  const char *text = zc_buffer_text(&names);
  zc_status status =
      !text ? zc_report_memory(diag)
      : is_repeated
          ? zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = file},
                      "有几张名为“%s”的工作表；请在 --sheet 后写序号：%s",
                      "several sheets are named '%s'; give --sheet a number: %s", wanted, text)
          : zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = file}, "没有工作表“%s”；有：%s",
                      "there is no sheet '%s'; there are: %s", wanted, text);
  zc_buffer_free(&names);
  return status;
}

zc_status zc_sheet_choose(const zc_table_sheet *sheets, uint32_t count, const char *file,
                          const char *wanted, uint32_t *sheet, zc_diagnostics *diag) {
  uint32_t found = 0;
  for (uint32_t i = count; i > 0; i--) {
    int fits = wanted ? strcmp(sheets[i - 1].name, wanted) == 0
                      : sheets[i - 1].is_visible && sheets[i - 1].is_filled;
    if (fits) {
      *sheet = i - 1;
      found++;
    }
  }
  if (found > 0 && (found == 1 || !wanted))
    return ZC_OK;
  if (found > 1)
    return report_sheet(sheets, count, file, wanted, 1, diag);
  int64_t number = wanted ? zc_xml_number(wanted, count) : -1;
  if (number > 0) {
    *sheet = (uint32_t)number - 1;
    return ZC_OK;
  }
  return wanted ? report_sheet(sheets, count, file, wanted, 0, diag)
                : zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = file},
                            "可见的工作表都是空的；数据若在隐藏的工作表里，请用 --sheet 指定",
                            "all visible sheets are empty; if the people stand in a hidden one, "
                            "name it with --sheet");
}
