/* SPDX-License-Identifier: Apache-2.0 */
#include "base/given_day.h"

zc_status zc_given_day_read(zc_day *day, const char *text, const char *option,
                            zc_diagnostics *diag) {
  if (!text) {
    *day = zc_today_shanghai();
    return ZC_OK;
  }
  int read = zc_day_parse(text, day);
  if (read == 0)
    return ZC_OK;
  const char *lead = option ? option : "";
  if (read == -1) {
    return zc_report(diag, ZC_BAD_INPUT, NULL,
                     option ? "%s 的“%s”不是日期；应写作 2024-06-29 的形式"
                            : "%s“%s”不是日期；应写作 2024-06-29 的形式",
                     option ? "%s: '%s' is no date; it is written like 2024-06-29"
                            : "%s'%s' is no date; it is written like 2024-06-29",
                     lead, text);
  }
  return zc_report(diag, ZC_BAD_INPUT, NULL,
                   option ? "%s：没有“%s”这一天，或不在 1900-01-01 至 2199-12-31 之内"
                          : "%s没有“%s”这一天，或不在 1900-01-01 至 2199-12-31 之内",
                   option ? "%s: there is no day '%s', or it lies outside 1900-01-01 to 2199-12-31"
                          : "%sthere is no day '%s', or it lies outside 1900-01-01 to 2199-12-31",
                   lead, text);
}
